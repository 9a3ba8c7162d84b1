// The write path in its layers: the floor, the append statement alone, and the whole flush.
import { randomUUID } from 'node:crypto';
import { type Db, openDatabase } from '../../db/database.ts';
import { type Append, appendStatement } from '../../db/event-store.ts';
import { effectsOf, flush } from '../../db/flush.ts';
import { named, query, type Statement } from '../../db/statements.ts';
import { meta, projectEntries, submission } from './entries.ts';
import type { Subject } from './slices.ts';

/** Two rows in one statement, without a claim, a guard or a version: what any event store has to pay. */
const floorStatement = (stream: string, data: string, recorded: string): Statement =>
  named(
    `with s as (insert into streams (stream_id, kind, cycle_id, version) values ($1::text, 'entry', null, 1) returning 1)
  insert into events (stream_id, version, event_id, type, schema_version, data, meta)
  select $1::text, 1, $2::uuid, 'Submitted', 1, $3::json, $4::json from s`,
    [stream, randomUUID(), data, recorded],
  );

function newAppend(cycleId: string): Append {
  const { commandId, actor, role } = meta();
  const { times, ...data } = submission(cycleId).data;
  return {
    commandId,
    actor,
    requestHash: Buffer.alloc(32),
    stream: { id: `entry/${data.entry}`, kind: 'entry', cycleId: null },
    expected: 0,
    guards: [{ id: cycleId, version: 1 }],
    events: Array.from({ length: times }, () => ({ eventId: randomUUID(), type: 'Submitted', schemaVersion: 1, data })),
    meta: { commandId, actor, role, at: new Date().toISOString(), guards: { [cycleId]: 1 } },
    notAfter: null,
  };
}

/** All on the same connections, one a lane. `cycleId` is a stream at version 1. */
export async function appendSubjects(url: string, lanes: number, cycleId: string) {
  const db: Db = openDatabase({ url, max: lanes, inline: [projectEntries] });
  const clients = await Promise.all(Array.from({ length: lanes }, () => db.pool.connect()));
  const clientOf = (lane: number) => {
    const client = clients[lane];
    if (client === undefined) throw new Error(`There is no lane ${lane}.`);
    return client;
  };
  const floor: Subject = {
    lanes,
    work: (lane) => {
      const { stream, events, meta: recorded } = newAppend(cycleId);
      return query(
        clientOf(lane),
        floorStatement(stream.id, JSON.stringify(events[0]?.data), JSON.stringify(recorded)),
      );
    },
  };
  const append: Subject = { lanes, work: (lane) => query(clientOf(lane), appendStatement(newAppend(cycleId))) };
  const flushed: Subject = {
    lanes,
    work: async (lane) => {
      const wanted = newAppend(cycleId);
      const { kind } = await flush(clientOf(lane), wanted, effectsOf(db, wanted, []));
      if (kind !== 'done') throw new Error(`An append was answered with ${kind}.`);
    },
  };
  const close = async () => {
    for (const client of clients) client.release();
    await db.close();
  };
  return { floor, append, flushed, close };
}
