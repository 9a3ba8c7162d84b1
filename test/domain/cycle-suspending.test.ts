// A cycle suspended and resumed: what waits, what moves, and by how much.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycle } from '../../domain/cycle/decider.ts';
import type { CycleCommand, CycleEvent } from '../../domain/cycle/messages.ts';
import { extended, type Pause } from '../../domain/cycle/pauses.ts';
import type { EventOf } from '../../domain/events.ts';
import type { Phase } from '../../domain/phases.ts';
import { given } from '../support/given.ts';
import {
  cycleIn,
  decidedCycle,
  endorsementClosesAt,
  endorsementRequested,
  ids,
  moments,
  phaseOpened,
  plannedCycle,
  timetable,
  winner,
} from '../support/samples.ts';

const { cycle: cycleId } = ids;
const reason = 'Floods in two countries.';
const resumedAt = '2025-02-11T00:00:00.000Z';
const tenDays = 10 * 86_400_000;
const suspend: CycleCommand = { type: 'SuspendCycle', data: { cycleId, reason } };
const resume = (closesAt: { [phase in Phase]?: string } = {}): CycleCommand => ({
  type: 'ResumeCycle',
  data: { cycleId, reason, closesAt },
});
const suspended = (at = moments.nomination): CycleEvent => ({ type: 'CycleSuspended', data: { cycleId, reason, at } });
const move = (phase: Phase, from: string, closesAt: string) => ({ phase, from, closesAt });
const resumed = (moves: EventOf<'CycleResumed'>['data']['moves']): EventOf<'CycleResumed'> => ({
  type: 'CycleResumed',
  data: { cycleId, reason, suspendedAt: moments.nomination, resumedAt, moves, stages: [] },
});
const { nomination, screening, judging, decision } = timetable;

describe('SuspendCycle', () => {
  it('notes since when', () => {
    given(cycle, ...cycleIn('nomination'))
      .when(suspend)
      .then(suspended());
  });
  it('changes nothing on a suspended cycle', () => {
    given(cycle, ...cycleIn('nomination'), suspended())
      .when(suspend)
      .nothing();
  });
  it('is refused on a cancelled cycle', () => {
    given(cycle, plannedCycle(), { type: 'CycleCancelled', data: { cycleId, reason } })
      .when(suspend)
      .refused('cycle-cancelled');
  });
});

describe('a suspended cycle', () => {
  const commands: CycleCommand[] = [
    { type: 'OpenPhase', data: { cycleId, phase: 'screening' } },
    { type: 'ClosePhase', data: { cycleId, phase: 'nomination' } },
    { type: 'MoveDeadline', data: { cycleId, phase: 'nomination', closesAt: '2025-04-01', reason } },
    { type: 'RequestEndorsement', data: { cycleId, groups: ['TH-ngo'], dossiersVerified: true, verified: [] } },
    { type: 'EndorseResults', data: { cycleId, country: 'TH' } },
    { type: 'ConcludeEndorsement', data: { cycleId } },
    { type: 'PublishStage', data: { cycleId, stage: 'public' } },
    { type: 'ArchiveCycle', data: { cycleId } },
  ];
  it.each(commands)('closes, publishes and accepts nothing: $type', (command) => {
    given(cycle, ...cycleIn('nomination'), suspended())
      .when(command, { at: '2026-01-01', role: 'process' })
      .refused('cycle-suspended');
  });
  it('can still be cancelled', () => {
    given(cycle, ...cycleIn('nomination'), suspended())
      .when({ type: 'CancelCycle', data: { cycleId, reason } })
      .then({ type: 'CycleCancelled', data: { cycleId, reason } });
  });
});

