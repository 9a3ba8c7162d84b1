// A forum's talks over all its releases: the number under which a calendar knows each.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedSince, entriesOf, type Released } from '../../domain/forum/entries.ts';
import { samePlace } from '../../domain/scheduling/schedule.ts';
import { placed } from '../support/forum-samples.ts';
import { ids } from '../support/samples.ts';

const release = (number: number, ...placements: Released['placements']): Released => ({
  ...{ number, releasedAt: `2023-11-0${number}T00:00:00.000Z`, placements },
});
const [one, two] = [ids.nomination(1), ids.nomination(2)];

describe('the entries of all releases', () => {
  it('have the number of the release that gave each its place', () => {
    const releases = [
      release(1, placed(1, 'first', 'main', 0), placed(2, 'first', 'main', 1)),
      release(2, placed(1, 'first', 'main', 0), placed(2, 'last', 'main', 1)),
    ];
    expect(entriesOf(releases).map(({ talk, sequence, gone }) => [talk, sequence, gone])).toEqual([
      [one, 1, false],
      [two, 2, false],
    ]);
  });
  it('keep what fell out, at its last place, under the release without it', () => {
    const releases = [release(1, placed(1, 'first', 'main', 0)), release(2), release(3)];
    expect(entriesOf(releases)).toEqual([
      {
        ...{ talk: one, place: { block: 'first', room: 'main', slot: 0 }, sequence: 2, gone: true },
        changedAt: '2023-11-02T00:00:00.000Z',
      },
    ]);
  });
  it('take one up again that comes back, under a higher number, even to the same place', () => {
    const releases = [release(1, placed(1, 'first', 'main', 0)), release(2), release(3, placed(1, 'first', 'main', 0))];
    expect(entriesOf(releases)).toMatchObject([{ talk: one, sequence: 3, gone: false }]);
  });
  it('say what is another since a release', () => {
    const releases = [
      release(1, placed(1, 'first', 'main', 0), placed(2, 'first', 'main', 1)),
      release(2, placed(2, 'first', 'main', 0)),
    ];
    const entries = entriesOf(releases);
    expect(changedSince(entries, 1).map(({ talk }) => talk)).toEqual([one, two]);
    expect(changedSince(entries, 2)).toEqual([]);
  });

  const arbitrary = fc.array(
    fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 2 })), {
      selector: ([talk]) => talk,
    }),
    { minLength: 1, maxLength: 5 },
  );
  it('stand as the last release has them, and a number never falls', () => {
    fc.assert(
      fc.property(arbitrary, (days) => {
        const releases = days.map((day, at) =>
          release(at + 1, ...day.map(([talk, slot]) => placed(talk, 'first', 'main', slot))),
        );
        const now = entriesOf(releases);
        const standing = now.filter(({ gone }) => !gone);
        const last = releases.at(-1)?.placements ?? [];
        expect(standing.length).toEqual(last.length);
        for (const { talk, ...place } of last)
          expect(standing.some((entry) => entry.talk === talk && samePlace(entry.place, place))).toEqual(true);
        for (const { talk, sequence } of entriesOf(releases.slice(0, -1)))
          expect(now.find((entry) => entry.talk === talk)?.sequence).toBeGreaterThanOrEqual(sequence);
      }),
    );
  });
});
