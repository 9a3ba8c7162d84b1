// What is asked of a forum's programme, and what happened to it.
import { z } from 'zod';
import { Id, Iso2, Key, KnownZone, Language, type Message, Texts } from '../messages.ts';
import type { Interpretation, Left, Moderators, ScheduleQuality } from './proposal.ts';

const Minute = z
  .int()
  .min(0)
  .max(24 * 60);
export const Theme = z.strictObject({
  key: Key,
  title: Texts,
  points: z.record(Language, z.array(z.string().max(500)).max(20)).default({}),
});
export const Room = z.strictObject({
  key: Key,
  name: Texts,
  sample: z.boolean().default(false),
  /** Interpreters' booths: how many languages can be interpreted there at once. */
  booths: z.int().min(0).max(20).optional(),
});
/** Minutes from midnight, half-open. */
export const Span = z.strictObject({ from: Minute, to: Minute });
/** How well somebody fits a theme: 0 not at all, 3 best. */
export const Fit = z.record(Key, z.int().min(0).max(3));
export const Moderator = z.strictObject({
  person: Id,
  country: Iso2,
  /** None means the whole day. */
  windows: z.array(Span).max(20).default([]),
  fit: Fit.default({}),
});
/** What stands in the programme besides talks. */
export const ProgrammeItem = z.strictObject({
  key: Key,
  title: Texts,
  startsAt: Minute,
  endsAt: Minute,
  kind: z.enum(['registration', 'opening', 'break', 'meal', 'prayer', 'closing', 'other']),
});
const Cost = z.int().min(0).max(10_000_000).optional();
/** What may be left out of a plan: an award may say it for all of its forums, else the standard of plan.ts holds. */
export const PlanOptions = z.strictObject({
  mode: z.enum(['in-person', 'hybrid', 'remote']).optional(),
  walks: z
    .array(z.strictObject({ between: z.tuple([Key, Key]), minutes: z.int().min(0).max(240) }))
    .max(400)
    .optional(),
  interpretation: z
    .strictObject({
      /** Languages that everybody follows: nothing is interpreted from them. */
      working: z.array(Language).min(1).max(20).optional(),
      /** How many teams there are, by language. */
      teams: z.record(Language, z.int().min(0).max(50)).optional(),
    })
    .optional(),
  /** When somebody who speaks from afar may be asked to, by the clock of that place. */
  remoteHours: Span.optional(),
  moderatorMaxSessions: z.int().min(1).max(60).optional(),
  /** On the day: who speaks or moderates gets a mail when a talk moves by more minutes than that. */
  delayMinutes: z.int().min(0).max(240).optional(),
  moderatorOwnCountry: z.enum(['allowed', 'not-alone']).optional(),
  items: z.array(ProgrammeItem).max(60).optional(),
  protocol: z.union([z.literal('english-name'), z.array(Iso2).min(1).max(300)]).optional(),
  /** How many states a session should have at least. */
  spread: z.strictObject({ countries: z.int().min(1).max(50) }).optional(),
  points: z
    .strictObject({
      ...{ unplaced: Cost, movedSession: Cost, movedWithin: Cost, vacantModerator: Cost, missingCategory: Cost },
      ...{ countryShort: Cost, aboveShare: Cost, interpretation: Cost, themeMisfit: Cost, moderatorMisfit: Cost },
      wish: Cost,
    })
    .optional(),
});
/** A time of the day when one theme is spoken to in every room. Minutes from midnight at the venue. */
export const Block = z.strictObject({ key: Key, theme: Key, startsAt: Minute, endsAt: Minute });
export const PlanForum = z.strictObject({
  number: z.int().min(1).max(999),
  name: Texts,
  purpose: Texts.optional(),
  host: Iso2,
  venue: Texts,
  zone: KnownZone,
  day: z.iso.date(),
  /** Slides are to be there by the end of that day, by the clock of the venue; else when the forum opens. */
  slidesBy: z.iso.date().nullable().optional(),
  opensAt: Minute,
  closesAt: Minute,
  slotMinutes: z.int().min(1).max(240),
  languages: z.array(Language).min(1).max(20).default(['en']),
  themes: z.array(Theme).min(1).max(30),
  rooms: z.array(Room).min(1).max(30),
  blocks: z.array(Block).min(1).max(60),
  /** Breaks, meals, prayer: nobody speaks then. */
  protectedTimes: z
    .array(z.strictObject({ title: Texts, startsAt: Minute, endsAt: Minute }))
    .max(30)
    .default([]),
  ...PlanOptions.shape,
  moderators: z.array(Moderator).max(200).optional(),
  rapporteurs: z
    .array(z.strictObject({ person: Id, themes: z.array(Key).max(30) }))
    .max(200)
    .optional(),
  interpreters: z
    .array(z.strictObject({ person: Id, languages: z.array(Language).min(1).max(20) }))
    .max(200)
    .optional(),
});
/** The whole plan as it is to be. */
export const ChangeForumPlan = PlanForum;
export const RequestSchedule = z.strictObject({
  /** The open request that this one takes the place of, because its run failed or was cancelled. */
  replaces: Id.optional(),
});
/** `slot` counts from 0 inside the session of that block and room. */
export const Place = z.strictObject({ block: Key, room: Key, slot: z.int().min(0).max(500) });
export const Placement = z.strictObject({ talk: Id, ...Place.shape });
export const ProposeSchedule = z.strictObject({
  proposalId: Id,
  placements: z.array(Placement).max(2000),
});
/** Why a person puts a talk where something speaks against it. */
const Why = z.string().trim().min(3).max(500).optional();
export const PinTalk = z.strictObject({ talk: Id, place: Place, reason: Why });
export const UnpinTalk = z.strictObject({ talk: Id });
/** Nobody moderates a session whose moderator is null. */
export const PinModerator = z.strictObject({ block: Key, room: Key, person: Id.nullable() });
export const UnpinModerator = z.strictObject({ block: Key, room: Key });
/** Without a place the talk is taken off the schedule. */
export const MoveTalk = z.strictObject({ talk: Id, place: Place.nullable(), reason: Why });
export const SwapTalks = z.strictObject({ talk: Id, with: Id, reason: Why });
/** `step` is the one that is seen: another that came in between is not undone by mistake. */
export const UndoMove = z.strictObject({ step: z.int().min(1) });
export const RedoMove = z.strictObject({ step: z.int().min(1) });
/** The working copy as a release has it, with its pins; of an older one, that kept none, pins of talks that move are let go. */
export const RestoreRelease = z.strictObject({ release: z.int().min(1) });
export const ReleaseSchedule = z.strictObject({
  name: z.string().trim().min(1).max(100),
  note: z.string().trim().max(1000).default(''),
  /** The warnings that were looked at, by their keys. */
  ticked: z.array(z.string().max(300)).max(5000).optional(),
});
/** How a talk stands, for a release. */
export type Standing = {
  talk: string;
  status: 'invited' | 'confirmed' | 'declined' | 'lapsed' | 'presented' | 'absent' | 'reserve';
};

