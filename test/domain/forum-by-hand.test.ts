// The schedule by hand: what speaks against a place, what a person may set aside, and how moves are taken back.
import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import { type ClashForum, clashesAt, standingClashes } from '../../domain/forum/clashes.ts';
import { forum } from '../../domain/forum/decider.ts';
import type { ForumCommand, ForumEvent, HowMoved, Place, TalkFacts } from '../../domain/forum/messages.ts';
import { clockShift } from '../../domain/forum/talk-readings.ts';
import {
  forumPlanned,
  placed,
  samplePlan,
  scheduleProposed,
  scheduleReleased,
  scheduleRequested,
  talkFacts,
} from '../support/forum-samples.ts';
import { given } from '../support/given.ts';
import { decidedCycle, ids } from '../support/samples.ts';

const forumId = ids.forum;
const cycleId = ids.cycle;
const talk = ids.nomination;
const at = (block: string, room: string, slot: number): Place => ({ block, room, slot });

type Changes = { [number: number]: Partial<ClashForum['talks'][number]> };
/** Three talks: 1 and 2 at the start of the first block, in the main and in the second room; 3 without a place. */
const desk = (changes: Changes = {}, more: Partial<ClashForum> = {}): ClashForum => ({
  plan: samplePlan(),
  talks: [1, 2, 3].map((number) => ({ ...talkFacts(number), ...changes[number] })),
  placements: [placed(1, 'first', 'main', 0), placed(2, 'first', 'second', 0)],
  ...more,
});
/** What speaks against the third talk there. */
const against = (forumAsItIs: ClashForum, place: Place) =>
  clashesAt(forumAsItIs, talk(3), place).map(({ talk: _talk, place: _place, ...clash }) => clash);

