// Releases: what one changes, what is ticked before, and what becomes public.
import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../domain/events.ts';
import { forum } from '../../domain/forum/decider.ts';
import type { ForumCommand, ForumEvent, Place, Standing } from '../../domain/forum/messages.ts';
import { difference, releaseWarnings } from '../../domain/forum/releasing.ts';
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

const forumId = ids.forum;
const cycleId = ids.cycle;
const talk = ids.nomination;
const scheduled: ForumEvent[] = [forumPlanned(), scheduleRequested(), scheduleProposed()];
const givenForum = (...history: ForumEvent[]) => given(forum, ...history).guard('cycle', ...decidedCycle());
const talks = [talkFacts(1), talkFacts(2), talkFacts(3)];

type Asked = Extract<ForumCommand, { type: 'ReleaseSchedule' }>['data'];
const release = (said: Partial<Asked> = {}): ForumCommand => ({
  type: 'ReleaseSchedule',
  data: { forumId, name: 'First', note: '', talks, ...said },
});
const standing = (...statuses: Standing['status'][]): Standing[] =>
  statuses.map((status, index) => ({ talk: talk(index + 1), status }));
const moved = (number: number, from: Place | null, to: Place | null): EventOf<'TalkMoved'> => ({
  type: 'TalkMoved',
  data: { forumId, cycleId, talk: talk(number), from, to },
});
const main = { block: 'first', room: 'main', slot: 0 };
const second = { block: 'first', room: 'second', slot: 0 };
const later = { block: 'last', room: 'main', slot: 0 };

describe('the difference of two schedules', () => {
  it('names what is new, moved, gone and the same, with where it was and where it is', () => {
    const before = [placed(1, 'first', 'main', 0), placed(2, 'first', 'second', 0), placed(4, 'last', 'main', 1)];
    const after = [placed(4, 'last', 'main', 1), placed(2, 'last', 'main', 0), placed(3, 'first', 'second', 0)];
    expect(difference(before, after)).toEqual([
      { talk: talk(1), change: 'gone', from: main, to: null },
      { talk: talk(2), change: 'moved', from: second, to: later },
      { talk: talk(3), change: 'new', from: null, to: second },
      { talk: talk(4), change: 'same', from: { ...later, slot: 1 }, to: { ...later, slot: 1 } },
    ]);
  });
});

describe('the warnings of a release', () => {
  const state = scheduled.reduce(forum.evolve, forum.initial);
  if (state.status === 'none') throw new Error('The forum is planned.');
  const keys = (known: Parameters<typeof releaseWarnings>[1]) => releaseWarnings(state, known).map(({ key }) => key);

  it('are none where all have confirmed and all stand', () => {
    expect(keys({ talks, standing: standing('confirmed', 'confirmed') })).toEqual([]);
  });
  it('name presenters without an answer, talks of nobody, and talks without a place', () => {
    expect(keys({ talks, standing: standing('invited', 'declined', 'confirmed') })).toEqual([
      `fallen-out:${talk(2)}`,
      `unconfirmed:${talk(1)}`,
      `unplaced:${talk(3)}`,
    ]);
    expect(keys({ talks, standing: standing('confirmed') })).toEqual([`fallen-out:${talk(2)}`]);
  });
  it('name each rule that was set aside, or is not kept any more', () => {
    const now = [talkFacts(1, { available: [{ from: 810, to: 885 }] }), talkFacts(2, { country: 'TH' })];
    expect(keys({ talks: now, standing: standing('confirmed', 'confirmed') })).toEqual([
      `clash:unavailable:${talk(1)}`,
      `clash:delegation-parallel:${talk(1)}:${talk(2)}`,
      `clash:delegation-parallel:${talk(2)}:${talk(1)}`,
    ]);
  });
  it('name whose name would become known', () => {
    expect(keys({ talks, standing: standing('confirmed', 'confirmed'), reveals: [talk(2)] })).toEqual([
      `reveals:${talk(2)}`,
    ]);
  });
});

describe('ReleaseSchedule', () => {
  it('is refused until every warning is ticked, and keeps which were', () => {
    const asked = { standing: standing('confirmed', 'invited', 'confirmed') };
    const [first, other] = [`unconfirmed:${talk(2)}`, `unplaced:${talk(3)}`];
    givenForum(...scheduled)
      .when(release({ ...asked, ticked: [first] }))
      .refused('warnings-unseen', { missing: [other] });
    givenForum(...scheduled)
      .when(release({ ...asked, ticked: [first, other, 'unplaced:another'] }))
      .then(scheduleReleased({ accepted: [first, other] }));
  });
  it('names the talks that fell out since the release before', () => {
    givenForum(...scheduled, scheduleReleased(), moved(2, second, null))
      .when(release({ name: 'Second' }))
      .then(
        scheduleReleased({
          ...{ number: 2, name: 'Second', placements: [placed(1, 'first', 'main', 0)] },
          ...{ unplaced: [talk(2), talk(3)], moved: [], gone: [talk(2)] },
        }),
      );
  });
  it('is refused while one person would be in two places, whatever is ticked', () => {
    const doubled = [talkFacts(1), talkFacts(2, { person: ids.person(1) })];
    givenForum(...scheduled)
      .when(release({ talks: doubled, standing: standing('confirmed', 'confirmed'), ticked: [] }))
      .refused('schedule-invalid', {
        broken: [
          'The talk of TH: its presenter also gives the talk of SG from 09:45 to 10:00, at the same time.',
          'The talk of SG: its presenter also gives the talk of TH from 09:45 to 10:00, at the same time.',
        ],
        rules: ['speaks-elsewhere'],
      });
  });
  it('takes a schedule that was made by hand alone', () => {
    const byHand: ForumEvent = { ...moved(1, null, main), data: { ...moved(1, null, main).data, facts: talkFacts(1) } };
    givenForum(forumPlanned(), byHand)
      .when(release({ talks: [talkFacts(1)], standing: standing('confirmed'), ticked: [] }))
      .then(scheduleReleased({ placements: [placed(1, 'first', 'main', 0)], unplaced: [], moved: [talk(1)] }));
  });
});
