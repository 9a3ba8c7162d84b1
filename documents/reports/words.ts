// The words of mission reports: what their parts are called, in each language that they are written in.
import { wordsOfNeighbours } from './words-of-neighbours.ts';

export type ReportWords = {
  title: string;
  forum: string;
  shortName: string;
  date: string;
  hours: string;
  venue: string;
  host: string;
  delegation: string;
  unit: string;
  basis: string;
  member: string;
  purpose: string;
  themes: string;
  theme: string;
  otherTitle: string;
  points: string;
  moderator: string;
  laureates: string;
  organisation: string;
  presenter: string;
  session: string;
  talkTime: string;
  topic: string;
  stands: string;
  standsFor: string;
  subtitle: string;
  aims: string;
  summary: string;
  others: string;
  outcome: string;
  followUp: string;
  pictures: string;
  picture: string;
  credit: string;
  notStated: string;
  version: string;
  draft: string;
  approved: string;
  internal: string;
  public: string;
  noPicture: string;
};

const en: ReportWords = {
  title: 'Report on the {forum}',
  forum: 'Forum',
  shortName: 'Short name',
  date: 'Date',
  hours: 'Time',
  venue: 'Venue',
  host: 'Host',
  delegation: 'Delegation',
  unit: 'Office',
  basis: 'Assigned by',
  member: 'Delegate',
  purpose: 'Purpose',
  themes: 'Themes',
  theme: 'Theme {number}: {title}',
  otherTitle: 'Title in English',
  points: 'Main points',
  moderator: 'Moderator',
  laureates: 'Laureates of {country} and their topics',
  organisation: 'Organisation',
  presenter: 'Presenter',
  session: 'Session',
  talkTime: 'Time of the talk',
  topic: 'Topic {number}',
  stands: 'Title in English',
  standsFor: 'Stands for',
  subtitle: 'Subtitle',
  aims: 'Aims',
  summary: 'Main points',
  others: 'Talks of other countries',
  outcome: 'Results and observations',
  followUp: 'Follow-up',
  pictures: 'Pictures',
  picture: 'Picture',
  credit: 'Picture: {credit}',
  notStated: 'not stated',
  version: 'Version {version}',
  draft: 'draft',
  approved: 'approved',
  internal: 'internal',
  public: 'public',
  noPicture: 'A picture stands here that could not be printed.',
};

const th: ReportWords = {
  title: 'รายงานผลการเข้าร่วม{forum}',
  forum: 'ชื่อการเสวนา',
  shortName: 'ชื่อย่อ',
  date: 'วันที่',
  hours: 'เวลา',
  venue: 'สถานที่',
  host: 'ประเทศเจ้าภาพ',
  delegation: 'คณะผู้แทน',
  unit: 'หน่วยงาน',
  basis: 'การมอบหมาย',
  member: 'ผู้แทน',
  purpose: 'วัตถุประสงค์',
  themes: 'หัวข้อการเสวนา',
  theme: 'หัวข้อที่ {number} {title}',
  otherTitle: 'ชื่อภาษาอังกฤษ',
  points: 'ประเด็นสำคัญ',
  moderator: 'ผู้ดำเนินรายการ',
  laureates: 'องค์กรที่ได้รับรางวัลของ{country}และหัวข้อที่นำเสนอ',
  organisation: 'องค์กร',
  presenter: 'ผู้นำเสนอ',
  session: 'ช่วงการเสวนา',
  talkTime: 'เวลานำเสนอ',
  topic: 'เรื่องที่ {number}',
  stands: 'ชื่อภาษาอังกฤษ',
  standsFor: 'ย่อมาจาก',
  subtitle: 'ชื่อรอง',
  aims: 'เป้าหมาย',
  summary: 'สาระสำคัญ',
  others: 'การนำเสนอของประเทศอื่น',
  outcome: 'ผลการเสวนาและข้อสังเกต',
  followUp: 'การดำเนินงานต่อไป',
  pictures: 'ภาพกิจกรรม',
  picture: 'ภาพ',
  credit: 'ที่มาของภาพ: {credit}',
  notStated: 'ไม่ระบุ',
  version: 'ฉบับที่ {version}',
  draft: 'ร่าง',
  approved: 'อนุมัติแล้ว',
  internal: 'ใช้ภายใน',
  public: 'เผยแพร่ได้',
  noPicture: 'มีภาพในตำแหน่งนี้ซึ่งไม่สามารถพิมพ์ได้',
};

const all: { [language: string]: Partial<ReportWords> } = { en, th, ...wordsOfNeighbours };
export const reportLanguages = Object.keys(all);

/** English where there are none in the language asked for. */
export const reportWords = (language: string): ReportWords => ({ ...en, ...all[language] });

export const fill = (text: string, facts: { [name: string]: string }): string =>
  text.replaceAll(/\{(\w+)\}/g, (_found, name: string) => facts[name] ?? '');
