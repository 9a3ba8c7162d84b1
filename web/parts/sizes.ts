// Sizes and types of files in words, and what a file is where the browser does not know.
import { inARow } from './lists.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** "6.1 MB"; a kilobyte has a thousand bytes. */
export function sizeIn(bytes: number, language: string): string {
  const power = Math.floor(Math.log10(Math.max(bytes, 1)) / 3);
  const step = Math.min(Math.max(power, 1), units.length);
  const format = { style: 'unit', unit: units[step - 1] ?? 'kilobyte', maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(language, format).format(bytes / 1000 ** step);
}

const keynote = 'application/vnd.apple.keynote';
/** The short name that people know a type by, with the ends of its files' names. */
const known: { [type: string]: { name: string; ends: string[] } } = {
  'application/pdf': { name: 'PDF', ends: ['pdf'] },
  'image/jpeg': { name: 'JPEG', ends: ['jpg', 'jpeg'] },
  'image/png': { name: 'PNG', ends: ['png'] },
  'image/webp': { name: 'WebP', ends: ['webp'] },
  'video/mp4': { name: 'MP4', ends: ['mp4'] },
  'text/plain': { name: 'TXT', ends: ['txt'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { name: 'DOCX', ends: ['docx'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { name: 'XLSX', ends: ['xlsx'] },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { name: 'PPTX', ends: ['pptx'] },
  'application/vnd.oasis.opendocument.presentation': { name: 'ODP', ends: ['odp'] },
  [keynote]: { name: 'Keynote', ends: ['key'] },
};

export const nameOfType = (type: string): string => known[type]?.name ?? (type.split('/').at(-1) ?? type).toUpperCase();

export const namesOfTypes = (types: readonly string[], language: string): string =>
  inARow(types.map(nameOfType), language, 'disjunction');

/** What a file dialog is asked to show: types, and ends of names for where they are unknown. */
export const acceptOf = (types: readonly string[]): string =>
  types.flatMap((type) => [type, ...(known[type]?.ends.map((end) => `.${end}`) ?? [])]).join(',');

/** Some systems know no type for documents; the end of the name tells it then. */
export function typeOf({ name, type }: File): string {
  const end = name.split('.').at(-1)?.toLowerCase() ?? '';
  // Whose type goes by several names.
  if (end === 'key') return keynote;
  if (type !== '') return type;
  return Object.keys(known).find((one) => known[one]?.ends.includes(end)) ?? 'application/octet-stream';
}
