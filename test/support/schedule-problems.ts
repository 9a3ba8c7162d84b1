// Problems of a forum's schedule: those of the files, and small ones at random.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { scheduleProblem } from '../../bench/support/schedule-problems.ts';
import type { Claim } from '../../domain/scheduling/checking.ts';

const folder = new URL('../data/problems/', import.meta.url);
export const forumProblems = readdirSync(folder)
  .filter((name) => name.startsWith('forum-'))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))] as const);

type Plan = {
  placements: { [talk: string]: [string, number] };
  moderators: { [session: string]: string };
  interpretation: { [session: string]: string[] };
};
/** The plan of a file as something that is claimed. */
export const claimed = ({ placements, moderators, interpretation }: Plan): Claim => ({
  placements: Object.entries(placements).map(([talk, [session, slot]]) => ({ talk, session, slot })),
  moderators,
  interpretation,
});

/** Two or three blocks in one or two rooms, and about as many talks as slots. */
export const randomSchedule = fc
  .record({
    talks: fc.integer({ min: 1, max: 9 }),
    shape: fc.record({
      rooms: fc.integer({ min: 1, max: 2 }),
      blocks: fc.integer({ min: 1, max: 2 }),
      slots: fc.integer({ min: 1, max: 4 }),
    }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ talks, ...rest }) => scheduleProblem(talks, rest));
