// A programme as a calendar: one entry a talk, whose name for calendars never changes.
import type { Programme, ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { minuteOfDay } from '../../domain/deadlines.ts';
import { textOf } from '../../domain/localized-text.ts';
import { type CalendarEntry, type Contact, calendarText } from '../calendar.ts';
import { tellDelay, tellPlace, tellTalk } from './telling.ts';
import { programmeWords } from './words.ts';

/** `site` is where people reach this installation; `source` is the address of this very calendar. `keep`: some of the talks alone; else all, and what stands between them. */
type Asked = {
  site: string;
  organiser: Contact;
  source: string;
  language: string;
  keep?: ((entry: ProgrammeEntry) => boolean) | undefined;
};

/** Whether it is subscribed to or loaded once: who looks again finds what moved under a higher number, and what fell out as cancelled. */
export function programmeCalendar(programme: Programme, { site, source, organiser, language, keep }: Asked): string {
  const { plan, entries, gone } = programme;
  return calendarText({
    method: 'PUBLISH',
    organiser,
    name: textOf(plan.name, language),
    zone: plan.zone,
    language: programmeWords(language).language,
    source: { url: source, minutes: 60 },
    entries: [
      ...(keep === undefined ? itemsOf(programme, site, language) : []),
      ...[...entries, ...gone]
        .filter((entry) => keep?.(entry) !== false)
        .map((entry) => entryOf(programme, entry, site, language)),
    ],
  });
}

/** The name of a talk's entry in every calendar, in mails too. */
export const talkUid = (publicId: string, site: string) => `talk-${publicId}@${new URL(site).hostname}`;
export const talkPath = (forumId: string, publicId: string) => `/forums/${forumId}/talks/${publicId}`;

/** Opening, breaks, closing: what is said of them once a programme is released stays, but for the words. */
function itemsOf({ plan, forumId, release }: Programme, site: string, language: string): CalendarEntry[] {
  return plan.items.map(({ key, title, startsAt, endsAt }) => ({
    uid: `item-${key}-${forumId}@${new URL(site).hostname}`,
    sequence: 0,
    startsAt: minuteOfDay(plan.day, startsAt, plan.zone).toISOString(),
    endsAt: minuteOfDay(plan.day, endsAt, plan.zone).toISOString(),
    changedAt: release?.releasedAt ?? new Date(0).toISOString(),
    summary: textOf(title, language),
    place: textOf(plan.venue, language),
    description: textOf(plan.name, language),
    url: `${site}/forums/${forumId}`,
  }));
}

function entryOf(programme: Programme, entry: ProgrammeEntry, site: string, language: string): CalendarEntry {
  const { talk, place, sequence, running, gone } = entry;
  const told = tellTalk(programme, talk, language);
  const { room, venue, theme } = tellPlace(programme, place, language);
  const whose = told.organisation === null ? null : `${told.organisation} (${told.country}, ${told.category})`;
  const said = [tellDelay(entry, language), whose, told.speaker, told.summary].filter((line) => line !== null);
  return {
    uid: talkUid(talk.publicId, site),
    sequence: sequence + running.changes,
    startsAt: running.now.startsAt,
    endsAt: running.now.endsAt,
    changedAt: lastOf(entry.changedAt, talk.announcedAt, running.changedAt),
    summary: told.title,
    place: [room, venue].filter((line) => line !== '').join(', '),
    description: [...said, theme, textOf(programme.plan.name, language)].filter((line) => line !== '').join('\n'),
    url: `${site}${talkPath(programme.forumId, talk.publicId)}`,
    categories: theme === '' ? [] : [theme],
    ...(gone && { cancelled: true }),
  };
}

/** Of instants as they are written. */
const lastOf = (first: string, ...more: (string | null)[]): string =>
  more.reduce<string>((last, at) => (at !== null && at > last ? at : last), first);
