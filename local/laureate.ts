// A whole installation on this machine: its database, its Temporal server, the API and the worker.
import { readApiSettings } from '../api/config.ts';
import { startApi } from '../api/main.ts';
import { migrate } from '../db/migrate.ts';
import { type Definitions, loadDefinitions } from '../files/definitions.ts';
import { readWorkerSettings } from '../worker/config.ts';
import { startWorker } from '../worker/main.ts';
import { prepareAccounts, samplePassword } from './accounts.ts';
import { openSupervisor, type Supervisor } from './children.ts';
import { type LocalSettings, readLocalSettings } from './config.ts';
import { isFree } from './free-port.ts';
import { openHome, secretOf } from './home.ts';
import { takeLock } from './lock.ts';
import { startPostgres } from './postgres.ts';
import { startTemporal } from './temporal.ts';
import { ensureWeb } from './web-build.ts';

export type Starting = {
  env: NodeJS.ProcessEnv;
  /** Hears of each step. */
  tell: (line: string) => void;
  /** Hears that a part has ended without being told to. */
  lost: (what: string) => void;
};
export type Laureate = {
  url: string;
  opsUrl: string;
  temporalAddress: string;
  /** How its database is reached. */
  databaseUrl: string;
  home: string;
  definitions: Definitions;
  stop(): Promise<void>;
};

/** @throws Error that says what is in the way; what was started by then is stopped again. */
export async function startLaureate({ env, tell, lost }: Starting): Promise<Laureate> {
  const undo: (() => Promise<void>)[] = [];
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const settings = readLocalSettings(env);
    const running = await startAll({ settings, env, tell, undo, lost: (what) => stopping || lost(what) });
    return { ...running, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Parts = {
  settings: LocalSettings;
  env: NodeJS.ProcessEnv;
  tell: (line: string) => void;
  lost: (what: string) => void;
  /** What stops the parts again, in the order of their starts. */
  undo: (() => Promise<void>)[];
};

async function startAll({ settings, env, tell, lost, undo }: Parts): Promise<Omit<Laureate, 'stop'>> {
  const home = await openHome(settings.LAUREATE_HOME);
  const lock = await takeLock(home);
  undo.push(lock.release);
  await requireFree(settings.PORT);
  const supervisor = await openSupervisor();
  undo.push(supervisor.stop);
  const [definitions, secret, signingKey] = await Promise.all([
    loadDefinitions(),
    authSecretOf(settings, home),
    settings.LAUREATE_SIGNING_KEY ?? secretOf(home, 'signing-key'),
  ]);
  const preparing = { settings, env, tell, lost, home, supervisor, definitions, secret };
  const [database, temporalAddress] = await Promise.all([
    prepareDatabase(preparing),
    prepareTemporal(preparing),
    ensureWeb(tell),
  ]);
  const own = {
    ...{ DATABASE_URL: database, TEMPORAL_ADDRESS: temporalAddress, LAUREATE_HOME: home },
    ...{ AUTH_SECRET: secret, LAUREATE_SIGNING_KEY: signingKey },
  };
  const ports = { PORT: String(settings.PORT), OPS_PORT: String(settings.OPS_PORT) };
  const all = { ...env, ...own, ...ports, LOG_LEVEL: settings.LOG_LEVEL };
  tell('Starting the API and the worker.');
  const api = await startApi(readApiSettings(all));
  undo.push(api.stop);
  const url = `http://localhost:${api.port}`;
  const worker = await startWorker(readWorkerSettings({ ...all, PUBLIC_URL: env.PUBLIC_URL || url }));
  undo.push(worker.stop);
  const { opsUrl } = worker;
  await lock.tell({ url, opsUrl, temporalAddress });
  return { url, opsUrl, temporalAddress, databaseUrl: database, home, definitions };
}

type Preparing = Omit<Parts, 'undo'> & {
  home: string;
  supervisor: Supervisor;
  definitions: Definitions;
  secret: string;
};

async function prepareDatabase(parts: Preparing): Promise<string> {
  const { settings, env, tell, lost, home, supervisor, definitions, secret } = parts;
  if (env.DATABASE_URL) tell('DATABASE_URL is passed over: npm start has a database of its own.');
  tell('Starting PostgreSQL.');
  const { url, child } = await startPostgres({ supervisor, home, tell });
  void child.exited.then((how) => lost(`PostgreSQL has ended (${how}): see ${home}/postgres.log.`));
  await migrate(url);
  const password = await samplePassword(home);
  const adminEmail = settings.LAUREATE_ADMIN_EMAIL;
  await prepareAccounts({ url, authSecret: secret, definitions, password, adminEmail });
  return url;
}

async function prepareTemporal({ env, tell, lost, home, supervisor }: Preparing): Promise<string> {
  tell(env.TEMPORAL_ADDRESS ? `Asking Temporal at ${env.TEMPORAL_ADDRESS}.` : 'Starting Temporal.');
  const { address, child } = await startTemporal({ supervisor, home, env, tell });
  void child?.exited.then((how) => lost(`Temporal has ended (${how}): see ${home}/temporal.log.`));
  return address;
}

const authSecretOf = async ({ AUTH_SECRET }: LocalSettings, home: string): Promise<string> =>
  AUTH_SECRET ?? secretOf(home, 'auth-secret');

/** Looked at before anything is started. The API itself takes a free one for 0. */
async function requireFree(port: number): Promise<void> {
  if (port === 0 || (await isFree(port))) return;
  throw new Error(`Port ${port} is taken. Set PORT to another one, or to 0 for a free one.`);
}
