// The rules of a forum's day: what runs late, and that the release stays as it is.
import { describe, expect, it } from 'vitest';
import { day } from '../../domain/day/decider.ts';
import type { DayCommand, DayEvent, Delay } from '../../domain/day/messages.ts';
import { latenessAt } from '../../domain/day/state.ts';
import { forumPlanned, scheduleProposed, scheduleReleased, scheduleRequested } from '../support/forum-samples.ts';
import { given } from '../support/given.ts';
import { ids } from '../support/samples.ts';

const [forumId, cycleId] = [ids.forum, ids.cycle];
const delay = (changes: Partial<Delay> = {}): Delay => ({
  ...{ block: 'first', room: 'main', from: 600, minutes: 10, scope: 'room', note: '' },
  ...changes,
});
const report = (changes: Partial<Delay> = {}): DayCommand => ({
  type: 'ReportDelay',
  data: { forumId, ...delay(changes) },
});
const reported = (changes: Partial<Delay> = {}): DayEvent => ({
  type: 'DelayReported',
  data: { forumId, cycleId, ...delay(changes) },
});
const released = [forumPlanned(), scheduleRequested(), scheduleProposed(), scheduleReleased()];
const running = (...history: DayEvent[]) => given(day, ...history).guard('forum', ...released);

describe('ReportDelay', () => {
  it('says of a session that it runs late', () => running().when(report()).then(reported()));
  it('is said once', () => running(reported()).when(report()).nothing());
  it('says that all is on time again, where something was late', () => {
    running(reported())
      .when(report({ minutes: 0 }))
      .then(reported({ minutes: 0 }));
    running()
      .when(report({ minutes: 0 }))
      .nothing();
  });
  it('needs a released schedule and a session of its plan', () => {
    given(day).guard('forum', forumPlanned()).when(report()).refused('nothing-released');
    running()
      .when(report({ block: 'fourth' }))
      .refused('session-unknown');
    running()
      .when(report({ room: 'cellar' }))
      .refused('session-unknown');
    given(day).when(report()).refused('forum-unknown');
  });
});

describe('what is late', () => {
  const at = (startsAt: number, room = 'main', block = 'first') => ({ block, room, startsAt });
  it('is what follows in the room, from the minute on that was said', () => {
    const delays = [delay()];
    expect([at(585), at(600), at(675, 'main', 'middle')].map((one) => latenessAt(delays, one))).toEqual([0, 10, 10]);
    expect(latenessAt(delays, at(600, 'second'))).toBe(0);
  });
  it('is the rest of the session alone, where that was said', () => {
    const delays = [delay({ scope: 'session' })];
    expect([latenessAt(delays, at(615)), latenessAt(delays, at(675, 'main', 'middle'))]).toEqual([10, 0]);
  });
  it('goes by what was said last', () => {
    const delays = [delay(), delay({ from: 630, minutes: 25 }), delay({ block: 'middle', from: 675, minutes: 0 })];
    expect([at(600), at(630), at(675, 'main', 'middle')].map((one) => latenessAt(delays, one))).toEqual([10, 25, 0]);
  });
});
