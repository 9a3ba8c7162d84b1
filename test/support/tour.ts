// The sample cycles of a new home with what they lack for a sweep: every screen has something on it, for somebody.
import { z } from 'zod';
import { type Db, openDatabase } from '../../db/database.ts';
import { makeInvitation } from '../../db/invitations.ts';
import { makeAwardLink } from '../../db/links.ts';
import { ensurePerson } from '../../db/people.ts';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { sampleDomain } from '../../local/accounts.ts';
import { openAuthenticator } from '../../local/authenticator.ts';
import { type Cast, castOf } from '../../local/demo/cast.ts';
import { waitFor } from '../../local/demo/client.ts';
import { fill, screen } from '../../local/demo/nominating.ts';
import { lookAround } from '../../local/look-around.ts';
import { openStack, type Stack } from './stack.ts';

/** What the addresses of the screens name, by the words that stand in for it. */
export type Places = { [word: string]: string };
export type Tour = {
  stack: Stack;
  places: Places;
  /** What one types at sign-in who has a second factor; null for all others. */
  codeFor(account: string): Promise<string | null>;
  close(): Promise<void>;
};

const Cycles = z.object({ items: z.array(z.object({ cycleId: z.string(), number: z.int() })) });
const Defined = z.object({ definition: AwardDefinition });
const Nominations = z.object({
  items: z.array(z.object({ nominationId: z.string(), country: z.string(), category: z.string() })),
});
const Id = z.object({ id: z.string() });

export async function openTour(): Promise<Tour> {
  const stack = await openStack();
  await lookAround(stack.laureate, () => {});
  const db = openDatabase({ url: stack.laureate.databaseUrl });
  const authenticator = openAuthenticator(stack.laureate.home);
  const cast = castOf(stack.laureate.url, sampleDomain, stack.password, authenticator);
  const places = await furnish(cast, db);
  const close = async () => {
    await db.close();
    await stack.close();
  };
  const codeFor = async (account: string) =>
    (await authenticator.has(account)) ? authenticator.nextCode(account) : null;
  return { stack, places, codeFor, close };
}

/** Each part is on a cycle of its own, so they go side by side. */
export async function furnish(cast: Cast, db: Db): Promise<Places> {
  const { items } = await (await cast.as('secretariat')).get('/cycles', Cycles);
  const [one = '', two = '', three = '', four = ''] = [91, 92, 93, 94].map(
    (number) => items.find((cycle) => cycle.number === number)?.cycleId ?? '',
  );
  const parts = await Promise.all([
    furnishNominations(cast, one),
    furnishJudging(cast, two),
    furnishForum(cast, four),
    furnishRegister(cast),
    findJudged(cast, three),
  ]);
  const places = Object.assign({ one, two, three, four }, ...parts) as Places;
  return { ...places, ...(await furnishMails(db, places)) };
}

