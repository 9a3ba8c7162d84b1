// A nomination's form as a workbook: a hidden column names each row's field, a hidden row each column's language.
import ExcelJS from 'exceljs';
import type { Texts } from '../../domain/messages.ts';
import { choicesOf, sayTexts } from '../../domain/nomination/typed-answers.ts';
import { languageName, marksOf, type PrintedField, type PrintedForm, printedSections } from './form.ts';
import { formTexts, sayTakes } from './form-texts.ts';

export const marker = 'laureate-form';
export const carriedSheet = 'laureate';
const choiceSheet = 'choices';
/** Label, what it takes; then the answers. */
const before = 3;

export async function writeFormXlsx(form: PrintedForm): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const say = (texts: Texts) => sayTexts(texts, form.languages);
  const sections = printedSections(form);
  const languages = columnsOf(form, sections);
  const sheet = book.addWorksheet('Form', { views: [{ state: 'frozen', xSplit: before, ySplit: 2 }] });
  const lists = book.addWorksheet(choiceSheet, { state: 'hidden' });
  sheet.columns = [{ hidden: true }, { width: 38 }, { width: 34 }, ...languages.map(() => ({ width: 56 }))];
  sheet.addRow([`${marker} ${form.nominationId} v${form.version}`, '', '', ...languages]).hidden = true;
  const heads = languages.map(
    (language, index) => `${index === 0 ? `${say(formTexts.answer)}: ` : ''}${languageName(language)}`,
  );
  sheet.addRow(['', say(formTexts.field), say(formTexts.takes), ...heads]).font = { bold: true };
  addHowTo(sheet, form);
  for (const { title, fields } of sections) {
    addTitle(sheet, say(title));
    for (const field of fields) addField({ sheet, lists, form, languages }, field);
  }
  addCarried(book, form);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Every language of any field, in order. */
const columnsOf = ({ languages }: PrintedForm, sections: { fields: PrintedField[] }[]): string[] => [
  ...new Set([
    ...languages,
    ...sections.flatMap(({ fields }) =>
      fields.flatMap(({ places }) => places.flatMap(({ slot }) => slot.language ?? [])),
    ),
  ]),
];

function addHowTo(sheet: ExcelJS.Worksheet, { languages }: PrintedForm): void {
  const row = sheet.addRow(['', sayTexts(formTexts.howTo, languages).replaceAll(' / ', '\n\n')]);
  sheet.mergeCells(row.number, 2, row.number, before + 1);
  row.getCell(2).alignment = { wrapText: true, vertical: 'top' };
  row.height = languages.includes('th') ? 140 : 70;
}

function addTitle(sheet: ExcelJS.Worksheet, title: string): void {
  const row = sheet.addRow(['', title]);
  row.font = { bold: true, size: 13 };
  row.fill = filled('FFDCE6F2');
}

const filled = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

type Adding = { sheet: ExcelJS.Worksheet; lists: ExcelJS.Worksheet; form: PrintedForm; languages: string[] };

function addField({ sheet, lists, form, languages }: Adding, { field, places }: PrintedField): void {
  const isLocalized = field.kind === 'localized-text';
  const help = field.help === undefined ? '' : `${sayTexts(field.help, form.languages)}\n`;
  const takes = (form.languages.includes('th') ? (['en', 'th'] as const) : (['en'] as const)).map((language) =>
    sayTakes(field, language),
  );
  const label = `${sayTexts(field.label, form.languages)}${field.required ? ' *' : ''}`;
  const row = sheet.addRow([isLocalized ? `${field.key}.*` : field.key, label, help + takes.join('\n')]);
  row.alignment = { wrapText: true, vertical: 'top' };
  row.getCell(3).font = { color: { argb: 'FF5F5F5F' }, size: 9 };
  for (const [index, language] of languages.entries()) {
    const cell = row.getCell(before + 1 + index);
    const place = isLocalized
      ? places.find(({ slot }) => slot.language === language)
      : index === 0
        ? places[0]
        : undefined;
    if (place === undefined) {
      cell.fill = filled('FFEDEDED');
      continue;
    }
    // As text, so that a telephone number or a day stays what was typed.
    cell.numFmt = '@';
    cell.value = place.text === '' ? null : place.text;
    cell.border = { bottom: { style: 'thin', color: { argb: 'FFB0B8C4' } } };
  }
  if (choicesOf(field).length > 0) row.getCell(before + 1).dataValidation = listOf(lists, form, field);
}

/** The choices stand in a column of their own, for a list within the rule itself may have 255 characters. */
function listOf(
  lists: ExcelJS.Worksheet,
  { languages }: PrintedForm,
  field: PrintedField['field'],
): ExcelJS.DataValidation {
  const said = choicesOf(field).map(({ label }) => sayTexts(label, languages));
  const column = lists.getColumn(lists.columnCount + 1);
  for (const [index, text] of said.entries()) lists.getCell(index + 1, column.number).value = text;
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`${choiceSheet}!$${column.letter}$1:$${column.letter}$${said.length}`],
    showErrorMessage: true,
    error: sayTexts(formTexts.notInList, languages),
  };
}

function addCarried(book: ExcelJS.Workbook, form: PrintedForm): void {
  const sheet = book.addWorksheet(carriedSheet, { state: 'veryHidden' });
  sheet.addRow(['form', form.nominationId]);
  sheet.addRow(['version', String(form.version)]);
  for (const [ref, mark] of marksOf(form)) sheet.addRow(['mark', ref, mark]);
}
