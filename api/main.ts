// The API: reads the settings, opens the database, listens.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { type Db, openDatabase } from '../db/database.ts';
import { type Log, makeLog } from '../db/log.ts';
import { migrate } from '../db/migrate.ts';
import { openSigner } from '../db/read-models/panel-records.ts';
import { contactOf } from '../documents/calendar.ts';
import { openPrinter } from '../documents/print/printer.ts';
import { openShelf } from '../documents/print/shelf.ts';
import { type Definitions, loadDefinitions } from '../files/definitions.ts';
import { openStorage } from '../files/storage.ts';
import { openUploads, uploadsPath } from '../files/uploads.ts';
import { hasAccount } from './accounts.ts';
import { appointAdministrator } from './administrator.ts';
import { createApp, type Services } from './app.ts';
import { type Auth, makeAuth, migrateAuth } from './auth.ts';
import { type ApiSettings, issuerOf, readApiSettings } from './config.ts';
import { openSignInPost } from './sign-in-post.ts';
import { signInServices } from './sign-in-services.ts';

export type RunningApi = { url: string; port: number; stop(): Promise<void> };

/** How long requests may still take once the API is told to stop. */
const graceMs = 10_000;

/** @throws Error that says so when the port is taken. */
export async function startApi(settings: ApiSettings): Promise<RunningApi> {
  const log = makeLog('api', settings.LOG_LEVEL);
  const definitions = await loadDefinitions(folderOf(settings));
  await migrate(settings.DATABASE_URL);
  const db = openDatabase({ url: settings.DATABASE_URL, max: 10, applicationName: 'laureate-api' });
  const pool = openSignInPool(settings.DATABASE_URL);
  const closePools = async () => void (await Promise.all([pool.end(), db.close()]));
  try {
    await migrateAuth(pool);
    const running = await serve({ settings, db, pool, definitions, log });
    return { ...running, stop: () => running.stop().finally(closePools) };
  } catch (error) {
    await closePools();
    throw error;
  }
}

type Foundation = { settings: ApiSettings; db: Db; pool: pg.Pool; definitions: Definitions; log: Log };

/** Listens first, for the port is part of the address; what comes in waits for the handlers, which follow at once. */
async function serve({ settings, db, pool, definitions, log }: Foundation): Promise<RunningApi> {
  const server = createServer();
  const port = await listen(server, settings.PORT);
  const url = settings.PUBLIC_URL ?? `http://localhost:${port}`;
  const auth: Auth = makeAuth({
    pool,
    settings: { AUTH_SECRET: settings.AUTH_SECRET, PUBLIC_URL: url },
    issuer: issuerOf(settings),
    post: openSignInPost({ db, publicUrl: url, hasAccount: (personId) => hasAccount(auth, personId) }),
    log,
  });
  const stopping = new AbortController();
  const files = await openFiles(settings);
  const signer = await openSigner(db, settings.LAUREATE_SIGNING_KEY);
  const printer = openPrinter();
  const given = {
    db,
    definitions,
    auth,
    publicUrl: url,
    office: contactOf(settings.MAIL_FROM),
    stopping: stopping.signal,
    log,
    signer,
    printer,
    shelf: openShelf(printer),
  };
  const services = servicesOf({ ...given, ...files });
  const app = createApp(services, auth.handler);
  app.set('trust proxy', settings.TRUST_PROXY);
  server.on('request', app);
  const stop = async () => {
    stopping.abort();
    await drain(server);
    await Promise.all([auth.close(), printer.close()]);
  };
  try {
    if (settings.LAUREATE_ADMIN_EMAIL !== undefined)
      await appointAdministrator(services, settings.LAUREATE_ADMIN_EMAIL);
  } catch (error) {
    await stop();
    throw error;
  }
  log.info({ port }, 'The API listens.');
  return { url, port, stop };
}

async function openFiles({ LAUREATE_HOME, FILES_URL }: ApiSettings): Promise<Pick<Services, 'storage' | 'uploads'>> {
  const storage = openStorage({ home: LAUREATE_HOME, url: FILES_URL });
  return { storage, uploads: await openUploads(storage.incoming, uploadsPath) };
}

type Given =
  | 'db'
  | 'definitions'
  | 'publicUrl'
  | 'office'
  | 'stopping'
  | 'log'
  | 'storage'
  | 'uploads'
  | 'signer'
  | 'printer'
  | 'shelf';
type Parts = Pick<Services, Given> & { auth: Auth };

const servicesOf = ({ auth, ...parts }: Parts): Omit<Services, 'news' | 'lists'> => ({
  ...parts,
  ...signInServices(auth),
});

const folderOf = ({ AWARDS_FOLDER }: ApiSettings): URL | undefined =>
  AWARDS_FOLDER === undefined ? undefined : pathToFileURL(`${resolve(AWARDS_FOLDER)}/`);

function openSignInPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 5, application_name: 'laureate-sign-in' });
  // A connection that breaks is replaced at the next use; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

async function listen(server: Server, port: number): Promise<number> {
  const taken = new Error(`Port ${port} is taken. Set PORT to another one, or to 0 for a free one.`);
  await new Promise<void>((settle, refuse) => {
    server.once('error', (error: NodeJS.ErrnoException) => refuse(error.code === 'EADDRINUSE' ? taken : error));
    server.listen(port, settle);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens to no port.');
  return address.port;
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const hurry = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(hurry);
}

if (import.meta.main) {
  try {
    const api = await startApi(readApiSettings(process.env));
    const stop = () => void api.stop().then(() => process.exit(0));
    process.once('SIGINT', stop).once('SIGTERM', stop);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
