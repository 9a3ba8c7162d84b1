// What a forum's plan asks of a talk and how well they suit: read once, for the solver's problem and for the grid.
import type { ForumPlan, TalkFacts } from './messages.ts';

type Saying = { language?: string | undefined; needsInterpretation?: boolean | undefined };
type Fitting = { theme: string | null; fit?: { readonly [theme: string]: number } | undefined };
type Clocked = { mode?: TalkFacts['mode'] | undefined; zone?: string | null | undefined };
type Interpreting = Pick<ForumPlan, 'rooms' | 'interpretation'>;

export const languageOf = ({ interpretation: { working } }: Interpreting, { language }: Saying): string =>
  language ?? working[0] ?? 'en';

/** A plan that names neither booths nor teams says nothing of interpretation: then no talk waits for it. */
export const needsBooth = ({ rooms, interpretation }: Interpreting, talk: Saying): boolean =>
  (rooms.some(({ booths }) => booths > 0) || Object.keys(interpretation.teams).length > 0) &&
  (talk.needsInterpretation ?? !interpretation.working.includes(languageOf({ rooms, interpretation }, talk)));

/** Where nothing is said of any theme, all suit. */
export const fitOfTalk = ({ themes }: Pick<ForumPlan, 'themes'>, { theme, fit }: Fitting) =>
  saidOr(themes, fit ?? (theme === null ? {} : { [theme]: 3 }));

/** Who says of no theme how well it fits is at home in all. */
export const saidOr = (themes: ForumPlan['themes'], fit: { readonly [theme: string]: number }) =>
  Object.values(fit).some((steps) => steps > 0) ? { ...fit } : Object.fromEntries(themes.map(({ key }) => [key, 3]));

/** The first, the middle or the last third of the forum's hours. */
export const partOf = ({ opensAt, closesAt }: Pick<ForumPlan, 'opensAt' | 'closesAt'>, at: number): number =>
  Math.min(2, Math.max(0, Math.floor((3 * (at - opensAt)) / Math.max(1, closesAt - opensAt))));

/** Minutes that the clock of a speaker from afar is ahead of the venue's. */
export const aheadOf = ({ day, zone }: Pick<ForumPlan, 'day' | 'zone'>, talk: Clocked): number =>
  talk.mode === 'remote' && talk.zone != null ? clockShift(day, zone, talk.zone) : 0;

/** Minutes that clocks of another zone are ahead of the venue's, at noon of the forum's day. */
export function clockShift(day: string, venue: string, other: string): number {
  const noon = new Date(`${day}T12:00:00Z`);
  const minutesIn = (timeZone: string): number => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    return Date.parse(`${format.format(noon).replace(' ', 'T')}Z`) / 60_000;
  };
  return minutesIn(other) - minutesIn(venue);
}
