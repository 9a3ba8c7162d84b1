// The slides of talks: those of a forum that have arrived, which talk lacks them or their copy as PDF, and until when they are asked for.
import { cutOff, minuteOfDay } from '../domain/deadlines.ts';
import type { ForumPlan } from '../domain/forum/messages.ts';
import { slidesState } from '../domain/talk/slides.ts';
import type { Db } from './database.ts';

/** The end of the day that the plan says, and never after the opening. */
export function slidesDue({ slidesBy, day, opensAt, zone }: ForumPlan): Date {
  const opening = minuteOfDay(day, opensAt, zone);
  const said = slidesBy == null ? opening : cutOff(slidesBy, zone);
  return new Date(Math.min(said.getTime(), opening.getTime()));
}

export async function lacksSlides(db: Db, forumId: string, laureateId: string): Promise<boolean> {
  const files = (await findSlidesOf(db, forumId)).get(laureateId) ?? [];
  return slidesState(files.map(({ type }) => type)) !== 'there';
}

/** By talk, oldest first. */
export async function findSlidesOf(db: Db, forumId: string) {
  const rows = await db.read
    .selectFrom('laureate_files as l')
    .innerJoin('files as f', 'f.file_id', 'l.file_id')
    .select(['l.laureate_id', 'f.hash', 'f.type', 'f.size', 'l.registered_at'])
    .where('l.forum_id', '=', forumId)
    .where('l.kind', '=', 'slides')
    .where('l.removed_at', 'is', null)
    .where('f.state', '=', 'arrived')
    .orderBy('l.registered_at')
    .execute();
  const files = rows.map(({ laureate_id: laureateId, hash, type, size, registered_at }) => {
    return { laureateId, hash, type, size, registeredAt: registered_at.toISOString() };
  });
  return Map.groupBy(files, ({ laureateId }) => laureateId);
}
