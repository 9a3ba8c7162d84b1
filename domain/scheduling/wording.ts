// In sentences: what stands in the way of a schedule, and what helps.
import type { Broken, Rule } from './broken.ts';

const remedies: { [rule in Rule]?: string } = {
  outside: 'Move the block into the hours, or open the forum longer.',
  'no-slot': 'Add a block or a room, move a protected time, or ask the presenters for other times.',
  'unknown-pin': 'Take that pin away.',
};

/** Every sentence names who is meant; the last says what to do. */
export function pinsSaid(broken: readonly Broken[]): string {
  const helps = new Set(broken.map(({ rule }) => remedies[rule] ?? 'Take one of these pins away.'));
  return [...broken.slice(0, 5).map(({ message }) => message), ...helps].join(' ');
}
