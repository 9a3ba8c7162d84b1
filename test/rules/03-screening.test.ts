// Rule 3, screening: how a country screens its nominations, and what becomes of those that it turns away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadState } from '../../db/execute.ts';
import { addWorkingDays } from '../../domain/deadlines.ts';
import { nominationStream } from '../../domain/nomination/state.ts';
import { by, formPanel, seatJudges, sheetOf, signCountry } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { attach, codeOf, formOf, forwardAll, must, nominate, save } from '../support/desk.ts';
import { type Played, playNominations, playPaperDecision, playScreening } from '../support/played-cycle.ts';

let api: TestApi;
let played: Played;
/** A fresh database for each story: a country has three slots. */
async function open(): Promise<void> {
  api = await openTestApi();
  played = await playNominations(api);
}

const reason = 'Not registered in the country.';
const path = (id: string, act: string) => `/nominations/${id}/${act}`;
const view = async (client: TestClient, id: string) => (await client.get<View>(`/nominations/${id}`)).body;
type Item = { item: string; label: { en: string }; outcome: string | null; note: string };
type View = {
  status: string;
  version: number;
  correctBy: string | null;
  objectUntil: string | null;
  objection: string | null;
  zone: string;
  checklist: Item[];
  returned: { field: string; message: string }[] | null;
};
async function tasksOf(client: TestClient) {
  const { body } = await client.get<{ items: { kind: string; link: string }[] }>('/me/tasks');
  return body.items.map(({ kind, link }) => [kind, link]);
}
async function closeNominations() {
  const { cycleId, acts } = played;
  const close = { cycleId, iso2: 'SG', phase: 'nomination' } as const;
  await acts.country({ type: 'CloseCountryPhase', data: close }, by('approver'));
}
async function quota() {
  type Desk = { categories: { category: string; quota: { used: number; cap: number } }[] };
  const { body } = await played.people.approver.get<Desk>(`/cycles/${played.cycleId}/countries/SG`);
  return body.categories.find(({ category }) => category === 'ngo')?.quota;
}
async function reject(id: string) {
  must(await played.people.screener.post(path(id, 'reject'), { reason }));
  must(await played.people.approver.post(path(id, 'reject'), { reason }));
}

