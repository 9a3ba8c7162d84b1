// Every route, asked by everybody: who gets in, who has the wrong role, and for whom nothing is there.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { access } from '../../api/access.ts';
import { routes } from '../../api/routes.ts';
import { operations } from '../../api/standby.ts';
import { powers } from '../../domain/roles.ts';
import { expectations } from '../support/access-expectations.ts';
import { makeWorld, type World } from '../support/access-world.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { metadataOf } from '../support/uploads.ts';

let api: TestApi;
let world: World;

beforeAll(async () => {
  api = await openTestApi();
  world = await makeWorld(api);
});
afterAll(() => api.close());

/** A route without the query or remark that makes a case of it. */
const routeOf = (key: string) => key.replace(/\?.*$| \(.*\)$/, '');
const names = (list = '') => list.split(' ').filter((name) => name !== '');

const country = 'SG';
const letter = { name: 'letter.pdf', size: 10, type: 'application/pdf', sha256: 'a'.repeat(64) };
/** Bodies of those routes that look into them for whom they are about; the others are asked with one that breaks their schema. */
const bodies: { [route: string]: () => object } = {
  'post /cycles': () => ({
    ...{ award: 'sample', slug: 'access', number: 7, year: 2026, title: { en: 'Access' }, zone: 'Asia/Singapore' },
    ...{ countries: ['SG'], timetable: { opensAt: new Date(Date.now() + 86_400_000).toISOString() } },
  }),
  'post /cycles/preview': () => bodies['post /cycles']?.() ?? {},
  'post /cycles/:cycleId/letters': () => letter,
  'post /cycles/:cycleId/endorsement/endorse': () => ({ country }),
  'post /cycles/:cycleId/endorsement/object': () => ({ country, laureateId: randomUUID(), reason: 'Sample reason.' }),
  'post /cycles/:cycleId/endorsement/withdraw-objection': () => ({
    ...{ country, laureateId: randomUUID(), reason: 'Sample reason.' },
  }),
  'post /cycles/:cycleId/endorsement/settle-objection': () => ({
    ...{ country, laureateId: randomUUID(), outcome: 'dismissed', reason: 'Sample reason.' },
  }),
  'post /cycles/:cycleId/nominations': () => ({ country, category: 'ngo' }),
  'post /cycles/:cycleId/judges': () => ({ country, groups: ['SG-ngo'], email: 'judge@example.org', name: 'Judge' }),
  'post /cycles/:cycleId/panels': () => ({ country, category: 'ngo', judges: [] }),
  'post /panels/:panel/access/:requestId/end': () => ({ reason: 'Sample reason.' }),
  'post /panels/:panel/call-reserve': () => ({
    nominationId: world.params('judge', '').nominationId,
    judgeId: randomUUID(),
    insteadOf: randomUUID(),
  }),
  'post /panels/:panel/access': () => ({
    ...{ nominationId: world.params('judge', '').nominationId, personId: randomUUID(), reason: 'Sample reason.' },
  }),
  'post /awards/:award/organisations': () => ({ country, names: { en: 'Access' } }),
  'post /members/invite': () => ({ ...granting, email: 'screener@example.org', name: 'Screener' }),
  'post /members/:personId/grants': () => granting,
};
const granting = { role: 'screener', scope: { award: 'sample', country } };

/** The version that is pinned is none, so that nobody who gets in changes anything. */
async function ask(key: string, actor: string): Promise<number> {
  const route = routeOf(key);
  const [method = '', path = ''] = route.split(' ');
  const params = world.params(actor, key);
  const query = /\?.*$/.exec(key)?.[0] ?? '';
  const personId = world.actors[actor] ?? null;
  const response = await fetch(
    `${api.url}/api/v1${path.replaceAll(/:(\w+)/g, (_found, name: string) => params[name] ?? name)}${query}`,
    {
      method: method.toUpperCase(),
      headers: {
        ...(personId !== null &&
          (personId.startsWith('Link ') ? { authorization: personId } : { 'x-person': personId })),
        ...(route === 'post /uploads' && { 'upload-metadata': metadataOf(params.fileId ?? '') }),
        ...(method !== 'get' && { 'content-type': 'application/json', 'if-match': '"999999"' }),
      },
      ...(method !== 'get' &&
        method !== 'head' && { body: JSON.stringify(bodies[route]?.() ?? { 'no-such-field': true }) }),
    },
  );
  await response.body?.cancel();
  return response.status;
}

const classOf = (status: number): string => {
  if (status >= 500) return `failed with ${status}`;
  return status === 401 || status === 403 || status === 404 ? String(status) : 'may';
};

/** A standby is let in where the secretariat is, as far as its powers go, and otherwise where everybody is. */
function asStandby(key: string): string {
  const operation = routes.find(({ method, path }) => `${method} ${path}` === routeOf(key))?.operation ?? '';
  if (powers.some((power) => power !== 'conflicted-files' && operations[power].includes(operation)))
    return expected(key, 'secretariat');
  const [one = '403', ...others] = new Set(
    ['contact', 'presenter', 'staff', 'delegate', 'screener'].map((actor) => expected(key, actor)),
  );
  return others.length === 0 ? one : '403';
}

function expected(key: string, actor: string): string {
  const { may, hidden } = expectations[key] ?? { may: '' };
  if (names(may).includes(actor)) return 'may';
  if (actor === 'standby') return asStandby(key);
  if (names(hidden).includes(actor)) return '404';
  return actor === 'nobody' ? '401' : '403';
}

describe('the table of expectations', () => {
  it('names every route, and no other', () => {
    const there = routes.map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(Object.keys(expectations).map(routeOf))].sort()).toEqual(there.sort());
  });
  it('leaves no operation without a route', () => {
    const used = new Set<string>(routes.map(({ operation }) => operation));
    expect(Object.keys(access).filter((operation) => !used.has(operation))).toEqual([]);
  });
  it('names only those who are asked', () => {
    const named = Object.values(expectations).flatMap(({ may, hidden }) => [...names(may), ...names(hidden)]);
    expect([...new Set(named)].filter((name) => !(name in world.actors))).toEqual([]);
  });
  it('has someone of every role', async () => {
    const missing = Object.entries(world.actors).filter(
      ([name, id]) => id === '' || (id === null && name !== 'nobody'),
    );
    expect(missing).toEqual([]);
  });
});

describe('each route', () => {
  it.for(Object.keys(expectations))('%s', async (key) => {
    const actors = Object.keys(world.actors);
    const answers = await Promise.all(actors.map((actor) => ask(key, actor)));
    const found = Object.fromEntries(actors.map((actor, index) => [actor, classOf(answers[index] ?? 0)]));
    expect(found).toEqual(Object.fromEntries(actors.map((actor) => [actor, expected(key, actor)])));
  });
});
