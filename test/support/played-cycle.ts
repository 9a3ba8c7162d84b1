// A sample cycle of two countries with people of every role, played as far as a test wants it.
import { randomUUID } from 'node:crypto';
import { startDraft } from '../../db/drafts.ts';
import type { SaidPlan } from '../../domain/forum/messages.ts';
import { countryPhases } from '../../domain/phases.ts';
import {
  by,
  clearJudges,
  contentOf,
  formPanel,
  passScreening,
  planSample,
  requestEndorsement,
  type Sample,
  seatJudges,
  signCountry,
} from './acts.ts';
import type { TestApi, TestClient } from './api.ts';
import { samplePlan } from './forum-samples.ts';

/** Singapore is at work; Myanmar looks on. */
export type People = {
  administrator: TestClient;
  secretariat: TestClient;
  auditor: TestClient;
  focalPoint: TestClient;
  screener: TestClient;
  approver: TestClient;
  endorser: TestClient;
  applicant: TestClient;
  otherApplicant: TestClient;
  focalPointAbroad: TestClient;
  screenerAbroad: TestClient;
  approverAbroad: TestClient;
  applicantAbroad: TestClient;
  endorserAbroad: TestClient;
};
/** Each applicant's nomination: of a non-governmental organisation, and of the private sector. */
export type Played = Sample & { people: People; ngo: string; firm: string };

/** Planned, open, and both nominations submitted. */
export async function playNominations(api: TestApi, number = 1): Promise<Played> {
  const hour = 3_600;
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  const sample = await planSample(api.db, api.definition, ['MM', 'SG'], lengths, {}, number);
  const { cycleId, acts } = sample;
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  const people = await castOf(api);
  const ngo = await submitBy(sample, people.applicant, 'ngo');
  const firm = await submitBy(sample, people.otherApplicant, 'private');
  return { ...sample, people, ngo, firm };
}

async function castOf({ definition, grant }: TestApi): Promise<People> {
  const award = definition.key;
  const [home, abroad] = [
    { award, country: 'SG' },
    { award, country: 'MM' },
  ];
  return {
    administrator: await grant('administrator', {}),
    secretariat: await grant('secretariat', { award }),
    auditor: await grant('auditor', { award }),
    focalPoint: await grant('focal-point', home),
    screener: await grant('screener', home),
    approver: await grant('approver', home),
    endorser: await grant('endorser', home),
    applicant: await grant('applicant', home),
    otherApplicant: await grant('applicant', home),
    focalPointAbroad: await grant('focal-point', abroad),
    screenerAbroad: await grant('screener', abroad),
    approverAbroad: await grant('approver', abroad),
    applicantAbroad: await grant('applicant', abroad),
    endorserAbroad: await grant('endorser', abroad),
  };
}

export async function draftBy({ db, cycleId }: Sample, { personId }: TestClient, category: string): Promise<string> {
  const subjectId = randomUUID();
  await startDraft(db, { form: 'nomination', subjectId, cycleId, country: 'SG', category, personId: personId ?? '' });
  return subjectId;
}

async function submitBy(sample: Sample, client: TestClient, category: string): Promise<string> {
  const nominationId = await draftBy(sample, client, category);
  const { cycleId, acts } = sample;
  const data = { nominationId, cycleId, country: 'SG', category, ...contentOf(`${category} ${nominationId}`) };
  await acts.nomination({ type: 'SubmitNomination', data }, by('applicant', client.personId ?? ''));
  return nominationId;
}

/** Nominations close early, everything is screened, forwarded and signed; `more` are of the category of `ngo`. */
export async function playScreening(played: Played, more: string[] = []): Promise<void> {
  const { ngo, firm, acts, cycleId } = played;
  for (const iso2 of ['SG', 'MM'])
    await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
  for (const nominationId of [ngo, firm, ...more]) await passScreening(played, nominationId);
  await signCountry(played, 'SG', { ngo: [ngo, ...more], private: [firm] });
  await signCountry(played, 'MM', {});
}

/** @returns judges with an open sheet each; the first is chair, the second deputy. */
export async function playAssignment(played: Played, number = 3): Promise<string[]> {
  const { ngo, acts, cycleId } = played;
  const judges = await seatJudges(played, ['SG-ngo'], 'SG', number);
  const group = await formPanel(played, 'SG', 'ngo', judges);
  const proposalId = randomUUID();
  const pairs = judges.map((judgeId) => ({ nominationId: ngo, judgeId }));
  await acts.panel({ type: 'RequestAssignment', data: { cycleId, group, proposalId, pinned: [] } }, by('focal-point'));
  await acts.panel(
    { type: 'ProposeAssignment', data: { cycleId, group, proposalId, pairs, emptySeats: 0 } },
    by('process'),
  );
  await acts.panel({ type: 'ReleaseAssignment', data: { cycleId, group } }, by('focal-point'));
  const criteria = ['impact', 'reach'];
  const sheet = { cycleId, group, nominationId: ngo, round: 'main', country: 'SG', category: 'ngo', criteria };
  for (const judgeId of judges)
    await acts.scorecard(
      ngo,
      judgeId,
      { type: 'AssignScorecard', data: { ...sheet, judgeId, dossierVersion: 1 } },
      by('process'),
    );
  await clearJudges(played, judges, [ngo]);
  return judges;
}

