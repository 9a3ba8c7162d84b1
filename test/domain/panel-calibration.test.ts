// The calibration of a panel: reference entries before the real ones, each scored once by each judge, and counted nowhere.
import { describe, expect, it } from 'vitest';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { leftToCalibrate } from '../../domain/panel/calibration.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { panelFold } from '../../domain/panel/state.ts';
import { scorecard } from '../../domain/scorecard/decider.ts';
import { given } from '../support/given.ts';
import {
  acceptedJudge,
  assignmentReleased,
  entry,
  judgeReleased,
  scorecardAssigned,
  scorecardSubmitted,
  scoringClosed,
  servingJudge,
  sheet,
  tallySealed,
} from '../support/judging-samples.ts';
import { calibratedRounds } from '../support/round-samples.ts';
import { cycleIn, ids, moments, panelFormed, sampleDefinition } from '../support/samples.ts';

const about = { cycleId: ids.cycle, group: 'TH-ngo' };
const { judging: policy, ...rest } = sampleDefinition();
const names = { en: 'Calibration' };
const calibrating: AwardDefinition = {
  ...rest,
  judging: { ...policy, rounds: [{ key: 'calibration', names, kind: 'calibration' }, 'main'] },
};
const [first, second] = [ids.nomination(8), ids.nomination(9)];
const points = [
  { criterion: 'impact', points: 4 },
  { criterion: 'reach', points: 2 },
];
const facts = { content: 'a'.repeat(64), points };
const add = (referenceId = first, changes: object = {}): PanelCommand => ({
  type: 'AddReference',
  data: { ...about, referenceId, ...facts, ...changes },
});
const added = (referenceId = first): PanelEvent => ({
  type: 'ReferenceAdded',
  data: { ...about, referenceId, ...facts, round: 'calibration' },
});
const remove: PanelCommand = { type: 'RemoveReference', data: { ...about, referenceId: first } };
const removed: PanelEvent = { type: 'ReferenceRemoved', data: { ...about, referenceId: first } };
const score = (referenceId = first, judge = 2): PanelCommand => ({
  type: 'ScoreReference',
  data: {
    ...{ ...about, referenceId, judgeId: ids.judge(judge), comments: null },
    scores: points.map((one) => ({ ...one, commented: false })),
  },
});
const scored = (referenceId = first, judge = 2): PanelEvent => ({
  type: 'ReferenceScored',
  data: { ...about, referenceId, judgeId: ids.judge(judge), round: 'calibration', scores: points, comments: null },
});
const formed = panelFormed('TH-ngo', { entries: [entry(1), entry(2)] });
const released = assignmentReleased();
const by = { at: moments.judging } as const;
const byProcess = { ...by, role: 'process' } as const;
const asked = (...events: PanelEvent[]) => given(panel, ...events).guard('cycle', ...cycleIn('judging', calibrating));
const two = `judge/${ids.judge(2)}` as const;
const scoring = (...events: PanelEvent[]) =>
  asked(formed, added(), added(second), released, ...events).guard(two, ...servingJudge(2));

describe('AddReference', () => {
  it('lays down an entry with the points that it is meant to get, once', () => {
    asked(formed).when(add(), by).then(added());
    asked(formed, added()).when(add(), by).nothing();
    asked(formed, added()).when(add(second), by).then(added(second));
  });

  it('keeps from which earlier nomination it was taken', () => {
    const { data } = added();
    asked(formed)
      .when(add(first, { earlier: ids.nomination(5) }), by)
      .then({ type: 'ReferenceAdded', data: { ...data, earlier: ids.nomination(5) } } as PanelEvent);
  });

  it('is refused where the award has no calibration round, and without points for every criterion on the scale', () => {
    given(panel, formed)
      .guard('cycle', ...cycleIn('judging'))
      .when(add(), by)
      .refused('no-calibration');
    asked(formed)
      .when(add(first, { points: points.slice(0, 1) }), by)
      .refused('criteria-missing', { missing: ['reach'] });
    asked(formed)
      .when(add(first, { points: [{ criterion: 'impact', points: 6 }, points[1]] }), by)
      .refused('points-outside-scale', { min: 0, max: 5, criteria: ['impact'] });
  });

  it('ends with the release, as taking one back does', () => {
    asked(formed, added(), added(second)).when(remove, by).then(removed);
    asked(formed, added(second)).when(remove, by).nothing();
    for (const command of [add(ids.nomination(7)), remove])
      asked(formed, added(), released).when(command, by).refused('assignment-released');
  });
});

