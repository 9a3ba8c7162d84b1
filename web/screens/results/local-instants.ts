// Days and times of day in a zone, as fields of a form hold them, and back to what the API takes.
export type Local = { day: string; time: string };

const partsIn = (at: number, zone: string): { [type: string]: string } => {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
};

/** What the clocks of the zone show, to the minute. */
export function localOf(at: string, zone: string): Local {
  const { year, month, day, hour, minute } = partsIn(Date.parse(at), zone);
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** The instant at which the clocks of the zone show it. */
export function instantOf({ day, time }: Local, zone: string): string {
  const wall = Date.parse(`${day}T${time === '' ? '00:00' : time}:00Z`);
  const first = wall - aheadAt(wall, zone);
  return new Date(wall - aheadAt(first, zone)).toISOString();
}

/** Milliseconds that the zone is ahead of UTC then. */
function aheadAt(at: number, zone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(at, zone);
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return shown - Math.floor(at / 1000) * 1000;
}

/** A year above 2400 is one of the Buddhist Era; its day of the Christian Era, or null for what is none. */
export function fromBuddhist(day: string): string | null {
  const year = Number(day.slice(0, 4));
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && year > 2400 ? `${year - 543}${day.slice(4)}` : null;
}
