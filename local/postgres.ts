// A PostgreSQL of this installation's own, from the programs that npm has brought, with its data in the home.
import { execFile } from 'node:child_process';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Child, Supervisor } from './children.ts';
import { freePort } from './free-port.ts';
import { ifMissing, secretOf } from './home.ts';
import { findPlace, type Place } from './postgres-place.ts';
import { commandLine, endLeftover } from './processes.ts';
import { EndedEarly, untilReady } from './ready.ts';

const run = promisify(execFile);
const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };

export type PostgresOptions = {
  supervisor: Supervisor;
  /** An absolute path. */
  home: string;
  /** Made if it is not there. */
  database?: string;
  /** Settings for this start, such as `max_connections=300`. */
  settings?: string[];
  /** The data is worth nothing after this run: nothing waits for the disk. */
  throwaway?: boolean;
  tell?: (line: string) => void;
};
export type Postgres = { url: string; child: Child; stop(): Promise<void> };

/** Makes the data at the first start. The address works through a socket; the port answers on this machine alone. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { home, throwaway = false, tell = () => {}, database = 'laureate' } = options;
  const [place, password] = await Promise.all([findPlace(home, tell), secretOf(home, 'postgres-password')]);
  if ((await stat(place.data).catch(ifMissing(undefined))) === undefined) {
    tell('Making the database.');
    await initialise(place, password, throwaway);
  }
  await clearLeftovers(place);
  const settings = [...(options.settings ?? []), ...(throwaway ? ['fsync=off'] : [])];
  const { child, port } = await launch(options.supervisor, place, settings, password);
  const url = addressOf(place, port, password, database);
  await createDatabase(addressOf(place, port, password, 'postgres'), database);
  return { url, child, stop: child.stop };
}

/** As URLs the address names a host, as PostgreSQL's clients read it the folder of the socket. */
const addressOf = ({ sockets }: Place, port: number, password: string, database: string) =>
  `postgresql://laureate:${password}@localhost:${port}/${database}?host=${encodeURIComponent(sockets)}`;

/** Complete or not at all: the folder gets its name at the end. The order of texts is the same on every machine. */
async function initialise({ native, data, user }: Place, password: string, throwaway: boolean): Promise<void> {
  const partly = `${data}.new`;
  const passwordFile = `${data}.password`;
  await rm(partly, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) await run('chown', [`${user.uid}:${user.gid}`, passwordFile]);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=laureate', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const speed = throwaway ? ['--no-sync'] : [];
  try {
    const args = [`--pgdata=${partly}`, ...access, ...locale, ...speed, '--no-instructions'];
    await run(join(native, 'bin', 'initdb'), args, { env: environment, ...user });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(partly, data);
}

/** A server that an earlier run left is ended; a note of one that is gone is removed, whoever has its number now. */
async function clearLeftovers({ data }: Place): Promise<void> {
  const note = join(data, 'postmaster.pid');
  const pid = Number((await readFile(note, 'utf8').catch(ifMissing(''))).split('\n')[0]);
  if (!(pid > 0)) return;
  await endLeftover(pid, data, 'SIGINT');
  if ((await commandLine(pid))?.includes(data) !== true) await rm(note, { force: true });
}

const attempts = 5;

/** Again on another port where the first was taken meanwhile, or where an earlier server's last processes still end. */
async function launch(
  supervisor: Supervisor,
  place: Place,
  settings: string[],
  password: string,
): Promise<{ child: Child; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = await supervisor.start(programOf(place, port, settings));
    try {
      await untilReady(child, { name, logFile: place.log }, () => ask(addressOf(place, port, password, 'postgres')));
      return { child, port };
    } catch (error) {
      if (!(error instanceof EndedEarly) || attempt === attempts) throw error;
      await clearLeftovers(place);
    }
  }
}

const name = 'PostgreSQL';

function programOf({ native, data, sockets, log, user }: Place, port: number, settings: string[]) {
  const all = [`unix_socket_directories=${sockets}`, 'listen_addresses=127.0.0.1', ...settings];
  return {
    name,
    command: join(native, 'bin', 'postgres'),
    args: ['-D', data, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])],
    env: environment,
    ...(user && { user }),
    // Ends what clients are doing, writes all to disk.
    stopSignal: 'SIGINT' as const,
    grace: 20_000,
    logFile: log,
  };
}

async function createDatabase(server: string, database: string): Promise<void> {
  const known = await ask(server, 'select from pg_database where datname = $1', [database]);
  if (known === 0) await ask(server, `create database ${pg.escapeIdentifier(database)}`);
}

/** @returns how many rows came. */
async function ask(url: string, text = 'select', values: string[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
