// What is held by hand: talks in their places and moderators in their sessions, taken back, done again, and brought back by a release.
import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import { forum } from '../../domain/forum/decider.ts';
import type { ForumCommand, ForumEvent, HowStepped, Place } from '../../domain/forum/messages.ts';
import { forumFold } from '../../domain/forum/state.ts';
import { forumTimetable } from '../../domain/forum/timetable.ts';
import {
  forumPlanned,
  placed,
  scheduleProposed,
  scheduleReleased,
  scheduleRequested,
  talkFacts,
} from '../support/forum-samples.ts';
import { given } from '../support/given.ts';
import { decidedCycle, ids } from '../support/samples.ts';

const [forumId, cycleId] = [ids.forum, ids.cycle];
const [anna, ben] = [ids.person(8), ids.person(9)];
const moderators = [
  { person: anna, country: 'SG', windows: [], fit: {} },
  { person: ben, country: 'TH', windows: [{ from: 570, to: 760 }], fit: {} },
];
const main: Place = { block: 'first', room: 'main', slot: 0 };
const scheduled: ForumEvent[] = [forumPlanned(cycleId, { moderators }), scheduleRequested(), scheduleProposed()];
const givenForum = (...history: ForumEvent[]) =>
  given(forum, ...scheduled, ...history).guard('cycle', ...decidedCycle());

type Session = [block: string, room: string];
const pin = ([block, room]: Session, person: string | null): ForumCommand => ({
  type: 'PinModerator',
  data: { forumId, block, room, person },
});
const unpin = ([block, room]: Session): ForumCommand => ({ type: 'UnpinModerator', data: { forumId, block, room } });
const chair = (
  [block, room]: Session,
  person: string | null,
  held: boolean,
  how: HowStepped,
): EventOf<'ModeratorSet'> => ({ type: 'ModeratorSet', data: { forumId, cycleId, block, room, person, held, ...how } });
const undo = (step: number): ForumCommand => ({ type: 'UndoMove', data: { forumId, step } });
const redo = (step: number): ForumCommand => ({ type: 'RedoMove', data: { forumId, step } });
const restore: ForumCommand = { type: 'RestoreRelease', data: { forumId, release: 1 } };
const pinned = (how: HowStepped): EventOf<'TalkPinned'> => ({
  type: 'TalkPinned',
  data: { forumId, cycleId, talk: ids.nomination(1), place: main, ...how },
});
const unpinned = (how: HowStepped): EventOf<'TalkUnpinned'> => ({
  type: 'TalkUnpinned',
  data: { forumId, cycleId, talk: ids.nomination(1), ...how },
});
const morning: Session = ['first', 'main'];
const beside: Session = ['first', 'second'];

describe('PinModerator', () => {
  it('sets whom a session has and holds it, and nothing twice', () => {
    givenForum()
      .when(pin(morning, anna))
      .then(chair(morning, anna, true, { step: 1 }));
    givenForum(chair(morning, anna, true, { step: 1 }))
      .when(pin(morning, anna))
      .nothing();
    givenForum()
      .when(pin(morning, null))
      .then(chair(morning, null, true, { step: 1 }));
  });
  it('takes a moderator out of another room where nobody held him, in the same step', () => {
    const proposed = scheduleProposed({ moderators: { 'first/second': anna } });
    given(forum, forumPlanned(cycleId, { moderators }), scheduleRequested(), proposed)
      .guard('cycle', ...decidedCycle())
      .when(pin(morning, anna))
      .then(chair(beside, null, false, { step: 1 }), chair(morning, anna, true, { step: 1 }));
  });
  it('is refused for a session or a person that the plan does not have', () => {
    givenForum()
      .when(pin(['evening', 'main'], anna))
      .refused('place-unknown');
    givenForum()
      .when(pin(morning, ids.person(1)))
      .refused('moderator-unknown', { moderators: [anna, ben] });
  });
  it('is refused for who is away, held elsewhere then, speaks elsewhere then, or has enough', () => {
    givenForum()
      .when(pin(['last', 'main'], ben))
      .refused('moderator-busy', { why: 'away' });
    givenForum(chair(beside, anna, true, { step: 1 }))
      .when(pin(morning, anna))
      .refused('moderator-busy', { why: 'held' });
    const speaking = scheduleProposed({
      placements: [placed(1, 'first', 'second', 0)],
      talks: [talkFacts(1, { person: anna })],
      unplaced: [],
    });
    given(forum, forumPlanned(cycleId, { moderators }), scheduleRequested(), speaking)
      .guard('cycle', ...decidedCycle())
      .when(pin(morning, anna))
      .refused('moderator-busy', { why: 'speaks' });
    givenForum(chair(morning, anna, true, { step: 1 }), chair(['middle', 'main'], anna, true, { step: 2 }))
      .when(pin(['last', 'main'], anna))
      .refused('moderator-busy', { why: 'often' });
  });
});

describe('what is held', () => {
  const held = chair(morning, anna, true, { step: 1 });
  it('is let go and stays who it was until the next proposal', () => {
    givenForum(held)
      .when(unpin(morning))
      .then(chair(morning, anna, false, { step: 2 }));
    givenForum().when(unpin(morning)).nothing();
  });
  it('is taken back and done again, a talk like a moderator', () => {
    const back = chair(morning, null, false, { act: 'undo', of: 1 });
    givenForum(held).when(undo(1)).then(back);
    givenForum(held, back)
      .when(redo(1))
      .then(chair(morning, anna, true, { act: 'redo', of: 1 }));
    givenForum(pinned({ step: 1 }))
      .when(undo(1))
      .then(unpinned({ act: 'undo', of: 1 }));
    givenForum(pinned({ step: 1 }), unpinned({ step: 2 }))
      .when(undo(2))
      .then(pinned({ act: 'undo', of: 2 }));
  });
  it('comes back with the release that had it', () => {
    const release = scheduleReleased({
      ...{ pins: { [ids.nomination(1)]: main }, moderatorPins: { 'first/main': anna } },
      moderators: { 'first/main': anna },
    });
    const free = chair(morning, null, false, { step: 1 });
    const how = { step: 2, act: 'restore' as const, of: 1 };
    givenForum(release, free)
      .when(restore)
      .then(pinned(how), chair(morning, anna, true, how));
    givenForum(release, free, pinned(how), chair(morning, anna, true, how))
      .when(undo(2))
      .then(unpinned({ act: 'undo', of: 2 }), chair(morning, null, false, { act: 'undo', of: 2 }));
  });
  it('binds the solver, until the plan has the session or the person no more', () => {
    const state = [...scheduled, held].reduce(forumFold.evolve, forumFold.initial);
    if (state.status === 'none') throw new Error('It is planned.');
    expect(forumTimetable(state, [], null).moderatorPins).toEqual({ 'first/main': anna });
    const { plan } = state;
    const without = { ...plan, moderators: plan.moderators.filter(({ person }) => person !== anna) };
    const changed: ForumEvent = { type: 'ForumPlanChanged', data: { forumId, cycleId, plan: without, displaced: [] } };
    expect(forumFold.evolve(state, changed)).toMatchObject({ moderatorPins: {} });
  });
});
