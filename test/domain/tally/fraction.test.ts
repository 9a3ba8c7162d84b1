// Exact fractions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  display,
  divide,
  format,
  fraction,
  mean,
  multiply,
  parse,
  subtract,
} from '../../../domain/tally/fraction.ts';

const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 9n });
const anyFraction = fc.tuple(whole, positive).map(([n, d]) => fraction(n, d));

describe('a fraction', () => {
  it('is reduced, with a positive denominator', () => {
    expect(fraction(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(fraction(0, 7)).toEqual({ n: 0n, d: 1n });
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => fraction(0.5)).toThrow(RangeError);
  });

  it('keeps its value through addition and subtraction, multiplication and division', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  it('is written and read without loss', () => {
    fc.assert(
      fc.property(anyFraction, (a) => {
        expect(parse(format(a))).toEqual(a);
      }),
    );
    expect(format(fraction(10, 4))).toBe('5/2');
    expect(format(fraction(4, 2))).toBe('2');
    expect(() => parse('1.5')).toThrow(SyntaxError);
  });

  it('is compared exactly where doubles are equal', () => {
    const close = fraction(10n ** 20n, 10n ** 20n + 1n);
    expect(compare(close, fraction(1))).toBe(-1);
    expect(compare(fraction(1, 3), fraction(2, 6))).toBe(0);
  });
});

describe('mean', () => {
  it('of thirds stays exact, and of nothing is none', () => {
    expect(format(mean([fraction(1), fraction(1), fraction(2)]))).toBe('4/3');
    expect(() => mean([])).toThrow(RangeError);
  });
});

describe('display', () => {
  it('rounds half up to two places', () => {
    const shown = ['1/3', '2/3', '1/200', '-1/200', '-3/400', '12345/2', '199/200', '0'].map((text) =>
      display(parse(text)),
    );
    expect(shown).toEqual(['0.33', '0.67', '0.01', '0.00', '-0.01', '6172.50', '1.00', '0.00']);
  });
});