describe('ResumeCycle', () => {
  const at = { at: resumedAt };
  const stopped = [...cycleIn('nomination'), suspended()];

  it('is refused on a cycle that is not suspended', () => {
    given(cycle, ...cycleIn('nomination'))
      .when(resume({ nomination: '2025-04-01' }), at)
      .refused('not-suspended');
  });
  it('names the open phases that were given no new instant', () => {
    given(cycle, ...stopped)
      .when(resume(), at)
      .refused('instant-missing', { phases: ['nomination'] });
  });
  it('gives the open phase its new instant; planned phases behind it keep theirs while they are later', () => {
    given(cycle, ...stopped)
      .when(resume({ nomination: '2025-03-10T00:00:00Z' }), at)
      .then(resumed([move('nomination', nomination.closesAt, '2025-03-10T00:00:00.000Z')]));
  });
  it('moves planned phases along that would be over by then, all by the same time', () => {
    given(cycle, ...stopped)
      .when(resume({ nomination: '2025-04-01T00:00:00Z' }), at)
      .then(
        resumed([
          move('nomination', nomination.closesAt, '2025-04-01T00:00:00.000Z'),
          move('screening', screening.closesAt, '2025-05-02T00:00:00.000Z'),
          move('judging', judging.closesAt, '2025-06-01T00:00:00.000Z'),
          move('decision', decision.closesAt, '2025-07-02T00:00:00.000Z'),
        ]),
      );
  });
  it('takes a bare date as the end of that day in the zone of the cycle', () => {
    given(cycle, ...stopped)
      .when(resume({ nomination: '2025-03-10' }), at)
      .then(resumed([move('nomination', nomination.closesAt, '2025-03-10T16:59:59.000Z')]));
  });
  it('accepts the instant that stood, and moves nothing then', () => {
    given(cycle, ...stopped)
      .when(resume({ nomination: nomination.closesAt }), at)
      .then(resumed([]));
  });
  it('never gives an earlier instant, nor one that has passed', () => {
    given(cycle, ...stopped)
      .when(resume({ nomination: '2025-02-28' }), at)
      .refused('deadline-not-later', { phase: 'nomination', after: nomination.closesAt, now: resumedAt });
    given(cycle, ...stopped)
      .when(resume({ nomination: '2025-03-10' }), { at: '2025-03-20T00:00:00Z' })
      .refused('deadline-not-later');
  });
  it('names planned phases that would be over, where none is open yet', () => {
    given(cycle, plannedCycle(), suspended(moments.before))
      .when(resume(), { at: '2025-04-10T00:00:00Z' })
      .refused('instant-missing', { phases: ['nomination', 'screening'] });
  });
  it('keeps the phases in order', () => {
    given(cycle, ...stopped)
      .when(resume({ nomination: '2025-04-10', screening: '2025-04-05' }), at)
      .refused('timetable-order');
  });
  it('moves neither a closed phase nor one without a deadline', () => {
    given(cycle, ...cycleIn('screening'), suspended())
      .when(resume({ nomination: '2025-04-10', screening: '2025-04-20' }), at)
      .refused('phase-closed');
    given(cycle, ...stopped)
      .when(resume({ nomination: '2025-04-10', forum: '2025-12-10' }), at)
      .refused('no-deadline');
  });
  it('asks for a new end of endorsement, and holds replies to it', () => {
    const opened = phaseOpened('endorsement', endorsementClosesAt);
    const asked = [...decidedCycle(), opened, endorsementRequested([winner(1)])];
    const late = { at: '2025-07-01T00:00:00.000Z' };
    given(cycle, ...asked, suspended(moments.endorsement))
      .when(resume(), late)
      .refused('instant-missing', { phases: ['endorsement'] });
    const moved = { ...resumed([move('endorsement', endorsementClosesAt, '2025-08-01T00:00:00.000Z')]).data };
    const back: CycleEvent = { type: 'CycleResumed', data: { ...moved, resumedAt: late.at } };
    given(cycle, ...asked, suspended(), back)
      .when({ type: 'ConcludeEndorsement', data: { cycleId } }, { at: '2025-07-15', role: 'process' })
      .refused('not-due', { dueAt: Date.parse('2025-08-01T00:00:00Z') });
  });
  it('moves the stages that are still to be published by the time of the suspension', () => {
    const state = [...stopped, planned].reduce(cycle.evolve, cycle.initial);
    const decided = cycle.decide(resume({ nomination: nomination.closesAt }), state, {}, meta);
    expect(decided.events).toMatchObject([{ data: { stages: [{ stage: 'public', at: '2025-07-11T00:00:00.000Z' }] } }]);
  });
  it('lets the phase close at its new instant, and not before', () => {
    const back = [...stopped, resumed([move('nomination', nomination.closesAt, '2025-04-01T00:00:00.000Z')])];
    const close: CycleCommand = { type: 'ClosePhase', data: { cycleId, phase: 'nomination' } };
    given(cycle, ...back)
      .when(close, { at: nomination.closesAt })
      .refused('not-due', { dueAt: Date.parse('2025-04-01T00:00:00Z') });
    given(cycle, ...back)
      .when(close, { at: '2025-04-01T00:00:00Z' })
      .accepted();
  });
});
const planned: CycleEvent = {
  type: 'AnnouncementPlanned',
  data: { cycleId, stages: [{ stage: 'public', at: moments.announcement }] },
};
const meta = { commandId: ids.command, actor: ids.person(1), role: 'secretariat', at: new Date(resumedAt) } as const;

describe('an instant that another stream holds', () => {
  const pause: Pause = { from: moments.nomination, to: resumedAt };
  const at = new Date('2025-02-05T00:00:00Z');

  it('is later by the time of a suspension that began before it', () => {
    expect(extended({ pauses: [pause] }, at).getTime() - at.getTime()).toEqual(tenDays);
  });
  it('stays where it had passed before, or was set since', () => {
    const passed = new Date('2025-01-31T00:00:00Z');
    expect(extended({ pauses: [pause] }, passed)).toEqual(passed);
    expect(extended({ pauses: [pause] }, '2025-03-01T00:00:00Z', '2025-02-20T00:00:00.000Z').toISOString()).toEqual(
      '2025-03-01T00:00:00.000Z',
    );
  });
  it('adds up over several suspensions, each of which finds it where the one before has left it', () => {
    const second: Pause = { from: '2025-02-14T00:00:00.000Z', to: '2025-02-15T00:00:00.000Z' };
    expect(extended({ pauses: [pause, second] }, at).toISOString()).toEqual('2025-02-16T00:00:00.000Z');
  });
  it('never comes earlier, and never by more than all suspensions together', () => {
    const instant = fc.integer({ min: 0, max: 2e12 });
    const all = fc.array(fc.tuple(instant, fc.integer({ min: 0, max: 1e9 })), { maxLength: 5 });
    fc.assert(
      fc.property(instant, all, (due, lengths) => {
        const pauses = lengths
          .sort(([a], [b]) => a - b)
          .map(([from, length]) => ({
            from: new Date(from).toISOString(),
            to: new Date(from + length).toISOString(),
          }));
        const now = extended({ pauses }, new Date(due)).getTime();
        expect(now).toBeGreaterThanOrEqual(due);
        expect(now - due).toBeLessThanOrEqual(lengths.reduce((sum, [, length]) => sum + length, 0));
      }),
    );
  });
});
