// The releases of a schedule: who released what, when, and what each changed.
import type { ForumEvent } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import type { Db } from '../database.ts';
import { readStreams } from '../event-store.ts';
import { findNames } from '../people.ts';

export type ReleaseLine = {
  number: number;
  name: string;
  note: string;
  at: string;
  /** Null where the person was erased. */
  by: string | null;
  placed: number;
  unplaced: number;
  /** New talks and moved ones: their presenters were told. */
  moved: number;
};
type Released = Extract<ForumEvent, { type: 'ScheduleReleased' }>['data'];

/** The newest first. */
export async function findReleases(db: Db, forumId: string): Promise<ReleaseLine[]> {
  const events = await readStreams(db.readPool, [forumStream(forumId).id]);
  const released = events.filter(({ type }) => type === 'ScheduleReleased').reverse();
  const names = await findNames(db, [...new Set(released.map(({ actor }) => actor))]);
  return released.map(({ data, at, actor }) => {
    const { number, name, note, placements, unplaced, moved } = data as Released;
    const counts = { placed: placements.length, unplaced: unplaced.length, moved: moved.length };
    return { number, name, note, at, by: names.get(actor) ?? null, ...counts };
  });
}
