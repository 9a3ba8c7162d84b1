// npm run events:record: adds to test/data/events.json what is stored there of no event type and version yet.
import { readFile, writeFile } from 'node:fs/promises';
import { openDatabase } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { startPostgres } from '../../local/postgres.ts';
import { openThrowaway } from '../../local/throwaway.ts';
import { playHistory } from './history.ts';
import { type StoredStream, storedEvents } from './stored-events.ts';

const { home, supervisor } = await openThrowaway();
try {
  const { url } = await startPostgres({ supervisor, home, database: 'history', throwaway: true });
  await migrate(url);
  const db = openDatabase({ url });
  await playHistory(db);
  const { rows } = await db.readPool.query<{ stream: string; type: string; schemaVersion: number; data: object }>(
    `select stream_id as stream, type, schema_version as "schemaVersion", data from events order by tx, position`,
  );
  await db.close();
  const kept: StoredStream[] = JSON.parse(await readFile(storedEvents, 'utf8').catch(() => '[]'));
  const known = new Set(kept.flatMap(({ events }) => events).map(nameOf));
  for (const [stream, events] of Map.groupBy(rows, (row) => row.stream)) {
    if (events.every((event) => known.has(nameOf(event)))) continue;
    for (const event of events) known.add(nameOf(event));
    kept.push({ stream, events: events.map(({ type, schemaVersion, data }) => ({ type, schemaVersion, data })) });
  }
  await writeFile(storedEvents, `${JSON.stringify(kept, null, 1)}\n`);
  console.log(`${kept.length} streams, ${known.size} kinds of event`);
} finally {
  await supervisor.stop();
}

function nameOf({ type, schemaVersion }: { type: string; schemaVersion: number }): string {
  return `${type} ${schemaVersion}`;
}
