// What the processes around a forum look at: its presenters, its releases, its talks. Ids, counts and instants only.
import type { Cycle } from '../../domain/cycle/state.ts';
import { cutOff, durationMs } from '../../domain/deadlines.ts';
import type { ForumPlan } from '../../domain/forum/messages.ts';
import { type Forum, forumStream } from '../../domain/forum/state.ts';
import { answerEnd, type Talk, talkStream } from '../../domain/talk/state.ts';
import type { Db } from '../database.ts';
import { lastPlace } from '../event-store.ts';
import { loadState } from '../execute.ts';
import { waitFor } from '../projections.ts';
import { slidesDue } from '../slides.ts';
import { findRunningCycle, pausedBy, remindersOf } from './process-views.ts';
import { publishedSchedules } from './published.ts';

export type ForumView = {
  reminders: number[];
  paused?: true;
  /** Those who are to speak, and of them those without an answer: not invited yet, or silent. */
  speakers: number;
  unanswered: number;
  releases: number;
  plannedAt: number;
  opensAt: number;
  /** Every talk of the release was given or missed; a forum of a cycle is over when its phase is closed. */
  held: boolean;
};
export type SlotView = {
  reminders: number[];
  paused?: true;
  status: 'invited' | 'confirmed';
  answerBy: number;
  /** When a release put the talk where its presenter has not confirmed it yet. */
  movedAt: number | null;
  opensAt: number;
  /** Slides are asked for until then, once the talk is confirmed; runs that began before this was looked at know nothing of it. */
  slidesDue?: number | null;
};

const standardReminders = ['P14D', 'P7D', 'P2D', 'PT24H'].map(durationMs);

type OpenForum = { forum: Forum; cycle?: Cycle; reminders: number[]; waits: { paused?: true } };

/** The forum, while something is owed there, with its cycle's reminders. */
async function findOpenForum(db: Db, forumId: string): Promise<OpenForum | null> {
  const { state: forum } = await loadState(db, forumStream(forumId));
  if (forum.status === 'none') return null;
  if (forum.cycleId === null) return { forum, reminders: standardReminders, waits: {} };
  const cycle = await findRunningCycle(db, forum.cycleId);
  if (cycle === null || cycle.phases.forum.status === 'closed') return null;
  return { forum, cycle, reminders: remindersOf(cycle), waits: pausedBy(cycle) };
}

/** By the venue's clock; an hour more or less on the day of a clock change does no harm to a reminder. */
export const opening = ({ day, zone, opensAt }: ForumPlan): number =>
  cutOff(day, zone).getTime() - (24 * 3600 - 1 - opensAt * 60) * 1000;

export async function findForumView(db: Db, forumId: string): Promise<ForumView | null> {
  const open = await findOpenForum(db, forumId);
  if (open === null) return null;
  const { forum, reminders, waits } = open;
  const [talks, uninvited, row] = await Promise.all([
    db.read.selectFrom('talks').select(['laureate_id', 'status']).where('forum_id', '=', forumId).execute(),
    findUninvited(db, forum),
    db.read.selectFrom('forums').select('planned_at').where('forum_id', '=', forumId).executeTakeFirst(),
  ]);
  const invited = talks.filter(({ status }) => status === 'invited').length;
  const given = (talk: string) =>
    talks.some((row) => row.laureate_id === talk && (row.status === 'presented' || row.status === 'absent'));
  const placed = forum.released?.placements ?? [];
  return {
    reminders,
    ...waits,
    speakers: talks.length + uninvited.length,
    unanswered: invited + uninvited.length,
    releases: forum.released?.number ?? 0,
    plannedAt: row?.planned_at.getTime() ?? 0,
    opensAt: opening(forum.plan),
    held: forum.cycleId === null && placed.length > 0 && placed.every(({ talk }) => given(talk)),
  };
}

/** Endorsed laureates of the cycle who stand and whose presenter nobody has invited. */
async function findUninvited(db: Db, { forumId, cycleId }: Forum): Promise<string[]> {
  if (cycleId === null) return [];
  const rows = await db.read
    .selectFrom('laureates')
    .select('laureate_id')
    .where('cycle_id', '=', cycleId)
    .where('current', '=', true)
    .where('place', '=', 'laureate')
    .where('endorsed_at', 'is not', null)
    .where((eb) => eb.or([eb('answer', 'is', null), eb('answer', '=', 'accepted')]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('talks')
            .select('talks.laureate_id')
            .where('talks.forum_id', '=', forumId)
            .whereRef('talks.laureate_id', '=', 'laureates.laureate_id'),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.laureate_id);
}

/** While the talk is invited or confirmed, and its forum not over. */
export async function findSlotView(db: Db, forumId: string, laureateId: string): Promise<SlotView | null> {
  const [open, { state: talk }] = await Promise.all([
    findOpenForum(db, forumId),
    loadState(db, talkStream(forumId, laureateId)),
  ]);
  if (open === null || (talk.status !== 'invited' && talk.status !== 'confirmed')) return null;
  return {
    reminders: open.reminders,
    ...open.waits,
    status: talk.status,
    answerBy: answerEnd(talk, open.cycle).getTime(),
    movedAt: talk.status === 'confirmed' ? await findMove(db, talk) : null,
    opensAt: opening(open.forum.plan),
    slidesDue: talk.status === 'confirmed' ? slidesDue(open.forum.plan).getTime() : null,
  };
}

/** The newest release that gave the talk a new place, unless the presenter has answered to that place or a later one. */
async function findMove(db: Db, { forumId, laureateId, reconfirmed, refused }: Talk): Promise<number | null> {
  if (!(await waitFor(db, [publishedSchedules.name], await lastPlace(db), 10_000)))
    throw new Error(`The projection ${publishedSchedules.name} lags behind.`);
  const releases = await db.read
    .selectFrom('published_schedules')
    .select(['number', 'moved', 'released_at'])
    .where('forum_id', '=', forumId)
    .orderBy('number', 'desc')
    .execute();
  const last = releases.find(({ moved }) => moved.includes(laureateId));
  const answered = Math.max(reconfirmed ?? 0, refused?.release ?? 0);
  if (last === undefined || answered >= last.number) return null;
  return last.released_at.getTime();
}
