// A nomination whose organisation was laureate within the waiting period: a person may pass it, and says why.
import { Refusal } from '../decider.ts';
import type { CommandData } from './rules.ts';
import type { Nomination } from './state.ts';

export function requireNotedCheck({ item, outcome, note, waits }: CommandData<'RecordCheck'>): void {
  if (waits?.item === item && outcome === 'passed' && note.trim() === '') throw unexplained(waits);
}

/** The award may have come to light after the check. */
export function requireNotedWaiting({ waits }: CommandData<'ForwardNomination'>, { checks, status }: Nomination): void {
  if (waits === undefined || status === 'forwarded') return;
  const check = checks[waits.item];
  if (check?.outcome === 'passed' && check.note.trim() === '') throw unexplained(waits);
}

const unexplained = ({ item, freeFrom }: { item: string; freeFrom: number }) =>
  new Refusal(
    'waiting-period',
    `The record shows an award within the waiting period: pass ${item} with a note that says why, or fail it.`,
    { item, freeFrom },
  );
