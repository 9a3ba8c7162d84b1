// An error as the worker logs and shows it.
import { wordsOf } from '../db/error-words.ts';

/** What went wrong in one line, with what lay behind it. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 500);
  const behind = error.cause instanceof Error ? `: ${wordsOf(error.cause)}` : '';
  return `${wordsOf(error)}${behind}`.slice(0, 500);
}
