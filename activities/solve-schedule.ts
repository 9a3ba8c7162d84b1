// The schedule of a forum: the problem from the store, the solver's schedule, and why talks stay without a place.
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import { findTalkFacts } from '../db/read-models/talk-facts.ts';
import { minuteOn } from '../domain/deadlines.ts';
import type { Scenario } from '../domain/forum/messages.ts';
import { scenarioTimetable } from '../domain/forum/scenarios.ts';
import { type Forum, forumStream } from '../domain/forum/state.ts';
import { forumTimetable, placeOf } from '../domain/forum/timetable.ts';
import { leftSaid, pinsSaid } from '../domain/scheduling/wording.ts';
import { findProposal } from './proposals.ts';
import { type Solved, solve } from './solve.ts';
import { schedule } from './solver-thread.ts';
import { watched } from './watched.ts';

export const solveSchedule = (db: Db, { proposalId }: { proposalId: string }): Promise<void> =>
  solve(db, proposalId, async () => {
    const row = await findProposal(db, proposalId);
    if (row?.forum_id == null) return stale;
    const { state: forum } = await loadState(db, forumStream(row.forum_id));
    if (forum.status === 'none') return stale;
    const tried = forum.scenarios.find((one) => one.proposalId === proposalId);
    if (tried !== undefined) return trial(db, proposalId, forum, tried.scenario);
    if (forum.requested === proposalId) return propose(db, proposalId, forum);
    if (forum.proposed !== proposalId) return stale;
    const { objective = forum.unplaced.length, bound = null } = forum.quality ?? {};
    return { command: null, objective, bound };
  });

const stale = { problem: 'proposal-stale' } as const;

/** What a release has told people keeps its place where it can. */
async function propose(db: Db, proposalId: string, forum: Forum): Promise<Solved> {
  const talks = await findTalkFacts(db, forum);
  const now = minuteOn(forum.plan, new Date());
  const file = forumTimetable(forum, talks, now);
  const result = await watched(db, proposalId, (listener) => schedule(file, listener));
  if ('broken' in result) return { problem: 'schedule-invalid', detail: { broken: [pinsSaid(result.broken)] } };
  const { placements, unplaced, moderators, interpretation } = result;
  const { status, objective, bound, gap, terms, solver } = result;
  const data = {
    ...{ forumId: forum.forumId, proposalId, talks, moderators, interpretation },
    ...{ status, objective, bound, gap, terms: { ...terms }, solver, now },
    placements: placements.map(({ talk, session, slot }) => ({ talk, ...placeOf(session, slot) })),
    unplaced: unplaced.map(({ talk, ...why }) => ({ talk, reasons: leftSaid(why), ...why })),
  };
  return { command: { type: 'ProposeSchedule', data }, objective, bound };
}

/** What comes out is kept with the proposal and touches nothing else. */
async function trial(db: Db, proposalId: string, forum: Forum, scenario: Scenario): Promise<Solved> {
  const talks = await findTalkFacts(db, forum);
  const file = scenarioTimetable(forum, talks, scenario, minuteOn(forum.plan, new Date()));
  const result = await watched(db, proposalId, (listener) => schedule(file, listener));
  if ('broken' in result) return { problem: 'schedule-invalid', detail: { broken: [pinsSaid(result.broken)] } };
  const { placements, unplaced, objective, bound, gap, status, terms } = result;
  const outcome = {
    ...{ objective, bound, gap, status, terms },
    placements: placements.map(({ talk, session, slot }) => ({ talk, ...placeOf(session, slot) })),
    unplaced: unplaced.map(({ talk }) => talk),
  };
  return { command: null, objective, bound, detail: { scenario: outcome } };
}
