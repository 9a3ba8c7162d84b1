// The rules of one judge's scorecard on one nomination.
import { type CountryState, countryStream } from '../country/state.ts';
import { type CycleState, cycleStream } from '../cycle/state.ts';
import type { Decider, Decision, Meta, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { rubricOf } from '../definition-queries.ts';
import { type JudgeState, judgeStream } from '../judge/state.ts';
import { type Panel, type PanelState, panelStream } from '../panel/state.ts';
import { type Calendar, calendarOf, requireRoundTime } from '../panel/timing.ts';
import type { ScorecardCommand, ScorecardEvent } from './messages.ts';
import { requireAnswers } from './points.ts';
import {
  type EarlierSheets,
  requireCalibrated,
  requireEntry,
  requireFree,
  requireMember,
  requireNotRecused,
  requirePair,
  requireScoring,
} from './rules.ts';
import { type ScorecardState, scorecardFold, scorecardStream } from './state.ts';

/** All but the country are there once the scorecard is known; the country, where judging is national. */
export type ScorecardGuards = {
  cycle?: CycleState;
  judge?: JudgeState;
  panel?: PanelState;
  country?: CountryState;
} & EarlierSheets;
type GuardRefs = {
  cycle?: StreamRef<CycleState>;
  judge?: StreamRef<JudgeState>;
  panel?: StreamRef<PanelState>;
  country?: StreamRef<CountryState>;
  [name: `round/${string}`]: StreamRef<ScorecardState>;
};
type Data<Type extends ScorecardCommand['type']> = Extract<ScorecardCommand, { type: Type }>['data'];
type Known = Exclude<ScorecardState, { status: 'none' }>;
type Score = { criterion: string; points: number };
type Circle = { calendar: Calendar; panel: Panel; judge: JudgeState | undefined };

export const scorecard: Decider<ScorecardState, ScorecardCommand, ScorecardEvent, ScorecardGuards> = {
  ...scorecardFold,
  guards: (command, state): GuardRefs => {
    if (command.type === 'AssignScorecard')
      return { ...circleOf(command.data, command.data.country), ...earlierSheets(command.data) };
    return state.status === 'none' ? {} : circleOf(state.ids, state.country);
  },
  decide: (command, state, guards, meta) => {
    if (command.type !== 'AssignScorecard' && state.status === 'none')
      throw new Refusal('scorecard-unknown', 'There is no such scorecard.');
    const { panel, judge } = guards;
    const category = panel === undefined || panel.status === 'none' ? '' : panel.category;
    const calendar = calendarOf(guards.cycle, guards.country, category);
    if (panel === undefined || panel.status === 'none') throw new Refusal('panel-unknown', 'There is no such panel.');
    const circle = { calendar, panel, judge };
    if (command.type === 'AssignScorecard') return assign(command.data, state, circle, guards, meta);
    if (state.status === 'none') throw new Refusal('scorecard-unknown', 'There is no such scorecard.');
    switch (command.type) {
      case 'SubmitScorecard':
        return submit(command.data, state, circle, meta);
      case 'RecuseFromEntry':
        return recuse(command.data, state, circle);
      case 'ReopenScorecard':
        return reopen(command.data, state, circle, meta);
      case 'RenewScorecard':
        return renew(state, circle, meta);
      default:
        return unreachable(command);
    }
  },
};

type Ids = { cycleId: string; group: string; judgeId: string };
const circleOf = ({ cycleId, group, judgeId }: Ids, country: string): GuardRefs => ({
  cycle: cycleStream(cycleId),
  judge: judgeStream(cycleId, judgeId),
  panel: panelStream(cycleId, group),
  // A group that is named after a country is that country's own.
  ...(group.startsWith(`${country}-`) && { country: countryStream(cycleId, country) }),
});

/** Of the same judge on the same entry, round by round. */
const earlierSheets = ({ cycleId, nominationId, judgeId, after = [] }: Data<'AssignScorecard'>): GuardRefs =>
  Object.fromEntries(
    after.map((round) => [`round/${round}` as const, scorecardStream(nominationId, judgeId, round, cycleId)]),
  );

function assign(
  data: Data<'AssignScorecard'>,
  state: ScorecardState,
  { calendar, panel, judge }: Circle,
  before: EarlierSheets,
  meta: Meta,
): Decision<ScorecardEvent> {
  if (state.status !== 'none') return { events: [] };
  if (meta.role !== 'process') throw new Refusal('process-only', 'Scorecards follow from a released assignment.');
  const { cycleId, group, nominationId, judgeId, round, country } = data;
  requireScoring(panel, panel.round);
  requireEntry(panel, nominationId);
  const entry = requirePair(data, panel);
  requireMember(panel, judgeId);
  requireFree(judge, entry, calendar.cycle);
  requireNotRecused(data, panel, before);
  const criteria = rubricOf(calendar.cycle.definition, entry.category, round).criteria.map(({ key }) => key);
  const facts = { country, category: entry.category, dossierVersion: entry.version, criteria };
  const said = [data.category, data.dossierVersion, [...data.criteria].sort()];
  if (JSON.stringify(said) !== JSON.stringify([entry.category, entry.version, [...criteria].sort()]))
    throw new Refusal('entry-differs', `${nominationId} is before the panel in another version.`, {
      category: entry.category,
      dossierVersion: entry.version,
      criteria,
    });
  return {
    events: [{ type: 'ScorecardAssigned', data: { cycleId, group, nominationId, judgeId, round, ...facts } }],
  };
}

/** Replaces what was handed in before, until scoring ends. */
function submit(
  data: Data<'SubmitScorecard'>,
  state: Known,
  { calendar, panel, judge }: Circle,
  meta: Meta,
): Decision<ScorecardEvent> {
  const { definition } = calendar.cycle;
  const { nominationId } = state.ids;
  const accepted = requireFree(judge, { nominationId, country: state.country }, calendar.cycle);
  if (state.status === 'recused') throw new Refusal('recused', 'The judge is recused from this entry.');
  requireScoring(panel, state.ids.round);
  requireEntry(panel, nominationId);
  requireMember(panel, state.ids.judgeId);
  requireCalibrated(panel, state.ids.judgeId);
  const phase = requireRoundTime(panel, calendar, meta);
  const { version } = definition.judging.terms;
  if (accepted.terms !== version) throw new Refusal('terms-not-accepted', 'Accept the terms first.', { version });
  requireAnswers(data, state.criteria, rubricOf(definition, state.category, state.ids.round));
  const scores = state.criteria.flatMap((criterion) =>
    data.scores.filter((score) => score.criterion === criterion).map(({ points }) => ({ criterion, points })),
  );
  const { comments } = data;
  const abstained = state.criteria.filter((criterion) => data.abstained?.includes(criterion));
  if (state.status === 'submitted' && samePoints(state.scores, scores) && state.comments === comments)
    return { events: [] };
  const said = { scores, ...(abstained.length > 0 && { abstained }), comments };
  return { events: [{ type: 'ScorecardSubmitted', data: { ...idsOf(state), ...said } }], ...phase };
}

/** In the order of the criteria; what is missing was abstained from. */
const samePoints = (a: Score[], b: Score[]) =>
  a.length === b.length &&
  a.every(({ criterion, points }, index) => points === b[index]?.points && criterion === b[index]?.criterion);

const idsOf = ({ ids, dossierVersion }: Known) => ({ ...ids, dossierVersion });

/** Lowers the number of sheets of the entry; it is never a zero. */
function recuse(
  { reason, seen = [] }: Data<'RecuseFromEntry'>,
  state: Known,
  { panel }: Circle,
): Decision<ScorecardEvent> {
  if (state.status === 'recused') return { events: [] };
  requireScoring(panel, state.ids.round);
  const read = seen.length > 0 ? { seen } : {};
  return { events: [{ type: 'EntryRecused', data: { ...idsOf(state), reason, ...read } }] };
}

/** Only while there is time to hand it in again. */
function reopen(
  { reason }: Data<'ReopenScorecard'>,
  state: Known,
  { calendar, panel }: Circle,
  meta: Meta,
): Decision<ScorecardEvent> {
  if (state.status === 'reopened') return { events: [] };
  requireScoring(panel, state.ids.round);
  if (meta.actor !== panel.chair && meta.actor !== panel.deputyChair)
    throw new Refusal('not-chair', 'The chair or the deputy returns a scorecard to its judge.');
  if (state.status !== 'submitted') throw new Refusal('not-submitted', `The scorecard is ${state.status}.`);
  const phase = requireRoundTime(panel, calendar, meta);
  return { events: [{ type: 'ScorecardReopened', data: { ...idsOf(state), reason } }], ...phase };
}

/** After the entry's dossier was changed with leave: what was handed in on the old version is handed in again. */
function renew(state: Known, { calendar, panel }: Circle, meta: Meta): Decision<ScorecardEvent> {
  if (meta.role !== 'process') throw new Refusal('process-only', 'A sheet follows the dossier of its entry by itself.');
  requireScoring(panel, state.ids.round);
  const entry = panel.entries.find(({ nominationId }) => nominationId === state.ids.nominationId);
  if (entry === undefined || entry.version <= state.dossierVersion || state.status === 'recused') return { events: [] };
  const phase = requireRoundTime(panel, calendar, meta);
  const amendedTo = entry.version;
  const reason = 'The dossier was amended.';
  return state.status === 'submitted'
    ? { events: [{ type: 'ScorecardReopened', data: { ...idsOf(state), reason, amendedTo } }], ...phase }
    : { events: [{ type: 'ScorecardRenewed', data: { ...idsOf(state), amendedTo } }], ...phase };
}
