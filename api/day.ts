// A forum's day as it runs, for its staff and for everybody.
import type { z } from 'zod';
import type { Db } from '../db/database.ts';
import { findDay } from '../db/read-models/day-views.ts';
import { findForumFacts } from '../db/read-models/delegation-views.ts';
import { minuteOf } from '../db/read-models/places.ts';
import type { Readers } from '../db/read-models/programme-talks.ts';
import type { Programme, ProgrammeEntry } from '../db/read-models/programmes.ts';
import { notFound } from './problem.ts';
import type { DayView } from './views/day.ts';

type Shown = z.infer<typeof DayView>;
type Rights = { readers: Readers; mayReport: boolean; mayMark: boolean };

export async function viewDay(db: Db, forumId: string, { readers, mayReport, mayMark }: Rights): Promise<Shown> {
  const facts = await findForumFacts(db, forumId);
  if (facts === undefined) throw notFound();
  const day = await findDay(db, forumId, readers);
  const { name, venue, zone, day: date } = facts;
  const head = { forumId, name, venue, zone, day: date, mayReport, mayMark };
  if (day === null) return { ...head, release: null, sessions: [] };
  return { ...head, release: day.release?.number ?? null, sessions: sessionsOf(day, mayMark) };
}

function sessionsOf(day: Programme, mayMark: boolean): Shown['sessions'] {
  const { plan } = day;
  const bySession = Map.groupBy(day.entries, ({ session }) => session);
  return [...bySession.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const { block, room } = first.place;
    const theme = plan.themes.find(({ key }) => key === plan.blocks.find((one) => one.key === block)?.theme);
    const last = entries.reduce((one, other) => (other.running.late > one.running.late ? other : one)).running;
    return {
      ...{ block, room, late: last.late, note: last.note },
      theme: theme?.title ?? {},
      roomName: plan.rooms.find(({ key }) => key === room)?.name ?? { en: room },
      talks: entries.map((entry) => talkOf(day, entry, mayMark)),
    };
  });
}

function talkOf(
  programme: Programme,
  entry: ProgrammeEntry,
  mayMark: boolean,
): Shown['sessions'][number]['talks'][number] {
  const { talk, place, running } = entry;
  const { late, now } = running;
  const { names, forumId } = programme;
  return {
    id: mayMark && talk.laureateId !== null ? `${forumId}~${talk.laureateId}` : null,
    publicId: talk.publicId,
    country: names.countries[talk.country] ?? { en: talk.country },
    category: names.categories[talk.category] ?? { en: talk.category },
    organisation: talk.organisation,
    title: talk.topics?.[0]?.title ?? null,
    speaker: talk.speaker?.name ?? null,
    status: talk.status,
    ...{ startsAt: place.startsAt, localStart: place.localStart, localEnd: place.localEnd },
    minute: minuteOf(place.localStart),
    ...{ late, nowStarts: now.startsAt, nowLocalStart: now.localStart, nowLocalEnd: now.localEnd },
  };
}
