// The record of earlier editions as installed: sound, with a source for everything, and nothing filled by a guess.
import { describe, expect, it } from 'vitest';
import { AwardHistory, readHistory } from '../../files/history.ts';

describe('the installed history', () => {
  it('has every edition of the RDPE award and every laureate that a source names', async () => {
    const history = await readHistory('rdpe');
    const counts = Map.groupBy(history?.laureates ?? [], ({ edition }) => edition);
    expect(
      history?.editions.map(({ number, laureateCount }) => [number, laureateCount, counts.get(number)?.length ?? 0]),
    ).toEqual([
      ...[
        [1, 9, 1],
        [2, null, 0],
        [3, 20, 5],
        [4, null, 1],
        [5, null, 5],
        [6, null, 3],
        [7, null, 0],
      ],
    ]);
    expect(counts.get(null)).toHaveLength(1);
  });

  it('says of every inferred category from what', async () => {
    const history = await readHistory('rdpe');
    expect(history?.laureates.filter(({ basis, note }) => basis === 'inferred' && note === null)).toEqual([]);
  });

  it('keeps a name as printed beside its Unicode form', async () => {
    const printed = (await readHistory('rdpe'))?.laureates.flatMap(({ printed: name }) => name ?? []);
    expect(printed).toEqual(['ျမန္မာ့ၾသဘာလုပ္ငန္းစု']);
  });

  it('is none for an award that nobody has recorded', async () => {
    expect(await readHistory('another-award')).toEqual(null);
  });

  it('may not state a fact without a source', () => {
    const edition = { number: 1, year: 2013, sources: [] };
    const { success, error } = AwardHistory.safeParse({ award: 'a', about: '', editions: [edition], laureates: [] });
    expect([success, error?.issues.map(({ path }) => path.join('.'))]).toEqual([false, ['editions.0.sources']]);
  });
});
