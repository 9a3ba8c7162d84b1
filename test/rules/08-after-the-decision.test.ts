// Rule 8, after the decision: dossiers verified, awards answered, laureates replaced or revoked, announcements corrected.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginning, readLog } from '../../db/event-store.ts';
import { waitFor } from '../../db/projections.ts';
import { history } from '../../db/read-models/history.ts';
import { publishedLaureates } from '../../db/read-models/published.ts';
import { lettersFor } from '../../documents/letters/letters.ts';
import { sendMail } from '../../documents/mail.ts';
import { by, submit } from '../support/acts.ts';
import { type Answer, openTestApi, type TestApi, type Told } from '../support/api.ts';
import {
  type Played,
  playAnnouncement,
  playEndorsement,
  playForum,
  playNominations,
  playPaperDecision,
  playPhases,
  playScreening,
} from '../support/played-cycle.ts';
import { registerLetters } from '../support/uploads.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const groups = ['SG-ngo', 'SG-private'];
const request = { groups, dossiersVerified: true };
const messages = [{ field: 'summary', message: 'Say whom it has reached.' }];
const reason = 'The summary says too little.';

/** Both decisions of Singapore are signed, and the decision phase is over. */
async function decided(): Promise<Played> {
  const played = await playNominations(api);
  await playScreening(played);
  await playPaperDecision(played, 'ngo', played.ngo);
  await playPaperDecision(played, 'private', played.firm);
  await playPhases(played);
  return played;
}

