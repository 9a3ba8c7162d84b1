// The rules of a cycle: its phases, deadlines, endorsement and announcement.
import type { Decider, Decision, Meta } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { planAnnouncement, publishStage } from './announcement.ts';
import { correctAnnouncement } from './correcting.ts';
import { concludeEndorsement, requestEndorsement } from './endorsement.ts';
import { type CycleGuards, cycleGuards } from './guards.ts';
import type { CycleCommand, CycleEvent } from './messages.ts';
import { closePhase, moveDeadline, openPhase } from './phase-rules.ts';
import { planCycle } from './planning.ts';
import { endorseResults, objectToResult, settleObjection, withdrawObjection } from './replies.ts';
import { type Cycle, type CycleState, cycleFold } from './state.ts';
import { resume, suspend } from './suspending.ts';

export const cycle: Decider<CycleState, CycleCommand, CycleEvent, CycleGuards> = {
  ...cycleFold,
  guards: cycleGuards,
  decide: (command, state, guards, meta) => {
    if (command.type === 'PlanCycle') return planCycle(command.data, state, meta);
    if (state.status === 'none') throw new Refusal('cycle-unknown', 'There is no such cycle.');
    if (command.type === 'CancelCycle' && state.status === 'cancelled') return { events: [] };
    if (command.type === 'ArchiveCycle' && state.status === 'archived') return { events: [] };
    if (state.status === 'cancelled') throw new Refusal('cycle-cancelled', 'This cycle was cancelled.');
    if (state.status === 'archived') throw new Refusal('cycle-archived', 'This cycle is archived.');
    requireGoingOn(command, state);
    return decideRunning(command, state, guards, meta);
  },
};

/** A suspended cycle is resumed or cancelled, and nothing else is done with it. */
function requireGoingOn({ type }: CycleCommand, { status }: Cycle): void {
  if (status === 'suspended' && type !== 'SuspendCycle' && type !== 'ResumeCycle' && type !== 'CancelCycle')
    throw new Refusal('cycle-suspended', 'This cycle is suspended.');
}

type RunningCommand = Exclude<CycleCommand, { type: 'PlanCycle' }>;

function decideRunning(command: RunningCommand, state: Cycle, guards: CycleGuards, meta: Meta): Decision<CycleEvent> {
  const { cycleId } = state;
  switch (command.type) {
    case 'OpenPhase':
      return openPhase(state, command.data.phase, meta);
    case 'ClosePhase':
      return closePhase(state, command.data.phase, guards, meta);
    case 'MoveDeadline':
      return moveDeadline(state, command.data, meta);
    case 'CancelCycle':
      return { events: [{ type: 'CycleCancelled', data: { cycleId, reason: command.data.reason } }] };
    case 'SuspendCycle':
      return suspend(state, command.data, meta);
    case 'ResumeCycle':
      return resume(state, command.data, meta);
    case 'RequestEndorsement':
      return requestEndorsement(state, command.data, guards, meta);
    case 'EndorseResults':
      return endorseResults(state, command.data, meta);
    case 'ObjectToResult':
      return objectToResult(state, command.data, meta);
    case 'SettleObjection':
      return settleObjection(state, command.data);
    case 'WithdrawObjection':
      return withdrawObjection(state, command.data);
    case 'ConcludeEndorsement':
      return concludeEndorsement(state, command.data, meta);
    case 'PlanAnnouncement':
      return planAnnouncement(state, command.data);
    case 'PublishStage':
      return publishStage(state, command.data.stage, guards, meta);
    case 'CorrectAnnouncement':
      return correctAnnouncement(state, command.data);
    case 'ArchiveCycle':
      return archive(state);
    default:
      return unreachable(command);
  }
}

function archive(state: Cycle): Decision<CycleEvent> {
  const open = (['announcement', 'forum'] as const).filter((phase) => state.phases[phase].status !== 'closed');
  if (open.length > 0) throw new Refusal('not-finished', `Still to be closed: ${open.join(' and ')}.`, { open });
  return { events: [{ type: 'CycleArchived', data: { cycleId: state.cycleId } }] };
}
