// The streams that a panel's decisions rest on beside its own.
import { type CountryState, countryStream } from '../country/state.ts';
import { type CycleState, cycleStream } from '../cycle/state.ts';
import type { StreamRef } from '../decider.ts';
import { type JudgeState, judgeStream } from '../judge/state.ts';
import { type MemberState, memberStream } from '../member/state.ts';
import { type NominationState, nominationStream } from '../nomination/state.ts';
import { type ScorecardState, scorecardStream } from '../scorecard/state.ts';
import { askedAbout, isAccess } from './access.ts';
import type { PanelCommand } from './messages.ts';
import { endedRounds, openToSettle } from './rounds.ts';
import type { Panel, PanelState } from './state.ts';

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

export function panelGuards(command: PanelCommand, state: PanelState): GuardRefs {
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
}

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

/** Who goes on; whom a decision names that is recorded or signed: what a signed one says of those who left since is another matter. */
export function namedIn(command: PanelCommand, state: Panel): string[] {
  if (command.type === 'ShortlistEntries')
    return state.status === 'sealed' || openToSettle(state) !== undefined ? command.data.entries : [];
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

/** Of reserves, in the rounds before; of who votes, on what is voted about: who has stepped back, in this round or before, has no vote. */
function sheetsOf(
  command: PanelCommand,
  state: PanelState,
): { [name: `scorecard/${string}`]: StreamRef<ScorecardState> } {
  if (command.type === 'CallReserve' && state.status !== 'none') {
    const { cycleId, nominationId, judgeId, insteadOf } = command.data;
    const sheet = scorecardStream(nominationId, insteadOf, state.round, cycleId);
    return { [`scorecard/${nominationId}/${insteadOf}`]: sheet, ...sheetsBefore(command.data, [judgeId], state) };
  }
  if (command.type === 'LowerMinimum' && (state.status === 'formed' || state.status === 'scoring'))
    return sheetsBefore(command.data, state.reserves, state);
  if (command.type !== 'RecordPanelVote' || state.status === 'none' || !deliberates(state)) return {};
  const { cycleId, entries, votes } = command.data;
  const pairs = entries.flatMap((entry) => votes.map(({ judgeId }) => [entry, judgeId] as const));
  const sheets = (round: string, suffix: string) =>
    pairs.map(([entry, judge]) => [
      `scorecard/${entry}/${judge}${suffix}` as const,
      scorecardStream(entry, judge, round, cycleId),
    ]);
  return Object.fromEntries([
    ...sheets(state.round, ''),
    ...endedRounds(state).flatMap((round) => sheets(round, `/${round}`)),
  ]);
}

/** Of judges on an entry, in the rounds that are over. */
const sheetsBefore = (
  { cycleId, nominationId }: { cycleId: string; nominationId: string },
  judges: string[],
  state: Panel,
): { [name: `scorecard/${string}`]: StreamRef<ScorecardState> } =>
  Object.fromEntries(
    endedRounds(state).flatMap((round) =>
      judges.map((judge) => [
        `scorecard/${nominationId}/${judge}/${round}` as const,
        scorecardStream(nominationId, judge, round, cycleId),
      ]),
    ),
  );
