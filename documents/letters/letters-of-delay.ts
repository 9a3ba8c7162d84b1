// Letters about delays on a forum's day: to those alone who speak or moderate where a talk that has not begun moves by more than a little.
import { findSaidDelays, type Running, runningOf } from '../../db/read-models/delays.ts';
import { minuteOf, type Placed, placedIn } from '../../db/read-models/places.ts';
import { findReleased } from '../../db/read-models/released.ts';
import type { MailedSlot } from '../../db/tables/people.ts';
import { minuteOn } from '../../domain/deadlines.ts';
import { entriesOf } from '../../domain/forum/entries.ts';
import type { ForumPlan } from '../../domain/forum/messages.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Desk, Draft, Told } from './letters.ts';
import { getForum } from './letters-of-forum.ts';

type Late = {
  laureateId: string;
  speaker: string;
  organisation: Texts;
  place: Placed;
  release: number;
  after: Running;
};

export async function lettersOfDelay(desk: Desk, event: Told<'DelayReported'>): Promise<Draft[]> {
  const { forumId } = event.data;
  const [forum, found] = await Promise.all([getForum(desk, forumId), findMoved(desk, event)]);
  if (found === null) return [];
  const { plan } = forum;
  const { moved, moderators } = found;
  const sessions = [...Map.groupBy(moved, ({ place }) => `${place.block}/${place.room}`)];
  const chairs = sessions.map(([session]) => moderators[session] ?? null);
  const readers = new Set([...moved.map(({ speaker }) => speaker), ...chairs.filter((chair) => chair !== null)]);
  const note = (await findSaidDelays(desk.db, forumId, 'public', event.meta.at)).at(-1)?.note ?? '';
  const facts = {
    forum: forum.name,
    zone: plan.zone,
    reason: note === '' ? { en: '', th: '' } : { en: `Reason: ${note}`, th: `เหตุผล: ${note}` },
    url: `${desk.publicUrl}/forums/${forumId}/today`,
  };
  return [...readers].map((reader): Draft => {
    const own = moved.filter(({ speaker }) => speaker === reader);
    const chaired = sessions.flatMap(([session, talks]) => (moderators[session] === reader ? talks.slice(0, 1) : []));
    const lines = [...own.map((talk) => talkLine(plan, talk)), ...chaired.map((first) => sessionLine(plan, first))];
    const parts = { lines: lines.map((what) => ({ what, moment: null })) };
    const slots = own.map((talk) => slotOf(talk, forumId, event.meta.at));
    return {
      ...{ kind: 'running-late', to: [reader], facts: { ...facts, parts }, cycleId: forum.cycle_id, forumId },
      ...(slots.length > 0 && { attachment: { kind: 'slots', slots } }),
    };
  });
}

/** Talks that the delay moves by more than the plan's minutes and that have not begun; null where nothing was released. In the order of the day. */
async function findMoved({ db }: Desk, { data, meta }: Told<'DelayReported'>) {
  const { forumId } = data;
  const [releases, delays, { plan }] = await Promise.all([
    findReleased(db, forumId, meta.at),
    findSaidDelays(db, forumId, 'staff', meta.at),
    getForum({ db, publicUrl: '' }, forumId),
  ]);
  const newest = releases.at(-1);
  if (newest === undefined) return null;
  const talks = await db.read
    .selectFrom('talks')
    .select(['laureate_id', 'person_id', 'speaker_id', 'organisation'])
    .where('forum_id', '=', forumId)
    .where('status', 'in', ['invited', 'confirmed'])
    .execute();
  const entries = entriesOf(releases);
  const now = minuteOn(plan, new Date(meta.at));
  const moved = newest.placements.flatMap(({ talk, ...at }): Late[] => {
    const row = talks.find(({ laureate_id: id }) => id === talk);
    if (row === undefined) return [];
    const place = placedIn(plan, at);
    const running = (said: typeof delays) => runningOf(plan, { delays: said, releases }, { talk, place });
    const [before, after] = [running(delays.slice(0, -1)), running(delays)];
    const hasBegun = now !== null && minuteOf(place.localStart) + before.late <= now;
    if (hasBegun || Math.abs(after.late - before.late) <= plan.delayMinutes) return [];
    const speaker = row.speaker_id ?? row.person_id;
    const release = entries.find((entry) => entry.talk === talk)?.sequence ?? newest.number;
    return [{ laureateId: talk, speaker, organisation: row.organisation, place, release, after }];
  });
  const inOrder = moved.sort((a, b) => (a.after.now.startsAt < b.after.now.startsAt ? -1 : 1));
  return { moved: inOrder, moderators: newest.moderators ?? {} };
}

/** The entry that the reader's calendar has, at its new time; the same that the public calendars have. */
function slotOf({ laureateId, place, release, after }: Late, forumId: string, changedAt: string): MailedSlot {
  const { startsAt, endsAt } = after.now;
  const rest = { room: place.room, startsAt, endsAt, changedAt };
  return { kind: 'slot', forumId, laureateId, release, sequence: release + after.changes, method: 'REQUEST', ...rest };
}

/** Whoever speaks knows whose talk it is; of others' talks nobody is told, for they may be under embargo. */
const talkLine = (plan: ForumPlan, late: Late): Texts =>
  sayTimes(late, (language) => `${roomOf(plan, late, language)}: ${textOf(late.organisation, language)}`);

function sessionLine(plan: ForumPlan, first: Late): Texts {
  const block = plan.blocks.find(({ key }) => key === first.place.block);
  const theme = plan.themes.find(({ key }) => key === block?.theme);
  return sayTimes(first, (language) => `${roomOf(plan, first, language)}: ${textOf(theme?.title ?? {}, language)}`);
}

function sayTimes({ place, after: { late, now } }: Late, what: (language: string) => string): Texts {
  const { localStart: planned } = place;
  if (late === 0)
    return { en: `${planned}, as planned, ${what('en')}`, th: `เวลา ${planned} ตามกำหนดการเดิม ${what('th')}` };
  return {
    en: `${now.localStart} (late by ${late} minutes; by the programme at ${planned}), ${what('en')}`,
    th: `เวลา ${now.localStart} (ล่าช้า ${late} นาที ตามกำหนดการเดิมเวลา ${planned}) ${what('th')}`,
  };
}

const roomOf = ({ rooms }: ForumPlan, { place }: Late, language: string): string =>
  textOf(rooms.find(({ key }) => key === place.room)?.name ?? { en: place.room }, language);
