// A mission report as a Word document, out and back: what was edited is told part by part, and nothing is lost.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeReportDocx } from '../../documents/reports/docx.ts';
import { openReport } from '../../documents/reports/prefill.ts';
import { readReportDocx } from '../../documents/reports/read-docx.ts';
import { inDigits } from '../../documents/reports/style.ts';
import type { ReportContent } from '../../domain/report/messages.ts';
import { takeBack } from '../../domain/report/taking.ts';
import { documentOf, editDocx, headingsOf } from '../support/form-samples.ts';
import { pngOf } from '../support/pdf.ts';
import { ids } from '../support/samples.ts';
import { thaiRecord } from '../support/thai-report.ts';
import { putPictures } from '../support/word-pictures.ts';

const picture = {
  id: 'own-picture',
  kind: 'picture',
  fileId: ids.proposal(1),
  caption: 'Sample & caption',
  credit: 'Sample',
} as const;
const opened = openReport(thaiRecord());
const content: ReportContent = { ...opened, parts: [...opened.parts, picture] };
const bound = { forumId: ids.forum, country: 'TH', version: 3, face: 'sarabun' } as const;
const write = (of = content) =>
  writeReportDocx(of, bound, [{ key: picture.fileId, type: 'image/png', bytes: new Uint8Array(pngOf(60, 40)) }]);

function read(bytes: Buffer) {
  const found = readReportDocx(bytes);
  if ('fault' in found) throw new Error(found.what);
  return found;
}
const back = async (edit: (xml: string) => string, newest = content, of = content) =>
  takeBack(of, newest, textsOf(read(await editDocx(await write(of), edit))), (text) => inDigits(text, of.digits));
/** Without the pictures: whoever asks knows which of them are the report's own. */
const textsOf = (found: ReturnType<typeof read>) => ({
  ...found,
  loose: found.loose.filter((one) => one.picture === undefined),
});
const outcomes = ({ changes }: Awaited<ReturnType<typeof back>>) =>
  changes.map(({ id, outcome, after }) => [id, outcome, after]);
const textOf = ({ parts }: ReportContent, id: string) => {
  const part = parts.find((one) => one.id === id);
  return part !== undefined && part.kind !== 'picture' ? part.text : undefined;
};
/** The paragraph with these words of a control's tag. */
const fill = (tag: string, from: string, to: string) => (xml: string) => {
  const at = xml.indexOf(`<w:tag w:val="${tag}"/>`);
  return xml.slice(0, at) + xml.slice(at).replace('<w:showingPlcHdr/>', '').replace(from, to);
};

