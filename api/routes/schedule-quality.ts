// How good the working schedule is and what moved in it; and schedules tried on a copy.
import { execute, loadState } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { recordRequest } from '../../db/read-models/proposal-views.ts';
import { findOutcomes } from '../../db/read-models/scenario-views.ts';
import { findTalkFacts } from '../../db/read-models/talk-facts.ts';
import { forum } from '../../domain/forum/decider.ts';
import { TryScenario } from '../../domain/forum/messages.ts';
import { workingQuality } from '../../domain/forum/quality.ts';
import { forumStream } from '../../domain/forum/state.ts';
import { CommandDone, done } from '../answer.ts';
import type { Services } from '../app.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { forumTarget } from '../targets.ts';
import { ScenariosView, ScheduleQualityView } from '../views/schedule-quality.ts';

const one = ({ db }: Services, { forumId }: { forumId: string }) => forumTarget(db, forumId);

async function working({ db }: Pick<Services, 'db'>, forumId: string) {
  const { state } = await loadState(db, forumStream(forumId));
  if (state.status === 'none') throw notFound();
  return { state, quality: workingQuality(state, await findTalkFacts(db, state)) };
}

export const scheduleQualityRoutes = [
  get({
    path: '/forums/:forumId/schedule/quality',
    operation: 'ViewForum',
    summary:
      'What the working schedule costs by rule, why talks have no place, and what each move since the release bought',
    response: ScheduleQualityView,
    target: one,
    run: async (context) => ({ body: (await working(context, context.params.forumId)).quality }),
  }),
  get({
    path: '/forums/:forumId/schedule/scenarios',
    operation: 'ViewForum',
    summary: 'Schedules tried on a copy, the newest first, and what came out of each',
    response: ScenariosView,
    target: one,
    run: async (context) => {
      const { state, quality } = await working(context, context.params.forumId);
      return { body: { current: quality.current, scenarios: await findOutcomes(context.db, state) } };
    },
  }),
  post({
    path: '/forums/:forumId/schedule/scenarios',
    operation: 'TryScenario',
    summary: 'Have a schedule worked out on a copy: with other pins, without a talk, or with a room more',
    body: TryScenario,
    response: CommandDone,
    status: 202,
    target: one,
    run: async ({ db, meta, params: { forumId }, target, body }) => {
      const proposalId = idOf(meta.commandId);
      const command = { type: 'TryScenario', data: { ...body, forumId, proposalId } } as const;
      const reply = done(forumId, await execute(db, forum, forumStream(forumId), command, meta));
      const { cycleId = null } = target;
      await recordRequest(db, { proposalId, kind: 'schedule', cycleId, group: null, by: meta.actor, forumId });
      const headers = { ...reply.headers, Location: `/api/v1/proposals/${proposalId}` };
      return { headers, body: { ...reply.body, id: proposalId } };
    },
  }),
];
