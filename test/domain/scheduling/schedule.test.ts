// The places of a programme, and the checker of schedules by hand.
import { describe, expect, it } from 'vitest';
import {
  checkSchedule,
  type PlacedTalk,
  placesOf,
  type ScheduledTalk,
  type ScheduleProblem,
  scheduleObjective,
  spanOf,
} from '../../../domain/scheduling/schedule.ts';

const talk = (id: string, changes: Partial<ScheduledTalk> = {}): ScheduledTalk => ({
  talk: id,
  person: `person-${id}`,
  country: 'TH',
  category: 'ngo',
  theme: null,
  available: [],
  ...changes,
});

/** Two blocks of three slots in two rooms; nobody speaks from 11:00 to 11:10, the second block's first slot. */
const forum: ScheduleProblem = {
  blocks: [
    { key: 'early', theme: 'fields', startsAt: 600, endsAt: 635 },
    { key: 'late', theme: 'markets', startsAt: 660, endsAt: 690 },
  ],
  rooms: ['hall', 'annex'],
  slotMinutes: 10,
  protectedTimes: [{ from: 655, to: 665 }],
  talks: [
    talk('a', { theme: 'markets' }),
    talk('b', { available: [{ from: 610, to: 630 }] }),
    talk('c', { person: 'person-b' }),
  ],
  pins: {},
};
const at = (id: string, block: string, room: string, slot: number): PlacedTalk => ({ talk: id, block, room, slot });
const sound = [at('a', 'late', 'hall', 1), at('b', 'early', 'hall', 1), at('c', 'early', 'hall', 0)];
const check = (placements: PlacedTalk[], changes: Partial<ScheduleProblem> = {}) =>
  checkSchedule({ ...forum, ...changes }, { placements });
const instead = (...changed: PlacedTalk[]) =>
  sound.map((placed) => changed.find((other) => other.talk === placed.talk) ?? placed);

describe('the places of a programme', () => {
  it('are the whole slots of its blocks outside the protected times, earliest first', () => {
    const places = placesOf(forum).map(({ block, room, slot, from }) => `${from} ${block} ${room} ${slot}`);
    expect(places).toEqual([
      '600 early hall 0',
      '600 early annex 0',
      '610 early hall 1',
      '610 early annex 1',
      '620 early hall 2',
      '620 early annex 2',
      '670 late hall 1',
      '670 late annex 1',
      '680 late hall 2',
      '680 late annex 2',
    ]);
  });

  it('have a time only inside their block', () => {
    expect(spanOf(forum, { block: 'early', room: 'hall', slot: 2 })).toEqual({ from: 620, to: 630 });
    for (const slot of [3, -1, 0.5]) expect(spanOf(forum, { block: 'early', room: 'hall', slot })).toBeUndefined();
  });
});

describe('checkSchedule', () => {
  it('finds nothing wrong with a sound schedule, though a talk has no place', () => {
    expect(check(sound)).toEqual([]);
    expect(check(sound.slice(0, 2))).toEqual([]);
    expect(scheduleObjective(forum, { placements: sound.slice(0, 2) })).toEqual({ unplaced: 1, moved: 0 });
  });

  it.each([
    ['an unknown talk', [...sound, at('x', 'late', 'hall', 2)], ['There is no talk x.']],
    ['a talk placed twice', [...sound, at('a', 'late', 'hall', 2)], ['Talk a is placed twice.']],
    [
      'a slot outside the programme',
      instead(at('a', 'late', 'hall', 3)),
      ['Talk a is put to a slot that is not in the programme: late, hall, 3.'],
    ],
    [
      'an unknown room',
      instead(at('a', 'late', 'attic', 1)),
      ['Talk a is put to a slot that is not in the programme: late, attic, 1.'],
    ],
    ['a protected time', instead(at('a', 'late', 'annex', 0)), ['Talk a lies in a protected time.']],
    [
      'a time when the presenter cannot speak',
      instead(at('b', 'late', 'annex', 2)),
      ['Talk b is outside the times its presenter can speak.'],
    ],
    ['a slot that is taken', instead(at('a', 'early', 'hall', 1)), ['Talk b is put to a slot that is taken.']],
    [
      'a person in two rooms at once',
      instead(at('c', 'early', 'annex', 1)),
      ['The presenter of c speaks in b at the same time.'],
    ],
  ])('rejects %s', (_, placements, broken) => {
    expect(check(placements)).toEqual(broken);
  });

  it('rejects a pinned talk that stands elsewhere or is left out', () => {
    const pins = { a: { block: 'late', room: 'hall', slot: 2 } };
    expect(check(sound, { pins })).toEqual(['Talk a is pinned and stands elsewhere.']);
    expect(check(sound.slice(1), { pins })).toEqual(['Talk a is pinned and has no place.']);
  });

  it('lets a pinned talk be left out where its pin cannot be kept', () => {
    expect(check(sound.slice(1), { pins: { a: { block: 'late', room: 'hall', slot: 0 } } })).toEqual([]);
    const held = { a: { block: 'early', room: 'hall', slot: 1 }, b: { block: 'early', room: 'hall', slot: 1 } };
    expect(check(sound.slice(1), { pins: held })).toEqual([]);
    const taken = { a: { block: 'early', room: 'hall', slot: 1 } };
    expect(check(sound.slice(1), { pins: taken })).toEqual(['Talk a is pinned and has no place.']);
  });
});
