// A country's panel that scores, on the real write path: entries with names that would show, judges, released scorecards.
import { assignScorecards } from '../../activities/assign-scorecards.ts';
import type { Db } from '../../db/database.ts';
import { startDraft } from '../../db/drafts.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import { inProcess } from '../activities/support.ts';
import {
  by,
  clearJudges,
  formPanel,
  passScreening,
  planSample,
  requestEndorsement,
  type Sample,
  seatJudges,
  sheetOf,
  signCountry,
  submit,
} from './acts.ts';
import type { TestApi } from './api.ts';

const hour = 3600;
const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };

/** In the order in which panels of the samples have them. */
export const judgeNames = ['Sample Chair', 'Sample Deputy', 'Sample Member'];

/** The pages then name them; who comes after the first three is "Sample Judge". */
export async function nameJudges(db: Db, judges: string[]): Promise<void> {
  const rows = judges.map((person_id, place) => {
    return { person_id, email: `${person_id}@example.org`, name: judgeNames[place] ?? 'Sample Judge' };
  });
  await db.read.insertInto('people').values(rows).execute();
}

/** Singapore, alone in the cycle, has done its screening: three entries in one category, which nobody judges yet. */
export async function screenedSample(
  { db, definition }: Pick<TestApi, 'db' | 'definition'>,
  names: (string | undefined)[] = [undefined, undefined, undefined],
) {
  const sample = await planSample(db, definition, ['SG'], lengths);
  const { cycleId, acts } = sample;
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  const entries: string[] = [];
  for (const name of names) entries.push(await entry(sample, name));
  const close = { cycleId, iso2: 'SG', phase: 'nomination' } as const;
  await acts.country({ type: 'CloseCountryPhase', data: close }, by('approver'));
  for (const nominationId of entries) await passScreening(sample, nominationId);
  await signCountry(sample, 'SG', { ngo: entries });
  return { ...sample, entries: entries.sort(), group: 'SG-ngo', panel: `${cycleId}~SG-ngo` };
}

async function entry(sample: Sample, name?: string): Promise<string> {
  const subjectId = await submit(sample, 'SG', 'ngo', name);
  const { db, cycleId } = sample;
  const personId = by('focal-point').actor;
  await startDraft(db, { form: 'nomination', subjectId, cycleId, country: 'SG', category: 'ngo', personId });
  return subjectId;
}

type Asked = { cleared?: boolean; names?: string[]; seats?: number };

/** Its panel has chair, deputy and one more judge, each with a scorecard on each entry, open unless not `cleared`. */
export async function scoringSample(
  api: Pick<TestApi, 'db' | 'definition'>,
  { cleared = true, names, seats = 3 }: Asked = {},
) {
  const sample = await screenedSample(api, names);
  const { cycleId, acts, entries, group } = sample;
  const judges = await seatJudges(sample, [group], 'SG', seats);
  await formPanel(sample, 'SG', 'ngo', judges);
  const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
  await release(sample, group, pairs);
  for (const pair of pairs)
    await acts.scorecard(
      pair.nominationId,
      pair.judgeId,
      { type: 'AssignScorecard', data: { ...pair, cycleId, group, ...assigned(sample) } },
      by('process'),
    );
  if (cleared) await clearJudges(sample, judges, entries);
  const [chair = '', deputy = '', member = ''] = judges;
  return { ...sample, judges, chair, deputy, member };
}
export type Scoring = Awaited<ReturnType<typeof scoringSample>>;

/** A panel of three with a reserve who reads nothing yet; the sheets are there, and open. */
export async function reserveSample(api: Pick<TestApi, 'db' | 'definition'>, names?: string[]) {
  const sample = await screenedSample(api, names);
  const { db, cycleId, entries, group } = sample;
  const seated = await seatJudges(sample, [group], 'SG', 4);
  const [chair = '', deputy = '', member = '', reserve = ''] = seated;
  const judges = [chair, deputy, member];
  await formPanel(sample, 'SG', 'ngo', judges, [reserve]);
  await release(
    sample,
    group,
    entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId }))),
  );
  await inProcess(`cycle:${cycleId}:panel:${group}`, () => assignScorecards(db, { cycleId, group }));
  await clearJudges(sample, judges, entries);
  return { ...sample, judges, chair, deputy, member, reserve };
}

const assigned = ({ definition }: Sample) => ({
  round: 'main',
  country: 'SG',
  category: 'ngo',
  dossierVersion: 1,
  criteria: rubricOf(definition, 'ngo').criteria.map(({ key }) => key),
});

async function release({ cycleId, acts }: Sample, group: string, pairs: { nominationId: string; judgeId: string }[]) {
  const proposalId = by('process').commandId;
  const ids = { cycleId, group };
  await acts.panel({ type: 'RequestAssignment', data: { ...ids, proposalId, pinned: [] } }, by('focal-point'));
  await acts.panel({ type: 'ProposeAssignment', data: { ...ids, proposalId, pairs, emptySeats: 0 } }, by('process'));
  await acts.panel({ type: 'ReleaseAssignment', data: ids }, by('focal-point'));
}

/** All sheets come in, with one number of points for each entry, or one a judge; then scoring is closed and the tally sealed. */
export async function sealSample(sample: Scoring, points: (number | number[])[]): Promise<void> {
  const { cycleId, group, acts, definition, entries, judges } = sample;
  const { criteria } = rubricOf(definition, 'ngo');
  const sheets = entries.flatMap((nominationId, place) =>
    judges.map((judgeId, seat) => {
      const all = points[place] ?? 0;
      return { nominationId, judgeId, given: typeof all === 'number' ? all : (all[seat] ?? 0) };
    }),
  );
  for (const { nominationId, judgeId, given } of sheets)
    await acts.scorecard(nominationId, judgeId, sheetOf(definition, 'ngo', given), by('judge', judgeId));
  for (const judgeId of judges)
    await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
  await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
  const counted = sheets.map(({ given, ...pair }) => ({
    ...{ ...pair, round: 'main', version: 2 },
    points: Object.fromEntries(criteria.map(({ key }) => [key, given])),
  }));
  await acts.panel({ type: 'SealTally', data: { cycleId, group, sheets: counted } }, by('process'));
}

/** The first entry alone is named, by the chair. */
export async function signSample({ cycleId, group, acts, entries, chair }: Scoring, departure?: string): Promise<void> {
  const place = departure === undefined ? 0 : 1;
  const names = {
    ...{ laureates: entries.slice(place, place + 1), runnersUp: [], reasons: 'As the rubric ranks them.' },
    ...(departure !== undefined && { departure }),
  };
  await acts.panel({ type: 'RecordDecision', data: { cycleId, group, ...names } }, by('chair', chair));
  const signature = { kind: 'in-person' } as const;
  await acts.panel({ type: 'SignDecision', data: { cycleId, group, signature } }, by('chair', chair));
}

/** After the signature: every phase of country and cycle is closed, and the country has endorsed. */
export async function endorseSample(sample: Scoring): Promise<void> {
  const { cycleId, group, acts } = sample;
  for (const phase of ['judging', 'decision'] as const)
    await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2: 'SG', phase } }, by('process'));
  await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  for (const phase of ['screening', 'judging', 'decision'] as const) {
    await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase } }, by('process'));
    await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase } }, by('process'));
  }
  await requestEndorsement(sample, [group]);
  await acts.cycle({ type: 'EndorseResults', data: { cycleId, country: 'SG' } }, by('endorser'));
  await acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId } }, by('process'));
}
