// How a decision is made: the types of every aggregate, and the one way a rule says no.
import type { Role } from './roles.ts';

/** What a stream's history amounts to. `kind` names the aggregate and is the first part of its stream ids. */
export type Fold<State, Event = never> = { kind: string; initial: State; evolve(state: State, event: Event): State };

/** One stream, and how to fold it. `id` is the whole stream id, e.g. `cycle/<uuid>`; `cycleId` is null where there is none. */
export type StreamRef<State> = { fold: Fold<State>; id: string; cycleId: string | null };

/** Who asks, by which command, and when by the database's clock: the only clock a decider sees. */
export type Meta = {
  commandId: string;
  /** A personId, or `process:{workflowId}` for a workflow. */
  actor: string;
  role: Role;
  at: Date;
  /** The event id that led to the command, where a process knows it. */
  causedBy?: string;
  /** The person's second factor was verified for this command. */
  secondFactor?: boolean;
};

/** What a decider answers. No events: it is already so. `notAfter` is tested again while the append holds its locks. */
export type Decision<Event> = { events: Event[]; notAfter?: Date };

export type Guards = { [name: string]: unknown };

/** A slot of a capacity taken (1) or given back (-1) by an event; `full` is the refusal's code when none is left. */
export type CapacityChange = { key: string; delta: 1 | -1; full: string };

export type Decider<State, Command, Event, G extends Guards = Record<never, never>> = Fold<State, Event> & {
  guards(command: Command, state: State): { [name in keyof G]: StreamRef<G[name]> };
  decide(command: Command, state: State, guards: G, meta: Meta): Decision<Event>;
  capacity?(event: Event): CapacityChange | undefined;
};

/** A rule says no. `code` is documented in docs/problems.md; `allowed` says what would be accepted, machine-readable. */
export class Refusal extends Error {
  readonly code: string;
  readonly allowed: { [key: string]: string | number | boolean | null | string[] };
  constructor(code: string, message: string, allowed: Refusal['allowed'] = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.allowed = allowed;
  }
}

/** Marks a switch as complete: a case that is missing does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
