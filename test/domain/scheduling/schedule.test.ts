// The places of a programme, the checker of schedules, and first fit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFit } from '../../../domain/scheduling/first-fit.ts';
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

describe('firstFit', () => {
  it('puts a talk to the first slot of its theme, and one without a theme to the first of all', () => {
    const { placements } = firstFit(forum);
    expect(placements).toEqual([at('a', 'late', 'hall', 1), at('b', 'early', 'hall', 1), at('c', 'early', 'hall', 0)]);
  });

  it('gives way to the talk that can speak in the fewest slots', () => {
    const talks = [talk('a'), talk('b', { available: [{ from: 600, to: 610 }] })];
    const { placements } = firstFit({ ...forum, rooms: ['hall'], talks });
    expect(placements).toEqual([at('a', 'early', 'hall', 1), at('b', 'early', 'hall', 0)]);
  });

  it('keeps pins', () => {
    const pin = { block: 'late', room: 'annex', slot: 2 };
    expect(firstFit({ ...forum, pins: { c: pin } }).placements).toContainEqual({ talk: 'c', ...pin });
  });

  it('says what excludes a talk that finds no place', () => {
    const talks = [
      talk('a'),
      talk('b', { available: [{ from: 600, to: 615 }] }),
      talk('c', { available: [{ from: 0, to: 60 }] }),
    ];
    const small = { ...forum, rooms: ['hall'], blocks: forum.blocks.slice(0, 1), talks };
    const pinned = { ...small, pins: { a: { block: 'early', room: 'hall', slot: 0 } } };
    expect(firstFit(pinned).unplaced).toEqual([
      { talk: 'b', reasons: ['2 of 3 slots are outside the times the presenter can speak', '1 of 3 slots are taken'] },
      { talk: 'c', reasons: ['3 of 3 slots are outside the times the presenter can speak', '1 of 3 slots are taken'] },
    ]);
    expect(firstFit({ ...small, blocks: [] }).unplaced[0]).toEqual({
      talk: 'a',
      reasons: ['the programme has no slot'],
    });
  });

  it('leaves a talk out whose pin cannot be kept, and says why', () => {
    const pins = { a: { block: 'late', room: 'hall', slot: 0 } };
    expect(firstFit({ ...forum, pins }).unplaced).toEqual([
      { talk: 'a', reasons: ['the slot it is pinned to is in a protected time'] },
    ]);
  });
});

const minute = fc.integer({ min: 595, max: 700 });
const span = fc.tuple(minute, fc.integer({ min: 5, max: 60 })).map(([from, length]) => ({ from, to: from + length }));
const place = fc.record({
  block: fc.constantFrom('early', 'late'),
  room: fc.constantFrom('hall', 'annex'),
  slot: fc.integer({ min: 0, max: 3 }),
});
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const anyTalk = (id: string) =>
  fc.record({
    talk: fc.constant(id),
    person: fc.constantFrom(`person-${id}`, 'person-a'),
    country: fc.constantFrom('TH', 'VN'),
    category: fc.constant('ngo'),
    theme: fc.constantFrom('fields', 'markets', null),
    available: fc.array(span, { maxLength: 2 }),
  });
/** Pins may contradict each other, the programme and the presenters. */
const problem: fc.Arbitrary<ScheduleProblem> = fc.record({
  blocks: fc.constant(forum.blocks),
  rooms: fc.constantFrom(['hall'], ['hall', 'annex']),
  slotMinutes: fc.constantFrom(5, 10, 12),
  protectedTimes: fc.array(span, { maxLength: 1 }),
  talks: fc.subarray(ids).chain((some) => fc.tuple(...some.map(anyTalk))),
  pins: fc.dictionary(fc.constantFrom(...ids), place, { maxKeys: 3 }),
});

describe('any first fit', () => {
  it('breaks no rule, and lists exactly the talks it leaves out', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const plan = firstFit(given);
        expect(checkSchedule(given, plan)).toEqual([]);
        const all = [...plan.placements, ...plan.unplaced].map((one) => one.talk).sort();
        expect(all).toEqual(given.talks.map((one) => one.talk).sort());
        for (const { reasons } of plan.unplaced) expect(reasons).not.toEqual([]);
      }),
    );
  });

  it('leaves no talk out that a free slot would fit', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const plan = firstFit(given);
        for (const { talk: left } of plan.unplaced.filter((one) => given.pins[one.talk] === undefined))
          for (const { block, room, slot } of placesOf(given)) {
            const placements = [...plan.placements, { talk: left, block, room, slot }];
            expect(checkSchedule(given, { placements })).not.toEqual([]);
          }
      }),
    );
  });

  it('moves nothing when it is made again without a change', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const { placements } = firstFit(given);
        const again = firstFit({ ...given, before: placements });
        expect(again.placements).toEqual(placements);
        expect(scheduleObjective({ ...given, before: placements }, again).moved).toBe(0);
      }),
    );
  });

  it('moves only what has to, when a presenter declines', () => {
    fc.assert(
      fc.property(problem, fc.nat(), (given, number) => {
        const { placements } = firstFit(given);
        const gone = given.talks[number % Math.max(1, given.talks.length)];
        const talks = given.talks.filter((one) => one !== gone);
        const left = { ...given, talks, before: placements };
        expect(scheduleObjective(left, firstFit(left)).moved).toBe(0);
      }),
    );
  });

  it('is the same in whatever order the talks come', () => {
    fc.assert(
      fc.property(problem, (given) => {
        expect(firstFit({ ...given, talks: given.talks.toReversed() })).toEqual(firstFit(given));
      }),
    );
  });

  it('is rejected after any single change that breaks a rule', () => {
    fc.assert(
      fc.property(problem, fc.nat(), (given, number) => {
        const { placements } = firstFit(given);
        const chosen = placements[number % Math.max(1, placements.length)];
        if (chosen === undefined) return;
        const rest = placements.filter((placed) => placed !== chosen);
        const broken: PlacedTalk[][] = [
          [...placements, chosen],
          [...placements, { ...chosen, talk: 'nobody' }],
          [...rest, { ...chosen, slot: 99 }],
          [...rest, { ...chosen, room: 'attic' }],
          [...rest, { ...chosen, block: 'night' }],
          ...rest.map((other) => [...rest, { ...other, talk: chosen.talk }]),
        ];
        for (const changed of broken) expect(checkSchedule(given, { placements: changed })).not.toEqual([]);
        const { from, to } = spanOf(given, chosen) ?? { from: 0, to: 0 };
        const away = { ...given, protectedTimes: [{ from, to }] };
        expect(checkSchedule(away, { placements })).not.toEqual([]);
        const absent = given.talks.map((one) =>
          one.talk === chosen.talk ? { ...one, available: [{ from: to, to: to + 600 }] } : one,
        );
        expect(checkSchedule({ ...given, talks: absent }, { placements })).not.toEqual([]);
        const pins = {
          ...given.pins,
          [chosen.talk]: { block: chosen.block, room: chosen.room, slot: chosen.slot + 1 },
        };
        expect(checkSchedule({ ...given, pins }, { placements })).not.toEqual([]);
      }),
    );
  });
});
