// The checker of schedules on problems with proven answers: what they cost, what follows from their facts, and each single broken rule.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBoard } from '../../../domain/scheduling/board.ts';
import { type Claim, checkTimetable, pinsBroken } from '../../../domain/scheduling/checking.ts';
import { firstFit } from '../../../domain/scheduling/first-fit.ts';
import { hindrancesOf } from '../../../domain/scheduling/hindrances.ts';
import { TimetableFile, type TimetableInput } from '../../../domain/scheduling/messages.ts';
import { inProtocolOrder } from '../../../domain/scheduling/protocol.ts';
import { claimOf, timetableOf } from '../../../domain/scheduling/solutions.ts';
import { pinsSaid } from '../../../domain/scheduling/wording.ts';
import { claimed, forumProblems, randomSchedule } from '../../support/schedule-problems.ts';

describe.each(forumProblems)('the problem %s', (_name, { answer, ...problem }) => {
  const board = openBoard(TimetableFile.parse(problem));

  it('has a plan that costs what it says, term by term', () => {
    const { broken, cost } = checkTimetable(board, { ...claimed(answer.plan), ...answer, terms: answer.terms });
    expect(broken).toEqual([]);
    expect([cost.terms, cost.counts]).toEqual([answer.terms, answer.counts]);
  });

  it('allows the places that follow from its facts, and no others', () => {
    const { derived: _derived, ...facts } = problem;
    expect(openBoard(TimetableFile.parse(facts)).allowed).toEqual(board.allowed);
    expect(board.evenShare).toBe(problem.rules.evenShare);
  });
});

/** Two blocks of three slots in two rooms; the second block's first slot is closed. */
const problem = (changes: Partial<TimetableInput> = {}): TimetableInput => ({
  kind: 'forum',
  forum: {
    slotMinutes: 10,
    protectedTimes: [[660, 670]],
    categories: ['ngo'],
    walk: [['hall', 'annex', 5]],
    hours: [540, 720],
  },
  blocks: [
    { id: 'early', theme: 'fields', start: 600, slots: 3 },
    { id: 'late', theme: 'markets', start: 660, slots: 3 },
  ],
  rooms: [
    { id: 'hall', booths: 1 },
    { id: 'annex', booths: 0 },
  ],
  teams: { th: 1 },
  talks: [
    { id: 'a', country: 'TH', language: 'th', needsInterpretation: true },
    { id: 'b', country: 'VN', available: [[610, 630]] },
    { id: 'c', country: 'TH', speaker: 'b' },
    { id: 'd', country: 'LA', busy: [[600, 630]] },
    { id: 'e', country: 'SG', remote: true, utcOffset: -600 },
  ],
  moderators: [
    { id: 'm', country: 'TH' },
    { id: 'n', country: 'SG', available: [[660, 690]] },
  ],
  ...changes,
});
const sound: Claim = {
  placements: [
    { talk: 'a', session: 'early/hall', slot: 0 },
    { talk: 'b', session: 'early/hall', slot: 1 },
    { talk: 'c', session: 'late/annex', slot: 1 },
    { talk: 'd', session: 'late/annex', slot: 2 },
  ],
  moderators: { 'early/hall': 'm', 'late/annex': 'n' },
  interpretation: { 'early/hall': ['th'] },
};
const check = (claim: Partial<Claim>, changes: Partial<TimetableInput> = {}) => {
  const { broken } = checkTimetable(openBoard(TimetableFile.parse(problem(changes))), { ...sound, ...claim });
  return [...new Set(broken.map(({ rule }) => rule))].sort();
};
const moved = (talk: string, session: string, slot: number): Partial<Claim> => ({
  placements: [...sound.placements.filter((one) => one.talk !== talk), { talk, session, slot }],
});
const pinned: Partial<TimetableInput> = { pins: [['a', 'early/hall', 1]], moderatorPins: { 'early/hall': 'vacant' } };
const own = problem().forum;

