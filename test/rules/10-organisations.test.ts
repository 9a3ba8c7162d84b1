// Rule 10, organisations: one register across cycles, suggested matches, merging, the waiting period, earlier editions.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastPlace } from '../../db/event-store.ts';
import { waitFor } from '../../db/projections.ts';
import { publishedLaureates } from '../../db/read-models/published.ts';
import { by, contentOf, planSample, type Sample } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import {
  draftBy,
  type Played,
  playAnnouncement,
  playEndorsement,
  playNominations,
  playPaperDecision,
  playScreening,
} from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';

const form = sampleDefinition().form;
/** Asks for a registration number, and checks the waiting period of two editions. */
const definition = sampleDefinition('national', {
  form: {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: [...section.fields, { key: 'number', label: { en: 'Registration number' }, kind: 'text' as const }],
    })),
    registrationField: 'number',
  },
  checklist: [
    { key: 'in-time', label: { en: 'Submitted in time' } },
    { key: 'waiting', label: { en: 'No laureate within the waiting period' }, fact: 'waiting-period' },
  ],
});
const hour = 3_600;
const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };

type Match = { organisationId: string; names: object; certainty: string; because: string; score: number };
type Received = { id: string; matches: Match[]; type: string; detail: string };
type Nominee = {
  organisationId: string;
  names: object;
  earlier: { edition: number | null; basis: string }[];
  waiting: { status: string; editions: number; freeFrom: number | null };
  proposal: { item: string; outcome: string; reason: string } | null;
  matches: Match[];
  also: { country: string; category: string }[];
};
type Page<Row> = { items: Row[]; next: string | null };

let api: TestApi;
let secretariat: TestClient;
let auditor: TestClient;
const desk: { [role: string]: TestClient } = {};
const at = (role: string): TestClient => desk[role] ?? api.as(null);

beforeAll(async () => {
  api = await openTestApi(definition);
  secretariat = await api.grant('secretariat', { award: 'sample' });
  auditor = await api.grant('auditor', { award: 'sample' });
  for (const country of ['SG', 'MM'])
    for (const role of ['focal-point', 'screener', 'approver', 'applicant'] as const)
      desk[`${role} ${country}`] = await api.grant(role, { award: 'sample', country });
});
afterAll(() => api.close());

/** A cycle that takes nominations; every one is a further edition unless a number is named. */
async function openCycle(number = 6): Promise<Sample> {
  const sample = await planSample(api.db, definition, ['SG', 'MM'], lengths, {}, number);
  const { cycleId, acts } = sample;
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
  return sample;
}

type Put = { country?: string; category?: string; number?: string; who?: TestClient };

async function nominate(
  { cycleId }: Sample,
  name: object,
  { country = 'SG', category = 'ngo', number, who }: Put = {},
) {
  const person = who ?? at(`focal-point ${country}`);
  const { body: started } = await person.post(`/cycles/${cycleId}/nominations`, { country, category });
  const content = { name, title: { en: 'A sample initiative' }, ...(number !== undefined && { number }) };
  const { body: saved } = await person.put(`/drafts/nomination/${started.id}`, { baseVersion: 1, content });
  const { status, body } = await person.post<Received>(`/nominations/${started.id}/submit`, {
    draftVersion: saved.version,
  });
  expect(status, body.detail).toEqual(200);
  return { nominationId: started.id, matches: body.matches, person };
}

const nomineeOf = async (nominationId: string, who = at('screener SG')) =>
  (await who.get<Nominee>(`/nominations/${nominationId}/organisation`)).body;

async function register(names: object, rest: object = {}): Promise<string> {
  const { status, body } = await secretariat.post('/awards/sample/organisations', { country: 'SG', names, ...rest });
  expect(status, body.detail).toEqual(201);
  return body.id;
}

const recordAward = async (organisationId: string, edition: number | null, rest: object = {}) => {
  const award = { edition, year: edition === null ? null : 2011 + 2 * edition, country: 'SG', category: 'ngo' };
  const { status, body } = await secretariat.post('/awards/sample/history/laureates', {
    ...{ organisationId, ...award, basis: 'stated', sources: ['Sample newspaper'], ...rest },
  });
  expect(status, body.detail).toEqual(200);
};

