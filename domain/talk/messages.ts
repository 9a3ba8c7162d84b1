// What is asked of a laureate's talk at the forum, and what happened to it.
import { z } from 'zod';
import { Id, Key, Language, type Message, Reason, Texts } from '../messages.ts';

export const InvitePresenter = z.strictObject({
  laureateId: Id,
  personId: Id,
  answerBy: z.iso.datetime({ offset: true }).optional(),
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
  title: Texts,
  summary: Texts.optional(),
});
export const DescribeTalk = z.strictObject({
  topics: z.array(Topic).min(1).max(10),
  theme: Key.nullable().default(null),
  language: Language.default('en'),
});
export const SetAvailability = z.strictObject({
  mode: z.enum(['in-person', 'remote']),
  /** Minutes from midnight at the venue; none means the whole day. */
  windows: z.array(z.strictObject({ from: z.int().min(0).max(1440), to: z.int().min(0).max(1440) })).max(20),
});
export const ReconfirmSlot = z.strictObject({ release: z.int().min(1) });
export const MarkPresented = z.strictObject({});
export const MarkAbsent = z.strictObject({ reason: z.string().trim().max(1000).default('') });

export type Topic = z.infer<typeof Topic>;
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
  | Message<'ReconfirmSlot', Of<typeof ReconfirmSlot>>
  | Message<'MarkPresented', Ids>
  | Message<'MarkAbsent', Of<typeof MarkAbsent>>;

type In<Data> = Data & Ids & { cycleId: string | null };
export type TalkEvent =
  | Message<
      'PresenterInvited',
      In<{ personId: string; country: string; category: string; organisation: Texts; answerBy: string; setAt?: string }>
    >
  | Message<'TalkConfirmed', In<{ personId: string }>>
  | Message<'TalkDeclined', In<{ personId: string; reason: string }>>
  | Message<'InvitationLapsed', In<{ personId: string }>>
  | Message<
      'PresenterReplaced',
      In<{ from: string; personId: string; answerBy: string; setAt?: string; reason: string }>
    >
  | Message<'TalkDescribed', In<{ topics: Topic[]; theme: string | null; language: string }>>
  | Message<'AvailabilitySet', In<{ mode: 'in-person' | 'remote'; windows: { from: number; to: number }[] }>>
  | Message<'SlotReconfirmed', In<{ release: number }>>
  | Message<'TalkPresented', In<Record<never, never>>>
  | Message<'PresenterAbsent', In<{ reason: string }>>;
