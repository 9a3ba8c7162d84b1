// In which language Word takes a text to be: by the script, for it checks and reads Latin, East Asian and complex scripts apart.
import type { IRunOptions } from 'docx';

/** Fonts that come with the usual word processors; each of them takes another where it has none. */
const scripts: { [language: string]: string } = { my: 'Myanmar Text', km: 'Leelawadee UI', lo: 'Leelawadee UI' };
const complex = ['th', 'lo', 'km', 'my'];
const eastAsian = ['zh', 'ja', 'ko'];

export const complexFontOf = (language: string | null): string => scripts[language ?? ''] ?? 'Leelawadee UI';

/** Latin letters within another script are English, such as names and titles. */
export function languageMark(tag: string): NonNullable<IRunOptions['language']> {
  const [primary = 'en'] = tag.split('-');
  const { language, region } = new Intl.Locale(tag).maximize();
  const named = primary === 'en' && !tag.includes('-') ? 'en-GB' : `${language}-${region}`;
  if (complex.includes(primary)) return { value: 'en-GB', bidirectional: named };
  return eastAsian.includes(primary) ? { value: 'en-GB', eastAsia: named } : { value: named };
}
