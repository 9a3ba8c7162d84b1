// What mails say, by kind and language. Words in braces are facts; whose language has no texts yet reads English.
import { accountTexts } from './account-texts.ts';
import { awardTexts } from './award-texts.ts';
import { callTexts } from './call-texts.ts';
import { ceremonyTexts } from './ceremony-texts.ts';
import { cycleTexts } from './cycle-texts.ts';
import { delegationTexts } from './delegation-texts.ts';
import { forumTexts } from './forum-texts.ts';
import { judgingTexts } from './judging-texts.ts';
import { nominationTexts } from './nomination-texts.ts';
import { nudgeTexts } from './nudge-texts.ts';
import { paperTexts } from './paper-texts.ts';
import { reminderTexts } from './reminder-texts.ts';
import { reportTexts } from './report-texts.ts';
import { resultTexts } from './result-texts.ts';
import { screeningTexts } from './screening-texts.ts';

export type MailText = { subject: string; body: string };
/** Every text is there in both. */
export type Translations = { en: MailText; th: MailText };

const texts = {
  ...callTexts,
  ...cycleTexts,
  ...nominationTexts,
  ...paperTexts,
  ...screeningTexts,
  ...judgingTexts,
  ...resultTexts,
  ...forumTexts,
  ...delegationTexts,
  ...reportTexts,
  ...ceremonyTexts,
  ...accountTexts,
  ...awardTexts,
  ...reminderTexts,
  ...nudgeTexts,
} satisfies { [kind: string]: Translations };
export type MailKind = keyof typeof texts;
export const mailKinds = Object.keys(texts).filter((kind): kind is MailKind => kind in texts);

/** The text in the language asked for, else in English, with the language that it is in. */
export function mailText(kind: MailKind, language: string): MailText & { language: string } {
  const translations: { en: MailText; [language: string]: MailText } = texts[kind];
  const own = translations[language];
  return own === undefined ? { language: 'en', ...translations.en } : { language, ...own };
}
