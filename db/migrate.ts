// Brings a database to the newest shape: numbered migrations, forward only, each once.
import { readdir } from 'node:fs/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';

const folder = new URL('migrations/', import.meta.url);

/** Kysely's own lock lets many processes start at once. @returns the names of the migrations that were applied. */
export async function migrate(url: string): Promise<string[]> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }),
  });
  try {
    const { error, results } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest();
    if (error !== undefined) throw error;
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-.*\.ts$/.test(name)).sort();
  const loaded = files.map(
    async (name) => [name.replace(/\.ts$/, ''), await import(new URL(name, folder).href)] as const,
  );
  return Object.fromEntries(await Promise.all(loaded));
}
