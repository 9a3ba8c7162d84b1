// Who moderates a session, by hand: held there, which no proposal changes, or let go again.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { isWithin, overlap } from '../scheduling/readings.ts';
import { spanAt } from './clashes.ts';
import type { ForumCommand, ForumEvent, HowStepped } from './messages.ts';
import type { ChairChange } from './moves.ts';
import type { Forum } from './state.ts';
import { sessionOf } from './timetable.ts';

type Data<Type extends ForumCommand['type']> = Extract<ForumCommand, { type: Type }>['data'];
type Session = { block: string; room: string };
type Chair = ChairChange['to'];

/** Whoever moderates another session at that time without being held there leaves it. */
export function pinModerator({ block, room, person }: Data<'PinModerator'>, state: Forum): Decision<ForumEvent> {
  const at = { block, room };
  requireSession(state, at);
  const to = { person, held: true };
  if (isSame(chairAt(state, at), to)) return { events: [] };
  const left = person === null ? [] : sessionsAtOnce(state, at).filter((one) => chairAt(state, one).person === person);
  if (person !== null) requireFree(state, at, person, left);
  const step = state.moves.last + 1;
  const free = { person: null, held: false };
  return {
    events: [...left.map((one) => chairEvent(state, one, free, { step })), chairEvent(state, at, to, { step })],
  };
}

export function unpinModerator({ block, room }: Data<'UnpinModerator'>, state: Forum): Decision<ForumEvent> {
  const at = { block, room };
  requireSession(state, at);
  const { person, held } = chairAt(state, at);
  if (!held) return { events: [] };
  return { events: [chairEvent(state, at, { person, held: false }, { step: state.moves.last + 1 })] };
}

export function chairAt({ moderators, moderatorPins }: Forum, at: Session): Chair {
  const key = sessionOf(at);
  const pin = moderatorPins[key];
  return { person: pin === undefined ? (moderators[key] ?? null) : pin, held: pin !== undefined };
}

export const isSame = (a: Chair, b: Chair): boolean => a.person === b.person && a.held === b.held;

export const chairEvent = ({ forumId, cycleId }: Forum, at: Session, chair: Chair, how: HowStepped): ForumEvent => ({
  type: 'ModeratorSet',
  data: { forumId, cycleId, ...at, ...chair, ...how },
});

function requireSession({ plan }: Forum, { block, room }: Session): void {
  const [blocks, rooms] = [plan.blocks.map(({ key }) => key), plan.rooms.map(({ key }) => key)];
  if (!blocks.includes(block) || !rooms.includes(room))
    throw new Refusal('place-unknown', `The programme has no session ${block}/${room}.`, { blocks, rooms });
}

const spanOf = ({ plan }: Forum, { block }: Session) => {
  const { startsAt: from = 0, endsAt: to = 0 } = plan.blocks.find(({ key }) => key === block) ?? {};
  return { from, to };
};

const sessionsOf = ({ plan }: Forum): Session[] =>
  plan.blocks.flatMap(({ key: block }) => plan.rooms.map(({ key: room }) => ({ block, room })));

const sessionsAtOnce = (state: Forum, at: Session): Session[] =>
  sessionsOf(state).filter((one) => sessionOf(one) !== sessionOf(at) && overlap(spanOf(state, one), spanOf(state, at)));

/** @throws Refusal that says what keeps the person from moderating there. */
function requireFree(state: Forum, at: Session, person: string, left: readonly Session[]): void {
  const { plan } = state;
  const moderator = plan.moderators.find((one) => one.person === person);
  if (moderator === undefined)
    throw new Refusal('moderator-unknown', 'Nobody of that name moderates at this forum.', {
      moderators: plan.moderators.map((one) => one.person),
    });
  const span = spanOf(state, at);
  const busy = (why: 'away' | 'held' | 'speaks' | 'often', message: string) =>
    new Refusal('moderator-busy', message, { why });
  if (!isWithin(moderator.windows, span))
    throw busy('away', 'This moderator is not there for the whole of the session.');
  if (left.some((one) => chairAt(state, one).held))
    throw busy('held', 'This moderator is held in another room at that time: let go there first.');
  if (speaksElsewhere(state, at, person)) throw busy('speaks', 'This moderator speaks in another room at that time.');
  const others = sessionsOf(state).filter(
    (one) => sessionOf(one) !== sessionOf(at) && !left.includes(one) && chairAt(state, one).person === person,
  );
  if (others.filter((one) => chairAt(state, one).held).length >= plan.moderatorMaxSessions)
    throw busy('often', 'This moderator is held in as many sessions as the plan allows.');
}

function speaksElsewhere({ plan, talks, placements, ...state }: Forum, at: Session, person: string): boolean {
  const own = new Set(talks.filter((talk) => talk.person === person).map(({ talk }) => talk));
  const meanwhile = spanOf({ plan, talks, placements, ...state }, at);
  return placements.some((placed) => {
    const span = own.has(placed.talk) ? spanAt(plan, placed) : undefined;
    return span !== undefined && sessionOf(placed) !== sessionOf(at) && overlap(span, meanwhile);
  });
}
