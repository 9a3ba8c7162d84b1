// What is asked of a forum's programme, and what happened to it.
import { z } from 'zod';
import { Id, Iso2, Key, KnownZone, Language, type Message, Texts } from '../messages.ts';

const Minute = z
  .int()
  .min(0)
  .max(24 * 60);
export const Theme = z.strictObject({
  key: Key,
  title: Texts,
  points: z.record(Language, z.array(z.string().max(500)).max(20)).default({}),
});
export const Room = z.strictObject({ key: Key, name: Texts, sample: z.boolean().default(false) });
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
});
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
  unplaced: z.array(z.strictObject({ talk: Id, reasons: z.array(z.string().max(300)).max(50) })).max(2000),
});
export const PinTalk = z.strictObject({ talk: Id, place: Place });
export const UnpinTalk = z.strictObject({ talk: Id });
export const MoveTalk = z.strictObject({ talk: Id, place: Place });
export const ReleaseSchedule = z.strictObject({
  name: z.string().trim().min(1).max(100),
  note: z.string().trim().max(1000).default(''),
});

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
};
export type ForumPlan = Omit<z.infer<typeof PlanForum>, 'purpose'> & { purpose: Texts | null };

type Of<Schema extends z.ZodType> = z.infer<Schema> & { forumId: string };
export type ForumCommand =
  | Message<'PlanForum', Of<typeof PlanForum> & { cycleId: string | null }>
  | Message<'RequestSchedule', Of<typeof RequestSchedule> & { proposalId: string }>
  | Message<'ProposeSchedule', Of<typeof ProposeSchedule> & { talks: TalkFacts[] }>
  | Message<'PinTalk', Of<typeof PinTalk>>
  | Message<'UnpinTalk', Of<typeof UnpinTalk>>
  | Message<'MoveTalk', Of<typeof MoveTalk>>
  | Message<'ReleaseSchedule', Of<typeof ReleaseSchedule>>;

type In<Data> = Data & { forumId: string; cycleId: string | null };
export type ForumEvent =
  | Message<'ForumPlanned', In<{ plan: ForumPlan }>>
  | Message<'ScheduleRequested', In<{ proposalId: string }>>
  | Message<
      'ScheduleProposed',
      In<{
        proposalId: string;
        placements: Placement[];
        unplaced: { talk: string; reasons: string[] }[];
        talks: TalkFacts[];
      }>
    >
  | Message<'TalkPinned', In<{ talk: string; place: Place }>>
  | Message<'TalkUnpinned', In<{ talk: string }>>
  | Message<'TalkMoved', In<{ talk: string; from: Place | null; to: Place }>>
  /** `moved` names the talks that are new or stand elsewhere than in the release before. */
  | Message<
      'ScheduleReleased',
      In<{ number: number; name: string; note: string; placements: Placement[]; unplaced: string[]; moved: string[] }>
    >;
