// How each rule about a talk's time, place and theme is read: once, for the solver, its checker, and the grid where talks are moved by hand.

/** In whole minutes from midnight at the venue. Half-open: what ends at a minute does not meet what begins at it. */
export type Span = { from: number; to: number };

export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
export const holds = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** No times at all mean the whole day. */
export const isWithin = (times: readonly Span[], span: Span): boolean =>
  times.length === 0 || times.some((time) => holds(time, span));

/** By a clock that is so many minutes ahead of the venue's, where the day may be another. */
export function byClock({ from, to }: Span, ahead: number): Span {
  const begins = (((from + ahead) % 1440) + 1440) % 1440;
  return { from: begins, to: begins + to - from };
}

/** Whether one person can have both, with so many minutes' walk between the rooms. */
export const canHaveBoth = (a: Span, b: Span, minutes: number): boolean => {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  return first.to + minutes <= second.from;
};

/** What two talks of one delegation may not be to each other: at once in two sessions, or side by side in one. */
export function kinship(a: Span & { slot: number }, b: Span & { slot: number }, isOneSession: boolean) {
  if (isOneSession) return Math.abs(a.slot - b.slot) === 1 ? 'adjacent' : null;
  return overlap(a, b) ? 'parallel' : null;
}

/** The nearest slot of the session before in which talks are given at all; undefined for the first. */
export function slotBefore(slot: number, isOpen: (slot: number) => boolean): number | undefined {
  for (let before = slot - 1; before >= 0; before -= 1) if (isOpen(before)) return before;
  return undefined;
}

/** Steps between how well something fits a theme and the best. */
export const misfitTo = (fit: { readonly [theme: string]: number }, theme: string): number => 3 - (fit[theme] ?? 0);

/** Parts of the day between what was wished for and what is. */
export const partsAway = (wish: number | null, part: number): number => (wish === null ? 0 : Math.abs(part - wish));
