// Rule 5, signing: one sheet and a second factor; or a scanned letter, which a second person confirms.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { by, formPanel, passScreening } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';
import { registerLetters } from '../support/uploads.ts';

const api: TestApi = await openTestApi();
afterAll(() => api.close());

let played: Played;
let desk: string;
/** Both nominations are forwarded, and nothing is signed. */
beforeEach(() => forward());
async function forward(screenerOf: (people: Played['people']) => string | undefined = () => undefined) {
  played = await playNominations(api);
  const { cycleId, acts, ngo, firm } = played;
  for (const iso2 of ['SG', 'MM'])
    await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
  for (const nominationId of [ngo, firm]) await passScreening(played, nominationId, screenerOf(played.people));
  desk = `/cycles/${cycleId}/countries/SG`;
  await registerLetters(api.db, cycleId, letter.letter, minutes);
}

type Sheet = {
  sheet: string | null;
  categories: {
    category: string;
    status: string;
    sheet: string;
    unranked: string[];
    nominations: { nominationId: string; place: number; version: number; dossier: string }[];
    waiting: { recordedBy: string; office: string; name: string; reference: string; date: string } | null;
  }[];
};
const inPerson = { kind: 'in-person' };
const letter = {
  ...{ kind: 'on-behalf', letter: 'a'.repeat(64), reference: 'MSF/2026/7', date: '2026-01-15' },
  signatory: { office: 'Permanent Secretary', name: 'Tan Sample' },
};
const minutes = 'b'.repeat(64);
const sheetOf = async () => (await played.people.approver.get<Sheet>(`${desk}/signing-sheet`)).body;
type Due = { kind: string; category: string | null; link: string; dueAt: string | null };
const toRecord = async (client: TestClient): Promise<string[]> => {
  const { items } = (await client.get<{ items: Due[] }>('/me/tasks')).body;
  return items.flatMap(({ kind, link }) => (kind === 'record-decision' ? [link] : []));
};
const toConfirm = async (client: TestClient): Promise<[string | null, string][]> => {
  const { items } = (await client.get<{ items: Due[] }>('/me/tasks')).body;
  return items.flatMap(({ kind, category, link }) =>
    kind === 'confirm-signature' && link.includes(played.cycleId) ? [[category, link]] : [],
  );
};
const codeOf = (client: TestClient) => api.codeFor(client.personId);
const typeOf = (body: { type: string }) => body.type.replace('/problems/', '');
const sign = async (client: TestClient, body: object = {}) =>
  client.post(`${desk}/sign-forwarding`, { signature: inPerson, code: await codeOf(client), ...body });
async function refusal(answer: Promise<{ status: number; body: { type: string } }>): Promise<[number, string]> {
  const { status, body } = await answer;
  return [status, typeOf(body)];
}

describe('one sheet', () => {
  it('shows all that is signed in one place: category, order, fingerprints, and a hash', async () => {
    const { ngo, firm } = played;
    const { categories, sheet } = await sheetOf();
    expect(categories).toMatchObject([
      { category: 'ngo', status: 'open', unranked: [], waiting: null, nominations: [{ nominationId: ngo, place: 1 }] },
      { category: 'private', status: 'open', nominations: [{ nominationId: firm, version: 1 }] },
    ]);
    expect(categories[0]?.nominations[0]?.dossier).toMatch(/^[0-9a-f]{64}$/);
    for (const hash of [sheet, ...categories.map((one) => one.sheet)]) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is signed at once with one code, and closes every category that is on it', async () => {
    const { approver } = played.people;
    const { sheet } = await sheetOf();
    expect((await sign(approver, { sheet })).status).toEqual(200);
    const after = await sheetOf();
    expect([after.sheet, after.categories.map(({ status }) => status)]).toEqual([null, ['signed', 'signed']]);
  });

  it('is signed category by category just as well', async () => {
    const [first] = (await sheetOf()).categories;
    expect((await sign(played.people.approver, { category: 'ngo', sheet: first?.sheet })).status).toEqual(200);
    expect((await sheetOf()).categories.map(({ status }) => status)).toEqual(['signed', 'open']);
  });

  it('that has changed since it was looked at is not signed', async () => {
    const { sheet } = await sheetOf();
    const { acts, firm, people } = played;
    await acts.nomination(
      { type: 'WithdrawNomination', data: { nominationId: firm, reason: 'The firm has closed.' } },
      by('focal-point', people.focalPoint.personId ?? ''),
    );
    expect(await refusal(sign(people.approver, { sheet }))).toEqual([409, 'sheet-moved']);
    expect((await sign(people.approver, { sheet: (await sheetOf()).sheet })).status).toEqual(200);
  });

  it('says in the history that a second factor was given, and never the code', async () => {
    const { approver } = played.people;
    const code = await codeOf(approver);
    await approver.post(`${desk}/sign-forwarding`, { signature: inPerson, code });
    const { rows } = await api.db.readPool.query<{ meta: { secondFactor?: boolean }; whole: string }>(
      "select meta, e::text as whole from events e where type = 'ForwardingSigned' and stream_id = $1",
      [`country/${played.cycleId}/SG`],
    );
    expect(rows.map(({ meta }) => meta.secondFactor)).toEqual([true, true]);
    expect(rows.some(({ whole }) => whole.includes(code))).toEqual(false);
  });
});

