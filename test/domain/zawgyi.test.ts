// Zawgyi told from Unicode, and converted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unicodeFor } from '../../domain/zawgyi.ts';

/** The same words in both encodings. */
const pairs: [zawgyi: string, unicode: string][] = [
  ['ေနျပည္ေတာ္ ဇူလုိင္ ၂၆', 'နေပြည်တော် ဇူလိုင် ၂၆'],
  ['ျမန္မာ', 'မြန်မာ'],
  ['ေက်းရြာ', 'ကျေးရွာ'],
  ['လူ႔အခြင့္ေရး', 'လူ့အခွင့်ရေး'],
];

describe('unicodeFor', () => {
  it.each(pairs)('converts %s', (zawgyi, unicode) => {
    expect(unicodeFor(zawgyi)).toBe(unicode);
  });
  it('leaves Unicode as it is, and so asks once only', () => {
    for (const [, unicode] of pairs) expect(unicodeFor(unicode)).toBeNull();
  });
  it.each([
    '\u1026\u1038\u101e\u1014\u1037\u103a',
    '\u100a\u103d\u1014\u1037\u103a',
    '\u1019\u103c\u1004\u1037\u103a Myint',
  ])('leaves %s as it is, in either order of its marks', (text) => {
    expect(unicodeFor(text.normalize('NFC'))).toBeNull();
    expect(unicodeFor(text.replace('\u1037\u103a', '\u103a\u1037'))).toBeNull();
  });
  it.each(['all ascii', 'digits ၅၂၀', 'mixed with စင်္ကာပူမှာ unicode', 'လူခပ်သိမ်း၏', 'ဂလာန်ညးဒါန်လိက် (Mon)'])(
    'has nothing to ask about %s',
    (text) => {
      expect(unicodeFor(text)).toBeNull();
    },
  );
  it('never changes a text without Burmese letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (!/[\u1000-\u109f\ua9e0-\uaa7f]/u.test(text)) expect(unicodeFor(text)).toBeNull();
      }),
    );
  });
});
