// What mails say of dossiers once a decision is signed, of an award that is offered, and of what becomes of it.
import type { Translations } from './mail-texts.ts';

export const awardTexts = {
  'dossier-returned': {
    en: {
      subject: 'Please correct before endorsement: {organisation}',
      body: 'The secretariat has read the dossier of {organisation} in {cycle} and gives it back to the country. Please answer with a corrected version by {deadline}.\nReason: {reason}\n\n{messages}\n\n{url}',
    },
    th: {
      subject: 'โปรดแก้ไขก่อนการรับรอง: {organisation}',
      body: 'สำนักเลขาธิการได้ตรวจเอกสารของ {organisation} ใน {cycle} และส่งกลับให้ประเทศแก้ไข โปรดส่งฉบับแก้ไขภายใน {deadline}\nเหตุผล: {reason}\n\n{messages}\n\n{url}',
    },
  },
  'dossier-answered': {
    en: {
      subject: 'Answered by the country: {organisation}',
      body: 'The country has answered with version {version} of the dossier of {organisation} in {cycle}. It waits to be verified.\n\n{url}',
    },
    th: {
      subject: 'ประเทศส่งฉบับแก้ไขแล้ว: {organisation}',
      body: 'ประเทศได้ส่งเอกสารฉบับที่ {version} ของ {organisation} ใน {cycle} แล้ว รอการตรวจรับรอง\n\n{url}',
    },
  },
  'objection-settled': {
    en: {
      subject: '{cycle}: an objection is settled',
      body: 'The objection of {country} to one result of {cycle} is settled: {what}.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: '{cycle}: พิจารณาข้อคัดค้านแล้ว',
      body: 'ข้อคัดค้านของ {country} ต่อผลหนึ่งรายการของ {cycle} ได้รับการพิจารณาแล้ว: {what}\nเหตุผล: {reason}\n\n{url}',
    },
  },
} satisfies { [kind: string]: Translations };
