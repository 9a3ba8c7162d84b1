// The API on a database of its own, with people of every role who are signed in by a header.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createAccount, hasAccount } from '../../api/accounts.ts';
import { createApp } from '../../api/app.ts';
import { type Auth, makeAuth } from '../../api/auth.ts';
import type { SecondFactors } from '../../api/second-factor.ts';
import { openSignInPost } from '../../api/sign-in-post.ts';
import { signInServices } from '../../api/sign-in-services.ts';
import type { Issuer } from '../../api/ways.ts';
import { type Db, openDatabase } from '../../db/database.ts';
import { execute } from '../../db/execute.ts';
import { makeLog } from '../../db/log.ts';
import { ensurePerson } from '../../db/people.ts';
import { runProjections } from '../../db/projections.ts';
import { openSigner } from '../../db/read-models/panel-records.ts';
import { asyncProjections } from '../../db/registry.ts';
import { openPrinter } from '../../documents/print/printer.ts';
import { openShelf } from '../../documents/print/shelf.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { member } from '../../domain/member/decider.ts';
import type { Scope } from '../../domain/member/messages.ts';
import { memberStream } from '../../domain/member/state.ts';
import type { GrantableRole } from '../../domain/roles.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { openStorage } from '../../files/storage.ts';
import { openUploads, uploadsPath } from '../../files/uploads.ts';
import { by } from './acts.ts';
import { freshDatabase } from './database.ts';
import { sampleDefinition } from './samples.ts';
import { codesOf, password } from './second-factor.ts';

/** `body` is null where the answer has none that is JSON; the test says what it takes it for. */
export type Answer<Body> = { status: number; headers: Headers; body: Body };
type Sent = { [name: string]: string };
/** What a command answers, or a problem. */
export type Told = {
  id: string;
  version: number;
  position: string;
  type: string;
  detail: string;
  [name: string]: unknown;
};
export type TestClient = {
  personId: string | null;
  get<Body = Told>(path: string, headers?: Sent): Promise<Answer<Body>>;
  post<Body = Told>(path: string, body?: unknown, headers?: Sent): Promise<Answer<Body>>;
  put<Body = Told>(path: string, body?: unknown, headers?: Sent): Promise<Answer<Body>>;
  delete<Body = Told>(path: string): Promise<Answer<Body>>;
};
export type TestApi = {
  db: Db;
  url: string;
  definition: AwardDefinition;
  /** One who is signed in, or nobody. Paths start behind /api/v1. */
  as(personId: string | null): TestClient;
  /** A person of its own, known by name and address. */
  person(name?: string): Promise<string>;
  /** Gives the role, to a new person unless one is named. */
  grant(role: GrantableRole, scope: Scope, personId?: string): Promise<TestClient>;
  /** A person who can sign in with `password`. */
  account(): Promise<{ personId: string; email: string }>;
  /** @returns a bearer token. */
  signIn(email: string): Promise<string>;
  auth: Auth;
  authSecret: string;
  secondFactors: SecondFactors;
  /** A code of the person's second factor, which is set up at the first one. Each counts once. */
  codeFor(personId: string | null): Promise<string>;
  /** The API is told to stop: what goes on ends. */
  stopping: AbortController;
  close(): Promise<void>;
};

export { password };

/** `host` is what the address names this machine by; `issuer` may have to know that address. */
export type Given = { host?: string; issuer?: (url: string) => Issuer };

export async function openTestApi(
  definition: AwardDefinition = sampleDefinition(),
  { host = '127.0.0.1', issuer }: Given = {},
): Promise<TestApi> {
  const database = await freshDatabase();
  const db = openDatabase({ url: database.url });
  const pool = new pg.Pool({ connectionString: database.url, max: 5 });
  // A connection that still says goodbye when the database is dropped ends nothing but itself.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  const [stopping, projecting] = [new AbortController(), new AbortController()];
  const projected = runProjections(db, asyncProjections, { signal: projecting.signal });
  const log = makeLog('test', 'error');
  const server = createServer().listen(0, '127.0.0.1');
  // A test that works for seconds between two requests finds its connection still there.
  server.keepAliveTimeout = 60_000;
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const url = `http://${host}:${address.port}`;
  const authSecret = 'a secret of the tests: 0123456789';
  const auth: Auth = makeAuth({
    pool,
    settings: { AUTH_SECRET: authSecret, PUBLIC_URL: url },
    issuer: issuer?.(url) ?? null,
    post: openSignInPost({ db, publicUrl: url, hasAccount: (personId) => hasAccount(auth, personId) }),
    log,
  });
  const home = await mkdtemp(join(tmpdir(), 'laureate-files-'));
  const storage = openStorage({ home });
  const printer = openPrinter();
  const signer = await openSigner(db, '42'.repeat(32));
  const services = {
    db,
    signer,
    printer,
    shelf: openShelf(printer),
    storage,
    uploads: await openUploads(storage.incoming, uploadsPath),
    definitions: new Map([[definition.key, { definition, hash: hashOf(definition) }]]),
    ...signInServices(auth),
    personOf: async (req: Parameters<typeof auth.personOf>[0]) =>
      req.get('x-person') ?? (await auth.personOf(req))?.personId ?? null,
    publicUrl: url,
    office: { name: 'Sample secretariat', email: 'secretariat@example.org' },
    stopping: stopping.signal,
    log,
  };
  server.on('request', createApp(services, auth.handler, { requestsPerMinute: 1_000_000 }));
  const as = (personId: string | null) => clientOf(`${url}/api/v1`, personId);
  const person = (name = 'Sample person') =>
    ensurePerson(db, { email: `${randomUUID()}@example.org`, name }, 'installation');
  const grant: TestApi['grant'] = async (role, scope, given) => {
    const personId = given ?? (await person());
    const data = { personId, grantId: randomUUID(), role, scope };
    await execute(db, member, memberStream(personId), { type: 'GrantRole', data }, by('administrator'));
    return as(personId);
  };
  const account = async () => {
    const personId = await person();
    const email = `${personId}@example.org`;
    await createAccount(auth, { personId, email, name: 'Sample person', password });
    return { personId, email };
  };
  const signIn = async (email: string) => {
    const response = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    return response.headers.get('set-auth-token') ?? '';
  };
  const codeFor = codesOf(auth);
  const close = async () => {
    stopping.abort();
    server.close();
    server.closeAllConnections();
    projecting.abort();
    await Promise.all([projected, auth.close(), printer.close()]);
    await Promise.all([pool.end(), db.close()]);
    await Promise.all([database.drop(), rm(home, { recursive: true, force: true })]);
  };
  return {
    db,
    url,
    definition,
    as,
    person,
    grant,
    account,
    signIn,
    codeFor,
    auth,
    authSecret,
    secondFactors: auth.secondFactors,
    stopping,
    close,
  };
}

function clientOf(base: string, personId: string | null): TestClient {
  const ask = async <Body>(method: string, path: string, body: unknown, headers: Sent = {}): Promise<Answer<Body>> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(personId !== null && { 'x-person': personId }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : null };
  };
  return {
    personId,
    get: (path, headers) => ask('GET', path, undefined, headers),
    post: (path, body = {}, headers = {}) => ask('POST', path, body, headers),
    put: (path, body = {}, headers = {}) => ask('PUT', path, body, headers),
    delete: (path) => ask('DELETE', path, undefined),
  };
}