describe('the desk', () => {
  let asked: string;
  beforeAll(async () => {
    await open();
    asked = await nominate(played, played.people.applicant, 'Sample one');
    await attach(played.people.applicant, asked, 'first.pdf', 'a'.repeat(64));
    const draftVersion = await save(played.people.applicant, asked, formOf('Sample one'));
    must(await played.people.applicant.post(path(asked, 'submit'), { draftVersion }));
    await closeNominations();
  });
  afterAll(() => api.close());

  it('works through a checklist that names every item, those still to be checked too', async () => {
    const { screener } = played.people;
    must(await screener.post(path(asked, 'checks'), { item: 'in-time', outcome: 'passed', note: 'On the day.' }));
    const { checklist } = await view(screener, asked);
    expect(checklist.map(({ item, label, outcome, note }) => [item, label.en, outcome, note])).toEqual([
      ['in-time', 'Submitted in time', 'passed', 'On the day.'],
      ['registered', 'Registered in the country', null, ''],
    ]);
  });

  it('returns with a message for each field, to be corrected in so many working days of that country', async () => {
    const { screener, applicant } = played.people;
    const messages = [
      { field: 'summary', message: 'Say whom it reached.' },
      { field: 'certificate', message: 'The scan cannot be read.' },
      { field: 'contact', message: 'Name a person.' },
      { field: 'registered', message: 'We could not find the registration.' },
    ];
    const unknown = await screener.post(path(asked, 'return'), { messages: [{ field: 'colour', message: 'Which?' }] });
    expect(codeOf(unknown)).toBe('field-unknown');
    must(await screener.post(path(asked, 'return'), { messages }));
    const found = await view(applicant, asked);
    expect(found.returned).toEqual(messages);
    const { updated_at } = await api.db.read
      .selectFrom('nominations')
      .select('updated_at')
      .where('nomination_id', '=', asked)
      .executeTakeFirstOrThrow();
    const due = addWorkingDays(updated_at, 10, 'Asia/Singapore', []);
    expect(found).toMatchObject({ status: 'returned', correctBy: due.toISOString(), zone: 'Asia/Singapore' });
  });

  it('shows after the correction what changed, field by field and file by file, beside what it answers', async () => {
    const { applicant, screener } = played.people;
    const { body: draft } = await applicant.get<{ files: { fileId: string }[] }>(`/drafts/nomination/${asked}`);
    await applicant.delete(`/drafts/nomination/${asked}/files/${draft.files[0]?.fileId}`);
    await attach(applicant, asked, 'second.pdf', 'b'.repeat(64));
    const changes = { summary: 'It reached three hundred households.', title: { en: 'Water for all' } };
    const draftVersion = await save(applicant, asked, formOf('Sample one', changes));
    must(await applicant.post(path(asked, 'correct'), { draftVersion }));
    const { body } = await screener.get(path(asked, 'changes?from=2&to=3'));
    expect(body).toEqual({
      nominationId: asked,
      from: { version: 2, kind: 'submitted' },
      to: { version: 3, kind: 'corrected' },
      complete: true,
      fields: [
        {
          ...{ section: 'nominee', field: 'title', label: { en: 'Title' }, messages: [] },
          ...{ before: { en: 'Sample one: water for the hills' }, after: { en: 'Water for all' } },
        },
        {
          ...{ section: 'nominee', field: 'summary', label: { en: 'Summary' }, messages: ['Say whom it reached.'] },
          before: 'It reached two hundred households.',
          after: 'It reached three hundred households.',
        },
      ],
      files: ['removed', 'added'].map((change, index) => ({
        ...{ change, field: 'certificate', label: { en: 'Certificate' }, size: 1000, type: 'application/pdf' },
        ...{ name: ['first.pdf', 'second.pdf'][index], hash: ['a', 'b'][index]?.repeat(64) },
        messages: ['The scan cannot be read.'],
      })),
      messages: [
        { field: 'summary', label: { en: 'Summary' }, message: 'Say whom it reached.', changed: true },
        { field: 'certificate', label: { en: 'Certificate' }, message: 'The scan cannot be read.', changed: true },
        { field: 'contact', label: { en: 'Contact' }, message: 'Name a person.', changed: false },
        {
          ...{ field: 'registered', label: { en: 'Registered in the country' }, changed: null },
          message: 'We could not find the registration.',
        },
      ],
    });
  });

  it('is shown the last change where no versions are named, and none that there is not', async () => {
    const { screener, otherApplicant, screenerAbroad } = played.people;
    const { body } = await screener.get<{ to: { version: number } }>(path(asked, 'changes'));
    expect(body.to.version).toBe(3);
    expect((await screener.get(path(asked, 'changes?from=1&to=9'))).status).toBe(404);
    for (const stranger of [otherApplicant, screenerAbroad])
      expect((await stranger.get(path(asked, 'changes'))).status).toBe(404);
  });
});

