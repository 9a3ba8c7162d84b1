// An error as the worker logs and shows it.

/** What went wrong in one line, with what lay behind it. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 500);
  const behind = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${behind}`.slice(0, 500);
}
