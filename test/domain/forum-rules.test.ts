// The grid and the solver's checker say the same of any arrangement: each rule that one names, and each wish that one counts, the other says of the same talks.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ClashRule, standingClashes, weights } from '../../domain/forum/clashes.ts';
import type { Placement, TalkFacts } from '../../domain/forum/messages.ts';
import { forumTimetable, sessionOf } from '../../domain/forum/timetable.ts';
import { openBoard } from '../../domain/scheduling/board.ts';
import type { Rule } from '../../domain/scheduling/broken.ts';
import { checkTimetable } from '../../domain/scheduling/checking.ts';
import { misfitOf, wishMissedBy } from '../../domain/scheduling/cost.ts';
import { samplePlan, talkFacts } from '../support/forum-samples.ts';
import { ids } from '../support/samples.ts';

/** What the checker calls it; none for what it counts as points, which is compared by talk. */
const alike: { [rule in ClashRule]: Rule | null } = {
  'not-in-programme': 'unknown-place',
  protected: 'barred',
  taken: 'taken',
  'speaks-elsewhere': 'speaker',
  'moderates-elsewhere': 'moderator-speaks',
  'too-far': 'speaker',
  unavailable: 'barred',
  busy: 'barred',
  'remote-hours': 'barred',
  'delegation-parallel': 'country',
  'delegation-adjacent': 'country',
  'no-booth': 'booths',
  'no-team': 'teams',
  gap: 'hole',
  'other-theme': null,
  'other-part': null,
};

const window = fc.constantFrom(
  { from: 585, to: 660, what: 'A meeting' },
  { from: 660, to: 960, what: 'A meeting' },
  { from: 600, to: 615, what: 'A meeting' },
);
const drawn = fc.record({
  country: fc.constantFrom('TH', 'LA'),
  speaker: fc.integer({ min: 1, max: 5 }),
  available: fc.array(window, { maxLength: 1 }),
  busy: fc.array(window, { maxLength: 1 }),
  mode: fc.constantFrom('in-person' as const, 'remote' as const),
  zone: fc.constantFrom(null, 'Asia/Bangkok', 'Europe/Lisbon'),
  language: fc.constantFrom('en', 'th', 'lo', null),
  needsInterpretation: fc.constantFrom(null, null, true),
  theme: fc.constantFrom(null, 'protection', 'policy'),
  fit: fc.constantFrom(null, { protection: 3, policy: 2 }, { policy: 0 }),
  wish: fc.constantFrom(null, 0, 1, 2),
  block: fc.constantFrom('first', 'middle', 'last'),
  room: fc.constantFrom('main', 'second'),
  slot: fc.integer({ min: 0, max: 3 }),
});
/** Two in one slot are told of as that alone. */
const apart = fc.uniqueArray(drawn, {
  minLength: 2,
  maxLength: 6,
  selector: ({ block, room, slot }) => `${block}/${room}/${slot}`,
});
const day = fc.record({
  booths: fc.integer({ min: 0, max: 2 }),
  teams: fc.constantFrom({}, { th: 1, lo: 1 }, { th: 2, lo: 2 }),
  minutes: fc.constantFrom(0, 20),
  noon: fc.boolean(),
  chair: fc.integer({ min: 1, max: 5 }),
});

/** Any forum with talks anywhere, and a moderator of the first session where that is held. */
const arranged = fc.tuple(day, apart).map(([{ booths, teams, minutes, noon, chair }, all]) => {
  const plan = samplePlan({
    rooms: ['main', 'second'].map((key) => ({ key, name: { en: key }, sample: false, booths })),
    interpretation: { working: ['en'], teams },
    walks: [{ between: ['main', 'second'], minutes }],
    moderators: [{ person: ids.person(chair), country: 'SG', windows: [], fit: {} }],
    ...(noon && { protectedTimes: [{ title: { en: 'Prayer' }, startsAt: 675, endsAt: 690 }] }),
  });
  const talks = all.map(
    ({ block: _b, room: _r, slot: _s, speaker, fit, language, needsInterpretation, ...talk }, at): TalkFacts =>
      talkFacts(at + 1, {
        ...{ ...talk, person: ids.person(speaker) },
        ...{ ...(fit && { fit }), ...(language && { language }), ...(needsInterpretation && { needsInterpretation }) },
      }),
  );
  const placements = all.map(
    ({ block, room, slot }, at): Placement => ({ talk: ids.nomination(at + 1), block, room, slot }),
  );
  const led = sessionOf({ block: 'first', room: 'main' });
  const isHeld = placements.some((placed) => sessionOf(placed) === led);
  return { plan, talks, placements, moderators: { [led]: isHeld ? ids.person(chair) : null } };
});
type Arranged = typeof arranged extends fc.Arbitrary<infer One> ? One : never;

