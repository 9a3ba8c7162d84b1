// Rule 2, where a form stands: until when it can be sent in, what it was given back for, and which papers are missing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { attach, formOf, must, nominate, save } from '../support/desk.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';

const base = sampleDefinition();
const certificate = { key: 'certificate', label: { en: 'Certificate' }, types: ['application/pdf'], maxBytes: 1e6 };
const definition = sampleDefinition('national', {
  form: { ...base.form, attachments: [certificate, { ...certificate, key: 'licence', required: true }] },
});
const plain = sampleDefinition();

let api: TestApi;
let played: Played;
beforeAll(async () => {
  api = await openTestApi(plain);
  played = await playNominations(api);
});
afterAll(() => api.close());

type Standing = { stage: string; open: boolean; until: string | null; zone: string; messages: object[] };
const standingOf = async (id: string) =>
  (await played.people.applicant.get<{ standing: Standing }>(`/drafts/nomination/${id}`)).body.standing;

describe('nominating', () => {
  type View = {
    country: string;
    languages: string[];
    categories: { category: string; open: boolean; quota: object | null }[];
  };
  it('tells the desk what is left of the quota, and applicants until when forms are taken', async () => {
    const { people, cycleId } = played;
    const path = `/cycles/${cycleId}/nominating`;
    const desk = (await people.focalPoint.get<View>(path)).body;
    expect([desk.country, desk.languages]).toEqual(['SG', ['en']]);
    expect(desk.categories.map(({ category, open, quota }) => [category, open, quota])).toEqual([
      ['ngo', true, { used: 0, cap: 3 }],
      ['private', true, { used: 0, cap: 3 }],
    ]);
    const own = (await people.applicant.get<View>(path)).body;
    expect(own.categories.map(({ open, quota }) => [open, quota])).toEqual([
      [true, null],
      [true, null],
    ]);
    expect((await people.secretariat.get(path)).status).toEqual(404);
    expect((await people.secretariat.get<View>(`${path}?country=MM`)).body.country).toEqual('MM');
  });
});

describe('a draft', () => {
  it('stands as draft, submitted, closed and returned, with its instants and the messages', async () => {
    const { people } = played;
    const { body } = await people.applicant.post(`/cycles/${played.cycleId}/nominations`, {
      country: 'SG',
      category: 'ngo',
    });
    const before = await standingOf(body.id);
    expect([before.stage, before.open, before.zone]).toEqual(['draft', true, 'Asia/Singapore']);
    expect(Date.parse(before.until ?? '')).toBeGreaterThan(Date.now());
    const id = await nominate(played, people.applicant, 'Sample Standing');
    expect(await standingOf(id)).toMatchObject({ stage: 'submitted', open: true, messages: [] });
    const draft = await people.applicant.post(`/cycles/${played.cycleId}/nominations`, {
      ...{ country: 'SG', category: 'ngo' },
    });
    const data = { cycleId: played.cycleId, iso2: 'SG', phase: 'nomination' } as const;
    await played.acts.country({ type: 'CloseCountryPhase', data }, by('approver'));
    expect(await standingOf(draft.body.id)).toMatchObject({ stage: 'draft', open: false });
    expect(await standingOf(id)).toMatchObject({ stage: 'submitted', open: false });
    const messages = [{ field: 'summary', message: 'Say how many households.' }];
    must(await people.screener.post(`/nominations/${id}/return`, { messages }));
    expect(await standingOf(id)).toMatchObject({ stage: 'returned', open: true, zone: 'Asia/Singapore', messages });
  });
});

describe('the lists', () => {
  it('show which required papers a draft lacks, which files never came, and drafts that were not submitted alone', async () => {
    const other = await openTestApi(definition);
    const there = await playNominations(other);
    const { applicant, focalPoint } = there.people;
    const { body } = await applicant.post(`/cycles/${there.cycleId}/nominations`, { country: 'SG', category: 'ngo' });
    type Rows = { items: { nominationId: string; details: { own: boolean; missingPapers: string[] } | null }[] };
    const drafts = await applicant.get<Rows>(`/cycles/${there.cycleId}/drafts?submitted=false`);
    expect(
      drafts.body.items.map(({ nominationId, details }) => [nominationId, details?.own, details?.missingPapers]),
    ).toEqual([[body.id, true, ['licence']]]);
    await attach(applicant, body.id, 'late.pdf', 'b'.repeat(64));
    const licence = { field: 'licence', name: 'l.pdf', size: 5, type: 'application/pdf', hash: 'c'.repeat(64) };
    await applicant.post(`/drafts/nomination/${body.id}/files`, licence);
    const draftVersion = await save(applicant, body.id, formOf('Sample Papers'));
    must(await applicant.post(`/nominations/${body.id}/submit`, { draftVersion }));
    const rows = await focalPoint.get<{ items: { nominationId: string; missingFiles: number }[] }>(
      `/cycles/${there.cycleId}/nominations`,
    );
    expect(rows.body.items.find(({ nominationId }) => nominationId === body.id)?.missingFiles).toEqual(2);
    await other.close();
  });
});
