// What a release shows to whom.
import { describe, expect, it } from 'vitest';
import { type Revealable, revealedBy } from '../../domain/forum/revealing.ts';

const talks: Revealable[] = [
  { talk: 'open', isPublic: true, standing: 'same', words: ['Open house'] },
  { talk: 'hidden', isPublic: false, standing: 'new-or-moved', words: ['Hidden  House', 'เขื่อน', 'Mr'] },
  { talk: 'left', isPublic: false, standing: 'unplaced', words: [] },
];

describe('a release', () => {
  it('names to everybody who is announced, and hides the others', () => {
    expect(revealedBy(talks, 'After the host’s changes')).toEqual({
      ...{ named: ['open'], hidden: ['hidden', 'left'], told: ['hidden'], leaks: [] },
    });
  });
  it('is warned of where its own words name somebody under embargo, however they are written', () => {
    expect(revealedBy(talks, 'HIDDEN house moved; Open house too. Mr and Mrs').leaks).toEqual([
      { talk: 'hidden', word: 'Hidden  House' },
    ]);
    expect(revealedBy(talks, 'เรื่องเขื่อน').leaks).toEqual([{ talk: 'hidden', word: 'เขื่อน' }]);
  });
});
