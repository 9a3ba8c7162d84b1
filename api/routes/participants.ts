// One participant of a delegation: seen, changed, replaced, withdrawn, asked by link, marked on the day.
import { idOf } from '../../db/ids.ts';
import { endLinks, endLinksOfOthers } from '../../db/links.ts';
import { contactOf, differing, findParticulars, writeParticulars } from '../../db/particulars.ts';
import { renamePerson } from '../../db/people.ts';
import { findParticipant } from '../../db/read-models/delegation-views.ts';
import { MarkAttendance, type Particulars, WithdrawParticipant } from '../../domain/delegation/messages.ts';
import { CommandDone } from '../answer.ts';
import type { Services } from '../app.ts';
import { enter, type ParticipantTarget, participantTarget, showParticipant, tellDelegation } from '../delegations.ts';
import { askParticipant } from '../participant-link.ts';
import { HttpProblem, notFound } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { viewerOf } from '../viewer.ts';
import { ChangedParticipant, ParticipantDone, ParticipantRow, Successor } from '../views/delegations.ts';

const one = ({ db }: Services, { participantId }: { participantId: string }) => participantTarget(db, participantId);
const idsOf = ({ forumId, country, participantId }: ParticipantTarget) => ({ forumId, country, participantId });

type Asked = Pick<
  Context<unknown, unknown, unknown, ParticipantTarget>,
  'db' | 'hasAccount' | 'meta' | 'target' | 'role'
>;
type Change = { content: Particulars; version: number; email?: string | null; language?: string; capacity?: string };

/** Another may have changed it since it was read: then both versions are shown, and nothing is written. */
export async function changeParticipant(context: Asked, { content, version, ...said }: Change) {
  const { db, meta, target, role } = context;
  const { participantId } = target;
  const [known, now] = await Promise.all([findParticipant(db, participantId), findParticulars(db, participantId)]);
  if (known === undefined || known.particulars === null || now === undefined) throw notFound();
  const isSaidAgain = now.commandId === meta.commandId;
  if (now.version !== version && !isSaidAgain)
    throw new HttpProblem(409, 'participant-moved', 'Somebody else has changed this participant since you read it.', {
      theirs: showParticipant(known, role),
    });
  const { email = known.email, capacity = known.capacity } = said;
  const isSame = email === known.email && email !== null;
  const isOwn = isSame && !(await isKnownElsewhere(context, known.personId));
  const { language = known.language } = isSame && !isOwn ? {} : said;
  const differs = [
    ...differing(now.content, content),
    ...(email === known.email ? [] : ['email']),
    ...(language === known.language ? [] : ['language']),
  ];
  const changed = isSaidAgain && differs.length === 0 ? now.changed : differs;
  const contact = { email, language, name: content.name };
  const { personId, keep } = isSame
    ? {
        personId: known.personId,
        keep: async () => (isOwn ? renamePerson(db, known.personId, contact, meta.actor) : undefined),
      }
    : await contactOf(db, participantId, contact, meta.actor);
  const data = { ...idsOf(target), personId, capacity: known.capacity, changed };
  const reply = await tellDelegation(context, participantId, {
    type: 'ChangeParticipant',
    data: { ...data, capacity: capacity as typeof known.capacity },
  });
  const told = (participantVersion: number) => ({ ...reply, body: { ...reply.body, participantVersion } });
  if (isSaidAgain) return told(now.version);
  await keep();
  const writing = { participantId, personId, content, changed, actor: meta.actor, commandId: meta.commandId };
  if (changed.length > 0 && !(await writeParticulars(db, writing, version)))
    throw new HttpProblem(409, 'participant-moved', 'Somebody else has changed this participant since you read it.');
  await endLinksOfOthers(db, 'participant', participantId, personId);
  return told(changed.length > 0 ? version + 1 : version);
}

/** Who has an account or another part here says for themselves what they are called and in which language they are written to. */
const isKnownElsewhere = async ({ db, hasAccount }: Asked, personId: string): Promise<boolean> =>
  (await hasAccount(personId)) || (await viewerOf(db, personId)).roles.length > 0;

export const participantRoutes = [
  get({
    path: '/participants/:participantId',
    operation: 'ViewDelegation',
    summary: 'One participant',
    response: ParticipantRow,
    target: one,
    run: async ({ db, params, role }) => {
      const found = await findParticipant(db, params.participantId);
      if (found === undefined) throw notFound();
      const { place: _place, ...row } = found;
      return { body: showParticipant(row, role) };
    },
  }),
  post({
    path: '/participants/:participantId/change',
    operation: 'ChangeParticipant',
    summary: 'Change the capacity or the particulars of a participant',
    body: ChangedParticipant,
    response: ParticipantDone,
    target: one,
    run: (context) => {
      const { email, language, capacity, version, ...content } = context.body;
      return changeParticipant(context, { content, version, email, language, capacity });
    },
  }),
  post({
    path: '/participants/:participantId/replace',
    operation: 'ReplaceParticipant',
    summary: 'Register another person in the place and capacity of this one',
    body: Successor,
    response: CommandDone,
    status: 201,
    target: one,
    run: async (context) => {
      const { email, language, reason, ...content } = context.body;
      const participantId = idOf(context.meta.commandId);
      const contact = { email, language, name: content.name };
      const reply = await enter(context, { contact, content, participantId }, (personId) => ({
        type: 'ReplaceParticipant',
        data: { ...idsOf(context.target), reason, by: { participantId, personId } },
      }));
      await endLinks(context.db, 'participant', context.params.participantId);
      return reply;
    },
  }),
  post({
    path: '/participants/:participantId/withdraw',
    operation: 'WithdrawParticipant',
    summary: 'Take a participant out of the delegation; the record stays',
    body: WithdrawParticipant,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { target, body, params } = context;
      const data = { ...idsOf(target), ...body };
      const reply = await tellDelegation(context, params.participantId, { type: 'WithdrawParticipant', data });
      await endLinks(context.db, 'participant', params.participantId);
      return reply;
    },
  }),
  post({
    path: '/participants/:participantId/attendance',
    operation: 'MarkAttendance',
    summary: 'Mark on the day that a participant came or did not; a mark may be taken back',
    body: MarkAttendance,
    response: CommandDone,
    target: one,
    run: (context) =>
      tellDelegation(context, context.params.participantId, {
        type: 'MarkAttendance',
        data: { ...idsOf(context.target), ...context.body },
      }),
  }),
  post({
    path: '/participants/:participantId/ask',
    operation: 'AskParticipant',
    summary: 'Mail the participant a link to fill in the own particulars; no account is needed',
    response: CommandDone.pick({ id: true }),
    target: one,
    run: async (context) => {
      await askParticipant(context);
      return { body: { id: context.params.participantId } };
    },
  }),
];
