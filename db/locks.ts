// The locks that an append takes before it writes: they give the feed its order between streams.
import { named, type Statement } from './statements.ts';

/** Kinds that other streams guard on (G in the design). */
export const guardableKinds = ['cycle', 'country', 'nomination', 'judge', 'panel', 'forum'];

export const kindOf = (streamId: string) => streamId.slice(0, streamId.indexOf('/'));
/** The one order in which everything takes its locks. */
export const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

type Needs = { stream: { id: string; kind: string }; guards: { id: string; version: number }[]; events: unknown[] };

/**
 * Advisory locks in the order of stream ids, shared for guards and exclusive for a target that others guard on, then rows for
 * guards that do not exist yet. The locks come first: a transaction draws its number at its first write, so the feed shows a
 * close after every submission that it let through.
 */
export function lockStatements({ stream, guards, events }: Needs): Statement[] {
  const exclusive = events.length > 0 && guardableKinds.includes(stream.kind) ? [stream.id] : [];
  const locks = [
    ...guards.map(({ id }) => ({ id, take: 'pg_advisory_xact_lock_shared' })),
    ...exclusive.map((id) => ({ id, take: 'pg_advisory_xact_lock' })),
  ].sort(byId);
  if (locks.length === 0) return [];
  const calls = locks.map(({ take }, index) => `${take}(hashtextextended($${index + 1}::text, 0))`);
  const ids = locks.map(({ id }) => id);
  const absent = guards.filter(({ version }) => version === 0).sort(byId);
  return [named(`select ${calls.join(', ')}`, ids), ...absent.map(({ id }) => named(placeholder, [id, kindOf(id)]))];
}

/** "Does not exist yet" is a row with version 0, so that there is something to hold. */
const placeholder =
  'insert into streams (stream_id, kind, cycle_id, version) values ($1::text, $2::text, null, 0) on conflict do nothing';
