// A conflict hides the entry everywhere: every address is asked by those in conflict, and nothing in any answer tells of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerOf } from '../../api/viewer.ts';
import { lastPlace } from '../../db/event-store.ts';
import { waitFor } from '../../db/projections.ts';
import { findChanges } from '../../db/read-models/change-views.ts';
import { history } from '../../db/read-models/history.ts';
import { textOf } from '../support/answer-text.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import {
  addressesOf,
  askEndorsement,
  type Conflicted,
  conflictedWorld,
  decideAll,
  goOnAbout,
  mark,
  scoreAll,
} from '../support/conflicted-world.ts';

type Told = { who: string; route: string; path: string; status: number; body: string };

let api: TestApi;
let world: Conflicted;

beforeAll(async () => {
  api = await openTestApi();
  world = await conflictedWorld(api);
  await scoreAll(world);
}, 60_000);
afterAll(() => api.close());

/** Where the own word on the conflict stands, by the id of the entry. */
const ownWord: { [who: string]: string[] } = {
  chair: ['/cycles/:cycleId/judges/:judgeId', '/cycles/:cycleId/judges/:judgeId/history'],
  judge: ['/cycles/:cycleId/judges/:judgeId', '/cycles/:cycleId/judges/:judgeId/history'],
  officer: [],
};

async function ask(personId: string, path: string) {
  const response = await fetch(`${api.url}/api/v1${path}`, { headers: { 'x-person': personId } });
  return { status: response.status, body: await textOf(Buffer.from(await response.arrayBuffer())) };
}

/** Everything that those in conflict are told, address by address. */
async function everythingTold(): Promise<Told[]> {
  await waitFor(api.db, [history.name], await lastPlace(api.db), 20_000);
  const addresses = await addressesOf(world);
  const told: Told[] = [];
  for (const [who, { personId }] of Object.entries(world.viewers)) {
    for (const { route, path } of addresses) told.push({ who, route, path, ...(await ask(personId ?? '', path)) });
    const listener = await viewerOf(api.db, personId ?? '');
    const changes = await findChanges(api.db, listener, { tx: '0', position: 0 }, 10_000);
    const body = JSON.stringify(changes.map(({ place: _place, ...change }) => change));
    told.push({ who, route: '/changes', path: '/changes', status: 200, body });
  }
  return told;
}

const isOwnWord = ({ who, route, path }: Told) =>
  ownWord[who]?.includes(route) === true && path.includes(`/judges/${world.viewers[who]?.personId}`);

/** Addresses at which a word of the entry, or the entry itself, is told. */
function leaksOf(told: Told[], ...marks: string[]): string[] {
  const { hidden } = world;
  const names = (one: Told) => marks.filter((word) => one.body.replaceAll(`=${mark}`, '').includes(word));
  return told
    .filter(({ status }) => status < 400)
    .flatMap((one) =>
      [...names(one), ...(one.body.includes(hidden) && !isOwnWord(one) ? ['its id'] : [])].map(
        (what) =>
          `${one.who} ${one.route} ${one.path.includes('?') ? one.path.slice(one.path.indexOf('?')) : ''} tells ${what}`,
      ),
    )
    .filter((line, index, all) => all.indexOf(line) === index)
    .sort();
}

describe('while the panel scores', () => {
  it('no address tells of the entry to those in conflict with it', async () => {
    const told = await everythingTold();
    expect(told.filter(({ status }) => status === 200).length).toBeGreaterThan(100);
    expect(told.filter(({ status }) => status >= 500)).toEqual([]);
    expect(leaksOf(told, mark)).toEqual([]);
  }, 120_000);

  it('what others do about the entry changes no answer', async () => {
    const before = await everythingTold();
    await goOnAbout(world, api);
    const after = await everythingTold();
    // The number of leaves of the panel's tree is public by design: a proof is worth nothing without it.
    const proofs = '/panels/:panel/verification';
    const moved = after.filter(
      (one, index) => one.route !== proofs && settled(one.body) !== settled(before[index]?.body ?? ''),
    );
    expect([...new Set(moved.map(({ who, route }) => `${who} ${route}`))].sort()).toEqual([]);
  }, 240_000);
});

/** Without what every answer made now says: when. */
const settled = (body: string) => body.replaceAll(/\d{4}-\d\d-\d\dT[0-9:.]+(Z|[+-]\d\d:\d\d)/g, 'then');

describe('after the decision', () => {
  it('neither the entry nor its score, nor that it came first, is told to those in conflict', async () => {
    await decideAll(world);
    const board = await api
      .as(world.free[0] ?? '')
      .get<{ entries: { nominationId: string; shown: string }[] }>(`/panels/${world.panel}/board`);
    expect(board.body.entries[0]).toMatchObject({ nominationId: world.hidden, shown: '100.00', rank: 1 });
    const told = await everythingTold();
    expect(leaksOf(told, mark, '100.00')).toEqual([]);
    const ranks = async (who: string) => {
      const { body } = (await world.viewers[who]?.get<{ entries: { rank: number }[] }>(
        `/panels/${world.panel}/board`,
      )) ?? { body: { entries: [] } };
      return body.entries.map(({ rank }) => rank);
    };
    expect([await ranks('chair'), await ranks('officer')]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  }, 120_000);

  it('nor when it is endorsed', async () => {
    await askEndorsement(world);
    expect(leaksOf(await everythingTold(), mark, '100.00')).toEqual([]);
  }, 120_000);
});
