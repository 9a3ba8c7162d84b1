// In sentences: what stands in the way of a schedule, and what helps.
import type { Broken, Rule } from './broken.ts';
import type { Why } from './explaining.ts';
import type { Hindrance } from './hindrances.ts';

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

const words: { [hindrance in Hindrance]: string } = {
  protected: 'in a protected time',
  begun: 'over already',
  unavailable: 'outside the times the presenter can speak',
  busy: 'at the time of another meeting of the presenter',
  'remote-hours': "outside the hours on the presenter's own clock",
  taken: 'taken',
  hole: 'behind an empty slot',
  speaker: 'at the time of another talk of the same person, or too near to it to walk',
  country: 'beside or at the time of another talk of the same country',
  booths: 'in a room without a free booth for the language',
  teams: 'in a block without a free team for the language',
};

/** Rule by rule, how many slots it excludes. */
export const leftSaid = ({ slots, excluded }: Why): string[] =>
  slots === 0
    ? ['The programme has no slot']
    : excluded.map(({ rule, slots: count }) => `${count} of ${slots} slots are ${words[rule]}`);
