// Letters about a released schedule: to those whose talk is new, stands elsewhere or has fallen out, with the entry for their calendars.
import { makeTalkLink } from '../../db/links.ts';
import { findSaidDelays, runningOf } from '../../db/read-models/delays.ts';
import { placedIn } from '../../db/read-models/places.ts';
import { findReleased } from '../../db/read-models/released.ts';
import type { MailAttachment } from '../../db/tables/people.ts';
import type { ForumPlan, Place, Placement } from '../../domain/forum/messages.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Desk, Draft, Told } from './letters.ts';
import { type ForumFacts, getForum } from './letters-of-forum.ts';

type Released = Told<'ScheduleReleased'>;

/** Nobody else hears of a release. */
export async function lettersOfForum(desk: Desk, event: Released): Promise<Draft[]> {
  const { forumId, moved, gone = [] } = event.data;
  const concerned = [...moved, ...gone];
  if (concerned.length === 0) return [];
  const [forum, releases, delays] = await Promise.all([
    getForum(desk, forumId),
    findReleased(desk.db, forumId, event.meta.at),
    findSaidDelays(desk.db, forumId, 'staff', event.meta.at),
  ]);
  const before = releases.find(({ number }) => number === event.data.number - 1);
  const talks = await desk.db.read
    .selectFrom('talks')
    .select(['laureate_id', 'person_id', 'speaker_id', 'country', 'status'])
    .where('forum_id', '=', forumId)
    .where('laureate_id', 'in', concerned)
    .execute();
  const letters = talks.flatMap((talk) => {
    const readers = [...new Set([talk.person_id, talk.speaker_id ?? talk.person_id])];
    const was = placeIn(before?.placements ?? [], talk.laureate_id);
    const now = placeIn(event.data.placements, talk.laureate_id);
    const told = { event, forum, talk: talk.laureate_id, was, now, said: { delays, releases } };
    const about = { cycleId: forum.cycle_id, forumId, country: talk.country, key: talk.laureate_id };
    return readers.flatMap((reader) => {
      const of = {
        personId: reader,
        forumId,
        laureateId: talk.laureate_id,
        cycleId: forum.cycle_id,
        day: forum.plan.day,
      };
      return letterOf(told, [reader]).map(async (letter): Promise<Draft> => {
        const { token, expiresAt } = await makeTalkLink(desk.db, of);
        const deadline = { at: expiresAt, zone: forum.plan.zone };
        return { ...letter, ...about, facts: { ...letter.facts, deadline }, secret: token };
      });
    });
  });
  return Promise.all(letters);
}

function placeIn(placements: readonly Placement[], talk: string): Place | null {
  const found = placements.find((placed) => placed.talk === talk);
  return found === undefined ? null : { block: found.block, room: found.room, slot: found.slot };
}

type ToldOf = {
  event: Released;
  forum: ForumFacts;
  talk: string;
  was: Place | null;
  now: Place | null;
  said: Parameters<typeof runningOf>[1];
};

const nowhere: Texts = { en: 'no place yet', th: 'ยังไม่มีเวลา' };

function letterOf(told: ToldOf, to: string[]): Omit<Draft, 'key'>[] {
  const { event, forum, was, now } = told;
  const { name: release, note } = event.data;
  const { plan } = forum;
  const before = was === null ? nowhere : sayPlace(plan, was);
  const said = { forum: forum.name, release, note, before };
  if (now !== null) {
    const attachment = entryOf(told, now, 'REQUEST');
    return [{ kind: 'schedule-released', to, facts: { ...said, place: sayPlace(plan, now) }, attachment }];
  }
  if (was === null) return [];
  return [{ kind: 'talk-unscheduled', to, facts: said, attachment: entryOf(told, was, 'CANCEL') }];
}

/** The number of the release rises with every change, and each delay adds to it: by it a calendar knows that this is newer than the entry it has. */
function entryOf({ event, forum, talk, said }: ToldOf, at: Place, method: 'REQUEST' | 'CANCEL'): MailAttachment {
  const { data, meta } = event;
  const place = placedIn(forum.plan, at);
  const { changes, now } = runningOf(forum.plan, said, { talk, place });
  const { forumId, number: release } = data;
  const when = { room: place.room, startsAt: now.startsAt, endsAt: now.endsAt, changedAt: meta.at };
  return { kind: 'slot', forumId, laureateId: talk, release, sequence: release + changes, method, ...when };
}

/** In each language that the room has a name in; the day and hour by the venue's clock. */
function sayPlace(plan: ForumPlan, place: Place): Texts {
  const { localStart, room } = placedIn(plan, place);
  const names = plan.rooms.find(({ key }) => key === room)?.name ?? { en: room };
  const said = (language: string) => `${textOf(names, language)}, ${plan.day}, ${localStart} (${plan.zone})`;
  return Object.fromEntries(Object.keys(names).map((language) => [language, said(language)]));
}
