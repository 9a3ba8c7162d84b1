// Streams become states: the history, from a snapshot where there is one, and the clock that a decision goes by.
import type { Fold, StreamRef } from '../domain/decider.ts';
import type { Db } from './database.ts';
import { readStream } from './event-store.ts';
import { readSnapshot } from './snapshots.ts';
import { type Client, named, query, together } from './statements.ts';
import { upcast } from './upcast.ts';

/** `read` is how many events were folded, snapshot aside. */
export type Folded<State> = { state: State; version: number; read: number };
type Start<State> = { state: State; version: number } | undefined;

export async function load<State>(db: Db, client: Client, { fold, id }: StreamRef<State>): Promise<Folded<State>> {
  return foldFrom(client, fold, id, await readSnapshot<State>(db, fold, id));
}

/**
 * Loads several streams, each once, and then the clock, in one round trip: whatever they say has happened by `at`.
 * `own` is a stream that is loaded already.
 */
export async function loadAll(
  db: Db,
  client: Client,
  refs: StreamRef<unknown>[],
  own: { id: string; folded: Folded<unknown> },
): Promise<{ folded: Map<string, Folded<unknown>>; at: Date }> {
  const distinct = [...new Map(refs.map((ref) => [ref.id, ref])).values()].filter(({ id }) => id !== own.id);
  const starts = await Promise.all(distinct.map(({ fold, id }) => readSnapshot(db, fold, id)));
  const sent = together(client, () => {
    const streams = distinct.map(
      async (ref, index) => [ref.id, await foldFrom(client, ref.fold, ref.id, starts[index])] as const,
    );
    return [Promise.all(streams), readClock(client)] as const;
  });
  const [streams, at] = await Promise.all(sent);
  const folded = new Map<string, Folded<unknown>>(streams);
  if (refs.some(({ id }) => id === own.id)) folded.set(own.id, own.folded);
  return { folded, at };
}

async function foldFrom<State>(
  client: Client,
  fold: Fold<State>,
  id: string,
  start: Start<State>,
): Promise<Folded<State>> {
  const rows = await readStream(client, id, start?.version ?? 0);
  const evolve = fold.evolve as (state: State, event: { type: string; data: object }) => State;
  let state = start?.state ?? fold.initial;
  for (const [, type, schemaVersion, data] of rows)
    state = evolve(state, { type, data: upcast(type, schemaVersion, data) });
  return { state, version: rows.at(-1)?.[0] ?? start?.version ?? 0, read: rows.length };
}

async function readClock(client: Client): Promise<Date> {
  const { rows } = await query(client, named('select clock_timestamp() as at'));
  return rows[0].at;
}
