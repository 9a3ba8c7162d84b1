// Days, years and instants as a reader writes them: in the own calendar, and never without their zone.
import { localTime } from '../../domain/deadlines.ts';
import { type Html, html } from './html.ts';
import type { Reader } from './reader.ts';

const locales = { en: 'en-GB', th: 'th-TH-u-ca-buddhist' };
const thaiEra = 543;

/** A year of the Christian Era, in the reader's. */
export const yearOf = ({ page }: Reader, year: number): string => String(page === 'th' ? year + thaiEra : year);

/** A bare date, such as 2023-11-21. */
export const dayOf = ({ page }: Reader, day: string): Html => {
  const format = new Intl.DateTimeFormat(locales[page], { dateStyle: 'long', timeZone: 'UTC' });
  return html`<time datetime="${day}">${format.format(new Date(`${day}T00:00:00Z`))}</time>`;
};

/** The day that the zone's calendar shows at an instant. */
export const dayAt = (reader: Reader, at: string, zone: string): Html =>
  dayOf(reader, localTime(new Date(at), zone).slice(0, 10));

/** Day and time of day in the zone, which is named with its offset. */
export function momentOf({ page }: Reader, at: string, zone: string): Html {
  const format = new Intl.DateTimeFormat(locales[page], { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
  return html`<time datetime="${at}">${format.format(new Date(at))}</time> ${zoneName(at, zone)}`;
}

/** Such as (Asia/Singapore, UTC+08:00). */
export const zoneName = (at: string, zone: string): Html =>
  html`<span class="zone">(${zone}, UTC${offset(at, zone)})</span>`;
const offset = (at: string, zone: string) => localTime(new Date(at), zone).slice(19);

/** The time of day in the zone, such as 09:45. */
export const clockOf = (at: string, zone: string): string => localTime(new Date(at), zone).slice(11, 16);
