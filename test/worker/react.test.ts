// Whom an event concerns beyond what it names: found in the read models, each process once, never the one that acted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import type { AwardsEvent } from '../../domain/events.ts';
import { findProcesses } from '../../worker/react.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { openFresh } from '../support/database.ts';
import { forumPlanned } from '../support/forum-samples.ts';
import { scoringClosed } from '../support/judging-samples.ts';
import { nominationForwarded, nominationReturned, nominationSubmitted } from '../support/nomination-samples.ts';
import { cycleIn, ids, panelFormed, phaseClosed, phaseOpened, signedPanel, winner } from '../support/samples.ts';
import { project, recorded } from './support.ts';

const cycle = `cycle:${ids.cycle}`;
const presenterInvited: AwardsEvent = {
  type: 'PresenterInvited',
  data: {
    forumId: ids.forum,
    laureateId: ids.nomination(1),
    cycleId: ids.cycle,
    personId: ids.person(1),
    country: 'TH',
    category: 'ngo',
    organisation: { en: 'Sample organisation 1' },
    answerBy: '2025-07-01T00:00:00.000Z',
  },
};

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openFresh());
  await project(db, [
    ...cycleIn('nomination'),
    nominationSubmitted(),
    nominationReturned(),
    panelFormed('TH-ngo'),
    panelFormed('TH-media'),
    ...signedPanel('SG-ngo', [winner(2, { group: 'SG-ngo', country: 'SG' })]),
    panelFormed('ngo'),
    forumPlanned(),
    presenterInvited,
  ]);
});
afterAll(() => close());

const woken = async (event: AwardsEvent, actor?: string) =>
  (await findProcesses(db, recorded(event, actor === undefined ? {} : { actor }))).wake.map(workflowIdOf).sort();

const all = [
  cycle,
  ...['MM', 'SG', 'TH'].map((iso2) => `${cycle}:country:${iso2}`),
  `${cycle}:endorsement`,
  ...['TH-media', 'TH-ngo', 'ngo'].map((group) => `${cycle}:panel:${group}`),
  `forum:${ids.forum}`,
  `forum:${ids.forum}:talk:${ids.nomination(1)}`,
  `nomination:${ids.nomination(1)}:correction`,
].sort();

describe('findProcesses', () => {
  it('finds every process of a cycle, but panels that have signed', async () => {
    expect(await woken(phaseClosed('nomination'))).toEqual(all);
  });

  it('leaves out the process that did it', async () => {
    expect(await woken(phaseClosed('nomination'), `process:${cycle}`)).toEqual(all.filter((id) => id !== cycle));
  });

  it('does not wake what it starts', async () => {
    const { start, wake } = await findProcesses(db, recorded(phaseOpened('nomination'), { actor: `process:${cycle}` }));
    expect([start.length, wake]).toEqual([3, []]);
  });

  it('finds the panels that a nomination may be before: its country’s own of that category, and that of all countries', async () => {
    expect(await woken(nominationForwarded())).toEqual(
      [
        `nomination:${ids.nomination(1)}:correction`,
        `${cycle}:country:TH`,
        `${cycle}:panel:TH-ngo`,
        `${cycle}:panel:ngo`,
      ].sort(),
    );
  });

  it('finds all panels of a country whose timetable has changed, and no other country’s', async () => {
    const closed: AwardsEvent = {
      type: 'CountryPhaseClosed',
      data: { cycleId: ids.cycle, iso2: 'TH', phase: 'judging', because: 'approver' },
    };
    expect(await woken(closed, `process:${cycle}:country:TH`)).toEqual(
      [cycle, `${cycle}:panel:TH-media`, `${cycle}:panel:TH-ngo`].sort(),
    );
  });

  it('wakes the cycle and the country when a panel’s own process has closed scoring', async () => {
    expect(await woken(scoringClosed(), `process:${cycle}:panel:TH-ngo`)).toEqual(
      [cycle, `${cycle}:country:TH`].sort(),
    );
  });

  it('finds the offer, the forum and the talk of a laureate who declines', async () => {
    const declined: AwardsEvent = {
      type: 'AwardDeclined',
      data: { cycleId: ids.cycle, group: 'TH-ngo', laureateId: ids.nomination(1), reason: 'Has been dissolved.' },
    };
    expect(await woken(declined)).toEqual(
      [
        ...[cycle, `${cycle}:laureate:${ids.nomination(1)}`],
        ...[`forum:${ids.forum}`, `forum:${ids.forum}:talk:${ids.nomination(1)}`],
      ].sort(),
    );
  });

  it('starts a panel again whose decision is opened again', async () => {
    const reopened: AwardsEvent = {
      type: 'DecisionReopened',
      data: {
        cycleId: ids.cycle,
        group: 'SG-ngo',
        number: 1,
        laureateId: ids.nomination(2),
        upheld: true,
        reason: 'As settled.',
      },
    };
    const { start } = await findProcesses(db, recorded(reopened));
    expect(start.map(workflowIdOf)).toEqual([`${cycle}:panel:SG-ngo`]);
  });
});
