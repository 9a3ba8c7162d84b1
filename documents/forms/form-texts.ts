// What a nomination's form says beside the award's own words: how it is filled in, and what each place takes.
import type { Attachment, FormField } from '../../domain/award-definition.ts';
import type { Texts } from '../../domain/messages.ts';

export const formTexts = {
  howTo: {
    en: 'Write in the places on the right; fields marked * are needed. Leave the words in [brackets] as they are: they say which field a place belongs to. Upload the saved file on the page of the nomination: first you are shown, field by field, what would be taken, and nothing that is saved there is lost. Papers and photographs are attached on that page, not here.',
    th: 'โปรดเขียนในช่องด้านขวา ช่องที่มีเครื่องหมาย * จำเป็นต้องกรอก โปรดอย่าแก้ไขคำใน [วงเล็บ] เพราะใช้ระบุว่าช่องใดเป็นของหัวข้อใด เมื่อบันทึกแล้วให้อัปโหลดไฟล์ที่หน้าการเสนอชื่อ ระบบจะแสดงทีละช่องก่อนว่าจะรับข้อความใด และข้อมูลที่บันทึกไว้แล้วจะไม่สูญหาย เอกสารและภาพถ่ายให้แนบที่หน้านั้น ไม่ใช่ในไฟล์นี้',
  },
  title: { en: 'Nomination form', th: 'แบบเสนอชื่อ' },
  field: { en: 'Field', th: 'หัวข้อ' },
  takes: { en: 'What it takes', th: 'สิ่งที่ต้องกรอก' },
  answer: { en: 'Answer', th: 'คำตอบ' },
  needed: { en: 'needed', th: 'จำเป็น' },
  papers: { en: 'Papers to attach on the page of the nomination', th: 'เอกสารที่ต้องแนบในหน้าการเสนอชื่อ' },
  writeHere: { en: 'Write here', th: 'เขียนที่นี่' },
  chooseHere: { en: 'Choose one', th: 'เลือกหนึ่งข้อ' },
  notInList: { en: 'Choose one from the list.', th: 'โปรดเลือกจากรายการ' },
} satisfies { [what: string]: Texts };

const kinds: { [kind in FormField['kind']]: Texts } = {
  text: { en: 'a short text', th: 'ข้อความสั้น' },
  'long-text': { en: 'a text; several paragraphs are fine', th: 'ข้อความ มีได้หลายย่อหน้า' },
  'localized-text': { en: 'a text in each language', th: 'ข้อความในแต่ละภาษา' },
  number: { en: 'a number', th: 'ตัวเลข' },
  date: { en: 'a date, written YYYY-MM-DD', th: 'วันที่ ในรูปแบบ ปปปป-ดด-วว' },
  year: { en: 'a year of four digits', th: 'ปี สี่หลัก' },
  choice: { en: 'one of the choices', th: 'เลือกหนึ่งข้อ' },
  email: { en: 'an e-mail address', th: 'ที่อยู่อีเมล' },
  phone: { en: 'a telephone number with the country code', th: 'หมายเลขโทรศัพท์พร้อมรหัสประเทศ' },
  url: { en: 'a web address', th: 'ที่อยู่เว็บไซต์' },
  'yes-no': { en: 'yes or no', th: 'ใช่ หรือ ไม่ใช่' },
};

/** What an answer must be, in the language. */
export function sayTakes({ kind, limit, required }: FormField, language: 'en' | 'th'): string {
  const thai = language === 'th';
  const most =
    limit === undefined
      ? []
      : [
          thai
            ? `ไม่เกิน ${limit.words} คำ (อักษรที่ไม่เว้นวรรคระหว่างคำ เช่น อักษรไทย ไม่เกิน ${limit.characters} ตัวอักษร)`
            : `at most ${limit.words} words (${limit.characters} characters in a script without spaces)`,
        ];
  return [kinds[kind][language] ?? '', ...most, ...(required ? [formTexts.needed[language]] : [])].join('; ');
}

export const sayPaper = ({ types, maxBytes, maxCount, required }: Attachment): string => {
  const kindsOfFile = types.map((type) => type.split('/').at(-1)?.toUpperCase()).join(', ');
  const count = maxCount > 1 ? `, ≤ ${maxCount}` : '';
  return `${kindsOfFile}, ≤ ${maxBytes / 1_000_000} MB${count}${required ? ' *' : ''}`;
};