async function toScreening({ cycleId, acts }: Sample): Promise<void> {
  for (const iso2 of ['SG', 'MM'])
    await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
}

describe('the register', () => {
  it('takes every organisation that is nominated, with its names by language and its registration number', async () => {
    const cycle = await openCycle();
    const names = { en: 'Lantern Village Trust', th: 'มูลนิธิหมู่บ้านโคมไฟ' };
    const { nominationId } = await nominate(cycle, names, { number: 'T 12/345' });
    const { organisationId } = await nomineeOf(nominationId);
    const { body } = await secretariat.get(`/organisations/${organisationId}`);
    expect(body).toMatchObject({
      ...{ organisationId, names, former: [], country: 'SG', merged: [], awards: [] },
      registration: { number: 'T 12/345', registrar: null, country: 'SG' },
      nominations: [{ nominationId, cycleId: cycle.cycleId, country: 'SG', category: 'ngo', status: 'submitted' }],
    });
  });

  it('follows a submission that is replaced', async () => {
    const cycle = await openCycle();
    const { nominationId, person } = await nominate(cycle, { en: 'Misspellt Watershed League' });
    const { body: saved } = await person.put(`/drafts/nomination/${nominationId}`, {
      baseVersion: 2,
      content: { name: { en: 'Misspelt Watershed League' }, title: { en: 'A sample initiative' } },
    });
    await person.post(`/nominations/${nominationId}/submit`, { draftVersion: saved.version });
    const { organisationId } = await nomineeOf(nominationId);
    const { body } = await secretariat.get(`/organisations/${organisationId}`);
    expect(body.names).toEqual({ en: 'Misspelt Watershed League' });
  });

  it('keeps a former name, with the day of the change, and finds the organisation by it', async () => {
    const organisationId = await register({ en: 'Old Quarry Cooperative' });
    const names = { en: 'Blue Lagoon Cooperative' };
    const renaming = { names, since: '2021-04-01', reason: 'Decided by its members.' };
    expect((await secretariat.post(`/organisations/${organisationId}/rename`, renaming)).status).toEqual(200);
    const { body } = await secretariat.get(`/organisations/${organisationId}`);
    expect(body).toMatchObject({ names, former: [{ names: { en: 'Old Quarry Cooperative' }, until: '2021-04-01' }] });
    const { body: found } = await secretariat.get<Page<{ organisationId: string }>>('/organisations?search=quarr');
    expect(found.items.map((row) => row.organisationId)).toEqual([organisationId]);
  });

  it('is searched in every script, and pages', async () => {
    const [first, second] = [await register({ th: 'เครือข่ายป่าชุมชนเหนือ' }), await register({ th: 'เครือข่ายป่าชุมชนใต้' })];
    const path = `/organisations?search=${encodeURIComponent('ป่าชุมชน')}&limit=1`;
    const { body: page } = await secretariat.get<Page<{ organisationId: string }>>(path);
    const { body: next } = await secretariat.get<Page<{ organisationId: string }>>(`${path}&cursor=${page.next}`);
    expect([...page.items, ...next.items].map((row) => row.organisationId)).toEqual([first, second].sort());
    expect(next.next).toEqual(null);
  });

  it('shows a country the public record and its own nominees, and nothing of another country', async () => {
    const cycle = await openCycle();
    const { nominationId } = await nominate(cycle, { en: 'Hidden Orchard Guild' });
    const { organisationId } = await nomineeOf(nominationId);
    const path = `/organisations/${organisationId}`;
    expect((await at('focal-point SG').get(path)).status).toEqual(200);
    expect((await at('focal-point MM').get(path)).status).toEqual(404);
    await recordAward(organisationId, 1);
    const { status, body } = await at('focal-point MM').get(path);
    expect({ status, nominations: body.nominations }).toEqual({ status: 200, nominations: [] });
  });

  it('refuses bad input, and names the field', async () => {
    const { status, body } = await secretariat.post('/awards/sample/organisations', {
      ...{ country: 'Singapore', names: {}, registration: { number: '' } },
    });
    expect(status).toEqual(400);
    expect((body.errors as { field: string }[]).map(({ field }) => field).sort()).toEqual([
      ...['country', 'names', 'registration.country', 'registration.number'],
    ]);
  });
});

