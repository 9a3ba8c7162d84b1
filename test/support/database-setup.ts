// Once for all projects of a run: an embedded PostgreSQL with a migrated database to copy from.
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateAuth } from '../../api/auth.ts';
import { migrate } from '../../db/migrate.ts';
import { startPostgres } from '../../local/postgres.ts';
import { fastestBase, openThrowaway } from '../../local/throwaway.ts';
import { sibling, template } from './database-names.ts';

/** The first project that asks starts the server; the others find it here. */
const started = 'LAUREATE_TEST_DATABASE';

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env[started];
  if (running !== undefined) {
    project.provide('databaseUrl', running);
    return undefined;
  }
  const { url, stop } = await startServer();
  process.env[started] = url;
  project.provide('databaseUrl', url);
  return stop;
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const { home, supervisor } = await openThrowaway(await fastestBase());
  const settings = ['max_connections=300', 'max_wal_size=256MB'];
  const { url } = await startPostgres({ supervisor, home, database: template, settings, throwaway: true });
  await migrate(url);
  const pool = new pg.Pool({ connectionString: url });
  await migrateAuth(pool);
  await pool.end();
  return { url: sibling(url, 'postgres'), stop: supervisor.stop };
}
