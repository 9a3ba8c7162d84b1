// What is asked of a country's delegation to a forum, and what happened to it. Who its participants are stands elsewhere: here are ids.
import { z } from 'zod';
import { Instant, KnownZone, Language, type Message, Reason } from '../messages.ts';

export const capacities = [
  'head',
  'delegate',
  'laureate-representative',
  'presenter',
  'observer',
  'interpreter',
  'accompanying',
  'guest',
  'organiser',
] as const;
/** Where those stand whom no country sends: ISO 3166 leaves these letters to whoever uses them. */
export const noCountry = 'ZZ';
export const Capacity = z.enum(capacities);
export const Attendance = z.enum(['expected', 'present', 'absent']);

const line = (most: number) => z.string().trim().max(most).default('');
/** By language tag; none where nothing is said. */
const InLanguages = z.record(Language, z.string().trim().min(1).max(300)).default({});
const Journey = z.strictObject({
  at: Instant,
  /** Of the place that is arrived at or left. */
  zone: KnownZone,
  flight: line(120),
});
/** Who somebody is at the forum and what is to be thought of: personal, kept outside the events. */
export const Particulars = z
  .strictObject({
    honorific: line(60),
    /** As people know the participant. */
    name: z.string().trim().min(1).max(200),
    /** The full name in each script. */
    names: InLanguages,
    /** On the badge; null: the name. */
    printedName: z.string().trim().min(1).max(200).nullable().default(null),
    positions: InLanguages,
    bodies: InLanguages,
    /** The letter or other reference by which the participant is assigned. */
    assignedBy: line(300),
    diet: line(500),
    access: line(500),
    arrival: Journey.nullable().default(null),
    departure: Journey.nullable().default(null),
  })
  .refine(({ arrival, departure }) => !arrival || !departure || Date.parse(arrival.at) < Date.parse(departure.at), {
    path: ['departure'],
    error: 'must be after the arrival',
  });
export const particulars = Object.keys(Particulars.shape) as (keyof Particulars)[];

export const RegisterParticipant = z.strictObject({ capacity: Capacity });
export const ChangeParticipant = z.strictObject({ capacity: Capacity });
export const ReplaceParticipant = z.strictObject({ reason: Reason });
export const WithdrawParticipant = z.strictObject({ reason: Reason });
export const MarkAttendance = z.strictObject({ attendance: Attendance });

export type Capacity = z.infer<typeof Capacity>;
export type Attendance = z.infer<typeof Attendance>;
export type Particulars = z.infer<typeof Particulars>;

type Ids = { forumId: string; country: string; participantId: string };
type Of<Schema extends z.ZodType> = z.infer<Schema> & Ids;
type Person = { personId: string };
/** A participant who takes another's place. */
type Successor = Person & { participantId: string };
export type DelegationCommand =
  | Message<'RegisterParticipant', Of<typeof RegisterParticipant> & Person>
  /** `changed` names what was changed of the particulars, never to what. */
  | Message<'ChangeParticipant', Of<typeof ChangeParticipant> & Person & { changed: string[] }>
  | Message<'ReplaceParticipant', Of<typeof ReplaceParticipant> & { by: Successor }>
  | Message<'WithdrawParticipant', Of<typeof WithdrawParticipant>>
  | Message<'MarkAttendance', Of<typeof MarkAttendance>>;

type In<Data> = Data & Ids & Person & { cycleId: string | null };
export type DelegationEvent =
  | Message<'ParticipantRegistered', In<{ capacity: Capacity }>>
  | Message<'ParticipantChanged', In<{ capacity: Capacity; changed: string[] }>>
  /** The one who comes instead has the same capacity. */
  | Message<'ParticipantReplaced', In<{ capacity: Capacity; by: Successor; reason: string }>>
  | Message<'ParticipantWithdrawn', In<{ reason: string }>>
  | Message<'AttendanceMarked', In<{ attendance: Attendance }>>;
