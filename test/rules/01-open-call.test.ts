// Rule 1, the open call: read by everybody, registered for by anybody, written together, seen by each as far as it is theirs.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { by, planSample, type Sample } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { callDefinition as definition, mailboxesOf } from '../support/open-call.ts';

const password = 'a good password';
const hours = { nomination: 3_600, screening: 3_600, judging: 3_600, decision: 3_600 };
const thai = { award: 'sample', country: 'TH' };
let api: TestApi;
let mailboxes: ReturnType<typeof mailboxesOf>;
let call: Sample;
/** One whose call is over: an open call that was published ends at its instant, not before. */
let over: Sample;
let reopened: Sample;
let focal: TestClient;
beforeAll(async () => {
  api = await openTestApi(definition);
  mailboxes = mailboxesOf(api);
  call = await opened();
  focal = await api.grant('focal-point', thai);
  [over, reopened] = [await opened({ ...hours, nomination: 3 }), await opened({ ...hours, nomination: 3 })];
  for (const { acts, cycleId } of [over, reopened]) {
    const close = { type: 'ClosePhase', data: { cycleId, phase: 'nomination' } } as const;
    await vi.waitFor(() => acts.cycle(close, by('process')), { timeout: 30_000, interval: 200 });
  }
});
afterAll(() => api.close());

async function opened(lengths = hours): Promise<Sample> {
  const sample = await planSample(api.db, definition, ['SG', 'TH'], lengths);
  await sample.acts.cycle({ type: 'OpenPhase', data: { cycleId: sample.cycleId, phase: 'nomination' } }, by('process'));
  return sample;
}
const nobody = () => api.as(null);
const address = () => `${randomUUID()}@example.org`;
const rolesOf = async (personId: string) => (await api.as(personId).get<{ roles: object[] }>('/me')).body.roles;

type Page<Item> = { items: Item[]; next: string | null };

describe('the call page', () => {
  it('is there for countries with an open call alone, once nominations have opened', async () => {
    const { body } = await nobody().get<Page<{ cycleId: string; iso2: string }>>('/public/calls');
    expect(body.items.filter(({ cycleId }) => cycleId === call.cycleId).map(({ iso2 }) => iso2)).toEqual(['TH']);
    const planned = await planSample(api.db, definition, ['SG', 'TH'], hours);
    for (const path of [`${call.cycleId}/SG`, `${planned.cycleId}/TH`, `${randomUUID()}/TH`])
      expect((await nobody().get(`/public/calls/${path}`)).status).toEqual(404);
  });

  it('pages', async () => {
    await opened();
    const first = (await nobody().get<Page<{ cycleId: string }>>('/public/calls?limit=1')).body;
    const second = (await nobody().get<Page<{ cycleId: string }>>(`/public/calls?limit=1&cursor=${first.next}`)).body;
    expect(first.items).toHaveLength(1);
    expect(second.items[0]?.cycleId).not.toEqual(first.items[0]?.cycleId);
  });

  it('says titles, form and limits in the languages of the country, and whom to ask', async () => {
    const { status, headers, body } = await nobody().get(`/public/calls/${call.cycleId}/TH`);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    expect(body).toMatchObject({
      iso2: 'TH',
      languages: ['th', 'en'],
      open: true,
      office: null,
      selfNomination: false,
    });
    expect(body.form).toEqual({
      sections: [
        {
          key: 'nominee',
          title: { en: 'Nominee', th: 'ผู้ได้รับการเสนอชื่อ' },
          fields: [
            asked('name', { en: 'Name', th: 'ชื่อ' }, { kind: 'localized-text' }),
            asked('title', { en: 'Title', th: 'ชื่อโครงการ' }, { kind: 'localized-text' }),
          ],
        },
        {
          key: 'work',
          title: { en: 'Work' },
          fields: [
            asked('summary', { en: 'Summary' }, { kind: 'long-text', limit: { words: 9, characters: 90 } }),
            asked('shop', { en: 'Shop' }, { kind: 'text', required: false, categories: ['private'] }),
          ],
        },
      ],
      attachments: [
        {
          ...{ key: 'certificate', label: { en: 'Certificate' }, required: true, categories: ['ngo', 'private'] },
          ...{ types: ['application/pdf'], maxBytes: 1e6, maxCount: 1 },
        },
      ],
    });
  });
  const asked = (key: string, label: object, more: object) => ({
    ...{
      key,
      label,
      required: true,
      categories: ['ngo', 'private'],
      help: null,
      limit: null,
      choices: [],
      personal: false,
    },
    ...more,
  });

  it('shows the closing in UTC, in the governing zone and on the country’s own clock', async () => {
    const { body } = await nobody().get<{ closes: { [name: string]: string } }>(`/public/calls/${call.cycleId}/TH`);
    expect(body.closes).toEqual({
      ...{ at: expect.stringMatching(/Z$/), zone: 'Asia/Singapore', readerZone: 'Asia/Bangkok' },
      local: expect.stringMatching(/\+08:00$/),
      readerLocal: expect.stringMatching(/\+07:00$/),
    });
  });

  it('stays after the close, as closed', async () => {
    expect((await nobody().get(`/public/calls/${over.cycleId}/TH`)).body).toMatchObject({ open: false });
  });
});

