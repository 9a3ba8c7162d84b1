// Two versions of a section brought together: nothing of either is lost.
import { describe, expect, it } from 'vitest';
import { merge, put, sameContent } from '../../web/screens/nominations/form/merging.ts';

const base = { name: { en: 'One', th: 'หนึ่ง' }, summary: 'As it was.' };

describe('merging', () => {
  it('takes from each side what it alone has changed, language by language', () => {
    const mine = { ...base, name: { en: 'Mine', th: 'หนึ่ง' } };
    const theirs = { ...base, name: { en: 'One', th: 'ของเขา' }, summary: 'Theirs.' };
    expect(merge(base, mine, theirs)).toEqual({
      merged: { name: { en: 'Mine', th: 'ของเขา' }, summary: 'Theirs.' },
      clashes: [],
    });
  });

  it('tells where both have changed the same place, and lets mine stand for now', () => {
    const { merged, clashes } = merge(base, { ...base, summary: 'Mine.' }, { ...base, summary: 'Theirs.' });
    expect(merged).toEqual({ ...base, summary: 'Mine.' });
    expect(clashes).toEqual([{ place: 'summary', mine: 'Mine.', theirs: 'Theirs.' }]);
  });

  it('finds no clash where both have written the same, or one has emptied what never was', () => {
    const same = { ...base, summary: 'The same.', lessons: '' };
    expect(merge(base, same, { ...base, summary: 'The same.' }).clashes).toEqual([]);
  });

  it('keeps a text that is emptied by one and changed by the other as a clash', () => {
    const { clashes } = merge(base, { ...base, summary: '' }, { ...base, summary: 'Theirs.' });
    expect(clashes).toEqual([{ place: 'summary', mine: '', theirs: 'Theirs.' }]);
  });

  it('writes into one language without touching the others', () => {
    expect(put(base, 'name.th', 'สอง')).toEqual({ ...base, name: { en: 'One', th: 'สอง' } });
    expect(sameContent({ name: { th: 'สอง', en: 'One' } }, { name: { en: 'One', th: 'สอง' } })).toEqual(true);
  });
});
