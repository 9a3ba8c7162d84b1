// The write path: load with guards, decide, append, project, commit; again on fresh history when another was first.
import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Decider, Decision, Guards, Meta, StreamRef } from '../domain/decider.ts';
import { Refusal } from '../domain/decider.ts';
import type { AwardsEvent } from '../domain/events.ts';
import type { Db } from './database.ts';
import { type Append, eventsOf, type Place, placeOf, type Recorded, type RecordedMeta } from './event-store.ts';
import { type Effects, effectsOf, flush, type KnownCommand, type Outcome } from './flush.ts';
import { eventIdOf } from './ids.ts';
import { type Folded, load, loadAll } from './load.ts';
import { byId } from './locks.ts';
import { notice } from './notice.ts';
import { writeSnapshot } from './snapshots.ts';
import { type Client, named, query } from './statements.ts';
import { newestVersion } from './upcast.ts';

export type CommandMeta = Omit<Meta, 'at'> & { expectedVersion?: number };
export type Done = { streamId: string; version: number; place: Place };

/** A pinned version (If-Match) is not the stream's. */
export class VersionConflict extends Error {
  override name = 'VersionConflict';
}
/** Other writers were first, again and again. Nothing was written. */
export class Contended extends Error {
  override name = 'Contended';
}
/** The command's id was used for another body, stream or actor. */
export class CommandIdReused extends Error {
  override name = 'CommandIdReused';
}

const mostRestarts = 3;

type Task<State, Command, Event, G extends Guards> = {
  db: Db;
  decider: Decider<State, Command, Event, G>;
  stream: StreamRef<State>;
  command: Command;
  meta: CommandMeta;
  hash: Buffer;
};
type Message = { type: string; data: object };

/** What a command id stands for: the same id with another hash is another command. */
export const requestHash = (streamId: string, command: unknown): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([streamId, command]))
    .digest();

/** Folds a stream. @returns the state, and version 0 for a stream without events. */
export async function loadState<State>(db: Db, stream: StreamRef<State>): Promise<{ state: State; version: number }> {
  const folded = await load(db, db.readPool, stream);
  await writeSnapshot(db, stream.fold, stream.id, folded, folded.read);
  return { state: folded.state, version: folded.version };
}

/**
 * The only way an event is written. A command id that is known gets its first answer again.
 * @throws Refusal, VersionConflict, Contended, CommandIdReused; any other error is an outage or a bug.
 */
export async function execute<State, Command, Event extends Message, G extends Guards>(
  db: Db,
  decider: Decider<State, Command, Event, G>,
  stream: StreamRef<State>,
  command: Command,
  meta: CommandMeta,
): Promise<Done> {
  const task = { db, decider, stream, command, meta, hash: requestHash(stream.id, command) };
  let late = false;
  for (let restarts = 0; ; restarts += 1) {
    const outcome = await attempt(task);
    if (outcome.kind === 'done') return { streamId: stream.id, version: outcome.version, place: outcome.place };
    if (outcome.kind === 'too-late' && late) throw new Refusal('too-late', 'The deadline has passed.');
    if (outcome.kind === 'version-moved' && meta.expectedVersion !== undefined)
      throw new VersionConflict(`${stream.id} is not at version ${meta.expectedVersion}`);
    if (restarts === mostRestarts) throw new Contended(`${stream.id}: ${outcome.kind}`);
    late ||= outcome.kind === 'too-late';
    await setTimeout(5 + 5 * restarts + 20 * Math.random());
  }
}

/** What a command would do: the events as they would be stored, none where it is already so, and the state before and after them. */
export type Preview<State> = { before: State; after: State; events: Recorded<AwardsEvent>[]; at: Date };

/** What a command would meet now: refused as it would be, and nothing is written. */
export async function preview<State, Command, Event extends Message, G extends Guards>(
  db: Db,
  decider: Decider<State, Command, Event, G>,
  stream: StreamRef<State>,
  command: Command,
  meta: CommandMeta,
): Promise<Preview<State>> {
  const client = await db.pool.connect();
  try {
    const task = { db, decider, stream, command, meta, hash: requestHash(stream.id, command) };
    const own = await load(db, client, stream);
    const decided = await consider(client, task, own);
    const before = own.state;
    if ('kind' in decided) return { before, after: before, events: [], at: new Date() };
    const after = decided.events.reduce((state, event) => decider.evolve(state, event), before);
    return { before, after, events: eventsOf(decided.append), at: new Date(decided.append.meta.at) };
  } finally {
    client.release();
  }
}

type Attempt = Exclude<Outcome, KnownCommand>;

/** One try on one connection, which nothing else waits for meanwhile. */
async function attempt<State, Command, Event extends Message, G extends Guards>(
  task: Task<State, Command, Event, G>,
): Promise<Attempt> {
  const client = await task.db.pool.connect();
  try {
    const outcome = await attemptOn(client, task);
    return outcome.kind === 'known' ? await replay(client, outcome, task) : outcome;
  } finally {
    client.release();
  }
}

