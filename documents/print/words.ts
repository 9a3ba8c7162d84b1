// The words of printed papers. A reader whose language is not here reads English words around texts in the own language.

const en = {
  number: 'Number',
  version: 'Version',
  award: 'Award',
  category: 'Category',
  country: 'Country',
  organisation: 'Organisation',
  title: 'Title',
  fingerprint: 'Fingerprint (SHA-256)',
  page: 'page',
  file: 'File',
  size: 'Size',
  none: 'None',
  notStated: 'not stated',
  receipt: {
    title: 'Receipt of a nomination',
    received: 'Received',
    inYourZone: 'In your time zone',
    form: 'The form',
    files: 'Files',
    noFiles: 'No files were submitted.',
    unknownFile: 'Name and size have been erased',
    meaning:
      'The fingerprint tells whether a form or a file is the one that was received: anybody can calculate it again, and any change gives another one. The receipt does not say whether the nomination is admitted.',
  },
};
export type Words = typeof en;

const th: Words = {
  number: 'เลขที่',
  version: 'ฉบับที่',
  award: 'รางวัล',
  category: 'ประเภท',
  country: 'ประเทศ',
  organisation: 'องค์กร',
  title: 'ชื่อผลงาน',
  fingerprint: 'ลายนิ้วมือดิจิทัล (SHA-256)',
  page: 'หน้า',
  file: 'ไฟล์',
  size: 'ขนาด',
  none: 'ไม่มี',
  notStated: 'ไม่ระบุ',
  receipt: {
    title: 'ใบรับการเสนอชื่อ',
    received: 'ได้รับเมื่อ',
    inYourZone: 'ตามเขตเวลาของท่าน',
    form: 'แบบเสนอชื่อ',
    files: 'เอกสารแนบ',
    noFiles: 'ไม่มีเอกสารแนบ',
    unknownFile: 'ชื่อและขนาดของไฟล์ถูกลบแล้ว',
    meaning:
      'ลายนิ้วมือดิจิทัลใช้ตรวจสอบว่าแบบเสนอชื่อหรือไฟล์ตรงกับที่ได้รับไว้หรือไม่ ทุกคนคำนวณซ้ำได้ และหากมีการแก้ไขใด ๆ ค่าจะเปลี่ยนไป ใบรับนี้มิได้รับรองว่าการเสนอชื่อผ่านการพิจารณาคุณสมบัติ',
  },
};

const all: { [language: string]: Words } = { en, th };

/** With the language that the words are in. */
export function wordsFor(language: string): { language: string; words: Words } {
  const words = all[language];
  return words === undefined ? { language: 'en', words: en } : { language, words };
}

/** As people say the size of a file: 1.2 MB. */
export function sizeIn(language: string, bytes: number): string {
  const [unit, size] =
    bytes < 1_000_000 ? (['kilobyte', bytes / 1000] as const) : (['megabyte', bytes / 1_000_000] as const);
  return new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 },
    minimumFractionDigits: 0,
  }).format(Math.max(size, 0.1));
}
