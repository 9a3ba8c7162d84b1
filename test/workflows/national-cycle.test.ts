// A whole national cycle on the real database and the real Temporal server, with all that goes otherwise than planned.
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
  type Sample,
  seatJudges,
  sheetOf,
  signCountry,
  submit,
} from '../support/acts.ts';
import { samplePlan } from '../support/forum-samples.ts';
import { cycleIs, panelIs, phaseIs, processEvents, sheetsAre, sheetsOf } from './support/looks.ts';
import { returnWith } from './support/returning.ts';
import { openStage, type Stage, until } from './support/stage.ts';

const hour = 3_600;
const secretariat = () => by('secretariat');

let stage: Stage;
let sample: Sample;
let entries: string[];
let judges: string[];
const group = 'SG-ngo-cso';
const forumId = randomUUID();

beforeAll(async () => {
  stage = await openStage();
  await stage.work();
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  const { definition } = await readDefinition(new URL('../../awards/rdpe.yaml', import.meta.url));
  sample = await planSample(stage.db, definition, ['SG', 'VN'], lengths);
});
afterAll(() => stage.close());

/** The laureate that stands, and the runner-up behind it. */
async function winners(): Promise<{ laureate: string | undefined; runnerUp: string | undefined }> {
  const rows = await sample.db.read
    .selectFrom('laureates')
    .select(['laureate_id', 'place'])
    .where('cycle_id', '=', sample.cycleId)
    .where('current', '=', true)
    .orderBy('ord')
    .execute();
  const of = (place: string) => rows.find((row) => row.place === place)?.laureate_id;
  return { laureate: of('laureate'), runnerUp: of('runner-up') };
}