const register = (email: string, where = `${call.cycleId}/TH`, more: object = {}) =>
  nobody().post(`/public/calls/${where}/register`, { email, name: 'Sample applicant', privacyAccepted: true, ...more });

describe('registering', () => {
  it('answers everybody alike, whether the address is known or not', async () => {
    const { email } = await mailboxes.known();
    const answers = await Promise.all([register(address()), register(email), register(email)]);
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({ status: 202, body: { message: expect.stringContaining('mail') } });
  });

  it('makes an applicant of that country, and nothing else', async () => {
    const email = address();
    await register(email, undefined, { language: 'th' });
    const personId = (await mailboxes.personBy(email)) ?? '';
    expect(await rolesOf(personId)).toEqual([
      expect.objectContaining({ role: 'applicant', award: 'sample', country: 'TH' }),
    ]);
    for (const more of [{ role: 'approver' }, { scope: {} }, { country: 'SG' }])
      expect((await register(address(), undefined, more)).status).toEqual(400);
  });

  it('speaks the language that was chosen, else the country’s first', async () => {
    const [chosen, left] = [address(), address()];
    await register(chosen, undefined, { language: 'en' });
    await register(left);
    const bodies = await Promise.all([chosen, left].map(async (email) => (await mailboxes.mailsTo(email))[0]?.body));
    expect(bodies).toEqual([
      expect.stringContaining('this link opens your account'),
      expect.stringContaining('ลิงก์นี้จะเปิดบัญชีของท่าน'),
    ]);
  });

  it('mails a link to an account, by which the applicant signs in and begins', async () => {
    const email = address();
    await register(email);
    const token = await mailboxes.secretOf(email, 'call-registered');
    expect((await nobody().post('/accounts/accept', { token, password })).body).toMatchObject({ email });
    const authorization = `Bearer ${await api.signIn(email)}`;
    const started = { country: 'TH', category: 'ngo' };
    const path = `/cycles/${call.cycleId}/nominations`;
    expect((await nobody().post(path, started, { authorization })).status).toEqual(201);
    expect((await nobody().post(path, { ...started, country: 'SG' }, { authorization })).status).toEqual(404);
  });

  it('tells one with an account so, and mails no link', async () => {
    const { email } = await mailboxes.known();
    await register(email);
    expect((await mailboxes.mailsTo(email)).map(({ kind, secret }) => [kind, secret])).toEqual([
      ['call-account-known', null],
    ]);
  });

  it('mails once in an hour, however often the form is sent', async () => {
    const email = address();
    await register(email);
    await register(email.toUpperCase());
    expect((await mailboxes.mailsTo(email)).map(({ kind }) => kind)).toEqual(['call-registered']);
  });

  it('changes nothing for one who holds another role of the award', async () => {
    const email = address();
    await register(email);
    const screener = await api.grant('screener', thai);
    expect((await register(await mailboxes.emailOf(screener.personId))).status).toEqual(202);
    expect(await rolesOf(screener.personId ?? '')).toEqual([expect.objectContaining({ role: 'screener' })]);
  });

  it('is refused where there is no open call, and where it is over, before anything is stored', async () => {
    const planned = await planSample(api.db, definition, ['SG', 'TH'], hours);
    const refused = async (where: string) => {
      const email = address();
      const { status, body } = await register(email, where);
      return [status, body.type, await mailboxes.personBy(email)];
    };
    expect(await refused(`${call.cycleId}/SG`)).toEqual([409, '/problems/no-open-call', undefined]);
    expect(await refused(`${over.cycleId}/TH`)).toEqual([409, '/problems/call-closed', undefined]);
    expect(await refused(`${planned.cycleId}/TH`)).toEqual([409, '/problems/call-not-open', undefined]);
    expect(await refused(`${call.cycleId}/VN`)).toEqual([409, '/problems/country-not-entitled', undefined]);
    expect((await refused(`${randomUUID()}/TH`))[0]).toEqual(404);
  });

  it('is open again by a dispensation of the country, until its end', async () => {
    const { cycleId } = reopened;
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const granted = { step: 'nomination', until, reason: 'The server was down.', authority: 'The chair' };
    const secretariat = await api.grant('secretariat', { award: 'sample' });
    const path = `/cycles/${cycleId}/countries/TH/dispensations`;
    expect((await secretariat.post(path, granted)).status).toEqual(201);
    expect((await nobody().get(`/public/calls/${cycleId}/TH`)).body).toMatchObject({
      open: true,
      closes: { at: until },
    });
    expect((await register(address(), `${cycleId}/TH`)).status).toEqual(202);
  });

  it('is refused without the privacy notice, naming every field that is wrong', async () => {
    const { status, body } = await register('nowhere', undefined, { privacyAccepted: false, name: ' ' });
    const fields = (body.errors as { field: string }[]).map(({ field }) => field);
    expect([status, fields.sort()]).toEqual([400, ['email', 'name', 'privacyAccepted']]);
  });

  it('is limited: the same address ten times within a quarter of an hour', async () => {
    const email = address();
    const answers: number[] = [];
    for (let time = 0; time < 11; time += 1) answers.push((await register(email)).status);
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 202), 429]);
  });
});

