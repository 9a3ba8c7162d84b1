// An event store in memory, which decides as the real one does: guards folded, capacities counted, a refusal changes nothing.
import type { Decider, Fold, Guards, Meta, StreamRef } from '../../../domain/decider.ts';
import { Refusal } from '../../../domain/decider.ts';
import type { AwardsEvent } from '../../../domain/events.ts';
import type { Role } from '../../../domain/roles.ts';

export type Logged = AwardsEvent & { stream: string; at: Date; actor: string; role: Role; commandId: string };
export type Who = { actor: string; role: Role; secondFactor?: boolean };
export type Store = {
  log: Logged[];
  now: Date;
  states: Map<string, unknown>;
  used: Map<string, number>;
  caps: Map<string, number>;
};
/** A command with its stream and its asker, ready to be given to a store. */
export type Act = { name: string; give(store: Store): AwardsEvent[] | Refusal };

export const openStore = (now: string): Store => ({
  ...{ log: [], now: new Date(now), states: new Map(), used: new Map(), caps: new Map() },
});

/** The store holds of each stream what that stream's own fold has made of it. */
export const stateOf = <State>(store: Store, { id, fold }: StreamRef<State>): State =>
  (store.states.get(id) as State | undefined) ?? fold.initial;

export const act = <State, Command extends { type: string }, Event extends AwardsEvent, G extends Guards>(
  decider: Decider<State, Command, Event, G>,
  stream: StreamRef<State>,
  command: Command,
  who: Who,
): Act => ({ name: command.type, give: (store) => give(store, decider, stream, command, who) });

function give<State, Command, Event extends AwardsEvent, G extends Guards>(
  store: Store,
  decider: Decider<State, Command, Event, G>,
  stream: StreamRef<State>,
  command: Command,
  who: Who,
): AwardsEvent[] | Refusal {
  const before = stateOf(store, stream);
  const refs = Object.entries<StreamRef<unknown>>(decider.guards(command, before));
  const guards = Object.fromEntries(refs.map(([name, ref]) => [name, stateOf(store, ref)])) as G;
  const meta: Meta = { ...who, commandId: `command-${store.log.length}`, at: store.now };
  try {
    const { events, notAfter } = decider.decide(command, before, guards, meta);
    if (notAfter !== undefined && notAfter < store.now) throw new Error('Accepted after the instant that it names.');
    takeSlots(store, decider, events);
    append(store, decider, stream.id, events, meta);
    return events;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function takeSlots<State, Command, Event, G extends Guards>(
  { used, caps }: Store,
  { capacity }: Decider<State, Command, Event, G>,
  events: Event[],
): void {
  for (const change of events.flatMap((event) => capacity?.(event) ?? [])) {
    const after = (used.get(change.key) ?? 0) + change.delta;
    if (after > (caps.get(change.key) ?? 0)) throw new Refusal(change.full, 'No slot is left.');
    used.set(change.key, after);
  }
}

function append<State, Event extends AwardsEvent>(
  store: Store,
  { initial, evolve }: Fold<State, Event>,
  stream: string,
  events: Event[],
  { at, actor, role, commandId }: Meta,
): void {
  for (const event of events) {
    if (event.type === 'CyclePlanned') for (const { key, cap } of event.data.capacities) store.caps.set(key, cap);
    store.states.set(stream, evolve((store.states.get(stream) as State | undefined) ?? initial, event));
    store.log.push({ ...event, stream, at, actor, role, commandId });
  }
}
