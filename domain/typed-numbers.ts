// Numbers, years and dates as people type them: in the digits of their own script, and in the Buddhist Era.

/** Where the ten digits of a script begin: Thai, Lao, Khmer, Burmese, Shan, Javanese, Balinese, Tamil, Devanagari, Arabic, full width. */
const zeros = [0xe50, 0xed0, 0x17e0, 0x1040, 0x1090, 0xa9d0, 0x1b50, 0xbe6, 0x966, 0x660, 0xff10];

/** The same text with the digits 0 to 9. */
export const withPlainDigits = (text: string): string =>
  text.replaceAll(/\p{Number}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** A number, or a text that is one in the digits of any script; undefined for anything else. */
export function readNumber(typed: unknown): number | undefined {
  if (typeof typed === 'number') return Number.isFinite(typed) ? typed : undefined;
  if (typeof typed !== 'string') return undefined;
  const plain = withPlainDigits(typed.trim());
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(plain) ? Number(plain) : undefined;
}

/** Written YYYY-MM-DD in the digits of any script; undefined where that is no day of the calendar. */
export function readDate(typed: unknown): string | undefined {
  if (typeof typed !== 'string') return undefined;
  const plain = withPlainDigits(typed.trim());
  const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain)?.map(Number) ?? [];
  if (year === 0) return undefined;
  // A leap day of the Buddhist Era is one of the year that it stands for.
  const isAny = isDay(year, month, day) || (isLikelyBuddhist(year) && isDay(christianYear(year), month, day));
  return isAny ? plain : undefined;
}

/** A day of the Christian Era just as it is written. */
export const isChristianDay = (date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return isDay(year, month, day);
};

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A whole year, as a number or in the digits of any script. */
export function readYear(typed: unknown): number | undefined {
  const year = readNumber(typed);
  return year !== undefined && Number.isInteger(year) && year >= 1 && year <= 9999 ? year : undefined;
}

const lastUndoubted = 2400;
const offset = 543;

/** A year that is asked about: 2566 is 2023 in Thailand. */
export const isLikelyBuddhist = (year: number): boolean => year > lastUndoubted;
export const christianYear = (buddhist: number): number => (buddhist > offset ? buddhist - offset : buddhist);
export const buddhistYear = (christian: number): number => christian + offset;

/** The same day in the Christian Era. */
export const christianDate = (date: string): string =>
  `${String(christianYear(Number(date.slice(0, 4)))).padStart(4, '0')}${date.slice(4)}`;

/** The year as people of the language read it: Thai in the Buddhist Era, the other beside it. */
export const sayYear = (year: number, language: string): string =>
  language === 'th' || language.startsWith('th-') ? `พ.ศ. ${buddhistYear(year)} (ค.ศ. ${year})` : String(year);