describe('a likely duplicate', () => {
  it('is a question, not an error: the nomination is received, and the answer carries the matches', async () => {
    const known = await register({ en: 'Mangrove Coast Society', ms: 'Persatuan Pesisir Bakau' });
    await recordAward(known, 1);
    const cycle = await openCycle();
    const { nominationId, matches } = await nominate(cycle, { en: 'The Mangrove Coasts Society (MCS)' });
    expect(matches).toMatchObject([{ organisationId: known, certainty: 'likely', because: 'name' }]);
    expect((await nomineeOf(nominationId)).matches).toMatchObject([{ organisationId: known }]);
  });

  it('is asked about while the form is being filled in, of its editors alone', async () => {
    const known = await register({ en: 'Early Question Network' });
    await recordAward(known, 1);
    const { cycleId } = await openCycle();
    const person = at('applicant SG');
    const { body: started } = await person.post(`/cycles/${cycleId}/nominations`, { country: 'SG', category: 'ngo' });
    const content = { name: { en: 'Early Question Network' } };
    await person.put(`/drafts/nomination/${started.id}`, { baseVersion: 1, content });
    expect(await nomineeOf(started.id, person)).toMatchObject({
      ...{ organisationId: null, names: content.name, earlier: [], matches: [{ organisationId: known }] },
    });
    expect((await at('screener SG').get(`/nominations/${started.id}/organisation`)).status).toEqual(404);
  });

  it('is sure where number and country are the same, whatever the names', async () => {
    const known = await register(
      { en: 'Pepper Growers Union' },
      { registration: { number: 'AB-77 1', registrar: 'Registry of Societies', country: 'SG' } },
    );
    await recordAward(known, 2);
    const { matches } = await nominate(await openCycle(), { en: 'Something else altogether' }, { number: 'ab771' });
    expect(matches).toMatchObject([{ organisationId: known, certainty: 'sure', because: 'registration', score: 1 }]);
  });

  it('is found in Thai, whatever the legal form says', async () => {
    const known = await register({ th: 'สมาคมพัฒนาลุ่มน้ำปิง' });
    await recordAward(known, 2);
    const { matches } = await nominate(await openCycle(), { th: 'มูลนิธิพัฒนาลุ่มน้ำปิง' });
    expect(matches).toMatchObject([{ organisationId: known, certainty: 'likely' }]);
  });

  it('is answered with sameAs: both are one organisation from then on, and the answer may be changed', async () => {
    const [known, other] = [await register({ en: 'Silk Road Weavers' }), await register({ en: 'Silk Road Weaving' })];
    for (const one of [known, other]) await recordAward(one, 1);
    const { nominationId, person } = await nominate(await openCycle(), { en: 'Silk Road Weavers' });
    const path = `/nominations/${nominationId}/organisation`;
    const answer = await person.post<Received>(path, { sameAs: other });
    expect(answer).toMatchObject({ status: 200, body: { matches: [] } });
    expect((await nomineeOf(nominationId)).organisationId).toEqual(other);
    await person.post<Received>(path, { sameAs: known });
    expect(await nomineeOf(nominationId)).toMatchObject({ organisationId: known, matches: [] });
  });

  it('is answered with notTheSame, and is not asked again', async () => {
    const known = await register({ en: 'River Delta Fund' });
    await recordAward(known, 1);
    const { nominationId, person, matches } = await nominate(await openCycle(), { en: 'River Delta Fund' });
    expect(matches).toHaveLength(1);
    const path = `/nominations/${nominationId}/organisation`;
    const answer = await person.post<Received>(path, { notTheSame: [known] });
    expect(answer).toMatchObject({ status: 200, body: { matches: [] } });
    expect(await nomineeOf(nominationId)).toMatchObject({ matches: [] });
    const again = await person.post<Received>(`/nominations/${nominationId}/submit`, { draftVersion: 2 });
    expect(again.body.matches).toEqual([]);
  });

  it('may be answered only with an organisation that one knows of', async () => {
    const cycle = await openCycle();
    const abroad = await nominate(cycle, { en: 'Northern Rice Bank' }, { country: 'MM' });
    const { organisationId } = await nomineeOf(abroad.nominationId, at('screener MM'));
    const { nominationId, person, matches } = await nominate(cycle, { en: 'Northern Rice Bank' });
    expect(matches).toEqual([]);
    const { status, body } = await person.post(`/nominations/${nominationId}/organisation`, { sameAs: organisationId });
    expect({ status, errors: body.errors }).toEqual({
      status: 400,
      errors: [
        {
          field: 'sameAs',
          rule: `names ${organisationId}, which is no organisation that you know of`,
          code: 'organisation',
        },
      ],
    });
  });

  it('is shown for any entry of the register, the surest first', async () => {
    const registration = { number: '900', registrar: null, country: 'SG' };
    const sure = await register({ en: 'Unlike Any Other' }, { registration });
    const likely = await register({ en: 'Bamboo Bridge Alliance' });
    const { status, body } = await secretariat.post<Received>('/awards/sample/organisations', {
      ...{ country: 'SG', names: { en: 'Bamboo Bridge Alliance' }, registration },
    });
    expect(status).toEqual(201);
    expect(body.matches.map((match) => match.organisationId)).toEqual([sure, likely]);
    const { body: page } = await auditor.get<Page<Match>>(`/organisations/${body.id}/matches`);
    expect(page.items).toEqual(body.matches);
  });
});

