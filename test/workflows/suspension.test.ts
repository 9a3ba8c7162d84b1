// A cycle that is suspended past its deadline, and a country that comes late by dispensation, on a real Temporal server.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcessRef } from '../../workflows/messages.ts';
import {
  by,
  contentOf,
  formPanel,
  passScreening,
  planSample,
  type Sample,
  signCountry,
  submit,
} from '../support/acts.ts';
import { expectRebuiltAlike } from '../support/rebuilding.ts';
import { sampleDefinition } from '../support/samples.ts';
import { phaseIs } from './support/looks.ts';
import { openStage, type Stage, until } from './support/stage.ts';

const hour = 3_600;
const reason = 'Floods in two countries.';
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
let stage: Stage;
let sample: Sample;

beforeAll(async () => {
  stage = await openStage();
  await stage.work();
  const lengths = { nomination: 20, screening: hour, judging: hour, decision: hour };
  sample = await planSample(stage.db, sampleDefinition(), ['MM', 'SG'], lengths);
});
afterAll(() => stage.close());

const phaseRow = (phase: string) =>
  sample.db.read
    .selectFrom('cycle_phases')
    .select(['status', 'closes_at', 'closed_at'])
    .where('cycle_id', '=', sample.cycleId)
    .where('phase', '=', phase)
    .executeTakeFirstOrThrow();
const attention = () => sample.db.read.selectFrom('process_attention').selectAll().execute();

describe('a suspended cycle', () => {
  let deadline: Date;
  let to: string;
  it('keeps an open phase open past its deadline', async () => {
    const { cycleId, acts } = sample;
    await phaseIs(sample, 'nomination', 'open');
    await acts.cycle({ type: 'SuspendCycle', data: { cycleId, reason } }, by('secretariat'));
    deadline = (await phaseRow('nomination')).closes_at ?? new Date(0);
    // A good while after the instant at which the process would have asked for the close.
    await until('the deadline passed', async () => Date.now() > deadline.getTime() + 4_000);
    expect((await phaseRow('nomination')).status).toEqual('open');
    expect(await stage.status({ type: 'awardCycle', cycleId })).toEqual('RUNNING');
    expect(await attention()).toEqual([]);
    await expect(submit(sample, 'SG', 'ngo')).rejects.toMatchObject({ code: 'cycle-suspended' });
  });

  it('closes it at the new instant once it is resumed, and not before', async () => {
    const { cycleId, acts } = sample;
    to = inSeconds(10);
    const resumed = { cycleId, reason, closesAt: { nomination: to } };
    await acts.cycle({ type: 'ResumeCycle', data: resumed }, by('secretariat'));
    await submit(sample, 'SG', 'ngo');
    await phaseIs(sample, 'nomination', 'closed');
    const { closes_at, closed_at } = await phaseRow('nomination');
    expect(closes_at?.toISOString()).toEqual(to);
    expect(closed_at?.getTime()).toBeGreaterThanOrEqual(new Date(to).getTime());
    await phaseIs(sample, 'screening', 'open');
  });
});

describe('a dispensation', () => {
  const late = randomUUID();
  it('lets the late nomination of one country in and through, while the cycle goes on', async () => {
    const { cycleId, acts } = sample;
    const data = { nominationId: late, cycleId, country: 'SG', category: 'private', ...contentOf('late') };
    const come = () => acts.nomination({ type: 'SubmitNomination', data }, by('focal-point'));
    await expect(come()).rejects.toMatchObject({ code: 'phase-not-open' });
    const granted = { step: 'nomination', reason, authority: 'Note of the chair', until: inSeconds(hour) } as const;
    await acts.country({ type: 'GrantDispensation', data: { cycleId, iso2: 'SG', ...granted } }, by('secretariat'));
    await come();
    await passScreening(sample, late);
    await signCountry(sample, 'SG', { private: [late] });
    await signCountry(sample, 'MM', {});
    await phaseIs(sample, 'judging', 'open');
    expect(await formPanel(sample, 'SG', 'private', [])).toEqual('SG-private');
  });
});

describe('a cancelled cycle', () => {
  it('ends its processes', async () => {
    const { cycleId, acts } = sample;
    await acts.cycle({ type: 'CancelCycle', data: { cycleId, reason } }, by('secretariat'));
    const refs: ProcessRef[] = [
      { type: 'awardCycle', cycleId },
      { type: 'countryTrack', cycleId, iso2: 'SG' },
      { type: 'judgingPanel', cycleId, group: 'SG-private' },
    ];
    for (const ref of refs)
      await until(`the end of ${ref.type}`, async () => (await stage.status(ref)) === 'COMPLETED');
  });

  it('leaves read models that are what its log says, row for row', () => expectRebuiltAlike(sample.db));
});
