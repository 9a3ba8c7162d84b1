// Who is late: countries by step with who is next to act; a word to those who are late, and to them alone; the mailbox.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Nudged, NudgePreview, ProgressView } from '../../api/views/progress.ts';
import type { MailView } from '../../api/views/records.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { codeOf, must } from '../support/desk.ts';
import {
  draftBy,
  type Played,
  playEndorsement,
  playNominations,
  playPaperDecision,
  playScreening,
} from '../support/played-cycle.ts';

type Line = z.infer<typeof ProgressView>;
type List<Item> = { items: Item[]; next: string | null };

let api: TestApi;
let played: Played;
async function open() {
  api = await openTestApi();
  played = await playNominations(api);
}
const close = () => api.close();
const of = (rest = '') => `/cycles/${played.cycleId}${rest}`;
const linesOf = async (query = '') =>
  must(await played.people.secretariat.get<List<Line>>(of(`/progress${query}`))).body.items;
const lineOf = async (country: string | null, step: string, query = '') =>
  (await linesOf(query)).find((line) => line.country === country && line.step === step);
const whoIn = (line: Line | undefined) => line?.next.map(({ part, personId }) => [part, personId]);

describe('the progress', () => {
  beforeAll(open);
  afterAll(close);

  it('shows every country in protocol order beside every step', async () => {
    const lines = await linesOf();
    expect([...new Set(lines.map(({ country }) => country))]).toEqual(['MM', 'SG']);
    expect(lines.filter(({ country }) => country === 'MM').map(({ step, state }) => [step, state])).toEqual([
      ['nomination', 'waiting'],
      ['screening', 'upcoming'],
      ['judging', 'upcoming'],
      ['decision', 'upcoming'],
      ['endorsement', 'upcoming'],
      ['award-answer', 'upcoming'],
    ]);
  });
  it('names who is next to act, and until when by the country’s own clock', async () => {
    const line = await lineOf('MM', 'nomination', '?zone=Europe/Paris');
    expect(line).toMatchObject({ owed: 2, late: true, daysLeft: expect.any(Number), names: { en: 'Myanmar' } });
    expect(line?.due).toMatchObject({
      zone: 'Asia/Yangon',
      local: expect.stringMatching(/\+06:30$/),
      readerZone: 'Europe/Paris',
    });
    expect(whoIn(line)).toEqual([['focal-point', played.people.focalPointAbroad.personId]]);
  });
  it('is done where nothing is owed, and waits again for a form that somebody has begun', async () => {
    expect(await lineOf('SG', 'nomination')).toMatchObject({ state: 'done', owed: 0, late: false, next: [] });
    await draftBy(played, played.people.applicant, 'ngo');
    const line = await lineOf('SG', 'nomination');
    expect([line?.state, line?.owed, whoIn(line)]).toEqual([
      'waiting',
      1,
      [['editor', played.people.applicant.personId]],
    ]);
  });
  it('shows the screening to those who check and sign, and a return to its editor', async () => {
    const { cycleId, acts } = played;
    await acts.country(
      { type: 'CloseCountryPhase', data: { cycleId, iso2: 'SG', phase: 'nomination' } },
      by('approver'),
    );
    const messages = [{ field: 'summary', message: 'Say whom it reached.' }];
    must(await played.people.screener.post(`/nominations/${played.ngo}/return`, { messages }));
    const screening = await lineOf('SG', 'screening');
    expect([screening?.state, screening?.owed, screening?.next.map(({ part }) => part).sort()]).toEqual([
      'waiting',
      2,
      ['approver', 'screener'],
    ]);
    expect(whoIn(await lineOf('SG', 'correction'))).toEqual([['editor', played.people.applicant.personId]]);
    expect(await lineOf('MM', 'correction')).toEqual(undefined);
  });
  it('calls late what is owed within the time that is asked about', async () => {
    expect((await lineOf('MM', 'nomination', '?within=PT10M'))?.late).toEqual(false);
    expect((await linesOf('?late=true')).every(({ late }) => late)).toEqual(true);
    expect((await linesOf('?late=true&within=PT10M')).map(({ step }) => step)).toEqual([]);
  });
  it('comes page by page, and as a table of what is filtered', async () => {
    const all = await linesOf();
    const found: Line[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await played.people.secretariat.get<List<Line>>(of(`/progress?limit=5${cursor}`));
      found.push(...body.items);
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(found.map(({ country, step }) => [country, step])).toEqual(all.map(({ country, step }) => [country, step]));
    const response = await fetch(`${api.url}/api/v1${of('/progress?country=MM&format=csv')}`, {
      headers: { 'x-person': played.people.secretariat.personId ?? '' },
    });
    expect((await response.text()).trim().split('\n')).toHaveLength(7);
  });
  it('pauses while the cycle is suspended: nobody is late', async () => {
    const reason = 'Sample floods.';
    must(await played.people.secretariat.post(of('/suspend'), { reason }));
    expect([(await lineOf('MM', 'nomination'))?.state, await linesOf('?late=true')]).toEqual(['paused', []]);
    const closesAt = { nomination: new Date(Date.now() + 7_200_000).toISOString() };
    must(await played.people.secretariat.post(of('/resume'), { reason, closesAt }));
  });
});

describe('a word to those who are late', () => {
  beforeAll(open);
  afterAll(close);
  const text = { en: 'Please send it <b>today</b>: {link}.', th: 'โปรดส่งภายในวันนี้' };
  const mailsTo = async (personId: string | null) =>
    (
      await played.people.secretariat.get<List<{ kind: string; subject: string; body: string; mailId: string }>>(
        of(`/mails?personId=${personId}`),
      )
    ).body.items;

  it('is shown first with everyone who would get it, and writes nothing', async () => {
    const { focalPointAbroad, secretariat } = played.people;
    must(await focalPointAbroad.put('/me/preferences', { language: 'th' }));
    const { body } = must(await secretariat.post<z.infer<typeof NudgePreview>>(of('/nudge/preview'), { text }));
    expect(body.recipients.map(({ personId, about }) => [personId, about])).toEqual([
      [focalPointAbroad.personId, [{ country: 'MM', step: 'nomination' }]],
    ]);
    expect(body.mails).toMatchObject([
      { kind: 'nudge', language: 'th', recipients: 1, subject: expect.stringContaining('สำนักเลขาธิการ') },
    ]);
    expect(body.mails[0]?.body).toContain(`${text.th}\n\nเรื่องที่ยังรอดำเนินการ:\nMyanmar: ยังไม่ได้ส่งการเสนอชื่อ`);
    expect(await mailsTo(focalPointAbroad.personId)).toEqual([]);
  });
  it('goes to the late alone, and says of what else was named that nobody is late there', async () => {
    const { secretariat, focalPoint } = played.people;
    const only = [{ country: 'SG', step: 'nomination' }];
    const { body } = must(await secretariat.post<z.infer<typeof Nudged>>(of('/nudge'), { text, only }));
    expect(body).toEqual({ recipients: [], mails: 0, notLate: only });
    expect(await mailsTo(focalPoint.personId)).toEqual([]);
  });
  it('is written once for a click and the click after it, and shows as the last contact', async () => {
    const { secretariat, focalPointAbroad } = played.people;
    const send = async () =>
      must(await secretariat.post<z.infer<typeof Nudged>>(of('/nudge'), { text }, { 'idempotency-key': 'one click' }))
        .body.mails;
    expect([await send(), await send()]).toEqual([1, 0]);
    expect(await mailsTo(focalPointAbroad.personId)).toHaveLength(1);
    const line = await lineOf('MM', 'nomination');
    expect([line?.next[0]?.lastMail?.kind, line?.lastContact]).toEqual(['nudge', line?.next[0]?.lastMail?.at]);
  });
  it('is shown as text and as a page in which nothing of it runs', async () => {
    const { secretariat, focalPointAbroad } = played.people;
    must(await focalPointAbroad.put('/me/preferences', { language: 'en' }));
    must(await secretariat.post(of('/nudge'), { text }));
    const [mail] = await mailsTo(focalPointAbroad.personId);
    const { body } = must(await secretariat.get<z.infer<typeof MailView>>(of(`/mails/${mail?.mailId}`)));
    expect(body.html).toContain('Please send it &lt;b&gt;today&lt;/b&gt;');
    expect(body.html).toContain(`<a href="${api.url}/cycles/${played.cycleId}">`);
    expect((await played.people.focalPoint.get(of(`/mails/${mail?.mailId}`))).status).toEqual(403);
  });
  it('is sent once more as a mail of its own', async () => {
    const { secretariat, focalPointAbroad } = played.people;
    const [mail] = await mailsTo(focalPointAbroad.personId);
    const resend = () =>
      secretariat.post<{ mailId: string }>(of(`/mails/${mail?.mailId}/resend`), {}, { 'idempotency-key': 'again' });
    expect(must(await resend()).body.mailId).toEqual(mail?.mailId);
    await api.db.read
      .updateTable('mails')
      .set({ state: 'sent' })
      .where('mail_id', '=', mail?.mailId ?? '')
      .execute();
    const [first, second] = [must(await resend()).body.mailId, must(await resend()).body.mailId];
    expect([first === mail?.mailId, first === second]).toEqual([false, true]);
    expect((await mailsTo(focalPointAbroad.personId)).filter(({ body }) => body === mail?.body)).toHaveLength(2);
  });
  it('is counted by kind and state', async () => {
    type Counts = List<{ kind: string; state: string; count: number }>;
    const { body } = must(await played.people.secretariat.get<Counts>(of('/mails/counts')));
    expect(body.items.filter(({ kind }) => kind === 'nudge')).toEqual([
      { kind: 'nudge', state: 'due', count: 2 },
      { kind: 'nudge', state: 'sent', count: 1 },
    ]);
  });
  it('is not sent once more where its link is gone with it', async () => {
    const { secretariat, focalPointAbroad } = played.people;
    const [mail] = await mailsTo(focalPointAbroad.personId);
    await api.db.read
      .updateTable('mails')
      .set({ state: 'sent', body: 'Your link: {link}', secret: null })
      .where('mail_id', '=', mail?.mailId ?? '')
      .execute();
    expect(codeOf(await secretariat.post(of(`/mails/${mail?.mailId}/resend`)))).toEqual('mail-link-gone');
    const { body } = await secretariat.get<z.infer<typeof MailView>>(of(`/mails/${mail?.mailId}`));
    expect(body.text).toEqual('Your link: (a link of its own, which only the mail holds)');
  });
});

describe('the progress after screening', () => {
  beforeAll(async () => {
    await open();
    await playScreening(played);
  });
  afterAll(close);

  it('waits for panels to be formed, then for decisions, endorsement and answers', async () => {
    expect(await lineOf('SG', 'screening')).toMatchObject({ state: 'done' });
    const judging = await lineOf('SG', 'judging');
    expect([judging?.state, judging?.owed, whoIn(judging)]).toEqual([
      'waiting',
      2,
      [['focal-point', played.people.focalPoint.personId]],
    ]);
    const groups = [
      await playPaperDecision(played, 'ngo', played.ngo),
      await playPaperDecision(played, 'private', played.firm),
    ];
    expect([(await lineOf('SG', 'judging'))?.owed, (await lineOf('SG', 'decision'))?.state]).toEqual([0, 'done']);
    await playEndorsement(played, groups, { open: true });
    const endorsement = await lineOf('SG', 'endorsement');
    expect([endorsement?.state, endorsement?.owed, whoIn(endorsement)]).toEqual([
      'waiting',
      2,
      [['endorser', played.people.endorser.personId]],
    ]);
  });
  it('reaches who answers for a laureate by a link, for such a person has no account', async () => {
    const { acts, cycleId, people, ngo } = played;
    for (const country of ['SG', 'MM'])
      await acts.cycle({ type: 'EndorseResults', data: { cycleId, country } }, by('endorser'));
    await acts.cycle({ type: 'ConcludeEndorsement', data: { cycleId } }, by('process'));
    const contact = { email: 'tan@example.org', name: 'Mrs Tan', language: 'en' };
    must(await people.focalPoint.post(`/panels/${cycleId}~SG-ngo/laureates/${ngo}/contact`, contact));
    const line = await lineOf('SG', 'award-answer');
    expect([line?.state, line?.owed, line?.late]).toEqual(['waiting', 2, true]);
    expect(line?.next.map(({ part }) => part).sort()).toEqual(['focal-point', 'laureate-contact']);
    const only = [{ country: 'SG', step: 'award-answer' }];
    const said = { text: { en: 'Please answer.' }, only };
    const { body: shown } = must(
      await people.secretariat.post<z.infer<typeof NudgePreview>>(of('/nudge/preview'), said),
    );
    expect(shown.mails.map(({ kind }) => kind).sort()).toEqual(['nudge', 'nudge-link']);
    expect(must(await people.secretariat.post<z.infer<typeof Nudged>>(of('/nudge'), said)).body.mails).toEqual(2);
    const mail = await api.db.read
      .selectFrom('mails')
      .select(['body', 'secret'])
      .where('kind', '=', 'nudge-link')
      .executeTakeFirstOrThrow();
    expect(mail.body).toMatch(/You can answer here until .*, without an account:\n\{link\}$/);
    const byLink = await api.as(null).get(`/laureates/${ngo}`, { authorization: `Link ${mail.secret}` });
    expect([byLink.status, byLink.body.laureateId]).toEqual([200, ngo]);
  });
});
