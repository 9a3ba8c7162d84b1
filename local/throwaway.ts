// A home for one run, for tests and measurements: everything in it is gone afterwards, however the run ends.
import { chmod, mkdtemp } from 'node:fs/promises';
import { openSupervisor, type Supervisor } from './children.ts';

/** Under /var/tmp, where the database's user can enter and the path of a socket is short. */
export async function openThrowaway(): Promise<{ home: string; supervisor: Supervisor }> {
  const home = await mkdtemp('/var/tmp/laureate-');
  await chmod(home, 0o755);
  return { home, supervisor: await openSupervisor({ throwaway: home }) };
}
