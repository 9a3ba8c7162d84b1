// How long a text is, by its script.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, measure } from '../../domain/text-limits.ts';

describe('measure', () => {
  it('counts words where the script has spaces', () => {
    expect(measure('  Rural   women lead\nthe co-operative. ')).toEqual({ unit: 'words', count: 5 });
    expect(measure('Phụ nữ nông thôn')).toEqual({ unit: 'words', count: 4 });
    expect(measure('கிராமப்புற பெண்கள்')).toEqual({ unit: 'words', count: 2 });
  });

  it('counts characters as people see them in Thai, Lao, Khmer, Burmese and Chinese', () => {
    expect(measure('น้ำใจ')).toEqual({ unit: 'characters', count: 3 });
    expect(measure('ບ້ານ')).toEqual({ unit: 'characters', count: 3 });
    expect(measure('ភូមិ').unit).toBe('characters');
    expect(measure('ရွာ').unit).toBe('characters');
    expect(measure('新加坡')).toEqual({ unit: 'characters', count: 3 });
  });

  it('takes the script of most letters, so that a foreign name does not change the unit', () => {
    expect(measure('The association สมาคม works in ten villages')).toEqual({ unit: 'words', count: 7 });
    expect(measure('โครงการ SEDZ ของสมาคมในสิบหมู่บ้าน').unit).toBe('characters');
  });

  it('counts no dash between spaces and nothing that cannot be seen', () => {
    expect(measure('fair – and lasting')).toEqual({ unit: 'words', count: 3 });
    expect(measure('หมู่\u200bบ้าน')).toEqual(measure('หมู่บ้าน'));
    expect(measure(' \n ')).toEqual({ unit: 'words', count: 0 });
  });
});

describe('isWithin', () => {
  it('holds a text against the limit of its own script', () => {
    expect(isWithin('two words', { words: 2, characters: 1 })).toBe(true);
    expect(isWithin('three whole words', { words: 2, characters: 100 })).toBe(false);
    expect(isWithin('ไทย', { words: 1, characters: 2 })).toBe(false);
  });
});

describe('every text', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'ñ', 'ệ', '7'), minLength: 1, maxLength: 8 });
  const thai = fc.string({ unit: fc.constantFrom('ก', 'น้ำ', 'ที่', 'ษ์'), minLength: 1, maxLength: 20 });

  it('of words has as many as there are between spaces, whatever the spaces', () => {
    const gaps = fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0', '\u3000');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), gaps, (words, gap) => {
        expect(measure(words.join(gap))).toEqual({ unit: 'words', count: words.length });
      }),
    );
  });
  it('without spaces has as many characters as its parts together', () => {
    fc.assert(
      fc.property(thai, thai, (a, b) => {
        expect(measure(a + b)).toEqual({ unit: 'characters', count: measure(a).count + measure(b).count });
      }),
    );
  });
  it('is as long with spaces around it and invisible marks in it', () => {
    fc.assert(
      fc.property(fc.oneof(word, thai), fc.constantFrom('\u200b', '\u2060', '\ufeff', '\u00ad'), (text, mark) => {
        expect(measure(` ${mark}${text}${mark} `)).toEqual(measure(text));
      }),
    );
  });
  it('is within a limit as long as its own length, and not within one less', () => {
    fc.assert(
      fc.property(fc.oneof(word, thai), (text) => {
        const { unit, count } = measure(text);
        const limit = { words: 1_000, characters: 1_000, [unit]: count };
        expect([isWithin(text, limit), isWithin(text, { ...limit, [unit]: count - 1 })]).toEqual([true, false]);
      }),
    );
  });
  it('is counted by its letters: marks and digits of a script do not decide', () => {
    expect(measure('ten words ที่ stand here with one Thai word in them')).toMatchObject({ unit: 'words' });
    expect(measure('๑๒ ๓๔')).toEqual({ unit: 'words', count: 2 });
  });
});
