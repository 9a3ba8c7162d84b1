// What the store owes, seen from its read models: each process from its start until nothing is left for it to do.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import type { AwardsEvent } from '../../domain/events.ts';
import { findOwed } from '../../worker/owed.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { openFresh } from '../support/database.ts';
import { forumPlanned, scheduleReleased } from '../support/forum-samples.ts';
import { nominationCorrected, nominationReturned, nominationSubmitted } from '../support/nomination-samples.ts';
import {
  cycleIn,
  decidedCycle,
  decisionSigned,
  endorsementClosesAt,
  ids,
  panelFormed,
  phaseClosed,
  phaseOpened,
  plannedCycle,
  sampleDefinition,
  winner,
} from '../support/samples.ts';
import { project } from './support.ts';

const cycleId = ids.cycle;
const cycle = `cycle:${cycleId}`;
const forum = `forum:${ids.forum}`;
const tracks = ['MM', 'SG', 'TH'].map((iso2) => `${cycle}:country:${iso2}`);
const cancelled: AwardsEvent = { type: 'CycleCancelled', data: { cycleId, reason: 'No host was found.' } };
const invited = (forumCycle: string | null): AwardsEvent => ({
  type: 'PresenterInvited',
  data: {
    ...{ forumId: ids.forum, laureateId: ids.nomination(1), cycleId: forumCycle, personId: ids.person(1) },
    ...{ country: 'TH', category: 'ngo', organisation: { en: 'Sample' }, answerBy: '2025-07-01T00:00:00.000Z' },
  },
});
const countryClosed = (iso2: string, phase: 'nomination' | 'screening' | 'judging' | 'decision'): AwardsEvent => ({
  type: 'CountryPhaseClosed',
  data: { cycleId, iso2, phase, because: 'deadline' },
});

let db: Db;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await openFresh());
});
afterEach(() => close());

const owedAfter = async (...events: AwardsEvent[]) => {
  await project(db, events);
  return (await findOwed(db)).map(({ ref }) => workflowIdOf(ref)).sort();
};

