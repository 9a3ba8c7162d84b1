// The end of scoring, the sealed tally, and the votes that part what is equal.
import type { Rubric } from '../award-definition.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { rubricOf } from '../definition-queries.ts';
import { hasConflict, type JudgeState } from '../judge/state.ts';
import { notDue } from '../not-due.ts';
import { tally } from '../tally/tally.ts';
import { requireStanding } from './entries.ts';
import type { CountedSheet, PanelCommand, PanelEvent } from './messages.ts';
import { openTies, ranking } from './ranking.ts';
import { entriesOf, type Panel, ruledOut, type Vote } from './state.ts';
import { type Calendar, closingOf, isOver, requireDecisionTime, requireProcess } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];
export type JudgeGuards = { [name: `judge/${string}`]: JudgeState };

export function closeScoring(state: Panel, calendar: Calendar, judges: JudgeGuards, meta: Meta): Decision<PanelEvent> {
  const { cycleId, group } = state;
  if (state.status === 'formed')
    throw new Refusal('scoring-not-started', 'No assignment was released: there is no scoring to close.');
  if (state.status !== 'scoring') return { events: [] };
  const close = (because: 'all-finished' | 'deadline'): Decision<PanelEvent> => ({
    events: [{ type: 'ScoringClosed', data: { cycleId, group, because } }],
  });
  if (state.judges.every((judge) => hasFinished(judges[`judge/${judge}`], state, judge))) return close('all-finished');
  if (isOver(calendar, 'judging', meta.at)) return close('deadline');
  const closesAt = closingOf(calendar, 'judging', meta.at);
  if (closesAt !== null && meta.at >= closesAt) return close('deadline');
  if (closesAt === null) throw new Refusal('not-due', 'A judge has not finished, and judging has no end yet.');
  throw notDue('A judge has not finished; the end of scoring', closesAt);
}

/** Serves no more, or has said "finished" of all entries that were released to the judge so far. */
export const hasFinished = (judge: JudgeState | undefined, panel: Panel, judgeId: string): boolean =>
  judge?.status === 'released' ||
  judge?.status === 'declined' ||
  (judge?.status === 'accepted' && judge.finished[panel.group] === entriesOf(panel, judgeId));

/** Counts what was handed in; what is missing or recused lowers the divisor. */
export function sealTally(
  { sheets }: Data<'SealTally'>,
  state: Panel,
  { cycle }: Calendar,
  judges: JudgeGuards,
  meta: Meta,
): Decision<PanelEvent> {
  requireProcess(meta, 'The tally is sealed by the process of the panel, on what was handed in.');
  if ('tally' in state && state.tally !== null) return { events: [] };
  if (state.status !== 'closed') throw new Refusal('scoring-not-closed', 'The tally is sealed once scoring is closed.');
  const { cycleId, group, category, entries } = state;
  const { definition, definitionHash } = cycle;
  const rubric = rubricOf(definition, category);
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
    policy: definition.judging,
    entries: entries.map((entry) => entry.nominationId),
    sheets,
  });
  return { events: [{ type: 'TallySealed', data: { cycleId, group, definitionHash, sheets, result } }] };
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

function requirePoints(sheet: CountedSheet, { criteria, scale }: Rubric): void {
  const keys = criteria.map(({ key }) => key);
  const given = Object.keys(sheet.points);
  if (given.length !== keys.length || !given.every((key) => keys.includes(key)))
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

/** By name, and only on entries that the whole ladder left equal. */
export function recordVote(
  { entries, votes }: Data<'RecordPanelVote'>,
  state: Panel,
  calendar: Calendar,
  judges: JudgeGuards,
  meta: Meta,
): Decision<PanelEvent> {
  if (state.status !== 'sealed') throw new Refusal('not-sealed', 'The panel votes between the tally and the decision.');
  const { cycleId, group } = state;
  const last = state.votes.at(-1);
  if (last !== undefined && contentOf(last) === contentOf({ entries, votes })) return { events: [] };
  const phase = requireDecisionTime(state, calendar, meta);
  const ties = openTies(ranking(state.tally, state.votes), ruledOut(state));
  const tied = ties.find((tie) => tie.length === entries.length && tie.every((entry) => entries.includes(entry)));
  if (tied === undefined)
    throw new Refusal('vote-not-needed', 'These entries are not the ones that stand equal.', {
      equal: ties.map((tie) => tie.join(' ')),
    });
  requireVoters(votes, tied, state.judges, judges);
  return { events: [{ type: 'PanelVoteRecorded', data: { cycleId, group, entries, votes } }], ...phase };
}

const contentOf = ({ entries, votes }: Vote): string =>
  JSON.stringify([entries, votes.map(({ judgeId, choice }) => [judgeId, choice])]);

function requireVoters(
  votes: Data<'RecordPanelVote'>['votes'],
  entries: string[],
  members: string[],
  judges: JudgeGuards,
): void {
  const voters = votes.map((vote) => vote.judgeId);
  const stranger = voters.find((voter) => !members.includes(voter));
  if (stranger !== undefined) throw new Refusal('voter-not-member', `${stranger} is no member.`, { judges: members });
  const twice = voters.find((voter, index) => voters.indexOf(voter) !== index);
  if (twice !== undefined) throw new Refusal('voter-twice', `${twice} has two votes.`);
  const barred = voters.find((voter) => entries.some((entry) => hasConflict(judges[`judge/${voter}`], entry)));
  if (barred !== undefined)
    throw new Refusal('conflict', `A conflict stands between ${barred} and one of these entries.`);
  const unknown = votes.find((vote) => vote.choice !== null && !entries.includes(vote.choice));
  if (unknown !== undefined)
    throw new Refusal('choice-unknown', `${unknown.choice} is none of the equal entries.`, { entries });
}
