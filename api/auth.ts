// Sign-in: better-auth on the application's own PostgreSQL, with e-mail and password; a bearer token for programs.
import type { IncomingHttpHeaders } from 'node:http';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError, isAPIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { bearer } from 'better-auth/plugins/bearer';
import type { Request, RequestHandler } from 'express';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Log } from '../db/log.ts';
import type { Tables } from '../db/tables.ts';
import { HttpProblem } from './problem.ts';
import { openSecondFactors, type SecondFactors } from './second-factor.ts';
import { openSessionCache, type Session, type SessionCache } from './session-cache.ts';
import { signInHandler } from './sign-in.ts';

export type { Session } from './session-cache.ts';

export type AuthSettings = {
  /** Signs cookies and tokens: 32 characters or more. Another one signs everybody out. */
  AUTH_SECRET: string;
  /** Where people reach this installation. Cookies are sent over TLS only where this is https. */
  PUBLIC_URL: string;
};
/** A plain pool, one that pipelines nothing. One of its connections listens for ended sessions until `close`. */
export type AuthServices = { pool: pg.Pool; settings: AuthSettings; log?: Log };
export type Auth = {
  /** Serves /api/auth; reads its own bodies, so it stands before the application's JSON parser. */
  handler: RequestHandler;
  /** Who is signed in, by cookie or bearer token. */
  personOf(req: Request): Promise<Session | null>;
  library: ReturnType<typeof openLibrary>;
  secondFactors: SecondFactors;
  close(): Promise<void>;
};

export function makeAuth({ pool, settings, log }: AuthServices): Auth {
  const cache = openSessionCache(pool);
  const secondFactors = openSecondFactors({
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    secret: settings.AUTH_SECRET,
    isPassword: (personId, password) => isPassword(library, personId, password),
  });
  const library: Auth['library'] = openLibrary({ pool, settings, log, cache, secondFactors });
  return {
    handler: signInHandler(toNodeHandler(library)),
    personOf: (req) => personOf(library, cache, req.headers),
    library,
    secondFactors,
    close: cache.close,
  };
}

/** What shapes the tables too. Ids are UUIDs, for a user's id is the person's. */
const shape = (pool: pg.Pool) =>
  ({
    database: pool,
    advanced: {
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: ['x-laureate-client'] },
      // Said aloud, for the library would not check the origin in tests.
      disableOriginCheck: false,
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    // Failed sign-ins are counted by sign-in.ts, which knows the address that a request really comes from.
    rateLimit: { enabled: false },
    plugins: [bearer({ requireSignature: true })],
    telemetry: { enabled: false },
  }) satisfies BetterAuthOptions;

type Parts = Omit<AuthServices, 'log'> & { log: Log | undefined; cache: SessionCache; secondFactors: SecondFactors };

function openLibrary({ pool, settings: { AUTH_SECRET, PUBLIC_URL }, log, cache, secondFactors }: Parts) {
  return betterAuth({
    ...shape(pool),
    secret: AUTH_SECRET,
    baseURL: PUBLIC_URL,
    ...(log && loggingTo(log)),
    databaseHooks: {
      session: {
        create: { before: ({ userId }, context) => requireCode(secondFactors, userId, context) },
        delete: { after: ({ userId }) => cache.forget(userId) },
      },
    },
  });
}

type Asking = { path?: string; headers?: Headers | undefined } | null | undefined;

/** However a session is opened, one who has a second factor gives a code; a new password comes from within one. */
async function requireCode(secondFactors: SecondFactors, personId: string, context: Asking): Promise<void> {
  if (context?.path === '/change-password' || !(await secondFactors.stateOf(personId)).enrolled) return;
  const code = context?.headers?.get('x-laureate-code') ?? '';
  if (code === '')
    throw new APIError('FORBIDDEN', { code: 'SECOND_FACTOR_NEEDED', message: 'Give the code of your second factor' });
  try {
    await secondFactors.use(personId, code);
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    const status = error.status === 429 ? 'TOO_MANY_REQUESTS' : 'UNAUTHORIZED';
    throw new APIError(status, { code: error.code.replaceAll('-', '_').toUpperCase(), message: error.message });
  }
}

