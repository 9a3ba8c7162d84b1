// What anybody can check: heads, previews by audience, publication, and what each audience finds in its bundle.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bundle, Head } from '../../domain/verify/messages.ts';
import { verify } from '../../domain/verify/verify.ts';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { readPdf } from '../support/pdf.ts';
import { endorseSample, type Scoring, scoringSample, sealSample, signSample } from '../support/scoring.ts';

type View = { heads: Head[]; differs: boolean; leaves: number; published: { audience: string; hash: string }[] };
type Preview = { hash: string; bundles: { bundle: Bundle }[]; report: { ok: boolean; steps: { says: string }[] } };

let api: TestApi;
let sample: Scoring;
let secretariat: TestClient;
let auditor: TestClient;
let country: TestClient;
const names = ['Hill', 'River', 'Coast'];

beforeAll(async () => {
  api = await openTestApi();
  sample = await scoringSample(api, { names });
  secretariat = await api.grant('secretariat', { award: 'sample' });
  auditor = await api.grant('auditor', { award: 'sample' });
  country = await api.grant('focal-point', { award: 'sample', country: 'SG' });
});
afterAll(() => api.close());

const view = async () => (await secretariat.get<View>(`/panels/${sample.panel}/verification`)).body;
const preview = (audience: string) => secretariat.get<Preview>(`/panels/${sample.panel}/bundles/${audience}`);
const publish = (audience: string, hash: string) =>
  secretariat.post(`/panels/${sample.panel}/bundles/publish`, { audience, hash });
const proof = () => api.as(sample.member).get<Bundle>(`/scorecards/${sample.entries[0]}~${sample.member}~main/proof`);
const outcomes = (bundle: Bundle) => {
  const { ok, steps } = verify(JSON.stringify(bundle), { keys: [bundle.key], cycle: sample.cycleId });
  return { ok, ...Object.fromEntries(steps.map(({ step, outcome }) => [step, outcome])) };
};

describe('a panel', () => {
  it('has no signed head while it scores, and no proof for a judge', async () => {
    expect((await view()).heads).toEqual([]);
    expect((await proof()).body).toMatchObject({ type: '/problems/scoring-not-over' });
    expect((await preview('public')).body).toMatchObject({ type: '/problems/nothing-to-check' });
  });

  it('has one head once scoring is closed, the same at each look, and each judge a proof for the own sheets', async () => {
    await sealSample(sample, [5, 4, 2]);
    const { heads, differs } = await view();
    expect(heads.map(({ point }) => point)).toEqual(['scoring-closed']);
    expect(differs).toBe(false);
    expect((await view()).heads).toEqual(heads);
    const { body } = await proof();
    expect(outcomes(body)).toMatchObject({ ok: true, leaves: 'passed', sheets: 'passed' });
    expect(body.leaves.map(({ leaf }) => leaf.kind)).toEqual(['rules', 'sheet', 'sheet', 'sheet']);
    expect(new Set(body.leaves.flatMap(({ leaf }) => ('judge' in leaf ? leaf.judge : []))).size).toBe(1);
  });

  it('has a second head with the signature, which continues the first', async () => {
    await signSample(sample);
    const { heads } = await view();
    expect(heads.map(({ point }) => point)).toEqual(['scoring-closed', 'decision-signed']);
    const { body } = await auditor.get<Bundle>(`/panels/${sample.panel}/audit-bundle`);
    expect(body.heads).toEqual(heads);
    expect(outcomes(body)).toEqual({
      ok: true,
      ...Object.fromEntries(
        [
          ...['file', 'belongs', 'key', 'signature', 'heads', 'complete', 'leaves', 'growth'],
          ...['order', 'sheets', 'tally', 'decision', 'names'],
        ].map((step) => [step, 'passed']),
      ),
    });
  });
});

/** The country has endorsed, and the laureates are announced to everybody. */
async function announce({ acts, cycleId }: Scoring): Promise<void> {
  await endorseSample(sample);
  await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'announcement' } }, by('process'));
  const stages = [{ stage: 'public' as const, at: new Date(Date.now() - 1_000).toISOString() }];
  await acts.cycle({ type: 'PlanAnnouncement', data: { cycleId, stages } }, by('secretariat'));
  await acts.cycle({ type: 'PublishStage', data: { cycleId, stage: 'public' } }, by('process'));
}

describe('the printed decision', () => {
  it('holds the roots of the heads and the key', async () => {
    const chair = api.as(sample.chair);
    const paper = await fetch(`${api.url}/api/v1/panels/${sample.panel}/decision/pdf`, {
      headers: { 'x-person': chair.personId ?? '' },
    });
    const { pages } = await readPdf(new Uint8Array(await paper.arrayBuffer()));
    const text = pages.join('').replaceAll(/\s/g, '');
    const { heads } = await view();
    expect(heads).toHaveLength(2);
    for (const { root, key } of heads) for (const word of [root, key]) expect(text).toContain(word);
  });
});