describe('the dossiers of those whom a signed decision names', () => {
  it('are verified by the secretariat before the endorsers are asked: a request names who is missing', async () => {
    const { people, cycleId, ngo, firm } = await decided();
    const { secretariat } = people;
    const asked = await secretariat.post(`/cycles/${cycleId}/endorsement/request`, request);
    expect([asked.status, asked.body.type]).toEqual([409, '/problems/dossier-not-verified']);
    expect(asked.body.allowed).toEqual({ laureates: expect.arrayContaining([ngo, firm]) });
    const tasks = await secretariat.get<{ items: { kind: string; count: number }[] }>('/me/tasks');
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ kind: 'verify-dossiers', count: 2 }));
    for (const id of [ngo, firm])
      expect((await secretariat.post(`/nominations/${id}/verify-dossier`, { note: 'Read.' })).status).toEqual(200);
    const list = await secretariat.get<{ items: { dossier: string }[] }>(`/cycles/${cycleId}/laureates`);
    expect(list.body.items.map(({ dossier }) => dossier)).toEqual(['verified', 'verified']);
    expect((await secretariat.post(`/cycles/${cycleId}/endorsement/request`, request)).status).toEqual(200);
    const late = await secretariat.post(`/nominations/${ngo}/return-to-country`, { messages, reason });
    expect([late.status, late.body.type]).toEqual([409, '/problems/endorsement-requested']);
  });

  it('go back to the country with a message for each field, and the country answers with a new version', async () => {
    const { people, cycleId, ngo, firm } = await decided();
    const { secretariat, applicant, focalPoint } = people;
    const path = `/nominations/${ngo}`;
    expect((await secretariat.post(`${path}/return-to-country`, { messages, reason })).status).toEqual(200);
    const tasks = await focalPoint.get<{ items: { kind: string; title: object; dueAt: string }[] }>('/me/tasks');
    expect(tasks.body.items).toContainEqual(
      expect.objectContaining({
        kind: 'answer-return',
        link: `/api/v1/drafts/nomination/${ngo}`,
        dueAt: expect.any(String),
      }),
    );
    const early = await secretariat.post(`${path}/verify-dossier`);
    expect([early.body.type, early.body.allowed]).toEqual(['/problems/with-country', { answerBy: expect.any(String) }]);
    const { body: draft } = await applicant.get<{ version: number }>(`/drafts/nomination/${ngo}`);
    const content = {
      name: { en: 'Sample river school' },
      title: { en: 'Boats to school' },
      summary: 'It reached 400 pupils.',
    };
    const saved = await applicant.put<{ version: number }>(`/drafts/nomination/${ngo}`, {
      baseVersion: draft.version,
      content,
    });
    expect(saved.status).toEqual(200);
    const answer = { draftVersion: saved.body.version };
    expect((await focalPoint.post(`${path}/answer-return`, answer)).status).toEqual(200);
    const { body: seen } = await secretariat.get(path);
    expect(seen).toMatchObject({ version: 2, status: 'forwarded', content });
    for (const id of [ngo, firm])
      expect((await secretariat.post(`/nominations/${id}/verify-dossier`)).status).toEqual(200);
    expect((await secretariat.post(`/cycles/${cycleId}/endorsement/request`, request)).status).toEqual(200);
  });

  it('are never changed by the secretariat: it may neither save, submit, correct nor answer', async () => {
    const { people, ngo } = await decided();
    const { secretariat } = people;
    await secretariat.post(`/nominations/${ngo}/return-to-country`, { messages, reason });
    const tried = await Promise.all([
      secretariat.put(`/drafts/nomination/${ngo}`, { baseVersion: 1, content: {} }),
      ...['submit', 'correct', 'answer-return'].map((act) =>
        secretariat.post(`/nominations/${ngo}/${act}`, { draftVersion: 1 }),
      ),
    ]);
    expect(tried.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});

type Offered = Played & { second: string; award: string; panel: string };

/** Endorsed: one laureate with a runner-up behind it, whose contact the country has named. */
async function offered(): Promise<Offered> {
  const played = await playNominations(api);
  const second = await submit(played, 'SG', 'ngo');
  await playScreening(played, [second]);
  await playPaperDecision(played, 'ngo', played.ngo, [], [second]);
  await playPaperDecision(played, 'private', played.firm);
  await playEndorsement(played, groups);
  const panel = `/panels/${played.cycleId}~SG-ngo`;
  return { ...played, second, panel, award: `${panel}/laureates/${played.ngo}` };
}

const mrsTan = (cycleId: string) => ({ email: `tan-${cycleId}@example.org`, name: 'Mrs Tan', language: 'en' });

/** What the relay does with the cycle's newest event of a kind: its letters are written. */
async function tell(cycleId: string, type: string): Promise<void> {
  const events = await readLog(api.db.readPool, beginning, 5_000);
  const event = events.findLast((one) => one.type === type && one.cycleId === cycleId);
  if (event === undefined) throw new Error(`There is no ${type}.`);
  for (const letter of await lettersFor({ db: api.db, publicUrl: api.url }, event)) await sendMail(api.db, letter);
}

const mailsOf = (cycleId: string, kind: string) =>
  api.db.read.selectFrom('mails').selectAll().where('cycle_id', '=', cycleId).where('kind', '=', kind).execute();

/** By the link of the mail, and nothing else. */
async function byLink(cycleId: string) {
  const [mail] = await mailsOf(cycleId, 'award-offered');
  const headers = { authorization: `Link ${mail?.secret}` };
  const nobody = api.as(null);
  return {
    get: (path: string) => nobody.get(path, headers),
    post: (path: string, body: object = {}): Promise<Answer<Told>> => nobody.post(path, body, headers),
  };
}

async function withContact() {
  const sample = await offered();
  const { people, award, cycleId } = sample;
  expect((await people.focalPoint.post(`${award}/contact`, mrsTan(cycleId))).status).toEqual(200);
  await tell(cycleId, 'LaureateContactNamed');
  return { ...sample, contact: await byLink(cycleId) };
}

describe('an award that is offered', () => {
  it('asks the country who answers, where nobody is named', async () => {
    const { people, cycleId } = await offered();
    await tell(cycleId, 'EndorsementConcluded');
    const asked = await mailsOf(cycleId, 'contact-needed');
    // One for each laureate.
    expect(asked.filter(({ person_id }) => person_id === people.focalPoint.personId)).toHaveLength(2);
    const tasks = await people.focalPoint.get<{ items: { kind: string }[] }>('/me/tasks');
    expect(tasks.body.items.filter(({ kind }) => kind === 'name-contact').length).toBeGreaterThanOrEqual(2);
  });

  it('reaches its contact by a link that needs no account, with the end in both zones', async () => {
    const { contact, ngo, firm, award } = await withContact();
    const { body } = await contact.get(`/laureates/${ngo}`);
    expect(body).toMatchObject({
      ...{ laureateId: ngo, place: 'laureate', answer: null, organisation: { en: `Sample ngo ${ngo}` } },
      answerBy: { zone: 'Asia/Singapore', local: expect.stringContaining('+08:00') },
      contact: { name: 'Mrs Tan' },
    });
    expect((await contact.get(`/laureates/${firm}`)).status).toEqual(404);
    expect((await contact.post(`${award}/accept`)).status).toEqual(200);
    expect((await contact.get(`/laureates/${ngo}`)).body.answer).toEqual('accepted');
    const late = await contact.post(`${award}/decline`, { reason: 'We thought again.' });
    expect(late.body.type).toEqual('/problems/award-answered');
  });

  it('is declined by the link too, and the runner-up who follows is offered it', async () => {
    const { people, contact, award, ngo, second } = await withContact();
    expect((await contact.post(`${award}/decline`)).status).toEqual(400);
    expect((await contact.post(`${award}/decline`, { reason: 'We have no capacity.' })).status).toEqual(200);
    expect((await contact.get(`/laureates/${ngo}`)).body.answer).toEqual('declined');
    expect((await people.secretariat.post(`${award}/replace`, { reason: 'They declined.' })).status).toEqual(200);
    const { body } = await people.focalPoint.get(`/laureates/${second}`);
    expect(body).toMatchObject({ place: 'laureate', answer: null, answerBy: expect.any(Object) });
  });

  it('is accepted by the focal point for a laureate who cannot, with a reason', async () => {
    const { people, award, cycleId } = await offered();
    const bare = await people.focalPoint.post(`${award}/accept`);
    expect(bare.body.type).toEqual('/problems/reason-needed');
    const onBehalf = { reason: 'Its office was flooded; they wrote.', letter: 'b'.repeat(64) };
    await registerLetters(api.db, cycleId, onBehalf.letter);
    expect((await people.focalPoint.post(`${award}/accept`, { onBehalf })).status).toEqual(200);
    expect((await people.secretariat.post(`${award}/accept`)).status).toEqual(403);
  });

  it('has its name proofed by the contact; the country corrects it, and never the secretariat', async () => {
    const { people, contact, award, ngo, cycleId } = await withContact();
    const wrong = { outcome: 'correction', text: 'It is the Sample River School.' };
    expect((await contact.post(`${award}/proof`, wrong)).status).toEqual(200);
    await tell(cycleId, 'NameProofed');
    const told = (await mailsOf(cycleId, 'name-to-correct')).map(({ person_id }) => person_id);
    expect(told).toContain(people.focalPoint.personId);
    const tasks = await people.focalPoint.get<{ items: object[] }>('/me/tasks');
    expect(tasks.body.items).toContainEqual(
      expect.objectContaining({ kind: 'correct-name', link: `/api/v1/laureates/${ngo}` }),
    );
    const name = { organisation: { en: 'Sample River School' }, reason: 'As its certificate has it.' };
    expect((await people.secretariat.post(`${award}/name`, name)).status).toEqual(403);
    expect((await people.focalPoint.post(`${award}/name`, name)).status).toEqual(200);
    expect((await contact.post(`${award}/proof`, { outcome: 'approved' })).status).toEqual(200);
    expect((await contact.get(`/laureates/${ngo}`)).body).toMatchObject({
      organisation: { en: 'Sample River School' },
      proof: { outcome: 'approved', text: null },
    });
  });

  it('ends with the old link when another contact is named', async () => {
    const { people, contact, award, ngo, cycleId } = await withContact();
    const other = { email: `other-${cycleId}@example.org`, name: 'Mr Other' };
    expect((await people.focalPoint.post(`${award}/contact`, other)).status).toEqual(200);
    const ended = await contact.get(`/laureates/${ngo}`);
    expect([ended.status, ended.body.type]).toEqual([409, '/problems/link-over']);
  });

  it('lapses by its process alone, and the runner-up is offered the award', async () => {
    const { people, award, ngo, second, cycleId, acts } = await offered();
    const lapse = { type: 'LapseAward', data: { cycleId, group: 'SG-ngo', laureateId: ngo } } as const;
    await expect(acts.panel(lapse, by('secretariat'))).rejects.toMatchObject({ code: 'process-only' });
    await expect(acts.panel(lapse, by('process'))).rejects.toMatchObject({ code: 'not-due' });
    const tasks = await people.focalPoint.get<{ items: { kind: string; dueAt: string }[] }>('/me/tasks');
    const due = tasks.body.items.find(({ kind }) => kind === 'answer-award')?.dueAt ?? '';
    expect(Date.parse(due)).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    await people.focalPoint.post(`${award}/decline`, { reason: 'They cannot be reached.' });
    expect((await people.secretariat.post(`${award}/replace`, { reason: 'As the country says.' })).status).toEqual(200);
    const { body } = await people.focalPoint.get(`/laureates/${second}`);
    expect(body).toMatchObject({ place: 'laureate', answer: null, offeredAt: expect.any(String) });
  });
});

describe('an award that is revoked', () => {
  const publicNote = { en: 'Its accounts were found to be false.' };
  const revoked = { reason: 'The auditor’s letter of 3 May.', publicNote };
  const publicOf = async (cycleId: string) =>
    (await api.as(null).get<{ items: { laureateId: string }[] }>(`/public/cycles/${cycleId}/laureates`)).body.items;
  const caughtUp = async (answer: Answer<Told>) => {
    const [tx = '', position = ''] = answer.body.position.split('.');
    await waitFor(api.db, [publishedLaureates.name], { tx, position: Number(position) }, 10_000);
  };

  it('before it is public leaves the place to the runner-up, and is told to contact and country', async () => {
    const { people, contact, award, ngo, second, cycleId, ...played } = await withContact();
    await contact.post(`${award}/accept`);
    expect((await people.focalPoint.post(`${award}/revoke`, revoked)).status).toEqual(403);
    expect((await people.secretariat.post(`${award}/revoke`, revoked)).status).toEqual(200);
    await tell(cycleId, 'AwardRevoked');
    const told = (await mailsOf(cycleId, 'award-answered')).map(({ person_id }) => person_id);
    expect(told).toContain(people.focalPoint.personId);
    expect(told.length).toBeGreaterThanOrEqual(3);
    const forumId = await playForum({ ...played, people, ngo, cycleId });
    const speaker = { laureateId: ngo, email: `speaker-${cycleId}@example.org`, name: 'Sample speaker' };
    const invited = await people.secretariat.post(`/forums/${forumId}/talks`, speaker);
    expect(invited.body.type).toEqual('/problems/laureate-not-endorsed');
    expect((await people.secretariat.post(`${award}/replace`, { reason: 'Revoked.' })).status).toEqual(200);
    const list = await people.secretariat.get<{ items: object[] }>(`/cycles/${cycleId}/laureates`);
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ laureateId: ngo, answer: 'revoked', replacedBy: second, current: false }),
    );
  });

  it('after it is public stays on record as revoked, with what is published of the reason; nobody follows', async () => {
    const { people, award, ngo, cycleId, ...played } = await offered();
    await people.focalPoint.post(`${award}/accept`, { onBehalf: { reason: 'They wrote to us.' } });
    await playAnnouncement({ ...played, people, ngo, cycleId }, ['country', 'laureate', 'press', 'public']);
    await caughtUp(await people.secretariat.post(`${award}/revoke`, revoked));
    expect((await publicOf(cycleId)).find(({ laureateId }) => laureateId === ngo)).toMatchObject({
      organisation: { en: `Sample ngo ${ngo}` },
      revoked: { at: expect.any(String), note: publicNote },
    });
    const replaced = await people.secretariat.post(`${award}/replace`, { reason: 'Revoked.' });
    expect(replaced.body.type).toEqual('/problems/announced');
  });
});

