// The ceremony of a cycle: planned, received, conferred.
import { execute } from '../../db/execute.ts';
import { findCeremony } from '../../db/read-models/ceremony-views.ts';
import { ceremony } from '../../domain/ceremony/decider.ts';
import { type CeremonyCommand, ConferAward, NameReceiver, PlanCeremony } from '../../domain/ceremony/messages.ts';
import { ceremonyStream } from '../../domain/ceremony/state.ts';
import { CommandDone, done } from '../answer.ts';
import { findInvitee, Invitee } from '../invite.ts';
import { type Context, get, post } from '../route.ts';
import { calledTarget, cycleTarget, listTarget } from '../targets.ts';
import { CeremonyView } from '../views/ceremony.ts';

type Asked = Pick<Context<{ cycleId: string }, unknown, unknown, unknown>, 'db' | 'meta' | 'params'>;

async function tell({ db, meta, params: { cycleId } }: Asked, command: CeremonyCommand) {
  return done(cycleId, await execute(db, ceremony, ceremonyStream(cycleId), command, meta));
}

const NameReceiverBody = NameReceiver.extend({ person: Invitee.nullable().default(null) });

export const ceremonyRoutes = [
  get({
    path: '/cycles/:cycleId/ceremony',
    operation: 'ViewCeremony',
    summary:
      'The ceremony with its running order, in the governing and your own zone; a country sees its own laureates',
    response: CeremonyView,
    target: ({ db }, { cycleId }, _body, viewer) => listTarget(db, cycleId, undefined, viewer),
    run: async ({ db, params, target, viewer }) => {
      const reader = await db.read
        .selectFrom('people')
        .select('zone')
        .where('person_id', '=', viewer?.personId ?? '')
        .executeTakeFirst();
      const own = { country: target.country ?? null, viewer: viewer?.personId ?? null };
      const asked = { ...own, readerZone: reader?.zone ?? null };
      return { body: await findCeremony(db, params.cycleId, asked) };
    },
  }),
  post({
    path: '/cycles/:cycleId/ceremony/plan',
    operation: 'PlanCeremony',
    summary: 'Say when and where, and in which order laureates are called; planned again it replaces the plan',
    body: PlanCeremony,
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tell(context, { type: 'PlanCeremony', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/ceremony/:laureateId/receiver',
    operation: 'NameReceiver',
    summary: 'Say who receives for a laureate: in person, from afar, represented; or that the laureate is absent',
    body: NameReceiverBody,
    response: CommandDone,
    target: ({ db }, { cycleId, laureateId }) => calledTarget(db, cycleId, laureateId),
    run: async (context) => {
      const { params, target, body } = context;
      const { person, ...said } = body;
      const personId = person === null ? null : await findInvitee(context, person);
      return tell(context, { type: 'NameReceiver', data: { ...params, ...said, personId, group: target.group } });
    },
  }),
  post({
    path: '/cycles/:cycleId/ceremony/:laureateId/confer',
    operation: 'ConferAward',
    summary: 'Record that the award was conferred, once the ceremony has begun',
    body: ConferAward,
    response: CommandDone,
    target: ({ db }, { cycleId, laureateId }) => calledTarget(db, cycleId, laureateId),
    run: (context) => {
      const { params, body, target } = context;
      return tell(context, { type: 'ConferAward', data: { ...params, ...body, group: target.group } });
    },
  }),
];
