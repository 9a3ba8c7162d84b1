// Reading the log of a played cycle.
import type { Logged } from './store.ts';

export type { Logged } from './store.ts';
export type Of<Type extends Logged['type']> = Extract<Logged, { type: Type }>;

/** Typed by what is asked for, which a filter over a union does not see. */
export const all = <Type extends Logged['type']>(log: Logged[], type: Type): Of<Type>[] =>
  log.filter((event): event is Of<Type> => event.type === type);
export const beforeOf = (log: Logged[], event: Logged): Logged[] => log.slice(0, log.indexOf(event));