describe('an announcement', () => {
  it('is corrected in the open: readers see the right name and when it was corrected, history keeps the first', async () => {
    const { people, ngo, second, cycleId, ...played } = await offered();
    const { secretariat } = people;
    const path = `/cycles/${cycleId}/announcement/public/correct`;
    const correction = {
      ...{ laureateId: ngo, field: 'organisation', text: { en: 'Sample River School' }, reason: 'A word was missing.' },
    };
    const early = await secretariat.post(path, correction);
    expect(early.body.type).toEqual('/problems/stage-not-published');
    await playAnnouncement({ ...played, people, ngo, cycleId }, ['country', 'laureate', 'press', 'public']);
    const stranger = await secretariat.post(path, { ...correction, laureateId: second });
    expect(stranger.body.type).toEqual('/problems/not-announced');
    const done = await secretariat.post(path, correction);
    const note = { ...correction, field: 'note', text: { en: 'The name was printed wrongly at first.' } };
    const noted = await secretariat.post(path, note);
    expect([done.status, noted.status]).toEqual([200, 200]);
    const [tx = '', position = ''] = noted.body.position.split('.');
    await waitFor(api.db, [publishedLaureates.name, history.name], { tx, position: Number(position) }, 10_000);
    const shown = await api.as(null).get<{ items: { laureateId: string }[] }>(`/public/cycles/${cycleId}/laureates`);
    expect(shown.body.items.find(({ laureateId }) => laureateId === ngo)).toMatchObject({
      organisation: { en: 'Sample River School' },
      note: { en: 'The name was printed wrongly at first.' },
      correctedAt: expect.any(String),
      revoked: null,
    });
    const told = await secretariat.get<{ items: { type: string }[] }>(`/cycles/${cycleId}/history?limit=200`);
    expect(JSON.stringify(told.body.items.find(({ type }) => type === 'StagePublished'))).toContain(
      `Sample ngo ${ngo}`,
    );
  });
});
