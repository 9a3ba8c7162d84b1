// Every error leaves as one RFC 9457 problem: what is wrong, where, and what would be allowed.
import type { ErrorRequestHandler, Response } from 'express';
import { ZodError } from 'zod';
import { CommandIdReused, Contended, VersionConflict } from '../db/execute.ts';
import type { Log } from '../db/log.ts';
import { Refusal } from '../domain/decider.ts';
import { ruleOfIssue, withCode } from './field-rules.ts';

type Extra = { [name: string]: unknown };

/** An answer that the route itself decides: not signed in, wrong role, not there, not acceptable. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly extra: Extra;
  constructor(status: number, code: string, message: string, extra: Extra = {}) {
    super(message);
    this.name = 'HttpProblem';
    this.status = status;
    this.code = code;
    this.extra = extra;
  }
}

export const notFound = () => new HttpProblem(404, 'not-found', 'There is nothing here that you may see.');
export const notThereYet = () => new HttpProblem(404, 'not-there-yet', 'At that time there was nothing here yet.');
export const notSignedIn = () => new HttpProblem(401, 'not-signed-in', 'Sign in first.');
export const otherOrigin = () =>
  new HttpProblem(403, 'other-origin', 'This comes from a page of another site. Open the page of this installation.');
export const wrongRole = () => new HttpProblem(403, 'wrong-role', 'Your roles do not include this.');

export const conflictsNotDeclared = () =>
  new HttpProblem(
    403,
    'conflicts-not-declared',
    'Before this entry opens, say whether a conflict stands between you and it.',
  );

/** A value that the schema lets through and that is none here: 400, as the schema itself would say it. */
export function badFields(errors: { field: string; rule: string }[]): HttpProblem {
  const detail = errors.map(({ field, rule }) => `${field}: ${rule}`).join('; ');
  return new HttpProblem(400, 'invalid', detail, { errors });
}

type Problem = { status: number; code: string; detail: string; extra: Extra };

/** Turns whatever was thrown into a problem; null for what is nobody's business but the log's. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof HttpProblem)
    return { status: error.status, code: error.code, detail: error.message, extra: error.extra };
  if (error instanceof Refusal)
    return { status: 409, code: error.code, detail: error.message, extra: { allowed: error.allowed } };
  if (error instanceof ZodError) return invalid(error);
  if (error instanceof VersionConflict)
    return {
      status: 412,
      code: 'version-moved',
      detail: 'It has changed since you read it. Read it again.',
      extra: {},
    };
  if (error instanceof CommandIdReused)
    return {
      status: 422,
      code: 'idempotency-key-reused',
      detail: 'This Idempotency-Key was used before for something else or by somebody else.',
      extra: {},
    };
  if (error instanceof Contended)
    return {
      status: 503,
      code: 'contended',
      detail: 'Too many write here at once. Nothing was changed: try again.',
      extra: {},
    };
  return ofExpress(error);
}

/** Lists every field that is wrong, with the rule it breaks. */
function invalid(error: ZodError): Problem {
  const errors = error.issues.flatMap(spelledOut).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          field: [...issue.path, key].join('.'),
          rule: 'is not a field here',
        }))
      : [{ field: issue.path.join('.') || 'body', ...ruleOfIssue(issue) }],
  );
  return {
    status: 400,
    code: 'invalid',
    detail: `${errors.map((e) => `${e.field}: ${e.rule}`).join('; ')}`,
    extra: { errors },
  };
}

/** Where one of several shapes is asked for and none fits, what is wrong with the nearest. */
function spelledOut(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.message !== 'Invalid input') return [issue];
  const foreign = (shape: Issue[]) => shape.filter(({ code }) => code === 'unrecognized_keys').length;
  const [nearest] = issue.errors.toSorted((a, b) => foreign(a) - foreign(b) || a.length - b.length);
  if (nearest === undefined) return [issue];
  return nearest.flatMap((inner) => spelledOut({ ...inner, path: [...issue.path, ...inner.path] }));
}
type Issue = ZodError['issues'][number];

/** What Express and its body parsers throw carries a status of its own. */
function ofExpress(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number' || error.status >= 500)
    return null;
  const { status } = error;
  if (status === 413)
    return {
      status,
      code: 'too-large',
      detail: 'The body is larger than 1 MB.',
      extra: {},
    };
  if (error instanceof URIError)
    return {
      status,
      code: 'invalid',
      detail: 'The address is not encoded as addresses are.',
      extra: { errors: [{ field: 'path', rule: 'must be percent-encoded UTF-8' }] },
    };
  if (status === 400)
    return {
      status,
      code: 'invalid',
      detail: 'The body is not valid JSON.',
      extra: { errors: [{ field: 'body', rule: 'must be valid JSON' }] },
    };
  return { status, code: 'bad-request', detail: error.message, extra: {} };
}

export function sendProblem(res: Response, problem: Problem): void {
  const { status, code, detail, extra } = problem;
  const errors = Array.isArray(extra.errors) ? { errors: extra.errors.map(withCode) } : {};
  res
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `/problems/${code}`,
        title: code.replaceAll('-', ' '),
        status,
        detail,
        ...extra,
        ...errors,
      }),
    );
}

/** The edge: the one place that catches. */
export const problems =
  (log: Log): ErrorRequestHandler =>
  (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const problem = problemOf(error);
    if (problem === null) log.error({ err: error, method: req.method, route: req.route?.path }, 'request failed');
    sendProblem(
      res,
      problem ?? { status: 500, code: 'unexpected', detail: 'Something went wrong here. It was logged.', extra: {} },
    );
  };