describe('a second factor', () => {
  it('is needed to sign in person', async () => {
    const { approver } = played.people;
    expect(await refusal(approver.post(`${desk}/sign-forwarding`, { signature: inPerson }))).toEqual([
      409,
      'second-factor-needed',
    ]);
    const before = approver.post(`${desk}/sign-forwarding`, { signature: inPerson, code: '123456' });
    expect(await refusal(before)).toEqual([409, 'second-factor-none']);
  });

  it('counts once: a code that was used is refused, and a wrong one too', async () => {
    const { approver } = played.people;
    const code = await codeOf(approver);
    const ask = (body: object) => approver.post(`${desk}/sign-forwarding`, { signature: inPerson, ...body });
    expect((await ask({ category: 'ngo', code })).status).toEqual(200);
    expect(await refusal(ask({ category: 'private', code }))).toEqual([403, 'second-factor-wrong']);
    expect(await refusal(ask({ category: 'private', code: '000000' }))).toEqual([403, 'second-factor-wrong']);
  });

  it('is the signer’s own', async () => {
    const { approver, screener } = played.people;
    await codeOf(approver);
    const code = await codeOf(screener);
    const body = { signature: inPerson, code };
    expect(await refusal(approver.post(`${desk}/sign-forwarding`, body))).toEqual([403, 'second-factor-wrong']);
  });

  it('does not stand in the way of a retry: the same key gets the first answer, its code used up', async () => {
    const { approver } = played.people;
    const body = { category: 'ngo', signature: inPerson, code: await codeOf(approver) };
    const headers = { 'Idempotency-Key': `sign-${played.cycleId}` };
    const first = await approver.post(`${desk}/sign-forwarding`, body, headers);
    const again = await approver.post(`${desk}/sign-forwarding`, body, headers);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
  });

  it('names the field where a code cannot be one', async () => {
    const { body } = await played.people.approver.post(`${desk}/sign-forwarding`, { signature: inPerson, code: '12' });
    expect(body.errors).toEqual([
      { field: 'code', rule: 'must be the six digits of your app, or a recovery code', code: 'code' },
    ]);
  });
});

describe('never the approver who checked', () => {
  it('signs, nor confirms the letter for what they have checked', async () => {
    await forward(({ approver }) => approver.personId ?? undefined);
    const { approver, focalPoint, secretariat } = played.people;
    expect(await refusal(sign(approver))).toEqual([409, 'own-checks']);
    await focalPoint.post(`${desk}/sign-forwarding`, { signature: letter });
    expect([await toConfirm(approver), (await toConfirm(secretariat)).length]).toEqual([[], 2]);
    expect(await refusal(approver.post(`${desk}/sign-forwarding/confirm`))).toEqual([409, 'own-checks']);
    expect((await secretariat.post(`${desk}/sign-forwarding/confirm`)).status).toEqual(200);
  });
});

