// What mails say to presenters of a forum, and of them to those who arrange it.
import type { Translations } from './mail-texts.ts';

export const forumTexts = {
  'presenter-invited': {
    en: {
      subject: 'Invitation to speak: {forum}',
      body: 'You are invited to present {organisation} at {forum}. Please confirm or decline by {deadline}.\n\n{url}',
    },
    th: {
      subject: 'ขอเชิญเป็นผู้นำเสนอ: {forum}',
      body: 'ขอเรียนเชิญท่านนำเสนอผลงานของ {organisation} ใน {forum} โปรดยืนยันหรือปฏิเสธภายใน {deadline}\n\n{url}',
    },
  },
  'talk-news': {
    en: { subject: '{forum}: {organisation}, {what}', body: 'The talk of {organisation} at {forum}: {what}.\n\n{url}' },
    th: {
      subject: '{forum}: {organisation} {what}',
      body: 'การนำเสนอของ {organisation} ใน {forum}: {what}\n\n{url}',
    },
  },
  'schedule-released': {
    en: {
      subject: '{forum}: when you speak',
      body: 'In the programme "{release}" of {forum} your talk has a new place: {place}.\n{note}\n\nPlease confirm it: {url}',
    },
    th: {
      subject: '{forum}: กำหนดการนำเสนอของท่าน',
      body: 'ในกำหนดการ "{release}" ของ {forum} การนำเสนอของท่านมีเวลาและสถานที่ใหม่: {place}\n{note}\n\nโปรดยืนยัน: {url}',
    },
  },
} satisfies { [kind: string]: Translations };
