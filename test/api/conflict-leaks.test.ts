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
  askToSpeak,
  type Conflicted,
  conflictedWorld,
  decideAll,
  goOnAbout,
  makePublic,
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
async function everythingTold(viewers = world.viewers): Promise<Told[]> {
  await waitFor(api.db, [history.name], await lastPlace(api.db), 20_000);
  const addresses = await addressesOf(world);
  const told: Told[] = [];
  for (const [who, { personId }] of Object.entries(viewers)) {
    for (const { route, path } of addresses) told.push({ who, route, path, ...(await ask(personId ?? '', path)) });
    const listener = await viewerOf(api.db, personId ?? '');
    const changes = await findChanges(api.db, listener, { tx: '0', position: 0 }, 10_000);
    const body = JSON.stringify(changes.map(({ place: _place, ...change }) => change));
    told.push({ who, route: '/changes', path: '/changes', status: 200, body });
  }
  return told;
}

/** What was asked for by the own word, or for whom it could be. */
const asked = ['/panels/:panel/access', '/panels/:panel/access/candidates'];
const isOwnWord = ({ who, route, path }: Told) =>
  asked.includes(route) ||
  (ownWord[who]?.includes(route) === true && path.includes(`/judges/${world.viewers[who]?.personId}`));

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

describe('an emergency', () => {
  const reason = 'A child in the file is in danger.';
  const access = () => `/panels/${world.panel}/access`;
  const entryOf = () => `/panels/${world.panel}/entries/${world.hidden}`;
  const board = async (who: string) =>
    (
      await world.viewers[who]?.get<{ entries: { nominationId: string }[] }>(`/panels/${world.panel}/board`)
    )?.body.entries.map(({ nominationId }) => nominationId);
  const sees = async (who: string) => [
    (await world.viewers[who]?.get(entryOf()))?.status,
    (await board(who))?.includes(world.hidden),
  ];
  const asks = async (who: string) => {
    const reply = await world.viewers[who]?.post(access(), { nominationId: world.hidden, hours: 2, reason });
    expect([reply?.status, reply?.body.type]).toEqual([201, undefined]);
    return `${access()}/${reply?.body.id}`;
  };

  it('lets exactly one person see exactly that entry, by the word of another, until it is ended', async () => {
    const deputy = api.as(world.free[0] ?? '');
    for (const who of ['officer', 'chair']) {
      expect([who, ...(await sees(who))]).toEqual([who, 404, false]);
      const request = await asks(who);
      expect([who, ...(await sees(who))]).toEqual([who, 404, false]);
      // Neither oneself nor another in the same conflict.
      for (const one of ['officer', 'chair', 'judge'])
        expect([one, (await world.viewers[one]?.post(`${request}/grant`, {}))?.status]).toEqual([
          one,
          one === 'judge' ? 403 : 404,
        ]);
      const { body: tasks } = await deputy.get<{ items: { kind: string; link: string }[] }>('/me/tasks');
      expect(tasks.items).toContainEqual(
        expect.objectContaining({ kind: 'answer-access', link: `/api/v1${access()}` }),
      );
      expect((await deputy.post(`${request}/grant`, {})).status).toEqual(200);
      expect([who, ...(await sees(who))]).toEqual([who, 200, true]);
      for (const other of Object.keys(world.viewers).filter((name) => name !== who && name !== 'judge'))
        expect([other, ...(await sees(other))]).toEqual([other, 404, false]);
      // To look is not to act.
      if (who === 'chair')
        expect((await world.viewers.chair?.post(`${entryOf()}/notes`, { text: 'From me.' }))?.status).toEqual(404);
      expect((await world.viewers[who]?.post(`${request}/end`, { reason }))?.status).toEqual(200);
      expect([who, ...(await sees(who))]).toEqual([who, 404, false]);
    }
    expect(leaksOf(await everythingTold(), mark, '100.00')).toEqual([]);
  }, 120_000);

  it('is over by itself', async () => {
    const request = await asks('officer');
    expect((await api.as(world.free[0] ?? '').post(`${request}/grant`, {})).status).toEqual(200);
    expect(await sees('officer')).toEqual([200, true]);
    // As if its hours had gone by.
    await api.db.read
      .updateTable('access_requests')
      .set({ until_at: new Date(Date.now() - 1000) })
      .where('request_id', '=', request.split('/').at(-1) ?? '')
      .execute();
    expect(await sees('officer')).toEqual([404, false]);
    const { body } = await api.as(world.free[0] ?? '').get<{ items: { state: string }[] }>(access());
    expect(body.items.map(({ state }) => state)).toEqual(['expired', 'ended', 'ended']);
  });

  it('stands in the history of the panel', async () => {
    await waitFor(api.db, [history.name], await lastPlace(api.db), 20_000);
    const { body } = await api
      .as(world.free[0] ?? '')
      .get<{ items: { type: string }[] }>(`/panels/${world.panel}/history`);
    const told = body.items.map(({ type }) => type).filter((type) => type.startsWith('Access'));
    expect(told.toReversed()).toEqual([
      ...['AccessRequested', 'AccessGranted', 'AccessEnded', 'AccessRequested', 'AccessGranted', 'AccessEnded'],
      ...['AccessRequested', 'AccessGranted'],
    ]);
  });
});