/** Thailand has a draft with a co-editor's, a referee's and the nominee's mails; Viet Nam has forwarded one, whose letter waits. */
async function furnishNominations(cast: Cast, cycleId: string): Promise<Places> {
  const [applicant, desk] = await Promise.all([cast.as('applicant.th'), cast.as('focal-point.vn')]);
  const { definition } = await desk.get(`/cycles/${cycleId}/definition`, Defined);
  const { items } = await desk.get(`/cycles/${cycleId}/nominations`, Nominations);
  const [ready, waiting] = items;
  if (ready === undefined || waiting === undefined) throw new Error('Viet Nam has too few nominations.');
  const put = {
    ...{ country: 'TH', category: ready.category, organisation: { en: 'Sample growers', th: 'ผู้ปลูกตัวอย่าง' } },
    title: { en: 'Sample initiative', th: 'โครงการตัวอย่าง' },
  };
  const { id: draft } = await applicant.post(
    `/cycles/${cycleId}/nominations`,
    { country: put.country, category: put.category },
    Id,
  );
  await fill(applicant, draft, definition, put);
  const path = `/nominations/${draft}`;
  const invitee = (name: string) => ({ email: `${name}@example.org`, name: `Sample ${name}`, language: 'en' });
  await applicant.post(
    `/drafts${path.replace('nominations', 'nomination')}/editors/invite`,
    invitee('editor'),
    z.unknown(),
  );
  await desk.tell(`/nominations/${waiting.nominationId}/consent/request`, invitee('nominee'));
  await applicant.post(`${path}/letters/request`, { ...invitee('referee'), field: 'reference-letter' }, z.unknown());
  await screen(cast, definition, { ...put, ...ready, nominationId: ready.nominationId });
  const approver = await cast.as('approver.vn');
  const country = `/cycles/${cycleId}/countries/VN`;
  await approver.tell(`${country}/rank`, { category: ready.category, order: [ready.nominationId] });
  const scan = { name: 'letter.pdf', size: 1_000, type: 'application/pdf', sha256: 'a'.repeat(64) };
  await desk.post(`/cycles/${cycleId}/letters`, scan, z.unknown());
  const letter = { kind: 'on-behalf', letter: scan.sha256, reference: 'Sample 7', date: '2026-01-15' };
  const signature = { ...letter, signatory: { office: 'Sample office', name: 'Sample signatory' } };
  await desk.tell(`${country}/sign-forwarding`, { category: ready.category, signature });
  return { draft, ready: ready.nominationId, waiting: waiting.nominationId };
}

/** A judge of Malaysia has seen the entries and has no conflict; the others are still asked. */
async function furnishJudging(cast: Cast, cycleId: string): Promise<Places> {
  const judge = await cast.as('judge-5');
  const sheets = await judge.list('/scorecards', z.object({ id: z.string(), nominationId: z.string() }), { cycleId });
  const nominationIds = sheets.map(({ nominationId }) => nominationId);
  await judge.tell(`/cycles/${cycleId}/judges/me/no-conflicts`, { nominationIds });
  return { scorecard: sheets[0]?.id ?? '' };
}

/** Announcement and ceremony are planned, and a schedule is proposed. */
async function furnishForum(cast: Cast, cycleId: string): Promise<Places> {
  const secretariat = await cast.as('secretariat');
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const stages = ['country', 'laureate', 'press', 'public'].map((stage, index) => ({ stage, at: at(index + 1) }));
  await secretariat.tell(`/cycles/${cycleId}/announcement/plan`, { stages });
  const ceremony = { startsAt: at(9), zone: 'Asia/Singapore', venue: { en: 'Sample hall' }, mode: 'hybrid' };
  await secretariat.tell(`/cycles/${cycleId}/ceremony/plan`, ceremony);
  const Forums = z.object({ items: z.array(z.object({ forumId: z.string() })) });
  const Talk = z.object({ laureateId: z.string(), status: z.string() });
  const { items } = await secretariat.get('/forums', Forums);
  const forum = items[0]?.forumId ?? '';
  const talks = await secretariat.list(`/forums/${forum}/talks`, Talk);
  const { id } = await secretariat.post(`/forums/${forum}/schedule/propose`, {}, Id);
  await waitFor(
    'the proposed schedule',
    () => secretariat.get(`/proposals/${id}`, z.object({ state: z.string() })),
    ({ state }) => state === 'proposed' || state === 'failed',
  );
  const invited = talks.find(({ status }) => status === 'invited')?.laureateId ?? '';
  const guest = { capacity: 'delegate', name: 'Sample delegate', email: 'delegate@example.org' };
  const participant = await secretariat.post(`/forums/${forum}/delegations/SG/participants`, guest, Id);
  await secretariat.post(`/participants/${participant.id}/ask`, {}, z.unknown());
  const helper = { name: 'Sample rapporteur', email: `presenter.my@${sampleDomain}`, role: 'rapporteur' };
  await secretariat.post('/members/invite', { ...helper, scope: { forum } }, z.unknown());
  const released = await furnishRelease(secretariat, cycleId, { forum, laureateId: invited });
  return { forum, talk: `${forum}~${invited}`, laureate: invited, released };
}

