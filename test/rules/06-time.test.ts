// Rule 6, time: deadlines, a country’s own timetable, a dispensation for one country, a cycle suspended and resumed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginning, readLog } from '../../db/event-store.ts';
import { lettersFor } from '../../documents/letters/letters.ts';
import { sendMail } from '../../documents/mail.ts';
import { by, seatJudges, sheetOf } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { codeOf, formOf, forwardAll, must, nominate, save } from '../support/desk.ts';
import {
  type Played,
  playAssignment,
  playEndorsement,
  playForum,
  playNominations,
  playPaperDecision,
  playScreening,
} from '../support/played-cycle.ts';

let api: TestApi;
let played: Played;
async function open(): Promise<void> {
  api = await openTestApi();
  played = await playNominations(api);
}
const close = () => api.close();

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const reason = 'Floods in two countries.';
const of = (rest = '') => `/cycles/${played.cycleId}${rest}`;
type Deadline = { at: string; zone: string; local: string; readerZone: string | null; readerLocal: string | null };
type Phase = { phase: string; status: string; closesAt: string | null; closes: Deadline | null };
type Cycle = { status: string; phases: Phase[] };
type Desk = { phase: string | null; closesAt: { [phase: string]: string }; deadlines: { [phase: string]: Deadline } };
const cycleBy = async (client: TestClient, query = '') => (await client.get<Cycle>(of(query))).body;
const phaseBy = async (client: TestClient, name: string, query = '') =>
  (await cycleBy(client, query)).phases.find(({ phase }) => phase === name);
const desk = async (query = '') => (await played.people.focalPoint.get<Desk>(of(`/countries/SG${query}`))).body;

/** Everything that happened is told; @returns who got mails of the kind. */
async function told(kind: string): Promise<string[]> {
  const events = (await readLog(api.db.readPool, beginning, 5_000)).filter(({ cycleId }) => cycleId === played.cycleId);
  for (const event of events)
    for (const letter of await lettersFor({ db: api.db, publicUrl: api.url }, event)) await sendMail(api.db, letter);
  const rows = await api.db.read.selectFrom('mails').select('person_id').where('kind', '=', kind).execute();
  return rows.map((row) => row.person_id);
}
const bodyFor = async (kind: string, { personId }: TestClient) =>
  (
    await api.db.read
      .selectFrom('mails')
      .select('body')
      .where('kind', '=', kind)
      .where('person_id', '=', personId ?? '')
      .executeTakeFirst()
  )?.body;
const suspend = () => played.people.secretariat.post(of('/suspend'), { reason });
const resume = (closesAt: object = {}) => played.people.secretariat.post(of('/resume'), { reason, closesAt });
/** Both categories are decided on paper. @returns the groups. */
const decideAll = async () => [
  await playPaperDecision(played, 'ngo', played.ngo),
  await playPaperDecision(played, 'private', played.firm),
];
const closeNominations = async () => {
  const { cycleId, acts } = played;
  for (const iso2 of ['SG', 'MM'])
    await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
};

describe('a deadline', () => {
  beforeAll(open);
  afterAll(close);
  const move = (closesAt: string) =>
    played.people.secretariat.post(of('/phases/nomination/move-deadline'), { closesAt, reason });

  it('only moves later, for all', async () => {
    const { secretariat, focalPoint } = played.people;
    const before = await phaseBy(secretariat, 'nomination');
    expect(codeOf(await move(inHours(0.5)))).toEqual('deadline-not-later');
    const later = inHours(1.5);
    must(await move(later));
    expect((await phaseBy(focalPoint, 'nomination'))?.closesAt).toEqual(later);
    expect(before?.closesAt).not.toEqual(later);
  });
  it('is announced to those whose work it is, the editors of drafts among them', async () => {
    const { focalPoint, focalPointAbroad, applicant, secretariat } = played.people;
    const readers = await told('deadline-moved');
    for (const { personId } of [focalPoint, focalPointAbroad, applicant, secretariat])
      expect(readers).toContain(personId);
  });
  it('is shown by the clock that governs it, and by the reader’s where that is known', async () => {
    const { focalPoint } = played.people;
    const { closes } = (await phaseBy(focalPoint, 'nomination')) ?? {};
    expect(closes).toMatchObject({ zone: 'Asia/Singapore', readerZone: null, readerLocal: null });
    expect(closes?.local).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
    const asked = await phaseBy(focalPoint, 'nomination', '?zone=Asia/Yangon');
    expect(asked?.closes?.readerLocal).toMatch(/\+06:30$/);
    must(await focalPoint.put('/me/preferences', { zone: 'Asia/Jakarta' }));
    const own = await phaseBy(focalPoint, 'nomination');
    expect(own?.closes).toMatchObject({ readerZone: 'Asia/Jakarta', readerLocal: expect.stringMatching(/\+07:00$/) });
    expect(new Date(own?.closes?.readerLocal ?? 0)).toEqual(new Date(own?.closes?.local ?? 1));
  });
  it('is shown so in tasks too, and in mail', async () => {
    const { focalPoint } = played.people;
    must(await focalPoint.post(of('/nominations'), { country: 'SG', category: 'ngo' }));
    const { body } = await focalPoint.get<{ items: { dueAt: string; due: Deadline }[] }>('/me/tasks');
    expect(body.items[0]?.due).toMatchObject({ zone: 'Asia/Singapore', readerZone: 'Asia/Jakarta' });
    expect(body.items[0]?.due.at).toEqual(body.items[0]?.dueAt);
    must(await move(inHours(1.6)));
    await told('deadline-moved');
    expect(await bodyFor('deadline-moved', played.people.secretariat)).toContain('(Asia/Singapore)');
  });
  it('is refused in a zone that nobody knows, naming the field', async () => {
    const { status, body } = await played.people.focalPoint.get(of('?zone=Asia/Atlantis'));
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ field: 'zone' })]]);
    const wrong = await played.people.focalPoint.put('/me/preferences', { zone: 'Atlantis' });
    expect([wrong.status, wrong.body.errors]).toEqual([400, [expect.objectContaining({ field: 'zone' })]]);
  });
});

