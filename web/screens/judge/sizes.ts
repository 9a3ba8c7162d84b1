// Sizes of files in words.

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "2.4 MB", in the reader's language. */
export function sizeIn(bytes: number, language: string): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}
