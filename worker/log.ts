// The log of the worker: lines of JSON with ids and counts; never a name, an address or a score.
import { pino } from 'pino';

export type Log = {
  info(data: object, text: string): void;
  warn(data: object, text: string): void;
  error(data: object, text: string): void;
};

export const makeLog = (name: string, level = 'info'): Log => pino({ name, level });

/** What went wrong in one line, with what lay behind it. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 500);
  const behind = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${behind}`.slice(0, 500);
}
