// Judges of a cycle: invited by their desk, and what each of them says.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { execute } from '../../db/execute.ts';
import { saveBodies } from '../../db/judge-bodies.ts';
import { getCycle, getDefinition } from '../../db/read-models/cycle-views.ts';
import { findAssigned, findJudges } from '../../db/read-models/judge-views.ts';
import { judge } from '../../domain/judge/decider.ts';
import {
  AcceptInvitation,
  AcceptTerms,
  DeclareConflict,
  DeclareNoConflict,
  DeclineInvitation,
  FinishScoring,
  InviteJudge,
  type JudgeCommand,
  ReleaseJudge,
  SetProfile,
  SettleConflict,
} from '../../domain/judge/messages.ts';
import { judgeStream } from '../../domain/judge/state.ts';
import { Iso2 } from '../../domain/messages.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { recordFoundConflicts } from '../found-conflicts.ts';
import { findInvitee, Invitee, inviteToAccount } from '../invite.ts';
import { recuseFromWhatWasRead } from '../openings.ts';
import { Group } from '../params.ts';
import { badFields, HttpProblem, notFound } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { cycleTarget, judgeTarget, listTarget, type Target } from '../targets.ts';
import { JudgeDesk } from '../views/judges.ts';

async function tell(
  { db, meta }: Pick<Context<unknown, unknown, unknown, Target>, 'db' | 'meta'>,
  command: JudgeCommand,
) {
  const { cycleId, judgeId } = command.data;
  return done(`${cycleId}~${judgeId}`, await execute(db, judge, judgeStream(cycleId, judgeId), command, meta));
}

const one = ({ db }: Services, { cycleId, judgeId }: { cycleId: string; judgeId: string }) =>
  judgeTarget(db, cycleId, judgeId);

/** @throws HttpProblem 400 for an entry that is not the judge's to score */
async function requireAssigned(db: Db, { cycleId, judgeId }: { cycleId: string; judgeId: string }, entries: string[]) {
  const assigned = await findAssigned(db, cycleId, judgeId);
  const errors = entries.flatMap((id, index) =>
    assigned.has(id) ? [] : [{ field: `nominationIds.${index}`, rule: 'is no entry that you are to score' }],
  );
  if (errors.length > 0) throw badFields(errors);
}

const areNamesHidden = async (db: Db, cycleId: string) =>
  (await getDefinition(db, cycleId)).definition.judging.blind.nominee;

/** @throws HttpProblem 409 where an entry without its name says nothing of ties */
async function requireNamesShown(db: Db, cycleId: string) {
  if (await areNamesHidden(db, cycleId))
    throw new HttpProblem(409, 'names-hidden', 'Names are hidden in this award: answer the list of names instead.');
}

const Invitation = InviteJudge.omit({ personId: true }).extend(Invitee.shape);
/** The bodies stay beside the record: they are a fact about a person. Left out: as they were. */
const Profile = SetProfile.extend({ bodies: z.array(z.string().trim().min(2).max(200)).max(10).optional() });
const Filter = Paging.extend({ country: Iso2.optional(), group: Group.optional() });

