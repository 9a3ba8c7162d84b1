// Dates, working days and durations as UTC instants.
import { describe, expect, it } from 'vitest';
import {
  addDuration,
  addWorkingDays,
  cutOff,
  daysLeft,
  durationMs,
  inZone,
  minuteOfDay,
  shifted,
} from '../../domain/deadlines.ts';

const iso = (instant: Date) => instant.toISOString();

describe('cutOff', () => {
  it('takes a bare date as 23:59:59 of that day in the zone', () => {
    expect(iso(cutOff('2025-07-31', 'Asia/Yangon'))).toBe('2025-07-31T17:29:59.000Z');
    expect(iso(cutOff('2025-07-31', 'Asia/Dili'))).toBe('2025-07-31T14:59:59.000Z');
  });

  it('keeps an instant as it is', () => {
    expect(iso(cutOff('2025-07-31T12:00:00+07:00', 'Asia/Tokyo'))).toBe('2025-07-31T05:00:00.000Z');
  });

  it('refuses what is no date, and a zone that is none', () => {
    expect(() => cutOff('2025-02-30', 'Asia/Bangkok')).toThrow(RangeError);
    expect(() => cutOff('soon', 'Asia/Bangkok')).toThrow(RangeError);
    expect(() => cutOff('2025-02-28', 'Asia/Atlantis')).toThrow(RangeError);
  });
});

describe('addWorkingDays', () => {
  const friday = new Date('2025-04-11T03:00:00Z');

  it('ends with the last working day, weekends and holidays not counted', () => {
    expect(iso(addWorkingDays(friday, 1, 'Asia/Bangkok', []))).toBe('2025-04-14T16:59:59.000Z');
    const holidays = ['2025-04-14', '2025-04-15', '2025-04-16'];
    expect(iso(addWorkingDays(friday, 2, 'Asia/Bangkok', holidays))).toBe('2025-04-18T16:59:59.000Z');
  });

  it('starts from the day it is in the zone', () => {
    const late = new Date('2025-04-13T16:30:00Z');
    expect(iso(addWorkingDays(late, 1, 'Asia/Bangkok', []))).toBe('2025-04-14T16:59:59.000Z');
    expect(iso(addWorkingDays(late, 1, 'Asia/Dili', []))).toBe('2025-04-15T14:59:59.000Z');
  });
});

describe('addDuration', () => {
  it('keeps the local time of day where a zone changes its clocks', () => {
    const before = new Date('2025-03-29T11:00:00Z');
    expect(iso(addDuration(before, 'P1D', 'Europe/Paris'))).toBe('2025-03-30T10:00:00.000Z');
    expect(iso(addDuration(before, 'PT24H', 'Europe/Paris'))).toBe('2025-03-30T11:00:00.000Z');
  });

  it('counts calendar months', () => {
    expect(iso(addDuration(new Date('2025-01-31T00:00:00Z'), 'P1M', 'Asia/Jakarta'))).toBe('2025-02-28T00:00:00.000Z');
  });

  it('goes back with a minus', () => {
    expect(iso(addDuration(new Date('2025-01-10T00:00:00Z'), 'P14D', 'Asia/Jakarta', -1))).toBe(
      '2024-12-27T00:00:00.000Z',
    );
  });
});

describe('durationMs', () => {
  it('takes a day as 24 hours', () => {
    expect(durationMs('P14D')).toBe(14 * 86_400_000);
    expect(durationMs('PT24H')).toBe(durationMs('P1D'));
    expect(durationMs('P2W')).toBe(durationMs('P14D'));
  });
});

describe('minuteOfDay', () => {
  it('counts from midnight as the clocks of the zone do', () => {
    expect(iso(minuteOfDay('2023-11-21', 570, 'Asia/Singapore'))).toBe('2023-11-21T01:30:00.000Z');
    expect(iso(minuteOfDay('2023-11-21', 1440, 'Asia/Singapore'))).toBe('2023-11-21T16:00:00.000Z');
  });

  it('counts what the clocks show where they change that night', () => {
    expect(iso(minuteOfDay('2025-03-30', 570, 'Europe/Berlin'))).toBe('2025-03-30T07:30:00.000Z');
  });
});

describe('inZone', () => {
  it('shows local date, time, zone and offset', () => {
    expect(inZone(new Date('2025-07-31T17:29:59Z'), 'Asia/Yangon')).toBe('2025-07-31 23:59 Asia/Yangon (UTC+06:30)');
  });
});

describe('shifted', () => {
  it('keeps the days and the clock time of the zone, whatever its clocks do between', () => {
    const from = new Date('2026-01-10T08:00:00Z');
    const closing = new Date('2026-02-10T22:59:59Z');
    const to = new Date('2026-03-10T08:00:00Z');
    // 31 days and until 23:59:59 on the clocks of Paris, where summer time begins on 29 March.
    expect(shifted(closing, from, to, 'Europe/Paris').toISOString()).toBe('2026-04-10T21:59:59.000Z');
    expect(shifted(closing, from, to, 'Asia/Bangkok').toISOString()).toBe('2026-04-10T22:59:59.000Z');
  });
  it('of the start is the new start', () => {
    const [from, to] = [new Date('2026-01-10T08:00:00Z'), new Date('2028-03-01T01:00:00Z')];
    expect(shifted(from, from, to, 'Asia/Jakarta')).toEqual(to);
  });
});

describe('daysLeft', () => {
  it('counts days of the zone’s calendar: none on the last day, below none after it', () => {
    const due = new Date('2026-03-10T16:59:59Z');
    const left = (from: string, zone = 'Asia/Bangkok') => daysLeft(new Date(from), due, zone);
    expect([left('2026-03-07T18:00:00Z'), left('2026-03-09T17:00:00Z'), left('2026-03-10T17:00:00Z')]).toEqual([
      2, 0, -1,
    ]);
    expect(left('2026-03-09T17:00:00Z', 'UTC')).toEqual(1);
  });
});
