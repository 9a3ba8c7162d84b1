// A country's panel with two rounds, on the real write path: four entries, of which the rule lets the best two go on.

import type { Db } from '../../db/database.ts';
import { loadState } from '../../db/execute.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import type { PanelCommand } from '../../domain/panel/messages.ts';
import { endedRounds } from '../../domain/panel/rounds.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { by, clearJudges, formPanel, seatJudges, sheetOf } from './acts.ts';
import type { TestApi } from './api.ts';
import { twoRounds } from './round-samples.ts';
import { screenedSample } from './scoring.ts';

/** Formed for its first round, with the first three of four judges; the chair is the first, the deputy the second. */
export async function formedSample(api: Pick<TestApi, 'db' | 'definition'>, names = Array(4).fill(undefined)) {
  const sample = await screenedSample(api, names);
  const { group, entries } = sample;
  const seated = await seatJudges(sample, [group], 'SG', 4);
  await formPanel(sample, 'SG', 'ngo', seated.slice(0, 3));
  await clearJudges(sample, seated, entries);
  const [chair = '', deputy = '', member = '', later = ''] = seated;
  return { ...sample, judges: seated.slice(0, 3), chair, deputy, member, later };
}
export type Formed = Awaited<ReturnType<typeof formedSample>>;

/** Every judge gets every entry; the process makes the scorecards of it, where one runs. */
export async function releaseRound({ cycleId, group, acts }: Formed, entries: string[], judges: string[]) {
  const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
  const ids = { cycleId, group };
  const { commandId: proposalId } = by('process');
  await acts.panel({ type: 'RequestAssignment', data: { ...ids, proposalId, pinned: [] } }, by('focal-point'));
  await acts.panel({ type: 'ProposeAssignment', data: { ...ids, proposalId, pairs, emptySeats: 0 } }, by('process'));
  await acts.panel({ type: 'ReleaseAssignment', data: ids }, by('focal-point'));
  return pairs;
}

/** As the process would. */
export async function assignRound(sample: Formed, entries: string[], judges: string[]): Promise<void> {
  const { db, cycleId, group, acts, definition } = sample;
  const pairs = await releaseRound(sample, entries, judges);
  const { state } = await loadState(db, panelStream(cycleId, group));
  if (state.status === 'none') throw new Error('There is no panel.');
  const { round } = state;
  const after = endedRounds(state);
  const criteria = rubricOf(definition, 'ngo', round).criteria.map(({ key }) => key);
  const facts = { country: 'SG', category: 'ngo', dossierVersion: 1, criteria, ...(after.length > 0 && { after }) };
  for (const pair of pairs) {
    const data = { ...pair, ...facts, cycleId, group, round };
    await acts.scorecard(pair.nominationId, pair.judgeId, { type: 'AssignScorecard', data }, by('process'), round);
  }
}

type Points = { [nominationId: string]: number };

/** All hand in, with the same points for an entry, and say that they have finished. */
export async function scoreRound(sample: Formed, points: Points, judges: string[], round: string): Promise<void> {
  const { cycleId, group, acts, definition } = sample;
  for (const [nominationId, given] of Object.entries(points))
    for (const judgeId of judges)
      await acts.scorecard(
        nominationId,
        judgeId,
        sheetOf(definition, 'ngo', given, round),
        by('judge', judgeId),
        round,
      );
  for (const judgeId of judges)
    await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
}

/** As the process would. */
export async function sealRound(sample: Formed, points: Points, judges: string[], round: string): Promise<void> {
  const { cycleId, group, acts, definition } = sample;
  const { criteria } = rubricOf(definition, 'ngo', round);
  await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
  const sheets = Object.entries(points).flatMap(([nominationId, given]) =>
    judges.map((judgeId) => ({
      ...{ nominationId, judgeId, round, version: 2 },
      points: Object.fromEntries(criteria.map(({ key }) => [key, given])),
    })),
  );
  await acts.panel({ type: 'SealTally', data: { cycleId, group, sheets } }, by('process'));
}

/** The first round is judged: the first entry has the most points, the last the fewest. */
export async function firstRound(sample: Formed): Promise<void> {
  await assignRound(sample, sample.entries, sample.judges);
  await judgeFirst(sample);
}

/** Once it is assigned. */
export async function judgeFirst(sample: Formed): Promise<void> {
  const { entries, judges } = sample;
  const points = Object.fromEntries(entries.map((entry, place) => [entry, 5 - place]));
  await scoreRound(sample, points, judges, 'first');
  await sealRound(sample, points, judges, 'first');
}

/** Those go on whom the rule names; another judge takes the place of one for the final. */
type Settled = Partial<Pick<Extract<PanelCommand, { type: 'ShortlistEntries' }>['data'], 'entries' | 'departures'>>;

export async function toFinal(sample: Formed, changes: Settled = {}): Promise<void> {
  const { cycleId, group, acts, entries, chair, member, later } = sample;
  const settled = { round: 'first', entries: entries.slice(0, 2), departures: [], ...changes };
  await acts.panel({ type: 'ShortlistEntries', data: { cycleId, group, ...settled } }, by('chair', chair));
  const change = { cycleId, group, addJudges: [later], removeJudges: [member], reason: 'The panel of the final.' };
  await acts.panel({ type: 'ChangePanel', data: change }, by('focal-point'));
}

/** In the final the second entry is ahead, and it is signed; `looking` is done while it is scored. */
export async function finalRound(sample: Formed, looking?: () => Promise<void>): Promise<void> {
  const { db, cycleId, group, acts, chair, deputy, later } = sample;
  const { state } = await loadState(db, panelStream(cycleId, group));
  if (state.status === 'none') throw new Error('There is no panel.');
  const judges = [chair, deputy, later];
  const entries = state.entries.map(({ nominationId }) => nominationId);
  const points = Object.fromEntries(entries.map((entry, place) => [entry, place === 1 ? 9 : 6 - place]));
  await assignRound(sample, entries, judges);
  await looking?.();
  await scoreRound(sample, points, judges, 'final');
  await sealRound(sample, points, judges, 'final');
  const names = { laureates: entries.slice(1, 2), runnersUp: entries.slice(0, 1), reasons: 'The best of the final.' };
  await acts.panel({ type: 'RecordDecision', data: { cycleId, group, ...names } }, by('chair', chair));
  const signature = { kind: 'in-person' } as const;
  await acts.panel({ type: 'SignDecision', data: { cycleId, group, signature } }, by('chair', chair));
}

/** The panel narrows its entries, and its final begins with another judge. */
export async function playRounds(db: Db): Promise<void> {
  const sample = await formedSample({ db, definition: twoRounds() });
  await firstRound(sample);
  await toFinal(sample);
}
