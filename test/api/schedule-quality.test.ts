// How good a working schedule is over HTTP: its cost, talks without a place, moves since the release; and trials on a copy.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type TestApi, type TestClient } from '../support/api.ts';
import { solvedForum } from '../support/solved-forum.ts';

let api: TestApi;
let staff: TestClient;
let world: Awaited<ReturnType<typeof solvedForum>>;
const path = (rest: string) => `/forums/${world.forumId}/schedule/${rest}`;

beforeAll(async () => {
  api = await openTestApi();
  world = await solvedForum(api.db);
  staff = await api.grant('forum-staff', { forum: world.forumId });
  await world.propose();
});
afterAll(() => api.close());

type Quality = {
  proposal: { status: string; objective: number; bound: number; gap: number; solver: string };
  current: { objective: number; terms: { [term: string]: number } };
  left: { talk: string; slots: number; excluded: object[]; relief: object }[];
  replan: { stays: number; moves: { price: number }[]; gone: string[]; came: string[]; lost: string[] } | null;
};
const quality = async () => (await staff.get<Quality>(path('quality'))).body;

describe('the quality of a schedule', () => {
  it('says what the proposal costs and that none is better', async () => {
    const { proposal, current, replan } = await quality();
    expect(proposal).toMatchObject({ status: 'optimal', bound: proposal.objective, gap: 0 });
    expect(proposal.solver).toMatch(/^HiGHS /);
    expect(current.objective).toBe(proposal.objective);
    expect(current.terms.unplaced).toBe(100_000);
    expect(replan).toBe(null);
  });

  it('says of a talk without a place which rules exclude how many slots, and the one change that helps', async () => {
    const { left } = await quality();
    expect(left).toMatchObject([
      {
        talk: world.away,
        slots: 30,
        excluded: [
          { rule: 'unavailable', slots: 30 },
          { rule: 'taken', slots: 7 },
        ],
        relief: { kind: 'whole-day' },
      },
    ]);
    type Desk = { unplaced: { talk: { laureateId: string }; slots: number; excluded: object[] }[] };
    const { unplaced } = (await staff.get<Desk>(`/forums/${world.forumId}`)).body;
    expect(unplaced).toMatchObject([{ talk: { laureateId: world.away }, slots: 30, excluded: left[0]?.excluded }]);
  });

  it('tells what moved since the release, after a presenter has declined', async () => {
    await world.act({ type: 'ReleaseSchedule', data: { forumId: world.forumId, name: 'First', note: '' } });
    expect((await quality()).replan).toMatchObject({ stays: 7, moves: [], came: [], lost: [], gone: [] });
    const [first = ''] = world.talks;
    await world.decline(first);
    await world.propose();
    const { replan, current, proposal } = await quality();
    const moved = replan?.moves.length ?? 0;
    expect(replan?.gone).toEqual([first]);
    expect([replan?.lost, replan?.came]).toEqual([[], []]);
    expect((replan?.stays ?? 0) + moved).toBeGreaterThanOrEqual(6);
    for (const move of replan?.moves ?? []) expect(move.price).toBeGreaterThan(0);
    expect(current.objective).toBe(proposal.objective);
  });
});

