// A nomination's form as a Word document: every place is a content control whose tag names its field.
import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImportedXmlComponent,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { attachmentsOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import { choicesOf, sayTexts } from '../../domain/nomination/typed-answers.ts';
import { complexFontOf, languageMark } from '../print/docx-language.ts';
import { languageName, marksOf, type Place, type PrintedField, type PrintedForm, printedSections } from './form.ts';
import { formTexts, sayPaper, sayTakes } from './form-texts.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Names of the properties that the document carries with it. */
export const carried = { form: 'Laureate form', version: 'Laureate version', marks: 'Laureate marks' };
const [grey, shade] = ['5F5F5F', 'F2F5F9'];
const widths = { label: 3400, answers: 6800 };
/** What a property may hold in every word processor. */
const longestProperty = 240;

const fontFor = (language: string | null) => ({
  ...{ ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Microsoft YaHei' },
  cs: complexFontOf(language),
});

export async function writeFormDocx(form: PrintedForm): Promise<Buffer> {
  const { definition, languages, category, nominationId, version } = form;
  const say = (texts: Texts) => sayTexts(texts, languages);
  const name = definition.categories.find(({ key }) => key === category)?.names ?? {};
  const sections = printedSections(form).flatMap(({ title, fields }) => [
    new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [run(say(title))] }),
    new Table({
      width: { size: widths.label + widths.answers, type: WidthType.DXA },
      columnWidths: [widths.label, widths.answers / 2, widths.answers / 2],
      rows: [headOf(form, fields), ...fields.flatMap((field) => rowsOf(form, field))],
    }),
  ]);
  const document = new Document({
    title: say(formTexts.title),
    customProperties: propertiesOf(form),
    styles: { default: { document: { run: { font: fontFor(null), size: 21, sizeComplexScript: 24 } } } },
    sections: [
      {
        properties: { page: { margin: { top: 900, bottom: 900, left: 850, right: 850 } } },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(say(formTexts.title))] }),
          new Paragraph({ children: [run(`${say(form.cycleTitle)} · ${say(form.country)} · ${say(name)}`, true)] }),
          ...languagesOf(form).map((language) => new Paragraph({ children: [run(formTexts.howTo[language])] })),
          new Paragraph({ children: [small(`[form ${nominationId} v${version}]`)] }),
          ...sections,
          ...papersOf(form),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const run = (text: string, bold = false) => new TextRun({ text, bold });
const small = (text: string) => new TextRun({ text, size: 16, sizeComplexScript: 18, color: grey });
const languagesOf = ({ languages }: PrintedForm): ('en' | 'th')[] => (languages.includes('th') ? ['en', 'th'] : ['en']);

/** Which language stands in which column, where there are two. */
function headOf({ languages }: PrintedForm, fields: PrintedField[]): TableRow {
  const inTwo = fields.flatMap(({ places }) => (places.length === 2 ? [places] : []))[0];
  const said = inTwo?.map(({ slot }) => languageName(slot.language ?? '')) ?? [sayTexts(formTexts.answer, languages)];
  const cell = (text: string, columnSpan = 1) =>
    new TableCell({
      ...{ columnSpan, shading: { type: ShadingType.CLEAR, fill: shade } },
      children: [new Paragraph({ children: [small(text)] })],
    });
  const answers = said.map((text) => cell(text, said.length === 1 ? 2 : 1));
  return new TableRow({ tableHeader: true, children: [cell(sayTexts(formTexts.field, languages)), ...answers] });
}

/** Two languages stand side by side; more of them below each other. */
function rowsOf(form: PrintedForm, { field, places }: PrintedField): TableRow[] {
  const rows = places.length > 2 ? places.map((place) => [place]) : [places];
  return rows.map((row) => {
    const label = new TableCell({
      width: { size: widths.label, type: WidthType.DXA },
      shading: { type: ShadingType.CLEAR, fill: shade },
      children: labelOf(form, field, row),
    });
    const size = widths.answers / row.length;
    const answers = row.map(
      (place) =>
        new TableCell({
          width: { size, type: WidthType.DXA },
          columnSpan: row.length === 1 ? 2 : 1,
          verticalAlign: VerticalAlign.TOP,
          children: answerOf(form, place),
        }),
    );
    return new TableRow({ cantSplit: field.kind !== 'long-text', children: [label, ...answers] });
  });
}

function labelOf(form: PrintedForm, field: PrintedField['field'], row: Place[]): Paragraph[] {
  const refs = row.map(({ slot }) => slot.ref);
  const language = row.length === 1 ? (row[0]?.slot.language ?? null) : null;
  const help = field.help === undefined ? [] : [sayTexts(field.help, form.languages)];
  const takes = languagesOf(form).map((language) => sayTakes(field, language));
  return [
    new Paragraph({ children: [run(`${sayTexts(field.label, form.languages)}${field.required ? ' *' : ''}`, true)] }),
    ...(language === null ? [] : [new Paragraph({ children: [run(languageName(language))] })]),
    ...[...help, ...takes].map((text) => new Paragraph({ children: [small(text)] })),
    new Paragraph({ children: [small(`[${refs.join(' | ')}]`)] }),
  ];
}

function answerOf(form: PrintedForm, { slot, text }: Place): Paragraph[] {
  const { language, field } = slot;
  const control = ImportedXmlComponent.fromXmlString(
    controlOf({
      tag: slot.ref,
      alias: `${sayTexts(field.label, ['en'])}${language === null ? '' : ` (${language})`}`.slice(0, 60),
      text,
      placeholder: sayTexts(choicesOf(field).length > 0 ? formTexts.chooseHere : formTexts.writeHere, form.languages),
      choices: choicesOf(field).map(({ key, label }) => ({ key, said: sayTexts(label, form.languages) })),
      language,
    }),
  );
  const paragraph = new Paragraph({ alignment: AlignmentType.LEFT });
  paragraph.addChildElement(control);
  return [paragraph];
}

type Control = {
  tag: string;
  alias: string;
  text: string;
  placeholder: string;
  choices: { key: string; said: string }[];
  language: string | null;
  /** Where it is not that of the language. */
  fonts?: { ascii: string; hAnsi: string; eastAsia: string; cs: string };
};

/** Within one paragraph, for every word processor keeps such a control; a new line is a break in it. */
export function controlOf({ tag, alias, text, placeholder, choices, language, fonts: own }: Control): string {
  const { ascii, hAnsi, eastAsia, cs } = own ?? fontFor(language);
  const fonts = `<w:rFonts w:ascii="${ascii}" w:hAnsi="${hAnsi}" w:eastAsia="${eastAsia}" w:cs="${cs}"/>`;
  const grey = text === '' ? '<w:color w:val="808080"/>' : '';
  const look = `<w:rPr>${fonts}${grey}${language === null ? '' : langOf(language)}</w:rPr>`;
  const kind =
    choices.length === 0
      ? '<w:text w:multiLine="1"/>'
      : `<w:dropDownList>${choices.map(({ key, said }) => `<w:listItem w:displayText="${escaped(said)}" w:value="${escaped(key)}"/>`).join('')}</w:dropDownList>`;
  const lines = (text === '' ? placeholder : text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>');
  return `<w:sdt><w:sdtPr><w:alias w:val="${escaped(alias)}"/><w:tag w:val="${escaped(tag)}"/><w:lock w:val="sdtLocked"/>${
    text === '' ? '<w:showingPlcHdr/>' : ''
  }${kind}</w:sdtPr><w:sdtContent><w:r>${look}${lines}</w:r></w:sdtContent></w:sdt>`;
}

function langOf(tag: string): string {
  const { value, eastAsia, bidirectional } = languageMark(tag);
  const said = { val: value, eastAsia, bidi: bidirectional };
  const marks = Object.entries(said).flatMap(([name, mark]) => (mark === undefined ? [] : ` w:${name}="${mark}"`));
  return `<w:lang${marks.join('')}/>`;
}

const entities: { [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Without the control characters that no XML may hold. */
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);

function papersOf({ definition, category, languages }: PrintedForm): Paragraph[] {
  const papers = attachmentsOf(definition, category);
  if (papers.length === 0) return [];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(sayTexts(formTexts.papers, languages))] }),
    ...papers.map(
      (paper) =>
        new Paragraph({
          bullet: { level: 0 },
          children: [run(`${sayTexts(paper.label, languages)} `), small(sayPaper(paper))],
        }),
    ),
  ];
}

function propertiesOf(form: PrintedForm): { name: string; value: string }[] {
  const parts: string[] = [];
  for (const [ref, mark] of marksOf(form)) {
    const said = `${ref}=${mark}`;
    const last = parts.at(-1);
    if (last !== undefined && last.length + said.length < longestProperty) parts[parts.length - 1] = `${last} ${said}`;
    else parts.push(said);
  }
  return [
    { name: carried.form, value: form.nominationId },
    { name: carried.version, value: String(form.version) },
    ...parts.map((value, index) => ({ name: `${carried.marks} ${index + 1}`, value })),
  ];
}
