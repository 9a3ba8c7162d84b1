// How a route is written down, and how a request goes through it: role, target, scope, schema, act, answer.
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Db } from '../db/database.ts';
import { waitFor } from '../db/projections.ts';
import { asyncProjections } from '../db/registry.ts';
import { CountryPhase, Id, Iso2, Key, Phase, Stage } from '../domain/messages.ts';
import type { Role } from '../domain/roles.ts';
import { type Operation, requireRole, requireScope } from './access.ts';
import type { Services } from './app.ts';
import { linkOf } from './link.ts';
import { type HttpMeta, metaOf } from './meta.ts';
import { HttpProblem, notFound } from './problem.ts';
import { requireReadable } from './readable.ts';
import type { Target } from './targets.ts';
import { type Viewer, viewerByLink, viewerOf } from './viewer.ts';

/** A panel's group: `ngo-cso`, or `TH-ngo-cso` where judging is national. */
export const Group = z.string().regex(/^([A-Z]{2}-)?[a-z0-9]+(-[a-z0-9]+)*$/);
const composite = (parts: number) =>
  z.string().refine((id) => id.split('~').length === parts && id.split('~').every((part) => part !== ''));

/** What each name in a path means. A path that does not fit is not found. */
export const paramSchemas = {
  award: Key,
  cycleId: Id,
  slug: Key,
  iso2: Iso2,
  phase: Phase,
  countryPhase: CountryPhase,
  stage: Stage,
  nominationId: Id,
  judgeId: Id.describe('A judge; or me'),
  laureateId: Id,
  forumId: Id,
  personId: Id,
  grantId: Id,
  proposalId: Id,
  group: Group,
  form: Key,
  subjectId: Id,
  fileId: Id,
  panel: composite(2).refine((id) => z.tuple([Id, Group]).safeParse(id.split('~')).success),
  scorecard: composite(3).refine((id) => z.tuple([Id, Id, Key]).safeParse(id.split('~')).success),
  talk: composite(2).refine((id) => z.tuple([Id, Id]).safeParse(id.split('~')).success),
} as const;
type ParamName = keyof typeof paramSchemas;
type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
export type Params<Path extends string> = {
  [name in NamesIn<Path>]: name extends ParamName ? z.infer<(typeof paramSchemas)[name]> : never;
};

export type Context<Params, Query, Body, Found> = Services & {
  params: Params;
  query: Query;
  body: Body;
  target: Found;
  /** The command's id, actor, role and pinned version. */
  meta: HttpMeta;
  /** The person, and the role under which they act here. */
  viewer: Viewer | null;
  role: Role;
  req: Request;
  res: Response;
};
export type Reply = {
  status?: number;
  headers?: { [name: string]: string };
  body: unknown;
};

/** One route as data: OpenAPI, the access test and the router are made from it. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  operation: Operation;
  summary: string;
  query: z.ZodObject | null;
  body: z.ZodType | null;
  response: z.ZodType;
  status: number;
  /** False where the handler writes the answer itself (a stream, a file). */
  json: boolean;
  serve(services: Services, req: Request, res: Response): Promise<void>;
};
type Definition<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Found extends Target,
> = {
  path: Path;
  operation: Operation;
  summary: string;
  query?: Query;
  body?: Body;
  response: Answer;
  status?: number;
  json?: boolean;
  /** What is acted on; may look at the body, already valid, where the path alone does not tell. */
  target?: (
    services: Services,
    params: Params<Path>,
    body: z.infer<Body>,
    viewer: Viewer | null,
    query: z.infer<Query>,
  ) => Found | Promise<Found>;
  run(
    context: Context<Params<Path>, z.infer<Query>, z.infer<Body>, Found>,
  ): Promise<Omit<Reply, 'body'> & { body: z.infer<Answer> }>;
};

