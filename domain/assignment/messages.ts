// A problem of assignment as a file that anybody may write: entries, judges, rules, and what follows from them where it is stated.
import { z } from 'zod';

const Name = z.string().min(1).max(100);
const Named = z.object({
  id: Name,
  country: z.string().nullable().default(null),
  /** The organisation of an entry; the employer of a judge. */
  body: z.string().nullable().default(null),
  languages: z.array(z.string()).default([]),
  themes: z.array(z.string()).default([]),
});
const Tuple = z.tuple([Name, Name]);

/** What each soft rule costs. */
export const Points = z.object({
  emptySeat: z.int().min(0).default(10_000),
  noReader: z.int().min(0).default(1_000),
  missingQuality: z.int().min(0).default(5),
  balanceStep: z.int().min(0).default(5),
  pairRepetition: z.int().min(0).default(20),
  changedPair: z.int().min(0).default(40),
});

export const ProblemFile = z.object({
  kind: z.literal('assignment'),
  id: z.string().default('problem'),
  round: z
    .object({ scope: z.enum(['regional', 'national']), conflictScope: z.enum(['body', 'country']) })
    .default({ scope: 'regional', conflictScope: 'body' }),
  rules: z
    .object({
      points: Points.prefault({}),
      floorPerSeat: z.int().min(0).max(100).default(65),
      /** The load from which on balance costs. Left out: the mean, rounded up. */
      balanceBase: z.int().min(0).optional(),
      pairTerm: z.boolean().default(true),
      /** How many entries two judges may share at no cost. Left out: what an even spread would need. */
      lambda: z.int().min(0).optional(),
      /** The plan that a re-run should keep, as entry and judge. */
      previous: z.array(Tuple).nullable().default(null),
    })
    .prefault({}),
  entries: z.array(Named.extend({ seats: z.int().min(0).max(50).default(3), nominatedBy: z.array(Name).default([]) })),
  judges: z.array(
    Named.extend({
      /** Null: as many as there are. */
      capacity: z.int().min(0).nullable().default(null),
      /** Left out: six tenths of the mean, as far as capacity and conflicts allow. */
      minLoad: z.int().min(0).optional(),
      /** Themes that the judge would like to read. */
      wishes: z.array(z.string()).default([]),
    }),
  ),
  /** Judge, then entry. */
  declaredConflicts: z.array(Tuple).default([]),
  /** Entry, judge, per cent. */
  preferences: z.array(z.tuple([Name, Name, z.int().min(0).max(100)])).default([]),
  /** Entry, then judge. */
  pins: z.array(Tuple).default([]),
  /** Counts instead of what would follow from the above, where it stands: by entry, then judge, in the file's order. */
  derived: z
    .object({
      affinity: z.array(z.array(z.int().min(0).max(100))).optional(),
      reads: z.array(z.string().regex(/^[01]*$/)).optional(),
      conflicts: z.array(z.array(z.string().nullable())).optional(),
      /** Pairs that the solver looks at; all of them where it is null. */
      kept: z
        .array(z.string().regex(/^[01]*$/))
        .nullable()
        .optional(),
    })
    .prefault({}),
});
export type ProblemFile = z.infer<typeof ProblemFile>;
export type ProblemInput = z.input<typeof ProblemFile>;
export type Points = z.infer<typeof Points>;
