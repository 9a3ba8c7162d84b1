// The way into sign-in over HTTP: only the paths that are offered, small bodies, and few failures.
import express, { type Request, type RequestHandler, Router } from 'express';
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit';
import { badFields, HttpProblem, otherOrigin } from './problem.ts';
import { requireReadable } from './readable.ts';
import { Code } from './second-factor.ts';

/** The library offers more, and the next version more than that. */
const always = [
  '/api/auth/sign-in/email',
  '/api/auth/sign-out',
  '/api/auth/get-session',
  '/api/auth/list-sessions',
  '/api/auth/revoke-session',
  '/api/auth/revoke-sessions',
  '/api/auth/revoke-other-sessions',
  '/api/auth/change-password',
];

/** `also` are the paths of the ways in beside the password. */
export function signInHandler(
  serve: (req: Request, res: express.Response) => Promise<void>,
  also: string[] = [],
): RequestHandler {
  const router = Router();
  const offered = [...always, ...also];
  router.use((req, _res, next) => next(offered.includes(req.path) ? undefined : 'router'));
  router.use(express.json({ limit: '16kb' }), (req, _res, next) => {
    if (req.is('json') !== false) return next();
    next(new HttpProblem(415, 'json-only', 'Sign-in takes JSON bodies.'));
  });
  router.use((req, _res, next) => {
    requireReadable(req.body);
    next();
  });
  router.post('/api/auth/sign-in/email', failures(100, addressOf), failures(10, accountOf));
  router.post('/api/auth/sign-in/magic-link', ...requests(), onlyFields('email'));
  router.post('/api/auth/sign-in/social', onlyFields('provider', 'callbackURL', 'errorCallbackURL'));
  router.use(['/api/auth/magic-link/verify', '/api/auth/passkey/verify-authentication'], failures(100, addressOf));
  router.get('/api/auth/magic-link/verify', fromHere);
  router.use((req, res) => {
    // In the place of whatever the client said.
    req.headers['x-laureate-client'] = req.ip ?? '';
    req.headers['x-laureate-code'] = codeIn(req.body);
    if (isProgram(req)) delete req.headers['sec-fetch-mode'];
    return serve(req, res);
  });
  return router;
}

/**
 * Node's fetch sends `Sec-Fetch-Mode`, which makes the library ask for the origin that only browsers send. A browser
 * always says where a POST comes from, by one of the other two.
 */
const isProgram = ({ headers }: Request) =>
  headers.origin === undefined && headers['sec-fetch-site'] === undefined && headers.cookie === undefined;

/** The code of a second factor stands beside address and password; the library knows nothing of it. */
function codeIn(body: unknown): string {
  const given = typeof body === 'object' && body !== null && 'code' in body ? body.code : '';
  const code = typeof given === 'string' ? given.trim() : '';
  if (code === '' || Code.safeParse(code).success) return code;
  throw badFields([{ field: 'code', rule: 'must be the six digits of your app, or a recovery code' }]);
}

/** The library's further fields are further ways in. */
const onlyFields =
  (...names: string[]): RequestHandler =>
  (req, _res, next) => {
    const given: unknown = req.body;
    const said = typeof given === 'object' && given !== null ? Object.entries(given) : [];
    req.body = Object.fromEntries(said.filter(([name]) => names.includes(name)));
    next();
  };

/** A page of somebody else's must not sign a visitor in as whoever it likes. */
const fromHere: RequestHandler = ({ headers }, _res, next) => {
  const site = headers['sec-fetch-site'];
  const own = site === undefined || site === 'same-origin' || site === 'none';
  next(own ? undefined : otherOrigin());
};

const addressOf = ({ ip = '' }: Request) => ipKeyGenerator(ip);
/** By address too, so that nobody can keep another from signing in by failing in the other's name. */
const accountOf = (req: Request) => `${addressOf(req)} ${String(req.body?.email).trim().toLowerCase()}`;

/** How many links may be asked for within a quarter of an hour: by one place, and for one address. */
const requests = (): RequestHandler[] =>
  (
    [
      [60, addressOf],
      [5, accountOf],
    ] as const
  ).map(([limit, keyGenerator]) =>
    rateLimit({
      windowMs: 15 * 60_000,
      limit,
      keyGenerator,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_req, _res, next) =>
        next(new HttpProblem(429, 'too-many-links', 'Too many links were asked for. Wait a quarter of an hour.')),
    }),
  );

/** Counts failed sign-ins of a quarter of an hour in this process. */
const failures = (limit: number, keyGenerator: Options['keyGenerator']): RequestHandler =>
  rateLimit({
    windowMs: 15 * 60_000,
    limit,
    keyGenerator,
    skipSuccessfulRequests: true,
    // 403: the password was right, and the code of a second factor is asked for.
    requestWasSuccessful: (_req, res) => res.statusCode < 300 || res.statusCode === 403,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) =>
      next(new HttpProblem(429, 'too-many-failures', 'Too many failed sign-ins. Wait a quarter of an hour.')),
  });
