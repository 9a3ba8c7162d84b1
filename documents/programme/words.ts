// The words around a forum's programme, wherever it goes: calendars, apps, tables, paper.
const en = {
  laureate: 'Laureate, {country}, {category}',
  notSaid: 'The name is public after the announcement.',
  release: 'Release {number}, {name}',
  copy: 'Working copy, not released',
  internal: 'Internal: not public',
  embargoed: 'Until a laureate is announced, this programme gives country and category.',
  programme: 'Programme',
  time: 'Time',
  from: 'From',
  to: 'To',
  room: 'Room',
  theme: 'Theme',
  talk: 'Talk',
  title: 'Title',
  organisation: 'Organisation',
  country: 'Country',
  category: 'Category',
  speaker: 'Speaker',
  position: 'Position',
  language: 'Language',
  mode: 'Mode',
  status: 'State',
  inPerson: 'in person',
  remote: 'remote',
  zone: 'Times by the clocks at the venue ({zone}).',
  unplaced: 'Without a place',
  byCountry: 'By country, in protocol order',
  moderator: 'Moderator: {name}',
  interpretation: 'Interpreted: {languages}',
  late: 'Late by {minutes} minutes; by the programme at {time}.',
  nothing: 'Nothing has a place yet.',
  states: {
    invited: 'not answered',
    confirmed: 'confirmed',
    declined: 'declined',
    lapsed: 'not answered in time',
    presented: 'presented',
    absent: 'absent',
  },
};
export type ProgrammeWords = typeof en;

const th: ProgrammeWords = {
  laureate: 'องค์กรที่ได้รับรางวัล {country} ({category})',
  notSaid: 'จะเปิดเผยชื่อหลังการประกาศผล',
  release: 'กำหนดการฉบับที่ {number} {name}',
  copy: 'ฉบับร่าง ยังไม่เผยแพร่',
  internal: 'ใช้ภายในเท่านั้น ห้ามเผยแพร่',
  embargoed: 'ก่อนการประกาศผล กำหนดการนี้แสดงเฉพาะประเทศและประเภทรางวัล',
  programme: 'กำหนดการ',
  time: 'เวลา',
  from: 'ตั้งแต่',
  to: 'ถึง',
  room: 'ห้อง',
  theme: 'หัวข้อหลัก',
  talk: 'การนำเสนอ',
  title: 'ชื่อเรื่อง',
  organisation: 'องค์กร',
  country: 'ประเทศ',
  category: 'ประเภทรางวัล',
  speaker: 'ผู้นำเสนอ',
  position: 'ตำแหน่ง',
  language: 'ภาษา',
  mode: 'รูปแบบ',
  status: 'สถานะ',
  inPerson: 'ณ สถานที่จัดงาน',
  remote: 'ทางไกล',
  zone: 'เวลาตามนาฬิกา ณ สถานที่จัดงาน ({zone})',
  unplaced: 'ยังไม่มีเวลาและห้อง',
  byCountry: 'เรียงตามประเทศ ตามลำดับพิธีการ',
  moderator: 'ผู้ดำเนินรายการ: {name}',
  interpretation: 'มีล่ามแปล: {languages}',
  late: 'ล่าช้า {minutes} นาที ตามกำหนดการเดิมเวลา {time}',
  nothing: 'ยังไม่มีการนำเสนอที่กำหนดเวลาแล้ว',
  states: {
    invited: 'ยังไม่ตอบรับ',
    confirmed: 'ตอบรับแล้ว',
    declined: 'ปฏิเสธ',
    lapsed: 'ไม่ตอบรับภายในกำหนด',
    presented: 'นำเสนอแล้ว',
    absent: 'ไม่มา',
  },
};

const all: { [language: string]: ProgrammeWords } = { en, th };

/** With the language that the words are in: English where there are none in the one asked for. */
export function programmeWords(language: string): { language: string; words: ProgrammeWords } {
  const words = all[language];
  return words === undefined ? { language: 'en', words: en } : { language, words };
}

export const fillWords = (text: string, facts: { [name: string]: string | number }): string =>
  text.replaceAll(/\{(\w+)\}/g, (_found, name: string) => String(facts[name] ?? ''));
