// What is asked of a cycle's ceremony, and what happened at it.
import { z } from 'zod';
import { Id, Instant, KnownZone, type Message, Texts } from '../messages.ts';

export const Mode = z.enum(['in-person', 'virtual', 'hybrid']);
export const PlanCeremony = z.strictObject({
  startsAt: Instant,
  zone: KnownZone,
  /** null where everybody joins from afar. */
  venue: Texts.nullable().default(null),
  mode: Mode,
  /** Laureates in the order in which they are called; those left out follow in protocol order. */
  order: z.array(Id).max(1000).default([]),
});
export const How = z.enum(['in-person', 'remote', 'represented', 'absent']);
export const NameReceiver = z.strictObject({
  how: How,
  /** What the receiver is there, in words for the announcer: no name. */
  office: z.string().trim().min(1).max(200).nullable().default(null),
});
export const ConferAward = z.strictObject({ at: Instant.optional() });

export type Mode = z.infer<typeof Mode>;
export type How = z.infer<typeof How>;
/** `group` is the laureate's panel, which knows who is laureate now. */
type OfLaureate = { cycleId: string; laureateId: string; group: string };
export type CeremonyCommand =
  | Message<'PlanCeremony', z.infer<typeof PlanCeremony> & { cycleId: string }>
  | Message<'NameReceiver', z.infer<typeof NameReceiver> & OfLaureate & { personId: string | null }>
  | Message<'ConferAward', z.infer<typeof ConferAward> & OfLaureate>;

type Conferred = OfLaureate & { country: string; category: string };
export type CeremonyEvent =
  | Message<
      'CeremonyPlanned',
      {
        cycleId: string;
        startsAt: string;
        zone: string;
        venue: Texts | null;
        mode: Mode;
        order: string[];
        /** False from the second plan on: those concerned are told of a change. */
        first: boolean;
      }
    >
  | Message<
      'ReceiverNamed',
      Conferred & { how: How; personId: string | null; office: string | null; startsAt: string; zone: string }
    >
  | Message<'AwardConferred', Conferred & { at: string; how: How | null }>;
