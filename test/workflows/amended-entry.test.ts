// A panel at work while a dossier is changed with leave and an entry is disqualified: its process sees to the rest.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadState } from '../../db/execute.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { by, contentOf, formPanel, seatJudges, sheetOf } from '../support/acts.ts';
import { sampleDefinition } from '../support/samples.ts';
import { screenedSample } from '../support/scoring.ts';
import { panelIs, sheetsAre, sheetsOf } from './support/looks.ts';
import { openStage, type Stage, until } from './support/stage.ts';

let stage: Stage;
let sample: Awaited<ReturnType<typeof screenedSample>>;
let judges: string[];
const reason = 'A later report.';

beforeAll(async () => {
  stage = await openStage();
  await stage.work();
  sample = await screenedSample({ db: stage.db, definition: sampleDefinition() });
  const { cycleId, group, acts, entries } = sample;
  judges = await seatJudges(sample, [group], 'SG', 3);
  await formPanel(sample, 'SG', 'ngo', judges);
  const ids = { cycleId, group };
  const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
  const proposalId = randomUUID();
  await acts.panel({ type: 'RequestAssignment', data: { ...ids, proposalId, pinned: [] } }, by('focal-point'));
  await acts.panel({ type: 'ProposeAssignment', data: { ...ids, proposalId, pairs, emptySeats: 0 } }, by('process'));
  await acts.panel({ type: 'ReleaseAssignment', data: ids }, by('focal-point'));
  await sheetsAre(sample, group, 9);
});
afterAll(() => stage.close());

const scoreAll = async (entries: string[]) => {
  const { acts, definition } = sample;
  for (const judgeId of judges)
    for (const nominationId of entries)
      await acts.scorecard(nominationId, judgeId, sheetOf(definition, 'ngo', 4), by('judge', judgeId));
};

describe('the process of a panel', () => {
  it('opens the sheets again on the version that leave was given to', async () => {
    const { acts, entries, group } = sample;
    const [nominationId = ''] = entries;
    await scoreAll(entries);
    const amend = { nominationId, kind: 'substantive', reason, ...contentOf('a later report') } as const;
    await acts.nomination({ type: 'AmendNomination', data: amend }, by('focal-point'));
    await acts.nomination({ type: 'AllowAmendment', data: { nominationId } }, by('chair', judges[0]));
    await until('the sheets are open again', async () => {
      const touched = (await sheetsOf(sample, group)).filter((sheet) => sheet.nomination_id === nominationId);
      return touched.length === 3 && touched.every((sheet) => sheet.status === 'reopened');
    });
    const versions = await stage.db.read
      .selectFrom('scorecards')
      .select(['nomination_id', 'dossier_version'])
      .where('cycle_id', '=', sample.cycleId)
      .execute();
    for (const { nomination_id, dossier_version } of versions)
      expect(dossier_version).toBe(nomination_id === nominationId ? 2 : 1);
  });

  it('seals a tally without what was disqualified, though nobody told the panel', async () => {
    const { acts, cycleId, group, entries } = sample;
    const [amended = '', fallen = '', other = ''] = entries;
    await scoreAll([amended]);
    await acts.nomination({ type: 'DisqualifyNomination', data: { nominationId: fallen, reason } }, by('secretariat'));
    for (const judgeId of judges)
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    await panelIs(sample, group, 'sealed');
    const { state } = await loadState(stage.db, panelStream(cycleId, group));
    const ranked = state.status === 'sealed' ? state.tally.entries : [];
    expect(ranked.map(({ nominationId }) => nominationId).sort()).toEqual([amended, other].sort());
    expect(state).toMatchObject({ removed: [fallen] });
  });
});
