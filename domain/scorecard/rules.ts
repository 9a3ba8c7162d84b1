// What a scorecard's rules ask of its panel and its judge.
import type { Cycle } from '../cycle/state.ts';
import { Refusal } from '../decider.ts';
import { hasConflict, type JudgeState } from '../judge/state.ts';
import { leftToCalibrate } from '../panel/calibration.ts';
import type { Entry } from '../panel/messages.ts';
import { endedRounds } from '../panel/rounds.ts';
import type { Panel } from '../panel/state.ts';
import type { ScorecardIds } from './messages.ts';
import type { ScorecardState } from './state.ts';

export type EarlierSheets = { [name: `round/${string}`]: ScorecardState };

/** While the panel scores, and in the round that the sheet is of. */
export function requireScoring(panel: Panel, round: string): void {
  if (panel.status === 'scoring' && panel.round === round) return;
  const begins = panel.status === 'formed' && panel.round === round;
  throw new Refusal('scoring-closed', begins ? 'Scoring has not begun.' : 'Judging of this nomination has ended.');
}

/** What has left the panel is scored no more; what was handed in on it stays in the record. */
export function requireEntry({ removed }: Panel, nominationId: string): void {
  if (removed.includes(nominationId))
    throw new Refusal('entry-removed', 'The nomination was disqualified: it is before the panel no more.', {
      entries: [nominationId],
    });
}

/** A sheet that was handed in before stands; nothing more is handed in. */
export function requireMember({ judges, group }: Panel, judgeId: string): void {
  if (!judges.includes(judgeId)) throw new Refusal('not-on-panel', `The judge sits on the panel ${group} no more.`);
}

/** Reference entries come before the real ones. */
export function requireCalibrated(panel: Panel, judgeId: string): void {
  const left = leftToCalibrate(panel, judgeId);
  if (left > 0)
    throw new Refusal('calibration-first', `Score ${left} more reference ${left === 1 ? 'entry' : 'entries'} first.`, {
      left,
    });
}

type Assignment = ScorecardIds & { country: string };

export function requirePair({ nominationId, judgeId, round, country }: Assignment, panel: Panel): Entry {
  const assigned =
    round === panel.round &&
    panel.assigned.some((pair) => pair.nominationId === nominationId && pair.judgeId === judgeId);
  const entry = panel.entries.find((candidate) => candidate.nominationId === nominationId);
  if (!assigned || entry === undefined || entry.country !== country)
    throw new Refusal('pair-not-released', 'This judge was not assigned this entry.');
  return entry;
}

/** Who has stepped back from an entry in an earlier round reads it in no later one. */
export function requireNotRecused({ after = [] }: { after?: string[] }, panel: Panel, before: EarlierSheets): void {
  const rounds = endedRounds(panel);
  if (after.length !== rounds.length || !rounds.every((round) => after.includes(round)))
    throw new Refusal('round-ended', 'The panel has gone on to another round.', { round: panel.round });
  if (rounds.some((round) => before[`round/${round}`]?.status === 'recused'))
    throw new Refusal('recused', 'The judge has stepped back from this entry in an earlier round.');
}

type Subject = { nominationId: string; country: string };

/** The judge has accepted, and no conflict stands between judge and entry; a compatriot is one where the award says so. */
export function requireFree(
  judge: JudgeState | undefined,
  { nominationId, country }: Subject,
  { definition }: Cycle,
): Extract<JudgeState, { status: 'accepted' }> {
  if (judge?.status !== 'accepted')
    throw new Refusal('invitation-not-accepted', 'The judge has not accepted, or serves no more.');
  const compatriot = definition.judging.conflictScope === 'country' && judge.country === country;
  if (compatriot || hasConflict(judge, nominationId))
    throw new Refusal('conflict', 'A conflict stands between this judge and this entry.');
  return judge;
}
