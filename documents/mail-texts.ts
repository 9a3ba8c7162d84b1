// What mails say, by kind and language. Words in braces are facts; a language without a text of its own reads English.
import { awardTexts } from './award-texts.ts';
import { callTexts } from './call-texts.ts';
import { ceremonyTexts } from './ceremony-texts.ts';
import { cycleTexts } from './cycle-texts.ts';
import { nudgeTexts } from './nudge-texts.ts';
import { paperTexts } from './paper-texts.ts';
import { reminderTexts } from './reminder-texts.ts';
import { screeningTexts } from './screening-texts.ts';
import { signInTexts } from './sign-in-texts.ts';

export type MailText = { subject: string; body: string };
export type Translations = { en: MailText; [language: string]: MailText };

const nominationTexts = {
  'nomination-receipt': {
    en: {
      subject: 'Received: {organisation}',
      body: 'The nomination of {organisation} was received on {received}.\nNumber: {number}, version {version}\nFingerprint of the form: {fingerprint}\nFiles: {files}\n\nIt may be replaced until the cut-off.\n{url}',
    },
    th: {
      subject: 'ได้รับแล้ว: {organisation}',
      body: 'ได้รับการเสนอชื่อ {organisation} เมื่อ {received}\nเลขที่: {number} ฉบับที่ {version}\nลายนิ้วมือของแบบฟอร์ม: {fingerprint}\nเอกสารแนบ: {files}\n\nแก้ไขและส่งใหม่ได้จนถึงเวลาปิดรับ\n{url}',
    },
  },
  'nomination-news': {
    en: {
      subject: '{organisation}: {what}',
      body: 'The nomination of {organisation} in {cycle}: {what}.\n\n{url}',
    },
  },
} satisfies { [kind: string]: Translations };

const judgingTexts = {
  'judge-invited': {
    en: {
      subject: 'Invitation to judge: {cycle}',
      body: 'You are invited to serve as a judge of {cycle}. Please accept or decline:\n\n{url}',
    },
  },
  'judge-news': {
    en: { subject: '{cycle}: a judge, {what}', body: 'In {cycle}, a judge of {panels}: {what}.\n\n{url}' },
  },
  'assignment-released': {
    en: {
      subject: 'Your entries: {cycle}',
      body: 'The entries that you read for {cycle} are ready. Please score them by {deadline}.\n\n{url}',
    },
  },
  'panel-news': {
    en: { subject: '{cycle}: panel {panels}, {what}', body: 'Panel {panels} of {cycle}: {what}.\n\n{url}' },
  },
} satisfies { [kind: string]: Translations };

const resultTexts = {
  'endorsement-requested': {
    en: {
      subject: '{cycle}: for your endorsement',
      body: 'The results of {cycle} are before you for endorsement. Please reply by {deadline}.\n\nThe circulation note: {url}',
    },
  },
  'result-objected': {
    en: {
      subject: '{cycle}: an objection',
      body: 'An objection was made to one result of {cycle} that concerns {country}. The secretariat will settle it with you.\n\n{url}',
    },
  },
  'endorsement-concluded': {
    en: {
      subject: '{cycle}: endorsement is concluded',
      body: 'Endorsement of the results of {cycle} is concluded.\n\n{url}',
    },
  },
  'award-answered': {
    en: { subject: '{organisation}: {what}', body: '{organisation}, {cycle}: {what}.\n\n{url}' },
  },
  'stage-published': {
    en: {
      subject: '{cycle}: {stage}',
      body: 'The results of {cycle} have been made known: {stage}.\n{embargo}\n\n{url}',
    },
  },
} satisfies { [kind: string]: Translations };

