// The schedule by hand: a talk moved to another place, held there, or let go again.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { checkSchedule, spanOf } from '../scheduling/schedule.ts';
import type { ForumCommand, ForumEvent, Place, Placement } from './messages.ts';
import { freePlaces, samePlace } from './places.ts';
import { scheduleProblem } from './schedule-problem.ts';
import { requireSound } from './schedules.ts';
import type { Forum } from './state.ts';

type Data<Type extends ForumCommand['type']> = Extract<ForumCommand, { type: Type }>['data'];

/** To pin is to place and to hold: a talk that stands elsewhere moves there first. */
export function pinTalk({ talk, place }: Data<'PinTalk'>, state: Forum): Decision<ForumEvent> {
  requireTalk(state, talk);
  const pin = state.pins[talk];
  if (pin !== undefined && samePlace(pin, place)) return { events: [] };
  requireUnpinned(state, talk);
  const { forumId, cycleId } = state;
  return { events: [...move(state, talk, place), { type: 'TalkPinned', data: { forumId, cycleId, talk, place } }] };
}

export function unpinTalk({ talk }: Data<'UnpinTalk'>, state: Forum): Decision<ForumEvent> {
  requireTalk(state, talk);
  if (state.pins[talk] === undefined) return { events: [] };
  const { forumId, cycleId } = state;
  return { events: [{ type: 'TalkUnpinned', data: { forumId, cycleId, talk } }] };
}

export function moveTalk({ talk, place }: Data<'MoveTalk'>, state: Forum): Decision<ForumEvent> {
  requireTalk(state, talk);
  const now = placementOf(state, talk);
  if (now !== undefined && samePlace(now, place)) return { events: [] };
  requireUnpinned(state, talk);
  return { events: move(state, talk, place) };
}

const placementOf = (state: Forum, talk: string): Placement | undefined =>
  state.placements.find((placed) => placed.talk === talk);

function requireTalk(state: Forum, talk: string): void {
  if (!state.talks.some((given) => given.talk === talk))
    throw new Refusal('talk-unknown', `The schedule has no talk ${talk}: it knows those of the last proposal.`);
}

function requireUnpinned(state: Forum, talk: string): void {
  const pin = state.pins[talk];
  if (pin !== undefined)
    throw new Refusal('talk-pinned', 'This talk is pinned: unpin it first.', {
      pinnedAt: `${pin.block}/${pin.room}/${pin.slot}`,
    });
}

/** None where the talk stands there already. */
function move(state: Forum, talk: string, to: Place): ForumEvent[] {
  const { forumId, cycleId } = state;
  const now = placementOf(state, talk);
  if (now !== undefined && samePlace(now, to)) return [];
  const problem = scheduleProblem(state, state.talks);
  if (spanOf(problem, to) === undefined)
    throw new Refusal('place-unknown', `The programme has no place ${to.block}/${to.room}/${to.slot}.`, {
      blocks: state.plan.blocks.map(({ key }) => key),
      rooms: state.plan.rooms.map(({ key }) => key),
    });
  const taken = state.placements.find((placed) => samePlace(placed, to));
  if (taken !== undefined)
    throw new Refusal('slot-taken', 'Another talk stands there.', { talk: taken.talk, free: freePlaces(state) });
  const others = state.placements.filter((placed) => placed.talk !== talk);
  requireSound(checkSchedule(problem, { placements: [...others, { talk, ...to }] }));
  const from = now === undefined ? null : { block: now.block, room: now.room, slot: now.slot };
  return [{ type: 'TalkMoved', data: { forumId, cycleId, talk, from, to } }];
}