type Desk = Awaited<ReturnType<Cast['as']>>;

/** A second forum, planned like the first, whose one talk was placed by hand and released. */
async function furnishRelease(
  desk: Desk,
  cycleId: string,
  { forum, laureateId }: { forum: string; laureateId: string },
): Promise<string> {
  const { plan } = await desk.get(`/forums/${forum}/plan`, z.object({ plan: z.record(z.string(), z.unknown()) }));
  const { purpose: _none, ...like } = plan;
  const name = { en: 'Sample released forum', th: 'เวทีเสวนาตัวอย่างที่เผยแพร่แล้ว' };
  const { id } = await desk.post(`/cycles/${cycleId}/forums`, { ...like, number: 99, name }, Id);
  const speaker = { laureateId, name: 'Sample speaker', email: 'speaker.released@example.org' };
  await desk.post(`/forums/${id}/talks`, speaker, z.unknown());
  const Blocks = z.object({
    blocks: z.array(z.object({ key: z.string() })),
    rooms: z.array(z.object({ key: z.string() })),
  });
  const { blocks, rooms } = Blocks.parse(plan);
  const place = { block: blocks[0]?.key, room: rooms[0]?.key, slot: 0 };
  await desk.tell(`/forums/${id}/schedule/move`, { talk: laureateId, place });
  const Preview = z.object({ warnings: z.array(z.object({ key: z.string() })) });
  const { warnings } = await desk.get(`/forums/${id}/schedule/preview`, Preview);
  const ticked = warnings.map(({ key }) => key);
  await desk.tell(`/forums/${id}/schedule/release`, { name: 'First release', note: '', ticked });
  return id;
}

async function furnishRegister(cast: Cast): Promise<Places> {
  const secretariat = await cast.as('secretariat');
  const enter = (names: object) =>
    secretariat.post('/awards/rdpe/organisations', { country: 'TH', names, registration: null }, Id);
  const { id } = await enter({ en: 'Sample hill trust', th: 'มูลนิธิเนินเขาตัวอย่าง' });
  await enter({ en: 'Sample hill trusts' });
  return { organisation: id };
}

async function findJudged(cast: Cast, cycleId: string): Promise<Places> {
  const { items } = await (await cast.as('secretariat')).get(`/cycles/${cycleId}/nominations`, Nominations);
  return { judged: items.find(({ category }) => category === 'ngo-cso')?.nominationId ?? '' };
}

/** The secrets of links that were mailed, and of two that are made as a mail's are. */
async function furnishMails(db: Db, { laureate = '', four = '' }: Places): Promise<Places> {
  const mailed = await db.read.selectFrom('mails').select(['kind', 'secret']).where('secret', 'is not', null).execute();
  const secretOf = (kind: string) => mailed.find((mail) => mail.kind === kind)?.secret ?? '';
  const personId = await ensurePerson(db, { email: 'guest@example.org', name: 'Sample guest' }, 'installation');
  const { token: invitation } = await makeInvitation(db, personId);
  const answerBy = new Date(Date.now() + 86_400_000);
  const { token: offer } = await makeAwardLink(db, { personId, laureateId: laureate, cycleId: four, answerBy });
  const { person_id: screener } = await db.read
    .selectFrom('people')
    .select('person_id')
    .where('email', '=', `screener.vn@${sampleDomain}`)
    .executeTakeFirstOrThrow();
  const kinds = ['consent-requested', 'letter-requested', 'editor-invited', 'participant-asked', 'presenter-invited'];
  const [consent, letter, edit, participant, talkLink] = kinds.map(secretOf);
  return { invitation, offer, screener, consent, letter, edit, participant, talkLink } as Places;
}
