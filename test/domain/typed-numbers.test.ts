// Numbers, days and years as they are typed in South-East Asia.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buddhistYear,
  christianDate,
  christianYear,
  isLikelyBuddhist,
  readDate,
  readNumber,
  readYear,
  sayYear,
  withPlainDigits,
} from '../../domain/typed-numbers.ts';

/** Thai, Lao, Khmer, Burmese. */
const scripts = ['๐๑๒๓๔๕๖๗๘๙', '໐໑໒໓໔໕໖໗໘໙', '០១២៣៤៥៦៧៨៩', '၀၁၂၃၄၅၆၇၈၉'];
const inScript = (text: string, digits: string) => text.replaceAll(/\d/g, (digit) => [...digits][Number(digit)] ?? '');

describe('digits', () => {
  it('of every script read as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...scripts), (number, script) => {
        expect(readNumber(inScript(String(number), script))).toBe(number);
      }),
    );
  });
  it('alone are changed', () => {
    expect(withPlainDigits('หมู่ ๑๒ of ½ and Ⅷ')).toBe('หมู่ 12 of ½ and Ⅷ');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(withPlainDigits(text)).toBe(text);
      }),
    );
  });
  it('make no number with anything else between them', () => {
    for (const typed of ['1,000', '1 2', '', '=1+1', '1e3', '--1', null, true, Number.NaN])
      expect(readNumber(typed)).toBeUndefined();
  });
});

describe('a date', () => {
  it('is read in the digits of any script', () => {
    for (const script of scripts) expect(readDate(inScript('2025-02-28', script))).toBe('2025-02-28');
  });
  it('must be a day of the calendar', () => {
    for (const typed of ['2025-02-29', '2025-13-01', '0000-01-01', '28/02/2025', 20250228])
      expect(readDate(typed)).toBeUndefined();
  });
  it('may be a leap day of the Buddhist Era', () => {
    expect(readDate('2567-02-29')).toBe('2567-02-29');
    expect(readDate('2566-02-29')).toBeUndefined();
    expect(christianDate('2567-02-29')).toBe('2024-02-29');
  });
});

describe('a year', () => {
  it('is whole', () => {
    expect([readYear('๒๕๖๖'), readYear(2023), readYear(2023.5), readYear(0), readYear('soon')]).toEqual([
      ...[2566, 2023],
      ...[undefined, undefined, undefined],
    ]);
  });
  it('above 2400 is asked about', () => {
    expect([2400, 2401, 2566].map(isLikelyBuddhist)).toEqual([false, true, true]);
  });
  it('goes to the Buddhist Era and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (year) => {
        expect(christianYear(buddhistYear(year))).toBe(year);
      }),
    );
  });
  it('is said to Thai readers in both eras', () => {
    expect([sayYear(2023, 'th'), sayYear(2023, 'th-TH'), sayYear(2023, 'en')]).toEqual([
      ...['พ.ศ. 2566 (ค.ศ. 2023)', 'พ.ศ. 2566 (ค.ศ. 2023)'],
      '2023',
    ]);
  });
});
