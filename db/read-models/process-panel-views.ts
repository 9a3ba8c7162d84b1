// What the processes around one panel, one return and one endorsement look at. Ids, counts and instants only.

import { countryConflicts, pairKey } from '../../domain/assignment/assignment.ts';
import { countryStream } from '../../domain/country/state.ts';
import type { Cycle, Endorsement } from '../../domain/cycle/state.ts';
import { nextRoundOf } from '../../domain/definition-queries.ts';
import { judgeStream } from '../../domain/judge/state.ts';
import { correctionEnd, nominationStream } from '../../domain/nomination/state.ts';
import type { Pair } from '../../domain/panel/messages.ts';
import { laterRound } from '../../domain/panel/rounds.ts';
import { type Panel, panelStream } from '../../domain/panel/state.ts';
import { hasFinished } from '../../domain/panel/tallying.ts';
import { type Calendar, calendarOf, closingOf, isOver, scoringClosesAt } from '../../domain/panel/timing.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { findAmendedEntries, findOutdatedSheets } from './amended-entries.ts';
import { findConflicts } from './conflicts.ts';
import { findRunningCycle, ms, pausedBy, remindersOf } from './process-views.ts';

export type PanelView = {
  reminders: number[];
  paused?: true;
  status: Panel['status'];
  /** Missing in the first round. */
  laterRound?: string;
  /** Another round follows this one. */
  roundFollows?: true;
  judges: number;
  /**
   * Released pairs that wait for their scorecard and can have one: their judge serves and is not in conflict. And what is
   * behind a change of its dossier, as long as there is time to hand it in again.
   */
  unassigned: number;
  everyoneFinished: boolean;
  /** Judging is over, and no round can be held any more. */
  judgingOver?: true;
  judgingClosesAt: number | null;
  /** Where the round ends before judging does. */
  roundClosesAt?: number;
  decisionClosesAt: number | null;
};
export type CorrectionView = { reminders: number[]; paused?: true; correctBy: number; returnedAt: number };
export type EndorsementView = { reminders: number[]; paused?: true; closesAt: number; everyoneAnswered: boolean };

/** Null once no decision can come of the panel any more. */
export async function findPanelView(db: Db, cycleId: string, group: string): Promise<PanelView | null> {
  const [cycle, { state: panel }] = await Promise.all([
    findRunningCycle(db, cycleId),
    loadState(db, panelStream(cycleId, group)),
  ]);
  if (cycle === null || panel.status === 'none') return null;
  const calendar = calendarOf(cycle, await countryOf(db, panel), panel.category, true);
  const now = new Date();
  const late =
    panel.reopened === null
      ? isOver(calendar, 'decision', now, ['judging', 'decision'])
      : cycle.endorsement?.concluded != null;
  if (late && panel.status !== 'signed') return null;
  const scoring = panel.status === 'scoring';
  return {
    reminders: remindersOf(cycle),
    ...pausedBy(cycle),
    status: panel.status,
    ...roundOf(cycle, panel),
    judges: panel.judges.length,
    unassigned: scoring
      ? (await findPairsToAssign(db, cycle, panel)).length + (await countOutdated(db, panel, calendar))
      : 0,
    everyoneFinished: scoring && (isOver(calendar, 'judging', now) || (await haveFinished(db, panel))),
    ...(isOver(calendar, 'judging', now) && { judgingOver: true as const }),
    judgingClosesAt: ms(closingOf(calendar, 'judging', now)),
    ...roundEndOf(panel, calendar, now),
    decisionClosesAt: ms(closingOf(calendar, 'decision', now)),
  };
}

function roundOf({ definition }: Cycle, panel: Panel): Pick<PanelView, 'laterRound' | 'roundFollows'> {
  const later = laterRound(panel);
  const follows = nextRoundOf(definition, panel.round) !== undefined;
  return { ...(later !== undefined && { laterRound: later }), ...(follows && { roundFollows: true }) };
}

function roundEndOf(panel: Panel, calendar: Calendar, now: Date): Pick<PanelView, 'roundClosesAt'> {
  const end = panel.roundEnd === undefined ? null : ms(scoringClosesAt(panel, calendar, now));
  return end === null ? {} : { roundClosesAt: end };
}

async function countOutdated(db: Db, panel: Panel, calendar: Calendar): Promise<number> {
  const now = new Date();
  const closesAt = ms(scoringClosesAt(panel, calendar, now));
  if (isOver(calendar, 'judging', now) || (closesAt !== null && closesAt <= now.getTime())) return 0;
  const [entries, sheets] = await Promise.all([findAmendedEntries(db, panel), findOutdatedSheets(db, panel)]);
  return entries.length + sheets.length;
}

