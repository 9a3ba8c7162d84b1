// Which language a reader gets.
import { describe, expect, it } from 'vitest';
import { textOf } from '../../domain/localized-text.ts';

describe('textOf', () => {
  it('is the language asked for, else English, else whatever there is', () => {
    expect(textOf({ en: 'Village', th: 'หมู่บ้าน' }, 'th')).toBe('หมู่บ้าน');
    expect(textOf({ en: 'Village', th: 'หมู่บ้าน' }, 'lo')).toBe('Village');
    expect(textOf({ th: 'หมู่บ้าน' }, 'lo')).toBe('หมู่บ้าน');
    expect(textOf({})).toBe('');
  });
});
