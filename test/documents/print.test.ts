// Printed papers: every script, outlines, what is enclosed, and text that stays text.
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Block, Enclosure, Paper } from '../../documents/print/paper.ts';
import { openPrinter } from '../../documents/print/printer.ts';
import { sizeIn } from '../../documents/print/words.ts';
import { pngOf, readPdf } from '../support/pdf.ts';

const printer = openPrinter();
afterAll(() => printer.close());

const paper = (blocks: Block[], title = 'Sample paper'): Paper => ({
  ...{ title, subtitle: 'Sample award', language: 'en', foot: 'Sample foot', blocks },
});
const print = async (blocks: Block[], enclosed: Enclosure[] = []) => {
  const printed = await printer.print(paper(blocks), enclosed);
  return { ...printed, ...(await readPdf(printed.bytes)), count: printed.pages };
};
const text = (words: string): Block => ({ kind: 'text', text: words });

/** A PDF of so many pages, each with its number in the corner. */
async function pdfOf(pages: number): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) made.addPage([200, 300 + page]);
  return made.save();
}

describe('a paper', () => {
  it('shows every script that we print, with a font for it', async () => {
    const scripts = [
      ...['Viet Nam: Hải Phòng', 'ชื่อแบบเสนอผู้ใช้น้ำ ที่ที่ ปู่ปู่ อยู่ดีกินดี', 'ភាសាខ្មែរ កម្ពុជា ស្ត្រីស្ត្រី'],
      ...['ພາສາລາວ ທີ່ນີ້', 'မြန်မာ ကောင်းကောင်း'],
    ];
    const { pages } = await print(scripts.map(text));
    for (const words of scripts) expect(pages.join('')).toContain(words);
  });

  it('takes nothing of a text for markup', async () => {
    const tricks = [
      '*bold* _it_ `raw`',
      '#sys.inputs.paper',
      '$ x^2 $',
      '@ref <label>',
      '#{ panic("x") }',
      '= not a heading',
      '\\ \\u{41}',
    ];
    const { pages, outline } = await print([
      ...tricks.map(text),
      { kind: 'facts', rows: tricks.map((value) => ({ label: value, value })) },
      {
        kind: 'table',
        columns: tricks,
        shares: tricks.map(() => 1),
        rows: [tricks, tricks.map((words) => ({ text: words, small: words }))],
      },
      ...tricks.map((words): Block => ({ kind: 'heading', level: 2, text: words })),
    ]);
    for (const words of tricks) expect(pages.join('')).toContain(words);
    expect(outline.map(({ title }) => title)).toEqual(['Sample paper', ...tricks]);
  });

  it('is the same to the byte when it is printed again', async () => {
    const blocks = [text('ข้อความ'), { kind: 'heading', level: 1, text: 'Part' } as const];
    const enclosed = [{ key: 'a', type: 'application/pdf', bytes: await pdfOf(2) }];
    const [first, second] = [
      await print([...blocks, { kind: 'insert', key: 'a', otherwise: '' }], enclosed),
      await print([...blocks, { kind: 'insert', key: 'a', otherwise: '' }], enclosed),
    ];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('breaks words that are longer than a line', async () => {
    const address = `https://example.org/${'a-long-path'.repeat(20)}`;
    const { pages } = await print([text(address)]);
    expect(pages.join('')).toContain(address);
  });

  it('can be printed many at once', async () => {
    const all = await Promise.all(['one', 'two', 'three'].map((words) => print([text(words)])));
    expect(all.map(({ pages }) => pages[0]?.includes('Sample paper'))).toEqual([true, true, true]);
    expect(all.map(({ pages }) => ['one', 'two', 'three'].filter((words) => pages[0]?.includes(words)))).toEqual([
      ['one'],
      ['two'],
      ['three'],
    ]);
  });
});

describe('what is enclosed', () => {
  it('follows the page that names it, and the outline still leads to the right pages', async () => {
    const blocks: Block[] = ['a', 'b'].flatMap((key): Block[] => [
      { kind: 'page' },
      { kind: 'heading', level: 1, text: `Paper ${key}` },
      { kind: 'insert', key, otherwise: '' },
    ]);
    const enclosed = await Promise.all(
      [
        ['a', 3],
        ['b', 2],
      ].map(async ([key, pages]) => ({ key: String(key), type: 'application/pdf', bytes: await pdfOf(Number(pages)) })),
    );
    const printed = await print(
      [text('First'), ...blocks, { kind: 'page' }, { kind: 'heading', level: 1, text: 'End' }],
      enclosed,
    );
    expect(printed.outline).toEqual([
      { title: 'Sample paper', page: 1 },
      { title: 'Paper a', page: 2 },
      { title: 'Paper b', page: 6 },
      { title: 'End', page: 9 },
    ]);
    expect(printed.count).toBe(9);
    expect(printed.pages[8]?.endsWith('Sample foot9')).toBe(true);
  });

  it('is left out and named where it cannot be shown; the rest is printed', async () => {
    const enclosed = [
      { key: 'good', type: 'image/png', bytes: pngOf(8, 8) },
      { key: 'cut', type: 'image/png', bytes: pngOf(8, 8).subarray(0, 40) },
      { key: 'huge', type: 'image/png', bytes: pngOf(60_000, 60_000) },
      { key: 'no-pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 nothing') },
    ];
    const blocks = enclosed.map(
      ({ key, type }): Block => ({
        kind: type === 'image/png' ? 'image' : 'insert',
        key,
        otherwise: `not shown: ${key}`,
      }),
    );
    const { leftOut, count, pages } = await print(
      [...blocks, { kind: 'image', key: 'not-there', otherwise: 'not there' }],
      enclosed,
    );
    expect({ leftOut, count }).toEqual({ leftOut: ['cut', 'huge', 'no-pdf', 'not-there'], count: 1 });
    for (const key of ['cut', 'huge', 'no-pdf']) expect(pages[0]).toContain(`not shown: ${key}`);
    expect(pages[0]).not.toContain('not shown: good');
  });
});

describe('the size of a file', () => {
  it('is said as people say it', () => {
    expect([sizeIn('en', 900), sizeIn('en', 1_250_000), sizeIn('th', 1_200_000)]).toEqual([
      '0.9 kB',
      '1.3 MB',
      '1.2 MB',
    ]);
  });
});
