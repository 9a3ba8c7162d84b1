// OpenAPI 3.1 made from the routes' own schemas: what is described is what is checked.
import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { rulesOf } from './access.ts';
import { formats, mediaTypes } from './export.ts';
import { paramSchemas } from './params.ts';
import type { Route } from './route.ts';

const Problem = z
  .looseObject({
    type: z.string().describe('/problems/<code>, explained in docs/problems.md'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(
        z.looseObject({
          field: z.string(),
          rule: z.string().describe('What is asked of it, in English'),
          code: z.string().optional().describe('The same rule by a name that stays, with `values` that stand in it'),
          values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .optional(),
    allowed: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
const answerProblem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

export function openApi(routes: Route[], url: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = `/api/v1${route.path.replaceAll(/:([a-zA-Z0-9]+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method]: operation(route, idOf(route, routes)) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Laureate',
      version: '1',
      description: 'An award from the call for nominations to the forum.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url }],
    security: [{ bearer: [] }, { cookie: [] }, { link: [] }],
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token that POST /api/auth/sign-in/email answers in set-auth-token.',
        },
        cookie: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
        link: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Link <token>`, for one who was mailed a link and has no account.',
        },
      },
    },
    paths,
  });
}

/** What a path's names stand for, where the name alone does not tell. */
const meanings: { [name: string]: string } = {
  cycleId: 'A cycle',
  slug: "A cycle's readable name, or its id",
  iso2: 'A country, ISO 3166-1 alpha-2',
  phase: 'A phase of the cycle',
  countryPhase: 'A phase that the country runs by itself',
  stage: 'A stage of the announcement',
  nominationId: 'A nomination',
  judgeId: 'A judge: the id of the person',
  laureateId: 'A laureate: the id of the nomination',
  forumId: 'A forum',
  personId: 'A person',
  grantId: "A grant of a role, as the person's roles list it",
  proposalId: 'What was asked of a solver',
  importId: 'An import of a table',
  importKind: 'What the table holds',
  group: 'A panel within its cycle: a category, or a country and a category',
  form: 'The kind of form, such as nomination',
  subjectId: 'What the form is about',
  fileId: 'A file, as its registration names it',
  version: 'A version of what was submitted',
  panel: 'A panel: <cycleId>~<group>',
  scorecard: 'A scorecard: <nominationId>~<judgeId>~<round>',
  talk: 'A talk: <forumId>~<laureateId>',
};

function paramsOf(path: string): { [name: string]: z.ZodType } {
  const schemas: { [name: string]: z.ZodType } = paramSchemas;
  const names = [...path.matchAll(/:([a-zA-Z0-9]+)/g)].map((match) => match[1] ?? '');
  return Object.fromEntries(
    names.map((name) => [name, (schemas[name] ?? z.string()).meta({ description: meanings[name] ?? name })]),
  );
}

const headers = z.object({
  'Idempotency-Key': z
    .string()
    .max(200)
    .optional()
    .describe('The same key with the same body gives the first answer again'),
  'If-Match': z.string().optional().describe('The ETag that the change was made for'),
});

/** The operation's name; with the words of the path where several routes are for it, and the method where these share one. */
function idOf({ operation, path, method }: Route, routes: Route[]): string {
  const same = routes.filter((route) => route.operation === operation);
  if (same.length === 1) return operation;
  const words = path.replaceAll(':', '').split(/[/.]/).slice(1);
  const shared = same.filter((route) => route.path === path).length > 1;
  return [operation, ...(shared ? [method] : []), ...words].join('-');
}

/** A list comes as a table too. */
const Format = z.enum(formats).optional().describe('All pages of what is filtered, as a table; or say so by Accept');

function querySchema({ query, list }: Route): { query?: z.ZodObject } {
  if (list === null) return query === null ? {} : { query };
  return { query: (query ?? z.strictObject({})).extend({ format: Format }) };
}

function contentOf({ json, list, media, response }: Route): { [type: string]: { schema: z.ZodType } } {
  if (list === null) return { [json ? 'application/json' : media]: { schema: response } };
  return {
    [mediaTypes.json]: { schema: response },
    [mediaTypes.csv]: { schema: z.string() },
    [mediaTypes.xlsx]: { schema: z.string().meta({ format: 'binary' }) },
  };
}

function operation(route: Route, operationId: string) {
  const params = paramsOf(route.path);
  const roles = rulesOf(route.operation).map(([role, scope]) => `${role} (${scope})`);
  const write = route.method !== 'get' && route.method !== 'head';
  return {
    operationId,
    summary: route.summary,
    description: `For: ${roles.join(', ')}.`,
    tags: [route.path.split('/')[1] ?? 'api'],
    ...(roles.some((role) => role.startsWith('public')) && { security: [] }),
    requestParams: {
      ...(Object.keys(params).length > 0 && { path: z.object(params) }),
      ...querySchema(route),
      ...(write && { header: headers }),
    },
    ...(route.body !== null && { requestBody: { content: { 'application/json': { schema: route.body } } } }),
    responses: {
      [String(route.status)]: {
        description: 'Done',
        content: contentOf(route),
      },
      400: answerProblem('A field breaks a rule'),
      401: answerProblem('Not signed in'),
      403: answerProblem('Your roles do not include this'),
      404: answerProblem('Nothing here that you may see'),
      ...(write && {
        413: answerProblem('The body is larger than 1 MB'),
        409: answerProblem('Refused by a rule of the award'),
        412: answerProblem('Changed meanwhile'),
        422: answerProblem('Idempotency-Key reused'),
      }),
      default: answerProblem('Any other problem: its type says which'),
    },
  };
}
