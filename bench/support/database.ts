// A PostgreSQL of its own for a measurement, with the settings of a default installation, gone afterwards.
import { migrate } from '../../db/migrate.ts';
import { startPostgres } from '../../local/postgres.ts';
import { openThrowaway } from '../../local/throwaway.ts';

/** Starts it and applies the migrations. The address is that of a unix socket. */
export async function startDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const { home, supervisor } = await openThrowaway();
  const settings = ['max_wal_size=4GB', 'checkpoint_timeout=30min'];
  const { url } = await startPostgres({ supervisor, home, database: 'bench', settings });
  await migrate(url);
  return { url, stop: supervisor.stop };
}