describe('ReleaseAssignment', () => {
  const proposal = { ...about, proposalId: ids.proposal(1) };
  const proposed: PanelEvent[] = [
    { type: 'AssignmentRequested', data: { ...proposal, pinned: [] } },
    { type: 'AssignmentProposed', data: { ...proposal, pairs: released.data.pairs, emptySeats: 0 } },
  ];
  const release: PanelCommand = { type: 'ReleaseAssignment', data: about };

  it('waits for a reference entry where the award calibrates, and for none elsewhere', () => {
    asked(formed, ...proposed)
      .when(release, by)
      .refused('references-needed');
    asked(formed, added(), removed, ...proposed)
      .when(release, by)
      .refused('references-needed');
    asked(formed, added(), ...proposed)
      .when(release, by)
      .then(released);
    given(panel, formed, ...proposed)
      .guard('cycle', ...cycleIn('judging'))
      .when(release, by)
      .then(released);
  });
});

describe('ScoreReference', () => {
  it('takes the points of a judge of the panel, once, in the order of the criteria', () => {
    scoring().when(score(), by).then(scored());
    scoring(scored()).when(score(second), by).then(scored(second));
    scoring(scored()).when(score(), by).refused('reference-scored');
  });

  it('is refused for what is no reference entry, before the release and after the close', () => {
    scoring()
      .when(score(ids.nomination(1)), by)
      .refused('reference-unknown');
    asked(formed, added()).when(score(), by).refused('scoring-closed');
    asked(formed, added(), released, scoringClosed()).when(score(), by).refused('scoring-closed');
  });

  it('is for judges who serve, are bound by the terms and sit on the panel', () => {
    const on = asked(formed, added(), released);
    on.guard(two, ...acceptedJudge(2))
      .when(score(), by)
      .refused('terms-not-accepted', { version: '1' });
    on.guard(two, ...servingJudge(2), judgeReleased(2))
      .when(score(), by)
      .refused('invitation-not-accepted');
    on.guard(`judge/${ids.judge(7)}`, ...servingJudge(7))
      .when(score(first, 7), by)
      .refused('not-on-panel');
  });

  it('asks for what a sheet asks for', () => {
    const command = score();
    if (command.type !== 'ScoreReference') throw new Error('It is a score.');
    scoring()
      .when({ ...command, data: { ...command.data, scores: command.data.scores.slice(1) } }, by)
      .refused('criteria-missing', { missing: ['impact'] });
  });
});

describe('where the first round has a form of its own', () => {
  const scored10 = [...points, { criterion: 'lasting', points: 9 }];
  const asked10 = (...events: PanelEvent[]) =>
    given(panel, panelFormed('TH-ngo', { entries: [entry(1), entry(2)], round: 'first' }), ...events).guard(
      'cycle',
      ...cycleIn('judging', calibratedRounds()),
    );
  const laid = { ...added(), data: { ...added().data, points: scored10 } } as PanelEvent;

  it('lays reference entries down, and has them scored, by that one', () => {
    asked10()
      .when(add(first, { points: scored10 }), by)
      .then(laid);
    asked10()
      .when(add(), by)
      .refused('criteria-missing', { missing: ['lasting'] });
    const command = score();
    if (command.type !== 'ScoreReference') throw new Error('It is a score.');
    const scores = scored10.map((one) => ({ ...one, commented: false }));
    const event = scored();
    const scoring10 = () => asked10(laid, released).guard(two, ...servingJudge(2));
    scoring10()
      .when({ ...command, data: { ...command.data, scores } }, by)
      .then({ ...event, data: { ...event.data, scores: scored10 } } as PanelEvent);
    scoring10()
      .when(command, by)
      .refused('criteria-missing', { missing: ['lasting'] });
  });
});

