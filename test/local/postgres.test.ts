// The database of a home: kept over restarts, recovered after a crash, reachable wherever the home is.
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSupervisor, type Supervisor } from '../../local/children.ts';
import { ifMissing, openHome } from '../../local/home.ts';
import { type PostgresOptions, startPostgres } from '../../local/postgres.ts';
import { canEnter, copyBinaries, databaseUser, findBinaries } from '../../local/postgres-binaries.ts';
import { commandLine } from '../../local/processes.ts';

let folder: string;
let home: string;
let supervisor: Supervisor;
let told: string[];
beforeEach(async () => {
  folder = await mkdtemp('/var/tmp/laureate-test-');
  await chmod(folder, 0o755);
  home = await openHome(join(folder, 'home'));
  supervisor = await openSupervisor();
  told = [];
});
afterEach(async () => {
  await supervisor.stop();
  await rm(await outside(), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

const start = (options: Partial<PostgresOptions> = {}) =>
  startPostgres({ supervisor, home, throwaway: true, tell: (line) => void told.push(line), ...options });

/** The folder that a home may have besides. */
const outside = async () => {
  const name = await readFile(join(home, 'outside'), 'utf8').catch(ifMissing('none'));
  return `/var/tmp/laureate-${name.trim()}`;
};

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  // The server may end under it.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

describe('the database of a home', () => {
  it('keeps its data over a stop and a start, and says when it is made', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 7 as n');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'select n from kept')).toEqual([7]);
    expect(told).toEqual(['Making the database.']);
  });

  it('answers through a socket that its user alone may reach, and by a password', async () => {
    const { url } = await start();
    const { searchParams, port, password } = new URL(url);
    const sockets = searchParams.get('host') ?? '';
    expect((await stat(sockets)).mode & 0o777).toBe(0o700);
    expect((await stat(join(home, 'postgres-password'))).mode & 0o777).toBe(0o600);
    expect(await ask(`postgresql://laureate:${password}@127.0.0.1:${port}/laureate`, 'select 1')).toEqual([1]);
    await expect(ask(`postgresql://laureate:guess@127.0.0.1:${port}/laureate`, 'select 1')).rejects.toThrow('password');
  });

  it('sorts and compares texts in the same way on every machine', async () => {
    const { url } = await start();
    expect(await ask(url, "select lower('ÉÐ'), 'Z' < 'a', 'é' < 'z', getdatabaseencoding()")).toEqual([
      'éð',
      true,
      false,
      'UTF8',
    ]);
  });

  it('waits for the disk, but where the data is thrown away', async () => {
    const { url, stop } = await start({ throwaway: false });
    expect(await ask(url, "select current_setting('fsync'), current_setting('synchronous_commit')")).toEqual([
      'on',
      'on',
    ]);
    await stop();
    expect(await ask((await start()).url, "select current_setting('fsync')")).toEqual(['off']);
  });

  it('is made anew where the making was broken off', async () => {
    await mkdir(join(home, 'postgres', 'data.new', 'half'), { recursive: true });
    const { url } = await start();
    expect(await ask(url, 'select 1')).toEqual([1]);
  });
});

describe('after a crash', () => {
  it('a server that was left running is ended, and what was committed is there', async () => {
    const left = await start();
    await ask(left.url, 'create table kept as select 7 as n');
    process.kill(supervisor.pid, 'SIGKILL');
    await left.child.exited;
    expect(await commandLine(left.child.pid)).toContain('postgres');
    supervisor = await openSupervisor();
    const { url } = await start();
    expect(await commandLine(left.child.pid)).toBeUndefined();
    expect(await ask(url, 'select n from kept')).toEqual([7]);
  });

  it('a killed server starts again at once', async () => {
    const killed = await start();
    await ask(killed.url, 'create table kept as select 7 as n');
    process.kill(killed.child.pid, 'SIGKILL');
    const { url } = await start();
    expect(await ask(url, 'select n from kept')).toEqual([7]);
  });

  it('a note with a number that another process has by now is passed over', async () => {
    const first = await start();
    const note = join(home, 'postgres', 'data', 'postmaster.pid');
    const lines = (await readFile(note, 'utf8')).split('\n');
    await first.stop();
    await writeFile(note, [process.pid, ...lines.slice(1)].join('\n'));
    expect(await ask((await start()).url, 'select 1')).toEqual([1]);
  });
});

describe('a home that PostgreSQL cannot use', () => {
  it('for its path is too long has the socket in a short folder', async () => {
    home = await openHome(join(folder, 'long'.repeat(20)));
    const { url } = await start();
    expect(new URL(url).searchParams.get('host')).toBe(join(await outside(), 's'));
    expect(await ask(url, 'select 1')).toEqual([1]);
    expect(told).toEqual(['Making the database.']);
  });

  // Only root runs PostgreSQL as somebody else, who may be shut out.
  it.runIf(process.getuid?.() === 0)(
    'for its user cannot enter it has the data elsewhere, says so, and finds it again',
    async () => {
      await chmod(folder, 0o700);
      const first = await start();
      await ask(first.url, 'create table kept as select 7 as n');
      await first.stop();
      expect(await ask((await start()).url, 'select n from kept')).toEqual([7]);
      const notice = `The user that PostgreSQL runs as cannot enter ${home}: its data is in ${await outside()}.`;
      expect(told).toEqual([notice, 'Making the database.', notice]);
    },
  );

  it('for the programs are shut off: a copy of them is complete', async () => {
    const [native, user] = await Promise.all([findBinaries(), databaseUser()]);
    const copy = await copyBinaries(native, join(folder, 'programs'));
    expect(await canEnter(copy, user)).toBe(true);
    const { bin, lib, share } = { bin: 'bin/postgres', lib: 'lib/libpq.so.5', share: 'share/postgresql/postgres.bki' };
    const sizes = async (root: string) =>
      Promise.all([bin, lib, share].map(async (name) => (await stat(join(root, name))).size));
    expect(await sizes(copy)).toEqual(await sizes(native));
  });
});
