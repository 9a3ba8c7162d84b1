// Names of persons in every script, and Zawgyi in them.
import { describe, expect, it } from 'vitest';
import { answerNames, questionsAboutNames } from '../../domain/member/names.ts';

const zawgyi = 'ေက်းရြာ';
const unicode = 'ကျေးရွာ';
const names = { name: 'Daw Sample', honorific: 'Daw', printedName: zawgyi, names: { my: zawgyi, en: 'Daw Sample' } };

describe('a name that is likely Zawgyi', () => {
  it('is asked about wherever it stands', () => {
    expect(questionsAboutNames(names, {}).map(({ field }) => field)).toEqual(['printedName', 'names.my']);
  });
  it('is converted where that was answered, with the original kept', () => {
    const after = answerNames(names, {}, [{ field: 'names.my', take: 'suggested' }]);
    expect(after).toEqual({
      ...names,
      names: { my: unicode, en: 'Daw Sample' },
      originals: { 'names.my': zawgyi },
    });
    expect(questionsAboutNames(after, after.originals).map(({ field }) => field)).toEqual(['printedName']);
  });
  it('stays where the typed is meant, and is not asked about again', () => {
    const after = answerNames(names, {}, [{ field: 'names.my', take: 'typed' }]);
    expect(after.names.my).toBe(zawgyi);
    expect(questionsAboutNames(after, after.originals).map(({ field }) => field)).toEqual(['printedName']);
  });
  it('keeps no original of a name that was replaced', () => {
    const after = answerNames({ ...names, printedName: null, names: {} }, { 'names.my': zawgyi }, []);
    expect(after.originals).toEqual({});
  });
});
