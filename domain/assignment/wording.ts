// In sentences: what stands in the way of a plan, and what helps.
import type { Broken } from './checking.ts';
import type { Island } from './connectivity.ts';
import type { Shortage } from './feasibility.ts';

const named = (ids: readonly string[]): string =>
  ids.length <= 8 ? ids.join(', ') : `${ids.slice(0, 8).join(', ')} and ${ids.length - 8} more`;
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export function shortageSaid({ missing, entries, seats, judges, room }: Shortage): string {
  const readers =
    judges.length === 0
      ? 'no judge may read them'
      : `all who may read them (${named(judges)}) have room for ${counted(room, 'of these seats', 'of these seats')}`;
  return (
    `${counted(missing, 'seat stays', 'seats stay')} empty in every plan: ` +
    `${counted(entries.length, 'entry', 'entries')} (${named(entries)}) with ${counted(seats, 'seat', 'seats')}, and ${readers}. ` +
    `Add ${missing} to the capacity of these judges, invite another judge without a conflict there, or lower the seats per entry.`
  );
}

export function islandsSaid(islands: readonly Island[]): string {
  const groups = islands.map(
    ({ judges, entries }) => `${named(judges)} with ${counted(entries.length, 'entry', 'entries')}`,
  );
  return (
    `The panel falls apart into ${islands.length} groups of judges who share no entry: ${groups.join('; ')}. ` +
    'How strict one group is cannot be compared with another. Give one judge an entry in two groups, or invite a judge who reads in both.'
  );
}

export const unmetSaid = (judges: readonly string[]): string =>
  `The minimum load of ${named(judges)} cannot be met: too few entries are open to them. ` +
  'Lower their minimum, settle a conflict, or take away a pin that fills a seat they need.';

export const brokenSaid = (broken: readonly Broken[]): string =>
  `The pins break a rule, and every plan would: ${broken.map(({ message }) => message).join(' ')} Take such a pin away.`;