describe('a clash', () => {
  it('is none at a place that suits', () => {
    expect(against(desk(), at('first', 'main', 1))).toEqual([]);
    expect(standingClashes(desk())).toEqual([]);
  });
  it('is a place that the programme does not have, or that is taken', () => {
    const none = [{ rule: 'not-in-programme', weight: 'never' }];
    for (const place of [at('evening', 'main', 0), at('first', 'roof', 0), at('first', 'main', 5)])
      expect(against(desk(), place)).toEqual(none);
    expect(against(desk(), at('first', 'main', 0))).toEqual([
      { rule: 'taken', weight: 'never', other: talk(1), from: 585, to: 600 },
    ]);
  });
  it('is a prayer or a meal, by its name', () => {
    const title = { en: 'Prayer' };
    const plan = samplePlan({ protectedTimes: [{ title, startsAt: 600, endsAt: 615 }] });
    expect(against(desk({}, { plan }), at('first', 'main', 1))).toEqual([
      { rule: 'protected', weight: 'never', what: title, from: 600, to: 615 },
    ]);
  });
  it('is one person in two places, or too far from the one to be in the other', () => {
    const same = { 3: { person: ids.person(2) } };
    expect(against(desk(same), at('first', 'main', 1))).toEqual([]);
    const onlySecond = { placements: [placed(2, 'first', 'second', 0)] };
    expect(against(desk(same, onlySecond), at('first', 'main', 0))).toEqual([
      { rule: 'speaks-elsewhere', weight: 'never', other: talk(2), from: 585, to: 600 },
    ]);
    const plan = { ...samplePlan(), walks: [{ between: ['second', 'main'] as [string, string], minutes: 5 }] };
    expect(against(desk(same, { plan }), at('first', 'main', 1))).toEqual([
      { rule: 'too-far', weight: 'reason', other: talk(2), from: 585, to: 600 },
    ]);
    expect(against(desk(same, { plan }), at('first', 'second', 1))).toEqual([]);
  });
  it('is another meeting of that person, by its name, and of nobody else', () => {
    const meeting = { from: 780, to: 960, what: 'SOMRDPE+3' };
    const forumAsItIs = desk({ 3: { busy: [meeting] } });
    expect(against(forumAsItIs, at('last', 'main', 0))).toEqual([{ rule: 'busy', weight: 'reason', ...meeting }]);
    expect(against(forumAsItIs, at('middle', 'main', 0))).toEqual([]);
    expect(clashesAt(forumAsItIs, talk(1), at('last', 'main', 0))).toEqual([]);
  });
  it('is a time at which the presenter cannot speak', () => {
    const forumAsItIs = desk({ 3: { available: [{ from: 585, to: 607 }] } });
    expect(against(forumAsItIs, at('first', 'main', 1))).toEqual([
      { rule: 'unavailable', weight: 'reason', from: 600, to: 615 },
    ]);
  });
  it("is a delegation in two rooms at once, or one country's talks side by side", () => {
    const forumAsItIs = desk({ 3: { country: 'SG' } }, { placements: [placed(2, 'first', 'second', 1)] });
    const met = { other: talk(2), from: 600, to: 615 };
    const rulesAt = (place: Place) => against(forumAsItIs, place).filter(({ rule }) => rule !== 'gap');
    expect(rulesAt(at('first', 'main', 1))).toEqual([{ rule: 'delegation-parallel', weight: 'reason', ...met }]);
    expect(rulesAt(at('first', 'second', 2))).toEqual([{ rule: 'delegation-adjacent', weight: 'reason', ...met }]);
    expect(rulesAt(at('first', 'main', 2))).toEqual([]);
    expect(rulesAt(at('first', 'second', 3))).toEqual([]);
  });
  it('is a language without a booth in the room, or without a team at that time', () => {
    const thai = { 2: { language: 'th' }, 3: { language: 'th' } };
    const rooms = samplePlan().rooms.map((room) => ({ ...room, booths: 1 }));
    const boothless = { ...samplePlan(), interpretation: { working: ['en'], teams: { th: 2 } } };
    expect(against(desk(thai, { plan: boothless }), at('first', 'main', 1))).toEqual([
      { rule: 'no-booth', weight: 'reason', language: 'th' },
    ]);
    // A plan that names neither booths nor teams says nothing of interpretation, here as to the solver.
    expect(against(desk(thai), at('first', 'main', 1))).toEqual([]);
    const interpretation = { working: ['en'], teams: { th: 1, vi: 1 } };
    const plan = { ...samplePlan(), rooms, interpretation };
    expect(against(desk(thai, { plan }), at('first', 'second', 1))).toEqual([]);
    expect(against(desk(thai, { plan }), at('first', 'main', 1))).toEqual([
      { rule: 'no-team', weight: 'reason', language: 'th' },
    ]);
    const mixed = { 2: { language: 'th' }, 3: { language: 'vi' } };
    expect(against(desk(mixed, { plan }), at('first', 'second', 1))).toEqual([
      { rule: 'no-booth', weight: 'reason', language: 'vi' },
    ]);
    expect(against(desk({ 3: { language: 'th', needsInterpretation: false } }), at('first', 'main', 1))).toEqual([]);
  });
  it("is an hour outside 8 to 20 on a remote speaker's own clock", () => {
    expect(clockShift('2023-11-21', 'Asia/Singapore', 'Europe/London')).toBe(-480);
    expect(clockShift('2023-11-21', 'Asia/Singapore', 'Pacific/Auckland')).toBe(300);
    const from = (zone: string) => desk({ 3: { mode: 'remote', zone } });
    expect(against(from('Europe/London'), at('first', 'main', 1))).toEqual([
      { rule: 'remote-hours', weight: 'reason', from: 120, to: 135, what: 'Europe/London' },
    ]);
    expect(against(from('Asia/Tokyo'), at('first', 'main', 1))).toEqual([]);
    expect(against(desk({ 3: { mode: 'in-person', zone: 'Europe/London' } }), at('first', 'main', 1))).toEqual([]);
  });
  it('is a presenter who moderates another room then', () => {
    const moderators = { 'first/second': ids.person(3) };
    expect(against(desk({}, { moderators }), at('first', 'main', 1))).toEqual([
      { rule: 'moderates-elsewhere', weight: 'never', what: { en: 'Second room' }, from: 585, to: 660 },
    ]);
    expect(against(desk({}, { moderators }), at('middle', 'main', 0))).toEqual([]);
  });
  it('is noted where the slot before stays empty, the theme is another, or the part of the day was not wished for', () => {
    expect(against(desk(), at('first', 'main', 2))).toEqual([{ rule: 'gap', weight: 'note' }]);
    expect(against(desk({ 3: { theme: 'policy' } }), at('first', 'main', 1))).toEqual([
      { rule: 'other-theme', weight: 'note' },
    ]);
    expect(against(desk({ 3: { wish: 2 } }), at('first', 'main', 1))).toEqual([{ rule: 'other-part', weight: 'note' }]);
  });
});

