// What mails say of roles, of invitations to an account, and of how people sign in.
import type { Translations } from './mail-texts.ts';
import { signInTexts } from './sign-in-texts.ts';

export const accountTexts = {
  'role-granted': {
    en: { subject: 'You have a new role: {role}', body: 'You act as {role}.\n\n{url}' },
    th: { subject: 'ท่านได้รับบทบาทใหม่: {role}', body: 'ท่านปฏิบัติหน้าที่ในฐานะ {role}\n\n{url}' },
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
