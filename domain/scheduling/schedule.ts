// Which talk is given where and when: the problem, its places, and the checker that any schedule must pass.
import { isWithin, overlap, type Span } from './readings.ts';

export type ScheduleProblem = {
  blocks: readonly { key: string; theme: string; startsAt: number; endsAt: number }[];
  rooms: readonly string[];
  slotMinutes: number;
  protectedTimes: readonly Span[];
  talks: readonly ScheduledTalk[];
  pins: { readonly [talk: string]: PlaceInDay };
  /** Where talks stood before: they stay where they can, and those that do not are counted as moved. */
  before?: readonly PlacedTalk[];
};
export type ScheduledTalk = {
  talk: string;
  person: string;
  country: string;
  category: string;
  theme: string | null;
  /** When the presenter can speak; none means the whole day. */
  available: readonly Span[];
};
/** `slot` counts from 0 inside the session of that block and room. */
export type PlaceInDay = { block: string; room: string; slot: number };
export type PlacedTalk = PlaceInDay & { talk: string };
export type SchedulePlan = { placements: PlacedTalk[]; unplaced: { talk: string; reasons: string[] }[] };

/** When a place's slot begins and ends; undefined for a place that is not in the programme. */
export function spanOf(problem: ScheduleProblem, place: PlaceInDay): Span | undefined {
  const block = problem.blocks.find(({ key }) => key === place.block);
  if (block === undefined || !problem.rooms.includes(place.room)) return undefined;
  if (!Number.isInteger(place.slot) || place.slot < 0) return undefined;
  const from = block.startsAt + place.slot * problem.slotMinutes;
  const to = from + problem.slotMinutes;
  return to <= block.endsAt ? { from, to } : undefined;
}

export const samePlace = (a: PlaceInDay, b: PlaceInDay): boolean =>
  a.block === b.block && a.room === b.room && a.slot === b.slot;

/** Every slot of the programme outside the protected times, earliest first, rooms in order. */
export function placesOf(problem: ScheduleProblem): (PlaceInDay & Span & { theme: string })[] {
  const { blocks, rooms, slotMinutes, protectedTimes } = problem;
  const slots = blocks.flatMap(({ key, theme, startsAt, endsAt }) =>
    Array.from({ length: Math.max(0, Math.floor((endsAt - startsAt) / slotMinutes)) }, (_, slot) => {
      const from = startsAt + slot * slotMinutes;
      return { block: key, theme, slot, from, to: from + slotMinutes };
    }),
  );
  return slots
    .filter((slot) => !protectedTimes.some((time) => overlap(time, slot)))
    .sort((a, b) => a.from - b.from)
    .flatMap((slot) => rooms.map((room) => ({ ...slot, room })));
}

/** What keeps a talk from a place, given the talks that stand already. */
export type Obstacle = 'not-in-programme' | 'unavailable' | 'protected' | 'taken' | 'speaks-elsewhere';

export function obstacles(
  problem: ScheduleProblem,
  placed: readonly PlacedTalk[],
  talk: ScheduledTalk,
  place: PlaceInDay,
): Obstacle[] {
  const span = spanOf(problem, place);
  if (span === undefined) return ['not-in-programme'];
  const others = meanwhile(problem, placed, talk, span);
  const found: { [obstacle in Obstacle]?: boolean } = {
    unavailable: !isWithin(talk.available, span),
    protected: problem.protectedTimes.some((time) => overlap(time, span)),
    taken: others.some((other) => other.room === place.room),
    'speaks-elsewhere': others.some((other) => personOf(problem, other) === talk.person),
  };
  return (Object.keys(found) as Obstacle[]).filter((obstacle) => found[obstacle]);
}

/** The other talks that are given during a time. */
const meanwhile = (problem: ScheduleProblem, placed: readonly PlacedTalk[], { talk }: ScheduledTalk, span: Span) =>
  placed.filter((other) => {
    const when = other.talk === talk ? undefined : spanOf(problem, other);
    return when !== undefined && overlap(when, span);
  });

const personOf = ({ talks }: ScheduleProblem, { talk }: PlacedTalk): string | undefined =>
  talks.find((other) => other.talk === talk)?.person;

/** What a schedule tries to have fewest of: first talks without a place, then talks that moved. */
export function scheduleObjective(
  { talks, before = [] }: ScheduleProblem,
  { placements }: Pick<SchedulePlan, 'placements'>,
): { unplaced: number; moved: number } {
  const placed = new Map(placements.map((placement) => [placement.talk, placement]));
  const moved = before.filter((old) => {
    const now = placed.get(old.talk);
    return now !== undefined && !samePlace(now, old);
  });
  return { unplaced: talks.filter(({ talk }) => !placed.has(talk)).length, moved: moved.length };
}

/** Every rule a schedule breaks, in words; none for a valid one. A talk without a place breaks no rule: it is counted. */
export function checkSchedule(problem: ScheduleProblem, { placements }: Pick<SchedulePlan, 'placements'>): string[] {
  const broken = placements.flatMap((placed, index) => {
    const talk = problem.talks.find((candidate) => candidate.talk === placed.talk);
    if (talk === undefined) return [`There is no talk ${placed.talk}.`];
    const earlier = placements.slice(0, index);
    const twice = earlier.some((other) => other.talk === placed.talk);
    return [
      ...(twice ? [`Talk ${placed.talk} is placed twice.`] : []),
      ...obstacles(problem, earlier, talk, placed).flatMap((obstacle) =>
        obstacle === 'speaks-elsewhere' ? clashes(problem, earlier, talk, placed) : [inWords(placed, obstacle)],
      ),
    ];
  });
  return [...broken, ...brokenPins(problem, placements)];
}

function inWords({ talk, block, room, slot }: PlacedTalk, obstacle: Exclude<Obstacle, 'speaks-elsewhere'>): string {
  switch (obstacle) {
    case 'not-in-programme':
      return `Talk ${talk} is put to a slot that is not in the programme: ${block}, ${room}, ${slot}.`;
    case 'unavailable':
      return `Talk ${talk} is outside the times its presenter can speak.`;
    case 'protected':
      return `Talk ${talk} lies in a protected time.`;
    case 'taken':
      return `Talk ${talk} is put to a slot that is taken.`;
  }
}

function clashes(problem: ScheduleProblem, earlier: PlacedTalk[], talk: ScheduledTalk, place: PlaceInDay): string[] {
  const span = spanOf(problem, place);
  return (span === undefined ? [] : meanwhile(problem, earlier, talk, span))
    .filter((other) => personOf(problem, other) === talk.person)
    .map((other) => `The presenter of ${talk.talk} speaks in ${other.talk} at the same time.`);
}

/** A pinned talk stands at its pin. It may be left out only where no schedule that keeps the other pins could hold it. */
function brokenPins(problem: ScheduleProblem, placements: readonly PlacedTalk[]): string[] {
  const isPinned = ({ talk, ...place }: PlacedTalk) => {
    const pin = problem.pins[talk];
    return pin !== undefined && samePlace(pin, place);
  };
  return problem.talks.flatMap((talk) => {
    const pin = problem.pins[talk.talk];
    if (pin === undefined) return [];
    const placed = placements.find((candidate) => candidate.talk === talk.talk);
    if (placed !== undefined)
      return samePlace(placed, pin) ? [] : [`Talk ${talk.talk} is pinned and stands elsewhere.`];
    const impossible = obstacles(problem, placements.filter(isPinned), talk, pin).length > 0;
    return impossible ? [] : [`Talk ${talk.talk} is pinned and has no place.`];
  });
}
