// Sets papers as DOCX: for those who have to edit, translate or attach them elsewhere.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { headingStyles } from './docx-headings.ts';
import { complexFontOf, languageMark } from './docx-language.ts';
import { pictureRun } from './docx-picture.ts';
import type { Block, Cell, Enclosure, Paper } from './paper.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const faint = '5B6773';
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'C4CCD4' };
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const plainBorders = { top: none, bottom: rule, left: none, right: none };
const headings = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;

/** Pictures stand in it with their words; papers that are enclosed are not for this form. */
export async function docxOf(paper: Paper, pictures: Enclosure[] = []): Promise<Uint8Array> {
  const document = new Document({
    title: clean(paper.title),
    creator: 'Laureate',
    styles: { default: { ...headingStyles(text, [1.6, 1.3, 1.1, 1]), document: { run: runOf(paper) } } },
    sections: [
      {
        footers: { default: footOf(paper) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: lines(paper.title) }),
          ...(paper.subtitle === null ? [] : [new Paragraph({ children: lines(paper.subtitle, { color: faint }) })]),
          ...apart(paper.blocks.flatMap((block) => set(block, pictures))),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Letters of a complex script are small for their points. */
const text = { size: 20, sizeComplexScript: 23 };
const runOf = ({ language }: Paper) => ({
  ...{ ...text, language: languageMark(language) },
  font: { ascii: 'Noto Sans', hAnsi: 'Noto Sans', cs: complexFontOf(language) },
});

/** Word makes one table of two that touch. */
const apart = (parts: (Paragraph | Table)[]) =>
  parts.flatMap((part, at) =>
    part instanceof Table && parts[at - 1] instanceof Table
      ? [new Paragraph({ spacing: { after: 60 } }), part]
      : [part],
  );

const footOf = ({ foot }: Paper) =>
  new Footer({
    children: [
      new Paragraph({
        children: [...lines(`${foot} · `, small), new TextRun({ children: [PageNumber.CURRENT], ...small })],
      }),
    ],
  });

type Picture = Extract<Block, { kind: 'picture' }>;
type Look = { bold?: boolean; italics?: boolean; color?: string; size?: number; language?: string | undefined };
const small = { color: faint, size: 15 };

/** What XML has no sign for is left out; a line is a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
const clean = (text: string) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
const lines = (text: string, { language, ...look }: Look = {}): ParagraphChild[] =>
  clean(text)
    .split(/\r?\n/)
    .map((line, index) => new TextRun({ text: line, ...look, ...inOwn(language), ...(index > 0 && { break: 1 }) }));
const own = ({ language }: { language?: string }): Look => ({ language });
const inOwn = (language: string | undefined) =>
  language !== undefined && { language: languageMark(language), font: { cs: complexFontOf(language) } };

function set(block: Block, pictures: Enclosure[]): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level - 1] ?? headings[2],
          children: lines(block.text, own(block)),
        }),
      ];
    case 'text':
      return [new Paragraph({ spacing: { after: 120 }, children: lines(block.text, own(block)) })];
    case 'small':
      return [new Paragraph({ spacing: { before: 120, after: 120 }, children: lines(block.text, small) })];
    case 'notice':
      return [
        new Paragraph({
          spacing: { before: 120, after: 120 },
          shading: { type: ShadingType.CLEAR, fill: 'F2F5F8' },
          children: lines(block.text),
        }),
      ];
    case 'facts':
      return [
        table(
          [32, 68],
          block.rows.map(({ label, value }) => [{ text: label, small: '' }, value]),
        ),
      ];
    case 'table':
      return [table(block.shares, block.rows, block.columns)];
    case 'signature':
      return block.lines.flatMap((what) => [
        new Paragraph({ spacing: { before: 700 }, border: { bottom: { ...rule, color: '1B2733' } }, children: [] }),
        new Paragraph({ children: lines(what, small) }),
      ]);
    case 'cards':
      return block.cards.flatMap(({ over, name, lines: rest }) =>
        [over, name, ...rest, ''].map((text) => new Paragraph({ children: lines(text, { bold: text === name }) })),
      );
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: lines(item, own(block)) }));
    case 'page':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
    case 'picture':
      return pictured(block, pictures);
    case 'image':
    case 'insert':
      return [];
  }
}

function pictured({ key, caption, credit, otherwise, language }: Picture, pictures: Enclosure[]) {
  const centred = { alignment: AlignmentType.CENTER } as const;
  const said = [caption, credit].filter((text) => text !== '').join(' · ');
  const run = pictureRun(pictures, { key, name: key, alt: clean(caption === '' ? credit : caption) });
  const shown = run === undefined ? lines(otherwise, { color: faint }) : [run];
  return [
    new Paragraph({ ...centred, keepNext: said !== '', spacing: { before: 160, after: 60 }, children: shown }),
    ...(said === ''
      ? []
      : [
          new Paragraph({
            ...centred,
            style: 'Caption',
            spacing: { after: 200 },
            children: lines(said, { ...small, italics: false, language }),
          }),
        ]),
  ];
}

const whole = 9_600;

function table(shares: number[], rows: Cell[][], columns?: string[]): Table {
  const sum = shares.reduce((total, share) => total + share, 0);
  const widths = shares.map((share) => Math.round((whole * share) / sum));
  const cell = (content: Cell, column: number, look: Look = {}) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      borders: plainBorders,
      margins: { top: 60, bottom: 60, left: 60, right: 60 },
      ...(look.bold && { shading: { type: ShadingType.CLEAR, fill: 'F2F5F8' } }),
      children: paragraphs(content, look),
    });
  const head =
    columns === undefined
      ? []
      : [new TableRow({ tableHeader: true, children: columns.map((title, at) => cell(title, at, { bold: true })) })];
  const body = rows.map(
    (row) => new TableRow({ cantSplit: true, children: row.map((content, at) => cell(content, at)) }),
  );
  return new Table({ width: { size: whole, type: WidthType.DXA }, columnWidths: widths, rows: [...head, ...body] });
}

function paragraphs(content: Cell, look: Look): Paragraph[] {
  if (typeof content === 'string') return [new Paragraph({ children: lines(content, look) })];
  const main = new Paragraph({ children: lines(content.text, look) });
  return content.small === '' ? [main] : [main, new Paragraph({ children: lines(content.small, small) })];
}
