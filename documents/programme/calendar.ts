// A programme as a calendar: one entry a talk, whose name for calendars never changes.
import type { Programme, ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { textOf } from '../../domain/localized-text.ts';
import { type CalendarEntry, calendarText } from '../calendar.ts';
import { tellPlace, tellTalk } from './telling.ts';
import { programmeWords } from './words.ts';

/** `site` is where people reach this installation; `source` is the address of this very calendar. */
type Asked = { site: string; source: string; language: string; keep?(entry: ProgrammeEntry): boolean };

/** Whether it is subscribed to or loaded once: who looks again finds what moved under a higher number, and what fell out as cancelled. */
export function programmeCalendar(programme: Programme, { site, source, language, keep = () => true }: Asked): string {
  const { plan, entries, gone } = programme;
  return calendarText({
    method: 'PUBLISH',
    name: textOf(plan.name, language),
    zone: plan.zone,
    language: programmeWords(language).language,
    source: { url: source, minutes: 60 },
    entries: [...entries, ...gone].filter(keep).map((entry) => entryOf(programme, entry, site, language)),
  });
}

/** The name of a talk's entry in every calendar, in mails too. */
export const talkUid = (publicId: string, site: string) => `talk-${publicId}@${new URL(site).hostname}`;
export const talkPath = (forumId: string, publicId: string) => `/forums/${forumId}/talks/${publicId}`;

function entryOf(programme: Programme, entry: ProgrammeEntry, site: string, language: string): CalendarEntry {
  const { talk, place, sequence, changedAt, gone } = entry;
  const told = tellTalk(programme, talk, language);
  const { room, venue, theme } = tellPlace(programme, place, language);
  const whose = told.organisation === null ? null : `${told.organisation} (${told.country}, ${told.category})`;
  const said = [whose, told.speaker, told.summary].filter((line) => line !== null);
  const { announcedAt } = talk;
  return {
    uid: talkUid(talk.publicId, site),
    sequence,
    startsAt: place.startsAt,
    endsAt: place.endsAt,
    changedAt: announcedAt !== null && announcedAt > changedAt ? announcedAt : changedAt,
    summary: told.title,
    place: [room, venue].filter((line) => line !== '').join(', '),
    description: [...said, theme, textOf(programme.plan.name, language)].filter((line) => line !== '').join('\n'),
    url: `${site}${talkPath(programme.forumId, talk.publicId)}`,
    categories: theme === '' ? [] : [theme],
    ...(gone && { cancelled: true }),
  };
}