const countryOf = async (db: Db, { cycleId, country }: Panel) =>
  country === null ? undefined : (await loadState(db, countryStream(cycleId, country))).state;

/** What has been released and has no scorecard yet, less the pairs that cannot have one now: also where the judge stepped back in an earlier round. */
export async function findPairsToAssign(
  db: Db,
  { definition }: Cycle,
  { cycleId, group, round, judges: members, entries, assigned }: Panel,
): Promise<Pair[]> {
  const [scorecards, judges, conflicts] = await Promise.all([
    db.read
      .selectFrom('scorecards')
      .select(['nomination_id', 'judge_id', 'round'])
      .where('cycle_id', '=', cycleId)
      .where('panel_group', '=', group)
      .where((eb) => eb.or([eb('round', '=', round), eb('status', '=', 'recused')]))
      .execute(),
    db.read
      .selectFrom('judges')
      .select(['judge_id', 'country'])
      .where('cycle_id', '=', cycleId)
      .where('status', '=', 'accepted')
      .execute(),
    findConflicts(db, cycleId),
  ]);
  const serving = judges
    .filter((judge) => members.includes(judge.judge_id))
    .map(({ judge_id, country }) => ({ judgeId: judge_id, country, capacity: null }));
  const compatriots =
    definition.judging.conflictScope === 'country' ? countryConflicts({ entries, judges: serving }) : [];
  const had = scorecards.map((row) => ({ nominationId: row.nomination_id, judgeId: row.judge_id }));
  const excluded = new Set([...had, ...conflicts, ...compatriots].map(pairKey));
  return assigned.filter(
    (pair) =>
      serving.some(({ judgeId }) => judgeId === pair.judgeId) &&
      entries.some(({ nominationId }) => nominationId === pair.nominationId) &&
      !excluded.has(pairKey(pair)),
  );
}

/** Every judge of the panel has said "finished", or serves no more, and no sheet was given back since. */
async function haveFinished(db: Db, panel: Panel): Promise<boolean> {
  if (await hasReopened(db, panel)) return false;
  const judges = await Promise.all(panel.judges.map((id) => loadState(db, judgeStream(panel.cycleId, id))));
  return judges.every(({ state }, index) => hasFinished(state, panel, panel.judges[index] ?? ''));
}

/** A sheet on an entry that stands, given back to a judge of the panel and not handed in again. */
async function hasReopened(db: Db, { cycleId, group, round, judges, removed }: Panel): Promise<boolean> {
  const rows = await db.read
    .selectFrom('scorecards')
    .select(['judge_id', 'nomination_id'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .where('round', '=', round)
    .where('status', '=', 'reopened')
    .execute();
  return rows.some(({ judge_id, nomination_id }) => judges.includes(judge_id) && !removed.includes(nomination_id));
}

/** While the nomination is with its editors. */
export async function findCorrectionView(db: Db, nominationId: string): Promise<CorrectionView | null> {
  const { state } = await loadState(db, nominationStream(nominationId));
  if (state.status !== 'returned') return null;
  const [cycle, row] = await Promise.all([
    findRunningCycle(db, state.cycleId),
    db.read.selectFrom('nominations').select('updated_at').where('nomination_id', '=', nominationId).executeTakeFirst(),
  ]);
  if (cycle === null) return null;
  const correctBy = correctionEnd(state, cycle).getTime();
  const returnedAt = row?.updated_at.getTime() ?? 0;
  return { reminders: remindersOf(cycle), ...pausedBy(cycle), correctBy, returnedAt };
}

/** While something is before the endorsers. */
export async function findEndorsementView(db: Db, cycleId: string): Promise<EndorsementView | null> {
  const cycle = await findRunningCycle(db, cycleId);
  if (cycle?.endorsement == null || cycle.endorsement.concluded !== null) return null;
  const { endorsement } = cycle;
  return {
    reminders: remindersOf(cycle),
    ...pausedBy(cycle),
    closesAt: new Date(endorsement.closesAt).getTime(),
    everyoneAnswered:
      cycle.countries.every((country) => owedReplies(endorsement, country).length === 0) && !isHeld(endorsement),
  };
}

/** The laureates that a country has neither endorsed nor objected to. */
export const owedReplies = ({ winners, replies, objections }: Endorsement, country: string): string[] =>
  winners
    .map(({ laureateId }) => laureateId)
    .filter((laureateId) => !replies[country]?.includes(laureateId))
    .filter((laureateId) => !objections.some((one) => one.country === country && one.laureateId === laureateId));

/** An objection is to be settled, or the panel's next decision is awaited. */
const isHeld = ({ winners, objections }: Endorsement): boolean =>
  objections.some(
    ({ laureateId, status }) =>
      (status === 'open' || status === 'upheld') && winners.some((winner) => winner.laureateId === laureateId),
  );
