// Instants in words: the reader's calendar (Buddhist Era in Thai), the zone always beside them.

/** Thai readers count years of the Buddhist Era. */
const localeOf = (language: string) =>
  language === 'th' ? 'th-TH-u-ca-buddhist-nu-latn' : language === 'en' ? 'en-GB' : language;

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** With the zone's name as people there say it, or its offset. */
export function instantIn(at: string, zone: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    ...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'shortOffset' },
  }).format(new Date(at));
}

export const dayIn = (at: string, zone: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(at));

/** "in 3 days", "2 hours ago". */
export function fromNow(at: string, language: string, now = Date.now()): string {
  const minutes = Math.round((Date.parse(at) - now) / 60_000);
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' });
  if (Math.abs(minutes) < 90) return format.format(minutes, 'minute');
  if (Math.abs(minutes) < 36 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / (24 * 60)), 'day');
}

/** "Bangkok" of "Asia/Bangkok". */
export const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
