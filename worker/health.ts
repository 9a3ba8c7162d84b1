// How the worker and what it follows are doing.
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { asyncProjections } from '../db/registry.ts';
import { findLag, type Lag } from './lag.ts';
import { relayCursor } from './relay.ts';

/** Ready when the database answers and Temporal hands out work; the rest is for people and alerts. */
export type Health = {
  status: 'ready' | 'not ready';
  database: boolean;
  temporal: boolean;
  relay: (Lag & { parked: number }) | null;
  projections: { [name: string]: Lag };
  /** Processes that do not get on. */
  attention: number;
};

export type Counts = { parked: number; attention: number; due: number; undeliverable: number };

export async function countTroubles(db: Db): Promise<Counts> {
  const { rows } = await sql<Counts>`select
    (select count(*) from relay_parked) as parked,
    (select count(*) from process_attention) as attention,
    (select count(*) from mails where state = 'due') as due,
    (select count(*) from mails where state = 'undeliverable') as undeliverable`.execute(db.read);
  return rows[0] ?? { parked: 0, attention: 0, due: 0, undeliverable: 0 };
}

export async function projectionLags(db: Db): Promise<{ [name: string]: Lag }> {
  const lags = asyncProjections.map(async (projection) => [projection.name, await findLag(db, projection)] as const);
  return Object.fromEntries(await Promise.all(lags));
}

/** A database that does not answer is a finding, not a failure. */
export async function readHealth(db: Db, temporal: boolean): Promise<Health> {
  try {
    const [lag, projections, { parked, attention }] = await Promise.all([
      findLag(db, relayCursor),
      projectionLags(db),
      countTroubles(db),
    ]);
    const status = temporal ? 'ready' : 'not ready';
    return { status, database: true, temporal, relay: { ...lag, parked }, projections, attention };
  } catch {
    return { status: 'not ready', database: false, temporal, relay: null, projections: {}, attention: 0 };
  }
}
