// Rule 12, names and scripts: countries in protocol order, lists in the reader’s order, typed numbers and dates, Zawgyi.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePerson } from '../../db/people.ts';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { by, planSample } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { sampleDefinition } from '../support/samples.ts';

type Question = { field: string; kind: string; typed: string; suggested: string };
type Draft = {
  version: number;
  content: { [field: string]: unknown };
  questions: Question[];
  problems: { field: string; rule: string }[];
};
type Nomination = { content: { [field: string]: unknown }; originals: { [field: string]: string } };

const zawgyi = 'ေက်းရြာ';
const unicode = 'ကျေးရွာ';

/** The sample award with a form that asks for days, years and numbers, and an order of countries for texts in Thai. */
function definition(): AwardDefinition {
  const sample = sampleDefinition();
  const [section] = sample.form.sections;
  const more = [
    { key: 'since', label: { en: 'Since' }, kind: 'date' },
    { key: 'founded', label: { en: 'Founded in' }, kind: 'year' },
    { key: 'people', label: { en: 'People reached' }, kind: 'number' },
    { key: 'citation', label: { en: 'Citation' }, kind: 'text', limit: { words: 5, characters: 12 } },
  ];
  const names: { [iso2: string]: string } = { MM: 'เมียนมา', SG: 'สิงคโปร์', TH: 'ไทย', VN: 'เวียดนาม' };
  return AwardDefinition.parse({
    ...sample,
    countries: sample.countries.map((one) => ({ ...one, names: { en: one.names.en, th: names[one.iso2] } })),
    protocolOrder: { th: ['TH', 'MM', 'VN', 'SG'] },
    form: { ...sample.form, sections: [{ ...section, fields: [...(section?.fields ?? []), ...more] }] },
  });
}

let api: TestApi;
let cycleId: string;
let secretariat: TestClient;
let applicant: TestClient;

beforeAll(async () => {
  api = await openTestApi(definition());
  const hours = { nomination: 3_600, screening: 3_600, judging: 3_600, decision: 3_600 };
  const sample = await planSample(api.db, api.definition, ['SG', 'MM', 'TH'], hours);
  cycleId = sample.cycleId;
  await sample.acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  secretariat = await api.grant('secretariat', { award: 'sample' });
  applicant = await api.grant('applicant', { award: 'sample', country: 'MM' });
});
afterAll(() => api.close());

const good = { name: { en: 'Sample organisation' }, title: { en: 'Sample title' } };
async function start(content: object): Promise<{ path: string; nomination: string; draft: Draft }> {
  const { body } = await applicant.post(`/cycles/${cycleId}/nominations`, { country: 'MM', category: 'ngo' });
  const path = `/drafts/nomination/${body.id}`;
  const saved = await applicant.put<Draft>(path, { baseVersion: 1, content: { ...good, ...content } });
  expect(saved.status).toEqual(200);
  return { path, nomination: `/nominations/${body.id}`, draft: saved.body };
}
const refusal = ({ status, body }: { status: number; body: { [name: string]: unknown } }) => ({
  status,
  type: body.type,
  fields: (body.errors as { field: string; code: string }[]).map(({ field, code }) => `${field} ${code}`),
});

describe('countries', () => {
  const order = async (query: string) => {
    const { body } = await secretariat.get<{ items: { iso2: string }[] }>(`/cycles/${cycleId}/countries${query}`);
    return body.items.map(({ iso2 }) => iso2);
  };
  it('stand in protocol order: as the definition lists them, or as it says for texts in a language', async () => {
    expect(await order('')).toEqual(['MM', 'SG', 'TH']);
    expect(await order('?language=th')).toEqual(['TH', 'MM', 'SG']);
  });
  it('carry their official names in each language of the definition', async () => {
    const { body } = await secretariat.get<{ items: { names: object }[] }>(`/cycles/${cycleId}/countries`);
    expect(body.items[2]?.names).toEqual({ en: 'Thailand', th: 'ไทย' });
  });
  it('stand by name, where that is asked for, as the reader’s language sorts', async () => {
    expect(await order('?order=name')).toEqual(['MM', 'SG', 'TH']);
    // Thai sorts a vowel that stands before its consonant behind it: ไทย, เมียนมา, สิงคโปร์ by ท, ม, ส.
    expect(await order('?order=name&language=th')).toEqual(['TH', 'MM', 'SG']);
  });
  it('cannot be put in an order that leaves one out', () => {
    const broken = { ...definition(), protocolOrder: { th: ['TH', 'SG'] } };
    const { error } = AwardDefinition.safeParse(broken);
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'protocolOrder.th: must name each of MM, SG, TH, VN once',
    ]);
  });
});

