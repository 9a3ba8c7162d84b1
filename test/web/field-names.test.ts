// Fields that a problem names: in words where there are some, by the label of the form first, by the key where nothing is known.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldInWords, labelOnPage } from '../../web/parts/field-names.ts';

const wordsOf = (language: string): { [word: string]: string } =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'web', 'i18n', language, 'app.json'), 'utf8')).field;
const en = (word: string) => wordsOf('en')[word];
const th = (word: string) => wordsOf('th')[word];

describe('a field in words', () => {
  it('counts from one, and leads from the whole to its part', () => {
    expect(fieldInWords('criteria.0.points', en)).toBe('Criteria 1 › Points');
    expect(fieldInWords('criteria.0.points', th)).toBe('เกณฑ์ 1 › คะแนน');
    expect(fieldInWords('reason', en)).toBe('Reason');
  });
  it('keeps the key of what nobody has a word for', () => {
    expect(fieldInWords('Upload-Offset', en)).toBe('Upload-Offset');
    expect(fieldInWords('judges.2.shoeSize', en)).toBe('Judges 3 › shoeSize');
    expect(fieldInWords('0.reason', en)).toBe('0 › Reason');
  });
});

describe('the label on the page', () => {
  const page = (found: object | null) => {
    const asked: string[] = [];
    const querySelector = (selector: string) => {
      asked.push(selector);
      return found;
    };
    return { asked, querySelector };
  };
  it('is that of the control by its name, without the mark of what must be filled in', () => {
    const there = page({ labels: [{ textContent: 'Why you answer *' }] });
    expect(labelOnPage('onBehalf.reason', there)).toBe('Why you answer');
    expect(there.asked).toEqual(['[name="onBehalf.reason"]']);
  });
  it('is none where the page has no such control, or it has no label', () => {
    expect(labelOnPage('reason', page(null))).toBeUndefined();
    expect(labelOnPage('reason', page({ labels: [] }))).toBeUndefined();
    expect(labelOnPage('reason', page({}))).toBeUndefined();
  });
});
