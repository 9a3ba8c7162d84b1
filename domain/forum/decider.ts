// The rules of a forum: its plan, the schedule proposed for it, moves and pins by hand, and the releases.
import { type CycleState, cycleStream } from '../cycle/state.ts';
import type { Decider, Decision, Meta, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { moveTalk, pinTalk, swapTalks, unpinTalk } from './arranging.ts';
import { pinModerator, unpinModerator } from './chairing.ts';
import type { ForumCommand, ForumEvent } from './messages.ts';
import { changeForumPlan, planForum } from './planning.ts';
import { releaseSchedule } from './releasing.ts';
import { tryScenario } from './scenarios.ts';
import { proposeSchedule, requestSchedule } from './schedules.ts';
import { type Forum, type ForumState, forumFold } from './state.ts';
import { redoMove, restoreRelease, undoMove } from './undoing.ts';

/** The cycle stands here where the forum has one. */
export type ForumGuards = { cycle?: CycleState };
type GuardRefs = { cycle?: StreamRef<CycleState> };

export const forum: Decider<ForumState, ForumCommand, ForumEvent, ForumGuards> = {
  ...forumFold,
  guards: (command, state): GuardRefs => {
    const cycleId = cycleOf(command, state);
    return cycleId === null ? {} : { cycle: cycleStream(cycleId) };
  },
  decide: (command, state, guards, meta) => {
    if (cycleOf(command, state) !== null) requireOpenCycle(guards.cycle);
    if (command.type === 'PlanForum') return planForum(command.data, state);
    if (state.status === 'none') throw new Refusal('forum-unknown', 'There is no such forum.');
    return decidePlanned(command, state, meta);
  },
};

function cycleOf(command: ForumCommand, state: ForumState): string | null {
  if (state.status !== 'none') return state.cycleId;
  return command.type === 'PlanForum' ? command.data.cycleId : null;
}

function requireOpenCycle(cycle: CycleState | undefined): void {
  if (cycle === undefined || cycle.status === 'none') throw new Refusal('cycle-unknown', 'There is no such cycle.');
  // A suspension does not stop the arranging of a programme: nothing of it has a deadline.
  if (cycle.status === 'cancelled') throw new Refusal('cycle-cancelled', 'This cycle was cancelled.');
  if (cycle.status === 'archived') throw new Refusal('cycle-archived', 'This cycle is archived.');
  if (cycle.phases.forum.status === 'closed')
    throw new Refusal('phase-closed', 'The forum phase is closed: the programme stands as it was released.');
}

type PlannedCommand = Exclude<ForumCommand, { type: 'PlanForum' }>;

function decidePlanned(command: PlannedCommand, state: Forum, meta: Meta): Decision<ForumEvent> {
  switch (command.type) {
    case 'ChangeForumPlan':
      return changeForumPlan(command.data, state);
    case 'RequestSchedule':
      return requestSchedule(command.data, state);
    case 'ProposeSchedule':
      return proposeSchedule(command.data, state, meta);
    case 'TryScenario':
      return tryScenario(command.data, state);
    case 'PinTalk':
      return pinTalk(command.data, state);
    case 'UnpinTalk':
      return unpinTalk(command.data, state);
    case 'PinModerator':
      return pinModerator(command.data, state);
    case 'UnpinModerator':
      return unpinModerator(command.data, state);
    case 'MoveTalk':
      return moveTalk(command.data, state);
    case 'SwapTalks':
      return swapTalks(command.data, state);
    case 'UndoMove':
      return undoMove(command.data, state);
    case 'RedoMove':
      return redoMove(command.data, state);
    case 'RestoreRelease':
      return restoreRelease(command.data, state);
    case 'ReleaseSchedule':
      return releaseSchedule(command.data, state);
    default:
      return unreachable(command);
  }
}