async function isPassword(library: Auth['library'], personId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await library.$context;
  const hash = (await internalAdapter.findCredentialAccount(personId))?.password;
  return typeof hash === 'string' && passwords.verify({ hash, password });
}

/** What clients do wrong is theirs; the log gets the rest. */
const loggingTo = (log: Log) =>
  ({
    logger: { level: 'error', log: (_level, message, ...details) => log.error({ err: details[0] }, message) },
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error) || error.statusCode >= 500) log.error({ err: error }, 'sign-in failed');
      },
    },
  }) satisfies BetterAuthOptions;

/** Makes or completes the tables of sign-in. Several processes may do so at once. */
export async function migrateAuth(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('laureate-auth'))");
    const { runMigrations } = await getMigrations(shape(pool));
    await runMigrations();
  } finally {
    // The lock ends with its connection, however the migrations went.
    client.release(true);
  }
}

async function personOf(
  library: Auth['library'],
  cache: SessionCache,
  { authorization = '', cookie = '' }: IncomingHttpHeaders,
): Promise<Session | null> {
  if (!/^bearer /i.test(authorization) && !cookie.includes('session_token=')) return null;
  return cache.find(`${authorization}\n${cookie}`, async () => {
    const found = await library.api.getSession({ headers: new Headers({ authorization, cookie }) });
    if (found === null) return null;
    const { id, userId, expiresAt } = found.session;
    return { personId: userId, sessionId: id, expiresAt };
  });
}

export type Account = { personId: string; email: string; name: string; password: string };

/** Gives a person a way to sign in, or renews it: nobody makes an account alone. Ends the person's sessions. */
export async function createAccount(auth: Auth, { personId, email, name, password }: Account): Promise<void> {
  const { internalAdapter } = await auth.library.$context;
  if ((await internalAdapter.findUserById(personId)) === null)
    await internalAdapter.createUser({ id: personId, email, name, emailVerified: true }, { method: 'admin' });
  else await internalAdapter.updateUser(personId, { email, name });
  await setPassword(auth, personId, password);
}

/** For one who has an account. Ends the person's sessions everywhere at once. */
export async function setPassword(auth: Auth, personId: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.library.$context;
  const hash = await passwords.hash(password);
  if ((await internalAdapter.findCredentialAccount(personId)) === null)
    await internalAdapter.linkAccount({
      userId: personId,
      providerId: 'credential',
      accountId: personId,
      password: hash,
    });
  else await internalAdapter.updatePassword(personId, hash);
  await endSessions(auth, personId);
}

/** Signs a person out everywhere at once. */
export async function endSessions(auth: Auth, personId: string): Promise<void> {
  const { internalAdapter } = await auth.library.$context;
  await internalAdapter.deleteUserSessions(personId);
}

/** Gives those without an account one each, all with the same password, which is hashed once: for the samples of a local installation. */
export async function createAccounts(auth: Auth, people: Omit<Account, 'password'>[], password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.library.$context;
  let hash: Promise<string> | undefined;
  const hashOnce = () => {
    hash ??= passwords.hash(password);
    return hash;
  };
  await Promise.all(
    people.map(async ({ personId, email, name }) => {
      if ((await internalAdapter.findCredentialAccount(personId)) !== null) return;
      if ((await internalAdapter.findUserById(personId)) === null)
        await internalAdapter.createUser({ id: personId, email, name, emailVerified: true }, { method: 'admin' });
      await internalAdapter.linkAccount({
        userId: personId,
        providerId: 'credential',
        accountId: personId,
        password: await hashOnce(),
      });
    }),
  );
}
