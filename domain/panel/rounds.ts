// The rounds of a panel that are over: what each has judged and how it came out, and who went on to the next.
import type { TallyResult } from '../tally/tally.ts';
import type { Entry, Pair, Shortlist } from './messages.ts';
import type { Vote } from './state.ts';

/** As it stood when those who go on were settled: nothing of it changes any more. */
export type EndedRound = Omit<Shortlist, 'next'> & {
  allEntries: Entry[];
  judges: string[];
  assigned: Pair[];
  tally: TallyResult;
  votes: Vote[];
};
type WithRounds = { round: string; entries: Entry[]; rounds?: EndedRound[] };

/** Only events of later rounds name theirs: with one round nothing needs to be told apart. */
export const laterRound = ({ round, rounds }: Omit<WithRounds, 'entries'>): string | undefined =>
  rounds === undefined ? undefined : round;

type Forming = { status: string; assigned: Pair[]; rounds?: EndedRound[] };

/** The round from which may still be settled anew who goes on: the last that is over, while nothing of the next is released. */
export const openToSettle = ({ status, assigned, rounds }: Forming): EndedRound | undefined =>
  status === 'formed' && assigned.length === 0 ? rounds?.at(-1) : undefined;

/** Of a round that is over, those that are still before the panel, each as it stands now. */
export function standingEntries({ allEntries }: EndedRound, panel: { entries: Entry[]; removed: string[] }): Entry[] {
  const now = new Map(panel.entries.map((entry) => [entry.nominationId, entry]));
  return allEntries
    .filter(({ nominationId }) => !panel.removed.includes(nominationId))
    .map((entry) => now.get(entry.nominationId) ?? entry);
}

/** Under what a judge's word "finished" is kept. */
export const finishedKey = (group: string, round: string | undefined): string =>
  round === undefined ? group : `${group}/${round}`;

export const endedRounds = ({ rounds = [] }: { rounds?: EndedRound[] }): string[] => rounds.map(({ round }) => round);

/** What guards call the sheets of a judge on an entry, of this round and of those before. */
export const sheetsNamed = (panel: { rounds?: EndedRound[] }, entry: string, judge: string) => [
  `scorecard/${entry}/${judge}` as const,
  ...endedRounds(panel).map((round) => `scorecard/${entry}/${judge}/${round}` as const),
];

/** Every entry that was ever before the panel, also those that did not go on. */
export function everyEntry({ entries, rounds = [] }: Omit<WithRounds, 'round'>): Entry[] {
  const all = [...entries, ...rounds.flatMap(({ allEntries }) => allEntries)];
  return [...new Map(all.reverse().map((entry) => [entry.nominationId, entry])).values()].reverse();
}
