// Zones, calendars and working days to UTC: the only place that knows what a date means as a deadline.
import { Temporal } from 'temporal-polyfill';

/** A bare date is 23:59:59 of that day in the zone; an instant is itself. Throws RangeError on what is neither. */
export function cutOff(text: string, zone: string): Date {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return endOfDay(Temporal.PlainDate.from(text), zone);
  return new Date(Temporal.Instant.from(text).epochMilliseconds);
}

const endOfDay = (date: Temporal.PlainDate, zone: string) =>
  new Date(date.toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' }).epochMilliseconds);

/** Calendar arithmetic in the zone: P1D keeps the local time of day. `sign` −1 goes back. */
export function addDuration(from: Date, duration: string, zone: string, sign: 1 | -1 = 1): Date {
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
  const length = Temporal.Duration.from(duration);
  return new Date((sign === 1 ? start.add(length) : start.subtract(length)).epochMilliseconds);
}

/** The same distance from `to` as the instant has from `from`, in days and clock time of the zone. */
export function shifted(instant: Date, from: Date, to: Date, zone: string): Date {
  const local = (date: Date) =>
    Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
  const distance = local(instant).since(local(from), { largestUnit: 'day' });
  return new Date(local(to).add(distance).toZonedDateTime(zone).epochMilliseconds);
}

/** The end of the n-th working day after the instant, in the zone. Saturdays, Sundays and the holidays given do not count. */
export function addWorkingDays(from: Date, days: number, zone: string, holidays: readonly string[]): Date {
  let date = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  for (let left = days; left > 0; ) {
    date = date.add({ days: 1 });
    if (date.dayOfWeek < 6 && !holidays.includes(date.toString())) left -= 1;
  }
  return endOfDay(date, zone);
}

/** An ISO duration in milliseconds, a day being 24 hours: for reminders, where an hour more or less does no harm. */
export const durationMs = (duration: string): number =>
  Temporal.Duration.from(duration).total({
    unit: 'milliseconds',
    relativeTo: Temporal.PlainDateTime.from('2024-01-01T00:00'),
  });

/** The instant at which clocks in the zone show that many minutes after midnight of the day. */
export const minuteOfDay = (day: string, minute: number, zone: string): Date =>
  new Date(
    Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone).epochMilliseconds,
  );

/** An instant as people read it: local date and time with the zone's name. */
export function inZone(instant: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  const date = `${local.year}-${String(local.month).padStart(2, '0')}-${String(local.day).padStart(2, '0')}`;
  return `${date} ${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')} ${zone} (UTC${local.offset})`;
}

/** What the clocks of the zone show then, to the second, with their offset: 2023-11-21T23:59:59+08:00. */
export const localTime = (instant: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });

/** Days from one instant to another on the calendar of the zone: none where both are on the same day. */
export function daysLeft(from: Date, to: Date, zone: string): number {
  const day = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  return day(from).until(day(to), { largestUnit: 'day' }).days;
}

/** What the clocks of the zone show then, in minutes after midnight; null on any other day. */
export function minuteOn({ day, zone }: { day: string; zone: string }, at: Date): number | null {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return local.toPlainDate().toString() === day ? local.hour * 60 + local.minute : null;
}
