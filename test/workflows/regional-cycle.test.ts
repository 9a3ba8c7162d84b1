// A whole regional cycle: one panel for all countries, endorsement by a meeting, and a runner-up who follows.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadState } from '../../db/execute.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { readDefinition } from '../../files/definitions.ts';
import {
  by,
  formPanel,
  passScreening,
  planSample,
  recordDecision,
  requestEndorsement,
  type Sample,
  seatJudges,
  sheetOf,
  signCountry,
  submit,
} from '../support/acts.ts';
import { expectRebuiltAlike } from '../support/rebuilding.ts';
import { cycleIs, panelIs, phaseIs, sheetsAre, sheetsOf } from './support/looks.ts';
import { openStage, type Stage, until } from './support/stage.ts';

const countries = ['ID', 'MY', 'PH', 'SG', 'TH', 'VN'];
let stage: Stage;
let sample: Sample;
/** What each country puts forward: two communities of Indonesia and of Thailand, and one enterprise of Thailand. */
const communities: { [country: string]: string[] } = { ID: [], TH: [] };
let enterprise: string;
let judges: string[];

beforeAll(async () => {
  stage = await openStage();
  await stage.work();
  const { definition } = await readDefinition(new URL('../../awards/sample-regional.yaml', import.meta.url));
  const lengths = { nomination: 6, screening: 3_600, judging: 3_600, decision: 3_600 };
  sample = await planSample(stage.db, definition, countries, lengths);
});
afterAll(() => stage.close());

const entry = (country: string, number: number) => communities[country]?.[number] ?? '';

describe('a regional cycle', () => {
  it('closes nominations at their instant, and takes none after it', async () => {
    await phaseIs(sample, 'nomination', 'open');
    for (const [country, ids] of Object.entries(communities))
      for (let number = 0; number < 2; number += 1) ids.push(await submit(sample, country, 'community'));
    enterprise = await submit(sample, 'TH', 'enterprise');
    await phaseIs(sample, 'nomination', 'closed');
    await phaseIs(sample, 'screening', 'open');
    await expect(submit(sample, 'ID', 'community')).rejects.toMatchObject({ code: 'phase-not-open' });
  });

  it('goes on to judging when all countries have signed or have no nominee', async () => {
    for (const id of [...Object.values(communities).flat(), enterprise]) await passScreening(sample, id);
    for (const country of countries) {
      const ids = communities[country] ?? [];
      await signCountry(sample, country, { community: ids, enterprise: country === 'TH' ? [enterprise] : [] });
    }
    await phaseIs(sample, 'judging', 'open');
  });

  it('lets one panel for all countries score, each judge what is not of the own country', async () => {
    const groups = ['community', 'enterprise'];
    const others = await seatJudges(sample, groups, 'SG', 2);
    const [own = ''] = await seatJudges(sample, groups, 'ID', 1);
    judges = [...others, own];
    await release('community', 10);
    await release('enterprise', 3);
    const sheets = await sheetsOf(sample, 'community');
    const read = sheets.filter((sheet) => sheet.judge_id === own).map((sheet) => sheet.nomination_id);
    expect(read.sort()).toEqual([...(communities.TH ?? [])].sort());
  });

  it('ranks the entries of all countries together and goes on when the decisions are signed', async () => {
    const points = { [entry('TH', 0)]: 5, [entry('TH', 1)]: 4, [entry('ID', 0)]: 4, [entry('ID', 1)]: 3 };
    await score('community', points);
    await score('enterprise', { [enterprise]: 4 });
    const [chair = ''] = judges;
    const laureates = [entry('TH', 0), entry('ID', 0)];
    await recordDecision(sample, 'community', chair, { laureates, runnersUp: [entry('TH', 1), entry('ID', 1)] });
    await recordDecision(sample, 'enterprise', chair, { laureates: [enterprise], runnersUp: [] });
    await phaseIs(sample, 'decision', 'closed');
  });

  it("concludes endorsement with the meeting's reference, and endorses what reached the quorum", async () => {
    const { cycleId, acts } = sample;
    await requestEndorsement(sample, ['community', 'enterprise']);
    for (const country of countries.slice(0, 4))
      await acts.cycle({ type: 'EndorseResults', data: { cycleId, country } }, by('endorser'));
    const meetingReference = 'Sample meeting, item 4';
    await acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId, meetingReference } }, by('secretariat'));
    await phaseIs(sample, 'announcement', 'open');
  });

  it('lets the runner-up of the country follow a laureate who declines, and announces those who stand', async () => {
    const { cycleId, acts } = sample;
    const declined = { cycleId, group: 'community', laureateId: entry('TH', 0), reason: 'Cannot come.' };
    await acts.panel({ type: 'DeclineAward', data: declined }, by('laureate-contact'));
    await acts.panel({ type: 'ReplaceLaureate', data: declined }, by('secretariat'));
    const stages = (['country', 'laureate', 'public'] as const).map((name) => ({
      stage: name,
      at: new Date().toISOString(),
    }));
    await acts.cycle({ type: 'PlanAnnouncement', data: { cycleId, stages } }, by('secretariat'));
    await phaseIs(sample, 'announcement', 'closed');
    await until('the published laureates', async () => (await published()).length === 3);
    expect(await published()).toEqual([entry('TH', 1), entry('ID', 0), enterprise].sort());
    await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'forum' } }, by('secretariat'));
    await cycleIs(sample, 'archived');
  });

  it('leaves read models that are what its log says, row for row', () => expectRebuiltAlike(sample.db));
});

async function published(): Promise<string[]> {
  const rows = await sample.db.read
    .selectFrom('published_laureates')
    .select('laureate_id')
    .where('cycle_id', '=', sample.cycleId)
    .where('stage', '=', 'public')
    .execute();
  return rows.map((row) => row.laureate_id).sort();
}

/** Forms the panel, has its assignment worked out and releases it. */
async function release(category: string, sheets: number): Promise<void> {
  const group = await formPanel(sample, null, category, judges);
  const { cycleId, acts } = sample;
  const request = { cycleId, group, proposalId: randomUUID(), pinned: [] };
  await acts.panel({ type: 'RequestAssignment', data: request }, by('secretariat'));
  await until('a proposed assignment', async () => {
    const { state } = await loadState(stage.db, panelStream(cycleId, group));
    return state.status !== 'none' && state.assignment.status === 'proposed';
  });
  await acts.panel({ type: 'ReleaseAssignment', data: { cycleId, group } }, by('secretariat'));
  await sheetsAre(sample, group, sheets);
}

async function score(group: string, points: { [nominationId: string]: number }): Promise<void> {
  const { cycleId, acts, definition } = sample;
  for (const { nomination_id, judge_id } of await sheetsOf(sample, group)) {
    const sheet = sheetOf(definition, group, points[nomination_id] ?? 0);
    await acts.scorecard(nomination_id, judge_id, sheet, by('judge', judge_id));
  }
  for (const judgeId of judges)
    await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
  await panelIs(sample, group, 'sealed');
}
