// What mails say of dossiers once a decision is signed, of an award that is offered, and of what becomes of it.
import type { Translations } from './mail-texts.ts';

export const awardTexts = {
  'file-taken-over': {
    en: {
      subject: 'A file for you: {organisation}',
      body: 'An officer of the secretariat has declared a conflict with {organisation} in {cycle}. As standby you take this file from now on.\n\n{url}',
    },
    th: {
      subject: 'แฟ้มที่ท่านต้องรับช่วง: {organisation}',
      body: 'เจ้าหน้าที่สำนักเลขาธิการคนหนึ่งแจ้งว่ามีส่วนได้เสียกับ {organisation} ใน {cycle} ท่านในฐานะผู้ทำหน้าที่แทนรับช่วงแฟ้มนี้ตั้งแต่บัดนี้\n\n{url}',
    },
  },
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
  'award-offered': {
    en: {
      subject: 'The award is yours to accept: {organisation}',
      body: 'Dear {name},\n\n{organisation} is chosen as a laureate of {cycle}. Please keep this to yourself until it is announced. Please accept or decline by {deadline}, and see whether the name and the citation are right. Without an answer a runner-up follows.\n\n{link}',
    },
    th: {
      subject: 'ขอเชิญตอบรับรางวัล: {organisation}',
      body: 'เรียน {name}\n\n{organisation} ได้รับการคัดเลือกให้ได้รับรางวัล {cycle} โปรดรักษาเป็นความลับจนกว่าจะมีการประกาศ โปรดตอบรับหรือปฏิเสธภายใน {deadline} และตรวจชื่อกับคำประกาศเกียรติคุณ หากไม่มีคำตอบ ลำดับรองจะได้รับรางวัลแทน\n\n{link}',
    },
  },
  'contact-needed': {
    en: {
      subject: 'Who answers for {organisation}?',
      body: '{organisation} is endorsed as a laureate of {cycle}. Please name the person who answers for it: the answer is due by {deadline}, and without one a runner-up follows.\n\n{url}',
    },
    th: {
      subject: 'ใครเป็นผู้ตอบแทน {organisation}',
      body: '{organisation} ได้รับการรับรองให้ได้รับรางวัล {cycle} โปรดระบุผู้ตอบแทนองค์กร ต้องตอบภายใน {deadline} หากไม่มีคำตอบ ลำดับรองจะได้รับรางวัลแทน\n\n{url}',
    },
  },
  'name-to-correct': {
    en: {
      subject: 'A name to be corrected: {organisation}',
      body: 'Of the name of {organisation} in {cycle} its contact says:\n\n{text}\n\nPlease correct it, or say that it stands.\n{url}',
    },
    th: {
      subject: 'โปรดแก้ไขชื่อ: {organisation}',
      body: 'ผู้ติดต่อของ {organisation} ใน {cycle} แจ้งเกี่ยวกับชื่อว่า:\n\n{text}\n\nโปรดแก้ไข หรือยืนยันว่าถูกต้องแล้ว\n{url}',
    },
  },
  'name-corrected': {
    en: {
      subject: 'The name as it is now: {organisation}',
      body: 'The name for {cycle} is now: {organisation}\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: 'ชื่อที่ใช้ต่อไป: {organisation}',
      body: 'ชื่อสำหรับ {cycle} คือ: {organisation}\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'announcement-corrected': {
    en: {
      subject: '{cycle}: the announcement is corrected',
      body: 'What was announced of {organisation} in {cycle} is corrected. It now reads: {text}\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: '{cycle}: แก้ไขประกาศแล้ว',
      body: 'ประกาศเกี่ยวกับ {organisation} ใน {cycle} ได้รับการแก้ไขเป็น: {text}\nเหตุผล: {reason}\n\n{url}',
    },
  },
} satisfies { [kind: string]: Translations };
