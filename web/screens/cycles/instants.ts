// Days and times of day in a zone, as fields of a form hold them, and back to what the API takes.

const partsIn = (at: string, zone: string): { [type: string]: string } => {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  });
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
};

export type Local = { day: string; time: string };

/** What the clocks of the zone show, to the minute. */
export function localOf(at: string, zone: string): Local {
  const { year, month, day, hour, minute } = partsIn(at, zone);
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** Minutes that the zone is ahead of UTC then. */
function offsetAt(at: number, zone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(new Date(at).toISOString(), zone);
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return Math.round((shown - Math.floor(at / 1000) * 1000) / 60_000);
}

/** The end of the day is a bare date, which the API takes for its last second; any other time is an instant. */
export function cutOffOf({ day, time }: Local, zone: string): string {
  if (time === '' || time === '23:59') return day;
  return instantOf({ day, time }, zone);
}

/** The instant at which the clocks of the zone show it. */
export function instantOf({ day, time }: Local, zone: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const first = wall - offsetAt(wall, zone) * 60_000;
  return new Date(wall - offsetAt(first, zone) * 60_000).toISOString();
}

/** A year above 2400 is one of the Buddhist Era; its Gregorian date, or null for what is none. */
export function buddhistDay(day: string): string | null {
  const year = Number(day.slice(0, 4));
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && year > 2400 ? `${year - 543}${day.slice(4)}` : null;
}

const units = ['year', 'month', 'week', 'day', 'hour', 'minute'] as const;

/** "8 weeks" of P8W. */
export function lengthIn(duration: string, language: string): string {
  const found =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?/.exec(duration)?.slice(1) ?? [];
  return units
    .flatMap((unit, index) => {
      const number = found[index];
      if (number === undefined) return [];
      return [new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(number))];
    })
    .join(' ');
}
