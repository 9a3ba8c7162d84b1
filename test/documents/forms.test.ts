// A nomination's form as a document and as a workbook: what is written is read again, whatever an office program has done to it.
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeFormDocx } from '../../documents/forms/docx.ts';
import type { PrintedForm } from '../../documents/forms/form.ts';
import { readForm } from '../../documents/forms/read-form.ts';
import { writeFormXlsx } from '../../documents/forms/xlsx.ts';
import { compareForm, slotsOf } from '../../domain/nomination/paper-form.ts';
import { documentOf, editDocx, everyKind, fillPlace, runs } from '../support/form-samples.ts';
import { ids } from '../support/samples.ts';

const thai = 'น้ำสะอาดเพื่อชุมชน';
const khmer = 'ទឹកស្អាតសម្រាប់ភូមិ';
const form: PrintedForm = {
  nominationId: ids.nomination(1),
  version: 7,
  definition: everyKind,
  category: 'ngo',
  languages: ['en', 'th'],
  content: {
    name: { en: 'Sample & <Co> "one"', th: thai, km: khmer },
    members: 12,
    since: '2020-01-31',
    agreed: false,
    summary: 'First paragraph.\n\n=1+1',
    area: 'hills',
    phone: '+66 2 123 4567',
  },
  cycleTitle: { en: 'Sample cycle' },
  country: { en: 'Thailand' },
};

async function read(bytes: Buffer) {
  const found = await readForm(bytes);
  if ('fault' in found) throw new Error(found.what);
  return found;
}

/** What came of a file, without what is unchanged. */
async function told(bytes: Buffer, now = form.content) {
  const slots = slotsOf(everyKind, 'ngo', ['en', 'th'], now);
  const lines = compareForm(everyKind, slots, now, await read(bytes));
  return Object.fromEntries(
    lines.flatMap(({ ref, outcome, text }) => (outcome === 'unchanged' ? [] : [[ref, [outcome, text]]])),
  );
}
const docx = () => writeFormDocx(form);
const edited = async (edit: (xml: string) => string, ...dropped: string[]) => editDocx(await docx(), edit, ...dropped);

describe.each([
  ['a document', writeFormDocx],
  ['a workbook', writeFormXlsx],
])('%s', (_name, write) => {
  it('says whose form it is and of which version, and comes back unchanged', async () => {
    const bytes = await write(form);
    expect(await read(bytes)).toMatchObject({ nominationId: form.nominationId, version: 7 });
    expect(await told(bytes)).toEqual({});
  });
  it('comes back unchanged where it is empty', async () => {
    expect(await told(await write({ ...form, content: {} }), {})).toEqual({});
  });
  it('tells what was saved since from what was written in it', async () => {
    expect(await told(await write(form), { ...form.content, summary: 'Saved since.', members: 13 })).toEqual({});
  });
});

describe('a document', () => {
  it('holds answers as text, never as markup', async () => {
    const xml = documentOf(await docx());
    expect(xml).toContain('Sample &amp; &lt;Co&gt; &quot;one&quot;');
    expect(xml).toContain('<w:listItem w:displayText="Hills &amp; valleys / ภูเขา" w:value="hills"/>');
  });
  it('is read where Word has cut a text into runs', async () => {
    const bytes = await edited((xml) => fillPlace(xml, 'name.th', runs('น้ำ', 'สะอาด', 'ใหม่')));
    expect(await told(bytes)).toEqual({ 'name.th': ['taken', 'น้ำสะอาดใหม่'] });
  });
  it('is read where a text stands in several paragraphs, lists among them, within the control or behind it', async () => {
    const list = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>third</w:t></w:r></w:p>';
    const bytes = await edited((xml) => {
      const filled = fillPlace(xml, 'summary', `${runs('First')}<w:r><w:br/><w:t>second</w:t></w:r>`);
      const at = filled.indexOf('</w:p>', filled.indexOf('<w:tag w:val="summary"/>')) + '</w:p>'.length;
      return `${filled.slice(0, at)}${list}<w:p/>${filled.slice(at)}`;
    });
    expect(await told(bytes)).toEqual({ summary: ['taken', 'First\nsecond\n- third'] });
  });
  it('is read as it stands with all tracked changes accepted', async () => {
    const inside = `${runs('It ')}<w:del w:id="1"><w:r><w:delText>never</w:delText></w:r></w:del><w:ins w:id="2">${runs('always')}</w:ins>${runs(' works')}`;
    expect(await told(await edited((xml) => fillPlace(xml, 'summary', inside)))).toEqual({
      summary: ['taken', 'It always works'],
    });
  });
  it('is read where a choice was made from its list, in any language', async () => {
    const bytes = await edited((xml) => fillPlace(fillPlace(xml, 'area', runs('Coast / ชายฝั่ง')), 'agreed', runs('ใช่')));
    expect(await told(bytes)).toEqual({ agreed: ['taken', 'yes'], area: ['taken', 'coast'] });
  });
  it('is read by its tags where somebody has taken the words in brackets away', async () => {
    const bytes = await edited((xml) => fillPlace(xml, 'members', runs('99')).replaceAll(/\[[a-z| .-]+\]/g, ''));
    expect(await told(bytes)).toEqual({ members: ['taken', '99'] });
  });
  it('is read by the words in brackets where a program has dropped the controls, the properties and the order of rows', async () => {
    const bytes = await edited(
      (xml) =>
        fillPlace(xml, 'members', runs('99'))
          .replaceAll(/<w:sdt>.*?<w:sdtContent>/gs, '')
          .replaceAll('</w:sdtContent></w:sdt>', ''),
      'docProps/custom.xml',
    );
    const { version, nominationId, marks } = await read(bytes);
    expect([version, nominationId, marks.size]).toEqual([7, form.nominationId, 0]);
    expect(await told(bytes)).toEqual({ members: ['conflict', '99'] });
  });
  it('takes the words that ask for an answer for none', async () => {
    const empty = await writeFormDocx({ ...form, content: {} });
    const dropped = editDocx(empty, (xml) => xml.replaceAll('<w:showingPlcHdr/>', ''));
    expect(await told(dropped, {})).toEqual({});
    const behind = editDocx(empty, (xml) =>
      fillPlace(xml, 'summary', `${runs('Write here / เขียนที่นี่')}${runs(' It works')}`),
    );
    expect(await told(behind, {})).toEqual({ summary: ['taken', 'It works'] });
  });
});

