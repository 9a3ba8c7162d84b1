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
