// What reminders say: to those who still owe something, and, a day after the deadline, to the desk that sees to it.
import type { Translations } from './mail-texts.ts';

export const owed = {
  nomination: { en: 'a nomination is still to be submitted', th: 'ยังไม่ได้ส่งการเสนอชื่อ' },
  screening: { en: 'the screening is still to be signed', th: 'ยังไม่ได้ลงนามผลการคัดกรอง' },
  correction: { en: 'a nomination is still to be corrected', th: 'ยังไม่ได้แก้ไขการเสนอชื่อ' },
  assignment: { en: 'a panel waits for its entries to be assigned', th: 'คณะกรรมการยังรอการมอบหมายรายการ' },
  scoring: { en: 'entries are still to be scored', th: 'ยังให้คะแนนไม่ครบ' },
  shortlist: {
    en: 'who goes on to the next round is still to be settled',
    th: 'ยังไม่ได้กำหนดรายการที่ผ่านเข้ารอบถัดไป',
  },
  'earlier-round': {
    en: 'judging has ended before the next round could be held: decide on the round that was sealed, with the reason, or have the time reopened by the secretariat',
    th: 'ช่วงการตัดสินสิ้นสุดก่อนจัดรอบถัดไป โปรดตัดสินตามผลของรอบที่ปิดผนึกแล้วพร้อมเหตุผล หรือขอให้สำนักเลขาธิการเปิดช่วงเวลาใหม่',
  },
  decision: {
    en: 'the decision of a panel is still to be recorded and signed',
    th: 'ยังไม่ได้บันทึกและลงนามผลการตัดสินของคณะกรรมการ',
  },
  endorsement: { en: 'a reply to the circulation note is still owed', th: 'ยังไม่ได้ตอบบันทึกเวียนขอการรับรอง' },
  'request-endorsement': {
    en: 'the signed decisions are still to be put before the endorsers',
    th: 'ยังไม่ได้เสนอผลการตัดสินที่ลงนามแล้วต่อผู้รับรอง',
  },
  'plan-announcement': { en: 'the announcement is still to be planned', th: 'ยังไม่ได้วางแผนการประกาศผล' },
  'award-answer': { en: 'the award is still to be accepted or declined', th: 'ยังไม่ได้ตอบรับหรือปฏิเสธรางวัล' },
  presenters: { en: 'presenters are still to be invited, or to answer', th: 'ยังไม่ได้เชิญผู้นำเสนอ หรือผู้นำเสนอยังไม่ตอบ' },
  release: { en: 'the programme is still to be released', th: 'ยังไม่ได้เผยแพร่กำหนดการ' },
  'talk-answer': { en: 'the invitation to speak waits for an answer', th: 'คำเชิญเป็นผู้นำเสนอยังรอคำตอบ' },
  'talk-slides': {
    en: 'the slides are still to come, or their copy as PDF',
    th: 'ยังไม่ได้รับสไลด์ หรือสำเนา PDF ของสไลด์',
  },
  'talk-place': { en: 'the new place of a talk is still to be confirmed', th: 'ยังไม่ได้ยืนยันเวลานำเสนอใหม่' },
} satisfies { [matter: string]: Words };
export type Matter = keyof typeof owed;
type Words = { en: string; th: string };

const reminder = ({ en, th }: Words, way: '{url}' | '{link}' = '{url}'): Translations => ({
  en: {
    subject: `A reminder, {about}: ${en}`,
    body: `{about}: ${en}. It is due by {deadline}.\n\n${way}`,
  },
  th: { subject: `แจ้งเตือน {about}: ${th}`, body: `{about}: ${th} ภายใน {deadline}\n\n${way}` },
});

const overdue = ({ en, th }: Words): Translations => ({
  en: {
    subject: `Overdue, {about}: ${en}`,
    body: `{about}: ${en}. It was due by {deadline}. Persons who owe it: {number}.\n\n{url}`,
  },
  th: {
    subject: `เกินกำหนด {about}: ${th}`,
    body: `{about}: ${th} ครบกำหนดแล้วเมื่อ {deadline} จำนวนผู้ที่ยังไม่ดำเนินการ: {number}\n\n{url}`,
  },
});

const reminderOf = (what: Matter): Translations => reminder(owed[what]);
const overdueOf = (what: Matter): Translations => overdue(owed[what]);

export const reminderTexts = {
  'reminder-nomination': reminderOf('nomination'),
  'reminder-screening': reminderOf('screening'),
  'reminder-correction': reminderOf('correction'),
  'reminder-assignment': reminderOf('assignment'),
  'reminder-scoring': reminderOf('scoring'),
  'reminder-shortlist': reminderOf('shortlist'),
  'reminder-earlier-round': reminderOf('earlier-round'),
  'reminder-decision': reminderOf('decision'),
  'reminder-endorsement': reminderOf('endorsement'),
  'reminder-request-endorsement': reminderOf('request-endorsement'),
  'reminder-plan-announcement': reminderOf('plan-announcement'),
  'reminder-award-answer': reminderOf('award-answer'),
  'reminder-award-link': reminder(owed['award-answer'], '{link}'),
  'reminder-presenters': reminderOf('presenters'),
  'reminder-release': reminderOf('release'),
  'reminder-talk-answer': reminderOf('talk-answer'),
  'reminder-talk-place': reminderOf('talk-place'),
  'reminder-talk-slides': reminderOf('talk-slides'),
  'overdue-nomination': overdueOf('nomination'),
  'overdue-screening': overdueOf('screening'),
  'overdue-correction': overdueOf('correction'),
  'overdue-assignment': overdueOf('assignment'),
  'overdue-scoring': overdueOf('scoring'),
  'overdue-shortlist': overdueOf('shortlist'),
  'overdue-earlier-round': overdueOf('earlier-round'),
  'overdue-decision': overdueOf('decision'),
  'overdue-endorsement': overdueOf('endorsement'),
  'overdue-request-endorsement': overdueOf('request-endorsement'),
  'overdue-plan-announcement': overdueOf('plan-announcement'),
  'overdue-award-answer': overdueOf('award-answer'),
  'overdue-presenters': overdueOf('presenters'),
  'overdue-release': overdueOf('release'),
  'overdue-talk-answer': overdueOf('talk-answer'),
  'overdue-talk-place': overdueOf('talk-place'),
  'overdue-talk-slides': overdueOf('talk-slides'),
};
