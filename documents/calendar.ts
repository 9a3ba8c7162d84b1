// Calendar files (iCalendar, RFC 5545): the same entries always give the same text.
import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator';

/** What a calendar does with it: shows it, asks its reader to come (and changes the entry it has), takes it out. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';
export type CalendarEntry = {
  /** The same for ever: by it a calendar knows its old entry. */
  uid: string;
  /** Higher with each change of time or place: the release that made it, and how often a delay has moved it. */
  sequence: number;
  /** Instants, ISO 8601. */
  startsAt: string;
  endsAt: string;
  /** When the entry last changed, ISO 8601. */
  changedAt: string;
  summary: string;
  place: string;
  description: string;
  url?: string;
  /** It stood there and does not any more. */
  cancelled?: boolean;
  categories?: string[];
};
export type Contact = { name: string; email: string };

/** Of `Name <address>`, or an address alone. */
export function contactOf(from: string): Contact {
  const [, name = '', email = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>/.exec(from) ?? [];
  return { name: name === '' ? email : name, email };
}

export type Calendar = {
  method: CalendarMethod;
  name: string;
  /** Where it takes place: instants are in UTC, and readers that show one zone take this one. */
  zone: string;
  language: string;
  entries: CalendarEntry[];
  /** Whose it is: an office, never a person. */
  organiser: Contact;
  /** Who is asked. */
  attendee?: Contact;
  /** Where a subscribed calendar finds its next version, and after how many minutes it looks. */
  source?: { url: string; minutes: number };
};

export const calendarType = (method: CalendarMethod) => `text/calendar; charset=utf-8; method=${method}`;

export function calendarText({ entries, ...calendar }: Calendar): string {
  const { method, name, zone, language, source } = calendar;
  const file = ical({ name, prodId: { company: 'Laureate', product: 'Forum', language: language.toUpperCase() } });
  file.method(ICalCalendarMethod[method]);
  file.x([{ key: 'X-WR-TIMEZONE', value: zone }]);
  if (source !== undefined) file.source(source.url).ttl(source.minutes * 60);
  for (const entry of entries) file.createEvent(eventOf(entry, calendar));
  return file.toString();
}

function eventOf(entry: CalendarEntry, { method, organiser, attendee }: Omit<Calendar, 'entries'>): ICalEventData {
  const { uid, sequence, startsAt, endsAt, changedAt, summary, place, description, url, categories = [] } = entry;
  const isCancelled = method === 'CANCEL' || entry.cancelled === true;
  return {
    ...{ id: uid, sequence, summary, location: place, description },
    start: new Date(startsAt),
    end: new Date(endsAt),
    // The clock of who writes it is no part of the entry: a file that says the same is the same.
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    categories: categories.map((category) => ({ name: category })),
    ...(url !== undefined && { url }),
    organizer: organiser,
    ...(attendee !== undefined && { attendees: [{ ...attendee, rsvp: method === 'REQUEST' }] }),
  };
}