describe('the same organisation nominated twice in a cycle', () => {
  it('is asked about where names or numbers are alike: the secretariat across countries, a country within', async () => {
    const cycle = await openCycle();
    const name = { en: 'Cross Border Beekeepers' };
    const here = [await nominate(cycle, name), await nominate(cycle, name, { category: 'private' })];
    const abroad = await nominate(cycle, name, { country: 'MM' });
    const path = `/cycles/${cycle.cycleId}/organisation-matches`;
    const asked = async (who: TestClient) => {
      const { body } = await who.get<Page<{ nominationId: string; matches: Match[] }>>(path);
      return body.items.map(({ nominationId, matches }) => [nominationId, matches.length]).sort();
    };
    const each = (ids: { nominationId: string }[], count: number) =>
      ids.map(({ nominationId }) => [nominationId, count]).sort();
    expect(await asked(secretariat)).toEqual(each([...here, abroad], 2));
    expect(await asked(at('screener SG'))).toEqual(each(here, 1));
    expect(await asked(at('screener MM'))).toEqual([]);
  });

  it('is shown to the secretariat, and to a country of its own nominations alone', async () => {
    const cycle = await openCycle();
    const known = await register({ en: 'Twice Named Association' });
    await recordAward(known, 1);
    for (const put of [{}, { category: 'private' }, { country: 'MM' }]) {
      const { nominationId, person } = await nominate(cycle, { en: 'Twice Named Association' }, put);
      await person.post(`/nominations/${nominationId}/organisation`, { sameAs: known });
    }
    const path = `/cycles/${cycle.cycleId}/repeated-organisations`;
    const placesFor = async (who: TestClient) => {
      const { body } = await who.get<Page<{ organisationId: string; nominations: { country: string }[] }>>(path);
      return body.items.map((row) => [row.organisationId, row.nominations.map(({ country }) => country).sort()]);
    };
    expect(await placesFor(secretariat)).toEqual([[known, ['MM', 'SG', 'SG']]]);
    expect(await placesFor(at('focal-point SG'))).toEqual([[known, ['SG', 'SG']]]);
    expect(await placesFor(at('focal-point MM'))).toEqual([]);
  });
});

