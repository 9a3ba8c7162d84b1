// The waiting period: how many editions a laureate stands aside.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitingOf } from '../../../domain/organisation/waiting-period.ts';

const won = (edition: number | null) => ({ edition, year: null, category: 'ngo' });

describe('waitingOf', () => {
  it('holds for as many editions as the award says', () => {
    const free = { status: 'free', editions: 2, freeFrom: null };
    expect(waitingOf([won(4)], 5, 2)).toEqual({ status: 'within', editions: 2, freeFrom: 7 });
    expect(waitingOf([won(4)], 6, 2)).toEqual({ status: 'within', editions: 2, freeFrom: 7 });
    expect(waitingOf([won(4)], 7, 2)).toEqual(free);
    expect(waitingOf([], 6, 2)).toEqual(free);
  });

  it('counts from the last award', () => {
    expect(waitingOf([won(2), won(5), won(1)], 7, 2)).toEqual({ status: 'within', editions: 2, freeFrom: 8 });
  });

  it('does not look at the edition itself, nor ahead', () => {
    expect(waitingOf([won(6), won(8)], 6, 2).status).toEqual('free');
  });

  it('is unclear where the record states no edition, unless a known one decides', () => {
    expect(waitingOf([won(null)], 6, 2).status).toEqual('unclear');
    expect(waitingOf([won(null), won(5)], 6, 2).status).toEqual('within');
  });

  it('is none where the award has none', () => {
    expect(waitingOf([won(5), won(null)], 6, 0).status).toEqual('free');
  });

  it('is over exactly from the edition that it names', () => {
    const edition = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(fc.array(edition), edition, fc.integer({ min: 0, max: 10 }), (editions, number, waits) => {
        const { status, freeFrom } = waitingOf(editions.map(won), number, waits);
        const recent = editions.some((one) => one < number && number - one <= waits);
        expect(status).toEqual(recent ? 'within' : 'free');
        if (freeFrom !== null) expect(freeFrom).toBeGreaterThan(number);
      }),
    );
  });
});
