// Events as the relay gets them, and read models filled from events without going through deciders.
import { randomUUID } from 'node:crypto';
import type { Db } from '../../db/database.ts';
import { beginning, type Recorded } from '../../db/event-store.ts';
import type { Log } from '../../db/log.ts';
import { inlineProjections } from '../../db/registry.ts';
import { named, transactOrThrow } from '../../db/statements.ts';
import type { AwardsEvent } from '../../domain/events.ts';
import { ids } from '../support/samples.ts';

type About = { actor?: string; at?: string; cycleId?: string | null };

/** The event with a place and who did it: the secretariat, unless said otherwise. */
export const recorded = (event: AwardsEvent, { actor, at, cycleId }: About = {}): Recorded<AwardsEvent> => ({
  ...event,
  ...beginning,
  streamId: 'sample/1',
  version: 1,
  eventId: randomUUID(),
  cycleId: cycleId ?? null,
  meta: {
    commandId: ids.command,
    actor: actor ?? ids.person(9),
    role: 'secretariat',
    at: at ?? '2025-02-01T00:00:00.000Z',
    guards: {},
  },
});

/** What these events leave in the in-transaction read models. */
export async function project(db: Db, events: AwardsEvent[]): Promise<void> {
  const queries = events.flatMap((event) => inlineProjections.flatMap((one) => one(recorded(event))));
  const statements = queries.map((query) => {
    const { sql, parameters } = query.compile();
    return named(sql, parameters);
  });
  const client = await db.pool.connect();
  try {
    await transactOrThrow(client, statements);
  } finally {
    client.release();
  }
}

/** Keeps what is logged, for a test to look at. */
export function memoryLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const keep = (_data: object, text: string) => void lines.push(text);
  return { lines, info: keep, warn: keep, error: keep };
}

/** Looks again until it is so. */
export async function eventually(isSo: () => Promise<boolean> | boolean, withinMs = 10_000): Promise<void> {
  const until = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error('It did not come about in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