async function attemptOn<State, Command, Event extends Message, G extends Guards>(
  client: Client,
  task: Task<State, Command, Event, G>,
): Promise<Outcome> {
  const { db, stream, meta } = task;
  const own = await load(db, client, stream);
  if (meta.expectedVersion !== undefined && meta.expectedVersion !== own.version)
    return (await findCommand(client, meta.commandId)) ?? { kind: 'version-moved' };
  const decided = await consider(client, task, own);
  if ('kind' in decided) return decided;
  const outcome = await flush(client, decided.append, decided.effects);
  if (outcome.kind === 'done' && decided.append.events.length > 0) {
    notice(db);
    await writeSnapshot(db, stream.fold, stream.id, own, own.read);
  }
  return outcome;
}

/** Loads the guards and then the clock, and decides. A refused command may repeat one that was accepted: then it is known. */
async function consider<State, Command, Event extends Message, G extends Guards>(
  client: Client,
  task: Task<State, Command, Event, G>,
  own: Folded<State>,
): Promise<{ append: Append; effects: Effects; events: Event[] } | KnownCommand> {
  const { db, decider, stream, command, meta } = task;
  try {
    const wanted = Object.entries<StreamRef<unknown> | undefined>(decider.guards(command, own.state));
    const refs = wanted.flatMap(([name, ref]): [string, StreamRef<unknown>][] =>
      ref === undefined ? [] : [[name, ref]],
    );
    const { folded, at } = await loadAll(
      db,
      client,
      refs.map(([, ref]) => ref),
      { id: stream.id, folded: own },
    );
    const guards = Object.fromEntries(refs.map(([name, ref]) => [name, folded.get(ref.id)?.state])) as G;
    const decision = decider.decide(command, own.state, guards, { ...meta, at });
    const append = appendOf(task, own.version, folded, decision, at);
    const changes = decision.events.flatMap((event) => decider.capacity?.(event) ?? []);
    return { append, effects: effectsOf(db, append, changes), events: decision.events };
  } catch (error) {
    const earlier = error instanceof Refusal ? await findCommand(client, meta.commandId) : undefined;
    if (earlier === undefined) throw error;
    return earlier;
  }
}

function appendOf<State, Command, Event extends Message, G extends Guards>(
  { decider, stream, meta, hash }: Task<State, Command, Event, G>,
  expected: number,
  folded: Map<string, Folded<unknown>>,
  { events, notAfter }: Decision<Event>,
  at: Date,
): Append {
  const { commandId, actor, role, causedBy, secondFactor } = meta;
  const guards = [...folded].flatMap(([id, { version }]) => (id === stream.id ? [] : [{ id, version }])).sort(byId);
  const versions = Object.fromEntries(guards.map(({ id, version }) => [id, version]));
  const recorded: RecordedMeta = {
    ...{ commandId, actor, role, at: at.toISOString(), guards: versions },
    ...(causedBy !== undefined && { causedBy }),
    ...(secondFactor === true && { secondFactor }),
  };
  return {
    commandId,
    actor,
    requestHash: hash,
    stream: { id: stream.id, kind: decider.kind, cycleId: stream.cycleId },
    expected,
    guards: events.length === 0 ? [] : guards,
    events: events.map(({ type, data }, index) => {
      return { eventId: eventIdOf(commandId, index), type, data, schemaVersion: newestVersion(type) };
    }),
    meta: recorded,
    notAfter: notAfter ?? null,
  };
}

async function findCommand(client: Client, commandId: string): Promise<KnownCommand | undefined> {
  const text =
    "select stream_id as stream, version, actor, encode(request_hash, 'hex') as hash from commands where command_id = $1::uuid";
  const { rows } = await query(client, named(text, [commandId]));
  return rows[0] && { kind: 'known', ...rows[0] };
}

/** Whether the command was accepted before: then it gets that answer again, whatever comes with it. */
export const isKnownCommand = async (db: Db, commandId: string): Promise<boolean> =>
  (await db.read.selectFrom('commands').select('command_id').where('command_id', '=', commandId).executeTakeFirst()) !==
  undefined;

/** The answer that the command got when it was accepted: a function of stream, version and command id only. */
async function replay<State, Command, Event, G extends Guards>(
  client: Client,
  earlier: KnownCommand,
  { stream, meta, hash }: Task<State, Command, Event, G>,
): Promise<Attempt> {
  if (earlier.stream !== stream.id || earlier.actor !== meta.actor || earlier.hash !== hash.toString('hex'))
    throw new CommandIdReused(`${meta.commandId} was another command`);
  return { kind: 'done', version: earlier.version, place: await placeOf(client, stream.id, earlier.version) };
}
