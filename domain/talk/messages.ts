// What is asked of a laureate's talk at the forum, and what happened to it.
import { z } from 'zod';
import { Id, Iso2, Key, KnownZone, Language, type Message, Reason, Texts } from '../messages.ts';

export const InvitePresenter = z.strictObject({
  laureateId: Id,
  personId: Id,
  answerBy: z.iso.datetime({ offset: true }).optional(),
  /** The laureate whose talk falls out, where a reserve is asked. */
  insteadOf: Id.optional(),
});
export const ConfirmTalk = z.strictObject({});
export const DeclineTalk = z.strictObject({ reason: Reason });
export const LapseInvitation = z.strictObject({});
export const ReplacePresenter = z.strictObject({
  personId: Id,
  reason: Reason,
  answerBy: z.iso.datetime({ offset: true }).optional(),
});
export const Topic = z.strictObject({
  acronym: z.string().trim().max(30).optional(),
  /** What the letters of the acronym stand for. */
  standsFor: Texts.optional(),
  title: Texts,
  subtitle: Texts.optional(),
  /** What it is to achieve, point by point, by language. */
  aims: z.record(Language, z.array(z.string().trim().min(1).max(500)).max(20)).optional(),
  summary: Texts.optional(),
  /** The language that the presenter wrote it in; the others are translations. */
  source: Language.optional(),
});
const Minutes = { from: z.int().min(0).max(1440), to: z.int().min(0).max(1440) };
/** How well the talk fits a theme: 0 not at all, 3 best. */
const Fit = z.record(Key, z.int().min(0).max(3));
export const DescribeTalk = z.strictObject({
  topics: z.array(Topic).min(1).max(10),
  theme: Key.nullable().default(null),
  language: Language.default('en'),
  /** Null: as the language has it. */
  needsInterpretation: z.boolean().nullable().optional(),
  /** Left out: 3 for the theme chosen, 0 for the others. */
  fit: Fit.optional(),
});
export const SetAvailability = z.strictObject({
  mode: z.enum(['in-person', 'remote']),
  /** Minutes from midnight at the venue; none means the whole day. */
  windows: z.array(z.strictObject(Minutes)).max(20),
  /** Whose clock one who speaks from afar lives by. */
  zone: KnownZone.nullable().optional(),
  /** Other meetings of the week, by the clock of the venue. */
  busy: z
    .array(z.strictObject({ ...Minutes, what: z.string().trim().max(100).default('') }))
    .max(20)
    .optional(),
  /** The part of the day one would like best: 0 the first, 1 the middle, 2 the last. */
  wish: z.int().min(0).max(2).nullable().optional(),
});
/** Another person gives the talk; the one who was asked stays responsible. Null: the one who was asked. */
export const NameSpeaker = z.strictObject({ speakerId: Id.nullable() });
/** Who may be asked to speak where a laureate cannot: a runner-up, or somebody of the secretariat's choice. */
export const NameReserve = z.strictObject({
  kind: z.enum(['runner-up', 'choice']),
  country: Iso2,
  category: Key,
  organisation: Texts,
  /** Who is asked first has the smallest. */
  order: z.int().min(1).max(1000),
});
export const DropReserve = z.strictObject({ reason: Reason });
export const ReconfirmSlot = z.strictObject({ release: z.int().min(1) });
/** The other answer to a place: those who arrange the forum look for another. */
export const RefuseSlot = z.strictObject({ release: z.int().min(1), reason: Reason });
export const MarkPresented = z.strictObject({});
export const MarkAbsent = z.strictObject({ reason: z.string().trim().max(1000).default('') });

export type Topic = z.infer<typeof Topic>;
type Span = { from: number; to: number };
export type Busy = Span & { what: string };
export type ThemeFit = { [theme: string]: number };
type Described = { needsInterpretation?: boolean | null; fit?: ThemeFit };
type Available = { zone?: string | null; busy?: Busy[]; wish?: number | null };
type Ids = { forumId: string; laureateId: string };
type Of<Schema extends z.ZodType> = z.infer<Schema> & Ids;
export type TalkCommand =
  /** The server adds who the laureate is, from the endorsed winners, and may add the award's answer time. */
  | Message<
      'InvitePresenter',
      Of<typeof InvitePresenter> & {
        cycleId: string | null;
        country: string;
        category: string;
        organisation: Texts;
        answerTime?: string;
      }
    >
  | Message<'ConfirmTalk', Ids>
  | Message<'DeclineTalk', Of<typeof DeclineTalk>>
  | Message<'LapseInvitation', Ids>
  | Message<'ReplacePresenter', Of<typeof ReplacePresenter> & { answerTime?: string }>
  | Message<'DescribeTalk', Of<typeof DescribeTalk>>
  | Message<'SetAvailability', Of<typeof SetAvailability>>
  | Message<'NameSpeaker', Of<typeof NameSpeaker>>
  | Message<'NameReserve', Of<typeof NameReserve> & { cycleId: string | null }>
  | Message<'DropReserve', Of<typeof DropReserve>>
  | Message<'ReconfirmSlot', Of<typeof ReconfirmSlot>>
  | Message<'RefuseSlot', Of<typeof RefuseSlot>>
  | Message<'MarkPresented', Ids>
  | Message<'MarkAbsent', Of<typeof MarkAbsent>>;

type Laureate = { country: string; category: string; organisation: Texts };
type In<Data> = Data & Ids & { cycleId: string | null };
export type TalkEvent =
  | Message<
      'PresenterInvited',
      In<{ personId: string; answerBy: string; setAt?: string; insteadOf?: string } & Laureate>
    >
  | Message<'TalkConfirmed', In<{ personId: string }>>
  | Message<'TalkDeclined', In<{ personId: string; reason: string }>>
  | Message<'InvitationLapsed', In<{ personId: string }>>
  | Message<
      'PresenterReplaced',
      In<{ from: string; personId: string; answerBy: string; setAt?: string; reason: string }>
    >
  | Message<'TalkDescribed', In<{ topics: Topic[]; theme: string | null; language: string } & Described>>
  | Message<'AvailabilitySet', In<{ mode: 'in-person' | 'remote'; windows: Span[] } & Available>>
  | Message<'SpeakerNamed', In<{ personId: string | null }>>
  | Message<'ReserveNamed', In<z.infer<typeof NameReserve>>>
  | Message<'ReserveDropped', In<{ reason: string }>>
  | Message<'SlotReconfirmed', In<{ release: number }>>
  | Message<'SlotRefused', In<{ release: number; reason: string }>>
  | Message<'TalkPresented', In<Record<never, never>>>
  | Message<'PresenterAbsent', In<{ reason: string }>>;