export const judgeRoutes = [
  post({
    path: '/cycles/:cycleId/judges',
    operation: 'InviteJudge',
    summary: 'Invite a person to judge, by mail address; one without an account gets a link to it',
    body: Invitation,
    response: CommandDone.extend({ judgeId: z.string() }),
    status: 201,
    target: async ({ db }, { cycleId }, body) => ({ ...(await cycleTarget(db, cycleId)), country: body.country }),
    run: async (context) => {
      const { params, body, target } = context;
      const { email, name, language, groups, country } = body;
      const judgeId = await findInvitee(context, { email, name, language });
      const data = { ...params, judgeId, groups, country };
      const reply = await tell(context, { type: 'InviteJudge', data });
      const { zone } = await getCycle(context.db, target.cycleId);
      await inviteToAccount(context, judgeId, { role: 'judge', zone, cycleId: target.cycleId, country });
      const headers = { ...reply.headers, Location: `/api/v1/cycles/${target.cycleId}/judges/${judgeId}` };
      return { headers, body: { ...reply.body, judgeId } };
    },
  }),
  get({
    path: '/cycles/:cycleId/judges',
    operation: 'ListJudges',
    summary: 'The judges of the cycle with their conflicts; a focal point sees those of the own panels',
    query: Filter,
    response: page(JudgeDesk),
    target: ({ db }, { cycleId }, _body, viewer, query) => listTarget(db, cycleId, query.country, viewer),
    run: async ({ db, params, query, role, target, meta }) => {
      const { limit, cursor, country = null, group = null } = query;
      const rows = await findJudges(db, params.cycleId, {
        ...{ country, group, limit: limit + 1, officer: meta.actor },
        desk: role === 'focal-point' ? (target.country ?? null) : null,
        after: cursorKey(cursor, ['uuid'])?.[0],
      });
      return { body: paged(rows, limit, (row) => [row.judgeId]) };
    },
  }),
  get({
    path: '/cycles/:cycleId/judges/:judgeId',
    operation: 'ViewJudge',
    summary: "A judge's part in the cycle; `me` is the own one",
    response: JudgeDesk,
    target: one,
    run: async ({ db, params, role, meta }) => {
      const [view] = await findJudges(db, params.cycleId, { judgeId: params.judgeId, officer: meta.actor });
      if (view === undefined) throw notFound();
      const isBlind = role === 'judge' && (await areNamesHidden(db, params.cycleId));
      // Which entry a name was mapped to is not told.
      return { body: isBlind ? { ...view, conflicts: [] } : view };
    },
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/accept-invitation',
    operation: 'AcceptInvitation',
    summary: 'Accept the invitation to judge',
    body: AcceptInvitation,
    response: CommandDone,
    target: one,
    run: (context) => tell(context, { type: 'AcceptInvitation', data: context.params }),
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/decline-invitation',
    operation: 'DeclineInvitation',
    summary: 'Decline the invitation to judge',
    body: DeclineInvitation,
    response: CommandDone,
    target: one,
    run: (context) => tell(context, { type: 'DeclineInvitation', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/accept-terms',
    operation: 'AcceptTerms',
    summary: 'Accept the terms of judging, by their version',
    body: AcceptTerms,
    response: CommandDone,
    target: one,
    run: (context) => tell(context, { type: 'AcceptTerms', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/profile',
    operation: 'SetProfile',
    summary:
      'Say which languages and themes one reads, how many entries at most, and which bodies one serves: entries of theirs are kept apart',
    body: Profile,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, params, target } = context;
      const { bodies, ...profile } = context.body;
      const reply = await tell(context, { type: 'SetProfile', data: { ...params, ...profile } });
      if (bodies !== undefined) await saveBodies(db, target, bodies);
      await recordFoundConflicts(db, target);
      return reply;
    },
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/conflicts',
    operation: 'DeclareConflict',
    summary:
      'Declare a conflict with an entry, which keeps judge and entry apart from now on; found while reading it is a recusal that says what was read',
    body: DeclareConflict,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { body, target } = context;
      const reply = await tell(context, { type: 'DeclareConflict', data: { ...context.params, ...body } });
      const whose = { nominationId: body.nominationId, judgeId: target.judgeId };
      await recuseFromWhatWasRead(context, whose, body.reason);
      return reply;
    },
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/no-conflicts',
    operation: 'DeclareNoConflict',
    summary: 'Say of entries that no conflict stands between them and oneself: they open by it',
    body: DeclareNoConflict,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, params, body } = context;
      await requireNamesShown(db, params.cycleId);
      await requireAssigned(db, params, body.nominationIds);
      await recordFoundConflicts(db, context.target);
      return tell(context, { type: 'DeclareNoConflict', data: { ...params, ...body } });
    },
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/conflicts/settle',
    operation: 'SettleConflict',
    summary: 'Uphold or dismiss a declared conflict',
    body: SettleConflict,
    response: CommandDone,
    target: one,
    run: (context) => tell(context, { type: 'SettleConflict', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/finish-scoring',
    operation: 'FinishScoring',
    summary: 'Say that one has finished scoring in a group',
    body: FinishScoring,
    response: CommandDone,
    target: one,
    run: (context) => tell(context, { type: 'FinishScoring', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/release',
    operation: 'ReleaseJudge',
    summary: 'Release a judge from service',
    body: ReleaseJudge,
    response: CommandDone,
    target: one,
    run: (context) => tell(context, { type: 'ReleaseJudge', data: { ...context.params, ...context.body } }),
  }),
];
