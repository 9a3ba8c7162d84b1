// The description of the API: sound in itself, complete, and shown as a page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { routes } from '../../api/routes.ts';
import { openTestApi, type TestApi } from '../support/api.ts';

const Schema = z.union([z.boolean(), z.record(z.string(), z.unknown())]);
const Content = z.record(z.string(), z.strictObject({ schema: Schema }));
const Parameter = z.strictObject({
  in: z.enum(['path', 'query', 'header']),
  name: z.string().min(1),
  description: z.string().min(3).optional(),
  required: z.boolean().optional(),
  schema: Schema,
});
const Operation = z.strictObject({
  operationId: z.string().regex(/^[\w-]+$/),
  summary: z.string().min(3),
  description: z.string().min(3),
  tags: z.array(z.string()).min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.strictObject({ content: Content, required: z.boolean().optional() }).optional(),
  responses: z.record(
    z.string().regex(/^([1-5]\d\d|default)$/),
    z.strictObject({ description: z.string().min(1), content: Content.optional(), headers: z.unknown().optional() }),
  ),
});
/** What OpenAPI 3.1 asks of the parts that are used here; unknown words do not pass. */
const Document = z.strictObject({
  openapi: z.literal('3.1.1'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string().optional() }),
  }),
  servers: z.array(z.strictObject({ url: z.url() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), Schema),
    securitySchemes: z.record(
      z.string(),
      z.looseObject({ type: z.enum(['http', 'apiKey']), description: z.string().optional() }),
    ),
  }),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'delete', 'head', 'patch']), Operation),
  ),
});
type Document = z.infer<typeof Document>;

let api: TestApi;
let raw: unknown;
let document: Document;

beforeAll(async () => {
  api = await openTestApi();
  raw = await (await fetch(`${api.url}/api/openapi.json`)).json();
});
afterAll(() => api.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** Every `$ref` below, wherever it stands. */
function refsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part] : refsIn(part),
  );
}

const pointed = (ref: string): unknown =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined), raw);

describe('/api/openapi.json', () => {
  it('is an OpenAPI 3.1 document', () => {
    document = Document.parse(raw);
  });
  it('describes every route and nothing else', () => {
    const described = operations().map(({ path, method }) => `${method} ${path}`);
    const there = routes.map(({ path, method }) => `${method} /api/v1${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(there.sort());
  });
  it('gives each operation an id of its own', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
  it('describes each parameter of a path once, as required, and no other', () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
      const given = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(given.map(({ name }) => name)).toEqual(named);
      for (const { required, description } of given)
        expect([required, description]).toEqual([true, expect.any(String)]);
    }
  });
  it('has no parameter twice', () => {
    for (const { operation } of operations()) {
      const names = (operation.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(names).size).toEqual(names.length);
    }
  });
  it('points only to what it contains', () => {
    const refs = [...new Set(refsIn(raw))];
    expect(refs.length).toBeGreaterThan(10);
    expect(refs.filter((ref) => !ref.startsWith('#/') || pointed(ref) === undefined)).toEqual([]);
  });
  it('requires only properties that its objects have, and patterns that can be compiled', () => {
    const Properties = z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) });
    const Pattern = z.object({ pattern: z.string() });
    const broken: string[] = [];
    const walk = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const found = Properties.safeParse(value);
      if (found.success)
        for (const name of found.data.required)
          if (found.data.properties[name] === undefined) broken.push(`${at}: ${name}`);
      const pattern = Pattern.safeParse(value);
      if (pattern.success) new RegExp(pattern.data.pattern, 'u');
      for (const [key, part] of Object.entries(value)) walk(part, `${at}/${key}`);
    };
    walk(raw, '');
    expect(broken).toEqual([]);
  });
  it('says of each operation who it is for, and leaves open only what is public', () => {
    for (const { operation } of operations()) {
      expect(operation.description).toMatch(/^For: [a-z-]+ \(/);
      expect(operation.security !== undefined).toEqual(operation.description.includes('public'));
    }
  });
});

describe('/api/docs', () => {
  it('is a page with its parts from here', async () => {
    const page = await fetch(`${api.url}/api/docs/`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(parts.length).toEqual(3);
    for (const part of parts) {
      const answer = await fetch(`${api.url}${part}`);
      expect([part, answer.status]).toEqual([part, 200]);
      await answer.arrayBuffer();
    }
  });
});
