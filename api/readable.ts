// What no field of any body or query may hold: characters that the database cannot store, and endless nesting.
import { badFields } from './problem.ts';

const deepest = 32;
type Wrong = { field: string; rule: string };

/** @throws HttpProblem 400 naming each field */
export function requireReadable(value: unknown): void {
  const errors = [...problemsOf(value, [])];
  if (errors.length > 0) throw badFields(errors.slice(0, 100));
}

function* problemsOf(value: unknown, path: string[]): Generator<Wrong> {
  const field = path.join('.') || 'body';
  if (typeof value === 'string') {
    if (!isStorable(value)) yield { field, rule: 'must not hold NUL or broken characters' };
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (path.length === deepest) return yield { field, rule: `must not be nested deeper than ${deepest} levels` };
  for (const [key, part] of Object.entries(value)) {
    if (!isStorable(key)) yield { field, rule: 'must not hold names with NUL or broken characters' };
    else yield* problemsOf(part, [...path, key]);
  }
}

/** NUL has no place in a PostgreSQL text, half of a surrogate pair none in UTF-8. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