const moved = (number: number, from: Place | null, to: Place | null, how: HowMoved = {}): EventOf<'TalkMoved'> => ({
  type: 'TalkMoved',
  data: { forumId, cycleId, talk: talk(number), from, to, ...how },
});
const move = (
  number: number,
  place: Place | null,
  said: { reason?: string; talks?: TalkFacts[] } = {},
): ForumCommand => ({
  type: 'MoveTalk',
  data: { forumId, talk: talk(number), place, ...said },
});
const swap = (number: number, other: number, reason?: string): ForumCommand => ({
  type: 'SwapTalks',
  data: { forumId, talk: talk(number), with: talk(other), reason },
});
const undo = (step: number): ForumCommand => ({ type: 'UndoMove', data: { forumId, step } });
const redo = (step: number): ForumCommand => ({ type: 'RedoMove', data: { forumId, step } });
const restore = (release: number): ForumCommand => ({ type: 'RestoreRelease', data: { forumId, release } });
const pinned = (number: number, place: Place): EventOf<'TalkPinned'> => ({
  type: 'TalkPinned',
  data: { forumId, cycleId, talk: talk(number), place },
});

const scheduled: ForumEvent[] = [forumPlanned(), scheduleRequested(), scheduleProposed()];
const givenForum = (...history: ForumEvent[]) => given(forum, ...history).guard('cycle', ...decidedCycle());
const main = at('first', 'main', 0);
const second = at('first', 'second', 0);

describe('MoveTalk', () => {
  it('sets aside what a person may, with the reason, and nothing without one', () => {
    const talks = [talkFacts(1), talkFacts(2), talkFacts(3, { country: 'TH' })];
    const history = [forumPlanned(), scheduleRequested(), scheduleProposed({ talks })];
    const beside = at('first', 'main', 1);
    givenForum(...history)
      .when(move(3, beside))
      .refused('clash-unexplained', {
        broken: ['The talk of TH is right beside the talk of TH from 09:45 to 10:00.'],
        rules: ['delegation-adjacent'],
      });
    const reason = 'Both come from one village.';
    givenForum(...history)
      .when(move(3, beside, { reason }))
      .then(moved(3, null, beside, { overridden: ['delegation-adjacent'], reason }));
  });
  it('keeps no reason where nothing was set aside', () => {
    givenForum(...scheduled)
      .when(move(3, at('first', 'main', 1), { reason: 'It is better so.' }))
      .then(moved(3, null, at('first', 'main', 1)));
  });
  it('takes a talk off the schedule', () => {
    givenForum(...scheduled)
      .when(move(1, null))
      .then(moved(1, main, null));
    givenForum(...scheduled)
      .when(move(3, null))
      .nothing();
  });
  it('goes by what is known of the talks now, and places one that no proposal knew', () => {
    const late = talkFacts(4);
    givenForum(...scheduled)
      .when(move(4, at('first', 'main', 1), { talks: [talkFacts(1), talkFacts(2), talkFacts(3), late] }))
      .then(moved(4, null, at('first', 'main', 1), { facts: late }));
    const busy = talkFacts(3, { available: [{ from: 810, to: 885 }] });
    givenForum(...scheduled)
      .when(move(3, at('first', 'main', 1), { talks: [busy] }))
      .refused('clash-unexplained');
  });
});

describe('SwapTalks', () => {
  it('lets two talks change places in one step', () => {
    givenForum(...scheduled)
      .when(swap(1, 2))
      .then(moved(1, main, second, { step: 1 }), moved(2, second, main, { step: 1 }));
  });
  it('gives the place of one to another that had none', () => {
    givenForum(...scheduled)
      .when(swap(3, 1))
      .then(moved(3, null, main, { step: 1 }), moved(1, main, null, { step: 1 }));
  });
  it('is refused while one of them is held', () => {
    givenForum(...scheduled, pinned(2, second))
      .when(swap(1, 2))
      .refused('talk-pinned', { pinnedAt: 'first/second/0' });
  });
});

