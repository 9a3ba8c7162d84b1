// Small deciders in the award's terms, to test the write path without the award's rules.
import { type Decider, Refusal, type StreamRef } from '../../../domain/decider.ts';

/** A cycle that is open or closed; others guard on it. */
export type Cycle = { open: boolean };
export type CycleCommand = { type: 'Open' } | { type: 'Close' };
export type CycleEvent = { type: 'Opened'; data: object } | { type: 'Closed'; data: object };
export const cycle: Decider<Cycle, CycleCommand, CycleEvent> = {
  kind: 'cycle',
  initial: { open: false },
  evolve: (_, event) => ({ open: event.type === 'Opened' }),
  guards: () => ({}),
  decide: (command, state) => {
    if (command.type === 'Open') return { events: state.open ? [] : [{ type: 'Opened', data: {} }] };
    return { events: state.open ? [{ type: 'Closed', data: {} }] : [] };
  },
};
export const cycleStream = (id: string): StreamRef<Cycle> => ({
  fold: cycle as StreamRef<Cycle>['fold'],
  id,
  cycleId: null,
});

/** A nomination that is submitted any number of times, while its cycle is open and, where asked, while a slot is free. */
export type Nomination = { submitted: number; last: string };
export type Submit = {
  type: 'Submit';
  data: { text: string; cycle?: string; slot?: string; until?: string; back?: boolean };
};
export type Submitted = { type: 'Submitted'; data: { text: string; slot?: string; back?: boolean } };
export const nomination: Decider<Nomination, Submit, Submitted, { cycle?: Cycle }> = {
  kind: 'nomination',
  initial: { submitted: 0, last: '' },
  evolve: (state, event) => ({ submitted: state.submitted + 1, last: event.data.text }),
  guards: ({ data }) =>
    (data.cycle === undefined ? {} : { cycle: cycleStream(data.cycle) }) as { cycle: StreamRef<Cycle | undefined> },
  decide: ({ data }, state, guards) => {
    if (guards.cycle?.open === false) throw new Refusal('phase-closed', 'The phase is not open.');
    if (data.text === state.last) return { events: [] };
    const { text, slot, back } = data;
    const event: Submitted = {
      type: 'Submitted',
      data: { text, ...(slot !== undefined && { slot }), ...(back !== undefined && { back }) },
    };
    return { events: [event], ...(data.until !== undefined && { notAfter: new Date(data.until) }) };
  },
  capacity: ({ data }) =>
    data.slot === undefined ? undefined : { key: data.slot, delta: data.back ? -1 : 1, full: 'quota-full' },
};
export const nominationStream = (id: string): StreamRef<Nomination> => ({
  fold: nomination as StreamRef<Nomination>['fold'],
  id,
  cycleId: null,
});

/** A judge who takes an entry only while the other judge has not. */
export type Judge = { taken: boolean };
export type Take = { type: 'Take'; data: { other: string } };
export type Taken = { type: 'Taken'; data: object };
/** Of a kind that others guard on, or of one that the design does not mean to be guarded on. */
export const taker = (kind: string): Decider<Judge, Take, Taken, { other: Judge }> => ({
  kind,
  initial: { taken: false },
  evolve: () => ({ taken: true }),
  guards: ({ data }) => ({ other: takerStream(data.other) }),
  decide: (_, state, { other }) => {
    if (other.taken) throw new Refusal('taken', 'The other judge has taken it.');
    return { events: state.taken ? [] : [{ type: 'Taken', data: {} }] };
  },
});
export const takerStream = (id: string): StreamRef<Judge> => ({
  fold: taker(id.slice(0, id.indexOf('/'))) as StreamRef<Judge>['fold'],
  id,
  cycleId: null,
});
