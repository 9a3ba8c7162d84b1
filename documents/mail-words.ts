// Words that stand in mails for what the system calls by a key: phases, steps, roles, and how a ceremony is held.
import type { How, Mode } from '../domain/ceremony/messages.ts';
import type { Texts } from '../domain/messages.ts';
import type { Phase } from '../domain/phases.ts';
import type { Role } from '../domain/roles.ts';

/** In the languages that mails are written in. */
export type Words = { en: string; th: string };

export const phaseWords = {
  nomination: { en: 'nomination', th: 'การเสนอชื่อ' },
  screening: { en: 'screening', th: 'การคัดกรอง' },
  judging: { en: 'judging', th: 'การตัดสิน' },
  decision: { en: 'decision', th: 'การลงมติ' },
  endorsement: { en: 'endorsement', th: 'การรับรอง' },
  announcement: { en: 'announcement', th: 'การประกาศผล' },
  forum: { en: 'forum', th: 'เวทีเสวนา' },
} satisfies { [phase in Phase]: Words };

export const roleWords = {
  administrator: { en: 'administrator', th: 'ผู้ดูแลระบบ' },
  secretariat: { en: 'secretariat', th: 'สำนักเลขาธิการ' },
  standby: { en: 'standby', th: 'ผู้ปฏิบัติหน้าที่แทนสำนักเลขาธิการ' },
  'focal-point': { en: 'focal point', th: 'ผู้ประสานงานของประเทศ' },
  applicant: { en: 'applicant', th: 'ผู้สมัคร' },
  screener: { en: 'screener', th: 'ผู้คัดกรอง' },
  approver: { en: 'approver', th: 'ผู้อนุมัติ' },
  chair: { en: 'chair', th: 'ประธานคณะกรรมการ' },
  'deputy-chair': { en: 'deputy chair', th: 'รองประธานคณะกรรมการ' },
  judge: { en: 'judge', th: 'กรรมการตัดสิน' },
  endorser: { en: 'endorser', th: 'ผู้รับรองผล' },
  'laureate-contact': { en: 'laureate contact', th: 'ผู้ติดต่อขององค์กรที่ได้รับรางวัล' },
  nominee: { en: 'nominee', th: 'ผู้ได้รับการเสนอชื่อ' },
  referee: { en: 'referee', th: 'ผู้ออกหนังสือสนับสนุน' },
  presenter: { en: 'presenter', th: 'ผู้นำเสนอ' },
  participant: { en: 'participant', th: 'ผู้เข้าร่วม' },
  'forum-staff': { en: 'forum staff', th: 'เจ้าหน้าที่เวทีเสวนา' },
  host: { en: 'host of a forum', th: 'เจ้าภาพเวทีเสวนา' },
  moderator: { en: 'moderator', th: 'ผู้ดำเนินการเสวนา' },
  rapporteur: { en: 'rapporteur', th: 'ผู้จดบันทึกการเสวนา' },
  interpreter: { en: 'interpreter', th: 'ล่าม' },
  delegate: { en: 'delegate', th: 'ผู้แทนในคณะผู้แทน' },
  auditor: { en: 'auditor', th: 'ผู้ตรวจสอบ' },
  public: { en: 'public', th: 'สาธารณชน' },
  process: { en: 'process', th: 'ระบบ' },
  editor: { en: 'editor of a nomination', th: 'ผู้ร่วมจัดทำการเสนอชื่อ' },
} satisfies { [role in Role | 'editor']: Words };

export const modeWords = {
  'in-person': { en: 'in person', th: 'ณ สถานที่จัดงาน' },
  virtual: { en: 'virtual', th: 'ออนไลน์' },
  hybrid: { en: 'hybrid', th: 'ณ สถานที่จัดงานและออนไลน์' },
} satisfies { [mode in Mode]: Words };

export const howWords = {
  'in-person': { en: 'in person', th: 'รับด้วยตนเอง' },
  remote: { en: 'remote', th: 'รับจากระยะไกล' },
  represented: { en: 'represented', th: 'มีผู้แทนรับ' },
  absent: { en: 'absent', th: 'ไม่มารับ' },
} satisfies { [how in How]: Words };

/** Words around a text, in its languages and those of mails. */
export const around = (text: Texts, { en, th }: { en(said: string): string; th(said: string): string }): Words => ({
  en: en(text.en ?? Object.values(text)[0] ?? ''),
  th: th(text.th ?? text.en ?? Object.values(text)[0] ?? ''),
});
