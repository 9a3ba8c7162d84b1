// Dates and times as fields have them, by the clock of a zone.
import { describe, expect, it } from 'vitest';
import { christian, instantOf, isBuddhist, localOf } from '../../web/screens/country/zoned.ts';

describe('a moment by the clock of a zone', () => {
  it.each([
    ['2026-03-31T17:00', 'Asia/Bangkok', '2026-03-31T10:00:00.000Z'],
    ['2026-03-31', 'Asia/Yangon', '2026-03-31T17:29:59.000Z'],
    ['2026-07-01T12:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
    ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, at) => {
    expect(instantOf(local, zone)).toEqual(at);
    expect(localOf(at, zone)).toEqual(local.length === 10 ? `${local}T23:59` : local);
  });
  it.each(['', ':00Z', '2026', '2026-13-01', 'tomorrow', 'T00:00'])('%s is none', (local) => {
    expect(instantOf(local, 'Asia/Bangkok')).toBeUndefined();
  });
  it('of the Buddhist Era is noticed', () => {
    expect([isBuddhist('2569-03-31'), isBuddhist('2026-03-31'), christian('2569-03-31T17:00')]).toEqual([
      ...[true, false, '2026-03-31T17:00'],
    ]);
  });
});
