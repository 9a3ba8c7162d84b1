// Papers over HTTP: the circulation note as PDF and DOCX, the signing sheet and the decision to sign by hand.
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, verifyDossiers } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { readPdf } from '../support/pdf.ts';
import {
  type Played,
  playNominations,
  playPaperDecisions,
  playPhases,
  playScreening,
} from '../support/played-cycle.ts';
import { scoringSample, sealSample, signSample } from '../support/scoring.ts';

let api: TestApi;
let played: Played;
let groups: string[];
beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  await playScreening(played);
  groups = await playPaperDecisions(played);
});
afterAll(() => api.close());

async function load(client: TestClient, path: string) {
  const response = await fetch(`${api.url}/api/v1${path}`, { headers: { 'x-person': client.personId ?? '' } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type'), bytes };
}
const pdf = async (client: TestClient, path: string) => {
  const { status, type, bytes } = await load(client, path);
  expect([status, type]).toEqual([200, 'application/pdf']);
  const { pages, outline } = await readPdf(bytes);
  return { words: pages.join(''), titles: outline.map(({ title }) => title) };
};

describe('the signing sheet', () => {
  it('names what is signed by its fingerprint, and leaves room for the hand', async () => {
    const { approver } = played.people;
    const path = `/cycles/${played.cycleId}/countries/SG/signing-sheet`;
    const sheet = await approver.get<{ categories: { sheet: string; nominations: { dossier: string }[] }[] }>(path);
    const { words, titles } = await pdf(approver, `${path}/pdf`);
    for (const category of sheet.body.categories)
      for (const fingerprint of [category.sheet, ...category.nominations.map(({ dossier }) => dossier)])
        expect(words).toContain(fingerprint);
    expect(titles).toEqual(['Signing sheet', 'Non-governmental organisations: signed', 'Private sector: signed']);
    expect((await pdf(approver, `${path}/pdf?language=th`)).titles[0]).toBe('ใบลงนามการเสนอชื่อ');
  });
});

describe('the decision', () => {
  it('is printed with whom it names, its source and lines to sign on', async () => {
    const { words, titles } = await pdf(played.people.approver, `/panels/${played.cycleId}~SG-ngo/decision/pdf`);
    expect(titles).toEqual(['Decision of the panel', 'Laureates', 'The record of the panel', 'Signatures']);
    for (const said of [
      'Sample minutes of the committee',
      `Sample ngo ${played.ngo}`,
      'taken on paper',
      'Signature and seal',
    ])
      expect(words).toContain(said);
  });

  it('names the entry that fewer sheets were enough for, and why', async () => {
    const sample = await scoringSample(api);
    const { cycleId, group, acts, entries } = sample;
    const lower = { cycleId, group, nominationId: entries[0] ?? '', minimum: 2, reason: 'Nobody else reads Burmese.' };
    await acts.panel({ type: 'LowerMinimum', data: lower }, by('secretariat'));
    await sealSample(sample, [5, 4, 2]);
    await signSample(sample);
    const { words, titles } = await pdf(played.people.secretariat, `/panels/${sample.panel}/decision/pdf`);
    expect(titles).toContain('Ranked on fewer sheets');
    expect(words).toContain('Sheets that were enough: 2. Nobody else reads Burmese.');
  });

  it('is not there before it is recorded', async () => {
    const other = await playNominations(api);
    const { status } = await load(other.people.secretariat, `/panels/${other.cycleId}~SG-ngo/decision/pdf`);
    expect(status).toBe(404);
  });
});

describe('the circulation note', () => {
  const path = () => `/cycles/${played.cycleId}/endorsement/note`;
  type Note = { fingerprint: string; fingerprints: { [group: string]: string } };

  it('is a draft until it is circulated, and the endorsers do not find it', async () => {
    expect((await load(played.people.endorser, `${path()}/pdf`)).status).toBe(404);
    expect((await load(played.people.endorser, `${path()}/docx`)).status).toBe(404);
    const { words } = await pdf(played.people.secretariat, `${path()}/pdf`);
    expect(words).toContain('A draft: nothing has been circulated yet.');
  });

  it('says the same on paper and in DOCX as it does as data, with its fingerprints', async () => {
    await playPhases(played);
    await verifyDossiers(played, groups);
    const asked = await played.people.secretariat.post(`/cycles/${played.cycleId}/endorsement/request`, {
      groups,
      dossiersVerified: true,
    });
    expect(asked.status).toBe(200);
    const { body } = await played.people.endorser.get<Note>(path());
    const { words, titles } = await pdf(played.people.endorser, `${path()}/pdf`);
    const { bytes, type } = await load(played.people.endorser, `${path()}/docx`);
    expect(type).toContain('wordprocessingml');
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const fingerprints = [body.fingerprint, ...Object.values(body.fingerprints)].filter((one) => one !== null);
    expect(fingerprints.length).toBeGreaterThan(0);
    for (const said of [
      ...fingerprints,
      `Sample ngo ${played.ngo}`,
      `Sample private ${played.firm}`,
      'Sample minutes',
    ]) {
      expect(words).toContain(said);
      expect(xml).toContain(said);
    }
    expect(titles.filter((title) => title.includes('Singapore'))).toHaveLength(2);
    expect((await pdf(played.people.endorser, `${path()}/pdf?language=th`)).titles.at(-1)).toBe('การตอบด้วยหนังสือ');
  });
});
