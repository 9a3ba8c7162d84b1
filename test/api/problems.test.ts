// What bad requests get: a problem that names each field, never a 500.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requestLimit } from '../../api/call-limits.ts';
import { problemOf, problems } from '../../api/problem.ts';
import { Contended } from '../../db/execute.ts';
import { makeLog } from '../../db/log.ts';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { type Played, playNominations } from '../support/played-cycle.ts';

type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors: { field: string; rule: string; code?: string }[];
};

let api: TestApi;
let played: Played;
let secretariat: TestClient;
let cycle: string;

beforeAll(async () => {
  api = await openTestApi();
  played = await playNominations(api);
  secretariat = played.people.secretariat;
  cycle = `/cycles/${played.cycleId}`;
});
afterAll(() => api.close());

const fieldsOf = ({ errors }: Problem) => errors.map(({ field }) => field).sort();
const plan = {
  award: 'sample',
  slug: 'another-cycle',
  number: 7,
  year: 2026,
  title: { en: 'Another cycle' },
  zone: 'Asia/Singapore',
  countries: ['SG'],
  timetable: { opensAt: new Date(Date.now() + 86_400_000).toISOString() },
};

describe('a body', () => {
  it('is refused with every wrong field named', async () => {
    const body = { ...plan, slug: 'Not A Slug', number: '7', title: {}, colour: 'red', countries: ['Singapore'] };
    const answer = await secretariat.post<Problem>('/cycles', body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.body.type).toEqual('/problems/invalid');
    expect(fieldsOf(answer.body)).toEqual(['colour', 'countries.0', 'number', 'slug', 'title']);
    expect(answer.body.errors).toContainEqual({
      ...{ field: 'number', rule: 'Invalid input: expected number, received string' },
      ...{ code: 'kind', values: { wanted: 'number' } },
    });
    expect(answer.body.errors.map(({ code }) => code).sort()).toEqual([
      ...['country-code', 'key', 'kind', 'some-language', 'unknown-field'],
    ]);
  });
  it('is refused for a text that is too long, with the limit', async () => {
    const answer = await secretariat.post<Problem>(`${cycle}/cancel`, { reason: 'x'.repeat(1001) });
    expect([answer.status, fieldsOf(answer.body)]).toEqual([400, ['reason']]);
    expect(answer.body.detail).toContain('1000');
  });
  it('is refused for a year of the Buddhist Era', async () => {
    const answer = await secretariat.post<Problem>('/cycles', { ...plan, year: 2566 });
    expect([answer.status, fieldsOf(answer.body)]).toEqual([400, ['year']]);
  });
  it('is refused when it is no JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await secretariat.post<Problem>('/cycles', '{"award": ', headers);
    expect([answer.status, fieldsOf(answer.body)]).toEqual([400, ['body']]);
  });
  it('is refused when it is no object', async () => {
    for (const body of ['[]', 'null', '"text"', '7']) {
      const answer = await secretariat.post<Problem>('/cycles', body, { 'content-type': 'application/json' });
      expect([body, answer.status]).toEqual([body, 400]);
    }
  });
  it('is refused above 1 MB', async () => {
    const answer = await secretariat.post<Problem>('/cycles', { ...plan, title: { en: 'x'.repeat(1_100_000) } });
    expect([answer.status, answer.body.type]).toEqual([413, '/problems/too-large']);
  });
  it('is refused in a coding or character set that nobody reads', async () => {
    const coded = await secretariat.post('/cycles', '{}', { 'content-encoding': 'made-up' });
    const lettered = await secretariat.post('/cycles', '{}', { 'content-type': 'application/json; charset=made-up' });
    expect([coded.status, lettered.status]).toEqual([415, 415]);
  });
  it('counts as empty when it is not JSON, so that its fields are asked for', async () => {
    const answer = await secretariat.post<Problem>('/cycles', 'award=sample', { 'content-type': 'text/plain' });
    expect([answer.status, answer.body.type]).toEqual([400, '/problems/invalid']);
  });
});

describe('countries and categories', () => {
  it('are refused where the award does not know them, by name', async () => {
    const unknown = await played.people.applicant.post<Problem>(`${cycle}/nominations`, {
      country: 'SG',
      category: 'no-such-category',
    });
    expect([unknown.status, fieldsOf(unknown.body)]).toEqual([400, ['category']]);
    const award = await secretariat.post<Problem>('/cycles', { ...plan, award: 'unheard-of' });
    expect(award.status).toEqual(404);
  });
});

describe('a query', () => {
  it('is refused for what is no field of it, or no number', async () => {
    const answers = ['?limit=0', '?limit=many', '?limit=1000', '?colour=red', '?cursor=x'].map((query) =>
      secretariat.get<Problem>(`${cycle}/nominations${query}`),
    );
    for (const { status, body } of await Promise.all(answers))
      expect([status, body.type]).toEqual([400, '/problems/invalid']);
  });
  it('is refused for a cursor of another list', async () => {
    const cursor = Buffer.from(JSON.stringify(["'; drop table events; --"])).toString('base64url');
    for (const path of [
      `${cycle}/nominations`,
      '/cycles',
      `${cycle}/history`,
      `${cycle}/mails`,
      '/forums',
      '/me/tasks',
    ]) {
      const { status } = await secretariat.get(`${path}?cursor=${cursor}`);
      expect([path, status]).toEqual([path, path === '/me/tasks' ? 200 : 400]);
    }
  });
  it('is refused for a place that is none', async () => {
    const { status, body } = await secretariat.get<Problem>(`${cycle}?after=yesterday`);
    expect([status, fieldsOf(body)]).toEqual([400, ['after']]);
  });
});

