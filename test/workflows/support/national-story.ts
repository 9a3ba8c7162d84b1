// The story of one national cycle, with all that goes otherwise than planned: told by a test, and recorded for replay.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { loadState } from '../../../db/execute.ts';
import { panelStream } from '../../../domain/panel/state.ts';
import { readDefinition } from '../../../files/definitions.ts';
import type { ProcessRef } from '../../../workflows/messages.ts';
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
} from '../../support/acts.ts';
import { samplePlan } from '../../support/forum-samples.ts';
import { cycleIs, panelIs, phaseIs, sheetsAre, sheetsOf } from './looks.ts';
import { returnWith } from './returning.ts';
import { type Stage, until } from './stage.ts';

const hour = 3_600;
const group = 'SG-ngo-cso';
const secretariat = () => by('secretariat');

/** What has come of the story so far. */
export type Tale = {
  stage: Stage;
  sample: Sample;
  forumId: string;
  proposals: string[];
  entries: string[];
  lapsing: string;
  judges: string[];
};

/** Plans the cycle on a stage with a worker. */
export async function beginTale(stage: Stage): Promise<Tale> {
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  const { definition } = await readDefinition(new URL('../../../awards/rdpe.yaml', import.meta.url));
  const sample = await planSample(stage.db, definition, ['SG', 'VN'], lengths);
  return { stage, sample, forumId: randomUUID(), proposals: [], entries: [], lapsing: '', judges: [] };
}

/** The processes that the story has had, once it is told. */
export const processesOf = ({ sample: { cycleId }, forumId, proposals, entries, lapsing }: Tale): ProcessRef[] => [
  { type: 'awardCycle', cycleId },
  { type: 'countryTrack', cycleId, iso2: 'SG' },
  { type: 'nominationCorrection', nominationId: lapsing },
  { type: 'judgingPanel', cycleId, group },
  { type: 'endorsementRound', cycleId },
  { type: 'awardAcceptance', cycleId, laureateId: entries[1] ?? '' },
  { type: 'forumProgramme', forumId },
  { type: 'presentationSlot', forumId, laureateId: entries[1] ?? '' },
  ...proposals.map((proposalId): ProcessRef => ({ type: 'proposalRun', proposalId })),
];

