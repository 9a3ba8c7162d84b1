// Searching over all that somebody handles: by name, and no further than they may see.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

type Hit = { kind: string; id: string; names: { [language: string]: string }; detail: string | null };
let api: TestApi;
let played: Played;

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
});
afterAll(() => api.close());

const find = async (client: TestClient, text: string) =>
  (await client.get<{ items: Hit[] }>(`/search?text=${encodeURIComponent(text)}`)).body.items;
const wordOf = (nominationId: string) => nominationId.split('-')[0] ?? '';

describe('Search', () => {
  it('finds nominations by the beginnings of their organisations’ names', async () => {
    const { ngo, people } = played;
    for (const client of [people.secretariat, people.auditor, people.screener])
      expect((await find(client, `sample ${wordOf(ngo)}`)).filter(({ kind }) => kind === 'nomination')).toMatchObject([
        { id: ngo, detail: 'submitted' },
      ]);
  });
  it('finds nothing of another country’s, nor what an officer keeps away from', async () => {
    const { ngo, people } = played;
    expect(await find(people.screenerAbroad, wordOf(ngo))).toEqual([]);
    const declared = await people.secretariat.post(`/nominations/${ngo}/officer-conflict`, {
      kind: 'family',
      reason: 'A relative works there.',
    });
    expect(declared.status).toEqual(200);
    expect((await find(people.secretariat, wordOf(ngo))).filter(({ kind }) => kind === 'nomination')).toEqual([]);
  });
  it('finds people for offices and for their own focal point, by a part of the name', async () => {
    const { people } = played;
    await api.grant('screener', { award: 'sample', country: 'MM' }, await api.person('Daw 100% Sample_Screener'));
    const names = async (client: TestClient) => (await find(client, '100% sample_s')).map(({ names: { und } }) => und);
    expect(await names(people.secretariat)).toEqual(['Daw 100% Sample_Screener']);
    expect(await names(people.focalPointAbroad)).toEqual(['Daw 100% Sample_Screener']);
    expect([await names(people.focalPoint), await names(people.screenerAbroad)]).toEqual([[], []]);
  });
  it('asks for two signs at least', async () => {
    expect((await played.people.secretariat.get('/search?text=a')).status).toEqual(400);
  });
});
