// Read models after a whole cycle with all that can happen in it: the same whether they grew with it or are made anew.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../../db/database.ts';
import { beginning, readLog } from '../../db/event-store.ts';
import { projectOnce } from '../../db/projections.ts';
import { recountCapacities } from '../../db/rebuild.ts';
import { asyncProjections } from '../../db/registry.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import { freshDatabase } from '../support/database.ts';
import { playHistory } from '../support/history.ts';
import { expectRebuiltAlike, inlineTables } from '../support/rebuilding.ts';
import { everyEvent } from '../worker/every-event.ts';

let db: Db;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  db = openDatabase({ url: database.url });
  await playHistory(db);
});
afterAll(async () => {
  await db.close();
  await drop();
});

describe('the history', () => {
  it('has every kind of event', async () => {
    const happened = new Set((await readLog(db.readPool, beginning, 5_000)).map(({ type }) => type));
    expect(everyEvent.map(({ type }) => type).filter((type) => !happened.has(type))).toEqual([]);
  });
});

describe('every accepted command', () => {
  it('is in the history, with who gave it and when', async () => {
    for (const projection of asyncProjections) await projectOnce(db, projection);
    const { rows } = await db.readPool.query(`
      select c.command_id, e.type
      from commands c join events e on e.meta->>'commandId' = c.command_id::text
      where not exists (select from history h where h.event_id = e.event_id and h.type = e.type
        and h.actor = c.actor and h.actor = e.meta->>'actor' and h.role = e.meta->>'role' and h.at = (e.meta->>'at')::timestamptz)`);
    expect(rows).toEqual([]);
    const { rows: orphans } = await db.readPool.query(`
      select e.type from events e where not exists (select from commands c where c.command_id::text = e.meta->>'commandId')`);
    expect(orphans).toEqual([]);
  });
});

describe('every read model', () => {
  it('is row for row what the log makes of it', async () => {
    await expectRebuiltAlike(db);
  });

  it('has rows to compare', async () => {
    const tables = [...inlineTables, ...asyncProjections.flatMap((projection) => projection.tables)];
    const counted = tables.map(async (table) => {
      const { rows } = await db.readPool.query(`select count(*) as rows from "${table}"`);
      return { table, rows: rows[0]?.rows };
    });
    expect((await Promise.all(counted)).filter(({ rows }) => rows === 0)).toEqual([]);
  });
});

describe('recountCapacities', () => {
  it('finds nothing to put right: a slot is used by what is forwarded and free again after a withdrawal, unless its category was signed', async () => {
    expect(await recountCapacities(db, [nomination])).toEqual([]);
    const { rows } = await db.readPool.query('select key, used, cap from capacities where used > 0 order by key');
    const used = rows.map(({ key, used, cap }) => [key.split('/').slice(2).join('/'), used, cap]);
    expect(used.sort()).toEqual([
      ['SG/ngo', 3, 3],
      ['SG/ngo', 3, 3],
      // The cycle with two rounds of judging.
      ['SG/ngo', 4, 6],
      ['SG/private', 1, 3],
    ]);
  });
});
