// After a release and after the end of scoring: one scorecard for each pair that can have one, one tally of what counts.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignScorecards } from '../../activities/assign-scorecards.ts';
import { sealTally } from '../../activities/seal-tally.ts';
import type { Db } from '../../db/database.ts';
import { loadState } from '../../db/execute.ts';
import { findDebtors } from '../../db/read-models/debtors.ts';
import { findPanelView } from '../../db/read-models/process-panel-views.ts';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { by, formPanel, passScreening, planSample, seatJudges, sheetOf, signCountry, submit } from '../support/acts.ts';
import { openFresh } from '../support/database.ts';
import { sampleDefinition } from '../support/samples.ts';
import { scoringSample, screenedSample } from '../support/scoring.ts';
import { countEvents, inProcess } from './support.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openFresh(3));
});
afterAll(() => close());

type Panel = { cycleId: string; group: string };
const workflowIdOf = ({ cycleId, group }: Panel) => `cycle:${cycleId}:panel:${group}`;
const assign = ({ cycleId, group }: Panel) =>
  inProcess(workflowIdOf({ cycleId, group }), () => assignScorecards(db, { cycleId, group }));
const seal = ({ cycleId, group }: Panel) =>
  inProcess(workflowIdOf({ cycleId, group }), () => sealTally(db, { cycleId, group }));

type Sample = Awaited<ReturnType<typeof planSample>>;
async function release({ cycleId, acts }: Sample, group: string, entries: string[], judges: string[]) {
  const proposalId = randomUUID();
  const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
  const ids = { cycleId, group };
  await acts.panel({ type: 'RequestAssignment', data: { ...ids, proposalId, pinned: [] } }, by('secretariat'));
  await acts.panel({ type: 'ProposeAssignment', data: { ...ids, proposalId, pairs, emptySeats: 0 } }, by('process'));
  await acts.panel({ type: 'ReleaseAssignment', data: ids }, by('secretariat'));
}

const conflict = (cycleId: string, judgeId: string, nominationId: string) => ({
  type: 'DeclareConflict' as const,
  data: { cycleId, judgeId, nominationId, kind: 'adviser' as const, reason: 'Advised them in 2023.' },
});

describe('assignScorecards', () => {
  it('gives each pair its scorecard once, but none to a judge in conflict', async () => {
    const sample = await screenedSample({ db, definition: sampleDefinition() });
    const { cycleId, acts, entries, group } = sample;
    const judges = await seatJudges(sample, [group], 'SG', 3);
    await formPanel(sample, 'SG', 'ngo', judges);
    await release(sample, group, entries, judges);
    const [judgeId = ''] = judges;
    await acts.judge(conflict(cycleId, judgeId, entries[0] ?? ''), by('judge', judgeId));
    expect(await assign(sample)).toEqual({ assigned: 8 });
    expect((await findPanelView(db, cycleId, group))?.unassigned).toBe(0);
    const events = await countEvents(db);
    expect(await assign(sample)).toEqual({ assigned: 0 });
    expect(await countEvents(db)).toBe(events);
  });

  it('does nothing before a release', async () => {
    const sample = await screenedSample({ db, definition: sampleDefinition() });
    await formPanel(sample, 'SG', 'ngo', await seatJudges(sample, [sample.group], 'SG', 3));
    expect(await assign(sample)).toEqual({ assigned: 0 });
  });

  it('owes nothing to a judge who has come back as a compatriot of the entry, where that is a conflict', async () => {
    const base = sampleDefinition('regional');
    const judging = { ...base.judging, conflictScope: 'country' };
    const definition = AwardDefinition.parse({ ...base, judging });
    const sample = await regional(definition);
    const { cycleId, acts, entry } = sample;
    const judges = await seatJudges(sample, ['ngo'], null, 3);
    const [moves = ''] = judges;
    await formPanel(sample, null, 'ngo', judges);
    await release(sample, 'ngo', [entry], judges);
    const judge = { cycleId, judgeId: moves };
    await acts.judge({ type: 'ReleaseJudge', data: { ...judge, reason: 'Has moved.' } }, by('secretariat'));
    await acts.judge({ type: 'InviteJudge', data: { ...judge, groups: ['ngo'], country: 'SG' } }, by('secretariat'));
    await acts.judge({ type: 'AcceptInvitation', data: judge }, by('judge', moves));
    expect(await assign({ cycleId, group: 'ngo' })).toEqual({ assigned: 2 });
    expect((await findPanelView(db, cycleId, 'ngo'))?.unassigned).toBe(0);
  });
});

