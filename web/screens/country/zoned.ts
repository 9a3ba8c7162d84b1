// What a clock of a zone shows, as an instant and back: for fields in which people enter dates and times.

const offsetAt = (instant: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(instant);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = [
    ...['year', 'month', 'day', 'hour', 'minute', 'second'],
  ].map((type) => Number(parts.find((part) => part.type === type)?.value));
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
};

/** `local` as fields give it, 2026-03-31T17:00, or a day, which means its end; undefined where that is no time. */
export function instantOf(local: string, zone: string): string | undefined {
  const [, day, time = '23:59:59'] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/.exec(local) ?? [];
  const asUtc = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const first = asUtc - offsetAt(asUtc, zone);
  return new Date(asUtc - offsetAt(first, zone)).toISOString();
}

/** As a field wants it. */
export const localOf = (at: string, zone: string): string =>
  new Date(Date.parse(at) + offsetAt(Date.parse(at), zone)).toISOString().slice(0, 16);

/** A year that is asked about: 2569 is 2026 in Thailand. */
export const isBuddhist = (local: string): boolean => Number(local.slice(0, local.indexOf('-'))) > 2400;
export const christian = (local: string): string =>
  `${Number(local.slice(0, local.indexOf('-'))) - 543}${local.slice(local.indexOf('-'))}`;
