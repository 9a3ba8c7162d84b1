// Four sample cycles, each stopped where other roles have work: for whoever looks around after the first start.
import { z } from 'zod';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { laureatesOf } from './announcing.ts';
import { appointPeople, type Cast, give } from './cast.ts';
import { waitFor } from './client.ts';
import type { Facts } from './facts.ts';
import { nominationsOf } from './facts.ts';
import { answerInvitations, planForum } from './forum.ts';
import { assign, decide, formPanel, type Group, inviteJudges, score } from './judging.ts';
import { closeCall, type Nominated, nominate, screen, signForwarding } from './nominating.ts';

const award = 'rdpe';
/** People of these countries work on a cycle that has just begun, and have signed nothing yet. */
const beginning = ['TH', 'VN'];
/** These countries' cycles are further on; their approvers have signed, and so have second factors. */
const later = ['SG', 'MY'];
const scoring = ['judge-4', 'judge-5', 'judge-6'];
const deciding = ['judge-1', 'judge-2', 'judge-3'];
const days = 24 * 60 * 60 * 1_000;

export type Tour = { cast: Cast; facts: Facts; tell(line: string): void };
type Scene = { cast: Cast; cycleId: string; definition: AwardDefinition; nominations: Nominated[] };

const Planned = z.object({ id: z.string() });
const Definition = z.object({ definition: AwardDefinition });
const Cycle = z.object({ phases: z.array(z.object({ phase: z.string(), status: z.string() })) });

export async function playTour({ cast, facts, tell }: Tour): Promise<void> {
  await appointPeople(cast, award, [...beginning, ...later]);
  await atNominations(cast, facts);
  tell('Sample cycle 1 of 4: nominations are open in Thailand, Viet Nam screens.');
  await atJudging(cast, facts);
  tell('Sample cycle 2 of 4: judges have entries to score.');
  await decidedCycle(cast, facts, 93, { en: 'Sample cycle 3: endorsement', th: 'รอบตัวอย่าง 3: การให้ความเห็นชอบ' });
  tell('Sample cycle 3 of 4: endorsers have results before them.');
  await atAnnouncement(
    await decidedCycle(cast, facts, 94, {
      en: 'Sample cycle 4: announcement and forum',
      th: 'รอบตัวอย่าง 4: การประกาศผลและเวทีสัมมนา',
    }),
    facts,
  );
  tell('Sample cycle 4 of 4: laureates and presenters are asked.');
}

async function atNominations(cast: Cast, facts: Facts): Promise<void> {
  const title = { en: 'Sample cycle 1: nominations', th: 'รอบตัวอย่าง 1: การเสนอชื่อ' };
  const scene = await plan(cast, 91, title, beginning);
  const { definition, cycleId } = scene;
  for (const put of putsOf(facts, definition, beginning))
    if (put.country === 'VN') scene.nominations.push(await nominate(cast, cycleId, definition, put));
  await closeCall(cast, cycleId, 'VN');
}

/** Nominated, screened, signed, panels formed; `accounts` are the judges of Singapore, and Malaysia has the same. */
async function toJudging(scene: Scene, facts: Facts, country: string, accounts: string[]): Promise<Group[]> {
  const { cast, cycleId, definition, nominations } = scene;
  for (const put of putsOf(facts, definition, [country]))
    nominations.push(await nominate(cast, cycleId, definition, put));
  await closeCall(cast, cycleId, country);
  await phase(scene, 'screening', 'open');
  for (const nomination of nominations) await screen(cast, definition, nomination);
  const categories = definition.categories.map(({ key }) => key);
  await signForwarding(cast, cycleId, country, categories, nominations);
  await phase(scene, 'judging', 'open');
  const judges = await inviteJudges(cast, cycleId, definition, country, accounts);
  const groups = categories.map(
    (category): Group => ({
      ...{ cycleId, country, category },
      entries: nominations.filter((one) => one.category === category),
    }),
  );
  for (const group of groups) {
    await formPanel(cast, group, judges);
    await assign(cast, group);
  }
  return groups;
}

