// The rules of a panel: its forming, assignment, scoring's end, tally, decision and awards.
import type { Decider, Decision, Meta } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { decideAccess, isAccess } from './access.ts';
import { proposeAssignment, releaseAssignment, requestAssignment } from './assigning.ts';
import { changeAssignment } from './assigning-by-hand.ts';
import { acceptAward, declineAward, lapseAward, replaceLaureate } from './awarding.ts';
import { addReference, removeReference, scoreReference } from './calibrating.ts';
import { recordDecision, recordOutsideDecision } from './deciding.ts';
import { amendEntry, removeEntry, requireStanding } from './entries.ts';
import { changePanel, formPanel } from './forming.ts';
import { namedIn, type PanelGuards, panelGuards } from './guards.ts';
import type { AccessCommand, PanelCommand, PanelEvent } from './messages.ts';
import { lowerMinimum } from './minimum.ts';
import { recordMotion } from './motions.ts';
import { correctName, nameContact, proofName, revokeAward } from './proofing.ts';
import { publishBundle, withdrawBundle } from './publishing.ts';
import { callReserve } from './reserves.ts';
import { shortlistEntries } from './shortlisting.ts';
import { confirmDecisionSignature, reopenDecision, signDecision } from './signing.ts';
import { type Panel, type PanelState, panelFold } from './state.ts';
import { closeScoring, sealTally } from './tallying.ts';
import { type Calendar, calendarOf } from './timing.ts';
import { recordVote } from './voting.ts';

export const panel: Decider<PanelState, PanelCommand, PanelEvent, PanelGuards> = {
  ...panelFold,
  guards: panelGuards,
  decide: (command, state, guards, meta) => {
    // A solver at work as the cycle is suspended may still hand in what it found: a person releases it.
    const category = state.status === 'none' ? categoryOf(command) : state.category;
    const paused = command.type === 'ProposeAssignment' || isAccess(command);
    const calendar = calendarOf(guards.cycle, guards.country, category, paused);
    if (command.type === 'FormPanel') return formPanel(command.data, state, calendar, meta);
    if (state.status === 'none') throw new Refusal('panel-unknown', 'There is no such panel.');
    if (isAccess(command)) return decideAccess(command, { panel: state, cycle: calendar.cycle, guards, meta });
    if (command.type === 'CloseScoring') return closeScoring(command.data, state, calendar, guards, meta);
    if (command.type === 'SealTally') return sealTally(command.data, state, calendar, guards, meta);
    if (command.type === 'ScoreReference') return scoreReference(command.data, state, calendar, guards, meta);
    if (command.type === 'CallReserve') return callReserve(command.data, state, calendar, guards, meta);
    if (command.type === 'LowerMinimum') return lowerMinimum(command.data, state, calendar, guards, meta);
    if (command.type === 'RecordPanelVote') return vote(command.data, state, calendar, guards, meta);
    requireStanding(namedIn(command, state), state, guards);
    if (command.type === 'RemoveEntry') return removeEntry(command.data, state, guards);
    if (command.type === 'AmendEntry') return amendEntry(command.data, state, guards, meta);
    return decideFormed(command, state, calendar, meta);
  },
};

type VoteOf = Extract<PanelCommand, { type: 'RecordPanelVote' }>['data'];

function vote(data: VoteOf, state: Panel, calendar: Calendar, guards: PanelGuards, meta: Meta): Decision<PanelEvent> {
  const { motion } = data;
  return motion === undefined
    ? recordVote(data, state, calendar, guards, meta)
    : recordMotion({ ...data, motion }, state, calendar, guards, meta);
}

const categoryOf = (command: PanelCommand): string => (command.type === 'FormPanel' ? command.data.category : '');

type FormedCommand = Exclude<
  PanelCommand,
  | AccessCommand
  | {
      type:
        | 'FormPanel'
        | 'CloseScoring'
        | 'SealTally'
        | 'LowerMinimum'
        | 'ScoreReference'
        | 'CallReserve'
        | 'RecordPanelVote'
        | 'RemoveEntry'
        | 'AmendEntry';
    }
>;

function decideFormed(command: FormedCommand, state: Panel, calendar: Calendar, meta: Meta): Decision<PanelEvent> {
  switch (command.type) {
    case 'ChangePanel':
      return changePanel(command.data, state, calendar);
    case 'RequestAssignment':
      return requestAssignment(command.data, state, calendar, meta);
    case 'ProposeAssignment':
      return proposeAssignment(command.data, state, calendar, meta);
    case 'ChangeAssignment':
      return changeAssignment(command.data, state, calendar, meta);
    case 'ReleaseAssignment':
      return releaseAssignment(state, calendar, meta);
    case 'ShortlistEntries':
      return shortlistEntries(command.data, state, calendar, meta);
    case 'AddReference':
      return addReference(command.data, state, calendar);
    case 'RemoveReference':
      return removeReference(command.data, state);
    case 'RecordDecision':
      return recordDecision(command.data, state, calendar, meta);
    case 'RecordOutsideDecision':
      return recordOutsideDecision(command.data, state, calendar, meta);
    case 'SignDecision':
      return signDecision(command.data, state, calendar, meta);
    case 'ConfirmDecisionSignature':
      return confirmDecisionSignature(state, calendar, meta);
    case 'ReopenDecision':
      return reopenDecision(command.data, state, calendar, meta);
    case 'AcceptAward':
      return acceptAward(command.data, state, calendar.cycle, meta);
    case 'DeclineAward':
      return declineAward(command.data, state, calendar.cycle);
    case 'ReplaceLaureate':
      return replaceLaureate(command.data, state, calendar.cycle, meta);
    case 'LapseAward':
      return lapseAward(command.data, state, calendar.cycle, meta);
    case 'NameContact':
      return nameContact(command.data, state);
    case 'ProofName':
      return proofName(command.data, state, calendar.cycle);
    case 'CorrectName':
      return correctName(command.data, state, calendar.cycle);
    case 'PublishBundle':
      return publishBundle(command.data, state, calendar.cycle);
    case 'WithdrawBundle':
      return withdrawBundle(command.data, state);
    case 'RevokeAward':
      return revokeAward(command.data, state, calendar.cycle);
    default:
      return unreachable(command);
  }
}
