// Statements as they go to PostgreSQL: named by their text, sent together, waited for once.
import pg from 'pg';

export type Statement = { name?: string; text: string; values: readonly unknown[] };
/** One connection, or a pool that gives one for each query. */
export type Client = Pick<pg.ClientBase, 'query'>;

const names = new Map<string, string>();
const mostNames = 500;

/** Names a statement by its text, so that each connection parses and plans it once. Past 500 texts the rest goes unnamed. */
export function named(text: string, values: readonly unknown[] = []): Statement {
  const known = names.get(text);
  if (known !== undefined) return { name: known, text, values };
  if (names.size >= mostNames) return { text, values };
  const name = `s${names.size}`;
  names.set(text, name);
  return { name, text, values };
}

/** `at` is the index of the statement that failed, -1 for begin or commit. */
export type Flushed = { ok: true; results: pg.QueryResult[] } | { ok: false; error: unknown; at: number };

/**
 * Runs the statements as one transaction in one flush, on a client whose pool pipelines. Every answer is awaited before this
 * returns, so that the client can be released; after a failure nothing is written.
 */
export async function transact(client: Client, statements: readonly Statement[]): Promise<Flushed> {
  const ready = statements.map(sendable);
  const sent = together(client, () => [named('begin'), ...ready, named('commit')].map((each) => query(client, each)));
  const settled = await Promise.allSettled(sent);
  const failed = settled.findIndex((result) => result.status === 'rejected');
  const failure = settled[failed];
  if (failure?.status === 'rejected')
    return { ok: false, error: failure.reason, at: failed > statements.length ? -1 : failed - 1 };
  const results = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (results.at(-1)?.command !== 'COMMIT')
    return { ok: false, error: new Error('The commit was answered with a rollback.'), at: -1 };
  return { ok: true, results: results.slice(1, -1) };
}

/** Holds back what is sent until all of it is, so that it leaves in one write: much of a flush's cost is its system calls. */
export function together<Result>(client: Client, send: () => Result): Result {
  const stream = client instanceof pg.Client ? client.connection.stream : undefined;
  stream?.cork();
  try {
    return send();
  } finally {
    stream?.uncork();
  }
}

/** The same, throwing the first failure. */
export async function transactOrThrow(client: Client, statements: readonly Statement[]): Promise<pg.QueryResult[]> {
  const flushed = await transact(client, statements);
  if (!flushed.ok) throw flushed.error;
  return flushed.results;
}

export const query = (client: Client, { name, text, values }: Statement): Promise<pg.QueryResult> =>
  client.query({ ...(name !== undefined && { name }), text, values: [...values] });

/**
 * Makes text of what the driver would make text of while sending: a value that cannot be sent must throw before `begin`, or the
 * rest of the flush would be committed without its statement.
 */
const sendable = (statement: Statement): Statement => ({ ...statement, values: statement.values.map(sendableValue) });

function sendableValue(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array) return value;
  return Array.isArray(value) ? value.map(sendableValue) : JSON.stringify(value);
}

export const isDatabaseError = (error: unknown): error is pg.DatabaseError =>
  error instanceof Error && 'severity' in error && 'code' in error && typeof error.code === 'string';

// Connection, transaction rollback, resources, operator intervention, system.
const outages = /^(08|25|40|53|55|57|58)/;
const drivers =
  /^(Connection terminated|Query read timeout|timeout exceeded|Client (has encountered|was closed)|Cannot use a pool)/;

/** The database is away, restarting or busy: nothing of ours is wrong, look again later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isDatabaseError(error)) return outages.test(error.code ?? '');
  return 'syscall' in error || 'errno' in error || drivers.test(error.message);
}
