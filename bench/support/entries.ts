// What the measurements write: entries that are submitted while their cycle runs, with one read model.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kysely } from '../../db/database.ts';
import type { InlineProjection } from '../../db/projections.ts';
import { type Decider, Refusal, type StreamRef } from '../../domain/decider.ts';

export type Cycle = { moved: number };
export type CycleEvent = { type: 'Moved'; data: object };
export const cycle: Decider<Cycle, { type: 'Move' }, CycleEvent> = {
  kind: 'cycle',
  initial: { moved: 0 },
  evolve: (state) => ({ moved: state.moved + 1 }),
  guards: () => ({}),
  decide: () => ({ events: [{ type: 'Moved', data: {} }] }),
};
export const cycleStream = (id: string): StreamRef<Cycle> => ({
  fold: cycle as StreamRef<Cycle>['fold'],
  id,
  cycleId: null,
});

/** About the size of a submitted scorecard. */
export const Submit = z.strictObject({
  entry: z.uuid(),
  cycle: z.string(),
  scores: z.array(z.strictObject({ criterion: z.string(), points: z.number().int().min(0).max(5) })),
  comment: z.string().max(2_000),
  times: z.number().int().min(1).max(1_000),
  slot: z.string().optional(),
});
export type Submit = { type: 'Submit'; data: z.infer<typeof Submit> };
export type Submitted = { type: 'Submitted'; data: Omit<z.infer<typeof Submit>, 'times'> };
export type Entry = { submitted: number; total: number };
export const entry: Decider<Entry, Submit, Submitted, { cycle: Cycle }> = {
  kind: 'entry',
  initial: { submitted: 0, total: 0 },
  evolve: (state, { data }) => ({
    submitted: state.submitted + 1,
    total: data.scores.reduce((sum, { points }) => sum + points, state.total),
  }),
  guards: ({ data }) => ({ cycle: cycleStream(data.cycle) }),
  decide: ({ data: { times, ...data } }) => {
    if (data.scores.length === 0) throw new Refusal('criteria-missing', 'No points.');
    return { events: Array.from({ length: times }, () => ({ type: 'Submitted', data })) };
  },
  capacity: ({ data }) => (data.slot === undefined ? undefined : { key: data.slot, delta: 1, full: 'quota-full' }),
};
export const entryStream = (id: string): StreamRef<Entry> => ({
  fold: entry as StreamRef<Entry>['fold'],
  id: `entry/${id}`,
  cycleId: null,
});

const criteria = ['impact', 'reach', 'lasting', 'novelty', 'evidence'];
export const submission = (cycleId: string, changes: Partial<Submit['data']> = {}): Submit => ({
  type: 'Submit',
  data: {
    entry: randomUUID(),
    cycle: cycleId,
    scores: criteria.map((criterion, index) => ({ criterion, points: index })),
    comment: 'The programme reached four provinces and is carried on by the villages themselves.',
    times: 1,
    ...changes,
  },
});

export const entriesTable =
  'create table bench_entries (entry_id uuid primary key, total int not null, submitted_at timestamptz not null)';
const tables = kysely.withTables<{ bench_entries: { entry_id: string; total: number; submitted_at: string } }>();

/** A read model as the real ones are written: Kysely compiles a statement for each event. */
export const projectEntries: InlineProjection = (event) => {
  if (!event.streamId.startsWith('entry/')) return [];
  const row = { entry_id: event.streamId.slice('entry/'.length), total: 10, submitted_at: event.meta.at };
  return [
    tables
      .insertInto('bench_entries')
      .values(row)
      .onConflict((conflict) => conflict.column('entry_id').doUpdateSet(row)),
  ];
};

/** Who submits: one person, by a new command each time. */
export const meta = () => ({ commandId: randomUUID(), actor: 'person-1', role: 'judge' as const });