describe('what a judge has left to calibrate', () => {
  it('goes down with each reference entry, judge by judge', () => {
    const left = (...events: PanelEvent[]) => {
      const state = [formed, added(), added(second), released, ...events].reduce(panelFold.evolve, panelFold.initial);
      if (state.status === 'none') throw new Error('The panel is formed.');
      return [2, 3].map((judge) => leftToCalibrate(state, ids.judge(judge)));
    };
    expect(left()).toEqual([2, 2]);
    expect(left(scored())).toEqual([1, 2]);
    expect(left(scored(), scored(second))).toEqual([0, 2]);
  });
});

describe('SubmitScorecard', () => {
  const submitted = scorecardSubmitted(4, 3);
  const submit = {
    type: 'SubmitScorecard' as const,
    data: { scores: submitted.data.scores.map((one) => ({ ...one, commented: false })), comments: null },
  };
  const handingIn = (...events: PanelEvent[]) =>
    given(scorecard, scorecardAssigned())
      .guard('cycle', ...cycleIn('judging', calibrating))
      .guard('panel', formed, added(), added(second), released, ...events)
      .guard('judge', ...servingJudge(2))
      .when(submit, { ...by, role: 'judge', actor: ids.judge(2) });

  it('waits until the judge has scored every reference entry', () => {
    handingIn().refused('calibration-first', { left: 2 });
    handingIn(scored(first, 3), scored(second, 3)).refused('calibration-first', { left: 2 });
    handingIn(scored()).refused('calibration-first', { left: 1 });
    handingIn(scored(), scored(second)).then(submitted);
  });
});

describe('SealTally', () => {
  const closed = [formed, added(), released, scored(), scoringClosed()];
  const real = [1, 2, 3].map((judge) => sheet(1, judge, 4));

  it('never counts a reference entry: not its round, and not as one of the real ones', () => {
    const planted = { ...sheet(1, 2, 5), nominationId: first };
    for (const one of [planted, { ...planted, round: 'calibration' }, { ...sheet(1, 2, 5), round: 'calibration' }])
      asked(...closed)
        .guard(two, ...servingJudge(2))
        .when({ type: 'SealTally', data: { ...about, sheets: [...real.slice(0, 1), one] } }, byProcess)
        .refused('sheet-not-assigned');
  });

  it('gives the same result with a calibration as without', () => {
    const { result } = tallySealed(real).data;
    const sealed = asked(...closed).when({ type: 'SealTally', data: { ...about, sheets: real } }, byProcess);
    sealed.accepted();
    expect(result.entries[0]).toMatchObject({ mean: '400' });
  });
});

describe('an award definition', () => {
  const problems = (rounds: unknown) => {
    const found = AwardDefinition.safeParse({ ...calibrating, judging: { ...calibrating.judging, rounds } });
    return found.error?.issues.map(({ message }) => message) ?? [];
  };
  const calibration = { key: 'calibration', names, kind: 'calibration' };

  it('names rounds by key alone or with kind and names: one calibration at most, before what counts', () => {
    expect(problems(['main'])).toEqual([]);
    expect(problems([calibration, { key: 'main', names, kind: 'scoring' }])).toEqual([]);
    expect(problems([calibration])).toEqual(['one at least is for scoring']);
    expect(problems(['main', calibration])).toEqual(['calibration comes before all scoring']);
    expect(problems([calibration, { ...calibration, key: 'again' }, 'main'])).toEqual([
      'one calibration is enough: it comes before all scoring',
    ]);
    expect(problems([calibration, 'calibration'])).toEqual(['the round calibration stands here twice']);
  });
});
