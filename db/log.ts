// The log of every program: lines of JSON with ids and counts; never a body, a name, an address or a score.
import { type DestinationStream, pino } from 'pino';
import { wordsOf } from './error-words.ts';

export type Log = {
  info(data: object, text: string): void;
  warn(data: object, text: string): void;
  error(data: object, text: string): void;
};

/** Without `to` the lines go to standard output. */
export function makeLog(name: string, level = 'info', to?: DestinationStream): Log {
  const redact = ['req.headers.authorization', 'req.headers.cookie'];
  const tell = (error: unknown) => toldOf(error);
  const serializers = { err: tell, error: tell };
  return pino({ name, level, redact, serializers }, to ?? pino.destination(1));
}

/** What an error may carry into the log: PostgreSQL's `detail` is the row, and libraries hang queries and letters on theirs. */
const told = [
  ...['name', 'code', 'errno', 'syscall', 'status', 'statusCode', 'responseCode', 'severity'],
  ...['schema', 'table', 'column', 'dataType', 'constraint', 'routine'],
];

function toldOf(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'object' && error !== null ? '(an object)' : error;
  const own = Object.entries(error).filter(([key, value]) => told.includes(key) && typeof value !== 'object');
  const message = wordsOf(error);
  const inner = depth < 4 ? causesOf(error).map((cause) => toldOf(cause, depth + 1)) : [];
  return {
    type: error.constructor.name,
    message,
    stack: `${error.stack}`.replace(error.message, () => message),
    ...Object.fromEntries(own),
    ...(inner.length > 0 && { causes: inner }),
  };
}

const causesOf = (error: Error): unknown[] => [
  ...(error.cause instanceof Error ? [error.cause] : []),
  ...(error instanceof AggregateError ? error.errors : []),
];
