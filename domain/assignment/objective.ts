// What a plan of assignment costs, term by term.
import { affinityAt, canRead, type Desk, type Plan, wasBefore } from './desk.ts';

export const terms = [
  ...(['emptySeats', 'noReader', 'missingQuality', 'pairCost'] as const),
  ...(['balance', 'pairRepetition', 'changedPairs'] as const),
];
export type Term = (typeof terms)[number];
export type Terms = { [term in Term]: number };
export type Cost = {
  objective: number;
  terms: Terms;
  /** How often each rule was hurt, before its points. */
  counts: Terms;
};

export const loadsOf = ({ judges }: Desk, plan: Plan): number[] => {
  const loads = judges.map(() => 0);
  for (const own of plan) for (const judge of own) loads[judge] = (loads[judge] ?? 0) + 1;
  return loads;
};

export const sumOf = (numbers: Iterable<number>): number => {
  let all = 0;
  for (const one of numbers) all += one;
  return all;
};

export const qualityMissing = (desk: Desk, entry: number, own: readonly number[]): number =>
  Math.max(0, desk.floor * (desk.seats[entry] ?? 0) - sumOf(own.map((judge) => affinityAt(desk, entry, judge))));

export const isRead = (desk: Desk, entry: number, own: readonly number[]): boolean =>
  own.some((judge) => canRead(desk, entry, judge));

/** 1 + 2 + … for each entry above the base. */
export const balanceSteps = ({ base }: Desk, load: number): number => {
  const above = Math.max(0, load - base);
  return (above * (above + 1)) / 2;
};

/** How many entries two judges share, by their numbers: the smaller one times the number of judges, plus the other. */
export function meetings({ judges }: Desk, plan: Plan): Int32Array {
  const met = new Int32Array(judges.length * judges.length);
  for (const own of plan)
    for (const [place, a] of own.entries())
      for (const b of own.slice(place + 1)) {
        const cell = Math.min(a, b) * judges.length + Math.max(a, b);
        met[cell] = (met[cell] ?? 0) + 1;
      }
  return met;
}

export function costOf(desk: Desk, plan: Plan): Cost {
  const { points, seats, lambda } = desk;
  const before = sumOf(desk.previous) + desk.gone;
  const kept = sumOf(plan.map((own, entry) => own.filter((judge) => wasBefore(desk, entry, judge)).length));
  const counts: Terms = {
    emptySeats: sumOf(seats.map((wanted, entry) => Math.max(0, wanted - (plan[entry]?.length ?? 0)))),
    noReader: desk.entries.filter((_, entry) => !isRead(desk, entry, plan[entry] ?? [])).length,
    missingQuality: sumOf(desk.entries.map((_, entry) => qualityMissing(desk, entry, plan[entry] ?? []))),
    pairCost: sumOf(plan.map((own, entry) => sumOf(own.map((judge) => 100 - affinityAt(desk, entry, judge))))),
    balance: sumOf(loadsOf(desk, plan).map((load) => balanceSteps(desk, load))),
    pairRepetition: lambda === null ? 0 : sumOf(meetings(desk, plan).map((together) => Math.max(0, together - lambda))),
    changedPairs: before - kept,
  };
  const weighed: Terms = {
    emptySeats: counts.emptySeats * points.emptySeat,
    noReader: counts.noReader * points.noReader,
    missingQuality: counts.missingQuality * points.missingQuality,
    pairCost: counts.pairCost,
    balance: counts.balance * points.balanceStep,
    pairRepetition: counts.pairRepetition * points.pairRepetition,
    changedPairs: counts.changedPairs * points.changedPair,
  };
  return { objective: sumOf(Object.values(weighed)), terms: weighed, counts };
}