const define =
  (method: Route['method']) =>
  <
    const Path extends string,
    Answer extends z.ZodType,
    Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
    Body extends z.ZodType = z.ZodUndefined,
    Found extends Target = Target,
  >(
    definition: Definition<Path, Query, Body, Answer, Found>,
  ): Route => ({
    method,
    path: definition.path,
    operation: definition.operation,
    summary: definition.summary,
    query: definition.query ?? null,
    body: definition.body ?? null,
    response: definition.response,
    status: definition.status ?? 200,
    json: definition.json ?? true,
    serve: (services, req, res) => serve(definition, services, req, res),
  });

export const get = define('get');
export const post = define('post');
export const put = define('put');
export const del = define('delete');

async function serve<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Found extends Target,
>(
  definition: Definition<Path, Query, Body, Answer, Found>,
  services: Services,
  req: Request,
  res: Response,
): Promise<void> {
  const { operation } = definition;
  const viewer = await viewerFor(services, req);
  const held = requireRole(operation, viewer);
  const params = parseParams<Path>(req.params, viewer);
  await waitForPlace(services.db, req);
  // Whoever may not see it learns nothing from its validation: scope first, unless the scope needs the body.
  const early = definition.body === undefined || definition.target === undefined || definition.target.length < 3;
  const body = early ? undefined : parseBody(definition.body, req.body);
  const { after: _waitedFor, ...asked } = req.query;
  requireReadable(asked);
  const query = (definition.query ?? noQuery).parse(asked) as z.infer<Query>;
  const target = ((await definition.target?.(services, params, body as z.infer<Body>, viewer, query)) ?? {}) as Found;
  const role = requireScope(operation, viewer, held, target);
  const context = {
    ...services,
    params,
    query,
    body: (body ?? parseBody(definition.body, req.body)) as z.infer<Body>,
    target,
    viewer,
    role,
    meta: metaOf(req, viewer, role),
    req,
    res,
  };
  const reply = await definition.run(context);
  if (definition.json === false) return;
  res
    .status(reply.status ?? definition.status ?? 200)
    .set(reply.headers ?? {})
    .json(reply.body);
}

/** By `Authorization: Link <token>`, else whoever is signed in. Throws `HttpProblem` for a link that is over. */
async function viewerFor({ db, personOf }: Services, req: Request): Promise<Viewer | null> {
  const link = await linkOf(db, req);
  if (link !== null) return viewerByLink(link);
  const personId = await personOf(req);
  return personId === null ? null : viewerOf(db, personId);
}

const noQuery = z.strictObject({});
function parseBody(schema: z.ZodType | undefined, body: unknown): unknown {
  if (schema === undefined) return undefined;
  requireReadable(body);
  return schema.parse(body ?? {});
}

/** `me` in the place of a judge's or a person's id is the viewer. */
function parseParams<Path extends string>(said: Request['params'], viewer: Viewer | null): Params<Path> {
  const found = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      value === 'me' && (name === 'judgeId' || name === 'personId') ? viewer?.personId : value,
    ]),
  );
  for (const [name, value] of Object.entries(found)) {
    const schema: z.ZodType | undefined = (paramSchemas as { [name: string]: z.ZodType })[name];
    if (schema === undefined || !schema.safeParse(value).success) throw notFound();
  }
  return found as Params<Path>;
}

/** `?after=<tx>.<position>`: the read models have passed this place before the answer is made. */
async function waitForPlace(db: Db, req: Request): Promise<void> {
  const { after } = req.query;
  if (after === undefined) return;
  const match = typeof after === 'string' ? /^(\d{1,19})\.(\d{1,15})$/.exec(after) : null;
  if (match?.[1] === undefined || match[2] === undefined)
    throw new HttpProblem(400, 'invalid', 'after: must be <tx>.<position>, as Laureate-Position gave it', {
      errors: [{ field: 'after', rule: 'must be <tx>.<position>, as Laureate-Position gave it' }],
    });
  const names = asyncProjections.map((projection) => projection.name);
  const passed = await waitFor(db, names, { tx: match[1], position: Number(match[2]) }, 5_000);
  if (!passed)
    throw new HttpProblem(503, 'not-caught-up', 'The views have not caught up with that change yet. Try again.');
}

export function mount(router: Router, routes: Route[], services: Services): void {
  for (const route of routes) router[route.method](route.path, (req, res) => route.serve(services, req, res));
}