/** A copy of the problem to try: the working copy stays as it is. */
export const TryScenario = z.strictObject({
  name: z.string().trim().min(1).max(100),
  pin: z
    .array(z.strictObject({ talk: Id, place: Place }))
    .max(50)
    .default([]),
  unpin: z.array(Id).max(200).default([]),
  /** Talks that are not given in it. */
  without: z.array(Id).max(50).default([]),
  /** Rooms more than the plan has. */
  rooms: z.int().min(0).max(5).default(0),
  /** Blocks that have a slot more at their end. */
  longer: z.array(Key).max(60).optional(),
});

export type Scenario = z.infer<typeof TryScenario>;
export type Place = z.infer<typeof Place>;
export type Placement = z.infer<typeof Placement>;
/** A talk as the schedule knows it; `available` in minutes from venue midnight. `talk` is the laureate's id. */
export type TalkFacts = {
  talk: string;
  person: string;
  country: string;
  category: string;
  theme: string | null;
  available: { from: number; to: number }[];
  /** Older proposals know no more of a talk than that. */
  language?: string;
  needsInterpretation?: boolean;
  mode?: 'in-person' | 'remote';
  /** Of a speaker from afar. */
  zone?: string | null;
  /** Other meetings of whoever speaks. */
  busy?: { from: number; to: number; what: string }[];
  fit?: { [theme: string]: number };
  /** The part of the day that is wished for: 0 morning, 1 midday, 2 afternoon. */
  wish?: number | null;
};
/** A plan as it was asked for, or as an event has it: older ones say less than newer ones. */
export type SaidPlan = Omit<z.infer<typeof PlanForum>, 'purpose'> & { purpose?: Texts | null | undefined };
type Said<Plan> = { [Key in keyof Plan]-?: Exclude<Plan[Key], undefined> };
type Optioned = 'purpose' | 'interpretation' | 'rooms' | 'points';
export type ForumPlan = Omit<Said<z.infer<typeof PlanForum>>, Optioned> & {
  purpose: Texts | null;
  interpretation: { working: string[]; teams: { [language: string]: number } };
  rooms: Said<z.infer<typeof Room>>[];
  /** What each soft rule costs where it is not kept. */
  points: Said<NonNullable<z.infer<typeof PlanOptions>['points']>>;
};