/** A regional cycle whose judging is open, with one entry of Singapore. */
async function regional(definition: AwardDefinition) {
  const hour = 3_600;
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  const sample = await planSample(db, definition, ['SG'], lengths);
  const { cycleId, acts } = sample;
  const turn = (type: 'OpenPhase' | 'ClosePhase', phase: 'nomination' | 'screening' | 'judging') =>
    acts.cycle({ type, data: { cycleId, phase } }, by('process'));
  await turn('OpenPhase', 'nomination');
  const entry = await submit(sample, 'SG', 'ngo');
  await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2: 'SG', phase: 'nomination' } }, by('approver'));
  await turn('ClosePhase', 'nomination');
  await turn('OpenPhase', 'screening');
  await passScreening(sample, entry);
  await signCountry(sample, 'SG', { ngo: [entry] });
  await turn('ClosePhase', 'screening');
  await turn('OpenPhase', 'judging');
  return { ...sample, entry };
}

describe('sealTally', () => {
  it('counts what was handed in, less sheets in conflict, and does nothing the second time', async () => {
    const sample = await scoringSample({ db, definition: sampleDefinition() });
    const { cycleId, group, acts, entries, judges, member, definition } = sample;
    expect(await seal(sample)).toEqual({ sheets: 0 });
    for (const nominationId of entries)
      for (const judgeId of judges)
        await acts.scorecard(nominationId, judgeId, sheetOf(definition, 'ngo', 3), by('judge', judgeId));
    for (const judgeId of judges)
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
    await acts.judge(conflict(cycleId, member, entries[0] ?? ''), by('judge', member));
    expect(await seal(sample)).toEqual({ sheets: 8 });
    const sealed = await loadState(db, panelStream(cycleId, group));
    expect(sealed.state.status).toBe('sealed');
    expect(await seal(sample)).toEqual({ sheets: 0 });
    expect(await loadState(db, panelStream(cycleId, group))).toEqual(sealed);
  });
});

describe('findPanelView', () => {
  it('waits for a sheet that the chair has given back, though its judge had finished', async () => {
    const sample = await scoringSample({ db, definition: sampleDefinition() });
    const { cycleId, group, acts, entries, judges, definition } = sample;
    const [entry = ''] = entries;
    const [chair = '', second = ''] = judges;
    const handIn = (nominationId: string, judgeId: string) =>
      acts.scorecard(nominationId, judgeId, sheetOf(definition, 'ngo', 3), by('judge', judgeId));
    for (const nominationId of entries) for (const judgeId of judges) await handIn(nominationId, judgeId);
    for (const judgeId of judges)
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    expect((await findPanelView(db, cycleId, group))?.everyoneFinished).toBe(true);
    const back = { type: 'ReopenScorecard', data: { reason: 'A comment is cut off.' } } as const;
    await acts.scorecard(entry, second, back, by('chair', chair));
    expect((await findPanelView(db, cycleId, group))?.everyoneFinished).toBe(false);
    await handIn(entry, second);
    expect((await findPanelView(db, cycleId, group))?.everyoneFinished).toBe(true);
  });

  it('does not wait for a sheet on an entry that was removed, and reminds nobody of it', async () => {
    const sample = await scoringSample({ db, definition: sampleDefinition() });
    const { cycleId, group, acts, entries, judges, definition } = sample;
    const [fallen = '', ...others] = entries;
    const [chair = '', second = ''] = judges;
    for (const nominationId of entries)
      for (const judgeId of judges)
        await acts.scorecard(nominationId, judgeId, sheetOf(definition, 'ngo', 3), by('judge', judgeId));
    for (const judgeId of judges)
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    const reason = 'The report was forged.';
    await acts.scorecard(fallen, second, { type: 'ReopenScorecard', data: { reason } }, by('chair', chair));
    expect((await findDebtors(db, 'scoring', { cycleId, group }))?.debtors).toEqual([second]);
    await acts.nomination({ type: 'DisqualifyNomination', data: { nominationId: fallen, reason } }, by('secretariat'));
    await acts.panel(
      { type: 'RemoveEntry', data: { cycleId, group, nominationId: fallen, reason } },
      by('secretariat'),
    );
    expect((await findPanelView(db, cycleId, group))?.everyoneFinished).toBe(true);
    expect((await findDebtors(db, 'scoring', { cycleId, group }))?.debtors).toEqual([]);
    await acts.panel({ type: 'CloseScoring', data: { cycleId, group } }, by('process'));
    expect(await seal(sample)).toEqual({ sheets: others.length * judges.length });
  });
});