describe('merging', () => {
  const merge = (from: string, into: string) =>
    secretariat.post(`/organisations/${from}/merge`, { into, reason: 'Its statutes say so.' });

  it('is the secretariat’s: every id leads to the entry that stays, with all names and awards', async () => {
    const [from, into] = [await register({ en: 'Hill Tribe Crafts' }), await register({ en: 'Highland Crafts' })];
    await recordAward(from, 3);
    expect((await merge(from, into)).status).toEqual(200);
    expect((await merge(from, into)).status).toEqual(200);
    const { body } = await secretariat.get(`/organisations/${from}`);
    expect(body).toMatchObject({
      ...{ organisationId: into, merged: [{ organisationId: from, names: { en: 'Hill Tribe Crafts' } }] },
      awards: [{ award: 'sample', edition: 3, basis: 'stated' }],
    });
    const { body: refused } = await secretariat.post(`/organisations/${from}/rename`, {
      ...{ names: { en: 'Hill Crafts' }, reason: 'A mistake.' },
    });
    expect(refused).toMatchObject({ type: '/problems/organisation-merged', allowed: { into } });
  });

  it('is taken back by separating', async () => {
    const [from, into] = [await register({ en: 'Sago Palm Circle' }), await register({ en: 'Sago Palm Ring' })];
    await merge(from, into);
    const separated = await secretariat.post(`/organisations/${from}/separate`, { reason: 'They are two.' });
    expect(separated.status).toEqual(200);
    expect((await secretariat.get(`/organisations/${from}`)).body.organisationId).toEqual(from);
    expect((await secretariat.get(`/organisations/${into}`)).body.merged).toEqual([]);
  });

  it('refuses an entry that is not there, itself, and one that was merged', async () => {
    const [one, other, third] = [
      await register({ en: 'Aa One' }),
      await register({ en: 'Bb Two' }),
      await register({ en: 'Cc Three' }),
    ];
    expect((await merge(one, one)).body.type).toEqual('/problems/same-organisation');
    expect((await merge(one, randomUUID())).status).toEqual(400);
    await merge(one, other);
    expect((await merge(third, one)).body).toMatchObject({
      type: '/problems/organisation-merged',
      allowed: { into: other },
    });
  });

  it('is not for those who nominate, where an entry is known from elsewhere', async () => {
    const { nominationId, person } = await nominate(await openCycle(), { en: 'Tin Mine Pioneers' });
    const { organisationId } = await nomineeOf(nominationId);
    await recordAward(organisationId, 2);
    const known = await register({ en: 'Tin Mine Pioneer' });
    await recordAward(known, 1);
    const { status, body } = await person.post(`/nominations/${nominationId}/organisation`, { sameAs: known });
    expect({ status, type: body.type }).toEqual({ status: 409, type: '/problems/organisation-established' });
  });
});

