// The booklet of an entry: bookmarked, with its attachments, light without them, and blind where the award is.
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by } from '../support/acts.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { pngOf, readPdf } from '../support/pdf.ts';
import { draftBy, type Played, playAssignment, playNominations, playScreening } from '../support/played-cycle.ts';
import { sampleDefinition } from '../support/samples.ts';
import { scoringSample } from '../support/scoring.ts';
import { facts, sendFile, sending } from '../support/uploads.ts';

const types = ['application/pdf', 'image/png', 'text/plain'];
const attachment = (key: string, label: string) => ({
  ...{ key, label: { en: label, th: `${label} (ไทย)` }, types, maxBytes: 1e6, maxCount: 3, required: false },
});
const base = sampleDefinition();
const definitionOf = (nominee: boolean) =>
  sampleDefinition('national', {
    form: { ...base.form, attachments: [attachment('report', 'Yearly report'), attachment('photo', 'Photograph')] },
    judging: { ...base.judging, blind: { nominee, nominator: nominee } },
  });

type Setting = { api: TestApi; played: Played; entry: string; judge: TestClient; outsider: TestClient };
let open: Setting;
let blind: Setting;
beforeAll(async () => {
  [open, blind] = await Promise.all([play(false), play(true)]);
});
afterAll(() => Promise.all([open.api.close(), blind.api.close()]));

async function pdfOf(pages: number): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) made.addPage([300, 400]);
  return made.save();
}

const answers = {
  name: { en: 'Sample *Weavers* #panic("x")', th: 'กลุ่มทอผ้าสมมุติ' },
  title: { en: 'Looms for all', th: 'หูกทอผ้า', km: 'ភាសា' },
};

/** An entry with a report of three pages, a picture, a text, and a PDF that is none; three judges are to score it. */
async function play(nominee: boolean): Promise<Setting> {
  const api = await openTestApi(definitionOf(nominee));
  const played = await playNominations(api);
  const { applicant } = played.people;
  const entry = await draftBy(played, applicant, 'ngo');
  const files: [string, string, Uint8Array][] = [
    ['photo', 'weavers-of-sample.png', pngOf(40, 30)],
    ['report', 'report-of-weavers.pdf', await pdfOf(3)],
    ['report', 'locked-weavers.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Broken true\n%%EOF\n')],
    ['photo', 'words-of-weavers.txt', Buffer.from('Some words.')],
  ];
  for (const [field, name, bytes] of files) {
    const file = { ...facts(bytes), field, name, type: typeOf(name) };
    const { body } = await applicant.post<{ files: { fileId: string; hash: string }[] }>(
      `/drafts/nomination/${entry}/files`,
      file,
    );
    const fileId = body.files.find(({ hash }) => hash === file.hash)?.fileId ?? '';
    await sendFile(sending(api, applicant), fileId, bytes);
  }
  const draft = `/drafts/nomination/${entry}`;
  const { version } = (await applicant.get<{ version: number }>(draft)).body;
  const saved = await applicant.put<{ version: number }>(draft, { baseVersion: version, content: answers });
  const submitted = await applicant.post(`/nominations/${entry}/submit`, { draftVersion: saved.body.version });
  expect(submitted.status).toBe(200);
  const mine = { ...played, ngo: entry };
  await playScreening(mine);
  const [, , judge = ''] = await playAssignment(mine, 3);
  const outsider = await api.grant('auditor', { award: api.definition.key });
  return { api, played, entry, judge: api.as(judge), outsider };
}
const typeOf = (name: string) =>
  name.endsWith('.pdf') ? 'application/pdf' : name.endsWith('.png') ? 'image/png' : 'text/plain';

type Sizes = {
  full: { bytes: number; pages: number; url: string };
  light: { bytes: number; pages: number; url: string };
  leftOut: { name: string }[];
};
const sizes = async ({ judge, entry }: Setting, query = '') =>
  (await judge.get<Sizes>(`/nominations/${entry}/booklet${query}`)).body;