describe('a country’s own timetable', () => {
  beforeAll(open);
  afterAll(close);
  const set = (closesAt: object) => played.people.focalPoint.post(of('/countries/SG/timetable'), { closesAt });

  it('may precede the cycle’s, never follow it', async () => {
    expect(codeOf(await set({ screening: inHours(9) }))).toEqual('after-cycle');
    must(await set({ screening: inHours(1.5) }));
    expect((await desk()).deadlines.screening?.zone).toEqual('Asia/Singapore');
  });
  it('only moves later once its phase is open', async () => {
    expect(codeOf(await set({ nomination: inHours(0.5) }))).toEqual('deadline-not-later');
  });
  it('is announced to the country’s own people, and to the secretariat', async () => {
    const { screener, approver, screenerAbroad, secretariat } = played.people;
    const readers = await told('country-timetable');
    expect(readers).toContain(screener.personId);
    expect(readers).toContain(approver.personId);
    expect(readers).not.toContain(screenerAbroad.personId);
    expect(await told('country-progress')).toContain(secretariat.personId);
  });
});

describe('a dispensation', () => {
  beforeAll(async () => {
    await open();
    await closeNominations();
  });
  afterAll(close);
  const about = { reason, authority: 'Note of the chair, 3 March' };
  const grant = (body: object = {}) =>
    played.people.secretariat.post(of('/countries/SG/dispensations'), {
      ...{ step: 'nomination', category: 'ngo', until: inHours(1), ...about },
      ...body,
    });
  let late: string;

  it('is needed for what comes after the close', async () => {
    const { applicant } = played.people;
    const { body } = await applicant.post(of('/nominations'), { country: 'SG', category: 'ngo' });
    late = body.id;
    const draftVersion = await save(applicant, late, formOf('Sample late'));
    expect(codeOf(await applicant.post(`/nominations/${late}/submit`, { draftVersion }))).toEqual('phase-not-open');
  });
  it('names a reason, an authority and its own end', async () => {
    const { status, body } = await played.people.secretariat.post(of('/countries/SG/dispensations'), {
      step: 'nomination',
    });
    expect(status).toEqual(400);
    const fields = (body.errors as { field: string }[]).map(({ field }) => field);
    expect(fields.sort()).toEqual(['authority', 'reason', 'until']);
    expect(codeOf(await grant({ until: inHours(-1) }))).toEqual('deadline-past');
  });
  it('opens one step again for one country: a step that is open needs none', async () => {
    expect(codeOf(await grant({ step: 'screening' }))).toEqual('step-open');
    expect((await grant()).status).toEqual(201);
    expect((await cycleBy(played.people.secretariat)).phases[0]?.status).toEqual('open');
  });
  it('is seen by all focal points, and told to them', async () => {
    const { focalPoint, focalPointAbroad, screenerAbroad, applicant, auditor } = played.people;
    for (const client of [focalPoint, focalPointAbroad, screenerAbroad, auditor]) {
      const { body } = await client.get<{ items: object[] }>(of('/dispensations'));
      expect(body.items).toMatchObject([{ country: 'SG', step: 'nomination', category: 'ngo', ...about }]);
    }
    expect((await applicant.get(of('/dispensations'))).status).toEqual(403);
    const readers = await told('dispensation-granted');
    for (const { personId } of [focalPoint, focalPointAbroad, applicant]) expect(readers).toContain(personId);
  });
  it('lets the late nomination in, in its category and country alone', async () => {
    const { applicant, applicantAbroad } = played.people;
    const { body } = await applicant.get<{ items: { kind: string; link: string }[] }>('/me/tasks');
    expect(body.items).toMatchObject([{ kind: 'submit-nomination', link: `/api/v1/drafts/nomination/${late}` }]);
    const submit = async (client: TestClient, id: string) => {
      const { body: draft } = await client.get(`/drafts/nomination/${id}`);
      return codeOf(await client.post(`/nominations/${id}/submit`, { draftVersion: draft.version }));
    };
    expect(await submit(applicant, late)).toEqual('accepted');
    const abroad = await applicantAbroad.post(of('/nominations'), { country: 'MM', category: 'ngo' });
    await save(applicantAbroad, abroad.body.id, formOf('Sample abroad'));
    expect(await submit(applicantAbroad, abroad.body.id)).toEqual('phase-not-open');
  });
  it('lets it go through to the signing, as long as the category is not signed', async () => {
    const { approver } = played.people;
    await forwardAll(played, late);
    const code = await api.codeFor(approver.personId);
    const signed = { category: 'ngo', signature: { kind: 'in-person' }, code };
    must(await approver.post(of('/countries/SG/sign-forwarding'), signed));
    expect(codeOf(await grant({ until: inHours(1.2) }))).toEqual('category-signed');
  });
});