describe('the waiting period', () => {
  /** Laureate of edition 4: edition 6 is within two editions, edition 7 is not. */
  async function laureateOfFour(cycle: Sample) {
    const { nominationId } = await nominate(cycle, { en: `Salt Farmers ${randomUUID()}` });
    const { organisationId } = await nomineeOf(nominationId);
    await recordAward(organisationId, 4);
    return nominationId;
  }
  const check = (nominationId: string, item: string, rest: object) =>
    at('screener SG').post(`/nominations/${nominationId}/checks`, { item, ...rest });

  it('shows the screener the earlier awards, and proposes to fail the check', async () => {
    const nominationId = await laureateOfFour(await openCycle(6));
    expect(await nomineeOf(nominationId)).toMatchObject({
      earlier: [{ edition: 4, basis: 'stated' }],
      waiting: { status: 'within', editions: 2, freeFrom: 7 },
      proposal: { item: 'waiting', outcome: 'failed', reason: expect.stringContaining('edition 4') },
    });
  });

  it('is over after two editions', async () => {
    const nominationId = await laureateOfFour(await openCycle(7));
    expect(await nomineeOf(nominationId)).toMatchObject({ waiting: { status: 'free' }, proposal: null });
  });

  it('is unclear where no source states the edition', async () => {
    const { nominationId } = await nominate(await openCycle(6), { en: 'Undated Award Holders' });
    await recordAward((await nomineeOf(nominationId)).organisationId, null);
    expect(await nomineeOf(nominationId)).toMatchObject({ waiting: { status: 'unclear' }, proposal: null });
  });

  it('is passed by a person, with a note that says why, or not at all', async () => {
    const cycle = await openCycle(6);
    const nominationId = await laureateOfFour(cycle);
    await toScreening(cycle);
    const refused = await check(nominationId, 'waiting', { outcome: 'passed' });
    expect(refused).toMatchObject({
      status: 409,
      body: { type: '/problems/waiting-period', allowed: { item: 'waiting', freeFrom: 7 } },
    });
    expect((await check(nominationId, 'waiting', { outcome: 'failed' })).status).toEqual(200);
    const noted = { outcome: 'passed', note: 'The senior officials waived it: minutes of 3 May.' };
    expect((await check(nominationId, 'waiting', noted)).status).toEqual(200);
    expect((await check(nominationId, 'in-time', { outcome: 'passed' })).status).toEqual(200);
    expect((await at('approver SG').post(`/nominations/${nominationId}/forward`)).status).toEqual(200);
  });

  it('holds back a forwarding where the award came to light after the check', async () => {
    const cycle = await openCycle(6);
    const { nominationId } = await nominate(cycle, { en: 'Late Discovery Group' });
    await toScreening(cycle);
    for (const item of ['in-time', 'waiting'])
      expect((await check(nominationId, item, { outcome: 'passed' })).status).toEqual(200);
    await recordAward((await nomineeOf(nominationId)).organisationId, 5);
    const { body } = await at('approver SG').post(`/nominations/${nominationId}/forward`);
    expect(body.type).toEqual('/problems/waiting-period');
  });
});

type Recorded = {
  names: object;
  edition: number | null;
  country: string;
  category: string;
  basis: string;
  sources: string[];
};
type Edition = { number: number; laureateCount: number | null; named: number; slug: string | null; sources: string[] };

