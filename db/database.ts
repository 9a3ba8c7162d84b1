// The database, and the two ways to reach it.
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import pg from 'pg';
import type { InlineProjection } from './projections.ts';
import type { Tables } from './tables.ts';

export type Db = {
  /** Checked-out clients for commands; their statements go out in one flush (pipeline). */
  pool: pg.Pool;
  /** For queries. */
  read: Kysely<Tables>;
  /** The pool under `read`. */
  readPool: pg.Pool;
  /** What is projected inside each command's transaction instead of the read models of registry.ts: for tests with their own. */
  inline: InlineProjection[] | undefined;
  url: string;
  close(): Promise<void>;
};

/** Compiles statements, executes none: what projections are written with. */
export const kysely = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const int8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** `max` bounds each of the two pools. Nothing is connected before the first use. */
export function openDatabase(options: {
  url: string;
  max?: number;
  applicationName?: string;
  inline?: InlineProjection[];
}): Db {
  const { url, max = 8, applicationName = 'laureate', inline } = options;
  const pool = openPool({ max, connectionString: url, application_name: applicationName, pipeline: true });
  const readPool = openPool({
    max,
    connectionString: url,
    application_name: `${applicationName}-read`,
    query_timeout: 60_000,
  });
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: readPool }) });
  const close = async () => {
    await Promise.all([pool.end(), read.destroy()]);
  };
  return { pool, read, readPool, inline, url, close };
}

function openPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ types, idle_in_transaction_session_timeout: 5_000, query_timeout: 30_000, ...options });
  // A connection that breaks, idle or in use, is replaced at the next use; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

/** A connection of its own for work that may take minutes: no time limit, and answers in the order of what was sent. */
export async function onOwnConnection<Result>(db: Db, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: db.url, application_name: 'laureate-work', types, pipeline: true });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('set idle_in_transaction_session_timeout = 0');
    return await work(client);
  } finally {
    await client.end();
  }
}
