// The rules of a judge's part in a cycle: invitation, terms, profile, conflicts, and the word "finished".
import { type Cycle, type CycleState, cycleStream } from '../cycle/state.ts';
import type { Decider, Meta, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { type PanelState, panelFold, panelStream } from '../panel/state.ts';
import { answerNameList, declareConflict, declareNoConflict, recordFound, settleConflict } from './conflicts.ts';
import { accept, decline, invite, release } from './inviting.ts';
import type { JudgeCommand, JudgeEvent } from './messages.ts';
import { acceptTerms, finishScoring, setProfile } from './serving.ts';
import { type JudgeState, judgeFold } from './state.ts';
import { acceptSuggestion, dismissSuggestion } from './suggesting.ts';

/** The panel stands here for the word "finished" only. */
export type JudgeGuards = { cycle: CycleState; panel?: PanelState };
type GuardRefs = { cycle: StreamRef<CycleState>; panel?: StreamRef<PanelState> };

export const judge: Decider<JudgeState, JudgeCommand, JudgeEvent, JudgeGuards> = {
  ...judgeFold,
  guards: ({ type, data }): GuardRefs => ({
    cycle: cycleStream(data.cycleId),
    ...(type === 'FinishScoring' && { panel: panelStream(data.cycleId, data.group) }),
  }),
  decide: (command, state, guards, meta) => {
    const cycle = requireCycle(command, guards.cycle);
    requireDesk(command, cycle, meta);
    if (command.type === 'InviteJudge') return invite(command.data, state, cycle, meta);
    if (state.status === 'none') throw new Refusal('judge-unknown', 'There is no such judge in this cycle.');
    switch (command.type) {
      case 'AcceptInvitation':
        return accept(state);
      case 'DeclineInvitation':
        return decline(command.data.reason, state);
      case 'AcceptTerms':
        return acceptTerms(command.data, state, cycle);
      case 'SetProfile':
        return setProfile(command.data, state);
      case 'DeclareConflict':
        return declareConflict(command.data, state);
      case 'DeclareNoConflict':
        return declareNoConflict(command.data, state, cycle);
      case 'AnswerNameList':
        return answerNameList(command.data, state, cycle);
      case 'RecordFoundConflicts':
        return recordFound(command.data, state, meta);
      case 'AcceptSuggestion':
        return acceptSuggestion(command.data, state);
      case 'DismissSuggestion':
        return dismissSuggestion(command.data, state);
      case 'SettleConflict':
        return settleConflict(command.data, state, meta);
      case 'FinishScoring':
        return finishScoring(command.data, state, cycle, guards.panel ?? panelFold.initial);
      case 'ReleaseJudge':
        return release(command.data.reason, state);
      default:
        return unreachable(command);
    }
  },
};

/** A suspension stops the word "finished", and nothing that has no deadline: invitations, terms, conflicts. */
function requireCycle({ type }: JudgeCommand, cycle: CycleState): Cycle {
  if (cycle.status === 'none') throw new Refusal('cycle-unknown', 'There is no such cycle.');
  const goesOn = cycle.status === 'running' || (cycle.status === 'suspended' && type !== 'FinishScoring');
  if (!goesOn) throw new Refusal(`cycle-${cycle.status}`, `This cycle is ${cycle.status}.`);
  return cycle;
}

const deskCommands: JudgeCommand['type'][] = [
  'InviteJudge',
  'SettleConflict',
  'ReleaseJudge',
  'AcceptSuggestion',
  'DismissSuggestion',
];

/** A focal point answers for its country's judges only; those of a regional panel, compatriots too, are the secretariat's. */
function requireDesk({ type }: JudgeCommand, { definition }: Cycle, { role }: Meta): void {
  if (role === 'focal-point' && definition.judging.scope === 'regional' && deskCommands.includes(type))
    throw new Refusal('secretariat-only', 'Judging is regional: its judges are appointed by the secretariat.', {
      roles: ['secretariat'],
    });
}