describe('a suspended cycle', () => {
  let returned: string;
  let correctBy: string;
  let judges: string[];
  beforeAll(async () => {
    await open();
    returned = await nominate(played, played.people.applicant, 'Sample returned');
    await closeNominations();
    const messages = [{ field: 'summary', message: 'Say whom it reached.' }];
    must(await played.people.screener.post(`/nominations/${returned}/return`, { messages }));
    correctBy = (await view()).correctBy;
    must(await suspend());
  });
  afterAll(close);
  const view = async () =>
    (
      await played.people.screener.get<{ correctBy: string; correction: Deadline; zone: string }>(
        `/nominations/${returned}`,
      )
    ).body;
  const closing = () => played.people.secretariat.post(of('/phases/nomination/close'));

  it('says so to everybody with open work in it', async () => {
    expect((await cycleBy(played.people.focalPoint)).status).toEqual('suspended');
    const readers = await told('cycle-suspended');
    const { applicant, otherApplicant, focalPointAbroad, endorser, secretariat } = played.people;
    for (const { personId } of [applicant, otherApplicant, focalPointAbroad, endorser, secretariat])
      expect(readers).toContain(personId);
  });
  it('closes nothing, and moves no deadline', async () => {
    expect(codeOf(await closing())).toEqual('cycle-suspended');
    const { secretariat, approver } = played.people;
    const later = { closesAt: inHours(3), reason };
    expect(codeOf(await secretariat.post(of('/phases/nomination/move-deadline'), later))).toEqual('cycle-suspended');
    expect(codeOf(await approver.post(of('/countries/SG/phases/screening/close')))).toEqual('cycle-suspended');
  });
  it('accepts nothing, while drafts may still be saved', async () => {
    const { applicant, screener, approver } = played.people;
    const draftVersion = await save(applicant, returned, formOf('Sample returned', { summary: 'Three hundred.' }));
    const refused = [
      await applicant.post(`/nominations/${returned}/correct`, { draftVersion }),
      await screener.post(`/nominations/${played.ngo}/checks`, { item: 'in-time', outcome: 'passed' }),
      await approver.post(of('/countries/SG/declare-no-nominee'), { category: 'ngo', reason }),
    ];
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'cycle-suspended'));
  });
  it('lets judges answer and declare: what has no deadline goes on', async () => {
    judges = await seatJudges(played, ['SG-ngo'], 'SG', 1);
    expect(judges).toHaveLength(1);
  });
  it('is resumed with a new instant for every open phase, which is never earlier', async () => {
    const { body } = await resume();
    expect([codeOf(await resume()), body.allowed]).toEqual(['instant-missing', { phases: ['nomination'] }]);
    expect(codeOf(await resume({ nomination: inHours(0.5) }))).toEqual('deadline-not-later');
    const to = inHours(2.5);
    must(await resume({ nomination: to }));
    const { status, phases } = await cycleBy(played.people.focalPoint);
    expect([status, phases[0]?.closesAt]).toEqual(['running', to]);
    // The next one would have been over half an hour before: it keeps its distance.
    expect(new Date(phases[1]?.closesAt ?? 0).getTime()).toBeGreaterThan(new Date(to).getTime());
  });
  it('gives back the time of the suspension to what was returned', async () => {
    const now = await view();
    const length = await suspensionOf();
    expect(new Date(now.correctBy).getTime() - new Date(correctBy).getTime()).toEqual(length);
    expect(now.correction).toMatchObject({ at: now.correctBy, zone: now.zone });
  });
  it('goes on as before', async () => {
    const { applicant } = played.people;
    const { body } = await applicant.get(`/drafts/nomination/${returned}`);
    must(await applicant.post(`/nominations/${returned}/correct`, { draftVersion: body.version }));
    expect(await told('cycle-resumed')).toContain(applicant.personId);
    expect(await bodyFor('cycle-resumed', applicant)).toContain('nomination: ');
    expect(codeOf(await resume({ nomination: inHours(3) }))).toEqual('not-suspended');
  });

  async function suspensionOf(): Promise<number> {
    const log = await readLog(api.db.readPool, beginning, 5_000);
    const event = log.findLast(({ type }) => type === 'CycleResumed');
    if (event?.type !== 'CycleResumed') throw new Error('The cycle was resumed.');
    return new Date(event.data.resumedAt).getTime() - new Date(event.data.suspendedAt).getTime();
  }
});

