// A panel with two rounds, on the real servers: its process sees to both, and a restart between them loses nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStreams } from '../../db/event-store.ts';
import { loadState } from '../../db/execute.ts';
import type { Round } from '../../domain/award-definition.ts';
import { panelStream } from '../../domain/panel/state.ts';
import type { ProcessRef } from '../../workflows/messages.ts';
import { by } from '../support/acts.ts';
import { expectRebuiltAlike } from '../support/rebuilding.ts';
import { twoRounds } from '../support/round-samples.ts';
import { type Formed, formedSample, releaseRound, scoreRound, toFinal } from '../support/two-rounds.ts';
import { panelIs, processEvents, sheetsAre } from './support/looks.ts';
import { openStage, type Stage, until } from './support/stage.ts';

let stage: Stage;
let worker: { stop(): Promise<void> };
let sample: Formed;
let ref: ProcessRef;

beforeAll(async () => {
  stage = await openStage();
  worker = await stage.work();
  sample = await formedSample({ db: stage.db, definition: twoRounds() });
  ref = { type: 'judgingPanel', cycleId: sample.cycleId, group: sample.group };
});
afterAll(() => stage.close());

describe('the process of a panel with two rounds', () => {
  it('seals the first tally, and waits for who goes on', async () => {
    const { entries, judges, group } = sample;
    await releaseRound(sample, entries, judges);
    await sheetsAre(sample, group, 12);
    await scoreRound(sample, Object.fromEntries(entries.map((entry, at) => [entry, 5 - at])), judges, 'first');
    await panelIs(sample, group, 'sealed');
    await until('waits for the shortlist', async () => (await stage.step(ref)) === 'entries shortlisted');
  });

  it('goes on with another worker, assigns the final to its own panel and seals its tally', async () => {
    await worker.stop();
    await toFinal(sample);
    worker = await stage.work();
    const { group, entries, chair, deputy, later } = sample;
    const judges = [chair, deputy, later];
    await until('waits for the final', async () => (await stage.step(ref)) === 'assignment released');
    await releaseRound(sample, entries.slice(0, 2), judges);
    await sheetsAre(sample, group, 18);
    const [first = '', second = ''] = entries;
    await scoreRound(sample, { [first]: 6, [second]: 9 }, judges, 'final');
    await panelIs(sample, group, 'sealed');
    const { state } = await loadState(stage.db, panelStream(sample.cycleId, group));
    expect(state).toMatchObject({
      ...{ round: 'final', status: 'sealed' },
      tally: {
        entries: [
          { nominationId: second, rank: 1 },
          { nominationId: first, rank: 2 },
        ],
      },
      rounds: [
        { round: 'first', tally: { entries: entries.map((nominationId, at) => ({ nominationId, rank: at + 1 })) } },
      ],
    });
  });

  it('ends with the signed decision, and has done nothing twice', async () => {
    const { cycleId, group, acts, entries, chair } = sample;
    const names = { laureates: entries.slice(1, 2), runnersUp: [], reasons: 'The best of the final.' };
    await acts.panel({ type: 'RecordDecision', data: { cycleId, group, ...names } }, by('chair', chair));
    const signature = { kind: 'in-person' } as const;
    await acts.panel({ type: 'SignDecision', data: { cycleId, group, signature } }, by('chair', chair));
    await until('the end', async () => (await stage.status(ref)) === 'COMPLETED');
    expect(await processEvents(sample)).toMatchObject({ ScoringClosed: 2, TallySealed: 2, ScorecardAssigned: 18 });
  });

  it('ends a round at its own instant, long before judging does', async () => {
    const { judging, ...rest } = twoRounds();
    const [first, final] = judging.rounds;
    // Of three hours that are left.
    const rounds = [{ ...(first as Round), closes: { share: '1/999' } }, final as Round];
    const timed = await formedSample({ db: stage.db, definition: { ...rest, judging: { ...judging, rounds } } });
    await releaseRound(timed, timed.entries, timed.judges);
    await panelIs(timed, timed.group, 'sealed');
    const events = await readStreams(stage.db.readPool, [panelStream(timed.cycleId, timed.group).id]);
    const dataOf = (type: string) => events.find((one) => one.type === type)?.data;
    expect(dataOf('ScoringClosed')).toMatchObject({ because: 'deadline', round: 'first' });
    expect(dataOf('AssignmentReleased')).toMatchObject({ closesAt: expect.any(String) });
  });

  it('leaves read models that are what its log says, row for row', () => expectRebuiltAlike(sample.db));
});
