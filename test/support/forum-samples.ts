// A day of talks like the 12th forum's, which tests of forum and talk start from.
import type { EventOf } from '../../domain/events.ts';
import type { ForumPlan, Placement, SaidPlan, TalkFacts } from '../../domain/forum/messages.ts';
import { wholePlan } from '../../domain/forum/plan.ts';
import { ids } from './samples.ts';

/** 09:30 to 16:00, two rooms, a block for each theme: five slots of 15 minutes in each room, and lunch from 12:30. */
export const samplePlan = (changes: Partial<SaidPlan> = {}): ForumPlan =>
  wholePlan({
    number: 12,
    name: { en: 'Twelfth forum', th: 'การเสวนาครั้งที่ 12' },
    host: 'SG',
    venue: { en: 'Sands Expo & Convention Centre' },
    zone: 'Asia/Singapore',
    day: '2023-11-21',
    opensAt: 570,
    closesAt: 960,
    slotMinutes: 15,
    languages: ['en'],
    themes: [
      { key: 'protection', title: { en: 'Innovations in Social Protection' }, points: {} },
      { key: 'policy', title: { en: 'Policy, Partnerships and Sustainable Solutions' }, points: {} },
      { key: 'communities', title: { en: 'Empowering Communities' }, points: {} },
    ],
    rooms: [
      { key: 'main', name: { en: 'Main room' }, sample: false },
      { key: 'second', name: { en: 'Second room' }, sample: true },
    ],
    blocks: [
      { key: 'first', theme: 'protection', startsAt: 585, endsAt: 660 },
      { key: 'middle', theme: 'policy', startsAt: 675, endsAt: 750 },
      { key: 'last', theme: 'communities', startsAt: 810, endsAt: 885 },
    ],
    protectedTimes: [{ title: { en: 'Lunch' }, startsAt: 750, endsAt: 810 }],
    purpose: null,
    ...changes,
  });

export const forumPlanned = (
  cycleId: string | null = ids.cycle,
  changes: Partial<SaidPlan> = {},
): EventOf<'ForumPlanned'> => ({
  type: 'ForumPlanned',
  data: { forumId: ids.forum, cycleId, plan: samplePlan(changes) },
});

const states = ['TH', 'SG', 'VN', 'LA', 'MY', 'ID', 'KH', 'PH', 'BN', 'MM'];
/** Talk `number`, by a person and of a country of its own, free all day. */
export const talkFacts = (number: number, changes: Partial<TalkFacts> = {}): TalkFacts => ({
  talk: ids.nomination(number),
  person: ids.person(number),
  country: states[(number - 1) % states.length] ?? 'TH',
  category: 'ngo',
  theme: null,
  available: [],
  ...changes,
});

export const placed = (number: number, block: string, room: string, slot: number): Placement => ({
  talk: ids.nomination(number),
  block,
  room,
  slot,
});

export const scheduleRequested = (proposal = 1, cycleId: string | null = ids.cycle): EventOf<'ScheduleRequested'> => ({
  type: 'ScheduleRequested',
  data: { forumId: ids.forum, cycleId, proposalId: ids.proposal(proposal) },
});

type Proposed = EventOf<'ScheduleProposed'>['data'];
/** Three talks: the first two at the start of the first block, the third without a place. */
export const scheduleProposed = (changes: Partial<Proposed> = {}): EventOf<'ScheduleProposed'> => ({
  type: 'ScheduleProposed',
  data: {
    forumId: ids.forum,
    cycleId: ids.cycle,
    proposalId: ids.proposal(1),
    placements: [placed(1, 'first', 'main', 0), placed(2, 'first', 'second', 0)],
    unplaced: [{ talk: ids.nomination(3), reasons: ['30 of 30 slots are taken'] }],
    talks: [talkFacts(1), talkFacts(2), talkFacts(3)],
    ...changes,
  },
});

/** What the sample proposal looks like, released. */
export const scheduleReleased = (
  changes: Partial<EventOf<'ScheduleReleased'>['data']> = {},
): EventOf<'ScheduleReleased'> => ({
  type: 'ScheduleReleased',
  data: {
    forumId: ids.forum,
    cycleId: ids.cycle,
    number: 1,
    name: 'First',
    note: '',
    placements: scheduleProposed().data.placements,
    unplaced: [ids.nomination(3)],
    moved: [ids.nomination(1), ids.nomination(2)],
    ...changes,
  },
});
