// What would come of putting a talk somewhere: the same rules as the server's, before anything is sent.
import { type Clash, type ClashForum, clashesAt } from '../../../../domain/forum/clashes.ts';
import { type Forum, keyOf, type Place } from '../places.ts';

/** The working copy as the rules know it. */
export const boardOf = ({ plan, facts, placements, moderators }: Forum): ClashForum => ({
  ...{ plan, talks: facts, moderators },
  placements: placements.map(({ talk, place: { block, room, slot } }) => ({
    ...{ talk: talk.laureateId, block, room, slot },
  })),
});

export const placeOf = (board: ClashForum, talk: string): Place | null => {
  const found = board.placements.find((placed) => placed.talk === talk);
  return found === undefined ? null : { block: found.block, room: found.room, slot: found.slot };
};
export const talkAt = (board: ClashForum, place: Place): string | undefined =>
  board.placements.find((placed) => keyOf(placed) === keyOf(place))?.talk;

export type Outcome = {
  /** The talk that would change places with it. */
  swapsWith: string | undefined;
  clashes: Clash[];
  verdict: 'same' | 'fits' | 'reason' | 'never';
};

export function tryPlace(board: ClashForum, talk: string, to: Place): Outcome {
  const from = placeOf(board, talk);
  if (from !== null && keyOf(from) === keyOf(to)) return { swapsWith: undefined, clashes: [], verdict: 'same' };
  const other = talkAt(board, to);
  const put = [{ talk, ...to }, ...(other !== undefined && from !== null ? [{ talk: other, ...from }] : [])];
  const kept = board.placements.filter((placed) => placed.talk !== talk && placed.talk !== other);
  const after = { ...board, placements: [...kept, ...put] };
  const clashes = put.flatMap(({ talk: moved, block, room, slot }) => clashesAt(after, moved, { block, room, slot }));
  const has = (weight: Clash['weight']) => clashes.some((clash) => clash.weight === weight);
  return { swapsWith: other, clashes, verdict: has('never') ? 'never' : has('reason') ? 'reason' : 'fits' };
}
