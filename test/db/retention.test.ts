// What is deleted once its time is over, and what stays whatever the time.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import { writeNote } from '../../db/notes.ts';
import { projectOnce } from '../../db/projections.ts';
import { asyncProjections } from '../../db/registry.ts';
import { deleteOutdated } from '../../db/retention.ts';
import { by, planSample } from '../support/acts.ts';
import { openFresh } from '../support/database.ts';
import { sampleDefinition } from '../support/samples.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openFresh(3));
});
afterAll(() => close());

const count = async (table: 'panel_notes' | 'panel_note_versions' | 'late_sheets' | 'late_sheet_views' | 'events') => {
  const { rows } = await db.readPool.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]?.count;
};

/** A note with an earlier version, and a late sheet that the chair has looked at. */
async function write(cycleId: string): Promise<void> {
  const of = { cycleId, group: 'SG-ngo', nominationId: randomUUID() };
  const noteId = randomUUID();
  await writeNote(db, { ...of, noteId, author: randomUUID(), text: 'A sample note' });
  const version = { note_id: noteId, version: 1, text: 'Earlier', written_at: new Date() };
  await db.read.insertInto('panel_note_versions').values(version).execute();
  const late_id = randomUUID();
  const sheet = { late_id, cycle_id: cycleId, panel_group: of.group, nomination_id: of.nominationId };
  const rest = { judge_id: randomUUID(), round: 'main', scores: '[]', refusal: 'scoring-closed' };
  await db.read
    .insertInto('late_sheets')
    .values({ ...sheet, ...rest })
    .execute();
  await db.read.insertInto('late_sheet_views').values({ late_id, person_id: randomUUID() }).execute();
}

describe('notes and late sheets', () => {
  it('go when their cycle is over for so long, each with a line that says how much, and nothing of the record', async () => {
    const lengths = { nomination: 3_600, screening: 3_600, judging: 3_600, decision: 3_600 };
    const plan = (number: number) => planSample(db, sampleDefinition(), ['SG'], lengths, {}, number);
    const [over, running] = [await plan(1), await plan(2)];
    await write(over.cycleId);
    await write(running.cycleId);
    const reason = 'A sample reason.';
    await over.acts.cycle({ type: 'CancelCycle', data: { cycleId: over.cycleId, reason } }, by('secretariat'));
    for (const projection of asyncProjections) await projectOnce(db, projection);
    const events = await count('events');
    expect(await deleteOutdated(db, 30)).toEqual([]);
    expect([await count('panel_notes'), await count('late_sheets')]).toEqual([2, 2]);
    const deleted = await deleteOutdated(db, 0);
    expect(deleted.toSorted((a, b) => a.what.localeCompare(b.what))).toEqual([
      { cycleId: over.cycleId, what: 'late-sheets', rows: 1 },
      { cycleId: over.cycleId, what: 'panel-notes', rows: 1 },
    ]);
    const tables = ['panel_notes', 'panel_note_versions', 'late_sheets', 'late_sheet_views'] as const;
    expect(await Promise.all(tables.map(count))).toEqual([1, 1, 1, 1]);
    expect(await count('events')).toBe(events);
    expect(await deleteOutdated(db, 0)).toEqual([]);
    const lines = await db.read.selectFrom('deletions').select(['what', 'rows']).orderBy('what').execute();
    expect(lines).toEqual([
      { what: 'late-sheets', rows: 1 },
      { what: 'panel-notes', rows: 1 },
    ]);
  });
});
