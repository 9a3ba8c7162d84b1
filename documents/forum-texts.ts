// What mails say to presenters of a forum, and of them to those who arrange it.
import type { Translations } from './mail-texts.ts';

export const forumTexts = {
  'presenter-invited': {
    en: {
      subject: 'Invitation to speak: {forum}',
      body: 'You are invited to present {organisation} at {forum}. Please confirm or decline by {deadline}; you need no account for it. The link is yours alone: there you also say what the talk is about, when you can speak, or name somebody who speaks instead.\n\n{link}',
    },
    th: {
      subject: 'ขอเชิญเป็นผู้นำเสนอ: {forum}',
      body: 'ขอเรียนเชิญท่านนำเสนอผลงานของ {organisation} ใน {forum} โปรดยืนยันหรือปฏิเสธภายใน {deadline} โดยไม่ต้องมีบัญชีผู้ใช้ ลิงก์นี้สำหรับท่านเท่านั้น ท่านสามารถแจ้งหัวข้อ เวลาที่สะดวก หรือระบุผู้พูดแทนได้ที่นี่\n\n{link}',
    },
  },
  'speaker-named': {
    en: {
      subject: 'You are to speak: {forum}',
      body: 'You are asked to speak for {organisation} at {forum}, which opens on {opens}. Please say when you can speak, how your name and position are printed, and send your slides. You need no account; the link is yours alone and holds until {deadline}:\n\n{link}',
    },
    th: {
      subject: 'ท่านได้รับมอบหมายให้นำเสนอ: {forum}',
      body: 'ท่านได้รับมอบหมายให้นำเสนอในนามของ {organisation} ใน {forum} ซึ่งเริ่ม {opens} โปรดแจ้งเวลาที่สะดวก ชื่อและตำแหน่งที่จะพิมพ์ และส่งสไลด์ของท่าน ท่านไม่ต้องมีบัญชีผู้ใช้ ลิงก์นี้สำหรับท่านเท่านั้นและใช้ได้ถึง {deadline}:\n\n{link}',
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
      body: 'In the programme "{release}" of {forum} your talk has a new place: {place}. Before: {before}.\n{note}\n\nThe entry for your calendar goes with this mail; it takes the place of the one before. Please say whether the place suits you; you need no account. The link holds until {deadline}: {link}',
    },
    th: {
      subject: '{forum}: กำหนดการนำเสนอของท่าน',
      body: 'ในกำหนดการ "{release}" ของ {forum} การนำเสนอของท่านมีเวลาและสถานที่ใหม่: {place} เดิม: {before}\n{note}\n\nอีเมลฉบับนี้แนบรายการสำหรับปฏิทินของท่าน ซึ่งใช้แทนรายการเดิม โปรดแจ้งว่าเวลาและสถานที่นี้สะดวกหรือไม่ โดยไม่ต้องมีบัญชีผู้ใช้ ลิงก์ใช้ได้ถึง {deadline}: {link}',
    },
  },
  'talk-unscheduled': {
    en: {
      subject: '{forum}: your talk has no place now',
      body: 'In the programme "{release}" of {forum} your talk has no place any more. Before: {before}.\n{note}\n\nThe file that goes with this mail takes the entry out of your calendar. You are told when there is another place. The link holds until {deadline}: {link}',
    },
    th: {
      subject: '{forum}: การนำเสนอของท่านยังไม่มีเวลา',
      body: 'ในกำหนดการ "{release}" ของ {forum} การนำเสนอของท่านไม่มีเวลาและสถานที่แล้ว เดิม: {before}\n{note}\n\nไฟล์ที่แนบมาจะนำรายการออกจากปฏิทินของท่าน และท่านจะได้รับแจ้งเมื่อมีเวลาใหม่ ลิงก์ใช้ได้ถึง {deadline}: {link}',
    },
  },
  'running-late': {
    en: {
      subject: '{forum}: another time today',
      body: 'At {forum} you have a part in what takes place at another time than you were told:\n{parts}\nTimes are those of the venue ({zone}).\n{reason}\n\nAn entry for a calendar that goes with this mail takes the place of the one before. The programme as it runs: {url}',
    },
    th: {
      subject: '{forum}: แจ้งเปลี่ยนเวลาวันนี้',
      body: 'ใน {forum} รายการที่ท่านมีส่วนร่วมจะเริ่มในเวลาที่ต่างจากที่ได้แจ้งไว้:\n{parts}\nเวลาทั้งหมดเป็นเวลา ณ สถานที่จัดงาน ({zone})\n{reason}\n\nรายการปฏิทินที่แนบมากับอีเมลฉบับนี้ (ถ้ามี) ใช้แทนรายการเดิม ดูกำหนดการตามเวลาจริง: {url}',
    },
  },
} satisfies { [kind: string]: Translations };
