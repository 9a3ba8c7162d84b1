// The order in which laureates are called: as it was planned, then by protocol.
import type { AwardDefinition } from '../award-definition.ts';

type Called = { laureateId: string; country: string; category: string; order: number };

/** Countries in the order of the definition, then its categories, then the places. */
export const byProtocol =
  ({ countries, categories }: AwardDefinition) =>
  (a: Called, b: Called): number =>
    countries.findIndex(({ iso2 }) => iso2 === a.country) - countries.findIndex(({ iso2 }) => iso2 === b.country) ||
    categories.findIndex(({ key }) => key === a.category) - categories.findIndex(({ key }) => key === b.category) ||
    a.order - b.order;

/** Those of the plan first; who became laureate since, or was left out, follows by protocol. */
export function runningOrder<Row extends Called>(
  definition: AwardDefinition,
  order: string[],
  laureates: Row[],
): Row[] {
  const planned = order.flatMap((id) => laureates.find(({ laureateId }) => laureateId === id) ?? []);
  const others = laureates.filter(({ laureateId }) => !order.includes(laureateId));
  return [...planned, ...others.sort(byProtocol(definition))];
}
