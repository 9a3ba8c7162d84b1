// The parts of a screen's address.
import { useParams, useSearch } from '@tanstack/react-router';

/** A part of the address that the screen's path names (`$cycleId`). @throws Error where the path has none. */
export function useParam(name: string): string {
  const found = (useParams({ strict: false }) as { [name: string]: string | undefined })[name];
  if (found === undefined) throw new Error(`This screen's address has no ${name}.`);
  return found;
}

/** What stands behind the question mark, as text; undefined where it does not. */
export function useSearchText(name: string): string | undefined {
  const value = (useSearch({ strict: false }) as { [name: string]: unknown })[name];
  return value === undefined ? undefined : String(value);
}
