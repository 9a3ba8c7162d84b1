// The log of every program: lines of JSON with ids and counts; never a body, a name, an address or a score.
import { pino } from 'pino';

export type Log = {
  info(data: object, text: string): void;
  warn(data: object, text: string): void;
  error(data: object, text: string): void;
};

export const makeLog = (name: string, level = 'info'): Log =>
  pino({ name, level, redact: ['req.headers.authorization', 'req.headers.cookie'] });