describe('a rejection', () => {
  let ids: string[];
  beforeAll(async () => {
    await open();
    const { applicant } = played.people;
    ids = [];
    for (const name of ['One', 'Two', 'Three', 'Four']) ids.push(await nominate(played, applicant, name));
    await closeNominations();
  });
  afterAll(() => api.close());

  it('is proposed by one person and confirmed by a second one', async () => {
    const [id = ''] = ids;
    const { screener, approver } = played.people;
    must(await screener.post(path(id, 'reject'), { reason }));
    expect(codeOf(await screener.post(path(id, 'reject'), { reason }))).toBe('second-person-needed');
    expect((await view(screener, id)).status).toBe('rejection-proposed');
    must(await approver.post(path(id, 'reject'), { reason }));
    const { status, objectUntil, zone } = await view(played.people.applicant, id);
    expect([status, zone]).toEqual(['rejected', 'Asia/Singapore']);
    expect(objectUntil).toMatch(/T15:59:59.000Z$/);
  });

  it('may be objected to by those who nominated, and the secretariat lets it stand', async () => {
    const [id = ''] = ids;
    const { applicant, otherApplicant, secretariat, screener } = played.people;
    const objection = { reason: 'The certificate was attached.' };
    expect(codeOf(await secretariat.post(path(id, 'uphold-rejection'), { reason }))).toBe('no-objection');
    expect(codeOf(await secretariat.post(path(id, 'readmit'), { reason }))).toBe('no-objection');
    expect((await screener.post(path(id, 'object'), objection)).status).toBe(403);
    expect((await otherApplicant.post(path(id, 'object'), objection)).status).toBe(404);
    must(await applicant.post(path(id, 'object'), objection));
    expect((await view(secretariat, id)).objection).toBe('open');
    expect(await tasksOf(secretariat)).toEqual([['settle-rejection', `/api/v1/nominations/${id}`]]);
    expect(codeOf(await applicant.post(path(id, 'object'), { reason: 'Another reason.' }))).toBe('objection-open');
    must(await secretariat.post(path(id, 'uphold-rejection'), { reason: 'It had expired.' }));
    expect(await tasksOf(secretariat)).toEqual([]);
    expect(codeOf(await secretariat.post(path(id, 'readmit'), { reason }))).toBe('objection-settled');
    expect(codeOf(await applicant.post(path(id, 'object'), { reason: 'Once more.' }))).toBe('objection-settled');
  });

  it('is undone where the objection is right: back to the desk, with the checks that were made', async () => {
    const [, id = ''] = ids;
    const { applicant, secretariat, screener, approver } = played.people;
    must(await screener.post(path(id, 'checks'), { item: 'in-time', outcome: 'passed' }));
    await reject(id);
    must(await applicant.post(path(id, 'object'), { reason: 'The certificate was attached.' }));
    must(await secretariat.post(path(id, 'readmit'), { reason: 'It is valid.' }));
    const found = await view(screener, id);
    expect([found.status, found.objection, found.objectUntil]).toEqual(['submitted', null, null]);
    expect(found.checklist.map(({ outcome }) => outcome)).toEqual(['passed', null]);
    must(await screener.post(path(id, 'checks'), { item: 'registered', outcome: 'passed' }));
    must(await approver.post(path(id, 'forward')));
  });

  it('is never settled by who proposed or confirmed it', async () => {
    const [, , id = ''] = ids;
    const { applicant, approver, screener } = played.people;
    await reject(id);
    must(await applicant.post(path(id, 'object'), { reason: 'We disagree.' }));
    for (const one of [screener, approver]) {
      const both = await api.grant('secretariat', { award: 'sample' }, one.personId ?? '');
      for (const act of ['readmit', 'uphold-rejection'])
        expect(codeOf(await both.post(path(id, act), { reason }))).toBe('own-rejection');
    }
  });

  it('because no correction came is no earlier than the end of its time, and there is nothing to undo before', async () => {
    const [, , , id = ''] = ids;
    const { acts, people } = played;
    const messages = [{ field: 'summary', message: 'Say whom it reached.' }];
    must(await people.screener.post(path(id, 'return'), { messages }));
    const { correctBy } = await view(people.screener, id);
    const lapse = { type: 'RejectNomination', data: { nominationId: id, reason: 'Not corrected in time.' } } as const;
    await expect(acts.nomination(lapse, by('process'))).rejects.toMatchObject({ code: 'not-due' });
    expect(new Date(correctBy ?? 0) > new Date()).toBe(true);
    expect(codeOf(await people.secretariat.post(path(id, 'readmit'), { reason }))).toBe('not-rejected');
  });
});

