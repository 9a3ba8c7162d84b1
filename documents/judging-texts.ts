// What mails say to judges, and of judges and panels to those who keep them.
import type { Translations } from './mail-texts.ts';

export const judgingTexts = {
  'judge-invited': {
    en: {
      subject: 'Invitation to judge: {cycle}',
      body: 'You are invited to serve as a judge of {cycle}. Please accept or decline:\n\n{url}',
    },
    th: {
      subject: 'ขอเชิญเป็นกรรมการตัดสิน: {cycle}',
      body: 'ขอเรียนเชิญท่านเป็นกรรมการตัดสิน {cycle} โปรดตอบรับหรือปฏิเสธ:\n\n{url}',
    },
  },
  'judge-news': {
    en: { subject: '{cycle}: a judge, {what}', body: 'In {cycle}, a judge of {panels}: {what}.\n\n{url}' },
    th: { subject: '{cycle}: กรรมการ{what}', body: 'ใน {cycle} กรรมการคนหนึ่งของ {panels} {what}\n\n{url}' },
  },
  'assignment-released': {
    en: {
      subject: 'Your entries: {cycle}',
      body: 'The entries that you read for {cycle} are ready. Please score them by {deadline}.\n\n{url}',
    },
    th: {
      subject: 'รายการที่ท่านพิจารณา: {cycle}',
      body: 'รายการที่ท่านต้องพิจารณาสำหรับ {cycle} พร้อมแล้ว โปรดให้คะแนนภายใน {deadline}\n\n{url}',
    },
  },
  'reserve-called': {
    en: {
      subject: '{cycle}: you are called as a reserve',
      body: 'A judge cannot score an entry of {cycle}, and you are called in that place. You find it on your desk; please say first whether a conflict stands between you and it. Judging ends {deadline}.\n\n{url}',
    },
    th: {
      subject: '{cycle}: ขอเรียกท่านในฐานะกรรมการสำรอง',
      body: 'มีกรรมการท่านหนึ่งไม่สามารถให้คะแนนรายการหนึ่งของ {cycle} จึงขอเรียกท่านมาทำหน้าที่แทน รายการอยู่ในหน้างานของท่าน โปรดแจ้งก่อนว่าท่านมีผลประโยชน์ขัดกันกับรายการนี้หรือไม่ การให้คะแนนสิ้นสุด {deadline}\n\n{url}',
    },
  },
  'access-asked': {
    en: {
      subject: '{cycle}: somebody asks to see an entry in spite of a conflict',
      body: 'At the panel {panels} of {cycle}, somebody asks to see an entry that a conflict keeps from them. It needs a second person without a conflict: you may let them in, for a time, or refuse.\nReason given: {reason}\n\n{url}',
    },
    th: {
      subject: '{cycle}: มีผู้ขอดูรายการทั้งที่มีผลประโยชน์ขัดกัน',
      body: 'ในคณะกรรมการ {panels} ของ {cycle} มีผู้ขอดูรายการที่ปิดไว้เพราะมีผลประโยชน์ขัดกัน ต้องมีบุคคลที่สองซึ่งไม่มีผลประโยชน์ขัดกันเป็นผู้พิจารณา ท่านอนุญาตให้ดูได้ชั่วคราวหรือปฏิเสธได้\nเหตุผลที่แจ้ง: {reason}\n\n{url}',
    },
  },
  'access-granted': {
    en: {
      subject: '{cycle}: access in spite of a conflict is granted',
      body: 'At the panel {panels} of {cycle}, a second person has granted what was asked for: the entry can be seen until {until}. It is on record, and it ends by itself.\n\n{url}',
    },
    th: {
      subject: '{cycle}: อนุญาตให้ดูรายการทั้งที่มีผลประโยชน์ขัดกันแล้ว',
      body: 'ในคณะกรรมการ {panels} ของ {cycle} บุคคลที่สองได้อนุญาตตามที่ขอแล้ว ดูรายการได้ถึง {until} มีการบันทึกไว้และสิ้นสุดเองเมื่อครบกำหนด\n\n{url}',
    },
  },
  'access-over': {
    en: {
      subject: '{cycle}: no access in spite of a conflict',
      body: 'At the panel {panels} of {cycle}, what was asked for is refused, or has been ended before its time: the entry is hidden as before.\nReason: {reason}\n\n{url}',
    },
    th: {
      subject: '{cycle}: ไม่อนุญาตให้ดูรายการที่มีผลประโยชน์ขัดกัน',
      body: 'ในคณะกรรมการ {panels} ของ {cycle} คำขอถูกปฏิเสธหรือถูกยุติก่อนกำหนด รายการถูกปิดไว้เช่นเดิม\nเหตุผล: {reason}\n\n{url}',
    },
  },
  'panel-news': {
    en: { subject: '{cycle}: panel {panels}, {what}', body: 'Panel {panels} of {cycle}: {what}.\n\n{url}' },
    th: { subject: '{cycle}: คณะกรรมการ {panels} {what}', body: 'คณะกรรมการ {panels} ของ {cycle}: {what}\n\n{url}' },
  },
} satisfies { [kind: string]: Translations };
