// The grid and the solver's checker say the same of any arrangement: each rule that one names, the other names of the same talks.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ClashRule, standingClashes, weights } from '../../domain/forum/clashes.ts';
import type { Placement, TalkFacts } from '../../domain/forum/messages.ts';
import { forumTimetable, sessionOf } from '../../domain/forum/timetable.ts';
import { openBoard } from '../../domain/scheduling/board.ts';
import type { Rule } from '../../domain/scheduling/broken.ts';
import { checkTimetable } from '../../domain/scheduling/checking.ts';
import { samplePlan, talkFacts } from '../support/forum-samples.ts';
import { ids } from '../support/samples.ts';

/** What the checker calls it; none for what it counts as points. */
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
  language: fc.constantFrom('en', 'th', 'lo'),
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
const plans = fc.record({
  booths: fc.integer({ min: 0, max: 2 }),
  teams: fc.constantFrom({}, { th: 1, lo: 1 }, { th: 2, lo: 2 }),
  minutes: fc.constantFrom(0, 20),
  noon: fc.boolean(),
  chair: fc.integer({ min: 1, max: 5 }),
});

it('says of every rule what the solver calls it', () => {
  expect(Object.keys(alike).sort()).toEqual(Object.keys(weights).sort());
});

it('breaks the same rules in both, talk by talk', () => {
  fc.assert(
    fc.property(plans, apart, ({ booths, teams, minutes, noon, chair }, all) => {
      // Where all talks are of one country no solver can keep them apart; the grid says so all the same.
      fc.pre(new Set(all.map(({ country }) => country)).size > 1);
      const plan = samplePlan({
        rooms: ['main', 'second'].map((key) => ({ key, name: { en: key }, sample: false, booths })),
        interpretation: { working: ['en'], teams },
        walks: [{ between: ['main', 'second'], minutes }],
        moderators: [{ person: ids.person(chair), country: 'SG', windows: [], fit: {} }],
        ...(noon && { protectedTimes: [{ title: { en: 'Prayer' }, startsAt: 675, endsAt: 690 }] }),
      });
      const talks = all.map(
        ({ block: _b, room: _r, slot: _s, speaker, ...talk }, at): TalkFacts =>
          talkFacts(at + 1, { ...talk, person: ids.person(speaker) }),
      );
      const placements = all.map(
        ({ block, room, slot }, at): Placement => ({ talk: ids.nomination(at + 1), block, room, slot }),
      );
      const led = sessionOf({ block: 'first', room: 'main' });
      const isHeld = placements.some((placed) => sessionOf(placed) === led);
      const moderators = { [led]: isHeld ? ids.person(chair) : null };
      const clashes = standingClashes({ plan, talks, placements, moderators });
      const forum = { plan, pins: {}, placements: [], moderators: {}, moderatorPins: {}, released: null };
      const board = openBoard(forumTimetable(forum, talks, null));
      const claim = placements.map(({ talk, block, room, slot }) => ({
        talk,
        session: sessionOf({ block, room }),
        slot,
      }));
      const needed = (session: string) =>
        talks.filter(({ talk }) => claim.some((one) => one.talk === talk && one.session === session));
      const interpretation = Object.fromEntries(
        board.sessions.map(({ id }) => [
          id,
          needed(id).flatMap(({ talk }) => board.needs[board.talks.findIndex((one) => one.id === talk)] || []),
        ]),
      );
      const { broken } = checkTimetable(board, { placements: claim, moderators, interpretation });
      const hard = clashes.filter(({ rule }) => alike[rule] !== null);
      expect(new Set(hard.map(({ rule }) => alike[rule]))).toEqual(new Set(broken.map(({ rule }) => rule)));
      // Rules of talks name the same talks; the checker names the first talk behind an empty slot alone.
      const ofTalks: Rule[] = ['barred', 'speaker', 'country'];
      for (const rule of ofTalks) {
        const here = hard.filter((one) => alike[one.rule] === rule).map(({ talk }) => talk);
        const there = broken.filter((one) => one.rule === rule).flatMap(({ of }) => of);
        expect(new Set(here)).toEqual(new Set(there));
      }
    }),
    { numRuns: 300 },
  );
});
