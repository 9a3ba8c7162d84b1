// Sign-in: better-auth on the application's own PostgreSQL, with every way in that is offered; a bearer token for programs.
import type { IncomingHttpHeaders } from 'node:http';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { bearer } from 'better-auth/plugins/bearer';
import type { Request, RequestHandler } from 'express';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Log } from '../db/log.ts';
import type { Tables } from '../db/tables.ts';
import { isPassword } from './accounts.ts';
import { beforeSession, codeStep } from './code-step.ts';
import { openSecondFactors, type SecondFactors } from './second-factor.ts';
import { openSessionCache, type Session, type SessionCache } from './session-cache.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { signInHandler } from './sign-in.ts';
import {
  freshMinutes,
  type Issuer,
  issuerPlugin,
  linkPlugin,
  offeredWith,
  passkeyPlugin,
  type Ways,
  waysOf,
} from './ways.ts';

export type { Session } from './session-cache.ts';

export type AuthSettings = {
  /** Signs cookies and tokens: 32 characters or more. Another one signs everybody out. */
  AUTH_SECRET: string;
  /** Where people reach this installation. Cookies are sent over TLS only where this is https. */
  PUBLIC_URL: string;
};
/** The letters that sign-in writes. */
export type SignInPost = {
  /** To the one whose address it is, if it is anybody's. */
  link(email: string, token: string): Promise<void>;
  passkeysChanged(personId: string, what: 'added' | 'removed'): Promise<void>;
};
/** A plain pool, one that pipelines nothing. One of its connections listens for ended sessions until `close`. */
export type AuthServices = {
  pool: pg.Pool;
  settings: AuthSettings;
  issuer?: Issuer | null;
  /** Left out: nothing is mailed. */
  post?: SignInPost;
  log?: Log;
};
export type Auth = {
  /** Serves /api/auth; reads its own bodies, so it stands before the application's JSON parser. */
  handler: RequestHandler;
  /** Who is signed in, by cookie or bearer token. */
  personOf(req: Request): Promise<Session | null>;
  /** Signs in one whom the application has recognised itself. @returns the headers of the answer, with the cookie. */
  openSession(personId: string, req: Request): Promise<Headers>;
  ways: Ways;
  library: ReturnType<typeof openLibrary>;
  secondFactors: SecondFactors;
  sessions: Sessions;
  close(): Promise<void>;
};

export function makeAuth({ pool, settings, issuer = null, post, log }: AuthServices): Auth {
  const cache = openSessionCache(pool);
  const ways = waysOf(settings.PUBLIC_URL, issuer);
  const secondFactors = openSecondFactors({
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    secret: settings.AUTH_SECRET,
    isPassword: (personId, password) => isPassword(auth, personId, password),
  });
  const library: Auth['library'] = openLibrary({ pool, settings, issuer, post, log, cache, secondFactors });
  const auth: Auth = {
    handler: signInHandler(toNodeHandler(library), offeredWith(ways)),
    personOf: (req) => personOf(library, cache, req.headers),
    openSession: async (personId, req) => {
      const headers = { 'user-agent': req.get('user-agent') ?? '', 'x-laureate-client': req.ip ?? '' };
      const body = { personId, way: 'invitation' as const };
      return (await library.api.openSession({ body, headers, returnHeaders: true })).headers;
    },
    ways,
    library,
    secondFactors,
    sessions: openSessions(async () => (await library.$context).internalAdapter),
    close: cache.close,
  };
  return auth;
}

/** What shapes the tables too. Ids are UUIDs, for a user's id is the person's. */
const shape = (pool: pg.Pool, publicUrl: string, verified: (context: object) => void = () => {}) =>
  ({
    database: pool,
    advanced: {
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: ['x-laureate-client'] },
      // Said aloud, for the library would not check the origin in tests.
      disableOriginCheck: false,
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: {
      freshAge: freshMinutes * 60,
      additionalFields: { way: { type: 'string', required: false, input: false } },
    },
    // What an issuer's tokens would open is not ours to keep.
    account: { updateAccountOnSignIn: false, accountLinking: { trustedProviders: [] } },
    // Failed sign-ins are counted by sign-in.ts, which knows the address that a request really comes from.
    rateLimit: { enabled: false },
    plugins: [bearer({ requireSignature: true }), passkeyPlugin(publicUrl, verified)],
    telemetry: { enabled: false },
  }) satisfies BetterAuthOptions;

type Parts = Required<Pick<AuthServices, 'pool' | 'settings' | 'issuer'>> & {
  post: SignInPost | undefined;
  log: Log | undefined;
  cache: SessionCache;
  secondFactors: SecondFactors;
};

function openLibrary({ pool, settings: { AUTH_SECRET, PUBLIC_URL }, issuer, post, log, cache, secondFactors }: Parts) {
  const verified = new WeakSet<object>();
  const options = shape(pool, PUBLIC_URL, (context) => verified.add(context));
  const later = unawaited(log);
  const step = {
    secondFactors,
    isProven: (context: { path?: string }) =>
      verified.has(context) || (issuer?.checksSecondFactor === true && context.path === '/callback/:id'),
  };
  return betterAuth({
    ...options,
    plugins: [
      ...options.plugins,
      linkPlugin((email, token) => later(post?.link(email, token))),
      codeStep(),
      ...(issuer === null ? [] : [issuerPlugin(issuer)]),
    ],
    secret: AUTH_SECRET,
    baseURL: PUBLIC_URL,
    ...(log && { logger: loggerTo(log) }),
    onAPIError: { errorURL: `${PUBLIC_URL}/sign-in`, onError: noteTo(log) },
    hooks: { after: tellOfPasskeys((personId, what) => later(post?.passkeysChanged(personId, what))) },
    databaseHooks: {
      account: {
        create: {
          before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
      session: {
        create: { before: (session, context) => beforeSession(step, session, context) },
        delete: { after: ({ userId }) => cache.forget(userId) },
      },
    },
  });
}

/** The answer does not wait, so that its time tells nothing. */
const unawaited = (log: Log | undefined) => (work: Promise<void> | undefined) => {
  work?.catch((error: unknown) => log?.error({ err: error }, 'a letter of sign-in could not be written'));
};

/** Whoever has another's session shall not do this unseen. */
const tellOfPasskeys = (tell: (personId: string, what: 'added' | 'removed') => void) =>
  createAuthMiddleware(async ({ path, context }) => {
    const what = { '/passkey/verify-registration': 'added', '/passkey/delete-passkey': 'removed' } as const;
    const change = what[path as keyof typeof what];
    const personId = context.session?.user.id;
    if (change !== undefined && personId !== undefined && !isAPIError(context.returned)) tell(personId, change);
  });

const loggerTo = (log: Log) =>
  ({
    level: 'error',
    log: (_level, message, ...details) => log.error({ err: details[0] }, message),
  }) satisfies BetterAuthOptions['logger'];

/** What clients do wrong is theirs; the log gets the rest. */
const noteTo = (log: Log | undefined) => (error: unknown) => {
  if (!isAPIError(error) || error.statusCode >= 500) log?.error({ err: error }, 'sign-in failed');
};

/** Makes or completes the tables of sign-in. Several processes may do so at once. */
export async function migrateAuth(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('laureate-auth'))");
    const { runMigrations } = await getMigrations(shape(pool, 'http://localhost'));
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
    const { id, userId, createdAt, expiresAt } = found.session;
    return { personId: userId, sessionId: id, openedAt: createdAt, expiresAt };
  });
}
