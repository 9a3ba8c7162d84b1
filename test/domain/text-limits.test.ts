// How long a text is, by its script.
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
