// What processes look at: never older than what was written before, and nothing once nothing is owed.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReads } from '../../activities/reads.ts';
import type { Db } from '../../db/database.ts';
import { projectOnce } from '../../db/projections.ts';
import { publishedSchedules } from '../../db/read-models/published.ts';
import { by, planSample, type Sample } from '../support/acts.ts';
import { openFresh } from '../support/database.ts';
import { sampleDefinition } from '../support/samples.ts';
import { openForum } from './support.ts';

const hour = 3_600;
let db: Db;
let close: () => Promise<void>;
let sample: Sample;
let reads: ReturnType<typeof createReads>;
beforeAll(async () => {
  ({ db, close } = await openFresh(4));
  reads = createReads(db);
  const lengths = { nomination: hour, screening: hour, judging: hour, decision: hour };
  sample = await planSample(db, sampleDefinition(), ['SG', 'TH'], lengths);
});
afterAll(() => close());

describe('a read', () => {
  it('is null for what is not there', async () => {
    const cycleId = randomUUID();
    const [forumId, laureateId, nominationId, proposalId] = [cycleId, cycleId, cycleId, cycleId];
    expect(
      await Promise.all([
        reads.loadCycle({ cycleId }),
        reads.loadCountry({ cycleId, iso2: 'TH' }),
        reads.loadPanel({ cycleId, group: 'TH-ngo' }),
        reads.loadCorrection({ nominationId }),
        reads.loadEndorsement({ cycleId }),
        reads.loadForum({ forumId }),
        reads.loadSlot({ forumId, laureateId }),
        reads.loadProposal({ proposalId }),
      ]),
    ).toEqual([null, null, null, null, null, null, null, null]);
  });

  it('shows what the process itself has just done, though no projection of the feed has moved', async () => {
    const { cycleId, acts } = sample;
    expect((await reads.loadCycle({ cycleId }))?.phases.nomination.status).toBe('pending');
    await acts.cycle({ type: 'OpenPhase', data: { cycleId, phase: 'nomination' } }, by('process'));
    expect((await reads.loadCycle({ cycleId }))?.phases.nomination.status).toBe('open');
    await acts.country(
      { type: 'CloseCountryPhase', data: { cycleId, iso2: 'SG', phase: 'nomination' } },
      by('approver'),
    );
    expect((await reads.loadCountry({ cycleId, iso2: 'SG' }))?.phases.nomination.closed).toBe(true);
    expect((await reads.loadCountry({ cycleId, iso2: 'TH' }))?.phases.nomination.closed).toBe(false);
  });

  it('waits for the released schedule to be projected before it looks whether a talk was moved', async () => {
    const { forumId, invited, act, speak } = await openForum(db, 1);
    const [{ laureateId, personId } = { laureateId: '', personId: '' }] = invited;
    await speak({ type: 'ConfirmTalk', data: { forumId, laureateId } }, by('presenter', personId));
    const talks = [{ talk: laureateId, person: personId, country: 'TH', category: 'ngo', theme: null, available: [] }];
    const placements = [{ talk: laureateId, block: 'first', room: 'main', slot: 0 }];
    const proposalId = randomUUID();
    await act({ type: 'RequestSchedule', data: { forumId, proposalId } });
    await act(
      { type: 'ProposeSchedule', data: { forumId, proposalId, placements, unplaced: [], talks } },
      by('process'),
    );
    await act({ type: 'ReleaseSchedule', data: { forumId, name: 'First', note: '' } });
    let answered = false;
    const slot = reads.loadSlot({ forumId, laureateId }).finally(() => {
      answered = true;
    });
    await setTimeout(300);
    expect(answered).toBe(false);
    await projectOnce(db, publishedSchedules);
    const released = await db.read.selectFrom('published_schedules').select('released_at').executeTakeFirstOrThrow();
    expect((await slot)?.movedAt).toBe(released.released_at.getTime());
  });

  it('makes the row of a proposal that its run is faster than, once', async () => {
    const proposalId = randomUUID();
    const request = { kind: 'schedule' as const, cycleId: null, group: null, forumId: randomUUID() };
    const open = { reminders: [], kind: 'schedule' };
    expect(await reads.loadProposal({ proposalId, request })).toEqual(open);
    expect(await reads.loadProposal({ proposalId, request })).toEqual(open);
    await db.read.updateTable('proposals').set({ state: 'cancelled' }).where('proposal_id', '=', proposalId).execute();
    expect(await reads.loadProposal({ proposalId, request })).toBeNull();
  });

  it('is null for everything of a cycle that was cancelled', async () => {
    const { cycleId, acts } = sample;
    await acts.cycle({ type: 'CancelCycle', data: { cycleId, reason: 'No host was found.' } }, by('secretariat'));
    expect(await Promise.all([reads.loadCycle({ cycleId }), reads.loadCountry({ cycleId, iso2: 'SG' })])).toEqual([
      null,
      null,
    ]);
  });
});