const forumTexts = {
  'presenter-invited': {
    en: {
      subject: 'Invitation to speak: {forum}',
      body: 'You are invited to present {organisation} at {forum}. Please confirm or decline by {deadline}.\n\n{url}',
    },
  },
  'talk-news': {
    en: { subject: '{forum}: {organisation}, {what}', body: 'The talk of {organisation} at {forum}: {what}.\n\n{url}' },
  },
  'schedule-released': {
    en: {
      subject: '{forum}: when you speak',
      body: 'In the programme "{release}" of {forum} your talk has a new place: {place}.\n{note}\n\nPlease confirm it: {url}',
    },
  },
} satisfies { [kind: string]: Translations };

const accountTexts = {
  'role-granted': {
    en: { subject: 'You have a new role: {role}', body: 'You act as {role}.\n\n{url}' },
  },
  'role-granted-for-a-time': {
    en: {
      subject: 'You stand in as {role}',
      body: 'You act as {role} from {begin} until {deadline}.\n\n{url}',
    },
    th: {
      subject: 'ท่านปฏิบัติหน้าที่แทนในฐานะ {role}',
      body: 'ท่านปฏิบัติหน้าที่ในฐานะ {role} ตั้งแต่ {begin} ถึง {deadline}\n\n{url}',
    },
  },
  'role-handed-over': {
    en: {
      subject: 'Handed over: {role}, {place}',
      body: 'The role {role} of {place} is handed over to another person. For its holder so far it ends on {deadline}.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: 'ส่งมอบหน้าที่แล้ว: {role}, {place}',
      body: 'หน้าที่ {role} ของ {place} ส่งมอบให้ผู้อื่นแล้ว ผู้ปฏิบัติหน้าที่เดิมสิ้นสุดหน้าที่ใน {deadline}\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'second-factor-changed': {
    en: {
      subject: 'Your second factor has changed',
      body: 'Your second factor has changed: {what}. If this was not you, tell the secretariat at once.\n\n{url}',
    },
    th: {
      subject: 'การยืนยันตัวตนขั้นที่สองของท่านมีการเปลี่ยนแปลง',
      body: 'การยืนยันตัวตนขั้นที่สองของท่านมีการเปลี่ยนแปลง: {what} หากท่านไม่ได้ดำเนินการเอง โปรดแจ้งสำนักเลขาธิการทันที\n\n{url}',
    },
  },
  'account-invited': {
    en: {
      subject: 'Your access to Laureate',
      body: 'You are asked to take part as {role}. This link signs you in, no password is needed; it holds until {deadline} and works once:\n\n{link}\n\nAfterwards you may choose a password or add a passkey in your account.',
    },
    th: {
      subject: 'การเข้าใช้งาน Laureate ของท่าน',
      body: 'ขอเชิญท่านเข้าร่วมในฐานะ {role} ท่านสามารถเข้าสู่ระบบได้ทันทีด้วยลิงก์นี้โดยไม่ต้องใช้รหัสผ่าน ลิงก์ใช้ได้ครั้งเดียวถึง {deadline}:\n\n{link}\n\nหลังจากนั้นท่านสามารถตั้งรหัสผ่านหรือเพิ่มพาสคีย์ได้ในหน้าบัญชีของท่าน',
    },
  },
  ...signInTexts,
} satisfies { [kind: string]: Translations };

const texts = {
  ...callTexts,
  ...cycleTexts,
  ...nominationTexts,
  ...paperTexts,
  ...screeningTexts,
  ...judgingTexts,
  ...resultTexts,
  ...forumTexts,
  ...ceremonyTexts,
  ...accountTexts,
  ...awardTexts,
  ...reminderTexts,
  ...nudgeTexts,
};
export type MailKind = keyof typeof texts;
export const mailKinds = Object.keys(texts).filter((kind): kind is MailKind => kind in texts);

/** The text in the language asked for, else in English, with the language that it is in. */
export function mailText(kind: MailKind, language: string): MailText & { language: string } {
  const translations: Translations = texts[kind];
  const own = translations[language];
  return own === undefined ? { language: 'en', ...translations.en } : { language, ...own };
}
