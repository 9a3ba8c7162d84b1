// A mission report as a Word document that can be edited and brought back: every part is a content control that names it.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImportedXmlComponent,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportContent, ReportPart } from '../../domain/report/messages.ts';
import { controlOf } from '../forms/docx.ts';
import { headingStyles } from '../print/docx-headings.ts';
import { languageMark } from '../print/docx-language.ts';
import { pictureRun } from '../print/docx-picture.ts';
import type { Enclosure } from '../print/paper.ts';
import { depthOf } from './paper.ts';
import { inDigits } from './style.ts';
import { type ReportWords, reportWords } from './words.ts';

/** Names of the properties that the document carries with it. */
export const carriedReport = { report: 'Laureate report', version: 'Laureate version' };
export type Bound = { forumId: string; country: string; version: number; face: 'noto' | 'sarabun' };
type Words = Exclude<ReportPart, { kind: 'picture' }>;
type Setting = { content: ReportContent; bound: Bound; words: ReportWords; show(text: string): string };

const widths = { label: 2900, value: 6700 };
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'C4CCD4' };
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const faces = {
  noto: undefined,
  sarabun: { ascii: 'TH Sarabun New', hAnsi: 'TH Sarabun New', eastAsia: 'Microsoft YaHei', cs: 'TH Sarabun New' },
};
/** What officials set their letters in, 16 points where the face is a small one. */
const sizes = { noto: { size: 21, sizeComplexScript: 24 }, sarabun: { size: 32, sizeComplexScript: 32 } };

const heights: { [face in Bound['face']]: Parameters<typeof headingStyles>[1] } = {
  noto: [1.5, 1.25, 1.1, 1],
  sarabun: [1.25, 1.125, 1, 1],
};

export async function writeReportDocx(content: ReportContent, bound: Bound, pictures: Enclosure[]): Promise<Buffer> {
  const { digits, language } = content;
  const setting = { content, bound, words: reportWords(language), show: (text: string) => inDigits(text, digits) };
  const fonts = faces[bound.face];
  const name = `${bound.forumId}/${bound.country}`;
  const document = new Document({
    title: content.title,
    customProperties: [
      { name: carriedReport.report, value: name },
      { name: carriedReport.version, value: String(bound.version) },
    ],
    styles: {
      default: {
        ...headingStyles(sizes[bound.face], heights[bound.face]),
        document: {
          run: { ...sizes[bound.face], language: languageMark(language), ...(fonts && { font: fonts }) },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            margin: { top: 1100, bottom: 1100, left: 1150, right: 1150 },
            ...(digits === 'thai' && { pageNumbers: { formatType: NumberFormat.THAI_NUMBERS } }),
          },
        },
        footers: { default: foot() },
        children: [
          controlled('title', content.title, setting, { heading: HeadingLevel.HEADING_1 }),
          ...grouped(content.parts).flatMap((parts) => partsOf(parts, setting, pictures)),
          new Paragraph({
            children: [new TextRun({ text: `[report ${name} v${bound.version}]`, size: 14, color: '5F5F5F' })],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function foot(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT], color: '5F5F5F' });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

/** Facts that follow each other stand in one table. */
function grouped(parts: ReportPart[]): ReportPart[][] {
  const groups: ReportPart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.kind === 'fact' && last?.[0]?.kind === 'fact') last.push(part);
    else groups.push([part]);
  }
  return groups;
}

function partsOf([first, ...rest]: ReportPart[], setting: Setting, pictures: Enclosure[]): (Paragraph | Table)[] {
  if (first === undefined) return [];
  switch (first.kind) {
    case 'heading':
      return [controlled(first.id, first.text, setting, { heading: HeadingLevel.HEADING_2, keepNext: true })];
    case 'subheading':
      return [controlled(first.id, first.text, setting, { heading: HeadingLevel.HEADING_3, keepNext: true })];
    case 'fact':
      return [
        factTable(
          [first, ...rest].filter((part): part is Words => part.kind === 'fact'),
          setting,
        ),
      ];
    case 'picture':
      return picture(first, setting, pictures);
    default: {
      const heading = depthOf(setting.content, first) === 3 ? HeadingLevel.HEADING_4 : HeadingLevel.HEADING_3;
      const label = new TextRun({ text: setting.show(first.label) });
      return [
        ...(first.label === '' ? [] : [new Paragraph({ heading, children: [label] })]),
        controlled(first.id, first.text, setting),
      ];
    }
  }
}

type Look = { heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]; keepNext?: boolean; alignment?: 'center' };

function controlled(tag: string, text: string, { content, words, bound, show }: Setting, look: Look = {}): Paragraph {
  const fonts = faces[bound.face];
  const paragraph = new Paragraph({ spacing: { after: 120 }, ...look });
  paragraph.addChildElement(
    ImportedXmlComponent.fromXmlString(
      controlOf({
        ...{ tag, alias: tag, text: show(text), placeholder: words.notStated, choices: [], language: content.language },
        ...(fonts && { fonts }),
      }),
    ),
  );
  return paragraph;
}

function factTable(parts: Words[], setting: Setting): Table {
  const cell = (size: number, children: Paragraph[]) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      borders: { top: none, left: none, right: none, bottom: rule },
      margins: { top: 50, bottom: 50, left: 60, right: 60 },
      children,
    });
  return new Table({
    width: { size: widths.label + widths.value, type: WidthType.DXA },
    columnWidths: [widths.label, widths.value],
    rows: parts.map(
      ({ id, label, text }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(widths.label, [
              new Paragraph({ children: [new TextRun({ text: setting.show(label), color: '5F5F5F' })] }),
            ]),
            cell(widths.value, [controlled(id, text, setting)]),
          ],
        }),
    ),
  });
}

function picture(part: Extract<ReportPart, { kind: 'picture' }>, setting: Setting, pictures: Enclosure[]): Paragraph[] {
  const { id, fileId, caption, credit } = part;
  const centred = { alignment: AlignmentType.CENTER } as const;
  const shown =
    pictureRun(pictures, { key: fileId, name: id, alt: caption }) ??
    new TextRun({ text: setting.words.noPicture, italics: true });
  return [
    new Paragraph({ ...centred, keepNext: true, children: [shown] }),
    controlled(`${id}.caption`, caption, setting, { ...centred, keepNext: true }),
    controlled(`${id}.credit`, credit, setting, centred),
  ];
}
