// An award that is offered, on the real Temporal server: silence leads to the runner-up, an answer ends the waiting.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workflowIdOf } from '../../workflows/messages.ts';
import {
  by,
  formPanel,
  passScreening,
  planSample,
  requestEndorsement,
  type Sample,
  signCountry,
  submit,
} from '../support/acts.ts';
import { sampleDefinition } from '../support/samples.ts';
import { phaseIs } from './support/looks.ts';
import { openStage, type Stage, until } from './support/stage.ts';

const hour = 3_600;
const group = 'SG-ngo';

let stage: Stage;
let sample: Sample;
let entries: string[];
beforeAll(async () => {
  stage = await openStage();
  await stage.work();
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  sample = await planSample(stage.db, sampleDefinition(), ['SG'], lengths, { answers: { laureate: 'PT3S' } });
  await phaseIs(sample, 'nomination', 'open');
  entries = [await submit(sample, 'SG', 'ngo'), await submit(sample, 'SG', 'ngo')];
  const { acts, cycleId } = sample;
  await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2: 'SG', phase: 'nomination' } }, by('approver'));
  await phaseIs(sample, 'screening', 'open');
  for (const entry of entries) await passScreening(sample, entry);
  await signCountry(sample, 'SG', { ngo: entries });
  await phaseIs(sample, 'judging', 'open');
  await formPanel(sample, 'SG', 'ngo', []);
  const [first = '', second = ''] = entries;
  const outcome = { laureates: [first], runnersUp: [second], minutes: null, source: 'Sample minutes' };
  await acts.panel({ type: 'RecordOutsideDecision', data: { cycleId, group, ...outcome } }, by('focal-point'));
  await acts.panel(
    { type: 'SignDecision', data: { cycleId, group, signature: { kind: 'in-person' } } },
    by('approver'),
  );
  await phaseIs(sample, 'decision', 'closed');
  await requestEndorsement(sample, [group]);
  await acts.cycle({ type: 'EndorseResults', data: { cycleId, country: 'SG' } }, by('endorser'));
});
afterAll(() => stage.close());

const acceptance = (laureateId = '') => ({ type: 'awardAcceptance', cycleId: sample.cycleId, laureateId }) as const;

async function standing(): Promise<{ id: string; place: string; answer: string | null; current: boolean }[]> {
  const rows = await stage.db.read
    .selectFrom('laureates')
    .select(['laureate_id as id', 'place', 'answer', 'current'])
    .where('cycle_id', '=', sample.cycleId)
    .execute();
  return rows.sort((a, b) => entries.indexOf(a.id) - entries.indexOf(b.id));
}

describe('awardAcceptance', () => {
  it('lapses an offer that nobody answers, and offers the award to the runner-up', async () => {
    const [first = '', second = ''] = entries;
    await until('a laureate who follows', async () => (await standing())[1]?.place === 'laureate');
    expect(await standing()).toEqual([
      { id: first, place: 'laureate', answer: 'lapsed', current: false },
      { id: second, place: 'laureate', answer: null, current: true },
    ]);
    await until('the end of the first', async () => (await stage.status(acceptance(first))) === 'COMPLETED');
  });

  it('ends with the answer of the one who follows', async () => {
    const [, second = ''] = entries;
    const accepted = { cycleId: sample.cycleId, group, laureateId: second };
    await sample.acts.panel({ type: 'AcceptAward', data: accepted }, by('laureate-contact'));
    await until('the end of the second', async () => (await stage.status(acceptance(second))) === 'COMPLETED');
    expect((await standing())[1]).toMatchObject({ id: second, answer: 'accepted' });
  });

  it('is found by what it is about', () => {
    expect(workflowIdOf(acceptance(entries[0]))).toEqual(`cycle:${sample.cycleId}:laureate:${entries[0]}`);
  });
});