/** As the solver's checker has it. Where all talks are of one country no solver can keep them apart; the grid says so all the same. */
function checked({ plan, talks, placements, moderators }: Arranged, held: readonly Placement[] = []) {
  const pins = Object.fromEntries(held.map(({ talk, ...place }) => [talk, place]));
  const forum = { plan, pins, placements: [], moderators: {}, moderatorPins: {}, released: null };
  const file = forumTimetable(forum, talks, null);
  const board = openBoard({ ...file, rules: { ...file.rules, adjacency: 'session' } });
  const claim = placements.map(({ talk, slot, ...at }) => ({ talk, session: sessionOf(at), slot }));
  const needs = new Map(board.talks.map(({ id }, talk) => [id, board.needs[talk] ?? '']));
  const needed = (session: string) =>
    claim.filter((one) => one.session === session).map(({ talk }) => needs.get(talk) ?? '');
  const interpretation = Object.fromEntries(
    board.sessions.map(({ id }) => [id, needed(id).filter((language) => language !== '')]),
  );
  return { file, board, ...checkTimetable(board, { placements: claim, moderators, interpretation }) };
}

it('says of every rule what the solver calls it', () => {
  expect(Object.keys(alike).sort()).toEqual(Object.keys(weights).sort());
});

it('breaks the same rules in both, talk by talk', () => {
  fc.assert(
    fc.property(arranged, (one) => {
      const { broken, file } = checked(one);
      const hard = standingClashes(one).filter(({ rule }) => alike[rule] !== null);
      expect(new Set(hard.map(({ rule }) => alike[rule]))).toEqual(new Set(broken.map(({ rule }) => rule)));
      const ofTalks: Rule[] = ['barred', 'speaker', 'country', 'hole'];
      for (const rule of ofTalks) {
        const here = hard.filter((clash) => alike[clash.rule] === rule).map(({ talk }) => talk);
        const there = broken.filter((clash) => clash.rule === rule).flatMap(({ of }) => of);
        expect(new Set(here)).toEqual(new Set(there));
      }
      const isOne = new Set(one.talks.map(({ country }) => country)).size === 1;
      expect(file.rules.adjacency).toEqual(isOne ? 'off' : 'session');
    }),
    { numRuns: 300 },
  );
});

it('counts the same wishes in both, talk by talk', () => {
  fc.assert(
    fc.property(arranged, (one) => {
      const { board, timetable, cost } = checked(one);
      const clashes = standingClashes(one);
      const named = (rule: ClashRule) =>
        clashes.flatMap((clash) => (clash.rule === rule ? [clash.talk] : [])).toSorted();
      const counted = (steps: typeof misfitOf) =>
        board.talks.flatMap(({ id }, talk) =>
          steps(board, talk, board.places[timetable.places[talk] ?? -1]?.session ?? -1) > 0 ? [id] : [],
        );
      expect(named('other-theme')).toEqual(counted(misfitOf));
      expect(named('other-part')).toEqual(counted(wishMissedBy));
      expect([named('other-theme').length > 0, named('other-part').length > 0]).toEqual([
        cost.counts.themeMisfit > 0,
        cost.counts.wish > 0,
      ]);
    }),
    { numRuns: 100 },
  );
});

it('still names on the grid what a person has decided against the rules', () => {
  fc.assert(
    fc.property(arranged, fc.nat(), (one, number) => {
      const held = one.placements.filter((_, at) => (number >> at) % 2 === 1);
      const said = new Set(standingClashes(one).map(({ rule }) => alike[rule]));
      const { broken } = checked(one, held);
      expect(broken.filter(({ rule }) => !said.has(rule))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