type Proposed = {
  unplaced: Left[];
  talks: TalkFacts[];
  moderators?: Moderators;
  interpretation?: Interpretation;
} & Partial<ScheduleQuality>;
type Of<Schema extends z.ZodType> = z.infer<Schema> & { forumId: string };
/** The server adds what is known of the talks now; without it the last proposal's facts hold. */
type Known = { talks?: TalkFacts[] };
export type ForumCommand =
  | Message<'PlanForum', Of<typeof PlanForum> & { cycleId: string | null }>
  | Message<'ChangeForumPlan', Of<typeof ChangeForumPlan>>
  | Message<'RequestSchedule', Of<typeof RequestSchedule> & { proposalId: string }>
  | Message<'ProposeSchedule', Of<typeof ProposeSchedule> & Proposed>
  | Message<'TryScenario', Of<typeof TryScenario> & { proposalId: string }>
  | Message<'PinTalk', Of<typeof PinTalk> & Known>
  | Message<'UnpinTalk', Of<typeof UnpinTalk>>
  | Message<'PinModerator', Of<typeof PinModerator>>
  | Message<'UnpinModerator', Of<typeof UnpinModerator>>
  | Message<'MoveTalk', Of<typeof MoveTalk> & Known>
  | Message<'SwapTalks', Of<typeof SwapTalks> & Known>
  | Message<'UndoMove', Of<typeof UndoMove>>
  | Message<'RedoMove', Of<typeof RedoMove>>
  | Message<'RestoreRelease', Of<typeof RestoreRelease>>
  /** The server adds how the talks stand, and whose names would become known by it. */
  | Message<'ReleaseSchedule', Of<typeof ReleaseSchedule> & Known & { standing?: Standing[]; reveals?: string[] }>;

export type HowStepped = {
  /** Moves of one act share it; a move without one is an act of its own, a pin without one can not be taken back. */
  step?: number;
  /** `of` is the step that is taken back or done again, or the release that is gone back to. */
  act?: 'undo' | 'redo' | 'restore';
  of?: number;
};
export type HowMoved = HowStepped & {
  /** The rules that a person set aside, and why. */
  overridden?: string[];
  reason?: string;
  /** Where they are not those of the last proposal. */
  facts?: TalkFacts;
};
type In<Data> = Data & { forumId: string; cycleId: string | null };
export type ForumEvent =
  | Message<'ForumPlanned', In<{ plan: SaidPlan }>>
  /** `displaced` names the talks that lost their place in the working copy by it. */
  | Message<'ForumPlanChanged', In<{ plan: ForumPlan; displaced: string[] }>>
  | Message<'ScheduleRequested', In<{ proposalId: string }>>
  | Message<'ScheduleProposed', In<{ proposalId: string; placements: Placement[] } & Proposed>>
  | Message<'ScenarioAsked', In<{ proposalId: string; scenario: Scenario }>>
  | Message<'TalkPinned', In<{ talk: string; place: Place } & HowStepped>>
  | Message<'TalkUnpinned', In<{ talk: string } & HowStepped>>
  /** Whom a session has as moderator, and whether that is held against proposals. */
  | Message<'ModeratorSet', In<{ block: string; room: string; person: string | null; held: boolean } & HowStepped>>
  | Message<'TalkMoved', In<{ talk: string; from: Place | null; to: Place | null } & HowMoved>>
  /** `moved` names the talks that are new or stand elsewhere than in the release before. */
  | Message<
      'ScheduleReleased',
      In<{
        number: number;
        name: string;
        note: string;
        placements: Placement[];
        unplaced: string[];
        moved: string[];
        /** Those that stood in the release before, and stand nowhere now. */
        gone?: string[];
        /** The warnings that were ticked. */
        accepted?: string[];
        /** What was held when it was released. */
        pins?: { [talk: string]: Place };
        moderatorPins?: Moderators;
        moderators?: Moderators;
        interpretation?: Interpretation;
      }>
    >;