describe('a bundle', () => {
  it('is looked at before it is published, and everybody gets no name but that of the laureate, and no sheet', async () => {
    const { body } = await preview('public');
    expect([body.bundles.length, body.report.ok]).toEqual([1, true]);
    const text = JSON.stringify(body.bundles[0]?.bundle);
    expect(names.filter((name) => text.includes(name))).toHaveLength(1);
    for (const secret of [...sample.judges, ...sample.entries, '"kind":"sheet"', '"kind":"score"', '"kind":"tally"'])
      expect(text).not.toContain(secret);
  });

  it('goes to a country of its own panel once it is signed, to nominees and to everybody when the laureates are public', async () => {
    const own = `/panels/${sample.panel}/country-bundle`;
    expect((await country.get(own)).status).toBe(404);
    const { body } = await preview('country');
    expect((await publish('country', body.hash)).status).toBe(200);
    const given = await country.get<Bundle>(own);
    expect(outcomes(given.body)).toMatchObject({ ok: true, tally: 'passed' });
    const everybody = await preview('public');
    expect((await publish('public', everybody.body.hash)).body).toMatchObject({ type: '/problems/not-public-yet' });
    await announce(sample);
    expect((await publish('public', 'f'.repeat(64))).body).toMatchObject({
      ...{ type: '/problems/bundle-moved', allowed: { hash: everybody.body.hash } },
    });
    for (const audience of ['public', 'nominee']) {
      const { hash } = (await preview(audience)).body;
      expect((await publish(audience, hash)).status).toBe(200);
    }
  });

  it('is there for everybody without signing in, with the key, and is what was looked at', async () => {
    const nobody = api.as(null);
    const list = await nobody.get<{ items: { hash: string; group: string; number: number }[] }>(
      `/public/cycles/${sample.cycleId}/bundles`,
    );
    const { hash } = (await view()).published.find(({ audience }) => audience === 'public') ?? { hash: '' };
    expect(list.body.items).toMatchObject([{ group: 'SG-ngo', number: 1, hash }]);
    const { body } = await nobody.get<Bundle>(`/public/bundles/${hash}`);
    const keys = await nobody.get<{ items: { key: string }[] }>('/public/signing-keys');
    expect(keys.body.items.map(({ key }) => key)).toEqual([body.key]);
    expect(outcomes(body)).toMatchObject({ ok: true, tally: 'unchecked', decision: 'unchecked', names: 'passed' });
  });

  it('gives a nominee its own name alone, and an auditor the names behind the pseudonyms until they are erased', async () => {
    const applicant = await ownerOf(sample.entries[1] ?? '');
    const { body } = await applicant.get<Bundle>(`/nominations/${sample.entries[1]}/bundle`);
    expect(outcomes(body).ok).toBe(true);
    expect(body.names).toHaveLength(1);
    const contact = await api.grant('laureate-contact', { laureate: sample.entries[1] ?? '' });
    expect((await contact.get<Bundle>(`/nominations/${sample.entries[1]}/bundle`)).body).toEqual(body);
    expect((await contact.get(`/nominations/${sample.entries[0]}/bundle`)).status).toEqual(404);
    type Names = { items: { judge: string; name: string | null; salt: string | null; commitment: string }[] };
    const before = (await auditor.get<Names>(`/panels/${sample.panel}/judge-names`)).body.items;
    expect(before).toHaveLength(3);
    const heads = (await view()).heads;
    await erase(sample.member);
    const after = (await auditor.get<Names>(`/panels/${sample.panel}/judge-names`)).body.items;
    expect(after.filter(({ name, salt }) => name === null && salt === null)).toHaveLength(1);
    expect(after.map(({ commitment }) => commitment)).toEqual(before.map(({ commitment }) => commitment));
    expect(await view()).toMatchObject({ heads, differs: false });
  });

  it('is published in the sight of all: the history says who did it', async () => {
    const published = async () => {
      const { body } = await auditor.get<{ items: { type: string }[] }>(`/panels/${sample.panel}/history`);
      return body.items.filter(({ type }) => type === 'BundlePublished').length;
    };
    await expect.poll(published).toEqual(3);
  });

  it('is withdrawn with a reason: it stays on record, and its address says why it is gone', async () => {
    const nobody = api.as(null);
    const { hash } = (await view()).published.find(({ audience }) => audience === 'public') ?? { hash: '' };
    const reason = 'A name in it was wrong.';
    const withdraw = () =>
      secretariat.post(`/panels/${sample.panel}/bundles/withdraw`, { audience: 'public', hash, reason });
    expect((await withdraw()).status).toEqual(200);
    const gone = await nobody.get<{ type: string; allowed: { reason: string } }>(`/public/bundles/${hash}`);
    expect([gone.status, gone.body.type, gone.body.allowed]).toEqual([410, '/problems/bundle-withdrawn', { reason }]);
    const list = await nobody.get<{ items: object[] }>(`/public/cycles/${sample.cycleId}/bundles`);
    expect(list.body.items).toEqual([]);
    const told = (await view()).published.find(({ audience }) => audience === 'public');
    expect(told).toMatchObject({ hash, withdrawn: { reason } });
    const again = await secretariat.post(`/panels/${sample.panel}/bundles/publish`, { audience: 'public', hash });
    expect([again.status, (await nobody.get(`/public/bundles/${hash}`)).status]).toEqual([200, 200]);
    const unknown = { audience: 'public', hash: 'a'.repeat(64), reason };
    const none = await secretariat.post(`/panels/${sample.panel}/bundles/withdraw`, unknown);
    expect([none.status, none.body.type]).toEqual([409, '/problems/not-published']);
  });
});

async function ownerOf(nominationId: string): Promise<TestClient> {
  const client = await api.grant('applicant', { award: 'sample', country: 'SG' });
  await api.db.read
    .updateTable('drafts')
    .set({ editors: [client.personId ?? ''] })
    .where('subject_id', '=', nominationId)
    .execute();
  return client;
}

async function erase(personId: string): Promise<void> {
  const known = { person_id: personId, email: `${personId}@example.org`, name: 'Sample judge' };
  await api.db.read
    .insertInto('people')
    .values(known)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await api.db.read
    .updateTable('people')
    .set({ erased_at: new Date(), name: '', email: '' })
    .where('person_id', '=', personId)
    .execute();
}
