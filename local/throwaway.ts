// A home for one run, for tests and measurements: everything in it is gone afterwards, however the run ends.
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSupervisor, type Supervisor } from './children.ts';

/** Under /var/tmp, where the database's user can enter and the path of a socket is short. */
export async function openThrowaway(base = '/var/tmp'): Promise<{ home: string; supervisor: Supervisor }> {
  const home = await mkdtemp(join(base, 'laureate-'));
  await chmod(home, 0o755);
  return { home, supervisor: await openSupervisor({ throwaway: home }) };
}

const memory = '/dev/shm';
const enough = 4 * 1024 ** 3;

/** In memory where there is room: a database is copied and dropped there in a tenth of the time. Else /var/tmp. */
export async function fastestBase(): Promise<string> {
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= enough && (await runsPrograms(memory)) ? memory : '/var/tmp';
}

/** PostgreSQL's programs may have to be copied there, and some systems let none run in shared memory. */
async function runsPrograms(base: string): Promise<boolean> {
  const folder = await mkdtemp(join(base, 'laureate-'));
  try {
    await writeFile(join(folder, 'program'), '#!/bin/sh\n', { mode: 0o700 });
    return await promisify(execFile)(join(folder, 'program')).then(
      () => true,
      () => false,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
