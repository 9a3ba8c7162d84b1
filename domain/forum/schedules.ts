// A schedule's way: asked for, proposed by a solver and checked here.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { openBoard } from '../scheduling/board.ts';
import { checkTimetable } from '../scheduling/checking.ts';
import { checkSchedule } from '../scheduling/schedule.ts';
import type { ForumCommand, ForumEvent } from './messages.ts';
import { scheduleProblem } from './schedule-problem.ts';
import type { Forum } from './state.ts';
import { forumTimetable, sessionOf } from './timetable.ts';

type Data<Type extends ForumCommand['type']> = Extract<ForumCommand, { type: Type }>['data'];

export function requestSchedule({ proposalId, replaces }: Data<'RequestSchedule'>, state: Forum): Decision<ForumEvent> {
  const { forumId, cycleId, requested } = state;
  if (requested === proposalId || state.proposed === proposalId) return { events: [] };
  if (requested !== null && requested !== replaces)
    throw new Refusal('schedule-requested', 'A schedule is being worked out: wait for it, or replace it.', {
      replaces: requested,
    });
  return { events: [{ type: 'ScheduleRequested', data: { forumId, cycleId, proposalId } }] };
}

export function proposeSchedule(data: Data<'ProposeSchedule'>, state: Forum, meta: Meta): Decision<ForumEvent> {
  const { proposalId } = data;
  const { forumId, cycleId, requested } = state;
  if (meta.role !== 'process') throw new Refusal('process-only', 'Schedules are proposed by the solver: request one.');
  if (requested === null && state.proposed === proposalId) return { events: [] };
  if (requested !== proposalId)
    throw new Refusal('proposal-stale', 'This proposal answers no open request.', { requested });
  requireSound([...checkPlaces(data, state), ...checkComplete(data)]);
  return { events: [{ type: 'ScheduleProposed', data: { ...data, forumId, cycleId } }] };
}

/** A proposal that says what it costs is held to every rule and to each of its numbers. */
function checkPlaces(data: Data<'ProposeSchedule'>, state: Forum): string[] {
  const {
    placements,
    talks,
    objective,
    bound = null,
    terms = {},
    now = null,
    moderators = {},
    interpretation = {},
  } = data;
  if (objective === undefined) return checkSchedule(scheduleProblem(state, talks), { placements });
  const board = openBoard(forumTimetable(state, talks, now));
  const sessions = placements.map(({ talk, block, room, slot }) => ({
    talk,
    session: sessionOf({ block, room }),
    slot,
  }));
  const claim = { placements: sessions, moderators, interpretation, objective, bound, terms };
  return checkTimetable(board, claim).broken.map(({ message }) => message);
}

/** @throws Refusal that names every rule the schedule breaks. */
export function requireSound(broken: string[]): void {
  if (broken.length > 0)
    throw new Refusal('schedule-invalid', broken.slice(0, 5).join(' '), { broken: broken.slice(0, 50) });
}

/** What the checker of placements does not see: a talk that is lost, or both placed and not. */
function checkComplete({ placements, unplaced, talks }: Data<'ProposeSchedule'>): string[] {
  const placed = new Set(placements.map(({ talk }) => talk));
  const left = new Set(unplaced.map(({ talk }) => talk));
  const known = new Set(talks.map(({ talk }) => talk));
  return [
    ...[...givenTwice(talks.map(({ talk }) => talk))].map((talk) => `Talk ${talk} is given twice.`),
    ...[...left].filter((talk) => !known.has(talk)).map((talk) => `There is no talk ${talk}.`),
    ...[...left].filter((talk) => placed.has(talk)).map((talk) => `Talk ${talk} is both placed and left out.`),
    ...[...known]
      .filter((talk) => !placed.has(talk) && !left.has(talk))
      .map((talk) => `Talk ${talk} is neither placed nor left out.`),
  ];
}

const givenTwice = (talks: string[]) => new Set(talks.filter((talk, index) => talks.indexOf(talk) !== index));