describe('a list of people', () => {
  const thai = ['ไก่', 'เขียว', 'กล้วย', 'ขวัญ'];
  beforeAll(async () => {
    for (const name of thai) {
      const personId = await ensurePerson(api.db, { email: `${randomUUID()}@example.org`, name }, 'installation');
      await api.grant('auditor', { award: 'sample' }, personId);
    }
  });
  it('is sorted by the rules of the reader’s language, page by page', async () => {
    const seen: string[] = [];
    const first = '/members?role=auditor&language=th&limit=1';
    for (let path = first; ; ) {
      const { body } = await secretariat.get<{ items: { name: string }[]; next: string | null }>(path);
      seen.push(...body.items.map(({ name }) => name));
      if (body.next === null) break;
      path = `${first}&cursor=${body.next}`;
    }
    expect(seen).toEqual(['กล้วย', 'ไก่', 'ขวัญ', 'เขียว']);
  });
});

describe('a text with a limit', () => {
  it('is counted in words where its script has spaces, else in characters as people see them', async () => {
    const problems = async (citation: string) => (await start({ citation })).draft.problems.map(({ rule }) => rule);
    expect(await problems('five words and no more')).toEqual([]);
    expect(await problems('six words are one too many')).toEqual(['limit']);
    expect(await problems('น้ำเพื่อภูเขา')).toEqual([]);
    expect(await problems('น้ำเพื่อภูเขาและหมู่บ้านของเรา')).toEqual(['limit']);
  });
});

describe('a number, a day or a year', () => {
  it('may be typed in the digits of one’s own script', async () => {
    const typed = { people: '๑๒๐', founded: '၂၀၁၅', since: '២០១៥-០២-២៨' };
    const { draft, nomination } = await start(typed);
    expect([draft.content, draft.problems]).toEqual([{ ...good, ...typed }, []]);
    expect((await applicant.post(`${nomination}/submit`, { draftVersion: draft.version })).status).toEqual(200);
    const { body } = await secretariat.get<Nomination>(nomination);
    expect(body.content).toMatchObject({ people: 120, founded: 2015, since: '2015-02-28' });
  });
  it('of the Buddhist Era is asked about with both readings, and nothing is submitted before it is answered', async () => {
    const { path, nomination, draft } = await start({ since: '๒๕๖๖-๐๓-๐๑', founded: 2558 });
    expect(draft.questions).toEqual([
      { field: 'since', kind: 'buddhist-era', typed: '๒๕๖๖-๐๓-๐๑', suggested: '2023-03-01' },
      { field: 'founded', kind: 'buddhist-era', typed: '2558', suggested: '2015' },
    ]);
    expect(refusal(await applicant.post(`${nomination}/submit`, { draftVersion: draft.version }))).toEqual({
      status: 400,
      type: '/problems/form-incomplete',
      fields: ['since buddhist-era', 'founded buddhist-era'],
    });
    const answers = ['since', 'founded'].map((field) => ({ field, take: 'suggested' }));
    const answered = await applicant.post<Draft>(`${path}/answers`, { baseVersion: draft.version, answers });
    expect(answered.body.questions).toEqual([]);
    await applicant.post(`${nomination}/submit`, { draftVersion: answered.body.version });
    const { body } = await secretariat.get<Nomination>(nomination);
    expect(body.content).toMatchObject({ since: '2023-03-01', founded: 2015 });
    expect(body.originals).toEqual({ since: '๒๕๖๖-๐๓-๐๑', founded: '2558' });
  });
  it('may be meant as it was typed', async () => {
    const { path, draft } = await start({ founded: 2558 });
    const answers = [{ field: 'founded', take: 'typed' }];
    const { body } = await applicant.post<Draft>(`${path}/answers`, { baseVersion: draft.version, answers });
    expect([body.questions, body.problems, body.content.founded]).toEqual([[], [], 2558]);
  });
  it('in a cycle’s plan is refused, with the reading that may be meant', async () => {
    const plan = { award: 'sample', slug: 'be', number: 9, year: 2566, title: { en: 'Sample' }, zone: 'Asia/Bangkok' };
    const timetable = { opensAt: '2030-01-01' };
    const { status, body } = await secretariat.post('/cycles', { ...plan, countries: ['TH'], timetable });
    expect([status, body.detail]).toEqual([400, expect.stringContaining('Buddhist Era')]);
  });
});

