// What each release of a schedule changed for those who read it: talks that are new, stand elsewhere, or have fallen out.

import { samePlace } from '../scheduling/schedule.ts';
import type { Released } from './entries.ts';
import type { Place, Placement } from './messages.ts';

/** `from` is null for what is new, `to` for what has fallen out. */
export type ReleaseChange = { talk: string; from: Place | null; to: Place | null };

/** Of each release against the one before it, in the order of the releases. */
export const changesOf = (releases: readonly Released[]): ReleaseChange[][] =>
  releases.map(({ placements }, index) => difference(releases[index - 1]?.placements ?? [], placements));

function difference(before: readonly Placement[], after: readonly Placement[]): ReleaseChange[] {
  const placeIn = (placements: readonly Placement[], talk: string): Place | null => {
    const found = placements.find((placed) => placed.talk === talk);
    return found === undefined ? null : { block: found.block, room: found.room, slot: found.slot };
  };
  const talks = [...new Set([...after, ...before].map(({ talk }) => talk))];
  return talks
    .map((talk) => ({ talk, from: placeIn(before, talk), to: placeIn(after, talk) }))
    .filter(({ from, to }) => from === null || to === null || !samePlace(from, to));
}