describe('earlier editions', () => {
  let ofRdpe: TestClient;
  beforeAll(async () => {
    ofRdpe = await api.grant('secretariat', { award: 'rdpe' });
  });
  const load = async () => (await ofRdpe.post('/awards/rdpe/history/load')).body;
  const all = async <Row>(path: string): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await api.as(null).get<Page<Row>>(`${path}?limit=5${cursor}`);
      rows.push(...body.items);
      if (body.next === null) return rows;
      cursor = `&cursor=${body.next}`;
    }
  };

  it('are loaded as the record has them, and loading again changes nothing', async () => {
    const first = await load();
    expect(first).toMatchObject({
      editions: 7,
      laureates: 16,
      organisations: { entered: 16, known: 0 },
      questions: [],
    });
    const places = async () => Number((await api.db.readPool.query('select count(*)::int as n from events')).rows[0].n);
    const before = await places();
    expect(await load()).toEqual({ ...first, organisations: { entered: 0, known: 16 } });
    expect(await places()).toEqual(before);
  });

  it('are public: how many laureates there were, and how many of them are named', async () => {
    const editions = await all<Edition>('/public/awards/rdpe/editions');
    expect(editions.map(({ number, laureateCount, named }) => [number, laureateCount, named])).toEqual([
      ...[
        [7, null, 0],
        [6, null, 3],
        [5, null, 5],
        [4, null, 1],
        [3, 20, 5],
        [2, null, 0],
        [1, 9, 1],
      ],
    ]);
    expect(editions.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  it('have their laureates with the source, and inferred ones are marked', async () => {
    const laureates = await all<Recorded>('/public/awards/rdpe/laureates');
    expect(laureates).toHaveLength(16);
    expect(laureates.filter(({ sources }) => sources.length === 0)).toEqual([]);
    expect(laureates.filter(({ basis }) => basis === 'inferred')).toHaveLength(8);
    expect(laureates.at(-1)).toMatchObject({ edition: null, country: 'VN' });
    expect(laureates.find(({ country, category }) => country === 'MM' && category === 'private-sector')).toMatchObject({
      names: { en: 'Myanma Awba Group', my: 'မြန်မာ့သြဘာလုပ်ငန်းစု' },
      printed: 'ျမန္မာ့ၾသဘာလုပ္ငန္းစု',
    });
  });

  it('are recorded one by one too, and again when more is known', async () => {
    const facts = { number: 7, year: 2025, place: 'Bangkok', host: 'TH', sources: ['Sample newspaper'] };
    const record = (laureateCount: number) => ofRdpe.post('/awards/rdpe/history/editions', { ...facts, laureateCount });
    expect((await record(20)).status).toEqual(200);
    expect((await record(19)).status).toEqual(200);
    const [edition] = await all<Edition>('/public/awards/rdpe/editions');
    expect(edition).toMatchObject({ number: 7, laureateCount: 19 });
    const { status, body } = await ofRdpe.post('/awards/rdpe/history/editions', { ...facts, sources: [] });
    expect(status).toEqual(400);
    expect((body.errors as { field: string }[]).map(({ field }) => field)).toEqual(['sources']);
  });

  it('are not there for an award without a record', async () => {
    expect((await secretariat.post('/awards/sample/history/load')).body.type).toEqual(
      '/problems/history-not-installed',
    );
  });

  describe('and a cycle of this system', () => {
    let here: TestApi;
    let played: Played;
    let organisationId: string;
    beforeAll(async () => {
      here = await openTestApi();
      played = await playNominations(here);
      await playScreening(played);
      const decided = [
        await playPaperDecision(played, 'ngo', played.ngo),
        await playPaperDecision(played, 'private', played.firm),
      ];
      await playEndorsement(played, decided);
      await playAnnouncement(played, ['country', 'laureate', 'press', 'public']);
      const { body } = await played.people.secretariat.get<Nominee>(`/nominations/${played.firm}/organisation`);
      organisationId = body.organisationId;
      await played.people.secretariat.post('/awards/sample/history/laureates', {
        ...{ organisationId, edition: 1, year: 2026, country: 'SG', category: 'private' },
        ...{ basis: 'inferred', sources: ['Sample newspaper'] },
      });
    });
    afterAll(() => here.close());
    const record = async () => {
      await waitFor(here.db, [publishedLaureates.name], await lastPlace(here.db), 10_000);
      return (await here.as(null).get<Page<Recorded>>('/public/awards/sample/laureates')).body.items;
    };

    it('stand in one list: what both know is shown once, as published', async () => {
      const items = await record();
      expect(items.map(({ category, basis }) => [category, basis])).toEqual([
        ['ngo', 'published'],
        ['private', 'published'],
      ]);
      const { body: editions } = await here.as(null).get<Page<Edition>>('/public/awards/sample/editions');
      expect(editions.items).toMatchObject([{ number: 1, named: 2, slug: expect.any(String) }]);
    });

    it('make a laureate wait alike, but not for an award that was revoked: its record stays', async () => {
      const { body: ngo } = await played.people.secretariat.get<Nominee>(`/nominations/${played.ngo}/organisation`);
      const next = await planSample(here.db, definition, ['SG'], lengths, {}, 2);
      const { cycleId, acts } = next;
      await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
      const nominationId = await draftBy(next, played.people.applicant, 'ngo');
      const again = { ...contentOf('again'), organisationId: ngo.organisationId };
      const data = { nominationId, cycleId, country: 'SG', category: 'ngo', ...again };
      await acts.nomination({ type: 'SubmitNomination', data }, by('applicant'));
      const status = async () => (await nomineeOf(nominationId, played.people.secretariat)).waiting.status;
      await record();
      expect(await status()).toEqual('within');
      const publicNote = { en: 'At its own request.' };
      const revoked = {
        cycleId: played.cycleId,
        group: 'SG-ngo',
        laureateId: played.ngo,
        reason: 'Sample.',
        publicNote,
      };
      await played.acts.panel({ type: 'RevokeAward', data: revoked }, by('secretariat'));
      const [first] = await record();
      expect(first).toMatchObject({ category: 'ngo', revoked: { note: publicNote } });
      expect(await status()).toEqual('free');
    });
  });
});
