// What reminders say. Each is for those who still owe something, or, a day after the deadline, for the secretariat.

const greeting = { en: 'A reminder', th: 'แจ้งเตือน' };

/** A reminder of one thing that is owed, until an instant. */
const owed = (what: string, th?: string) => ({
  en: {
    subject: `${greeting.en}, {about}: ${what}`,
    body: `{about}: ${what}. It is due by {deadline}.\n\n{url}`,
  },
  ...(th !== undefined && {
    th: { subject: `${greeting.th} {about}: ${th}`, body: `{about}: ${th} ภายใน {deadline}\n\n{url}` },
  }),
});

export const reminderTexts = {
  'reminder-nomination': owed('a nomination is still to be submitted', 'ยังไม่ได้ส่งการเสนอชื่อ'),
  'reminder-screening': owed('the screening is still to be signed', 'ยังไม่ได้ลงนามผลการคัดกรอง'),
  'reminder-correction': owed('a nomination is still to be corrected', 'ยังไม่ได้แก้ไขการเสนอชื่อ'),
  'reminder-assignment': owed('a panel waits for its entries to be assigned'),
  'reminder-scoring': owed('entries are still to be scored', 'ยังให้คะแนนไม่ครบ'),
  'reminder-decision': owed('the decision of a panel is still to be recorded and signed'),
  'reminder-endorsement': owed('a reply to the circulation note is still owed'),
  'reminder-request-endorsement': owed('the signed decisions are still to be put before the endorsers'),
  'reminder-plan-announcement': owed('the announcement is still to be planned'),
  'reminder-presenters': owed('presenters are still to be invited, or to answer'),
  'reminder-release': owed('the programme is still to be released'),
  'reminder-talk-answer': owed('the invitation to speak waits for an answer', 'คำเชิญเป็นผู้นำเสนอยังรอคำตอบ'),
  'reminder-talk-place': owed('the new place of a talk is still to be confirmed', 'ยังไม่ได้ยืนยันเวลานำเสนอใหม่'),
  overdue: {
    en: {
      subject: 'Overdue, {about}: {what}',
      body: '{about}: {what} was due by {deadline} and is still owed by {number} of those concerned.\n\n{url}',
    },
  },
};