async function atJudging(cast: Cast, facts: Facts): Promise<void> {
  const title = { en: 'Sample cycle 2: judging', th: 'รอบตัวอย่าง 2: การตัดสิน' };
  await toJudging(await plan(cast, 92, title, ['MY']), facts, 'MY', scoring);
}

/** Up to the request that the countries endorse. */
async function decidedCycle(cast: Cast, facts: Facts, number: number, title: Facts['award']['title']): Promise<Scene> {
  const scene = await plan(cast, number, title, ['SG']);
  const { cycleId, definition } = scene;
  const groups = await toJudging(scene, facts, 'SG', deciding);
  for (const group of groups) await score(cast, definition, group, deciding);
  for (const group of groups) await decide(cast, definition, group, deciding[0] ?? '');
  await phase(scene, 'decision', 'closed');
  const secretariat = await cast.as('secretariat');
  for (const { laureateId } of await laureatesOf(cast, cycleId))
    await secretariat.tell(`/nominations/${laureateId}/verify-dossier`, { note: 'Sample: read and in order.' });
  const names = groups.map(({ country, category }) => `${country}-${category}`);
  await secretariat.tell(`/cycles/${cycleId}/endorsement/request`, { groups: names, dossiersVerified: true });
  return scene;
}

/** Endorsed at once; contacts and presenters are named and asked, and have not answered. */
async function atAnnouncement(scene: Scene, facts: Facts): Promise<void> {
  const { cast, cycleId } = scene;
  const endorser = await cast.as('endorser.sg');
  await endorser.tell(`/cycles/${cycleId}/endorsement/endorse`, { country: 'SG' });
  await phase(scene, 'announcement', 'open');
  const named = (await laureatesOf(cast, cycleId)).filter(({ current, place }) => current && place === 'laureate');
  for (const { laureateId } of named)
    await give(cast, 'secretariat', 'laureate-contact', 'laureate-contact.sg', { laureate: laureateId });
  const forumId = await planForum(cast, cycleId, facts);
  const [first, ...others] = named;
  if (first !== undefined) await answerInvitations(cast, forumId, [first], facts);
  for (const { laureateId } of others)
    await (await cast.as('secretariat')).tell(`/forums/${forumId}/talks`, {
      ...{ laureateId, email: cast.email('presenter.my'), name: cast.name('presenter.my') },
    });
}

/** Samples only: what the record knows belongs to the demo. */
const putsOf = (facts: Facts, definition: AwardDefinition, countries: string[]) =>
  nominationsOf(
    { ...facts, laureates: [] },
    countries,
    definition.categories.map(({ key }) => key),
  );

async function plan(cast: Cast, number: number, title: Facts['award']['title'], countries: string[]): Promise<Scene> {
  const secretariat = await cast.as('secretariat');
  const at = (step: number) => new Date(Date.now() + step * days).toISOString();
  const closesAt = { nomination: at(30), screening: at(50), judging: at(80), decision: at(95) };
  const timetable = { opensAt: new Date(Date.now() + 1_000).toISOString(), closesAt, endorsement: 'P14D' };
  const facts = { award, number, year: 2026, title, host: 'SG', countries, zone: 'Asia/Singapore' };
  const { id: cycleId } = await secretariat.post('/cycles', { ...facts, slug: `sample-${number}`, timetable }, Planned);
  const { definition } = await secretariat.get(`/cycles/${cycleId}/definition`, Definition);
  const scene = { cast, cycleId, definition, nominations: [] };
  await phase(scene, 'nomination', 'open');
  return scene;
}

const phase = async ({ cast, cycleId }: Scene, name: string, status: string) =>
  waitFor(
    `${name} ${status}`,
    async () => (await cast.as('secretariat')).get(`/cycles/${cycleId}`, Cycle),
    ({ phases }) => phases.some((one) => one.phase === name && one.status === status),
  );