/** An applicant with a draft of an organisation. */
async function drafting(client?: TestClient, category = 'ngo') {
  const author = client ?? (await api.grant('applicant', thai));
  const { body } = await author.post(`/cycles/${call.cycleId}/nominations`, { country: 'TH', category });
  return { author, id: body.id, path: `/drafts/nomination/${body.id}` };
}
type Draft = {
  version: number;
  content: object;
  percentComplete: number;
  savedByName: string | null;
  sections: {
    key: string;
    version: number;
    savedBy: string | null;
    savedAt: string | null;
    savedByName: string | null;
  }[];
};
type Editors = { editors: { personId: string; active: boolean }[]; invited: { personId: string }[] };

/** Invited by the author, and with an account of their own. */
async function joined(author: TestClient, path: string): Promise<TestClient> {
  const { personId, email } = await mailboxes.known();
  await author.post(`${path}/editors/invite`, { email, name: 'Sample editor' });
  const accepted = await api
    .as(personId)
    .post(`${path}/editors/accept`, { token: await mailboxes.secretOf(email, 'editor-invited') });
  expect(accepted.status).toEqual(200);
  return api.as(personId);
}

describe('co-editors', () => {
  it('are invited by a link, register by it, and edit with the role of an applicant', async () => {
    const { author, id, path } = await drafting();
    const email = address();
    const invited = await author.post<Editors>(`${path}/editors/invite`, { email, name: 'Sample editor' });
    const personId = (await mailboxes.personBy(email)) ?? '';
    expect([invited.status, invited.body.invited]).toEqual([
      201,
      [{ personId, name: 'Sample editor', until: expect.any(String) }],
    ]);
    const token = await mailboxes.secretOf(email, 'editor-invited');
    const accepted = await nobody().post(`${path}/editors/accept`, { token });
    expect(accepted.body).toEqual({ id, draft: `/api/v1${path}`, email, signedIn: true });
    const authorization = `Bearer ${accepted.headers.get('set-auth-token')}`;
    expect((await nobody().get(path, { authorization })).status).toEqual(200);
    expect((await nobody().get('/me/sign-in', { authorization })).body).toMatchObject({ password: false });
    expect(await rolesOf(personId)).toEqual([expect.objectContaining({ role: 'applicant', country: 'TH' })]);
    expect((await author.get<Editors>(`${path}/editors`)).body).toMatchObject({
      editors: [
        { personId: author.personId, active: true },
        { personId, active: true },
      ],
      invited: [],
    });
  });

  it('take the link up once, and only those to whom it was mailed', async () => {
    const { author, path } = await drafting();
    const [guest, other] = [await mailboxes.known(), await mailboxes.known()];
    await author.post(`${path}/editors/invite`, { email: guest.email, name: 'Sample editor' });
    const token = await mailboxes.secretOf(guest.email, 'editor-invited');
    const accept = (client: TestClient, of = path) => client.post(`${of}/editors/accept`, { token });
    const elsewhere = (await drafting()).path;
    expect(await accept(api.as(other.personId))).toMatchObject({
      status: 409,
      body: { type: '/problems/link-for-another' },
    });
    expect(await accept(nobody())).toMatchObject({ status: 401 });
    expect(await accept(api.as(guest.personId), elsewhere)).toMatchObject({ body: { type: '/problems/link-over' } });
    expect(await accept(api.as(guest.personId))).toMatchObject({ status: 200 });
    expect(await accept(api.as(guest.personId))).toMatchObject({ body: { type: '/problems/link-over' } });
  });

  it('are invited by editors alone', async () => {
    const { path } = await drafting();
    const body = { email: address(), name: 'Sample editor' };
    const others = [await api.grant('applicant', thai), focal, await api.grant('screener', thai), nobody()];
    const answers = await Promise.all(others.map((client) => client.post(`${path}/editors/invite`, body)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 403, 401]);
  });

  it('are nobody who screens or decides there', async () => {
    const { author, path } = await drafting();
    const { personId, email } = await mailboxes.known();
    await api.grant('approver', thai, personId);
    await author.post(`${path}/editors/invite`, { email, name: 'Sample editor' });
    const token = await mailboxes.secretOf(email, 'editor-invited');
    const { body } = await api.as(personId).post(`${path}/editors/accept`, { token });
    expect(body.type).toEqual('/problems/screens-here');
  });

  it('end each other and leave, but nobody ends who began, and the last one stays', async () => {
    const { author, path } = await drafting();
    const editor = await joined(author, path);
    const end = (client: TestClient, personId: string | null) => client.delete(`${path}/editors/${personId}`);
    expect((await end(editor, author.personId)).body.type).toEqual('/problems/editor-who-began');
    expect((await end(editor, 'me')).status).toEqual(200);
    expect((await editor.get(path)).status).toEqual(404);
    expect((await end(author, 'me')).body.type).toEqual('/problems/last-editor');
  });

  it('are invited by one person up to fifty times a day', async () => {
    const { author, id, path } = await drafting();
    const invited = Array.from({ length: 50 }, () => ({
      ...{ change_id: randomUUID(), form: 'nomination', subject_id: id, what: 'invited' as const },
      ...{ person_id: randomUUID(), actor: author.personId ?? '', reason: null },
    }));
    await api.db.read.insertInto('editor_changes').values(invited).execute();
    const { status, body } = await author.post(`${path}/editors/invite`, { email: address(), name: 'Sample editor' });
    expect([status, body.type]).toEqual([429, '/problems/too-many-invitations']);
  });

  it('cannot come by an invitation that was taken back', async () => {
    const { author, path } = await drafting();
    const { personId, email } = await mailboxes.known();
    await author.post(`${path}/editors/invite`, { email, name: 'Sample editor' });
    await author.delete(`${path}/editors/${personId}`);
    const token = await mailboxes.secretOf(email, 'editor-invited');
    expect((await api.as(personId).post(`${path}/editors/accept`, { token })).body.type).toEqual('/problems/link-over');
  });
});

