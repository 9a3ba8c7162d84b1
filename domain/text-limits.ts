// Counting a text against its limit: words where the script has spaces, characters where it has none.

const spaceless =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const letters = /\p{Letter}/gu;
/** What is typed to allow a line break, and seen by nobody. */
const invisible = /[\u200b\u2060\ufeff]/gu;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export type TextLimit = { words: number; characters: number };

/**
 * A text mostly in Thai, Lao, Khmer, Burmese, Chinese or Japanese is counted in characters as people see them
 * (graphemes, spaces among them), any other in words. A dash between spaces is no word.
 */
export function measure(text: string): { unit: 'words' | 'characters'; count: number } {
  const seen = text.replace(invisible, '').trim();
  const found = (pattern: RegExp) => seen.match(pattern)?.length ?? 0;
  const spacelessLetters = found(spaceless);
  if (spacelessLetters > 0 && spacelessLetters * 2 >= found(letters))
    return { unit: 'characters', count: [...graphemes.segment(seen)].length };
  return { unit: 'words', count: seen.split(/\s+/u).filter((word) => /[\p{Letter}\p{Number}]/u.test(word)).length };
}

export function isWithin(text: string, limit: TextLimit): boolean {
  const { unit, count } = measure(text);
  return count <= limit[unit];
}