describe('findOwed', () => {
  it('owes nothing to an empty store', async () => {
    expect(await owedAfter()).toEqual([]);
  });

  it('owes a cycle from its planning, and its countries from the opening of nominations', async () => {
    expect(await owedAfter(plannedCycle())).toEqual([cycle]);
    expect(await owedAfter(phaseOpened('nomination'))).toEqual([cycle, ...tracks]);
  });

  it('owes nothing of a cycle that is cancelled or archived', async () => {
    const busy = [nominationSubmitted(), nominationReturned(), panelFormed(), forumPlanned(), invited(cycleId)];
    expect((await owedAfter(...cycleIn('nomination'), ...busy)).length).toBe(8);
    expect(await owedAfter(cancelled)).toEqual([]);
  });

  it('owes a country until all phases that it runs are closed, by itself or for all', async () => {
    await project(db, cycleIn('decision'));
    expect(await owedAfter(countryClosed('TH', 'decision'))).toEqual([cycle, ...tracks.slice(0, 2)]);
    expect(await owedAfter(phaseClosed('decision'))).toEqual([cycle]);
  });

  it('owes a country no judging where the award judges for all', async () => {
    expect(await owedAfter(...cycleIn('judging', sampleDefinition('regional')))).toEqual([cycle]);
  });

  it('owes a correction while the nomination is with its editors', async () => {
    const correction = `nomination:${ids.nomination(1)}:correction`;
    expect(await owedAfter(...cycleIn('judging'), nominationSubmitted(), nominationReturned())).toContain(correction);
    expect(await owedAfter(nominationCorrected())).not.toContain(correction);
  });

  it('owes a panel until it has signed or its time is over, and again when its decision is opened again', async () => {
    const panel = `${cycle}:panel:TH-ngo`;
    expect(await owedAfter(...cycleIn('decision'), panelFormed())).toContain(panel);
    expect(await owedAfter(countryClosed('TH', 'decision'))).not.toContain(panel);
    expect(await owedAfter(...decisionSigned('TH-ngo', [winner(1)]), phaseClosed('decision'))).not.toContain(panel);
    const laureateId = ids.nomination(1);
    const reopened = { cycleId, group: 'TH-ngo', number: 1, laureateId, upheld: true, reason: 'As settled.' };
    expect(await owedAfter({ type: 'DecisionReopened', data: reopened })).toContain(panel);
    expect(await owedAfter(phaseOpened('endorsement'), phaseClosed('endorsement', 'concluded'))).not.toContain(panel);
  });

  it('owes a panel that may go on by a dispensation, after its time is over for the others', async () => {
    const panel = `${cycle}:panel:TH-ngo`;
    expect(await owedAfter(...decidedCycle(), panelFormed())).not.toContain(panel);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const facts = { category: null, reason: 'A flood.', authority: 'The chair', until, groups: ['TH-ngo'] };
    const dispensed = { cycleId, iso2: 'TH', step: 'decision' as const, ...facts };
    expect(await owedAfter({ type: 'DispensationGranted', data: dispensed })).toContain(panel);
  });

  it('owes what it owed while a cycle is suspended: its processes wait', async () => {
    const owed = await owedAfter(...cycleIn('judging'), panelFormed());
    const suspended = { cycleId, reason: 'A flood.', at: '2025-04-10T00:00:00.000Z' };
    expect(await owedAfter({ type: 'CycleSuspended', data: suspended })).toEqual(owed);
  });

  it('owes an endorsement round while endorsement is open', async () => {
    const round = `${cycle}:endorsement`;
    expect(await owedAfter(...decidedCycle())).not.toContain(round);
    expect(await owedAfter(phaseOpened('endorsement', endorsementClosesAt))).toContain(round);
    expect(await owedAfter(phaseClosed('endorsement', 'concluded'))).not.toContain(round);
  });

  it('owes a forum and its talks until the forum phase is closed', async () => {
    const talk = `${forum}:talk:${ids.nomination(1)}`;
    expect(await owedAfter(...decidedCycle(), forumPlanned(), invited(cycleId))).toEqual([cycle, forum, talk]);
    expect(await owedAfter(phaseOpened('forum'), phaseClosed('forum', 'done'))).toEqual([cycle]);
  });

  it('owes a forum without a cycle until every talk was given or missed', async () => {
    const talk = `${forum}:talk:${ids.nomination(1)}`;
    expect(await owedAfter(forumPlanned(null), invited(null))).toEqual([forum, talk]);
    expect(await owedAfter(scheduleReleased({ cycleId: null }))).toEqual([forum, talk]);
    const presented = { forumId: ids.forum, laureateId: ids.nomination(1), cycleId: null };
    expect(await owedAfter({ type: 'TalkPresented', data: presented })).toEqual([]);
  });

  it('owes a talk to whoever is asked to give it', async () => {
    const talk = `${forum}:talk:${ids.nomination(1)}`;
    const about = { forumId: ids.forum, laureateId: ids.nomination(1), cycleId };
    const declined: AwardsEvent = {
      type: 'TalkDeclined',
      data: { ...about, personId: ids.person(1), reason: 'Is travelling.' },
    };
    expect(await owedAfter(...decidedCycle(), forumPlanned(), invited(cycleId), declined)).not.toContain(talk);
    const replaced = { ...about, from: ids.person(1), personId: ids.person(2), reason: 'Goes instead.' };
    expect(
      await owedAfter({ type: 'PresenterReplaced', data: { ...replaced, answerBy: '2025-08-01T00:00:00.000Z' } }),
    ).toContain(talk);
  });

  it('owes a proposal until it is worked out or given up', async () => {
    const proposal = { kind: 'schedule' as const, requested_by: ids.person(1), requested_at: new Date() };
    const states = ['requested', 'running', 'proposed', 'failed', 'cancelled'] as const;
    for (const [index, state] of states.entries())
      await db.read
        .insertInto('proposals')
        .values({ ...proposal, proposal_id: ids.proposal(index), state })
        .execute();
    expect(await owedAfter()).toEqual([0, 1].map((index) => `proposal:${ids.proposal(index)}`));
  });

  it('says what operators find the process by', async () => {
    await project(db, [...cycleIn('screening'), nominationSubmitted(), nominationReturned()]);
    const owed = await findOwed(db);
    expect(owed.find(({ ref }) => ref.type === 'nominationCorrection')?.about).toEqual({ cycleId, country: 'TH' });
  });
});
