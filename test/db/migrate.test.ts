// Migrations: in order, each once, whoever starts first.
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { up as enterOrganisations } from '../../db/migrations/0015-organisations-nominated-before.ts';
import { openTestApi } from '../support/api.ts';
import { freshDatabase } from '../support/database.ts';
import { playNominations } from '../support/played-cycle.ts';

const names = readdirSync(new URL('../../db/migrations/', import.meta.url))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();

/** An empty database beside the one that the tests get, which is migrated already. */
const database = `empty_${randomUUID().replaceAll('-', '')}`;
let drop: () => Promise<void>;
let beside: string;
const ask = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};
const empty = () => {
  const url = new URL(beside);
  url.pathname = `/${database}`;
  return url.href;
};
beforeAll(async () => {
  ({ url: beside, drop } = await freshDatabase());
  await ask(beside, `create database ${database}`);
});
afterAll(async () => {
  await ask(beside, `drop database ${database} with (force)`);
  await drop();
});

describe('migrate', () => {
  it('applies every migration once when many start at once, and tells the one who did', async () => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(empty())));
    expect(applied.toSorted((a, b) => b.length - a.length)).toEqual([names, [], [], []]);
  });

  it('does nothing the second time', async () => {
    expect(await migrate(empty())).toEqual([]);
  });

  it('enters the organisations of nominations that came before there was a register', async () => {
    const api = await openTestApi();
    try {
      await playNominations(api);
      const entries = () => ask(api.db.url, 'select * from organisations order by organisation_id');
      const before = await entries();
      expect(before).toHaveLength(2);
      await ask(api.db.url, 'delete from organisations');
      await enterOrganisations(api.db.read as Kysely<unknown>);
      expect(await entries()).toEqual(before);
    } finally {
      await api.close();
    }
  });

  it('lets nobody keep a transaction open and idle, whatever they connect with', async () => {
    expect(await ask(empty(), 'show idle_in_transaction_session_timeout')).toEqual([
      { idle_in_transaction_session_timeout: '5s' },
    ]);
  });

  it('never lets a vacuum hold the feed by truncating', async () => {
    const rows = await ask(
      empty(),
      "select relname from pg_class where 'vacuum_truncate=off' = any (reloptions) order by relname",
    );
    expect(rows.map(({ relname }) => relname)).toEqual(['capacities', 'commands', 'events', 'streams']);
  });
});