describe('a header', () => {
  it('is refused where it does not fit', async () => {
    const pinned = await secretariat.post<Problem>(
      `${cycle}/cancel`,
      { reason: 'Sample reason.' },
      { 'if-match': 'new' },
    );
    expect([pinned.status, fieldsOf(pinned.body)]).toEqual([400, ['If-Match']]);
    const keyed = await secretariat.post<Problem>('/cycles', plan, { 'idempotency-key': 'k'.repeat(201) });
    expect([keyed.status, fieldsOf(keyed.body)]).toEqual([400, ['Idempotency-Key']]);
  });
  it('of a key that was used is refused for another body', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    expect((await secretariat.post('/cycles', plan, headers)).status).toEqual(201);
    const other = await secretariat.post<Problem>('/cycles', { ...plan, number: 8 }, headers);
    expect([other.status, other.body.type]).toEqual([422, '/problems/idempotency-key-reused']);
  });
});

describe('a path', () => {
  it('is not there where a part of it does not fit', async () => {
    const paths = ['/cycles/none', `${cycle}/countries/singapore`, `/talks/${randomUUID()}`, '/nothing', '/talks/~'];
    for (const path of paths) expect([path, (await secretariat.get(path)).status]).toEqual([path, 404]);
  });
  it('is not there when it is badly encoded', async () => {
    const { status, body } = await secretariat.get<Problem>('/cycles/%E0%A4%A');
    expect([status, fieldsOf(body)]).toEqual([400, ['path']]);
  });
});

describe('who may not', () => {
  it('is asked to sign in, told that the role is wrong, or finds nothing', async () => {
    const stranger = await api.grant('secretariat', { award: 'another' });
    const cancel = { reason: 'Sample reason.' };
    const answers = [
      await api.as(null).post<Problem>(`${cycle}/cancel`, cancel),
      await played.people.applicant.post<Problem>(`${cycle}/cancel`, cancel),
      await stranger.post<Problem>(`${cycle}/cancel`, cancel),
    ];
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual([
      [401, '/problems/not-signed-in'],
      [403, '/problems/wrong-role'],
      [404, '/problems/not-found'],
    ]);
  });
});

describe('a refusal', () => {
  it('is 409 with its code and what would be allowed', async () => {
    const answer = await secretariat.post<Problem & { allowed: object }>(`${cycle}/phases/decision/open`);
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { type: '/problems/phase-order', title: 'phase order', status: 409, allowed: { before: expect.any(String) } },
    ]);
  });
});

describe('a readable name', () => {
  it('is of one cycle: another one with it is refused, planned or cloned', async () => {
    const slug = 'a-name-that-is-taken';
    expect((await secretariat.post('/cycles', { ...plan, slug })).status).toEqual(201);
    const planned = await secretariat.post<Problem>('/cycles', { ...plan, slug, number: 9 });
    expect([planned.status, planned.body.type]).toEqual([409, '/problems/slug-taken']);
    const { opensAt } = plan.timetable;
    const copy = { slug, number: 10, year: 2027, title: { en: 'A clone' }, opensAt };
    const cloned = await secretariat.post<Problem>(`${cycle}/clone`, copy);
    expect([cloned.status, cloned.body.type]).toEqual([409, '/problems/slug-taken']);
  });
});

describe('a group that is none', () => {
  it('is refused by the rule for its name', async () => {
    const body = { groups: ['No group'], dossiersVerified: true };
    const answer = await secretariat.post<Problem>(`${cycle}/endorsement/request`, body);
    expect([answer.status, answer.body.errors]).toMatchObject([
      400,
      [{ field: 'groups.0', rule: 'must be a group such as ngo-cso or TH-ngo-cso' }],
    ]);
  });
});

describe('too many requests', () => {
  it('are answered with a problem and the time to wait', async () => {
    const app = express().use(requestLimit(1), (_req, res) => void res.json('here'));
    app.use(problems(makeLog('test', 'silent')));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ask = () => fetch(`http://127.0.0.1:${port}/`);
    expect((await ask()).status).toEqual(200);
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('retry-after')]).toEqual([
      429,
      'application/problem+json; charset=utf-8',
      expect.stringMatching(/^\d+$/),
    ]);
    expect(await answer.json()).toMatchObject({ type: '/problems/too-many-requests' });
    server.close();
  });
});

describe('problemOf', () => {
  it('names the field where one of several shapes is asked for', () => {
    const shapes = z.union([z.strictObject({ sameAs: z.string() }), z.strictObject({ another: z.literal(true) })]);
    const fieldOf = (value: unknown) => problemOf(z.object({ it: shapes }).safeParse({ it: value }).error);
    expect(fieldOf({ sameAs: 5 })).toMatchObject({ extra: { errors: [{ field: 'it.sameAs' }] } });
    expect(fieldOf({ another: 5 })).toMatchObject({ extra: { errors: [{ field: 'it.another' }] } });
    expect(fieldOf(5)).toMatchObject({ extra: { errors: [{ field: 'it', rule: expect.stringContaining('object') }] } });
  });
  it('says 503 where too many write at once, and nothing of what is unexpected', () => {
    expect(problemOf(new Contended('stream'))).toMatchObject({ status: 503, code: 'contended' });
    expect(problemOf(new Error('a secret'))).toEqual(null);
  });
});
