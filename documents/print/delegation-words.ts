// The words of a delegation's printed papers: invitation letter, badges, list of participants.
import type { Capacity } from '../../domain/delegation/messages.ts';

type DelegationWords = {
  invitation: string;
  to: string;
  body: string;
  when: string;
  hours: string;
  inZone: string;
  where: string;
  as: string;
  of: string;
  assignedBy: string;
  greeting: string;
  close: string;
  forHost: string;
  date: string;
  badges: string;
  list: string;
  order: string;
  name: string;
  position: string;
  nobody: string;
  capacity: { [capacity in Capacity]: string };
};

const en: DelegationWords = {
  invitation: 'Letter of invitation',
  to: 'To',
  body: 'You are invited to attend {forum} as a member of the delegation of {country}.',
  when: 'Day',
  hours: 'Hours',
  inZone: '{hours}, time at the venue ({zone})',
  where: 'Venue',
  as: 'Capacity',
  of: 'Delegation',
  assignedBy: 'Assigned by',
  greeting: 'Dear {name},',
  close:
    'This letter is issued for the participant named above and becomes valid with the signature of the host or the secretariat.',
  forHost: 'For the host or the secretariat: name, office, signature and seal',
  date: 'Place and date',
  badges: 'Badges',
  list: 'List of participants',
  order: 'No.',
  name: 'Name',
  position: 'Position and body',
  nobody: 'Nobody is registered yet.',
  capacity: {
    head: 'Head of delegation',
    delegate: 'Delegate',
    'laureate-representative': "Laureate's representative",
    presenter: 'Presenter',
    observer: 'Observer',
    interpreter: 'Interpreter',
    accompanying: 'Accompanying person',
    guest: 'Guest',
    organiser: 'Organiser',
  },
};

const th: DelegationWords = {
  invitation: 'หนังสือเชิญ',
  to: 'เรียน',
  body: 'ขอเรียนเชิญท่านเข้าร่วม {forum} ในฐานะสมาชิกคณะผู้แทน{country}',
  when: 'วันที่',
  hours: 'เวลา',
  inZone: '{hours} ตามเวลา ณ สถานที่จัดงาน ({zone})',
  where: 'สถานที่',
  as: 'ในฐานะ',
  of: 'คณะผู้แทน',
  assignedBy: 'หนังสือมอบหมาย',
  greeting: 'เรียน {name}',
  close: 'หนังสือฉบับนี้ออกให้แก่ผู้เข้าร่วมซึ่งมีนามข้างต้น และมีผลเมื่อลงนามโดยเจ้าภาพหรือสำนักเลขาธิการแล้ว',
  forHost: 'ในนามเจ้าภาพหรือสำนักเลขาธิการ: ชื่อ ตำแหน่ง ลายมือชื่อ และตราประทับ',
  date: 'สถานที่และวันที่',
  badges: 'บัตรประจำตัวผู้เข้าร่วม',
  list: 'รายชื่อผู้เข้าร่วม',
  order: 'ลำดับ',
  name: 'ชื่อ',
  position: 'ตำแหน่งและหน่วยงาน',
  nobody: 'ยังไม่มีผู้ลงทะเบียน',
  capacity: {
    head: 'หัวหน้าคณะผู้แทน',
    delegate: 'ผู้แทน',
    'laureate-representative': 'ผู้แทนองค์กรที่ได้รับรางวัล',
    presenter: 'ผู้นำเสนอ',
    observer: 'ผู้สังเกตการณ์',
    interpreter: 'ล่าม',
    accompanying: 'ผู้ติดตาม',
    guest: 'แขก',
    organiser: 'ผู้จัดงาน',
  },
};

const all: { [language: string]: DelegationWords } = { en, th };

/** With the language that the words are in: English where there are none in the one asked for. */
export function delegationWords(language: string): { language: string; words: DelegationWords } {
  const words = all[language];
  return words === undefined ? { language: 'en', words: en } : { language, words };
}