/** Each with the rule that it shows, in order. */
export const chapters: [rule: string, tell: (tale: Tale) => Promise<void>][] = [
  [
    'opens nominations at once, and again has all its time when the deadline is moved',
    async (tale) => {
      await phaseIs(tale.sample, 'nomination', 'open');
      const closesAt = new Date(Date.now() + 2 * hour * 1_000).toISOString();
      const { cycleId, acts } = tale.sample;
      const moved = { cycleId, phase: 'nomination', closesAt, reason: 'A holiday.' } as const;
      await acts.cycle({ type: 'MoveDeadline', data: moved }, secretariat());
      tale.entries = [];
      for (let number = 0; number < 3; number += 1) tale.entries.push(await submit(tale.sample, 'SG', 'ngo-cso'));
    },
  ],

  [
    'goes on to screening when every country has closed nominations early',
    async (tale) => {
      const { cycleId, acts } = tale.sample;
      const close = (iso2: string) =>
        acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
      await close('SG');
      await close('VN');
      await phaseIs(tale.sample, 'screening', 'open');
    },
  ],

  [
    'rejects a nomination whose correction never came',
    async (tale) => {
      tale.lapsing = tale.entries.pop() ?? '';
      await returnWith(tale.sample, tale.lapsing, new Date(Date.now() + 1_000));
      await until('the lapsed correction', async () => {
        const row = await tale.sample.db.read
          .selectFrom('nominations')
          .select('status')
          .where('nomination_id', '=', tale.lapsing)
          .executeTakeFirst();
        return row?.status === 'rejected';
      });
    },
  ],

  [
    'goes on to judging when each country has signed or has said that it has no nominee',
    async (tale) => {
      for (const entry of tale.entries) await passScreening(tale.sample, entry);
      await signCountry(tale.sample, 'SG', { 'ngo-cso': tale.entries });
      await signCountry(tale.sample, 'VN', {});
      await phaseIs(tale.sample, 'judging', 'open');
    },
  ],

  [
    'gives every released entry a scorecard for each of its judges',
    async (tale) => {
      tale.judges = await seatJudges(tale.sample, [group], 'SG', 4);
      await formPanel(tale.sample, 'SG', 'ngo-cso', tale.judges.slice(0, 3));
      await assign(tale);
      await sheetsAre(tale.sample, group, 6);
    },
  ],

  [
    'gives the entry of a judge who recuses to the judge who takes the place',
    async (tale) => {
      const { cycleId, acts } = tale.sample;
      const [entry = ''] = tale.entries;
      const [first = '', , , reserve = ''] = tale.judges;
      const recused = { type: 'RecuseFromEntry', data: { reason: 'A former employer.' } } as const;
      await acts.scorecard(entry, first, recused, by('judge', first));
      const change = { cycleId, group, addJudges: [reserve], removeJudges: [], reason: 'For the recusal.' };
      await acts.panel({ type: 'ChangePanel', data: change }, by('focal-point'));
      await assign(tale);
      await until('a sheet of the reserve', async () =>
        (await sheetsOf(tale.sample, group)).some(
          (sheet) => sheet.judge_id === reserve && sheet.nomination_id === entry,
        ),
      );
    },
  ],

  [
    'closes scoring and seals the tally when every judge has finished',
    async (tale) => {
      const { cycleId, acts, definition } = tale.sample;
      for (const { nomination_id, judge_id, status } of await sheetsOf(tale.sample, group)) {
        if (status !== 'assigned') continue;
        const points = nomination_id === tale.entries[0] ? 4 : 3;
        await acts.scorecard(nomination_id, judge_id, sheetOf(definition, 'ngo-cso', points), by('judge', judge_id));
      }
      for (const judgeId of tale.judges)
        await acts.judge({ type: 'FinishScoring', data: { cycleId, judgeId, group } }, by('judge', judgeId));
      await panelIs(tale.sample, group, 'sealed');
    },
  ],

  [
    'goes on to the end of the decision phase when the decision is signed',
    async (tale) => {
      await recordDecision(tale.sample, group, tale.judges[0] ?? '', {
        laureates: [tale.entries[0] ?? ''],
        runnersUp: [tale.entries[1] ?? ''],
      });
      await phaseIs(tale.sample, 'decision', 'closed');
    },
  ],

  [
    'takes an upheld objection back to the panel, and its new decision to the endorsers',
    async (tale) => {
      const { cycleId, acts } = tale.sample;
      await requestEndorsement(tale.sample, [group]);
      const laureateId = tale.entries[0] ?? '';
      const objection = { cycleId, country: 'VN', laureateId, reason: 'Not what it seems.' };
      await acts.cycle({ type: 'ObjectToResult', data: objection }, by('endorser'));
      const settled = { ...objection, outcome: 'upheld' } as const;
      await acts.cycle({ type: 'SettleObjection', data: settled }, secretariat());
      const reopened = { cycleId, group, laureateId, reason: 'The objection was upheld.' };
      await acts.panel({ type: 'ReopenDecision', data: reopened }, by('chair', tale.judges[0]));
      await recordDecision(tale.sample, group, tale.judges[0] ?? '', {
        laureates: [tale.entries[1] ?? ''],
        runnersUp: [],
      });
      await requestEndorsement(tale.sample, [group]);
      for (const country of ['SG', 'VN'])
        await acts.cycle({ type: 'EndorseResults', data: { cycleId, country } }, by('endorser'));
      await phaseIs(tale.sample, 'endorsement', 'closed');
      await phaseIs(tale.sample, 'announcement', 'open');
      await phaseIs(tale.sample, 'forum', 'open');
      expect(await winners(tale.sample)).toEqual({ laureate: tale.entries[1], runnerUp: undefined });
    },
  ],

  [
    'plans a forum, names another presenter for one who declines, and proposes a schedule',
    async (tale) => {
      const { forumId } = tale;
      const { cycleId, acts } = tale.sample;
      await acts.forum({ type: 'PlanForum', data: { ...forumPlan(), forumId, cycleId } }, secretariat());
      const laureateId = tale.entries[1] ?? '';
      const [declining, speaking] = [randomUUID(), randomUUID()];
      const talk = { forumId, laureateId };
      const about = { cycleId, country: 'SG', category: 'ngo-cso', organisation: { en: 'Sample' } };
      await acts.talk({ type: 'InvitePresenter', data: { ...talk, ...about, personId: declining } }, secretariat());
      await acts.talk({ type: 'DeclineTalk', data: { ...talk, reason: 'Away.' } }, by('presenter', declining));
      const replaced = { ...talk, personId: speaking, reason: 'The first one is away.' };
      await acts.talk({ type: 'ReplacePresenter', data: replaced }, secretariat());
      await acts.talk({ type: 'ConfirmTalk', data: talk }, by('presenter', speaking));
      await acts.forum(
        { type: 'RequestSchedule', data: { forumId: forumId, proposalId: randomUUID() } },
        secretariat(),
      );
      await until('a placed talk', async () => {
        const placed = await tale.sample.db.read
          .selectFrom('working_placements')
          .select('slot')
          .where('forum_id', '=', forumId)
          .execute();
        return placed.length === 1 && placed[0]?.slot === 0;
      });
      await acts.forum({ type: 'ReleaseSchedule', data: { forumId: forumId, name: 'First', note: '' } }, secretariat());
    },
  ],

  [
    'publishes each stage at its instant, and archives itself when announcement and forum are closed',
    async (tale) => {
      const { cycleId, acts } = tale.sample;
      const stages = (['country', 'laureate', 'press', 'public'] as const).map((stageName, index) => ({
        stage: stageName,
        at: new Date(Date.now() + 300 * index).toISOString(),
      }));
      await acts.cycle({ type: 'PlanAnnouncement', data: { cycleId, stages } }, secretariat());
      await phaseIs(tale.sample, 'announcement', 'closed');
      await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase: 'forum' } }, secretariat());
      await cycleIs(tale.sample, 'archived');
      expect((await loadState(tale.stage.db, panelStream(cycleId, group))).state).toMatchObject({ status: 'signed' });
    },
  ],
];

async function assign({ stage, sample: { cycleId, acts }, proposals }: Tale): Promise<void> {
  const proposalId = randomUUID();
  proposals.push(proposalId);
  await acts.panel({ type: 'RequestAssignment', data: { cycleId, group, proposalId, pinned: [] } }, by('focal-point'));
  await until('a proposed assignment', async () => {
    const { state } = await loadState(stage.db, panelStream(cycleId, group));
    return state.status !== 'none' && state.assignment.status === 'proposed';
  });
  await acts.panel({ type: 'ReleaseAssignment', data: { cycleId, group } }, by('focal-point'));
}

/** The laureate that stands, and the runner-up behind it. */
async function winners(sample: Sample): Promise<{ laureate: string | undefined; runnerUp: string | undefined }> {
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

const forumPlan = () => {
  const { purpose: _purpose, ...plan } = samplePlan();
  return plan;
};
