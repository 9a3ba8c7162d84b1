// What mails say of a nomination that was received, and of what becomes of it on the way.
import type { Translations } from './mail-texts.ts';

export const nominationTexts = {
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
    th: {
      subject: '{organisation}: {what}',
      body: 'การเสนอชื่อ {organisation} ใน {cycle}: {what}\n\n{url}',
    },
  },
} satisfies { [kind: string]: Translations };
