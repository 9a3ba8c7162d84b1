// Burmese typed with a Zawgyi font: noticed, and never changed unasked.
import knayi from 'knayi-myscript';

/** Letters and marks: digits alone are the same in both. */
const burmese = /[\u1000-\u103f\u104c-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]/u;

/** Unicode's normal form has the dot below before the stroke that kills the vowel, which the detector takes for Zawgyi. */
const asTyped = (text: string): string => text.replaceAll('\u1037\u103a', '\u103a\u1037');

/** What a text that is likely Zawgyi would be in Unicode; null for any other, and where nothing would change. */
export function unicodeFor(text: string): string | null {
  if (!burmese.test(text) || knayi.fontDetect(asTyped(text)) !== 'zawgyi') return null;
  const unicode = knayi.fontConvert(text, 'unicode', 'zawgyi');
  return unicode === text ? null : unicode;
}

/** What is asked about names by language, each under names.<language>. */
export const zawgyiIn = (names: { [language: string]: string }) =>
  Object.entries(names).flatMap(([language, typed]) => {
    const suggested = unicodeFor(typed);
    return suggested === null ? [] : [{ field: `names.${language}`, kind: 'zawgyi' as const, typed, suggested }];
  });
