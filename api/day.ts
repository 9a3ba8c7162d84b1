// A forum's day as it runs, for its staff and for everybody.
import type { z } from 'zod';
import type { Db } from '../db/database.ts';
import { type Day, type DayEntry, findDay } from '../db/read-models/day-views.ts';
import { findForumFacts } from '../db/read-models/delegation-views.ts';
import type { Readers } from '../db/read-models/programmes.ts';
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
  return { ...head, release: day.programme.release?.number ?? null, sessions: sessionsOf(day, mayMark) };
}

function sessionsOf(day: Day, mayMark: boolean): Shown['sessions'] {
  const { plan } = day.programme;
  const bySession = Map.groupBy(day.entries, ({ session }) => session);
  return [...bySession.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const { block, room } = first.place;
    const theme = plan.themes.find(({ key }) => key === plan.blocks.find((one) => one.key === block)?.theme);
    const late = Math.max(...entries.map((entry) => entry.late));
    const said = day.delays.findLast((delay) => delay.room === room);
    return {
      ...{ block, room, late, note: late > 0 ? (said?.note ?? '') : '' },
      theme: theme?.title ?? {},
      roomName: plan.rooms.find(({ key }) => key === room)?.name ?? { en: room },
      talks: entries.map((entry) => talkOf(day, entry, mayMark)),
    };
  });
}

function talkOf({ programme }: Day, entry: DayEntry, mayMark: boolean): Shown['sessions'][number]['talks'][number] {
  const { talk, place, late, nowStarts, nowLocalStart, nowLocalEnd } = entry;
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
    minute: Number(place.localStart.slice(0, 2)) * 60 + Number(place.localStart.slice(3)),
    ...{ late, nowStarts, nowLocalStart, nowLocalEnd },
  };
}
