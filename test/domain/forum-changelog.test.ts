// What each release changed for its readers.
import { describe, expect, it } from 'vitest';
import { changesOf } from '../../domain/forum/changelog.ts';
import { placed } from '../support/forum-samples.ts';
import { ids } from '../support/samples.ts';

const release = (number: number, ...placements: ReturnType<typeof placed>[]) => ({
  ...{ number, releasedAt: '2023-11-01T00:00:00.000Z', placements },
});

describe('the changes of a release', () => {
  it('are talks that are new, stand elsewhere or have fallen out, and no others', () => {
    const place = (slot: number) => ({ block: 'first', room: 'main', slot });
    expect(
      changesOf([
        release(1, placed(1, 'first', 'main', 0), placed(2, 'first', 'main', 1), placed(4, 'first', 'main', 4)),
        release(2, placed(2, 'first', 'main', 2), placed(3, 'first', 'main', 3), placed(4, 'first', 'main', 4)),
      ]),
    ).toEqual([
      [
        { talk: ids.nomination(1), from: null, to: place(0) },
        { talk: ids.nomination(2), from: null, to: place(1) },
        { talk: ids.nomination(4), from: null, to: place(4) },
      ],
      [
        { talk: ids.nomination(2), from: place(1), to: place(2) },
        { talk: ids.nomination(3), from: null, to: place(3) },
        { talk: ids.nomination(1), from: place(0), to: null },
      ],
    ]);
  });
});