const away = moved(1, main, at('last', 'main', 0));
const back = moved(1, at('last', 'main', 0), main, { act: 'undo', of: 1 });

describe('UndoMove', () => {
  it('takes back the last move, then the one before', () => {
    const further = moved(3, null, at('middle', 'main', 0));
    givenForum(...scheduled, away, further)
      .when(undo(2))
      .then(moved(3, at('middle', 'main', 0), null, { act: 'undo', of: 2 }));
    givenForum(...scheduled, away, further, moved(3, at('middle', 'main', 0), null, { act: 'undo', of: 2 }))
      .when(undo(1))
      .then(back);
  });
  it('takes back a swap whole', () => {
    givenForum(...scheduled, moved(1, main, second, { step: 1 }), moved(2, second, main, { step: 1 }))
      .when(undo(1))
      .then(moved(1, second, main, { act: 'undo', of: 1 }), moved(2, main, second, { act: 'undo', of: 1 }));
  });
  it('is refused for a step that is not the last any more', () => {
    givenForum(...scheduled, away, moved(3, null, at('middle', 'main', 0)))
      .when(undo(1))
      .refused('step-passed', { step: 2 });
  });
  it('is refused when nothing was done since the last proposal', () => {
    givenForum(...scheduled)
      .when(undo(1))
      .refused('nothing-to-undo');
    givenForum(...scheduled, away, scheduleRequested(2), scheduleProposed({ proposalId: ids.proposal(2) }))
      .when(undo(1))
      .refused('nothing-to-undo');
  });
  it('is refused while the talk is held', () => {
    givenForum(...scheduled, away, pinned(1, at('last', 'main', 0)))
      .when(undo(1))
      .refused('talk-pinned', { pinnedAt: 'last/main/0' });
  });
});

describe('RedoMove', () => {
  it('does again what was taken back', () => {
    givenForum(...scheduled, away, back)
      .when(redo(1))
      .then(moved(1, main, at('last', 'main', 0), { act: 'redo', of: 1 }));
  });
  it('can be taken back again', () => {
    const again = moved(1, main, at('last', 'main', 0), { act: 'redo', of: 1 });
    givenForum(...scheduled, away, back, again)
      .when(undo(1))
      .then(back);
  });
  it('is over after another move', () => {
    givenForum(...scheduled, away, back, moved(3, null, at('middle', 'main', 0)))
      .when(redo(1))
      .refused('nothing-to-undo');
  });
});

describe('RestoreRelease', () => {
  it('puts every talk where the release has it, as one step that can be taken back', () => {
    const history = [...scheduled, scheduleReleased(), away, moved(3, null, main)];
    const how = { step: 3, act: 'restore' as const, of: 1 };
    const restored = [moved(1, at('last', 'main', 0), main, how), moved(3, main, null, how)];
    givenForum(...history)
      .when(restore(1))
      .then(...restored);
    givenForum(...history, ...restored)
      .when(undo(3))
      .then(
        moved(1, main, at('last', 'main', 0), { act: 'undo', of: 3 }),
        moved(3, null, main, { act: 'undo', of: 3 }),
      );
  });
  it('lets go of the pins of what it moves', () => {
    const away3 = at('last', 'main', 0);
    givenForum(...scheduled, scheduleReleased(), away, pinned(1, away3))
      .when(restore(1))
      .then(
        { type: 'TalkUnpinned', data: { forumId, cycleId, talk: talk(1) } },
        moved(1, away3, main, { step: 2, act: 'restore', of: 1 }),
      );
  });
  it('is nothing new where all stands so, and refused for a release that never was', () => {
    givenForum(...scheduled, scheduleReleased())
      .when(restore(1))
      .nothing();
    givenForum(...scheduled, scheduleReleased())
      .when(restore(2))
      .refused('release-unknown', { release: 1 });
  });
});
