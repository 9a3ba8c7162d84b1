// The schedule by hand: talks moved, swapped, taken off, held in their place, or let go again.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { samePlace } from '../scheduling/schedule.ts';
import { sayClash } from './clash-words.ts';
import { type Clash, type ClashForum, clashesAt, spanAt } from './clashes.ts';
import type { ForumCommand, ForumEvent, HowMoved, Place, Placement, TalkFacts } from './messages.ts';
import { freePlaces } from './places.ts';
import type { Forum } from './state.ts';

type Data<Type extends ForumCommand['type']> = Extract<ForumCommand, { type: Type }>['data'];
type Change = { talk: string; to: Place | null };
/** What a person says with a move: why, and what the server knows of the talks now. */
type Said = { reason?: string | undefined; talks?: TalkFacts[] | undefined };

/** To pin is to place and to hold: a talk that stands elsewhere moves there first. */
export function pinTalk({ talk, place, ...said }: Data<'PinTalk'>, state: Forum): Decision<ForumEvent> {
  requireTalk(state, talk, said);
  const pin = state.pins[talk];
  if (pin !== undefined && samePlace(pin, place)) return { events: [] };
  requireUnpinned(state, talk);
  const { forumId, cycleId } = state;
  const step = state.moves.last + 1;
  const moves = stands(state, talk, place) ? [] : change(state, [{ talk, to: place }], said, step);
  return { events: [...moves, { type: 'TalkPinned', data: { forumId, cycleId, talk, place, step } }] };
}

export function unpinTalk({ talk }: Data<'UnpinTalk'>, state: Forum): Decision<ForumEvent> {
  requireTalk(state, talk, {});
  if (state.pins[talk] === undefined) return { events: [] };
  const { forumId, cycleId } = state;
  const step = state.moves.last + 1;
  return { events: [{ type: 'TalkUnpinned', data: { forumId, cycleId, talk, step } }] };
}

export function moveTalk({ talk, place, ...said }: Data<'MoveTalk'>, state: Forum): Decision<ForumEvent> {
  requireTalk(state, talk, said);
  if (stands(state, talk, place)) return { events: [] };
  requireUnpinned(state, talk);
  return { events: change(state, [{ talk, to: place }], said) };
}

export function swapTalks({ talk, with: other, ...said }: Data<'SwapTalks'>, state: Forum): Decision<ForumEvent> {
  for (const one of [talk, other]) {
    requireTalk(state, one, said);
    requireUnpinned(state, one);
  }
  if (talk === other) return { events: [] };
  const changes = [
    { talk, to: placeOf(state, other) },
    { talk: other, to: placeOf(state, talk) },
  ];
  return { events: change(state, changes, said) };
}

/** Null for a talk that has no place. */
export function placeOf(state: Forum, talk: string): Place | null {
  const found = state.placements.find((placed) => placed.talk === talk);
  return found === undefined ? null : { block: found.block, room: found.room, slot: found.slot };
}

function stands(state: Forum, talk: string, place: Place | null): boolean {
  const now = placeOf(state, talk);
  return now === null || place === null ? now === place : samePlace(now, place);
}

function requireTalk(state: Forum, talk: string, { talks = [] }: Said): void {
  if (![...state.talks, ...talks].some((given) => given.talk === talk))
    throw new Refusal('talk-unknown', `The schedule has no talk ${talk}: nobody has been asked to give it.`);
}

export function requireUnpinned(state: Forum, talk: string): void {
  const pin = state.pins[talk];
  if (pin !== undefined)
    throw new Refusal('talk-pinned', 'This talk is pinned: unpin it first.', {
      pinnedAt: `${pin.block}/${pin.room}/${pin.slot}`,
    });
}