async function load({ api, judge }: Setting, url: string) {
  const response = await fetch(`${api.url}${url}`, { headers: { 'x-person': judge.personId ?? '' } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { ...(await readPdf(bytes)), disposition: response.headers.get('content-disposition') ?? '' };
}

describe('a booklet', () => {
  it('has a bookmark for each section, answer and attachment, which lead to the pages of the attachments', async () => {
    const { full, leftOut } = await sizes(open);
    const { outline, pages, size } = await load(open, full.url);
    expect([size, pages.length]).toEqual([full.bytes, full.pages]);
    const at = (title: string) => outline.find((one) => one.title === title)?.page ?? 0;
    expect(outline[0]).toEqual({ title: 'Looms for all', page: 1 });
    const attached = [
      at('Attachments'),
      at('Yearly report: report-of-weavers.pdf'),
      at('Photograph: weavers-of-sample.png'),
    ];
    expect(attached).toEqual([2, 3, 8]);
    expect(pages).toHaveLength(8);
    expect(leftOut.map(({ name }) => name).sort()).toEqual(['locked-weavers.pdf', 'words-of-weavers.txt']);
    expect(pages[at('Yearly report: locked-weavers.pdf') - 1]).toContain('This file cannot be shown here.');
  });

  it('gives every answer in each language that it was given in, as it was written', async () => {
    const { pages } = await load(open, (await sizes(open)).full.url);
    for (const words of ['Sample *Weavers* #panic("x")', 'กลุ่มทอผ้าสมมุติ', 'Looms for all', 'ភាសា'])
      expect(pages[0]).toContain(words);
  });

  it('is light without its attachments, which it lists with their sizes', async () => {
    const { full, light } = await sizes(open);
    const { pages } = await load(open, light.url);
    expect([pages.length, light.pages, light.bytes < full.bytes]).toEqual([2, 2, true]);
    for (const name of ['report-of-weavers.pdf', 'weavers-of-sample.png', 'words-of-weavers.txt'])
      expect(pages[1]).toContain(name);
  });

  it("is in the reader's language", async () => {
    const { full } = await sizes(open, '?language=th');
    const { outline } = await load(open, full.url);
    expect(outline.map(({ title }) => title)).toContain('Yearly report (ไทย): report-of-weavers.pdf');
    expect(outline[0]?.title).toBe('หูกทอผ้า');
  });

  it('holds no name, no file and no name of a file where the award is judged blind', async () => {
    const { full, light, leftOut } = await sizes(blind);
    const { pages, disposition } = await load(blind, full.url);
    expect([leftOut, full.pages, light.pages]).toEqual([[], 1, 1]);
    expect(pages[0]).toContain('This award is judged without names');
    expect(pages[0]).toContain('Looms for all');
    for (const words of ['Weavers', 'กลุ่มทอผ้า', 'weavers'])
      expect(`${pages.join('')} ${disposition}`).not.toContain(words);
  });

  it('is closed to a judge who has not said that no conflict stands in between', async () => {
    const { member, entries } = await scoringSample(open.api, { cleared: false });
    for (const path of ['booklet', 'booklet/pdf']) {
      const { status, body } = await open.api.as(member).get(`/nominations/${entries[0]}/${path}`);
      expect([status, body.type]).toEqual([403, '/problems/conflicts-not-declared']);
    }
  });

  it('is not there once a conflict is declared, and never for others', async () => {
    const { judge, entry, played } = blind;
    const conflict = { nominationId: entry, kind: 'family', reason: 'A cousin weaves there.' } as const;
    await played.acts.judge(
      { type: 'DeclareConflict', data: { ...conflict, cycleId: played.cycleId, judgeId: judge.personId ?? '' } },
      by('judge', judge.personId ?? ''),
    );
    for (const path of ['booklet', 'booklet/pdf'])
      expect((await judge.get(`/nominations/${entry}/${path}`)).status).toBe(404);
    expect((await blind.outsider.get(`/nominations/${entry}/booklet`)).status).toBe(403);
  });
});
