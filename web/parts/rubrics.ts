// Which form a sheet answers: that of its round, where the round has one of its own, else the category's.
import type { Contract } from '../../api/contract.ts';

type Definition = Contract<'get', '/cycles/:cycleId/definition'>['answer']['definition'];
export type Rubric = Definition['rubrics'][number];

export function rubricFor({ rubrics, judging }: Definition, category: string, key: string): Rubric | undefined {
  const round = judging.rounds.find((one) => typeof one === 'object' && one.key === key);
  const own = typeof round === 'object' ? round.rubric : undefined;
  return own === undefined ? rubrics.find((rubric) => rubric.category === category) : { ...own, category };
}

/** The criteria of every form that the award has. */
export const everyCriterion = ({ rubrics, judging }: Definition) => [
  ...rubrics.flatMap(({ criteria }) => criteria),
  ...judging.rounds.flatMap((round) => (typeof round === 'object' ? (round.rubric?.criteria ?? []) : [])),
];

/** How many sheets an entry needs in a round. */
export function minimumIn({ judging }: Definition, key: string): number {
  const round = judging.rounds.find((one) => typeof one === 'object' && one.key === key);
  return (typeof round === 'object' ? round.minimumSheets : undefined) ?? judging.minimumSheets;
}
