// Counting a text against its limit: words where the script has spaces, characters where it has none.

const scripts = [
  ...['Thai', 'Lao', 'Khmer', 'Myanmar', 'Tai_Tham', 'Tai_Viet', 'New_Tai_Lue', 'Tai_Le', 'Javanese', 'Balinese'],
  ...['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Yi', 'Tibetan'],
];
const spaceless = new RegExp(`[\\p{Letter}&&[${scripts.map((name) => `\\p{Script=${name}}`).join('')}]]`, 'gv');
const letters = /\p{Letter}/gu;
/** What is typed to allow a line break, and seen by nobody. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/gu;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export type TextLimit = { words: number; characters: number };

/**
 * A text mostly in Thai, Lao, Khmer, Burmese, Javanese, Chinese or another script without spaces is counted in characters as people see them
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