describe('a shared draft', () => {
  const save = (client: TestClient, path: string, section: string, baseVersion: number, content: object) =>
    client.put<Draft & { type: string; yours: object; theirs: object; errors: object[] }>(
      `${path}/sections/${section}`,
      { baseVersion, content },
    );

  it('is saved by section: editors of different sections never meet', async () => {
    const { author, path } = await drafting();
    const editor = await joined(author, path);
    const answers = await Promise.all([
      save(author, path, 'nominee', 1, { name: { en: 'Sample NGO' }, title: { en: 'Sample' } }),
      save(editor, path, 'work', 1, { summary: 'What was done.' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { body } = await author.get<Draft>(path);
    expect(body.content).toEqual({ name: { en: 'Sample NGO' }, title: { en: 'Sample' }, summary: 'What was done.' });
    expect(body.sections).toEqual([stamp('nominee', author.personId), stamp('work', editor.personId)]);
  });
  const stamp = (key: string, savedBy: string | null) => ({
    ...{ key, version: 2, savedBy, savedByName: 'Sample person', savedAt: expect.any(String) },
  });

  it('answers a conflict with both versions, who saved and when; nothing is lost', async () => {
    const { author, path } = await drafting();
    const editor = await joined(author, path);
    await save(editor, path, 'work', 1, { summary: 'Theirs.' });
    const conflict = await save(author, path, 'work', 1, { summary: 'Mine.' });
    expect(conflict.status).toEqual(409);
    expect(conflict.body).toMatchObject({
      type: '/problems/draft-conflict',
      section: 'work',
      yours: { baseVersion: 1, content: { summary: 'Mine.' } },
      theirs: { version: 2, savedBy: editor.personId, savedByName: 'Sample person', content: { summary: 'Theirs.' } },
    });
    expect((await save(author, path, 'work', 1, { summary: 'Theirs.' })).status).toEqual(200);
    expect((await save(author, path, 'work', 2, { summary: 'Both.' })).body.content).toEqual({ summary: 'Both.' });
  });

  it('saved as a whole counts for the sections that changed, and only for those', async () => {
    const { author, path } = await drafting();
    await author.put(path, { baseVersion: 1, content: { summary: 'Whole.' } });
    expect((await save(author, path, 'work', 1, { summary: 'Stale.' })).status).toEqual(409);
    expect((await save(author, path, 'nominee', 1, { title: { en: 'Sample' } })).status).toEqual(200);
    const stale = await author.put<{ theirs: Draft }>(path, { baseVersion: 2, content: {} });
    expect([stale.status, stale.body.theirs.savedByName]).toEqual([409, 'Sample person']);
  });

  it('takes one of two saves of the same section at once, and tells the other', async () => {
    const { author, path } = await drafting();
    const editor = await joined(author, path);
    const answers = await Promise.all([
      save(author, path, 'work', 1, { summary: 'Mine.' }),
      save(editor, path, 'work', 1, { summary: 'Theirs.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [kept, told] = answers.toSorted((a, b) => a.status - b.status);
    expect(told?.body.theirs).toMatchObject({ content: kept?.body.content });
  });

  it('takes in a section no field of another, and has no section that its category lacks', async () => {
    const { author, path } = await drafting();
    const strange = await save(author, path, 'work', 1, { shop: 'No shop', name: { en: 'x' } });
    expect([strange.status, strange.body.errors]).toEqual([
      400,
      ['content.shop', 'content.name'].map((field) => ({
        field,
        rule: 'is no field of this section',
        code: 'unknown-field',
      })),
    ]);
    expect((await save(author, path, 'nothing', 1, {})).status).toEqual(404);
  });

  it('can be saved after the close, and not submitted', async () => {
    const author = await api.grant('applicant', thai);
    const started = await author.post(`/cycles/${over.cycleId}/nominations`, { country: 'TH', category: 'ngo' });
    const path = `/drafts/nomination/${started.body.id}`;
    const certificate = { field: 'certificate', name: 'c.pdf', size: 5, type: 'application/pdf', hash: 'a'.repeat(64) };
    await author.post(`${path}/files`, certificate);
    await save(author, path, 'nominee', 1, { name: { en: 'Sample NGO' }, title: { en: 'Sample' } });
    const { status, body } = await save(author, path, 'work', 1, { summary: 'Late.' });
    expect([status, body.percentComplete]).toEqual([200, 100]);
    const submitted = await author.post(`/nominations/${started.body.id}/submit`, { draftVersion: body.version });
    expect(submitted.body.type).toEqual('/problems/phase-not-open');
  });
});

type Line = { nominationId: string; title: object; percentComplete: number; details: object | null; orphaned: boolean };

describe('what others see of drafts', () => {
  const lineOf = async (client: TestClient, id: string) => {
    const { body } = await client.get<Page<Line>>(`/cycles/${call.cycleId}/drafts?limit=200`);
    return body.items.find(({ nominationId }) => nominationId === id);
  };

  it('is in-house drafts whole, for the focal points of the country', async () => {
    const { author, id, path } = await drafting(await api.grant('focal-point', thai));
    await author.put(path, { baseVersion: 1, content: { title: { en: 'In-house' }, summary: 'Secret.' } });
    expect((await focal.get<Draft>(path)).body.content).toEqual({ title: { en: 'In-house' }, summary: 'Secret.' });
    expect(await lineOf(focal, id)).toMatchObject({
      inHouse: true,
      details: { version: 2, editors: ['Sample person'] },
    });
    expect((await focal.put(path, { baseVersion: 2, content: {} })).status).toEqual(404);
    const abroad = await api.grant('focal-point', { award: 'sample', country: 'SG' });
    expect((await abroad.get(path)).status).toEqual(404);
  });

  it('is an applicant’s draft by title and percentage alone', async () => {
    const { author, id, path } = await drafting();
    await author.put(path, { baseVersion: 1, content: { title: { en: 'Ours' }, summary: 'Secret.' } });
    expect(await lineOf(focal, id)).toEqual({
      ...{ nominationId: id, category: 'ngo', inHouse: false, title: { en: 'Ours' }, percentComplete: 50 },
      ...{ status: null, orphaned: false, details: null },
    });
    for (const hidden of [path, `${path}/editors`, `/nominations/${id}`])
      expect((await focal.get(hidden)).status).toEqual(404);
  });

  it('is to an applicant the own drafts, and no others', async () => {
    const { author, id } = await drafting();
    await drafting();
    const { body } = await author.get<Page<Line>>(`/cycles/${call.cycleId}/drafts`);
    expect(body.items.map(({ nominationId, details }) => [nominationId, details])).toEqual([[id, expect.any(Object)]]);
  });

  it('is to the secretariat a number by country and category, without a title', async () => {
    const fresh = await opened();
    const author = await api.grant('applicant', thai);
    const start = (client: TestClient, category: string) =>
      client.post(`/cycles/${fresh.cycleId}/nominations`, { country: 'TH', category });
    await Promise.all([start(author, 'ngo'), start(author, 'ngo'), start(focal, 'private')]);
    const secretariat = await api.grant('secretariat', { award: 'sample' });
    const counts = `/cycles/${fresh.cycleId}/drafts/counts`;
    expect((await secretariat.get(counts)).body).toEqual({
      items: [
        { country: 'TH', category: 'ngo', drafts: 2, inHouse: 0, submitted: 0 },
        { country: 'TH', category: 'private', drafts: 1, inHouse: 1, submitted: 0 },
      ],
      next: null,
    });
    const first = (await secretariat.get<Page<object>>(`${counts}?limit=1`)).body;
    expect((await secretariat.get<Page<object>>(`${counts}?limit=1&cursor=${first.next}`)).body.items).toHaveLength(1);
    expect((await secretariat.get(`/cycles/${fresh.cycleId}/drafts`)).status).toEqual(403);
  });
});

describe('a draft outlives its author’s account', () => {
  const revoke = async (personId: string | null) => {
    const { grant_id } = await api.db.read
      .selectFrom('grants')
      .select('grant_id')
      .where('person_id', '=', personId ?? '')
      .executeTakeFirstOrThrow();
    const ended = await (await api.grant('administrator', {})).post(`/members/${personId}/grants/${grant_id}/revoke`, {
      reason: 'Has left.',
    });
    expect(ended.status).toEqual(200);
  };
  const name = (path: string, email: string) =>
    focal.post<Editors & { type: string }>(`${path}/editors/name`, {
      email,
      name: 'New editor',
      reason: 'The author has left.',
    });

  it('and stays with its co-editors', async () => {
    const { author, id, path } = await drafting();
    const editor = await joined(author, path);
    await author.put(path, { baseVersion: 1, content: { summary: 'Kept.' } });
    await revoke(author.personId);
    expect((await author.get(path)).status).toEqual(403);
    expect((await editor.get<Draft>(path)).body.content).toEqual({ summary: 'Kept.' });
    expect((await name(path, address())).body).toMatchObject({ type: '/problems/draft-has-editors' });
    expect(id).toEqual(expect.any(String));
  });

  it('and is given to a new editor by the focal point, who sees nothing of it: recorded and mailed', async () => {
    const { author, path, id } = await drafting();
    await author.put(path, { baseVersion: 1, content: { summary: 'Kept.' } });
    await revoke(author.personId);
    const email = address();
    expect((await name(path, email)).status).toEqual(201);
    const personId = (await mailboxes.personBy(email)) ?? '';
    expect((await api.as(personId).get<Draft>(path)).body.content).toEqual({ summary: 'Kept.' });
    expect((await focal.get(path)).status).toEqual(404);
    expect((await mailboxes.mailsTo(email)).map(({ kind }) => kind)).toEqual(['editor-named', 'account-invited']);
    const record = await api.db.read
      .selectFrom('editor_changes')
      .select(['what', 'actor', 'person_id', 'reason'])
      .where('subject_id', '=', id)
      .execute();
    expect(record).toEqual([
      { what: 'named', actor: focal.personId, person_id: personId, reason: 'The author has left.' },
    ]);
  });

  it('and never comes to the desk this way, unless it was the desk’s own', async () => {
    const applicants = await drafting();
    await revoke(applicants.author.personId);
    expect((await name(applicants.path, await mailboxes.emailOf(focal.personId))).body.type).toEqual(
      '/problems/editor-of-the-desk',
    );
    const own = await drafting(await api.grant('focal-point', thai));
    await revoke(own.author.personId);
    expect((await name(own.path, await mailboxes.emailOf(focal.personId))).status).toEqual(201);
    expect((await focal.put(own.path, { baseVersion: 1, content: { summary: 'Goes on.' } })).status).toEqual(200);
  });

  it('and waits for the focal point, who is told of it', async () => {
    const fresh = await opened();
    const author = await api.grant('applicant', thai);
    const drafts = `/cycles/${fresh.cycleId}/drafts`;
    const start = (client: TestClient) =>
      client.post(`/cycles/${fresh.cycleId}/nominations`, { country: 'TH', category: 'ngo' });
    const [{ body: orphan }] = [await start(author), await start(focal)];
    await revoke(author.personId);
    const found = async (query: string) =>
      (await focal.get<Page<Line>>(`${drafts}?${query}`)).body.items.map(({ nominationId }) => nominationId);
    expect(await found('orphaned=true&category=ngo')).toEqual([orphan.id]);
    expect(await found('orphaned=true&category=private')).toEqual([]);
    expect(await found('orphaned=false')).toHaveLength(1);
    type Task = { kind: string; cycleId: string; count: number; link: string };
    const { items } = (await focal.get<Page<Task>>('/me/tasks?limit=200')).body;
    expect(items.filter(({ kind, cycleId }) => kind === 'name-editor' && cycleId === fresh.cycleId)).toMatchObject([
      { count: 1, link: `/api/v1${drafts}?country=TH&orphaned=true` },
    ]);
  });

  it('and when the person is erased too', async () => {
    const { author, path } = await drafting();
    await api.db.read
      .updateTable('people')
      .set({ erased_at: new Date(), email: '', name: '' })
      .where('person_id', '=', author.personId ?? '')
      .execute();
    const email = address();
    expect((await name(path, email)).status).toEqual(201);
    expect((await api.as((await mailboxes.personBy(email)) ?? '').get(path)).status).toEqual(200);
  });
});
