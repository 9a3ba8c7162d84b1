// The day of a forum in the order of the clock: talks that begin together, and what stands between them.
import type { Programme, ProgrammeEntry } from '../../db/read-models/programmes.ts';
import type { Texts } from '../../domain/messages.ts';

/** Minutes from midnight at the venue. */
export type Moment = { from: number; to: number; title: Texts | null; block: string | null; entries: ProgrammeEntry[] };

/** Earliest first. A protected time that the programme has an item for is said once. What takes the whole hall stands before the talks that begin with it. */
export function dayOf({ plan, entries }: Pick<Programme, 'plan' | 'entries'>): Moment[] {
  const items = plan.items.map(({ title, startsAt, endsAt }) => ({ title, startsAt, endsAt }));
  const isItem = (time: { startsAt: number; endsAt: number }) =>
    items.some(({ startsAt, endsAt }) => startsAt === time.startsAt && endsAt === time.endsAt);
  const free = plan.protectedTimes.filter((time) => !isItem(time));
  const between = [...items, ...free].map(({ title, startsAt, endsAt }): Moment => {
    return { from: startsAt, to: endsAt, title, block: null, entries: [] };
  });
  const talks = [...Map.groupBy(entries, ({ place }) => `${place.localStart} ${place.block}`).values()].flatMap(
    (together): Moment[] => {
      const place = together[0]?.place;
      if (place === undefined) return [];
      const [from, to] = [minuteOf(place.localStart), minuteOf(place.localEnd)];
      return [{ from, to, title: null, block: place.block, entries: inRooms(plan, together) }];
    },
  );
  return [...between, ...talks].sort((a, b) => a.from - b.from || a.entries.length - b.entries.length);
}

const inRooms = ({ rooms }: Programme['plan'], entries: ProgrammeEntry[]) => {
  const order = rooms.map(({ key }) => key);
  return entries.toSorted((a, b) => order.indexOf(a.place.room) - order.indexOf(b.place.room));
};

export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const digits = (minute: number, sign: string) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}${sign}${String(minute % 60).padStart(2, '0')}`;

/** The talks alone. */
export const talksOf = ({ plan, entries }: Pick<Programme, 'plan' | 'entries'>): Moment[] =>
  dayOf({ plan: { ...plan, items: [], protectedTimes: [] }, entries });

/** As papers of the language write it: 09:30, or 09.30 น. */
export const sayClock = (minute: number, language: string): string =>
  language === 'th' ? `${digits(minute, '.')} น.` : digits(minute, ':');
export const sayHours = (from: number, to: number, language: string): string =>
  language === 'th' ? `${digits(from, '.')}–${digits(to, '.')} น.` : `${digits(from, ':')}–${digits(to, ':')}`;
