// The shapes of delegations and their participants, in requests and answers.
import { z } from 'zod';
import {
  Attendance,
  Capacity,
  ChangeParticipant,
  Particulars,
  RegisterParticipant,
  ReplaceParticipant,
} from '../../domain/delegation/messages.ts';
import { Iso2, Language } from '../../domain/messages.ts';
import { CommandDone, Paging } from '../answer.ts';
import { ForumLineView } from './forums.ts';
import { TextsView } from './views.ts';

const Journey = z.object({
  at: z.string().describe('UTC or with its offset'),
  zone: z.string().describe('Of the place that is arrived at or left'),
  flight: z.string(),
});

export const ParticipantRow = z
  .object({
    participantId: z.string(),
    forumId: z.string(),
    country: z.string(),
    capacity: Capacity,
    status: z.enum(['registered', 'withdrawn', 'replaced']),
    attendance: Attendance,
    replacedBy: z.string().nullable().describe('The participant who comes instead'),
    honorific: z.string(),
    name: z.string().nullable().describe('As people know the participant; null once erased'),
    names: TextsView.describe('The full name in each script'),
    printedName: z.string().nullable().describe('On the badge; null: the name'),
    positions: TextsView,
    bodies: TextsView,
    assignedBy: z.string(),
    email: z.string().nullable(),
    language: z.string(),
    needs: z
      .object({ diet: z.string(), access: z.string() })
      .nullable()
      .describe('For the delegation and the forum’s staff alone; null for others'),
    arrival: Journey.nullable(),
    departure: Journey.nullable(),
    version: z.int().describe('Of what is personal: give it back with a change'),
  })
  .meta({ id: 'Participant' });
export type PersonalView = z.infer<typeof ParticipantRow>;

export const ParticipantQuery = Paging.extend({
  q: z.string().trim().max(100).optional().describe('In any script of the name, or the body'),
  capacity: Capacity.optional(),
  attendance: Attendance.optional(),
  status: z.enum(['registered', 'all']).default('registered').describe('All: withdrawn and replaced ones too'),
});
export const ForumParticipantQuery = ParticipantQuery.extend({ country: Iso2.optional() });

const forum = ForumLineView.pick({ forumId: true, number: true, name: true, venue: true, zone: true, day: true });
export const ForumOfDelegation = forum.extend({
  opensAt: z.int().describe('Minutes from midnight at the venue'),
  closesAt: z.int(),
});
export const DelegationView = z
  .object({
    forum: ForumOfDelegation,
    country: z.object({ iso2: z.string(), names: TextsView, languages: z.array(z.string()), zone: z.string() }),
    registered: z.int(),
    present: z.int(),
    absent: z.int(),
    head: z.boolean().describe('Whether somebody is named as its head'),
  })
  .meta({ id: 'Delegation' });

const Contact = z.strictObject({
  email: z.email('must be an e-mail address').max(254).nullable().default(null),
  language: Language.default('en').describe('Of the mails'),
});
const Said = z.strictObject({ ...Contact.shape, ...Particulars.shape });
/** The order of the journeys is looked at where the whole is. */
const inOrder = <Body extends z.ZodType<Pick<Particulars, 'arrival' | 'departure'>>>(body: Body) =>
  body.refine(({ arrival, departure }) => !arrival || !departure || Date.parse(arrival.at) < Date.parse(departure.at), {
    path: ['departure'],
    error: 'must be after the arrival',
  });
const version = z.int().min(0).describe('The one that was read: another since then is not overwritten');
/** What a change answers, with the version to give back with the next. */
export const ParticipantDone = CommandDone.extend({ participantVersion: z.int() });
export const NewParticipant = inOrder(Said.extend(RegisterParticipant.shape));
export const ChangedParticipant = inOrder(Said.extend({ ...ChangeParticipant.shape, version }));
export const Successor = inOrder(Said.extend(ReplaceParticipant.shape));
export const OwnParticulars = inOrder(z.strictObject({ ...Particulars.shape, version }));
