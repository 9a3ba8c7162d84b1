// The event log: append under a version with guards, read a stream, read the feed. Nothing else names the events table.
import type { AwardsEvent } from '../domain/events.ts';
import type { Db } from './database.ts';
import { type Client, named, query, type Statement } from './statements.ts';
import { upcast } from './upcast.ts';

/** Where an event stands in the feed: the pair, since a later transaction can hold the earlier position. */
export type Place = { tx: string; position: number };
export const beginning: Place = { tx: '0', position: 0 };
export const isBefore = (a: Place, b: Place): boolean =>
  a.tx === b.tx ? a.position < b.position : BigInt(a.tx) < BigInt(b.tx);
export type RecordedMeta = {
  commandId: string;
  actor: string;
  role: string;
  /** The instant of the decision by the database's clock, ISO 8601. */
  at: string;
  /** The streams the decision rested on, by version. */
  guards: { [stream: string]: number };
  causedBy?: string;
  secondFactor?: boolean;
};
/** An event as it was stored. */
export type Recorded<Event> = Event &
  Place & { streamId: string; version: number; eventId: string; cycleId: string | null; meta: RecordedMeta };

export type NewEvent = { eventId: string; type: string; data: object; schemaVersion: number };
/** `guards` in the order of their ids; none when there are no events. */
export type Append = {
  commandId: string;
  actor: string;
  requestHash: Buffer;
  stream: { id: string; kind: string; cycleId: string | null };
  expected: number;
  guards: { id: string; version: number }[];
  events: NewEvent[];
  meta: RecordedMeta;
  notAfter: Date | null;
};

/**
 * Claims the command, holds the guards and appends, in one statement: each step feeds on the one before, so where one finds
 * nothing, nothing is written and `refuse` raises. Answers one row: version, position, tx.
 */
export function appendStatement(append: Append): Statement {
  const { stream, expected, guards, events } = append;
  const common = [append.commandId, stream.id, expected, append.actor, append.requestHash];
  if (events.length === 0) return named(emptyText, common);
  const values = [
    ...[...common, append.notAfter, JSON.stringify(append.meta)],
    ...(expected === 0 ? [stream.kind, stream.cycleId] : []),
    ...guards.flatMap(({ id, version }) => [id, version]),
    ...events.flatMap((event) => [event.eventId, event.type, event.schemaVersion, JSON.stringify(event.data)]),
  ];
  return { ...shapeOf(expected === 0, guards.length, events.length), values };
}

const shapes = new Map<string, Statement>();

/** The statement without its values, made once: making and hashing its text would cost more than filling it. */
function shapeOf(fresh: boolean, guards: number, events: number): Statement {
  const key = `${fresh} ${guards} ${events}`;
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const shape = named(appendText(fresh, guards, events));
  if (shape.name !== undefined) shapes.set(key, shape);
  return shape;
}

const claim = (added: number) => `claim as (insert into commands (command_id, stream_id, version, actor, request_hash)
  select $1::uuid, $2::text, $3::int8 + ${added}, $4::text, $5::bytea on conflict do nothing returning 1)`;

/** Already so: the command is remembered, no version is checked. */
const emptyText = `with ${claim(0)} select coalesce((select $3::int8 from claim),
  refuse($1::uuid, $2::text, $3::int8, array[]::text[], array[]::int8[], null, false)) as version, null::int8 as position, null::text as tx`;

/** One text per shape, with plain scalar parameters: arrays would make the planner plan each call anew. */
function appendText(fresh: boolean, guards: number, events: number): string {
  let used = fresh ? 9 : 7;
  const next = (type: string) => {
    used += 1;
    return `$${used}::${type}`;
  };
  const held = Array.from({ length: guards }, () => ({ id: next('text'), version: next('int8') }));
  const rows = Array.from(
    { length: events },
    (_, index) => `($3::int8 + ${index + 1}, ${next('uuid')}, ${next('text')}, ${next('int2')}, ${next('json')})`,
  );
  const steps = held.map(
    (
      { id, version },
      index,
    ) => `guard${index + 1} as (select 1 from ${index === 0 ? 'claim' : `guard${index}`}, streams s
  where s.stream_id = ${id} and s.version = ${version} for share of s)`,
  );
  const from = guards === 0 ? 'claim' : `guard${guards}`;
  return `with ${[claim(events), ...steps, target(fresh, from, events)].join(',\n')},
added as (insert into events (stream_id, version, event_id, type, schema_version, data, meta)
  select $2::text, e.version, e.event_id, e.type, e.schema_version, e.data, $7::json
  from target, (values ${rows.join(', ')}) e (version, event_id, type, schema_version, data)
  where $6::timestamptz is null or clock_timestamp() <= $6::timestamptz order by e.version returning version, position, tx)
select coalesce(max(version), refuse($1::uuid, $2::text, $3::int8, array[${held.map(({ id }) => id).join(', ')}]::text[],
  array[${held.map(({ version }) => version).join(', ')}]::int8[], $6::timestamptz, exists (select 1 from claim))) as version,
  max(position) as position, max(tx)::text as tx from added`;
}

const target = (fresh: boolean, from: string, added: number) =>
  fresh
    ? `target as (insert into streams (stream_id, kind, cycle_id, version) select $2::text, $8::text, $9::text, $3::int8 + ${added} from ${from}
  on conflict (stream_id) do update set version = excluded.version, cycle_id = excluded.cycle_id where streams.version = 0 returning 1)`
    : `target as (update streams s set version = $3::int8 + ${added} from ${from} where s.stream_id = $2::text and s.version = $3::int8 returning 1)`;

