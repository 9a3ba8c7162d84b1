// A problem of a forum's schedule as a file that anybody may write: blocks, rooms, talks, moderators, rules, and what follows from them where it is stated.
import { z } from 'zod';

const Name = z.string().min(1).max(200);
const Minute = z.int().min(-2880).max(2880);
/** From and to, half-open, in minutes from midnight at the venue. */
const Window = z.tuple([Minute, Minute]);
/** Session and slot, which counts from 0. */
const PlaceOf = z.tuple([Name, z.int().min(0).max(1000)]);
const Fit = z.record(z.string(), z.number()).default({});

/** What each soft rule costs. */
export const Points = z.object({
  unplaced: z.int().min(0).default(100_000),
  movedSession: z.int().min(0).default(1_000),
  movedWithin: z.int().min(0).default(100),
  vacantModerator: z.int().min(0).default(2_000),
  missingCategory: z.int().min(0).default(500),
  countryShort: z.int().min(0).default(500),
  aboveShare: z.int().min(0).default(50),
  interpretation: z.int().min(0).default(30),
  themeMisfit: z.int().min(0).default(10),
  moderatorMisfit: z.int().min(0).default(5),
  wish: z.int().min(0).default(2),
});

const Rules = z.object({
  points: Points.prefault({}),
  /** Talks that a session may have at no cost. Left out: talks by sessions, rounded up. */
  evenShare: z.int().min(0).optional(),
  /** Distinct countries that a session should have. */
  countries: z.int().min(0).max(50).default(3),
  /** Whether one country's talks are kept from slots side by side in one session, or in any two rooms, or are free. */
  adjacency: z.enum(['session', 'across', 'off']).default('session'),
  /** Whether a session without a talk pays for what it lacks. */
  emptySession: z.enum(['exempt', 'charged']).default('exempt'),
  /** What a talk that had a place and loses it costs beside `unplaced`. */
  movedUnplaced: z.int().min(0).default(0),
  /** `decided`: a pin holds against all rules but two talks in one slot and one person in two places at once. */
  pinned: z.enum(['strict', 'decided']).default('strict'),
});

const Talk = z.object({
  id: Name,
  /** Who speaks: a person with several talks gives one at a time. Left out: nobody else's. */
  speaker: Name.optional(),
  country: z.string().default(''),
  category: z.string().default(''),
  language: z.string().default('en'),
  needsInterpretation: z.boolean().default(false),
  remote: z.boolean().default(false),
  utcOffset: z.int().min(-900).max(900).nullable().default(null),
  /** None means the whole day. */
  available: z.array(Window).default([]),
  busy: z.array(Window).default([]),
  /** 0 to 3 by theme; 0 where it is not named. */
  fit: Fit,
  /** The part of the day that the speaker would like. */
  wish: z.int().min(0).max(10).nullable().default(null),
});

export const TimetableFile = z.object({
  kind: z.literal('forum'),
  id: z.string().default('problem'),
  forum: z.object({
    utcOffset: z.int().min(-900).max(900).default(0),
    slotMinutes: z.int().min(1).max(1440),
    /** The hours of the forum, where a session outside them is a mistake. */
    hours: Window.nullable().default(null),
    /** Hours of remote speakers, on their own clock. */
    remoteHours: Window.default([480, 1200]),
    /** Nobody speaks then. */
    protectedTimes: z.array(Window).default([]),
    categories: z.array(z.string()).default([]),
    /** After a release, talks that move cost points. */
    published: z.boolean().default(false),
    /** What has begun by then stays. */
    now: Minute.nullable().default(null),
    moderatorMaxSessions: z.int().min(0).max(100).default(2),
    moderatorOwnCountry: z.enum(['allowed', 'notAlone', 'not-alone']).default('allowed'),
    /** Minutes between two rooms. */
    walk: z.array(z.tuple([Name, Name, z.int().min(0).max(240)])).default([]),
    /** The order of countries that breaks ties inside a session; none for no order. */
    protocol: z.array(z.string()).default([]),
  }),
  rules: Rules.prefault({}),
  blocks: z.array(
    z.object({
      id: Name,
      theme: z.string().default(''),
      start: Minute,
      slots: z.int().min(0).max(500),
      partOfDay: z.int().min(0).max(10).default(0),
    }),
  ),
  rooms: z.array(z.object({ id: Name, booths: z.int().min(0).max(50).default(0) })),
  /** Left out: every block in every room, named `<block>/<room>`. */
  sessions: z
    .array(z.object({ id: Name, block: Name, room: Name }))
    .nullable()
    .default(null),
  teams: z.record(z.string(), z.int().min(0)).default({}),
  talks: z.array(Talk),
  moderators: z
    .array(z.object({ id: Name, country: z.string().default(''), available: z.array(Window).default([]), fit: Fit }))
    .default([]),
  /** Where talks stood, and who moderated. */
  old: z.record(z.string(), PlaceOf).default({}),
  oldModerators: z.record(z.string(), Name).default({}),
  /** Talk, session, slot. */
  pins: z
    .array(
      z.union([
        z.tuple([Name, Name, z.int().min(0)]),
        z.tuple([Name, PlaceOf]).transform(([talk, [session, slot]]) => [talk, session, slot] as const),
        z
          .object({ talk: Name, session: Name, slot: z.int().min(0) })
          .transform(({ talk, session, slot }) => [talk, session, slot] as const),
      ]),
    )
    .default([]),
  /** By session; `vacant` for nobody. */
  moderatorPins: z.record(z.string(), Name).default({}),
  /** Counts instead of what would follow from availability, where it stands: by talk, every session and slot it may have. */
  derived: z.object({ allowed: z.record(z.string(), z.array(PlaceOf)).optional() }).prefault({}),
});
export type TimetableFile = z.infer<typeof TimetableFile>;
export type TimetableInput = z.input<typeof TimetableFile>;
export type Points = z.infer<typeof Points>;