describe('a national cycle', () => {
  it('opens nominations at once, and again has all its time when the deadline is moved', async () => {
    await phaseIs(sample, 'nomination', 'open');
    const closesAt = new Date(Date.now() + 2 * hour * 1_000).toISOString();
    const { cycleId, acts } = sample;
    const moved = { cycleId, phase: 'nomination', closesAt, reason: 'A holiday.' } as const;
    await acts.cycle({ type: 'MoveDeadline', data: moved }, secretariat());
    entries = [];
    for (let number = 0; number < 3; number += 1) entries.push(await submit(sample, 'SG', 'ngo-cso'));
  });

  it('goes on to screening when every country has closed nominations early', async () => {
    const { cycleId, acts } = sample;
    const close = (iso2: string) =>
      acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
    await close('SG');
    await close('VN');
    await phaseIs(sample, 'screening', 'open');
  });

  it('rejects a nomination whose correction never came', async () => {
    const lapsing = entries.pop() ?? '';
    await returnWith(sample, lapsing, new Date(Date.now() + 1_000));
    await until('the lapsed correction', async () => {
      const row = await sample.db.read
        .selectFrom('nominations')
        .select('status')
        .where('nomination_id', '=', lapsing)
        .executeTakeFirst();
      return row?.status === 'rejected';
    });
  });

  it('goes on to judging when each country has signed or has said that it has no nominee', async () => {
    for (const entry of entries) await passScreening(sample, entry);
    await signCountry(sample, 'SG', { 'ngo-cso': entries });
    await signCountry(sample, 'VN', {});
    await phaseIs(sample, 'judging', 'open');
  });

  it('gives every released entry a scorecard for each of its judges', async () => {
    judges = await seatJudges(sample, [group], 'SG', 4);
    await formPanel(sample, 'SG', 'ngo-cso', judges.slice(0, 3));
    await assign();
    await sheetsAre(sample, group, 6);
  });

  it('gives the entry of a judge who recuses to the judge who takes the place', async () => {
    const { cycleId, acts } = sample;
    const [entry = ''] = entries;
    const [first = '', , , reserve = ''] = judges;
    const recused = { type: 'RecuseFromEntry', data: { reason: 'A former employer.' } } as const;
    await acts.scorecard(entry, first, recused, by('judge', first));
    const change = { cycleId, group, addJudges: [reserve], removeJudges: [], reason: 'For the recusal.' };
    await acts.panel({ type: 'ChangePanel', data: change }, by('focal-point'));
    await assign();
    await until('a sheet of the reserve', async () =>
      (await sheetsOf(sample, group)).some((sheet) => sheet.judge_id === reserve && sheet.nomination_id === entry),
    );
  });

  it('closes scoring and seals the tally when every judge has finished', async () => {
    const { cycleId, acts, definition } = sample;
    for (const { nomination_id, judge_id, status } of await sheetsOf(sample, group)) {
      if (status !== 'assigned') continue;
      const points = nomination_id === entries[0] ? 4 : 3;
      await acts.scorecard(nomination_id, judge_id, sheetOf(definition, 'ngo-cso', points), by('judge', judge_id));
    }
    for (const judgeId of judges)
      await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
    await panelIs(sample, group, 'sealed');
  });

  it('goes on to the end of the decision phase when the decision is signed', async () => {
    await recordDecision(sample, group, judges[0] ?? '', {
      laureates: [entries[0] ?? ''],
      runnersUp: [entries[1] ?? ''],
    });
    await phaseIs(sample, 'decision', 'closed');
  });

  it('takes an upheld objection back to the panel, and its new decision to the endorsers', async () => {
    const { cycleId, acts } = sample;
    const request = { cycleId, groups: [group], dossiersVerified: true as const };
    await acts.cycle({ type: 'RequestEndorsement', data: request }, secretariat());
    const laureateId = entries[0] ?? '';
    const objection = { cycleId, country: 'VN', laureateId, reason: 'Not what it seems.' };
    await acts.cycle({ type: 'ObjectToResult', data: objection }, by('endorser'));
    const settled = { ...objection, outcome: 'upheld' } as const;
    await acts.cycle({ type: 'SettleObjection', data: settled }, secretariat());
    const reopened = { cycleId, group, laureateId, reason: 'The objection was upheld.' };
    await acts.panel({ type: 'ReopenDecision', data: reopened }, by('chair', judges[0]));
    await recordDecision(sample, group, judges[0] ?? '', { laureates: [entries[1] ?? ''], runnersUp: [] });
    await acts.cycle({ type: 'RequestEndorsement', data: request }, secretariat());
    for (const country of ['SG', 'VN'])
      await acts.cycle({ type: 'EndorseResults', data: { cycleId, country } }, by('endorser'));
    await phaseIs(sample, 'endorsement', 'closed');
    await phaseIs(sample, 'announcement', 'open');
    await phaseIs(sample, 'forum', 'open');
    expect(await winners()).toEqual({ laureate: entries[1], runnerUp: undefined });
  });

  it('plans a forum, names another presenter for one who declines, and proposes a schedule', async () => {
    const { cycleId, acts } = sample;
    await acts.forum({ type: 'PlanForum', data: { ...forumPlan(), forumId, cycleId } }, secretariat());
    const laureateId = entries[1] ?? '';
    const [declining, speaking] = [randomUUID(), randomUUID()];
    const talk = { forumId, laureateId };
    const about = { cycleId, country: 'SG', category: 'ngo-cso', organisation: { en: 'Sample' } };
    await acts.talk({ type: 'InvitePresenter', data: { ...talk, ...about, personId: declining } }, secretariat());
    await acts.talk({ type: 'DeclineTalk', data: { ...talk, reason: 'Away.' } }, by('presenter', declining));
    const replaced = { ...talk, personId: speaking, reason: 'The first one is away.' };
    await acts.talk({ type: 'ReplacePresenter', data: replaced }, secretariat());
    await acts.talk({ type: 'ConfirmTalk', data: talk }, by('presenter', speaking));
    await acts.forum({ type: 'RequestSchedule', data: { forumId, proposalId: randomUUID() } }, secretariat());
    await until('a placed talk', async () => {
      const placed = await sample.db.read
        .selectFrom('working_placements')
        .select('slot')
        .where('forum_id', '=', forumId)
        .execute();
      return placed.length === 1 && placed[0]?.slot === 0;
    });
    await acts.forum({ type: 'ReleaseSchedule', data: { forumId, name: 'First', note: '' } }, secretariat());
  });

  it('publishes each stage at its instant, and archives itself when announcement and forum are closed', async () => {
    const { cycleId, acts } = sample;
    const stages = (['country', 'laureate', 'press', 'public'] as const).map((stageName, index) => ({
      stage: stageName,
      at: new Date(Date.now() + 300 * index).toISOString(),
    }));
    await acts.cycle({ type: 'PlanAnnouncement', data: { cycleId, stages } }, secretariat());
    await phaseIs(sample, 'announcement', 'closed');
    await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'forum' } }, secretariat());
    await cycleIs(sample, 'archived');
    expect((await loadState(stage.db, panelStream(cycleId, group))).state).toMatchObject({ status: 'signed' });
  });

  it('leaves no process running', async () => {
    for (const ref of [
      { type: 'awardCycle', cycleId: sample.cycleId },
      { type: 'countryTrack', cycleId: sample.cycleId, iso2: 'SG' },
      { type: 'judgingPanel', cycleId: sample.cycleId, group },
      { type: 'endorsementRound', cycleId: sample.cycleId },
      { type: 'forumProgramme', forumId },
      { type: 'presentationSlot', forumId, laureateId: entries[1] ?? '' },
    ] as const)
      await until(`the end of ${ref.type}`, async () => (await stage.status(ref)) === 'COMPLETED');
    expect(await processEvents(sample)).toEqual({
      AssignmentProposed: 2,
      CountryPhaseClosed: 4,
      CycleArchived: 1,
      EndorsementConcluded: 1,
      NominationRejected: 1,
      PhaseClosed: 6,
      PhaseOpened: 6,
      ScheduleProposed: 1,
      ScorecardAssigned: 8,
      ScoringClosed: 1,
      StagePublished: 4,
      TallySealed: 1,
    });
  });
});

async function assign(): Promise<void> {
  const { cycleId, acts } = sample;
  const request = { cycleId, group, proposalId: randomUUID(), pinned: [] };
  await acts.panel({ type: 'RequestAssignment', data: request }, by('focal-point'));
  await until('a proposed assignment', async () => {
    const { state } = await loadState(stage.db, panelStream(cycleId, group));
    return state.status !== 'none' && state.assignment.status === 'proposed';
  });
  await acts.panel({ type: 'ReleaseAssignment', data: { cycleId, group } }, by('focal-point'));
}

const forumPlan = () => {
  const { purpose: _purpose, ...plan } = samplePlan();
  return plan;
};