/** Without what every answer made now says: when. */
const settled = (body: string) => body.replaceAll(/\d{4}-\d\d-\d\dT[0-9:.]+(Z|[+-]\d\d:\d\d)/g, 'then');

type Standings = {
  entries: {
    nominationId: string;
    shown: string;
    rank: number;
    shownAdjusted: string | null;
    decidedBy: string | null;
  }[];
};

describe('after the decision', () => {
  it('neither the entry nor its score, nor that it came first, is told to those in conflict', async () => {
    await decideAll(world);
    const board = await api.as(world.free[0] ?? '').get<Standings>(`/panels/${world.panel}/board`);
    expect(board.body.entries[0]).toMatchObject({ nominationId: world.hidden, shown: '100.00', rank: 1 });
    const told = await everythingTold();
    expect(leaksOf(told, mark, '100.00')).toEqual([]);
    // What was made of its sheets too stays with those who see them: adjusted scores, and the rung that parted equals.
    expect(board.body.entries.map(({ shownAdjusted }) => typeof shownAdjusted)).toEqual(Array(3).fill('string'));
    for (const who of ['chair', 'officer']) {
      const seen = await world.viewers[who]?.get<Standings>(`/panels/${world.panel}/board`);
      expect(seen?.body.entries.map(({ rank, shownAdjusted, decidedBy }) => [rank, shownAdjusted, decidedBy])).toEqual([
        [1, null, null],
        [2, null, null],
      ]);
    }
  }, 120_000);

  it('nor when it is endorsed', async () => {
    await askEndorsement(world);
    const told = await everythingTold();
    expect(leaksOf(told, mark, '100.00')).toEqual([]);
    expect(outcomesIn(told)).toEqual([]);
  }, 120_000);

  it('nor when it is asked to speak', async () => {
    await askToSpeak(world);
    const told = await everythingTold();
    expect(told.filter(({ route }) => route.includes(':talk')).map(({ status }) => status)).toContain(404);
    expect(told.filter(({ status }) => status >= 500)).toEqual([]);
    expect(leaksOf(told, mark, '100.00')).toEqual([]);
    expect(outcomesIn(told)).toEqual([]);
  }, 120_000);

  it('which is told to an officer without a conflict', async () => {
    const free = await api.grant('secretariat', { award: 'sample' });
    expect(outcomesIn(await everythingTold({ officer: free }))).toEqual([
      ...['/changes', '/cycles/:cycleId/endorsement', '/cycles/:cycleId/endorsement/note'],
      ...['/cycles/:cycleId/endorsement/replies', '/cycles/:cycleId/history', '/cycles/:cycleId/laureates'],
      ...['/laureates/:laureateId', '/nominations/:nominationId/history'],
    ]);
  }, 120_000);

  it('the others of the group are told of again once everybody may read who won', async () => {
    await makePublic(world);
    const { body } = (await world.viewers.officer?.get<{ items: { laureateId: string }[] }>(
      `/cycles/${world.cycleId}/laureates`,
    )) ?? { body: { items: [] } };
    expect(body.items.map(({ laureateId }) => laureateId)).toEqual(others().slice(0, 1));
  });
});

const others = () => world.entries.filter((id) => id !== world.hidden);
const results = /laureates|endorsement|announcement|ceremony|talk|handover|tasks/;
const followUps = /Dossier|Return|Award|Laureate|Endors|Object|Presenter|Receiver/;
type Lines = { items?: { type?: string; nominationId?: string | null }[] };

/** Addresses at which an officer reads which of the others won: by that could be told what became of the entry. */
function outcomesIn(told: Told[]): string[] {
  const named = (text: string) => others().some((id) => text.includes(id));
  const tells = ({ route, path, body }: Told) => {
    if (results.test(route)) return named(body.replaceAll(path, ''));
    if (!/history|changes/.test(route) || path.includes('csv')) return false;
    const lines = route === '/changes' ? { items: JSON.parse(body) } : JSON.parse(body);
    return ((lines as Lines).items ?? []).some(
      ({ type = '', nominationId }) => followUps.test(type) && named(nominationId ?? ''),
    );
  };
  const found = told.filter((one) => one.who === 'officer' && one.status < 400 && tells(one));
  return [...new Set(found.map(({ route }) => route))].sort();
}