describe('a workbook', () => {
  async function filled(change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await writeFormXlsx(form)).buffer);
    change(book.worksheets[0] as ExcelJS.Worksheet, book);
    return Buffer.from(await book.xlsx.writeBuffer());
  }
  const rowOf = (sheet: ExcelJS.Worksheet, key: string) => {
    for (let row = 1; row <= sheet.rowCount; row += 1)
      if (sheet.getCell(row, 1).value === key) return sheet.getRow(row);
    throw new Error(`There is no row ${key}.`);
  };
  it('is read by its hidden row and column, also where rows and columns were put in', async () => {
    const bytes = await filled((sheet) => {
      rowOf(sheet, 'name.*').getCell(5).value = 'ใหม่';
      rowOf(sheet, 'members').getCell(4).value = 99;
      // As Excel pastes a date: with a format of its own.
      Object.assign(rowOf(sheet, 'since').getCell(4), {
        value: new Date('2021-02-03T00:00:00Z'),
        style: { numFmt: 'dd/mm/yyyy' },
      });
      rowOf(sheet, 'agreed').getCell(4).value = { richText: [{ text: 'Y' }, { text: 'es' }] };
      sheet.spliceRows(4, 0, ['', 'A note of ours']);
    });
    expect(await told(bytes)).toEqual({
      'name.th': ['taken', 'ใหม่'],
      members: ['taken', '99'],
      since: ['taken', '2021-02-03'],
      agreed: ['taken', 'yes'],
    });
  });
  it('offers what can be chosen, and keeps numbers of telephones as texts', async () => {
    await filled((sheet) => {
      expect(rowOf(sheet, 'area').getCell(4).dataValidation).toMatchObject({ type: 'list', allowBlank: true });
      expect([rowOf(sheet, 'phone').getCell(4).value, rowOf(sheet, 'phone').getCell(4).numFmt]).toEqual([
        ...['+66 2 123 4567', '@'],
      ]);
      expect(rowOf(sheet, 'summary').getCell(4).type).toEqual(ExcelJS.ValueType.String);
    });
  });
  it('tells what stands in a column that the field has not', async () => {
    const bytes = await filled((sheet) => {
      rowOf(sheet, 'phone').getCell(5).value = 'lost?';
    });
    expect(await told(bytes)).toEqual({ 'phone.th': ['unknown', 'lost?'] });
  });
  it('without its own sheet of marks asks about what is there already', async () => {
    const bytes = await filled((sheet, book) => {
      rowOf(sheet, 'members').getCell(4).value = 99;
      book.removeWorksheet('laureate');
    });
    expect((await read(bytes)).nominationId).toEqual(form.nominationId);
    expect(await told(bytes)).toEqual({ members: ['conflict', '99'] });
  });
});

describe('a file that is no form', () => {
  const faultOf = async (bytes: Buffer) => {
    const found = await readForm(bytes);
    return 'fault' in found ? found.fault : 'none';
  };
  it.each([
    ['nothing', Buffer.alloc(0), 'damaged'],
    ['a text', Buffer.from('name: Sample'), 'damaged'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'foreign'],
    ['an old or locked document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'foreign'],
  ])('%s is told from one', async (_name, bytes, fault) => {
    expect(await faultOf(bytes)).toEqual(fault);
  });
  it('another document or workbook is foreign', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Sample').addRow(['Sample']);
    expect(await faultOf(Buffer.from(await book.xlsx.writeBuffer()))).toEqual('foreign');
    const other = await edited(
      () => '<w:document><w:body><w:p><w:r><w:t>Sample</w:t></w:r></w:p></w:body></w:document>',
    );
    expect(await faultOf(other)).toEqual('foreign');
  });
  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['with broken markup', (bytes: Buffer) => editDocx(bytes, (xml) => xml.slice(0, -40))],
    [
      'with a character that is none',
      (bytes: Buffer) => editDocx(bytes, (xml) => xml.replace('<w:body>', '<w:body>&#0;')),
    ],
    [
      'with an entity of its own',
      (bytes: Buffer) => editDocx(bytes, (xml) => xml.replace('<w:body>', '<w:body>&file;')),
    ],
    [
      'with a document type',
      (bytes: Buffer) => editDocx(bytes, (xml) => `<!DOCTYPE a [<!ENTITY file SYSTEM "x">]>${xml}`),
    ],
    ['nested without end', (bytes: Buffer) => editDocx(bytes, () => '<w:p>'.repeat(5_000) + '</w:p>'.repeat(5_000))],
  ])('a document %s is damaged', async (_name, damage) => {
    expect(await faultOf(damage(await docx()))).toEqual('damaged');
  });
});
