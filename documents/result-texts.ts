// What mails say of endorsement, of how results are made known, and of what the awarded answer.
import type { Translations } from './mail-texts.ts';

export const resultTexts = {
  'endorsement-requested': {
    en: {
      subject: '{cycle}: for your endorsement',
      body: 'The results of {cycle} are before you for endorsement. Please reply by {deadline}.\n\nThe circulation note: {url}',
    },
    th: {
      subject: '{cycle}: ขอรับการรับรองจากท่าน',
      body: 'ขอเสนอผลของ {cycle} เพื่อโปรดพิจารณารับรอง โปรดตอบภายใน {deadline}\n\nบันทึกเวียน: {url}',
    },
  },
  'result-objected': {
    en: {
      subject: '{cycle}: an objection',
      body: 'An objection was made to one result of {cycle} that concerns {country}. The secretariat will settle it with you.\n\n{url}',
    },
    th: {
      subject: '{cycle}: มีการคัดค้าน',
      body: 'มีการคัดค้านผลหนึ่งรายการของ {cycle} ที่เกี่ยวข้องกับ {country} สำนักเลขาธิการจะหารือกับท่านเพื่อหาข้อยุติ\n\n{url}',
    },
  },
  'endorsement-concluded': {
    en: {
      subject: '{cycle}: endorsement is concluded',
      body: 'Endorsement of the results of {cycle} is concluded.\n\n{url}',
    },
    th: {
      subject: '{cycle}: การรับรองเสร็จสิ้นแล้ว',
      body: 'การรับรองผลของ {cycle} เสร็จสิ้นแล้ว\n\n{url}',
    },
  },
  'award-answered': {
    en: { subject: '{organisation}: {what}', body: '{organisation}, {cycle}: {what}.\n\n{url}' },
    th: { subject: '{organisation}: {what}', body: 'รางวัลของ {organisation} ใน {cycle}: {what}\n\n{url}' },
  },
  'stage-published': {
    en: {
      subject: '{cycle}: {stage}',
      body: 'The results of {cycle} have been made known: {stage}.\n{embargo}\n\n{url}',
    },
    th: {
      subject: '{cycle}: แจ้งผล{stage}',
      body: 'ผลของ {cycle} ได้แจ้ง{stage}แล้ว\n{embargo}\n\n{url}',
    },
  },
  'own-result': {
    en: {
      subject: 'How the result came about: {organisation}',
      body: 'A signed record of how the result of {organisation} in {cycle} came about is ready for you. Anybody can check it, on any machine.\n\n{url}',
    },
    th: {
      subject: 'ที่มาของผลการพิจารณา: {organisation}',
      body: 'บันทึกที่ลงลายมือชื่อซึ่งแสดงที่มาของผลการพิจารณาของ {organisation} ใน {cycle} พร้อมให้ท่านดาวน์โหลดแล้ว ทุกคนตรวจสอบได้บนเครื่องใดก็ได้\n\n{url}',
    },
  },
  'own-result-linked': {
    en: {
      subject: 'How the result came about: {organisation}',
      body: 'Dear {name},\n\nA signed record of how the result of {organisation} in {cycle} came about is ready for you. Anybody can check it, on any machine. The link holds until {deadline}.\n\n{link}',
    },
    th: {
      subject: 'ที่มาของผลการพิจารณา: {organisation}',
      body: 'เรียน {name}\n\nบันทึกที่ลงลายมือชื่อซึ่งแสดงที่มาของผลการพิจารณาของ {organisation} ใน {cycle} พร้อมให้ท่านดาวน์โหลดแล้ว ทุกคนตรวจสอบได้บนเครื่องใดก็ได้ ลิงก์ใช้ได้ถึง {deadline}\n\n{link}',
    },
  },
} satisfies { [kind: string]: Translations };