/** The nomination is named laureate of its category on paper, and the outcome signed. @returns the group. */
export async function playPaperDecision(
  played: Played,
  category: string,
  laureateId: string,
  judges: string[] = [],
  runnersUp: string[] = [],
): Promise<string> {
  const { acts, cycleId, people } = played;
  const group = await formPanel(played, 'SG', category, judges);
  const outcome = { laureates: [laureateId], runnersUp, minutes: null, source: 'Sample minutes of the committee' };
  await acts.panel(
    { type: 'RecordOutsideDecision', data: { cycleId, group, ...outcome } },
    by('focal-point', people.focalPoint.personId ?? ''),
  );
  const signature = { kind: 'in-person' } as const;
  await acts.panel({ type: 'SignDecision', data: { cycleId, group, signature } }, by('approver'));
  return group;
}

/** Both nominations become laureates of their categories. @returns the groups. */
export const playPaperDecisions = async (played: Played): Promise<string[]> => [
  await playPaperDecision(played, 'ngo', played.ngo),
  await playPaperDecision(played, 'private', played.firm),
];

/** All phases of the countries close. */
export async function playPhases({ acts, cycleId }: Played): Promise<void> {
  for (const iso2 of ['SG', 'MM'])
    for (const phase of ['judging', 'decision'] as const)
      await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase } }, by('approver'));
  for (const phase of countryPhases) {
    if (phase !== 'nomination') await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase } }, by('process'));
    await acts.cycle({ type: 'ClosePhase', data: { cycleId, phase } }, by('process'));
  }
}

/** All phases of the countries close, and both countries endorse what was decided; unless it is left open. */
export async function playEndorsement(played: Played, groups: string[], { open = false } = {}): Promise<void> {
  const { acts, cycleId } = played;
  await playPhases(played);
  await requestEndorsement(played, groups);
  if (open) return;
  for (const country of ['SG', 'MM'])
    await acts.cycle({ type: 'EndorseResults', data: { cycleId, country } }, by('endorser'));
  await acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId } }, by('process'));
  for (const phase of ['announcement', 'forum'] as const)
    await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase } }, by('process'));
}

/** From nominations to endorsed laureates: Singapore's nomination of each category is chosen on paper. */
export async function playLaureates(played: Played): Promise<void> {
  await playScreening(played);
  await playEndorsement(played, await playPaperDecisions(played));
}

/** Publishes the stages, each at once. */
export async function playAnnouncement(
  { acts, cycleId }: Played,
  stages: ('country' | 'laureate' | 'press' | 'public')[],
): Promise<void> {
  const at = new Date(Date.now() - 1_000).toISOString();
  const planned = stages.map((stage) => ({ stage, at }));
  await acts.cycle({ type: 'PlanAnnouncement', data: { cycleId, stages: planned } }, by('secretariat'));
  for (const stage of stages) await acts.cycle({ type: 'PublishStage', data: { cycleId, stage } }, by('process'));
}

/** A forum of the cycle, planned with the sample plan. */
export async function playForum({ acts, cycleId }: Played, changes: Partial<SaidPlan> = {}): Promise<string> {
  const forumId = randomUUID();
  const { purpose: _none, ...plan } = samplePlan(changes);
  await acts.forum({ type: 'PlanForum', data: { ...plan, forumId, cycleId } }, by('secretariat'));
  return forumId;
}

/** Two talks with their topics in five scripts have a place; the schedule is released. @returns the forum. */
export async function playSchedule(api: TestApi, played: Played): Promise<string> {
  const { acts, cycleId, ngo, firm } = played;
  const forumId = await playForum(played);
  const personId = await api.person('Khun Sample Speaker');
  const laureates = [
    { laureateId: ngo, category: 'ngo' },
    { laureateId: firm, category: 'private' },
  ];
  const title = {
    ...{ en: 'How villages save together', th: 'หมู่บ้านออมร่วมกันอย่างไร', km: 'ភូមិសន្សំជាមួយគ្នា' },
    ...{ my: 'ရွာများ အတူတကွ စုဆောင်းခြင်း', lo: 'ບ້ານຝາກເງິນຮ່ວມກັນ' },
  };
  for (const { laureateId, category } of laureates) {
    const of = { forumId, laureateId };
    const laureate = { country: 'SG', category, organisation: { en: `Sample organisation of ${category}` } };
    await acts.talk({ type: 'InvitePresenter', data: { ...of, cycleId, personId, ...laureate } }, by('secretariat'));
    await acts.talk({ type: 'ConfirmTalk', data: of }, by('presenter', personId));
    const topics = [{ title, acronym: 'VSL' }];
    const talk = { ...of, topics, theme: null, language: 'en' };
    await acts.talk({ type: 'DescribeTalk', data: talk }, by('presenter', personId));
  }
  const proposalId = randomUUID();
  await acts.forum({ type: 'RequestSchedule', data: { forumId, proposalId } }, by('secretariat'));
  const talks = laureates.map(({ laureateId, category }) => {
    return { talk: laureateId, person: personId, country: 'SG', category, theme: null, available: [] };
  });
  const placements = [
    { talk: ngo, block: 'first', room: 'main', slot: 0 },
    { talk: firm, block: 'middle', room: 'second', slot: 1 },
  ];
  const proposal = { forumId, proposalId, placements, unplaced: [], talks };
  await acts.forum({ type: 'ProposeSchedule', data: proposal }, by('process'));
  await acts.forum({ type: 'ReleaseSchedule', data: { forumId, name: 'First', note: '' } }, by('secretariat'));
  return forumId;
}
