// Whether an organisation that was laureate before may be honoured again: what the record says, for a person to judge.

/** An award that the organisation has; `edition` null: the record does not say which. */
export type EarlierAward = { edition: number | null; year: number | null; category: string };
export type Waiting = {
  /** `unclear`: there is an award whose edition the record does not state. */
  status: 'free' | 'within' | 'unclear';
  editions: number;
  /** The first edition in which it may be honoured again; null where it is free or unclear. */
  freeFrom: number | null;
};

/** A laureate of edition n waits in the next `editions` editions. */
export function waitingOf(awards: EarlierAward[], number: number, editions: number): Waiting {
  const known = awards.flatMap(({ edition }) => (edition !== null && edition < number ? [edition] : []));
  const freeFrom = Math.max(0, ...known) + editions + 1;
  if (known.length > 0 && number < freeFrom) return { status: 'within', editions, freeFrom };
  const unclear = editions > 0 && awards.some(({ edition }) => edition === null);
  return { status: unclear ? 'unclear' : 'free', editions, freeFrom: null };
}
