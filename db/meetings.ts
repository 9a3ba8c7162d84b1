// What is kept of a panel's meeting: each save a version of its own, none over one that was not read.
import type { MeetingContent } from '../domain/panel/agenda.ts';
import type { Db } from './database.ts';

type Of = { cycleId: string; group: string };
export type KeptMeeting = MeetingContent & { version: number; writtenBy: string; writtenAt: string };

/** The newest version; undefined before anything was kept. */
export async function findKeptMeeting(db: Db, { cycleId, group }: Of): Promise<KeptMeeting | undefined> {
  const row = await db.read
    .selectFrom('panel_meetings')
    .selectAll()
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { content, version, written_by, written_at } = row;
  return { ...content, version, writtenBy: written_by, writtenAt: written_at.toISOString() };
}

/** @returns false where another version was kept since `version` was read. */
export async function keepMeeting(
  db: Db,
  { cycleId, group }: Of,
  content: MeetingContent,
  { version, by }: { version: number; by: string },
): Promise<boolean> {
  const newest = (await findKeptMeeting(db, { cycleId, group }))?.version ?? 0;
  if (newest !== version) return false;
  const row = { cycle_id: cycleId, panel_group: group, version: version + 1, written_by: by };
  const kept = await db.read
    .insertInto('panel_meetings')
    .values({ ...row, content: JSON.stringify(content) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  return kept !== undefined;
}
