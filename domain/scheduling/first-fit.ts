// The plain method of scheduling: each talk at the first slot that fits.
import {
  type Obstacle,
  obstacles,
  type PlacedTalk,
  type PlaceInDay,
  placesOf,
  type ScheduledTalk,
  type SchedulePlan,
  type ScheduleProblem,
} from './schedule.ts';

/**
 * Pins first, then talks that can stay where they stood, then those that can speak in the fewest slots: each at the first
 * free slot of its theme, else of any. Nothing that is placed moves again. The order of the talks decides nothing.
 */
export function firstFit(problem: ScheduleProblem): SchedulePlan {
  const places = placesOf(problem);
  const talks = [...problem.talks].sort((a, b) => (a.talk < b.talk ? -1 : 1));
  const placements: PlacedTalk[] = [];
  const put = (talk: ScheduledTalk, place: PlaceInDay) => {
    placements.push({ talk: talk.talk, block: place.block, room: place.room, slot: place.slot });
  };
  const fits = (talk: ScheduledTalk, place: PlaceInDay) => obstacles(problem, placements, talk, place).length === 0;
  const pinOf = ({ talk }: ScheduledTalk) => problem.pins[talk];
  for (const talk of talks) {
    const pin = pinOf(talk);
    if (pin !== undefined && fits(talk, pin)) put(talk, pin);
  }
  const free = talks.filter((talk) => pinOf(talk) === undefined);
  const waiting = free.filter((talk) => {
    const old = problem.before?.find((placed) => placed.talk === talk.talk);
    if (old === undefined || !fits(talk, old)) return true;
    put(talk, old);
    return false;
  });
  const choices = new Map(waiting.map((talk) => [talk, places.filter((place) => fits(talk, place)).length]));
  waiting.sort((a, b) => (choices.get(a) ?? 0) - (choices.get(b) ?? 0));
  for (const talk of waiting) {
    const fitting = places.filter((place) => fits(talk, place));
    const place = fitting.find(({ theme }) => theme === talk.theme) ?? fitting[0];
    if (place !== undefined) put(talk, place);
  }
  placements.sort((a, b) => (a.talk < b.talk ? -1 : 1));
  const left = talks.filter(({ talk }) => !placements.some((placed) => placed.talk === talk));
  return {
    placements,
    unplaced: left.map((talk) => ({ talk: talk.talk, reasons: reasonsFor(problem, placements, talk) })),
  };
}

const words: { [obstacle in Obstacle]: string } = {
  'not-in-programme': 'not in the programme',
  unavailable: 'outside the times the presenter can speak',
  protected: 'in a protected time',
  taken: 'taken',
  'speaks-elsewhere': 'at the time of another talk of the same person',
};

/** Why no place is left for a talk: what excludes its pin, or how many slots each constraint excludes. */
function reasonsFor(problem: ScheduleProblem, placements: readonly PlacedTalk[], talk: ScheduledTalk): string[] {
  const pin = problem.pins[talk.talk];
  if (pin !== undefined)
    return obstacles(problem, placements, talk, pin).map(
      (obstacle) => `the slot it is pinned to is ${words[obstacle]}`,
    );
  const places = placesOf(problem);
  if (places.length === 0) return ['the programme has no slot'];
  const excluded = places.map((place) => obstacles(problem, placements, talk, place));
  return (Object.keys(words) as Obstacle[]).flatMap((obstacle) => {
    const count = excluded.filter((found) => found.includes(obstacle)).length;
    return count === 0 ? [] : [`${count} of ${places.length} slots are ${words[obstacle]}`];
  });
}
