// The rules of a panel: its forming, assignment, scoring's end, tally, decision and awards.
import { type CountryState, countryStream } from '../country/state.ts';
import { type CycleState, cycleStream } from '../cycle/state.ts';
import type { Decider, Decision, Meta, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { type JudgeState, judgeStream } from '../judge/state.ts';
import { type MemberState, memberStream } from '../member/state.ts';
import { type NominationState, nominationStream } from '../nomination/state.ts';
import { type ScorecardState, scorecardStream } from '../scorecard/state.ts';
import { askedAbout, decideAccess, isAccess } from './access.ts';
import { proposeAssignment, releaseAssignment, requestAssignment } from './assigning.ts';
import { changeAssignment } from './assigning-by-hand.ts';
import { acceptAward, declineAward, lapseAward, replaceLaureate } from './awarding.ts';
import { addReference, removeReference, scoreReference } from './calibrating.ts';
import { recordDecision, recordOutsideDecision } from './deciding.ts';
import { amendEntry, removeEntry, requireStanding } from './entries.ts';
import { changePanel, formPanel } from './forming.ts';
import type { AccessCommand, PanelCommand, PanelEvent } from './messages.ts';
import { lowerMinimum } from './minimum.ts';
import { recordMotion } from './motions.ts';
import { correctName, nameContact, proofName, revokeAward } from './proofing.ts';
import { publishBundle, withdrawBundle } from './publishing.ts';
import { callReserve } from './reserves.ts';
import { confirmDecisionSignature, reopenDecision, signDecision } from './signing.ts';
import { type Panel, type PanelState, panelFold } from './state.ts';
import { closeScoring, sealTally } from './tallying.ts';
import { type Calendar, calendarOf } from './timing.ts';
import { recordVote } from './voting.ts';

/** The country stands here where the panel is national; judges, for the close of scoring, the tally and votes; sheets, for votes; nominations, for what is named, signed or leaves. */
export type PanelGuards = {
  cycle: CycleState;
  country?: CountryState;
  [name: `judge/${string}`]: JudgeState;
  [name: `member/${string}`]: MemberState;
  [name: `nomination/${string}`]: NominationState;
  [name: `scorecard/${string}`]: ScorecardState;
};
type GuardRefs = {
  cycle: StreamRef<CycleState>;
  country?: StreamRef<CountryState>;
  [name: `judge/${string}`]: StreamRef<JudgeState>;
  [name: `member/${string}`]: StreamRef<MemberState>;
  [name: `nomination/${string}`]: StreamRef<NominationState>;
  [name: `scorecard/${string}`]: StreamRef<ScorecardState>;
};

export const panel: Decider<PanelState, PanelCommand, PanelEvent, PanelGuards> = {
  ...panelFold,
  guards: (command, state): GuardRefs => {
    const { cycleId } = command.data;
    const country = countryOf(command, state);
    return {
      cycle: cycleStream(cycleId),
      ...(country !== null && { country: countryStream(cycleId, country) }),
      ...judgesOf(cycleId, judgesAskedIn(command, state)),
      ...(isAccess(command) && { [`member/${askedAbout(command)}` as const]: memberStream(askedAbout(command)) }),
      ...nominationsOf(cycleId, nominationsAskedIn(command, state)),
      ...sheetsOf(command, state),
    };
  },
  decide: (command, state, guards, meta) => {
    // A solver at work as the cycle is suspended may still hand in what it found: a person releases it.
    const category = state.status === 'none' ? categoryOf(command) : state.category;
    const paused = command.type === 'ProposeAssignment' || isAccess(command);
    const calendar = calendarOf(guards.cycle, guards.country, category, paused);
    if (command.type === 'FormPanel') return formPanel(command.data, state, calendar, meta);
    if (state.status === 'none') throw new Refusal('panel-unknown', 'There is no such panel.');
    if (isAccess(command)) return decideAccess(command, { panel: state, cycle: calendar.cycle, guards, meta });
    if (command.type === 'CloseScoring') return closeScoring(state, calendar, guards, meta);
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

function countryOf(command: PanelCommand, state: PanelState): string | null {
  if (state.status !== 'none') return state.country;
  return command.type === 'FormPanel' ? command.data.country : null;
}

/** Scoring ends when its judges have finished; fewer sheets are enough when no reserve can serve; a sheet or a vote counts when nothing stands between judge and entry. */
function judgesAskedIn(command: PanelCommand, state: PanelState): string[] {
  if (isAccess(command)) return [askedAbout(command)];
  if (command.type === 'CallReserve') return [command.data.judgeId, command.data.insteadOf];
  if (command.type === 'CloseScoring' && state.status === 'scoring') return state.judges;
  if (command.type === 'LowerMinimum' && (state.status === 'formed' || state.status === 'scoring'))
    return state.reserves;
  if (command.type === 'ScoreReference' && state.status === 'scoring') return [command.data.judgeId];
  if (command.type === 'SealTally' && state.status === 'closed')
    return command.data.sheets.map(({ judgeId }) => judgeId);
  if (command.type === 'RecordPanelVote' && deliberates(state)) return command.data.votes.map(({ judgeId }) => judgeId);
  return [];
}

const deliberates = ({ status }: PanelState) => status === 'closed' || status === 'sealed' || status === 'decided';

/** Whom a decision names that is recorded or signed: what a signed one says of those who left since is another matter. */
function namedIn(command: PanelCommand, state: Panel): string[] {
  if (command.type === 'RecordDecision' || command.type === 'RecordOutsideDecision')
    return state.status === 'signed' ? [] : [...command.data.laureates, ...command.data.runnersUp];
  return command.type === 'SignDecision' && state.status === 'decided'
    ? state.decision.winners.map(({ laureateId }) => laureateId)
    : [];
}

function nominationsAskedIn(command: PanelCommand, state: PanelState): string[] {
  if (command.type === 'RemoveEntry' || command.type === 'AmendEntry') return [command.data.nominationId];
  return state.status === 'none' ? [] : namedIn(command, state);
}

const nominationsOf = (
  cycleId: string,
  ids: string[],
): { [name: `nomination/${string}`]: StreamRef<NominationState> } =>
  Object.fromEntries(ids.map((id) => [`nomination/${id}` as const, nominationStream(id, cycleId)]));

const judgesOf = (cycleId: string, judges: string[]): { [name: `judge/${string}`]: StreamRef<JudgeState> } =>
  Object.fromEntries(judges.map((judge) => [`judge/${judge}` as const, judgeStream(cycleId, judge)]));

/** Of who votes, on what is voted about: who has stepped back has no vote. */
function sheetsOf(
  command: PanelCommand,
  state: PanelState,
): { [name: `scorecard/${string}`]: StreamRef<ScorecardState> } {
  if (command.type === 'CallReserve' && state.status !== 'none') {
    const { cycleId, nominationId, insteadOf } = command.data;
    const sheet = scorecardStream(nominationId, insteadOf, state.round, cycleId);
    return { [`scorecard/${nominationId}/${insteadOf}`]: sheet };
  }
  if (command.type !== 'RecordPanelVote' || state.status === 'none' || !deliberates(state)) return {};
  const { cycleId, entries, votes } = command.data;
  const pairs = entries.flatMap((entry) => votes.map(({ judgeId }) => [entry, judgeId] as const));
  return Object.fromEntries(
    pairs.map(([entry, judge]) => [
      `scorecard/${entry}/${judge}` as const,
      scorecardStream(entry, judge, state.round, cycleId),
    ]),
  );
}

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
