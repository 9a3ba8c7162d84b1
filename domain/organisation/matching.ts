// Whether two entries of the register may be one organisation: a suggestion with its reason, never a decision.
import type { Texts } from '../messages.ts';
import type { Registration } from './messages.ts';

export type Known = { names: Texts[]; registration: Registration | null };
export type Likeness = { certainty: 'sure' | 'likely' | 'possible'; because: 'registration' | 'name'; score: number };

/** From here on two names are alike, and very much alike. */
const [alike, veryAlike] = [0.6, 0.85];

/** What says nothing about which organisation it is, by script. */
const legalForms = new Set(
  [
    'the of and for dan dan of co company ltd limited inc incorporated corp corporation plc llc group',
    'foundation association society organisation organization institute institution ngo cso',
    'pt cv tbk yayasan perkumpulan persatuan pertubuhan perbadanan koperasi bumdes bumdesa sdn bhd berhad pte',
    'cong ty tnhh co phan hiep hoi vien trung tam samahan',
  ].flatMap((words) => words.split(' ')),
);
/** The same in scripts that set no spaces between words. */
const unspacedForms =
  /มูลนิธิ|สมาคม|สถาบัน|บริษัท|จำกัด|มหาชน|สหกรณ์|ມູນນິທິ|ສະມາຄົມ|ບໍລິສັດ|ຈຳກັດ|ក្រុមហ៊ុន|អង្គការ|សមាគម|ကုမ္ပဏီ|လီမိတက်|အသင်း|ဖောင်ဒေးရှင်း/gu;

/** Compatibility forms, case, accents on Latin letters and punctuation taken away; words parted by one space. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .replaceAll('đ', 'd')
    .normalize('NFKC')
    .replaceAll(/['’`]/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

function withoutForms(name: string): string {
  const words = plain(name).replaceAll(unspacedForms, ' ').split(' ');
  const telling = words.filter((word) => word !== '' && !legalForms.has(word)).join(' ');
  return telling === '' ? plain(name) : telling;
}

/** The forms under which a name is compared: without what stands in brackets, and an abbreviation in brackets by itself. */
function formsOf(name: string): string[] {
  const short = [...name.matchAll(/[(（]\s*(\p{Lu}[\p{Lu}\p{N}]{2,})\s*[)）]/gu)].map(([, letters = '']) => letters);
  const bare = name.replaceAll(/[(（][^)）]*[)）]/gu, ' ');
  return [bare, ...short].map(withoutForms).filter((form) => form !== '');
}

/** Every form of every name, each once. */
export const keysOf = (names: Texts[]): string[] => [
  ...new Set(names.flatMap((texts) => Object.values(texts)).flatMap(formsOf)),
];

/** What a name is looked for by: the beginnings of its words; where no spaces are set, every run of four characters. */
export const wordsOf = (keys: string[]): string[] => [
  ...new Set(
    keys.flatMap((key) =>
      /\p{Script=Latin}/u.test(key)
        ? key.split(' ').map((word) => word.slice(0, 4))
        : runsOf(key.replaceAll(' ', ''), 4),
    ),
  ),
];

/** What two like names nearly always share, so that an index finds the candidates: their words, and both ends of the whole. */
export const partsOf = (keys: string[]): string[] => [
  ...new Set([
    ...wordsOf(keys),
    ...keys.map((key) => key.replaceAll(' ', '')).flatMap((whole) => [`^${whole.slice(0, 5)}`, `${whole.slice(-5)}$`]),
  ]),
];

const runsOf = (text: string, length: number): string[] =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));

/** Twice the shared runs of three characters, of all: 1 is the same, 0 has nothing in common. */
function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [new Set(runsOf(`  ${a} `, 3)), new Set(runsOf(`  ${b} `, 3))];
  const shared = [...left].filter((run) => right.has(run)).length;
  return (2 * shared) / (left.size + right.size);
}

/** For an index, and as it is compared: country and number. Null for words such as "not stated" or "pending". */
export function registrationKey(registration: Registration | null): string | null {
  const number = registration === null ? '' : plain(registration.number).replaceAll(' ', '');
  return registration === null || !/\p{N}/u.test(number) ? null : `${registration.country} ${number}`;
}

/** The same number of the same country is sure, whatever the names; names alone are never more than likely. */
export function likenessOf(a: Known, b: Known): Likeness | null {
  const number = registrationKey(a.registration);
  if (number !== null && number === registrationKey(b.registration))
    return { certainty: 'sure', because: 'registration', score: 1 };
  const others = keysOf(b.names);
  const best = Math.max(0, ...keysOf(a.names).flatMap((key) => others.map((other) => similarity(key, other))));
  const score = Math.round(best * 100) / 100;
  if (score < alike) return null;
  return { certainty: score < veryAlike ? 'possible' : 'likely', because: 'name', score };
}