describe('a nomination that leaves', () => {
  let ids: string[];
  beforeAll(async () => {
    await open();
    ids = [];
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five'])
      ids.push(await nominate(played, played.people.applicant, name));
    await closeNominations();
  });
  afterAll(() => api.close());

  it('holds a slot of the quota once it is forwarded, and the next is refused when all are taken', async () => {
    await forwardAll(played, ...ids.slice(0, 3));
    expect(await quota()).toEqual({ used: 3, cap: 3 });
    const { screener, approver } = played.people;
    for (const item of ['in-time', 'registered'])
      must(await screener.post(path(ids[3] ?? '', 'checks'), { item, outcome: 'passed' }));
    expect(codeOf(await approver.post(path(ids[3] ?? '', 'forward')))).toBe('quota-full');
  });

  it('frees it when it is withdrawn or disqualified before the category is signed', async () => {
    const { applicant, secretariat, approver, screener } = played.people;
    must(await applicant.post(path(ids[0] ?? '', 'withdraw'), { reason: 'The project has ended.' }));
    expect(await quota()).toEqual({ used: 2, cap: 3 });
    must(await approver.post(path(ids[3] ?? '', 'forward')));
    expect((await screener.post(path(ids[1] ?? '', 'disqualify'), { reason })).status).toBe(403);
    must(await secretariat.post(path(ids[1] ?? '', 'disqualify'), { reason: 'The report was forged.' }));
    expect(await quota()).toEqual({ used: 2, cap: 3 });
    await forwardAll(played, ids[4] ?? '');
    expect(await quota()).toEqual({ used: 3, cap: 3 });
  });

  it('keeps it once the category is signed', async () => {
    const { people } = played;
    await signCountry(played, 'SG', { ngo: [ids[2] ?? '', ids[3] ?? '', ids[4] ?? ''] });
    must(await people.secretariat.post(path(ids[4] ?? '', 'disqualify'), { reason: 'The report was forged.' }));
    expect(await quota()).toEqual({ used: 3, cap: 3 });
  });

  it('is before its panel no more: it is neither scored, nor named, nor signed, and its sheets stay', async () => {
    const { cycleId, people, acts, definition } = played;
    const judges = await seatJudges(played, ['SG-ngo'], 'SG', 3);
    const group = await formPanel(played, 'SG', 'ngo', judges);
    const panel = `${cycleId}~${group}`;
    const [, , standing = '', fallen = ''] = ids;
    await assign(judges, [standing, fallen]);
    const judge = api.as(judges[0] ?? '');
    await acts.scorecard(fallen, judges[0] ?? '', sheetOf(definition, 'ngo', 4), by('judge', judges[0]));
    must(await people.secretariat.post(path(fallen, 'disqualify'), { reason: 'The report was forged.' }));
    const { body } = await people.secretariat.get<{ entries: { nominationId: string }[] }>(`/panels/${panel}`);
    expect(body.entries.map(({ nominationId }) => nominationId)).toEqual([standing]);
    const { scores } = sheetFor(2);
    const late = await api.as(judges[1] ?? '').post(`/scorecards/${fallen}~${judges[1]}~main/submit`, { scores });
    expect(codeOf(late)).toBe('entry-removed');
    const list = await judge.get<{ items: { nominationId: string }[] }>('/scorecards');
    expect(list.body.items.map(({ nominationId }) => nominationId)).toEqual([standing]);
    const kept = await judge.get<{ scores: unknown[] }>(`/scorecards/${fallen}~${judges[0]}~main`);
    expect(kept.body.scores).toHaveLength(2);
    expect((await loadState(api.db, nominationStream(fallen))).state.status).toBe('disqualified');
  });

  async function assign(judges: string[], entries: string[]) {
    const { cycleId, acts } = played;
    const panel = { cycleId, group: 'SG-ngo' };
    const pairs = entries.flatMap((nominationId) => judges.map((judgeId) => ({ nominationId, judgeId })));
    const { commandId: proposalId } = by('process');
    await acts.panel({ type: 'RequestAssignment', data: { ...panel, proposalId, pinned: [] } }, by('focal-point'));
    const proposed = { ...panel, proposalId, pairs, emptySeats: 0 };
    await acts.panel({ type: 'ProposeAssignment', data: proposed }, by('process'));
    await acts.panel({ type: 'ReleaseAssignment', data: panel }, by('focal-point'));
    const facts = { round: 'main', country: 'SG', category: 'ngo', dossierVersion: 1, criteria: ['impact', 'reach'] };
    for (const pair of pairs)
      await acts.scorecard(
        pair.nominationId,
        pair.judgeId,
        { type: 'AssignScorecard', data: { ...panel, ...pair, ...facts } },
        by('process'),
      );
  }
});

describe('a decision', () => {
  const sign = { type: 'SignDecision', data: { group: 'SG-private', signature: { kind: 'in-person' } } } as const;
  const outcome = { runnersUp: [], minutes: null, source: 'Sample minutes of the committee' };
  beforeAll(async () => {
    await open();
    await playScreening(played);
    await formPanel(played, 'SG', 'private', []);
  });
  afterAll(() => api.close());

  it('names nobody who has left since it was recorded: it is recorded again', async () => {
    const { cycleId, acts, firm, people } = played;
    const about = { cycleId, group: 'SG-private', ...outcome };
    const record = (laureates: string[]) =>
      acts.panel({ type: 'RecordOutsideDecision', data: { ...about, laureates } }, by('focal-point'));
    await record([firm]);
    must(await people.secretariat.post(path(firm, 'disqualify'), { reason: 'The report was forged.' }));
    const signing = { ...sign, data: { ...sign.data, cycleId } };
    await expect(acts.panel(signing, by('approver'))).rejects.toMatchObject({ code: 'entry-removed' });
    await expect(record([firm])).rejects.toMatchObject({ code: 'entry-removed' });
    await record([]);
    await acts.panel(signing, by('approver'));
  });

  it('once signed keeps its laureates: they are not disqualified any more, and the refusal names what revokes an award', async () => {
    const { people, ngo } = played;
    await playPaperDecision(played, 'ngo', ngo);
    const late = await people.secretariat.post(path(ngo, 'disqualify'), { reason: 'The report was forged.' });
    expect(codeOf(late)).toBe('decision-signed');
    expect(late.body.allowed).toEqual({ group: 'SG-ngo', command: 'RevokeAward' });
  });
});

const sheetFor = (points: number) => ({
  scores: ['impact', 'reach'].map((criterion) => ({ criterion, points, comment: 'As it is.' })),
});
