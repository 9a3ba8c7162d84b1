// Streams as they stood at an instant: folded from the events that had happened by then.
import type { Fold, StreamRef } from '../domain/decider.ts';
import type { Db } from './database.ts';
import { readStreams, type StreamEvent } from './event-store.ts';

export type AsOf<State> = { state: State; events: StreamEvent[] };

/** By the streams' ids; a stream in which nothing had happened yet stands at its beginning. */
export async function foldAsOf<State>(db: Db, refs: StreamRef<State>[], at: string): Promise<Map<string, AsOf<State>>> {
  const ids = refs.map(({ id }) => id);
  const byStream = Map.groupBy(await readStreams(db.readPool, ids, at), ({ streamId }) => streamId);
  return new Map(
    refs.map(({ id, fold }) => {
      const events = byStream.get(id) ?? [];
      return [id, { state: foldAll(fold, events), events }];
    }),
  );
}

export function foldAll<State>(fold: Fold<State>, events: StreamEvent[]): State {
  const evolve = fold.evolve as (state: State, event: { type: string; data: object }) => State;
  return events.reduce((state, { type, data }) => evolve(state, { type, data }), fold.initial);
}

/** The newest event of these types, with its type's data; undefined where there is none. */
export const lastOf = (events: StreamEvent[], ...types: string[]): StreamEvent | undefined =>
  events.findLast(({ type }) => types.includes(type));