describe('a scanned letter', () => {
  const record = (client: TestClient, body: object = {}) =>
    client.post(`${desk}/sign-forwarding`, { signature: letter, ...body });
  const confirm = (client: TestClient, body: object = {}) => client.post(`${desk}/sign-forwarding/confirm`, body);

  it('stands for the signature of an office: its reference, date and signatory are recorded, and nothing is signed yet', async () => {
    const { focalPoint } = played.people;
    expect((await record(focalPoint)).status).toEqual(200);
    const [first] = (await sheetOf()).categories;
    expect(first).toMatchObject({
      status: 'open',
      waiting: {
        ...{ recordedBy: focalPoint.personId, office: 'Permanent Secretary', name: 'Tan Sample' },
        ...{ reference: 'MSF/2026/7', date: '2026-01-15' },
      },
    });
  });

  it('has effect when a second person confirms it, who is not the one who recorded it', async () => {
    const { focalPoint, approver, screener } = played.people;
    await record(focalPoint);
    expect(await refusal(confirm(focalPoint))).toEqual([409, 'second-person-needed']);
    expect(await refusal(confirm(screener))).toEqual([403, 'wrong-role']);
    expect((await confirm(approver)).status).toEqual(200);
    expect((await sheetOf()).categories.map(({ status }) => status)).toEqual(['signed', 'signed']);
  });

  it('is a task of all who may confirm it until somebody has, and not of who recorded it', async () => {
    const { focalPoint, approver, secretariat, screener, approverAbroad } = played.people;
    await record(focalPoint);
    const due = ['ngo', 'private'].map((category) => [category, `/api/v1${desk}`]);
    for (const client of [approver, secretariat]) expect(await toConfirm(client)).toEqual(due);
    for (const client of [focalPoint, screener, approverAbroad]) expect(await toConfirm(client)).toEqual([]);
    await confirm(approver);
    expect(await toConfirm(secretariat)).toEqual([]);
  });

  it('may be confirmed by the secretariat', async () => {
    const { approver, secretariat } = played.people;
    await record(approver, { category: 'ngo' });
    const waiting = `/cycles/${played.cycleId}/waiting-signatures`;
    const list = async () => (await secretariat.get<{ items: { subject: string }[] }>(waiting)).body.items;
    expect((await list()).map(({ subject }) => subject)).toEqual(['forwarding/SG/ngo']);
    expect((await confirm(secretariat)).status).toEqual(200);
    expect(await list()).toEqual([]);
  });

  it('is not confirmed once what is forwarded has changed', async () => {
    const { acts, firm, people } = played;
    await record(people.focalPoint);
    await acts.nomination(
      { type: 'WithdrawNomination', data: { nominationId: firm, reason: 'The firm has closed.' } },
      by('focal-point', people.focalPoint.personId ?? ''),
    );
    expect(await refusal(confirm(people.approver))).toEqual([409, 'sheet-moved']);
  });

  it('keeps the signatory’s name out of the record of events', async () => {
    await record(played.people.focalPoint);
    const { rows } = await api.db.readPool.query<{ data: object }>(
      "select data from events where type = 'ForwardingSignatureRecorded' and stream_id = $1",
      [`country/${played.cycleId}/SG`],
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).toContain('Permanent Secretary');
    expect(JSON.stringify(rows)).not.toContain('Tan Sample');
  });

  it('names every field that is missing or wrong', async () => {
    const signature = { kind: 'on-behalf', letter: 'scan.pdf', reference: '', signatory: { office: 'PS' } };
    const { status, body } = await record(played.people.focalPoint, { signature });
    const fields = (body.errors as { field: string }[]).map(({ field }) => field).sort();
    const wrong = ['signature.date', 'signature.letter', 'signature.reference', 'signature.signatory.name'];
    expect([status, fields]).toEqual([400, wrong]);
    const future = { ...letter, date: '2999-01-01' };
    expect(await refusal(record(played.people.focalPoint, { signature: future }))).toEqual([409, 'letter-in-future']);
  });

  it('is the only way for a focal point: in person the approver signs', async () => {
    expect(await refusal(sign(played.people.focalPoint))).toEqual([409, 'approver-signs']);
  });
});

describe('a decision taken outside', () => {
  const outcome = () => ({ laureates: [played.firm], source: 'Minutes of the committee, 12 January' });

  async function decided(): Promise<string> {
    const { approver, focalPoint, focalPointAbroad } = played.people;
    await sign(approver);
    const group = await formPanel(played, 'SG', 'private', []);
    expect(await toRecord(focalPoint)).toEqual([`/api/v1/panels/${played.cycleId}~${group}`]);
    expect([await toRecord(focalPointAbroad), await toRecord(approver)]).toEqual([[], []]);
    const panel = `/panels/${played.cycleId}~${group}`;
    const { kind: _kind, ...scan } = letter;
    const body = { ...outcome(), minutes, letter: scan };
    expect((await focalPoint.post(`${panel}/outside-decision`, body)).status).toEqual(200);
    expect(await toRecord(focalPoint)).toEqual([]);
    return panel;
  }

  it('is recorded with its letter and minutes, and signed in person by a second one, with a second factor', async () => {
    const panel = await decided();
    const { approver } = played.people;
    expect(await refusal(approver.post(`${panel}/sign`, { signature: inPerson }))).toEqual([
      409,
      'second-factor-needed',
    ]);
    const code = await codeOf(approver);
    expect((await approver.post(`${panel}/sign`, { signature: inPerson, code })).status).toEqual(200);
    expect((await approver.get(panel)).body.status).toEqual('signed');
  });

  it('is signed by letter when one records it and another confirms it', async () => {
    const panel = await decided();
    const { approver, secretariat } = played.people;
    expect((await approver.post(`${panel}/sign`, { signature: letter })).status).toEqual(200);
    expect((await approver.get(panel)).body.status).toEqual('decided');
    expect([await toConfirm(approver), await toConfirm(secretariat)]).toEqual([[], [['private', `/api/v1${panel}`]]]);
    expect(await refusal(approver.post(`${panel}/sign/confirm`))).toEqual([409, 'second-person-needed']);
    expect((await secretariat.post(`${panel}/sign/confirm`)).status).toEqual(200);
    expect((await approver.get(panel)).body.status).toEqual('signed');
  });
});
