// What a form asks back, and what becomes of the answers.
import { describe, expect, it } from 'vitest';
import type { FormField } from '../../domain/award-definition.ts';
import { originalsOf, questionsOf, readContent, type Settled, settle } from '../../domain/nomination/questions.ts';

const field = (key: string, kind: FormField['kind']): FormField => ({
  ...{ key, kind, label: { en: key }, required: false, personal: false },
});
const fields = [
  field('name', 'localized-text'),
  field('summary', 'long-text'),
  field('since', 'date'),
  field('founded', 'year'),
  field('people', 'number'),
];
const zawgyi = 'ေက်းရြာ';
const unicode = 'ကျေးရွာ';
const named = { name: { en: 'Sample', my: zawgyi } };
const asked = { field: 'name.my', kind: 'zawgyi', typed: zawgyi, suggested: unicode } as const;

describe('a question', () => {
  it('is asked about likely Zawgyi, in the language it stands in', () => {
    expect(questionsOf(fields, named, {})).toEqual([asked]);
    expect(questionsOf(fields, { summary: zawgyi }, {})).toEqual([{ ...asked, field: 'summary' }]);
  });
  it('is asked about a day or year that is likely of the Buddhist Era', () => {
    expect(questionsOf(fields, { since: '๒๕๖๖-๐๑-๓๑', founded: 2566 }, {})).toEqual([
      { field: 'since', kind: 'buddhist-era', typed: '๒๕๖๖-๐๑-๓๑', suggested: '2023-01-31' },
      { field: 'founded', kind: 'buddhist-era', typed: '2566', suggested: '2023' },
    ]);
  });
  it('is not asked about a number, or about what is no answer', () => {
    expect(questionsOf(fields, { people: 2566, since: 'soon', founded: null, name: 7, summary: [] }, {})).toEqual([]);
  });
  it('is settled by the word that the typed is meant, until something else is typed', () => {
    const settled: Settled = { 'name.my': { kind: 'zawgyi', typed: zawgyi, taken: 'typed' } };
    expect(questionsOf(fields, named, settled)).toEqual([]);
    expect(questionsOf(fields, { name: { my: `${zawgyi} ${zawgyi}` } }, settled)).toHaveLength(1);
  });
  it('stays open where the typed is no day at all in the Christian Era', () => {
    const settled: Settled = { since: { kind: 'buddhist-era', typed: '2567-02-29', taken: 'typed' } };
    expect(questionsOf(fields, { since: '2567-02-29' }, settled)).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('puts the suggestion in its place and leaves the rest', () => {
    expect(settle(named, asked, 'suggested')).toEqual({ name: { en: 'Sample', my: unicode } });
    expect(settle(named, asked, 'typed')).toEqual(named);
  });
  it('keeps the original while what was taken for it stands', () => {
    const settled: Settled = { 'name.my': { kind: 'zawgyi', typed: zawgyi, taken: 'suggested' } };
    expect(originalsOf(fields, settle(named, asked, 'suggested'), settled)).toEqual({ 'name.my': zawgyi });
    expect(originalsOf(fields, { name: { my: 'အခြား' } }, settled)).toEqual({});
    expect(originalsOf(fields, {}, settled)).toEqual({});
    expect(
      originalsOf(fields, { founded: 2023 }, { founded: { kind: 'buddhist-era', typed: '2566', taken: 'suggested' } }),
    ).toEqual({ founded: '2566' });
  });
});

describe('a submitted form', () => {
  it('has numbers, years and days in plain digits, and every other answer as typed', () => {
    expect(
      readContent(fields, { people: '๑๒', founded: '๒๐๒๓', since: '๒๐๒๓-๐๑-๓๑', summary: 'หมู่ ๑๒', strange: '๑' }),
    ).toEqual({ people: 12, founded: 2023, since: '2023-01-31', summary: 'หมู่ ๑๒', strange: '๑' });
  });
});
