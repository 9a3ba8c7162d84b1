// The releases of a schedule straight from the log: who is told of something must not wait for a read model.
import type { ForumEvent } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import type { Db } from '../database.ts';
import { readStreams } from '../event-store.ts';

type Released = Extract<ForumEvent, { type: 'ScheduleReleased' }>['data'];

/** Those of an instant and before, the oldest first. */
export async function findReleased(
  db: Db,
  forumId: string,
  until: string,
): Promise<(Released & { releasedAt: string })[]> {
  const events = await readStreams(db.readPool, [forumStream(forumId).id], until);
  return events
    .filter(({ type }) => type === 'ScheduleReleased')
    .map(({ data, at }) => ({ ...(data as Released), releasedAt: at }));
}