describe('who moderates', () => {
  type Forum = {
    chairs: { block: string; room: string; person: string | null; held: boolean }[];
    moves: { moderators: object[] }[];
    undo: number | null;
  };
  const session = { block: 'last', room: 'second' };
  const forum = async () => (await staff.get<Forum>(`/forums/${world.forumId}`)).body;
  const chair = async () => (await forum()).chairs.find(({ block, room }) => `${block} ${room}` === 'last second');

  it('is held by hand, said among the acts, taken back and let go', async () => {
    expect(await chair()).toEqual({ ...session, person: null, held: false });
    const stranger = await staff.post(path('moderators/pin'), { ...session, person: randomUUID() });
    expect([stranger.status, stranger.body.type]).toEqual([409, '/problems/moderator-unknown']);
    expect((await staff.post(path('moderators/pin'), { ...session, person: null })).status).toEqual(200);
    expect(await chair()).toEqual({ ...session, person: null, held: true });
    const { moves, undo } = await forum();
    expect(moves[0]).toMatchObject({ act: 'move', changes: [], moderators: [{ ...session, name: null, held: true }] });
    expect((await staff.post(path('undo'), { step: undo })).status).toEqual(200);
    expect(await chair()).toMatchObject({ held: false });
    expect((await staff.post(path('redo'), { step: undo })).status).toEqual(200);
    expect((await staff.post(path('moderators/unpin'), session)).status).toEqual(200);
    expect(await chair()).toMatchObject({ held: false });
  });
});

type Scenarios = {
  scenarios: { id: string; state: string; broken: string[]; outcome: { unplaced: string[] } | null }[];
};
const scenarios = async () => (await staff.get<Scenarios>(path('scenarios'))).body.scenarios;
const placements = async () => (await staff.get<{ placements: object[] }>(`/forums/${world.forumId}`)).body.placements;

describe('a trial on a copy', () => {
  it('is worked out beside the working schedule, which stays as it is', async () => {
    const before = await placements();
    const asked = await staff.post(path('scenarios'), { name: 'Without the one who is away', without: [world.away] });
    expect([asked.status, asked.headers.get('location')]).toEqual([202, `/api/v1/proposals/${asked.body.id}`]);
    expect(await scenarios()).toMatchObject([{ id: asked.body.id, state: 'requested', outcome: null }]);
    await world.solve(asked.body.id);
    expect(await scenarios()).toMatchObject([{ state: 'proposed', outcome: { unplaced: [], terms: { unplaced: 0 } } }]);
    expect(await placements()).toEqual(before);
  });

  it('may have blocks with a slot more, where a talk can then be held', async () => {
    const [talk = ''] = world.talks.slice(1);
    const place = { block: 'first', room: 'main', slot: 5 };
    const pin = [{ talk, place }];
    const short = await staff.post(path('scenarios'), { name: 'As it is', pin });
    expect([short.status, short.body.type]).toEqual([409, '/problems/place-unknown']);
    const asked = await staff.post(path('scenarios'), { name: 'Longer', pin, longer: ['first'] });
    await world.solve(asked.body.id);
    const [tried] = await scenarios();
    expect(tried).toMatchObject({
      state: 'proposed',
      outcome: { placements: expect.arrayContaining([{ talk, ...place }]) },
    });
  });

  it('says why no schedule keeps its pins', async () => {
    const place = { block: 'first', room: 'main', slot: 0 };
    const [, one = '', two = ''] = world.talks;
    const pin = [one, two].map((talk) => ({ talk, place }));
    const asked = await staff.post(path('scenarios'), { name: 'Two on one slot', pin });
    await world.solve(asked.body.id);
    const [tried] = await scenarios();
    expect(tried).toMatchObject({ state: 'failed', outcome: null });
    expect(tried?.broken.join()).toContain('is put to a slot that is taken by');
  });

  it('is refused where it changes nothing, or names a place that is not in the programme', async () => {
    const nothing = await staff.post(path('scenarios'), { name: 'As it is' });
    expect([nothing.status, nothing.body.type]).toEqual([409, '/problems/scenario-empty']);
    const [talk = ''] = world.talks;
    const pin = [{ talk, place: { block: 'first', room: 'attic', slot: 0 } }];
    const full = await staff.post(path('scenarios'), { name: 'Longer', longer: ['attic'] });
    expect([full.status, full.body.type]).toEqual([409, '/problems/block-full']);
    const nowhere = await staff.post(path('scenarios'), { name: 'In the attic', pin });
    expect([nowhere.status, nowhere.body.type]).toEqual([409, '/problems/place-unknown']);
  });
});
