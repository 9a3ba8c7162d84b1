// Solvers: a request becomes a proposal once, whatever is repeated; what was stopped stays so, and a failure says why.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { solveAssignment } from '../../activities/solve-assignment.ts';
import { solveSchedule } from '../../activities/solve-schedule.ts';
import type { Db } from '../../db/database.ts';
import { loadState } from '../../db/execute.ts';
import { cancelProposal } from '../../db/read-models/proposal-views.ts';
import { forumStream } from '../../domain/forum/state.ts';
import type { Pair } from '../../domain/panel/messages.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { by, formPanel, seatJudges } from '../support/acts.ts';
import { openFresh } from '../support/database.ts';
import { sampleDefinition } from '../support/samples.ts';
import { screenedSample } from '../support/scoring.ts';
import { countEvents, inProcess, openForum } from './support.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openFresh(3));
});
afterAll(() => close());

type Request = { cycleId: string | null; panel_group: string | null; forum_id: string | null };
async function row(proposalId: string, request: Request): Promise<string> {
  const kind = request.forum_id === null ? 'assignment' : 'schedule';
  await db.read
    .insertInto('proposals')
    .values({
      ...{ proposal_id: proposalId, kind, cycle_id: request.cycleId, panel_group: request.panel_group },
      ...{ forum_id: request.forum_id, state: 'requested', requested_by: 'test', requested_at: new Date() },
    })
    .execute();
  return proposalId;
}

const stateOf = async (proposalId: string) =>
  db.read
    .selectFrom('proposals')
    .select(['state', 'progress', 'objective', 'problem'])
    .where('proposal_id', '=', proposalId)
    .executeTakeFirstOrThrow();
const failed = (problem: string) => ({ state: 'failed', objective: null, problem });

/** As if the worker had died between the proposal's acceptance and its note of it. */
const forget = (proposalId: string) =>
  db.read
    .updateTable('proposals')
    .set({ state: 'running', progress: 0.9, objective: null, finished_at: null })
    .where('proposal_id', '=', proposalId)
    .execute();

describe('solveAssignment', () => {
  let sample: Awaited<ReturnType<typeof screenedSample>>;
  let judges: string[];
  beforeEach(async () => {
    sample = await screenedSample({ db, definition: sampleDefinition() });
    judges = await seatJudges(sample, [sample.group], 'SG', 3);
    await formPanel(sample, 'SG', 'ngo', judges);
  });

  async function request(pinned: Pair[] = [], replaces?: string): Promise<string> {
    const { cycleId, group, acts } = sample;
    const proposalId = randomUUID();
    const data = { cycleId, group, proposalId, pinned, ...(replaces !== undefined && { replaces }) };
    await acts.panel({ type: 'RequestAssignment', data }, by('focal-point'));
    return row(proposalId, { cycleId, panel_group: group, forum_id: null });
  }
  const solveIt = (proposalId: string) =>
    inProcess(`proposal:${proposalId}`, () => solveAssignment(db, { proposalId }));
  const assignment = async () => {
    const { state } = await loadState(db, panelStream(sample.cycleId, sample.group));
    return state.status === 'none' ? undefined : state.assignment;
  };

  it('proposes every judge for every entry, and does nothing the second time', async () => {
    const proposalId = await request();
    await solveIt(proposalId);
    const proposed = await assignment();
    expect(proposed?.status === 'proposed' && proposed.pairs.length).toBe(9);
    expect(await stateOf(proposalId)).toEqual({ state: 'proposed', progress: 1, objective: 0, problem: null });
    const events = await countEvents(db);
    await solveIt(proposalId);
    expect([await countEvents(db), await assignment()]).toEqual([events, proposed]);
  });

  it('notes what was accepted before the worker died', async () => {
    const proposalId = await request();
    await solveIt(proposalId);
    await forget(proposalId);
    const events = await countEvents(db);
    await solveIt(proposalId);
    expect(await stateOf(proposalId)).toEqual({ state: 'proposed', progress: 1, objective: 0, problem: null });
    expect(await countEvents(db)).toBe(events);
  });

  it('leaves a proposal alone that was stopped', async () => {
    const proposalId = await request();
    await cancelProposal(db, proposalId);
    await solveIt(proposalId);
    expect((await stateOf(proposalId)).state).toBe('cancelled');
    expect((await assignment())?.status).toBe('requested');
  });

  it('says of a request that another has replaced that nobody waits for it', async () => {
    const first = await request();
    await request([], first);
    await solveIt(first);
    expect(await stateOf(first)).toMatchObject(failed('proposal-stale'));
  });

  it('says at once of a pin in conflict that no plan keeps the rules', async () => {
    const { cycleId, group, acts, entries } = sample;
    const [nominationId = ''] = entries;
    const [judgeId = ''] = judges;
    await acts.judge(
      {
        type: 'DeclareConflict',
        data: { cycleId, judgeId, nominationId, kind: 'adviser', reason: 'Advised them in 2023.' },
      },
      by('judge', judgeId),
    );
    const proposalId = await request([{ nominationId, judgeId }]);
    await solveIt(proposalId);
    expect(await stateOf(proposalId)).toMatchObject(failed('assignment-invalid'));
    expect((await assignment())?.status).toBe('requested');
    expect(group).toBe('SG-ngo');
  });
});

describe('solveSchedule', () => {
  let forum: Awaited<ReturnType<typeof openForum>>;
  beforeEach(async () => {
    forum = await openForum(db, 3);
  });

  async function request(): Promise<string> {
    const { forumId, act } = forum;
    const proposalId = randomUUID();
    await act({ type: 'RequestSchedule', data: { forumId, proposalId } });
    return row(proposalId, { cycleId: null, panel_group: null, forum_id: forumId });
  }
  const solveIt = (proposalId: string) => inProcess(`proposal:${proposalId}`, () => solveSchedule(db, { proposalId }));
  const schedule = async () => (await loadState(db, forumStream(forum.forumId))).state;

  it('gives every talk a place, and does nothing the second time', async () => {
    const proposalId = await request();
    await solveIt(proposalId);
    const first = await schedule();
    expect(first).toMatchObject({ requested: null, proposed: proposalId, unplaced: [] });
    expect(await stateOf(proposalId)).toEqual({ state: 'proposed', progress: 1, objective: 0, problem: null });
    const events = await countEvents(db);
    await solveIt(proposalId);
    expect([await countEvents(db), await schedule()]).toEqual([events, first]);
  });

  it('notes what was accepted before the worker died', async () => {
    const proposalId = await request();
    await solveIt(proposalId);
    await forget(proposalId);
    const events = await countEvents(db);
    await solveIt(proposalId);
    expect(await stateOf(proposalId)).toEqual({ state: 'proposed', progress: 1, objective: 0, problem: null });
    expect(await countEvents(db)).toBe(events);
  });

  it('leaves a proposal alone that was stopped', async () => {
    const proposalId = await request();
    await cancelProposal(db, proposalId);
    await solveIt(proposalId);
    expect((await stateOf(proposalId)).state).toBe('cancelled');
    expect(await schedule()).toMatchObject({ requested: proposalId, proposed: null });
  });

  it('says of a request that nobody waits for any more that it is stale', async () => {
    const proposalId = await row(randomUUID(), { cycleId: null, panel_group: null, forum_id: forum.forumId });
    await solveIt(proposalId);
    expect(await stateOf(proposalId)).toMatchObject(failed('proposal-stale'));
  });
});
