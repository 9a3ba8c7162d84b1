// How often one place may ask, and register for open calls: enough for a university behind one address, too little to mail the world.
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit';
import { HttpProblem } from './problem.ts';

const addressOf = ({ ip = '' }: Request) => ipKeyGenerator(ip);
const mailboxOf = (req: Request) => `${addressOf(req)} ${String(req.body?.email).trim().toLowerCase()}`;

/** Counts what came within a quarter of an hour in this process. Stands behind the JSON parser. */
export const registrationLimits = (): RequestHandler[] => [limit(200, addressOf), limit(10, mailboxOf)];

/** Of all requests of a minute. */
export const requestLimit = (most: number): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: most,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) =>
      next(new HttpProblem(429, 'too-many-requests', 'Too many requests from your address. Wait a minute.')),
  });

const limit = (most: number, keyGenerator: Options['keyGenerator']): RequestHandler =>
  rateLimit({
    windowMs: 15 * 60_000,
    limit: most,
    keyGenerator,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) =>
      next(new HttpProblem(429, 'too-many-registrations', 'Too many registrations. Wait a quarter of an hour.')),
  });