describe('text typed in Zawgyi', () => {
  const name = { en: 'Sample organisation', my: zawgyi };

  it('is saved as typed, and asked about', async () => {
    const { draft } = await start({ name });
    expect(draft.content.name).toEqual(name);
    expect(draft.questions).toEqual([{ field: 'name.my', kind: 'zawgyi', typed: zawgyi, suggested: unicode }]);
  });
  it('keeps the form from being submitted until it is answered, by the field’s name', async () => {
    const { draft, nomination } = await start({ name });
    expect(refusal(await applicant.post(`${nomination}/submit`, { draftVersion: draft.version }))).toEqual({
      status: 400,
      type: '/problems/form-incomplete',
      fields: ['name.my zawgyi'],
    });
  });
  it('is converted on confirmation; what was submitted has Unicode, and the original is kept beside it', async () => {
    const { path, draft, nomination } = await start({ name });
    const answers = [{ field: 'name.my', take: 'suggested' }];
    const { body } = await applicant.post<Draft>(`${path}/answers`, { baseVersion: draft.version, answers });
    expect([body.content.name, body.questions]).toEqual([{ ...name, my: unicode }, []]);
    await applicant.post(`${nomination}/submit`, { draftVersion: body.version });
    const submitted = await secretariat.get<Nomination & { organisation: object }>(nomination);
    expect(submitted.body.organisation).toEqual({ ...name, my: unicode });
    expect(submitted.body.originals).toEqual({ 'name.my': zawgyi });
  });
  it('is asked about again when it is typed again', async () => {
    const { path, draft } = await start({ name });
    const answers = [{ field: 'name.my', take: 'typed' }];
    const kept = await applicant.post<Draft>(`${path}/answers`, { baseVersion: draft.version, answers });
    expect([kept.body.content.name, kept.body.questions]).toEqual([name, []]);
    const content = { ...good, name: { ...name, my: `${zawgyi} ${zawgyi}` } };
    const again = await applicant.put<Draft>(path, { baseVersion: kept.body.version, content });
    expect(again.body.questions).toHaveLength(1);
  });
  it('answered for a field that has no question is refused by its name, and so is a stale answer', async () => {
    const { path, draft } = await start({ name });
    const strange = { baseVersion: draft.version, answers: [{ field: 'title.en', take: 'suggested' }] };
    const refused = await applicant.post(`${path}/answers`, strange);
    expect([refused.status, refused.body.detail]).toEqual([400, 'answers.0.field: title.en has no open question']);
    const stale = { baseVersion: 1, answers: [{ field: 'name.my', take: 'suggested' }] };
    const moved = await applicant.post(`${path}/answers`, stale);
    expect([moved.status, moved.body.type]).toEqual([409, '/problems/draft-moved']);
  });
});

describe('the name of an organisation in the register', () => {
  it('typed in Zawgyi is asked about; renamed as suggested, it keeps the original as a former name', async () => {
    const entry = { country: 'MM', names: { my: zawgyi } };
    const { status, body } = await secretariat.post('/awards/sample/organisations', entry);
    expect([status, body.questions]).toEqual([
      ...[201, [{ field: 'names.my', kind: 'zawgyi', typed: zawgyi, suggested: unicode }]],
    ]);
    const renaming = { names: { my: unicode }, reason: 'Written in Unicode.' };
    const renamed = await secretariat.post(`/organisations/${body.id}/rename`, renaming);
    expect([renamed.status, renamed.body.questions]).toEqual([200, []]);
    const found = await secretariat.get(`/organisations/${body.id}`);
    expect(found.body.names).toEqual({ my: unicode });
    expect(JSON.stringify(found.body.former)).toContain(zawgyi);
  });
});

describe('the name of a person', () => {
  it('has an honorific, a full name in each script and one as printed, and never a first and a last', async () => {
    const names = { honorific: 'Daw', printedName: 'Daw Sample', names: { en: 'Daw Sample', my: unicode } };
    const { status, body } = await applicant.put('/me/name', { name: 'Sample', ...names });
    expect([status, body]).toEqual([200, { name: 'Sample', ...names, originals: {}, questions: [] }]);
    expect((await applicant.put('/me/name', { name: 'Sample', firstName: 'Daw' })).status).toEqual(400);
  });
  it('typed in Zawgyi is asked about and converted on confirmation, with the original kept', async () => {
    const named = { name: 'Sample', names: { my: zawgyi } };
    const asked = await applicant.put<{ questions: Question[] }>('/me/name', named);
    expect(asked.body.questions).toEqual([{ field: 'names.my', kind: 'zawgyi', typed: zawgyi, suggested: unicode }]);
    const answers = [{ field: 'names.my', take: 'suggested' }];
    const { body } = await applicant.put('/me/name', { ...named, answers });
    expect(body).toMatchObject({ names: { my: unicode }, originals: { 'names.my': zawgyi }, questions: [] });
  });
});