describe('a cycle suspended while it is judged and endorsed', () => {
  afterAll(close);
  it('takes no sheet and no word that scoring is finished', async () => {
    await open();
    await playScreening(played);
    const [judge = ''] = await playAssignment(played);
    must(await suspend());
    const { cycleId, acts, ngo, definition } = played;
    const sheet = acts.scorecard(ngo, judge, sheetOf(definition, 'ngo', 4), by('judge', judge));
    await expect(sheet).rejects.toMatchObject({ code: 'cycle-suspended' });
    const finished = await api.as(judge).post(of(`/judges/${judge}/finish-scoring`), { group: 'SG-ngo' });
    expect(codeOf(finished)).toEqual('cycle-suspended');
    const outside = { laureates: [played.firm], runnersUp: [], source: 'Sample minutes' };
    const decided = await played.people.focalPoint.post(`/panels/${cycleId}~SG-ngo/outside-decision`, outside);
    expect(codeOf(decided)).toEqual('cycle-suspended');
    await api.close();
  });
  it('takes no reply, and concludes nothing', async () => {
    await open();
    await playScreening(played);
    const groups = await decideAll();
    await playEndorsement(played, groups, { open: true });
    must(await suspend());
    const { endorser, secretariat } = played.people;
    expect(codeOf(await endorser.post(of('/endorsement/endorse'), { country: 'SG' }))).toEqual('cycle-suspended');
    expect(codeOf(await secretariat.post(of('/endorsement/conclude'), {}))).toEqual('cycle-suspended');
    expect((await resume()).body.allowed).toEqual({ phases: ['endorsement'] });
    must(await resume({ endorsement: inHours(200) }));
    must(await endorser.post(of('/endorsement/endorse'), { country: 'SG' }));
  });
});

describe('a cancelled cycle', () => {
  let presenter: TestClient;
  let talk: string;
  beforeAll(async () => {
    await open();
    await playScreening(played);
    await playEndorsement(played, await decideAll());
    const forumId = await playForum(played);
    presenter = api.as(await api.person());
    const about = { cycleId: played.cycleId, country: 'SG', category: 'private', organisation: { en: 'Sample' } };
    const data = { ...about, forumId, laureateId: played.firm, personId: presenter.personId ?? '' };
    await played.acts.talk({ type: 'InvitePresenter', data }, by('secretariat'));
    talk = `/talks/${forumId}~${played.firm}`;
    must(await played.people.secretariat.post(of('/cancel'), { reason }));
  });
  afterAll(close);

  it('ends the invitations of presenters: an answer comes too late', async () => {
    expect(codeOf(await presenter.post(`${talk}/confirm`))).toEqual('cycle-cancelled');
    expect((await presenter.get<{ items: object[] }>('/me/tasks')).body.items).toEqual([]);
  });
  it('is told to presenters and to those whose nominations are open', async () => {
    const readers = await told('cycle-cancelled');
    for (const { personId } of [presenter, played.people.applicant, played.people.otherApplicant])
      expect(readers).toContain(personId);
  });
});
