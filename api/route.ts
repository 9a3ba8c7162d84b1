// How a route is written down, and how a request goes through it: role, target, scope, schema, act, answer.
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Role } from '../domain/roles.ts';
import { type Operation, requireRole, requireScope } from './access.ts';
import { itemOf } from './answer.ts';
import type { Services } from './app.ts';
import { viewerFor, waitForPlace } from './asking.ts';
import { columnsOf, everyRow, sendTable, tableName, takeFormat } from './export.ts';
import { type HttpMeta, metaOf } from './meta.ts';
import { type Params, parseParams } from './params.ts';
import { requireReadable } from './readable.ts';
import { requireOwnAddress } from './shared-address.ts';
import { asRead, type Target } from './targets.ts';
import type { Viewer } from './viewer.ts';

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
  headers?: { [name: string]: string | string[] };
  body: unknown;
};

/** One route as data: OpenAPI, the access test and the router are made from it. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'delete' | 'head' | 'patch';
  path: string;
  operation: Operation;
  summary: string;
  query: z.ZodObject | null;
  body: z.ZodType | null;
  response: z.ZodType;
  status: number;
  /** False where the handler writes the answer itself (a stream, a file). */
  json: boolean;
  /** What a list lists, and every row of it that the viewer may see; null for what is no list. */
  list: { item: z.ZodType; rows(services: Services, asked: Asked): Promise<AsyncGenerator<unknown>> } | null;
  /** The media type of what it writes then. */
  media: string;
  serve(services: Services, req: Request, res: Response): Promise<void>;
};
/** A route that remembers its types, for those who call it; nothing of this is there at run time. */
export type Typed<
  Method extends Route['method'],
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = Route & {
  readonly contract?: {
    method: Method;
    path: Path;
    query: z.input<Query>;
    body: z.input<Body>;
    answer: z.output<Answer>;
  };
};
/** What is asked for, by whom. */
export type Asked = {
  viewer: Viewer | null;
  params: { [name: string]: string };
  query: { [name: string]: unknown };
  req: Request;
  res: Response;
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
  media?: string;
  /** What is acted on; may look at the body, already valid, where the path alone does not tell. */
  target?: (
    services: Services,
    params: Params<Path>,
    body: z.infer<Body>,
    viewer: Viewer | null,
    query: z.infer<Query>,
    req: Request,
  ) => Found | Promise<Found>;
  run(
    context: Context<Params<Path>, z.infer<Query>, z.infer<Body>, Found>,
  ): Promise<Omit<Reply, 'body'> & { body: z.infer<Answer> }>;
};

const define =
  <Method extends Route['method']>(method: Method) =>
  <
    const Path extends string,
    Answer extends z.ZodType,
    Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
    Body extends z.ZodType = z.ZodUndefined,
    Found extends Target = Target,
  >(
    definition: Definition<Path, Query, Body, Answer, Found>,
  ): Typed<Method, Path, Query, Body, Answer> => ({
    method,
    path: definition.path,
    operation: definition.operation,
    summary: definition.summary,
    query: definition.query ?? null,
    body: definition.body ?? null,
    response: definition.response,
    status: definition.status ?? 200,
    json: definition.json ?? true,
    list: listOf(definition),
    media: definition.media ?? 'text/event-stream',
    serve: (services, req, res) => serve(definition, services, req, res),
  });

export const get = define('get');
export const post = define('post');
export const put = define('put');
export const del = define('delete');
export const head = define('head');
export const patch = define('patch');

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
  const viewer = await viewerFor(services, req);
  requireRole(definition.operation, viewer);
  const params = parseParams<Path>(req.params, viewer);
  await waitForPlace(services.db, req);
  const { after: _waitedFor, ...said } = req.query;
  const list = listOf(definition);
  const { format, query } = list === null ? { format: 'json' as const, query: said } : takeFormat(req, said);
  const asked = { viewer, params, query, req, res };
  if (list !== null && format !== 'json') {
    const rows = await list.rows(services, asked);
    return sendTable(res, format, { name: tableName(definition.path), columns: columnsOf(list.item), rows });
  }
  const context = await contextOf(definition, services, asked);
  const reply = await definition.run(context);
  if (definition.json === false) return;
  res
    .status(reply.status ?? definition.status ?? 200)
    .set(reply.headers ?? {})
    .json(reply.body);
}

/** Role, schema and scope. Whoever may not see it learns nothing from its validation: scope first, unless the scope needs the body. */
async function contextOf<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Found extends Target,
>(
  definition: Definition<Path, Query, Body, Answer, Found>,
  services: Services,
  { viewer, query: said, req, res, ...asked }: Asked,
): Promise<Context<Params<Path>, z.infer<Query>, z.infer<Body>, Found>> {
  const { operation } = definition;
  const held = requireRole(operation, viewer);
  const params = asked.params as Params<Path>;
  const early = definition.body === undefined || definition.target === undefined || definition.target.length < 3;
  const body = early ? undefined : parseBody(definition.body, req.body);
  requireReadable(said);
  const query = (definition.query ?? noQuery).parse(said) as z.infer<Query>;
  const target = ((await definition.target?.(services, params, body as z.infer<Body>, viewer, query, req)) ??
    {}) as Found;
  const role = requireScope(operation, viewer, held, req.method === 'GET' ? asRead(target) : target);
  if (req.method !== 'GET') await requireOwnAddress(services.db, viewer, role, target);
  return {
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
}

type AnyPage = { items: unknown[]; next: string | null };

function listOf<
  Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Found extends Target,
>(definition: Definition<Path, Query, Body, Answer, Found>): Route['list'] {
  const item = itemOf(definition.response);
  if (item === undefined) return null;
  const rows: NonNullable<Route['list']>['rows'] = async (services, asked) => {
    const context = await contextOf(definition, services, asked);
    const ask = async (query: object) =>
      (await definition.run({ ...context, query: query as z.infer<Query> })).body as AnyPage;
    return everyRow(ask, context.query);
  };
  return { item, rows };
}

const noQuery = z.strictObject({});
function parseBody(schema: z.ZodType | undefined, body: unknown): unknown {
  if (schema === undefined) return undefined;
  requireReadable(body);
  return schema.parse(body ?? {});
}

export function mount(router: Router, routes: Route[], services: Services): void {
  for (const route of routes) router[route.method](route.path, (req, res) => route.serve(services, req, res));
}