describe('the checker', () => {
  it('finds nothing wrong with a sound schedule, though a talk has no place', () => {
    expect(check({})).toEqual([]);
  });

  it.each<[string, Partial<Claim>, string[], Partial<TimetableInput>?]>([
    [
      'an unknown talk',
      { placements: [...sound.placements, { talk: 'x', session: 'early/hall', slot: 2 }] },
      ['unknown-talk'],
    ],
    ['an unknown session', moved('d', 'night/hall', 0), ['unknown-place']],
    ['a slot outside a session', moved('d', 'late/annex', 3), ['unknown-place']],
    [
      'a talk placed twice',
      { placements: [...sound.placements, { talk: 'd', session: 'late/annex', slot: 2 }] },
      ['twice'],
    ],
    ['a protected time', moved('d', 'late/annex', 0), ['barred']],
    ['a time when the presenter is away', moved('b', 'late/hall', 1), ['barred', 'speaker']],
    ['the time of another meeting', moved('d', 'early/hall', 2), ['barred']],
    ["the night on a remote presenter's clock", moved('e', 'early/hall', 2), ['barred']],
    ['a slot that is taken', moved('d', 'late/annex', 1), ['taken']],
    ['a slot behind an empty one', moved('d', 'late/hall', 2), ['hole']],
    ['a person in two rooms at once', moved('c', 'early/annex', 1), ['hole', 'speaker']],
    ['a person who has no time to walk', moved('c', 'early/annex', 0), ['country', 'hole', 'speaker']],
    ['one country in two rooms at once', moved('c', 'early/annex', 0), ['country', 'hole', 'speaker']],
    ['one country side by side', moved('c', 'early/hall', 1), ['country', 'hole', 'speaker', 'taken']],
    ['a talk without interpretation', { interpretation: {} }, ['not-interpreted']],
    [
      'more languages than booths',
      { interpretation: { 'early/hall': ['th'], 'late/annex': ['lo'] } },
      ['booths', 'teams'],
    ],
    ['more languages than teams', { interpretation: { 'early/hall': ['th', 'lo'] } }, ['booths', 'teams']],
    ['an unknown moderator', { moderators: { ...sound.moderators, 'early/hall': 'x' } }, ['unknown-moderator']],
    ['a moderator who is away', { moderators: { 'early/hall': 'n', 'late/annex': 'm' } }, ['moderator-away']],
    ['a moderator in an empty session', { moderators: { ...sound.moderators, 'late/hall': 'm' } }, ['moderator-empty']],
    [
      'a moderator too often',
      { moderators: { 'early/hall': 'm', 'late/annex': 'm' } },
      ['moderator-often'],
      { forum: { ...own, moderatorMaxSessions: 1 } },
    ],
    [
      'a moderator of the own country alone',
      { placements: sound.placements.filter(({ talk }) => talk !== 'b') },
      ['moderator-country'],
      { forum: { ...own, moderatorOwnCountry: 'not-alone' } },
    ],
    ['a pinned talk that stands elsewhere', {}, ['moderator-pin', 'pin-missing'], pinned],
    ['an objective that is another', { objective: 1 }, ['cost-differs']],
    ['a bound above the objective', { bound: 1_000_000 }, ['bound-above']],
  ])('rejects %s', (_, claim, rules, changes = {}) => {
    expect(check(claim, changes)).toEqual(rules);
  });

  it('lets an empty slot stand before a pinned talk where the rules say so', () => {
    const changes: Partial<TimetableInput> = { pins: [['d', 'late/hall', 2]] };
    expect(check(moved('d', 'late/hall', 2), changes)).toEqual(['hole']);
    expect(check(moved('d', 'late/hall', 2), { ...changes, rules: { pinned: 'decided' } })).toEqual([]);
  });

  it('rejects the plan of each problem after any single change that breaks a rule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...forumProblems), fc.nat(), fc.nat(), ([, { answer, ...file }], one, two) => {
        const board = openBoard(TimetableFile.parse(file));
        const claim = claimed(answer.plan);
        const broken = (changed: Partial<Claim>) => checkTimetable(board, { ...claim, ...changed }).broken;
        const { placements, moderators = {}, interpretation = {} } = claim;
        const chosen = placements[one % placements.length];
        const session = Object.keys(moderators)[two % Object.keys(moderators).length] ?? '';
        if (chosen === undefined) return;
        const rest = placements.filter((placed) => placed !== chosen);
        expect(broken({ placements: [...placements, chosen] })).not.toEqual([]);
        for (const change of [{ talk: 'nobody' }, { slot: 99 }, { session: 'attic' }])
          expect(broken({ placements: [...rest, { ...chosen, ...change }] })).not.toEqual([]);
        for (const other of rest)
          expect(broken({ placements: [...rest, { ...other, talk: chosen.talk }] })).not.toEqual([]);
        const everywhere = Object.fromEntries(Object.keys(moderators).map((id) => [id, moderators[session] ?? null]));
        expect(broken({ moderators: everywhere })).not.toEqual([]);
        expect(broken({ moderators: { ...moderators, [session]: 'nobody' } })).not.toEqual([]);
        if (interpretation[session] !== undefined)
          expect(broken({ interpretation: { ...interpretation, [session]: [] } })).not.toEqual([]);
        expect(broken({ objective: answer.objective - 1 })).not.toEqual([]);
        expect(broken({ bound: answer.objective + 1 })).not.toEqual([]);
        for (const term of Object.keys(answer.terms))
          expect(broken({ terms: { ...answer.terms, [term]: answer.terms[term] + 1 } })).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what no schedule could mend', () => {
  const said = (changes: Partial<TimetableInput>) =>
    pinsSaid(pinsBroken(openBoard(TimetableFile.parse(problem(changes)))));
  it.each<[string, Partial<TimetableInput>, string]>([
    [
      'two pins on one slot',
      {
        pins: [
          ['b', 'early/hall', 1],
          ['e', 'late/hall', 1],
          ['a', 'early/hall', 1],
        ],
      },
      'Talk b is put to a slot that is taken by a.',
    ],
    [
      'a pin at a time when the presenter is away',
      { pins: [['b', 'late/hall', 1]] },
      'Talk b is outside the times its presenter can speak. Take one of these pins away.',
    ],
    [
      'a pin in no session',
      { pins: [['b', 'night/hall', 1]] },
      'The pin b night/hall 1 is not in the programme. Take that pin away.',
    ],
    [
      'a session outside the hours',
      { forum: { ...own, hours: [540, 680] } },
      "Session late/annex lies outside the forum's hours, 09:00 to 11:20.",
    ],
    [
      'no slot for anyone',
      { blocks: [] },
      'The programme has no slot in which anybody can speak. Add a block or a room',
    ],
  ])('is said of %s', (_, changes, sentence) => {
    expect(said(changes)).toContain(sentence);
  });
});

describe('hindrancesOf', () => {
  it('names every rule that keeps a talk from a place, one by one', () => {
    const board = openBoard(TimetableFile.parse(problem()));
    const { timetable } = checkTimetable(board, sound);
    const talk = (id: string) => board.talks.findIndex((one) => one.id === id);
    const place = (id: string, slot: number) => (board.sessions.find((one) => one.id === id)?.first ?? 0) + slot;
    const of = (id: string, session: string, slot: number) =>
      hindrancesOf(board, timetable.places, talk(id), place(session, slot));
    expect(of('d', 'early/hall', 2)).toEqual(['busy']);
    expect(of('e', 'late/annex', 0)).toEqual(['protected', 'remote-hours']);
    expect(of('c', 'early/annex', 0)).toEqual(['speaker', 'country']);
    expect(of('a', 'late/annex', 2)).toEqual(['taken', 'country', 'booths']);
    expect(of('d', 'late/hall', 2)).toEqual(['hole']);
    expect(of('d', 'late/hall', 1)).toEqual([]);
  });
});

describe('the order of protocol', () => {
  it('exchanges talks of one session where that breaks no rule and costs nothing', () => {
    const talks = ['VN', 'LA', 'BN'].map((country, at) => ({ id: `t${at}`, country }));
    const file = (changes: Partial<TimetableInput['forum']>) =>
      TimetableFile.parse(
        problem({
          talks,
          old: { t0: ['early/hall', 0], t1: ['early/hall', 1], t2: ['early/hall', 2] },
          forum: { ...own, protocol: ['BN', 'LA', 'VN'], ...changes },
        }),
      );
    const ordered = (changes: Partial<TimetableInput['forum']>) => {
      const board = openBoard(file(changes));
      return inProtocolOrder(board, board.old).map((place) => board.places[place]?.slot);
    };
    expect(ordered({})).toEqual([2, 1, 0]);
    expect(ordered({ published: true })).toEqual([0, 1, 2]);
    expect(ordered({ protocol: [] })).toEqual([0, 1, 2]);
  });
});

describe('first fit', () => {
  it('breaks no rule, keeps pins, and leaves no talk out that a free place would fit', () => {
    fc.assert(
      fc.property(randomSchedule, fc.nat(), (given, number) => {
        const board = openBoard(TimetableFile.parse(given));
        const pinned = board.allowed.indexOf(1, number % Math.max(1, board.allowed.length));
        const at = board.places[pinned % Math.max(1, board.places.length)];
        const talk = board.talks[Math.floor(pinned / Math.max(1, board.places.length))];
        const pins =
          pinned < 0 || at === undefined || talk === undefined
            ? []
            : [[talk.id, board.sessions[at.session]?.id ?? '', at.slot]];
        const held = openBoard(TimetableFile.parse({ ...given, pins, rules: { pinned: 'decided' } }));
        const places = firstFit(held);
        const claim = claimOf(held, timetableOf(held, places, []));
        expect(checkTimetable(held, claim).broken).toEqual([]);
        for (const [left, place] of places.entries())
          for (const [free] of place === -1 ? held.places.entries() : [])
            expect(hindrancesOf(held, places, left, free)).not.toEqual([]);
      }),
    );
  });

  it('is the same in whatever order the talks come, and keeps what stood', () => {
    fc.assert(
      fc.property(randomSchedule, (given) => {
        const board = openBoard(TimetableFile.parse(given));
        const places = firstFit(board);
        expect(firstFit(openBoard(TimetableFile.parse({ ...given, talks: given.talks.toReversed() })))).toEqual(places);
        const { placements } = claimOf(board, timetableOf(board, places, []));
        const old = Object.fromEntries(placements.map(({ talk, session, slot }) => [talk, [session, slot]]));
        const again = openBoard(TimetableFile.parse({ ...given, old }));
        expect(firstFit(again)).toEqual(places);
      }),
    );
  });
});