/** What stands after the changes, with what is known of the talks now. */
function after(state: Forum, changes: Change[], talks: TalkFacts[] = []): ClashForum & { placements: Placement[] } {
  const changed = new Set(changes.map(({ talk }) => talk));
  const kept = state.placements.filter(({ talk }) => !changed.has(talk));
  const put = changes.flatMap(({ talk, to }) => (to === null ? [] : [{ talk, ...to }]));
  const known = new Set(talks.map(({ talk }) => talk));
  const { plan } = state;
  return {
    ...{ plan, placements: [...kept, ...put] },
    talks: [...talks, ...state.talks.filter(({ talk }) => !known.has(talk))],
  };
}

/** One step of moves, each checked at its new place against all that stands afterwards. */
function change(state: Forum, changes: Change[], said: Said, asked?: number): ForumEvent[] {
  for (const { to } of changes) if (to !== null) requirePlace(state, changes, to);
  const forum = after(state, changes, said.talks);
  const found = changes.map(({ talk, to }) => (to === null ? [] : clashesAt(forum, talk, to)));
  requireAllowed(forum, found.flat(), said);
  const step = asked !== undefined || changes.length > 1 ? { step: asked ?? state.moves.last + 1 } : {};
  return changes.map(({ talk, to }, index) => {
    const overridden = (found[index] ?? []).filter(({ weight }) => weight === 'reason').map(({ rule }) => rule);
    return movedEvent(
      state,
      { talk, to },
      { ...step, ...overriding(overridden, said), ...newFacts(state, talk, said) },
    );
  });
}

export function movedEvent(state: Forum, { talk, to }: Change, how: HowMoved): ForumEvent {
  const { forumId, cycleId } = state;
  return { type: 'TalkMoved', data: { forumId, cycleId, talk, from: placeOf(state, talk), to, ...how } };
}

const overriding = (rules: string[], { reason }: Said): HowMoved =>
  rules.length === 0 || reason === undefined ? {} : { overridden: [...new Set(rules)], reason };

/** Kept where the last proposal did not know them, or knew others. */
function newFacts(state: Forum, talk: string, { talks = [] }: Said): HowMoved {
  const facts = talks.find((given) => given.talk === talk);
  const known = state.talks.find((given) => given.talk === talk);
  return facts === undefined || JSON.stringify(facts) === JSON.stringify(known) ? {} : { facts };
}

function requirePlace(state: Forum, changes: Change[], to: Place): void {
  if (spanAt(state.plan, to) === undefined)
    throw new Refusal('place-unknown', `The programme has no place ${to.block}/${to.room}/${to.slot}.`, {
      blocks: state.plan.blocks.map(({ key }) => key),
      rooms: state.plan.rooms.map(({ key }) => key),
    });
  const changed = new Set(changes.map(({ talk }) => talk));
  const taken = state.placements.find((placed) => samePlace(placed, to) && !changed.has(placed.talk));
  if (taken !== undefined)
    throw new Refusal('slot-taken', 'Another talk stands there.', { talk: taken.talk, free: freePlaces(state) });
}

/** @throws Refusal with every clash that nobody may allow, or that a person may, and has not said why. */
function requireAllowed(forum: ClashForum, clashes: Clash[], { reason }: Said): void {
  requireNever(forum, clashes);
  const open = clashes.filter(({ weight }) => weight === 'reason');
  if (open.length > 0 && reason === undefined) throw new Refusal('clash-unexplained', ...saying(forum, open));
}

/** @throws Refusal with every clash that nobody may allow. */
export function requireNever(forum: ClashForum, clashes: Clash[]): void {
  const never = clashes.filter(({ weight }) => weight === 'never');
  if (never.length > 0) throw new Refusal('schedule-invalid', ...saying(forum, never));
}

function saying(forum: ClashForum, clashes: Clash[]): [string, { broken: string[]; rules: string[] }] {
  const broken = [...new Set(clashes.map((clash) => sayClash(forum, clash)))];
  const rules = [...new Set(clashes.map(({ rule }) => rule))];
  return [broken.slice(0, 5).join(' '), { broken: broken.slice(0, 50), rules }];
}
