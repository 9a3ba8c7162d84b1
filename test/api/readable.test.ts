// Characters and nesting that would break further inside are named at the door.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';

let api: TestApi;
let administrator: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  administrator = await api.grant('administrator', {});
});
afterAll(() => api.close());

const invitation = { email: 'one@example.org', name: 'Sample member', role: 'auditor', scope: { award: 'sample' } };

describe('what cannot be stored', () => {
  it.each(['a\0b', 'a\ud800b'])('is named in a body: %j', async (name) => {
    const { status, body } = await administrator.post('/members/invite', { ...invitation, name });
    const rule = 'must not hold NUL or broken characters';
    expect([status, body.type, body.errors]).toEqual([
      400,
      '/problems/invalid',
      [{ field: 'name', rule, code: 'characters' }],
    ]);
  });

  it('is named in a query and in a cursor', async () => {
    expect((await administrator.get('/members?award=a%00b')).status).toEqual(400);
    const key = ['a\0b', '7fffffff-0000-4000-8000-000000000000'];
    const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
    expect((await administrator.get(`/members?cursor=${cursor}`)).status).toEqual(400);
  });

  it('is endless nesting, too', async () => {
    const deep = `{"scope":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const { status, body } = await administrator.post('/members/invite', deep);
    const rule = 'must not be nested deeper than 32 levels';
    const broken = { field: expect.stringMatching(/^scope\.0/), rule, code: 'nested', values: { most: '32' } };
    expect([status, body.errors]).toEqual([400, [broken]]);
  });
});
