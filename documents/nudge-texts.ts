// A word from the secretariat to those who are late, around its own text.
import type { ProgressLine, ProgressStep } from '../db/read-models/progress-lines.ts';
import { textOf } from '../domain/localized-text.ts';
import type { Texts } from '../domain/messages.ts';
import type { Translations } from './mail-texts.ts';
import { type Matter, owed } from './reminder-texts.ts';

const nudge = (way: { en: string; th: string }): Translations => ({
  en: {
    subject: '{cycle}: a word from the secretariat',
    body: `{name},\n\n{text}\n\nWhat we are waiting for:\n{matters}\n\n${way.en}`,
  },
  th: {
    subject: '{cycle}: ข้อความจากสำนักเลขาธิการ',
    body: `เรียน {name}\n\n{text}\n\nเรื่องที่ยังรอดำเนินการ:\n{matters}\n\n${way.th}`,
  },
});

export const nudgeTexts = {
  nudge: nudge({ en: '{url}', th: '{url}' }),
  'nudge-link': nudge({
    en: 'You can answer here until {deadline}, without an account:\n{link}',
    th: 'ท่านสามารถตอบได้ที่ลิงก์นี้ถึง {deadline} โดยไม่ต้องมีบัญชีผู้ใช้:\n{link}',
  }),
};

const matters: { [step in ProgressStep]: Matter } = {
  nomination: 'nomination',
  correction: 'correction',
  screening: 'screening',
  judging: 'scoring',
  decision: 'decision',
  endorsement: 'endorsement',
  'award-answer': 'award-answer',
};

/** What a line waits for, in words, with the country where it is one's. */
export function matterOf({ country, names, step }: Pick<ProgressLine, 'country' | 'names' | 'step'>): Texts {
  const words: Texts = owed[matters[step]];
  if (country === null) return words;
  return Object.fromEntries(
    Object.entries(words).map(([language, said]) => [language, `${textOf(names, language)}: ${said}`]),
  );
}