/** The events as read models see them inside the transaction: place and transaction are not known yet. */
export function eventsOf(append: Append): Recorded<AwardsEvent>[] {
  const { stream, meta, expected } = append;
  const common = { ...beginning, streamId: stream.id, cycleId: stream.cycleId, meta };
  return append.events.map(({ eventId, type, data }, index) => {
    const version = expected + index + 1;
    return { ...common, type, data, eventId, version } as Recorded<AwardsEvent>;
  });
}

/** version, type, schema version, data: what a fold looks at. */
export type StreamRow = [version: number, type: string, schemaVersion: number, data: object];

const streamText =
  'select version, type, schema_version, data from events where stream_id = $1::text and version > $2::int8 order by version';

/** A stream's events after a version, oldest first. */
export async function readStream(client: Client, streamId: string, after = 0): Promise<StreamRow[]> {
  const { rows } = await client.query<StreamRow>({
    ...named(streamText),
    values: [streamId, after],
    rowMode: 'array',
  });
  return rows;
}

/** What happened in a stream, with the instant of its decision and whose it was. */
export type StreamEvent = { streamId: string; version: number; type: string; data: object; at: string; actor: string };
type StreamsRow = [streamId: string, version: number, type: string, schemaVersion: number, data: object, ...string[]];

const streamsText = `select stream_id, version, type, schema_version, data, meta ->> 'at', meta ->> 'actor' from events
  where stream_id = any ($1::text[]) and ($2::timestamptz is null or (meta ->> 'at')::timestamptz <= $2) order by stream_id, version`;

/** The events of several streams, each oldest first; with `until` those alone that had happened by then. */
export async function readStreams(
  client: Client,
  streamIds: string[],
  until: string | null = null,
): Promise<StreamEvent[]> {
  if (streamIds.length === 0) return [];
  const { rows } = await client.query<StreamsRow>({
    ...named(streamsText),
    values: [streamIds, until],
    rowMode: 'array',
  });
  return rows.map(([streamId, version, type, schemaVersion, stored, at = '', actor = '']) => {
    return { streamId, version, type, data: upcast(type, schemaVersion, stored), at, actor };
  });
}

const togetherText = `select version, type, schema_version, data, meta ->> 'at' from events
  where stream_id = any ($1::text[]) order by position`;

/** The events of streams that guard on each other, all in the order in which they happened. */
export async function readTogether<Event>(
  client: Client,
  streamIds: string[],
): Promise<(Event & { version: number; at: string })[]> {
  const { rows } = await client.query<[number, string, number, object, string]>({
    ...named(togetherText),
    values: [streamIds],
    rowMode: 'array',
  });
  return rows.map(([version, type, schemaVersion, stored, at]) => {
    return { version, type, data: upcast(type, schemaVersion, stored), at } as {
      version: number;
      at: string;
    } as Event & { version: number; at: string };
  });
}

// The cycle comes from a subquery, not a join: no estimate may turn this into a scan of all streams.
const recordedColumns = `e.tx::text, e.position, e.stream_id, e.version, e.event_id, e.type, e.schema_version, e.data, e.meta,
  (select cycle_id from streams s where s.stream_id = e.stream_id)
  from events e`;
const after = 'where (e.tx, e.position) > ($1::xid8, $2::int8)';
const inOrder = 'order by e.tx, e.position limit $3::int8';
type RecordedRow = [string, number, string, number, string, string, number, object, RecordedMeta, string | null];

/** The events after a place that no open transaction can still get in front of, in `(tx, position)` order. */
export const readFeed = (db: Db, { tx, position }: Place, limit: number): Promise<Recorded<AwardsEvent>[]> =>
  readRecorded(db.readPool, `${after} and e.tx < pg_snapshot_xmin(pg_current_snapshot()) ${inOrder}`, [
    tx,
    position,
    limit,
  ]);

/** The whole log page by page, for a client that keeps every writer out: nothing open can get in front. */
export const readLog = (client: Client, { tx, position }: Place, limit: number): Promise<Recorded<AwardsEvent>[]> =>
  readRecorded(client, `${after} ${inOrder}`, [tx, position, limit]);

/** One event of a stream, by its id. */
export async function findEvent(db: Db, streamId: string, id: string): Promise<Recorded<AwardsEvent> | undefined> {
  const [event] = await readRecorded(db.readPool, 'where e.stream_id = $1::text and e.event_id = $2::uuid', [
    streamId,
    id,
  ]);
  return event;
}

async function readRecorded(client: Client, rest: string, values: unknown[]) {
  const { rows } = await client.query<RecordedRow>({
    ...named(`select ${recordedColumns} ${rest}`),
    values,
    rowMode: 'array',
  });
  return rows.map((row) => {
    const [tx, position, streamId, version, eventId, type, schemaVersion, stored, meta, cycleId] = row;
    const data = upcast(type, schemaVersion, stored);
    return { tx, position, streamId, version, eventId, type, data, meta, cycleId } as Recorded<AwardsEvent>;
  });
}

/** Waits for every open append and keeps others out until the transaction ends. Reading goes on. */
export const lockLog = (): Statement => named('lock table events in share row exclusive mode');

/** The last place in the log, settled or not; the beginning when it is empty. */
export async function lastPlace(db: Db): Promise<Place> {
  const { rows } = await query(
    db.readPool,
    named('select tx::text as tx, position from events order by events.tx desc, position desc limit 1'),
  );
  return rows[0] ?? beginning;
}

/** The place of one stored event; the beginning when there is none. */
export async function placeOf(client: Client, streamId: string, version: number): Promise<Place> {
  const text = 'select tx::text as tx, position from events where stream_id = $1::text and version = $2::int8';
  const { rows } = await query(client, named(text, [streamId, version]));
  return rows[0] ?? beginning;
}
