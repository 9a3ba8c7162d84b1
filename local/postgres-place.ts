// Where PostgreSQL's programs, data and socket are: in the home, or under /var/tmp where its user cannot reach the home.
import { chown, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ifMissing, secretOf } from './home.ts';
import { canEnter, copyBinaries, databaseUser, findBinaries, type User } from './postgres-binaries.ts';

export type Place = { native: string; data: string; sockets: string; log: string; user: User | undefined };

/** The kernel allows 107 bytes; a port has five digits. */
const longestSocket = 100;

/** Makes the folders. `tell` hears of what is not in the home. */
export async function findPlace(home: string, tell: (line: string) => void): Promise<Place> {
  const [native, user] = await Promise.all([findBinaries(), databaseUser()]);
  const elsewhere = () => outside(home);
  const canRun = await canEnter(native, user);
  const base = (await canEnter(home, user)) ? home : await elsewhere();
  if (base !== home) tell(`The user that PostgreSQL runs as cannot enter ${home}: its data is in ${base}.`);
  const programs = canRun
    ? native
    : await copyBinaries(native, join(base, `postgres-programs-${await versionOf(native)}`));
  if (!canRun) tell(`The user that PostgreSQL runs as cannot enter ${native}: a copy is in ${programs}.`);
  const own = await folderOf(join(base, 'postgres'), user);
  const sockets = isShort(own) ? own : await folderOf(join(await elsewhere(), 's'), user);
  return { native: programs, data: join(own, 'data'), sockets, log: join(home, 'postgres.log'), user };
}

async function versionOf(native: string): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(native, '../package.json'), 'utf8')));
  return version;
}

const isShort = (folder: string) => Buffer.byteLength(join(folder, '.s.PGSQL.65535')) < longestSocket;

/** A folder that the database's user alone may enter, besides root. */
async function folderOf(path: string, user: User | undefined): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (user !== undefined) await chown(path, user.uid, user.gid);
  return path;
}

/** One home has one, with a name that nobody can guess and take first; it moves with the home. */
async function outside(home: string): Promise<string> {
  const folder = join('/var/tmp', `laureate-${await secretOf(home, 'outside', 6)}`);
  await mkdir(folder, { mode: 0o755 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await stat(folder).catch(ifMissing(undefined));
  if (found?.uid !== process.getuid?.()) throw new Error(`${folder} belongs to someone else.`);
  return folder;
}
