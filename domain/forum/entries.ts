// A forum's talks over all its releases: where each stands, since which release, and which have fallen out.

import { samePlace } from '../scheduling/schedule.ts';
import type { Place, Placement } from './messages.ts';

export type Released = { number: number; releasedAt: string; placements: readonly Placement[] };
/** `sequence` is the release that gave the talk this place, or took it: it rises with every change, and with nothing else. */
export type Entry = { talk: string; place: Place; sequence: number; changedAt: string; gone: boolean };

/** Oldest release first. What fell out keeps the place that it had last. */
export function entriesOf(releases: readonly Released[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { number: sequence, releasedAt: changedAt, placements } of releases) {
    const named = new Set(placements.map(({ talk }) => talk));
    for (const { talk, ...place } of placements) {
      const before = entries.get(talk);
      if (before === undefined || before.gone || !samePlace(before.place, place))
        entries.set(talk, { talk, place, sequence, changedAt, gone: false });
    }
    for (const entry of entries.values())
      if (!entry.gone && !named.has(entry.talk)) entries.set(entry.talk, { ...entry, sequence, changedAt, gone: true });
  }
  return [...entries.values()];
}

/** What is another than it was after that release; talks that were not there then and are gone again are left out. */
export const changedSince = (entries: readonly Entry[], release: number): Entry[] =>
  entries.filter(({ sequence }) => sequence > release);
