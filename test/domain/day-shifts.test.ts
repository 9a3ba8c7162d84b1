// What delays make of one talk: how late it is, and a number for calendars that never falls.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delay } from '../../domain/day/messages.ts';
import { type SaidDelay, shiftOf } from '../../domain/day/shifts.ts';

const at = (minute: number) => `2023-11-21T02:${String(minute).padStart(2, '0')}:00.000Z`;
const said = (minute: number, changes: Partial<Delay> = {}): SaidDelay => ({
  ...{ block: 'first', room: 'main', from: 600, minutes: 15, scope: 'room', note: '', at: at(minute) },
  ...changes,
});
const place = { block: 'first', room: 'main', startsAt: 615 };

describe('the shift of a talk', () => {
  it('is none where nothing was said of its room', () => {
    expect(shiftOf([said(1, { room: 'second' })], place, () => place)).toEqual({
      ...{ late: 0, note: '', changes: 0, changedAt: null },
    });
  });
  it('has the last word and its reason, and counts what has moved it', () => {
    const delays = [
      said(1, { note: 'The opening.' }),
      said(2, { minutes: 15 }),
      said(3, { minutes: 20, note: 'Rain.' }),
    ];
    expect(shiftOf(delays, place, () => place)).toEqual({ late: 20, note: 'Rain.', changes: 2, changedAt: at(3) });
    expect(shiftOf([...delays, said(4, { minutes: 0, note: 'Over.' })], place, () => place)).toEqual({
      ...{ late: 0, note: '', changes: 3, changedAt: at(4) },
    });
  });
  it('counts by where the talk stood when it was said', () => {
    const elsewhere = { ...place, room: 'second' };
    const moved = (when: string) => (when < at(2) ? place : elsewhere);
    expect(shiftOf([said(1), said(3)], elsewhere, moved)).toEqual({ late: 0, note: '', changes: 1, changedAt: at(1) });
    expect(shiftOf([said(1)], place, () => null).changes).toBe(0);
  });
  it('never counts less than before, and more whenever the time is another', () => {
    const delay = fc.record({
      minutes: fc.constantFrom(0, 5, 15),
      from: fc.constantFrom(585, 600, 615, 630),
      room: fc.constantFrom('main', 'second'),
      scope: fc.constantFrom('room' as const, 'session' as const),
      block: fc.constantFrom('first', 'middle'),
    });
    fc.assert(
      fc.property(fc.array(delay, { maxLength: 12 }), (all) => {
        const delays = all.map((one, index) => said(index, one));
        const shifts = [...delays.keys(), delays.length].map((count) =>
          shiftOf(delays.slice(0, count), place, () => place),
        );
        for (const [index, now] of shifts.entries()) {
          const before = shifts[index - 1];
          if (before !== undefined) expect(now.changes - before.changes).toBe(now.late === before.late ? 0 : 1);
        }
      }),
    );
  });
});
