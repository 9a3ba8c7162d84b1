// Regional judging over HTTP: it is the secretariat's, and a country learns of results when it is told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwardDefinition } from '../../domain/award-definition.ts';
import {
  by,
  formPanel,
  passScreening,
  planSample,
  type Sample,
  seatJudges,
  signCountry,
  submit,
} from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { sampleDefinition } from '../support/samples.ts';

const base = sampleDefinition('regional');
const definition = AwardDefinition.parse({ ...base, judging: { ...base.judging, conflictScope: 'country' } });
const countries = ['MM', 'SG'];
const hour = 3600;

let api: TestApi;
let sample: Sample;
let secretariat: TestClient;
let second: TestClient;
let focal: TestClient;
let judges: string[];
/** Entries by country. */
let entries: { [iso2: string]: string };
let panel: string;

beforeAll(async () => {
  api = await openTestApi(definition);
  sample = await planSample(api.db, definition, countries, {
    ...{ nomination: hour, screening: hour, judging: hour, decision: hour },
  });
  secretariat = await api.grant('secretariat', { award: 'sample' });
  second = await api.grant('secretariat', { award: 'sample' });
  focal = await api.grant('focal-point', { award: 'sample', country: 'SG' });
  entries = await screened(sample);
  const homes = ['SG', 'MM', 'TH'];
  judges = (await Promise.all(homes.map((home) => seatJudges(sample, ['ngo'], home, 1)))).flat();
  await formPanel(sample, null, 'ngo', judges);
  panel = `/panels/${sample.cycleId}~ngo`;
});
afterAll(() => api.close());

async function screened({ cycleId, acts }: Sample) {
  const turn = (type: 'OpenPhase' | 'ClosePhase', phase: 'nomination' | 'screening' | 'judging') =>
    acts.cycle({ type, data: { cycleId, phase } }, by('process'));
  await turn('OpenPhase', 'nomination');
  const found: { [iso2: string]: string } = {};
  for (const iso2 of countries) {
    found[iso2] = await submit(sample, iso2, 'ngo');
    await acts.country({ type: 'CloseCountryPhase', data: { cycleId, iso2, phase: 'nomination' } }, by('approver'));
  }
  await turn('ClosePhase', 'nomination');
  await turn('OpenPhase', 'screening');
  for (const [iso2, nominationId] of Object.entries(found)) {
    await passScreening(sample, nominationId);
    await signCountry(sample, iso2, { ngo: [nominationId] });
  }
  await turn('ClosePhase', 'screening');
  await turn('OpenPhase', 'judging');
  return found;
}

describe('the judges of a regional panel', () => {
  it("are the secretariat's: a focal point neither invites nor sees them, compatriots too", async () => {
    const path = `/cycles/${sample.cycleId}/judges`;
    const invitation = { email: 'one@example.org', name: 'Sample judge', groups: ['ngo'], country: 'SG' };
    expect((await focal.post(path, invitation)).body.type).toEqual('/problems/secretariat-only');
    expect((await secretariat.post(path, invitation)).status).toEqual(201);
    expect((await focal.get(path)).body).toEqual({ items: [], next: null });
    expect((await focal.get(`${path}/${judges[0]}`)).status).toEqual(404);
    expect((await focal.get(panel)).status).toEqual(404);
  });

  it('do not see the entry of their own country, where the award counts that as a conflict', async () => {
    const seen = async (judge = '') => JSON.stringify((await api.as(judge).get(panel)).body);
    const { SG = '', MM = '' } = entries;
    const [ofSG, ofMM, ofTH] = await Promise.all(judges.map(seen));
    expect(ofSG).not.toContain(SG);
    expect(ofSG).toContain(MM);
    expect(ofMM).not.toContain(MM);
    expect(ofTH).toContain(SG);
    expect(ofTH).toContain(MM);
    const board = async (judge = '') => JSON.stringify((await api.as(judge).get(`${panel}/board`)).body);
    expect(await board(judges[0])).not.toContain(SG);
  });
});

describe('the laureates of a regional panel', () => {
  it('are kept from their country until a stage is published', async () => {
    const outcome = { laureates: [entries.SG], source: 'Minutes of the regional panel' };
    expect((await focal.post(`${panel}/outside-decision`, outcome)).status).toEqual(404);
    expect((await secretariat.post(`${panel}/outside-decision`, outcome)).status).toEqual(200);
    const signature = { kind: 'in-person' };
    expect((await secretariat.post(`${panel}/sign`, { signature })).body.type).toEqual(
      '/problems/second-person-needed',
    );
    const code = await api.codeFor(second.personId);
    expect((await second.post(`${panel}/sign`, { signature, code })).status).toEqual(200);
    const list = `/cycles/${sample.cycleId}/laureates`;
    const ids = async (client: TestClient) =>
      (await client.get<{ items: { laureateId: string }[] }>(list)).body.items.map(({ laureateId }) => laureateId);
    expect([await ids(secretariat), await ids(focal)]).toEqual([[entries.SG], []]);
    const [laureateId, receiver] = [entries.SG, { how: 'absent' }];
    const asked = async (client: TestClient) => [
      (await client.get(`/laureates/${laureateId}`)).status,
      (await client.post(`/cycles/${sample.cycleId}/ceremony/${laureateId}/receiver`, receiver)).status === 404,
      (await client.post(`${panel}/laureates/${laureateId}/contact`, { email: 'a@example.org', name: 'A' })).status ===
        404,
    ];
    expect(await asked(focal)).toEqual([404, true, true]);
    const shown = { laureate_id: entries.SG ?? '', cycle_id: sample.cycleId, country: 'SG', category: 'ngo' };
    await api.db.read
      .insertInto('published_laureates')
      .values({ ...shown, organisation: '{}', stage: 'country', published_at: new Date() })
      .execute();
    expect(await ids(focal)).toEqual([entries.SG]);
    expect(await asked(focal)).toEqual([200, false, false]);
  });
});
