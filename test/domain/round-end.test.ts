// A round that ends before judging does: when that is, and what it ends.
import { describe, expect, it } from 'vitest';
import type { Round } from '../../domain/award-definition.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { type Panel, panelFold } from '../../domain/panel/state.ts';
import { scorecard } from '../../domain/scorecard/decider.ts';
import { given } from '../support/given.ts';
import { servingJudge } from '../support/judging-samples.ts';
import {
  clearFirst,
  closedIn,
  firstScoring,
  releasedIn,
  sealedIn,
  sheetsOf,
  shortlisted,
  twoRounds,
} from '../support/round-samples.ts';
import { cycleIn, ids, moments, phaseOpened } from '../support/samples.ts';

const about = { cycleId: ids.cycle, group: 'TH-ngo' };
const byProcess = { at: moments.judging, role: 'process' } as const;
const desk = { at: moments.judging, role: 'focal-point' } as const;
const fold = (events: PanelEvent[]) =>
  events.reduce((state, event) => panelFold.evolve(state, event), panelFold.initial) as Panel;

describe('the end of a round', () => {
  const timed = twoRounds();
  const [one, two] = timed.judging.rounds;
  timed.judging.rounds = [{ ...(one as Round), closes: { share: '1/2' } }, two as Round];
  const cycle = cycleIn('judging', timed);
  const judgingEnd = new Date(phaseOpened('judging').data.closesAt ?? '').getTime();
  const begins = new Date(moments.judging).getTime();
  const ending = begins + Math.ceil((judgingEnd - begins) / 2000) * 1000;
  const half = new Date(ending).toISOString();
  const release: PanelCommand = { type: 'ReleaseAssignment', data: about };
  const pairs = releasedIn([1, 2, 3, 4]).data.pairs;
  const proposal = { ...about, proposalId: ids.proposal(1) };
  const [begun] = firstScoring();
  const proposed: PanelEvent[] = [
    begun as PanelEvent,
    { type: 'AssignmentRequested', data: { ...proposal, pinned: [] } },
    { type: 'AssignmentProposed', data: { ...proposal, pairs, emptySeats: 0 } },
  ];
  const released = {
    type: 'AssignmentReleased',
    data: { ...about, pairs, round: 'first', closesAt: half },
  } as const;
  const scoring = [...proposed, released];
  const after = new Date(ending + 1).toISOString();

  it('is set as it is released, after its share of the time that is left of judging', () => {
    given(panel, ...proposed)
      .guard('cycle', ...cycle)
      .when(release, desk)
      .then(released);
    given(panel, ...proposed)
      .guard('cycle', ...cycleIn('judging', twoRounds()))
      .when(release, desk)
      .then(releasedIn([1, 2, 3, 4]));
  });

  it('ends scoring for the process then, and not before', () => {
    const asked = [1, 2, 3].reduce(
      (so, number) => so.guard(`judge/${ids.judge(number)}`, ...servingJudge(number)),
      given(panel, ...scoring).guard('cycle', ...cycle),
    );
    const close: PanelCommand = { type: 'CloseScoring', data: about };
    asked.when(close, { ...byProcess, at: new Date(ending - 1).toISOString() }).refused('not-due');
    const closed = closedIn();
    asked.when(close, { ...byProcess, at: half }).then({ ...closed, data: { ...closed.data, because: 'deadline' } });
  });

  it('lets no sheet in after it', () => {
    const facts = {
      ...about,
      nominationId: ids.nomination(1),
      judgeId: ids.judge(2),
      round: 'first',
      dossierVersion: 1,
    };
    const sheet = given(scorecard, {
      type: 'ScorecardAssigned',
      data: { ...facts, country: 'TH', category: 'ngo', criteria: ['impact', 'reach'] },
    })
      .guard('cycle', ...cycle)
      .guard('panel', ...scoring)
      .guard('judge', ...servingJudge(2));
    const scores = ['impact', 'reach'].map((criterion) => ({ criterion, points: 3, commented: true }));
    const submit = { type: 'SubmitScorecard', data: { scores, comments: null } } as const;
    sheet.when(submit, { ...byProcess, role: 'judge', actor: ids.judge(2), at: half }).accepted();
    sheet.when(submit, { ...byProcess, role: 'judge', actor: ids.judge(2), at: after }).refused('too-late');
  });

  it('is gone with the round', () => {
    expect(fold(scoring).roundEnd).toEqual({ closesAt: half });
    expect(fold([...scoring, closedIn(), sealedIn(sheetsOf(clearFirst)), shortlisted()]).roundEnd).toBeUndefined();
  });
});
