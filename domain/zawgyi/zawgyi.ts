// Burmese typed with a Zawgyi font: noticed, and never changed unasked.
import { zawgyiToUnicode } from './convert.ts';
import { probabilityOfZawgyi } from './detect.ts';

const likely = 0.95;

/** What a text that is likely Zawgyi would be in Unicode; null for any other, and where nothing would change. */
export function unicodeFor(text: string): string | null {
  if (probabilityOfZawgyi(text) < likely) return null;
  const unicode = zawgyiToUnicode(text);
  return unicode === text ? null : unicode;
}
