// The words of what the people of the day work by: speaking list, run sheet, slides.
const en = {
  speakingList: 'Speaking list and captions',
  order: 'No.',
  caption: 'Caption in English',
  captionOther: 'Caption in Thai',
  noSpeaker: 'Speaker not known',
  runSheet: 'Run sheet: {room}',
  cue: 'What happens',
  slides: 'Slides',
  start: 'Speaks: {name}',
  change: 'Two minutes left: sign to the speaker',
  end: 'End of the session',
  holding: 'HOLDING SLIDE: {why}',
  absent: 'the speaker is absent',
  missing: 'no slides received',
  noCopy: 'NO PDF COPY: open the presentation beforehand',
  copy: 'PDF copy',
  notConfirmed: 'NOT CONFIRMED: {state}',
  embargo: 'UNDER EMBARGO: do not name before the announcement',
  remote: 'REMOTE: check the line',
  language: 'Speaks {language}',
  nothing: 'Nothing happens in this room.',
  since: 'Only what is another than in release {number}. Keep the sheet of that release.',
  noChange: 'Nothing is another than in release {number}.',
  out: 'FALLS OUT: {what}',
  moved: 'MOVES AWAY: {what}, now {to}',
  notReceived: 'The slides are not available.',
  continues: 'The programme continues as planned.',
  listing:
    'Slides of {room}, in the order of speaking. Session and number stand before each name; "holding" is shown where there is nothing else. A room shows the PDF copies; the presentations lie in the folder "presentations".',
  remove: 'Remove from the folder what begins with:',
};
export type DeskWords = typeof en;

const th: DeskWords = {
  speakingList: 'ลำดับผู้นำเสนอและคำบรรยายชื่อ',
  order: 'ลำดับ',
  caption: 'คำบรรยายภาษาอังกฤษ',
  captionOther: 'คำบรรยายภาษาไทย',
  noSpeaker: 'ยังไม่ทราบผู้นำเสนอ',
  runSheet: 'ลำดับการดำเนินรายการ: {room}',
  cue: 'รายการ',
  slides: 'สไลด์',
  start: 'ผู้นำเสนอ: {name}',
  change: 'เหลือเวลาสองนาที: ให้สัญญาณผู้นำเสนอ',
  end: 'จบช่วง',
  holding: 'ขึ้นสไลด์คั่น: {why}',
  absent: 'ผู้นำเสนอไม่มา',
  missing: 'ยังไม่ได้รับสไลด์',
  noCopy: 'ไม่มีสำเนา PDF: โปรดเปิดไฟล์นำเสนอไว้ล่วงหน้า',
  copy: 'สำเนา PDF',
  notConfirmed: 'ยังไม่ยืนยัน: {state}',
  embargo: 'ห้ามเปิดเผยชื่อก่อนการประกาศผล',
  remote: 'ทางไกล: ตรวจสอบสัญญาณ',
  language: 'นำเสนอเป็นภาษา {language}',
  nothing: 'ไม่มีรายการในห้องนี้',
  since: 'แสดงเฉพาะรายการที่ต่างจากกำหนดการฉบับที่ {number} โปรดใช้คู่กับฉบับนั้น',
  noChange: 'ไม่มีรายการใดต่างจากกำหนดการฉบับที่ {number}',
  out: 'ตัดออก: {what}',
  moved: 'ย้ายไป: {what} เป็น {to}',
  notReceived: 'ไม่มีสไลด์สำหรับการนำเสนอนี้',
  continues: 'การประชุมดำเนินต่อไปตามกำหนดการ',
  listing:
    'สไลด์ของ{room} เรียงตามลำดับการนำเสนอ ชื่อไฟล์ขึ้นต้นด้วยช่วงและลำดับ ไฟล์ "holding" ใช้แสดงเมื่อไม่มีสไลด์อื่น ห้องประชุมใช้สำเนา PDF ส่วนไฟล์นำเสนอต้นฉบับอยู่ในโฟลเดอร์ "presentations"',
  remove: 'ให้นำไฟล์ที่ขึ้นต้นด้วยชื่อต่อไปนี้ออกจากโฟลเดอร์:',
};

const all: { [language: string]: DeskWords } = { en, th };

/** English where there are no words in the language asked for. */
export const deskWords = (language: string): DeskWords => all[language] ?? en;
