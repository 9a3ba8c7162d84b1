// What stands in the cells of a table that leaves the system: plain values, and nothing that a spreadsheet would run.

export type Cell = string | number | boolean | null;

/** A text that a spreadsheet would take for a formula is marked as text. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Any value of an answer as one cell: lists and texts by language in one line. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return harmless(value);
  return harmless(sayParts(value));
}

function sayParts(value: unknown): string {
  if (Array.isArray(value))
    return value.map((part) => (isPlain(part) ? String(part) : JSON.stringify(part))).join('; ');
  const parts = Object.entries(value ?? {});
  if (!parts.every(([, part]) => isPlain(part))) return JSON.stringify(value);
  return parts.map(([name, part]) => `${name}: ${part}`).join('; ');
}

const isPlain = (part: unknown) => typeof part !== 'object' || part === null;
