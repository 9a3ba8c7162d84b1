// A regional panel that scores: entries of two countries in one category, ranked by one panel.
import { rubricOf } from '../../domain/definition-queries.ts';
import { by, clearJudges, formPanel, passScreening, planSample, seatJudges, signCountry, submit } from './acts.ts';
import type { TestApi } from './api.ts';
import type { Scoring } from './scoring.ts';

const hour = 3_600;

/** Two entries of Myanmar and one of Singapore; three judges have an open sheet on each. */
export async function regionalScoring({ db, definition }: Pick<TestApi, 'db' | 'definition'>): Promise<Scoring> {
  const countries = ['MM', 'SG'];
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  const sample = await planSample(db, definition, countries, lengths);
  const { cycleId, acts } = sample;
  const turn = (type: 'OpenPhase' | 'ClosePhase', phase: 'nomination' | 'screening' | 'judging') =>
    acts.cycle({ type, data: { cycleId, phase } }, by('process'));
  await turn('OpenPhase', 'nomination');
  const homes: { [nominationId: string]: string } = {};
  for (const iso2 of ['MM', 'MM', 'SG']) homes[await submit(sample, iso2, 'ngo')] = iso2;
  for (const iso2 of countries)
    await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
  await turn('ClosePhase', 'nomination');
  await turn('OpenPhase', 'screening');
  const entries = Object.keys(homes).sort();
  for (const nominationId of entries) await passScreening(sample, nominationId);
  for (const iso2 of countries)
    await signCountry(sample, iso2, { ngo: entries.filter((nominationId) => homes[nominationId] === iso2) });
  await turn('ClosePhase', 'screening');
  await turn('OpenPhase', 'judging');
  const group = 'ngo';
  const judges = (await Promise.all(['TH', 'VN', 'LA'].map((home) => seatJudges(sample, [group], home, 1)))).flat();
  await formPanel(sample, null, 'ngo', judges);
  const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
  const ids = { cycleId, group, proposalId: by('process').commandId };
  await acts.panel({ type: 'RequestAssignment', data: { ...ids, pinned: [] } }, by('secretariat'));
  await acts.panel({ type: 'ProposeAssignment', data: { ...ids, pairs, emptySeats: 0 } }, by('process'));
  await acts.panel({ type: 'ReleaseAssignment', data: { cycleId, group } }, by('secretariat'));
  const criteria = rubricOf(definition, 'ngo').criteria.map(({ key }) => key);
  for (const { nominationId, judgeId } of pairs) {
    const about = {
      cycleId,
      group,
      nominationId,
      judgeId,
      round: 'main',
      category: 'ngo',
      dossierVersion: 1,
      criteria,
    };
    const data = { ...about, country: homes[nominationId] ?? '' };
    await acts.scorecard(nominationId, judgeId, { type: 'AssignScorecard', data }, by('process'));
  }
  await clearJudges(sample, judges, entries);
  const [chair = '', deputy = '', member = ''] = judges;
  return { ...sample, entries, group, panel: `${cycleId}~${group}`, judges, chair, deputy, member };
}
