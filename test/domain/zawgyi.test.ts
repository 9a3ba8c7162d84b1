// Zawgyi told from Unicode and converted, on samples of myanmar-tools' own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilityOfZawgyi } from '../../domain/zawgyi/detect.ts';
import { unicodeFor } from '../../domain/zawgyi/zawgyi.ts';

/** The same words in both encodings. */
const pairs: [zawgyi: string, unicode: string][] = [
  ['ေနျပည္ေတာ္ ဇူလုိင္ ၂၆', 'နေပြည်တော် ဇူလိုင် ၂၆'],
  ['ျမန္မာ', 'မြန်မာ'],
  ['ေက်းရြာ', 'ကျေးရွာ'],
];

describe('probabilityOfZawgyi', () => {
  it.each([
    ['all ascii', 0],
    ['digits ၅၂၀', 0],
    ['ascii mixed with စင်္ကာပူမှာ unicode', 1.7578816048593336e-11],
    ['ascii mixed with ဘဂၤလားေဒရွ္႕ zawgyi', 0.9999999999720051],
    ['လူခပ်သိမ်း၏', 0.26211359963003],
    ['လူ႔အခြင့္ေရး', 0.9999999999999065],
    ['ဂလာန်ညးဒါန်လိက် (mon language)', 1.825753617221113e-15],
  ])('of %s is as myanmar-tools has it', (text, probability) => {
    expect(probabilityOfZawgyi(text)).toBeCloseTo(probability, 12);
  });
  it('is nothing for a text of other scripts', () => {
    const others = fc.string({ unit: fc.constantFrom('a', 'é', 'ก', 'ñ', 'ព', '村', '1') });
    fc.assert(
      fc.property(others, (text) => {
        expect(probabilityOfZawgyi(text)).toBe(0);
      }),
    );
  });
});

describe('unicodeFor', () => {
  it.each(pairs)('converts %s', (zawgyi, unicode) => {
    expect(unicodeFor(zawgyi)).toBe(unicode);
  });
  it('leaves Unicode as it is, and so asks once only', () => {
    for (const [, unicode] of pairs) expect(unicodeFor(unicode)).toBeNull();
  });
  it('never changes a text without Burmese letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (!/[\u1000-\u109f\ua9e0-\uaa7f]/u.test(text)) expect(unicodeFor(text)).toBeNull();
      }),
    );
  });
});