describe('a report in Word', () => {
  it('says whose it is and of which version, and comes back unchanged', async () => {
    const found = read(await write());
    expect([found.report, found.version]).toEqual([{ forumId: ids.forum, country: 'TH' }, 3]);
    const pictures = found.loose.flatMap(({ picture: one }) =>
      one === undefined ? [] : [[one.part, one.type, one.why]],
    );
    expect(pictures).toEqual([['own-picture', 'image/png', null]]);
    expect(await back((xml) => xml)).toEqual({ changes: [], content });
  });
  it('numbers its pages, in the digits of the report, and says in which language it is', async () => {
    const xmlOf = async (of: ReportContent, part: string) => documentOf(await write(of), part);
    expect(await xmlOf(content, 'word/footer1.xml')).toContain('<w:instrText xml:space="preserve">PAGE</w:instrText>');
    expect(await xmlOf(content, 'word/styles.xml')).toContain('<w:lang w:val="en-GB" w:bidi="th-TH"/>');
    const thai = await xmlOf({ ...content, digits: 'thai' }, 'word/document.xml');
    expect(thai).toContain('<w:pgNumType w:fmt="thaiNumbers"/>');
    expect(await xmlOf({ ...content, digits: 'latin' }, 'word/document.xml')).not.toContain('w:fmt=');
  });
  it('has headings that skip no level and are no smaller than its text', async () => {
    const depths = headingsOf(documentOf(await write()));
    expect(new Set(depths)).toEqual(new Set([1, 2, 3, 4]));
    expect(depths.filter((depth, at) => depth > (depths[at - 1] ?? 0) + 1)).toEqual([]);
    const styles = documentOf(await write(), 'word/styles.xml');
    const sizes = [1, 2, 3, 4].map((depth) =>
      Number(new RegExp(`w:styleId="Heading${depth}".*?<w:sz w:val="(\\d+)"/>`).exec(styles)?.[1]),
    );
    expect(sizes).toEqual([40, 36, 32, 32]);
  });
  it('comes back unchanged with Thai digits', async () => {
    const thai = { ...content, digits: 'thai' as const };
    expect((await documentOf(await write(thai))).includes('๒๕๖๖')).toBe(true);
    expect(await back((xml) => xml, thai, thai)).toEqual({ changes: [], content: thai });
  });
  it('tells what was edited, what was filled in, and takes it', async () => {
    const edited = await back((xml) =>
      fill('venue', 'แซนด์', 'แซนดส์')(fill('follow-up-text', 'ไม่ระบุ', 'ประชุมติดตามผล')(xml)),
    );
    expect(outcomes(edited)).toEqual([
      ['venue', 'changed', 'แซนดส์ เอ็กซ์โป แอนด์ คอนเวนชั่น เซ็นเตอร์'],
      ['follow-up-text', 'changed', 'ประชุมติดตามผล'],
    ]);
    expect(textOf(edited.content, 'follow-up-text')).toBe('ประชุมติดตามผล');
    expect(textOf(edited.content, 'member-1')).toBe(textOf(content, 'member-1'));
  });
  it('keeps what others have changed meanwhile, and asks about what both have', async () => {
    const set = (id: string, text: string): ReportContent => ({
      ...content,
      parts: content.parts.map((part) => (part.id === id && part.kind !== 'picture' ? { ...part, text } : part)),
    });
    const newest = set('outcome-text', 'Others wrote this.');
    const kept = await back(fill('follow-up-text', 'ไม่ระบุ', 'Mine.'), newest);
    expect(outcomes(kept)).toEqual([['follow-up-text', 'changed', 'Mine.']]);
    expect(textOf(kept.content, 'outcome-text')).toBe('Others wrote this.');
    const both = await back(fill('outcome-text', 'ไม่ระบุ', 'Mine.'), newest);
    expect(both.changes).toMatchObject([
      { outcome: 'conflict', before: '', now: 'Others wrote this.', after: 'Mine.' },
    ]);
  });
  it('takes a paragraph that was written between the parts, in its place', async () => {
    const own = '<w:p><w:r><w:t>A paragraph of our own.</w:t></w:r></w:p>';
    const edited = await back((xml) => {
      const end = xml.indexOf('</w:p>', xml.indexOf('<w:tag w:val="purpose-text"/>')) + '</w:p>'.length;
      return xml.slice(0, end) + own + xml.slice(end);
    });
    expect(edited.changes).toMatchObject([{ outcome: 'added', after: 'A paragraph of our own.' }]);
    const { parts } = edited.content;
    const at = parts.findIndex(({ id }) => id === edited.changes[0]?.id);
    expect([parts[at - 1]?.id, textOf(edited.content, parts[at]?.id ?? '')]).toEqual([
      'purpose-text',
      'A paragraph of our own.',
    ]);
  });
  it('says what is no longer in the document, and leaves it', async () => {
    const edited = await back((xml) => {
      const [tag, end] = [xml.indexOf('<w:tag w:val="purpose-text"/>'), '</w:p>'];
      const start = xml.lastIndexOf('<w:p>', tag);
      return xml.slice(0, start) + xml.slice(xml.indexOf(end, tag) + end.length);
    });
    expect(edited.changes).toMatchObject([{ id: 'purpose-text', outcome: 'removed' }]);
    expect(textOf(edited.content, 'purpose-text')).toBe(textOf(content, 'purpose-text'));
  });
  it('takes caption and credit of a picture', async () => {
    const edited = await back(fill('own-picture.caption', 'Sample &amp; caption', 'Another caption'));
    expect(outcomes(edited)).toEqual([['own-picture', 'changed', 'Another caption\nSample']]);
  });
  it('has pictures of its own, each with the caption below it, or with what speaks against it', async () => {
    const place = readFileSync(join(import.meta.dirname, '..', 'data', 'photo-with-place.jpg'));
    const png = new Uint8Array(pngOf(30, 20));
    const edited = putPictures(await write(), 'purpose-text', [
      { name: 'hall.png', bytes: png, caption: 'The sample hall' },
      { name: 'place.jpg', bytes: place },
      { name: 'chart.emf', bytes: new Uint8Array([1, 0, 0, 0]), caption: 'A chart' },
      { name: 'cropped.png', bytes: png, isCropped: true },
      { name: 'elsewhere.png', bytes: png, link: 'https://example.org/elsewhere.png' },
      { name: 'broken.png', bytes: png.slice(0, 10) },
    ]);
    const found = read(edited).loose.filter(({ picture: one }) => one !== undefined && one.part !== 'own-picture');
    expect(found.map(({ after, text, picture: one }) => [after, one?.name, text, one?.why])).toEqual([
      ['purpose-text', 'hall.png', 'The sample hall', null],
      ['purpose-text', 'place.jpg', '', 'place'],
      ['purpose-text', 'chart.emf', 'A chart', 'kind'],
      ['purpose-text', 'cropped.png', '', 'cropped'],
      ['purpose-text', 'elsewhere.png', '', 'linked'],
      ['purpose-text', 'broken.png', '', 'damaged'],
    ]);
  });
  it('is known by its last line where a program has dropped its properties', async () => {
    const bytes = await editDocx(await write(), (xml) => xml, 'docProps/custom.xml');
    expect(read(bytes)).toMatchObject({ report: { forumId: ids.forum, country: 'TH' }, version: 3 });
  });
  it.each([
    ['nothing', Buffer.alloc(0), 'damaged'],
    ['no archive', Buffer.from('Sample'), 'damaged'],
    ['an older format', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'foreign'],
  ])('is refused where it is %s', (_what, bytes, fault) => {
    expect(readReportDocx(bytes)).toMatchObject({ fault });
  });
});
