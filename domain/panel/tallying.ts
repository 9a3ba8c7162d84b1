// The end of scoring, and the sealed tally.
import type { Rubric } from '../award-definition.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { judgingOf, nextRoundOf, rubricOf } from '../definition-queries.ts';
import { hasConflict, type JudgeState } from '../judge/state.ts';
import { notDue } from '../not-due.ts';
import { tally } from '../tally/tally.ts';
import { requireStanding } from './entries.ts';
import type { CountedSheet, PanelCommand, PanelEvent } from './messages.ts';
import { finishedKey, laterRound } from './rounds.ts';
import { entriesOf, type Panel } from './state.ts';
import { type Calendar, isOver, requireProcess, scoringClosesAt } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];
export type JudgeGuards = { [name: `judge/${string}`]: JudgeState };

/** A round that another follows ends for whoever runs or leads the panel when they say so; the last one, with judging. */
export function closeScoring(
  data: Data<'CloseScoring'>,
  state: Panel,
  calendar: Calendar,
  judges: JudgeGuards,
  meta: Meta,
): Decision<PanelEvent> {
  const { cycleId, group } = state;
  if (data.round !== undefined && data.round !== state.round) return { events: [] };
  if (state.status === 'formed')
    throw new Refusal('scoring-not-started', 'No assignment was released: there is no scoring to close.');
  if (state.status !== 'scoring') return { events: [] };
  const close = (because: 'all-finished' | 'deadline' | 'by-hand'): Decision<PanelEvent> => ({
    events: [{ type: 'ScoringClosed', data: { cycleId, group, because, ...roundToName(state, calendar) } }],
  });
  if (state.judges.every((judge) => hasFinished(judges[`judge/${judge}`], state, judge))) return close('all-finished');
  if (isOver(calendar, 'judging', meta.at)) return close('deadline');
  const closesAt = scoringClosesAt(state, calendar, meta.at);
  if (closesAt !== null && meta.at >= closesAt) return close('deadline');
  if (meta.role !== 'process' && nextRoundOf(calendar.cycle.definition, state.round) !== undefined)
    return close('by-hand');
  if (closesAt === null) throw new Refusal('not-due', 'A judge has not finished, and judging has no end yet.');
  throw notDue('A judge has not finished; the end of scoring', closesAt);
}

/** Named where the award has several: with one nothing needs to be told apart. */
const roundToName = (state: Panel, { cycle }: Calendar): { round?: string } =>
  laterRound(state) !== undefined || nextRoundOf(cycle.definition, state.round) !== undefined
    ? { round: state.round }
    : {};

/** Serves no more, or has said "finished" of all entries that were released to the judge so far. */
export const hasFinished = (judge: JudgeState | undefined, panel: Panel, judgeId: string): boolean =>
  judge?.status === 'released' ||
  judge?.status === 'declined' ||
  (judge?.status === 'accepted' &&
    judge.finished[finishedKey(panel.group, laterRound(panel))] === entriesOf(panel, judgeId));

/** Counts what was handed in; what is missing or recused lowers the divisor. */
export function sealTally(
  { sheets }: Data<'SealTally'>,
  state: Panel,
  calendar: Calendar,
  judges: JudgeGuards,
  meta: Meta,
): Decision<PanelEvent> {
  requireProcess(meta, 'The tally is sealed by the process of the panel, on what was handed in.');
  if ('tally' in state && state.tally !== null) return { events: [] };
  if (state.status !== 'closed') throw new Refusal('scoring-not-closed', 'The tally is sealed once scoring is closed.');
  const { cycleId, group, category, entries, lowered } = state;
  const { definition, definitionHash } = calendar.cycle;
  const asked = lowered === undefined ? {} : { lowered };
  const rubric = rubricOf(definition, category, state.round);
  requireAssigned(sheets, state);
  requireStanding(
    sheets.map((sheet) => sheet.nominationId),
    state,
    {},
  );
  requireNoConflict(sheets, judges);
  for (const sheet of sheets) requirePoints(sheet, rubric);
  const result = tally({
    rubric,
    policy: judgingOf(definition, state.round),
    entries: entries.map((entry) => entry.nominationId),
    sheets,
    ...asked,
  });
  const sealed = { cycleId, group, definitionHash, sheets, result, ...asked, ...roundToName(state, calendar) };
  return { events: [{ type: 'TallySealed', data: sealed }] };
}

const sheetName = ({ nominationId, judgeId, round }: CountedSheet) => `${nominationId}/${judgeId}/${round}`;

function requireAssigned(sheets: CountedSheet[], { assigned, round }: Panel): void {
  const pairs = new Set(assigned.map((pair) => sheetName({ ...pair, round, version: 0, points: {} })));
  const seen = new Set<string>();
  for (const name of sheets.map(sheetName)) {
    if (!pairs.has(name)) throw new Refusal('sheet-not-assigned', `No such sheet was assigned: ${name}.`);
    if (seen.has(name)) throw new Refusal('sheet-twice', `The sheet ${name} is counted twice.`);
    seen.add(name);
  }
}

function requireNoConflict(sheets: CountedSheet[], judges: JudgeGuards): void {
  const barred = sheets.filter(({ nominationId, judgeId }) => hasConflict(judges[`judge/${judgeId}`], nominationId));
  if (barred.length > 0)
    throw new Refusal('conflict', 'A conflict stands between the judge and the entry of a sheet: it does not count.', {
      sheets: barred.map(sheetName),
    });
}

/** A criterion that may be left out may be missing; one at least was scored. */
function requirePoints(sheet: CountedSheet, { criteria, scale }: Rubric): void {
  const keys = criteria.map(({ key }) => key);
  const wanted = criteria.filter(({ mayAbstain }) => mayAbstain !== true).map(({ key }) => key);
  const given = Object.keys(sheet.points);
  if (given.length === 0 || !wanted.every((key) => given.includes(key)) || !given.every((key) => keys.includes(key)))
    throw new Refusal('sheet-incomplete', `The sheet ${sheetName(sheet)} does not answer the rubric.`, {
      criteria: keys,
    });
  for (const points of Object.values(sheet.points))
    if (!Number.isInteger(points) || points < 0 || points > scale.max)
      throw new Refusal('points-outside-scale', `The sheet ${sheetName(sheet)} has points outside the scale.`, {
        min: 0,
        max: scale.max,
      });
}
