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
  'panel-news': {
    en: { subject: '{cycle}: panel {panels}, {what}', body: 'Panel {panels} of {cycle}: {what}.\n\n{url}' },
    th: { subject: '{cycle}: คณะกรรมการ {panels} {what}', body: 'คณะกรรมการ {panels} ของ {cycle}: {what}\n\n{url}' },
  },
} satisfies { [kind: string]: Translations };
