// Given, when, then: a decider's rules on a history, with its guards folded as the write path folds them.
import { expect } from 'vitest';
import type { Decider, Decision, Fold, Guards, Meta, StreamRef } from '../../domain/decider.ts';
import { Refusal } from '../../domain/decider.ts';
import type { AwardsEvent } from '../../domain/events.ts';
import { ids, moments } from './samples.ts';

type History<State> = [State] | AwardsEvent[];
type When = Partial<Omit<Meta, 'at'>> & { at?: string | Date };
type Outcome = Decision<AwardsEvent> | Refusal;

export type Given<Command, G extends Guards> = {
  /** What a guard stream holds: its events, or a state. A guard that is never set is its aggregate's initial state. */
  guard<Name extends keyof G & string>(name: Name, ...history: History<NonNullable<G[Name]>>): Given<Command, G>;
  /** Asked by the secretariat, with its second factor, while nominations of the sample cycle are open, unless `meta` says otherwise. */
  when(command: Command, meta?: When): Then;
};
export type Then = {
  /** Exactly these events, and the instant after which they may not be written, where the rule sets one. */
  then(...events: AwardsEvent[]): { notAfter(at: string | undefined): void };
  /** Some event, whichever: for rules that hold for many commands alike. */
  accepted(): void;
  /** Already so: no event. */
  nothing(): void;
  refused(code: string, allowed?: Refusal['allowed']): void;
};

/** @throws when a guard is given that the decision does not rest on. */
export function given<State, Command, Event extends AwardsEvent, G extends Guards>(
  decider: Decider<State, Command, Event, G>,
  ...history: Event[]
): Given<Command, G> {
  return withGuards(decider, history, new Map());
}

function withGuards<State, Command, Event extends AwardsEvent, G extends Guards>(
  decider: Decider<State, Command, Event, G>,
  history: Event[],
  set: Map<string, unknown[]>,
): Given<Command, G> {
  return {
    guard: (name, ...past) => withGuards(decider, history, new Map([...set, [name, past]])),
    when: (command, meta = {}) => {
      const state = history.reduce((before, event) => decider.evolve(before, event), decider.initial);
      const refs = Object.entries<StreamRef<unknown> | undefined>(decider.guards(command, state));
      const strange = [...set.keys()].filter((name) => !refs.some(([known]) => known === name));
      if (strange.length > 0) throw new Error(`The decision does not rest on ${strange.join(', ')}.`);
      const folded = refs.flatMap(([name, ref]) => (ref === undefined ? [] : [[name, fold(ref, set.get(name) ?? [])]]));
      // Their types are those of the references, which a loop over names cannot show.
      const guards = Object.fromEntries(folded) as G;
      return outcome(attempt(() => decider.decide(command, state, guards, metaOf(meta))));
    },
  };
}

function fold({ fold }: StreamRef<unknown>, past: unknown[]): unknown {
  const { initial, evolve }: Fold<unknown, unknown> = fold;
  const [first] = past;
  return past.length === 1 && !isEvent(first) ? first : past.reduce(evolve, initial);
}

const isEvent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && 'data' in value;

const metaOf = ({ at = moments.nomination, ...rest }: When): Meta => ({
  commandId: ids.command,
  actor: ids.person(1),
  role: 'secretariat',
  secondFactor: true,
  ...rest,
  at: new Date(at),
});

function attempt(decide: () => Decision<AwardsEvent>): Outcome {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function outcome(decided: Outcome): Then {
  const accepted = () => {
    if (decided instanceof Refusal) throw new Error(`Refused: ${decided.code}: ${decided.message}`);
    return decided;
  };
  return {
    // biome-ignore lint/suspicious/noThenProperty: the third word of given, when, then; nobody awaits it
    then: (...events) => {
      const { events: made, notAfter } = accepted();
      expect(made).toEqual(events);
      return { notAfter: (at) => expect(notAfter?.toISOString()).toEqual(at) };
    },
    accepted: () => expect(accepted().events).not.toEqual([]),
    nothing: () => expect(accepted().events).toEqual([]),
    refused: (code, allowed) => {
      if (!(decided instanceof Refusal)) expect.fail(`accepted, instead of refused as ${code}`);
      expect(decided.code).toEqual(code);
      if (allowed !== undefined) expect(decided.allowed).toEqual(allowed);
    },
  };
}
