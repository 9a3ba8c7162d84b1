// One judge's scorecard on one nomination: assigned, handed in, returned, recused.
import { describe, expect, it } from 'vitest';
import type { JudgeEvent } from '../../domain/judge/messages.ts';
import type { PanelEvent } from '../../domain/panel/messages.ts';
import { scorecard } from '../../domain/scorecard/decider.ts';
import { type ScorecardCommand, type ScorecardEvent, SubmitScorecard } from '../../domain/scorecard/messages.ts';
import { given } from '../support/given.ts';
import {
  acceptedJudge,
  assignmentReleased,
  conflictDeclared,
  conflictSettled,
  entry,
  judgeInvited,
  judgeReleased,
  lenientDefinition,
  pair,
  scorecardAssigned,
  scorecardSubmitted,
  scoringClosed,
  scoringPanel,
  servingJudge,
} from '../support/judging-samples.ts';
import { cycleIn, decidedCycle, ids, moments, panelFormed, sampleDefinition, timetable } from '../support/samples.ts';

const sheetIds = { cycleId: ids.cycle, group: 'TH-ngo', ...pair(1, 2), round: 'main' };
const byProcess = { role: 'process', at: moments.judging } as const;
const byChair = { role: 'chair', actor: ids.judge(1), at: moments.judging } as const;
const byJudge = { role: 'judge', actor: ids.judge(2), at: moments.judging } as const;
const tooLate = { ...byJudge, at: '2025-05-01T00:00:00.001Z' };

type Assign = Extract<ScorecardCommand, { type: 'AssignScorecard' }>['data'];
const assign = (changes: Partial<Assign> = {}): ScorecardCommand => ({
  type: 'AssignScorecard',
  data: {
    ...sheetIds,
    country: 'TH',
    category: 'ngo',
    dossierVersion: 1,
    criteria: ['impact', 'reach'],
    ...changes,
  },
});
type Score = { criterion: string; points: number; commented: boolean };
const score = (criterion: string, points: number, commented = false): Score => ({ criterion, points, commented });
const submit = (
  scores = [score('impact', 4), score('reach', 3)],
  comments: string | null = null,
): ScorecardCommand => ({
  type: 'SubmitScorecard',
  data: { scores, comments },
});
const leaveOut = (abstained: string[], scores: Score[]): ScorecardCommand => ({
  type: 'SubmitScorecard',
  data: { scores, abstained, comments: null },
});
type Submitted = Extract<ScorecardEvent, { type: 'ScorecardSubmitted' }>;
const submittedWith = (changes: Partial<Submitted['data']>): Submitted => ({
  type: 'ScorecardSubmitted',
  data: { ...scorecardSubmitted(4, 3).data, ...changes },
});
const recuse: ScorecardCommand = { type: 'RecuseFromEntry', data: { reason: 'Knows them too well.' } };
const recused: ScorecardEvent = {
  type: 'EntryRecused',
  data: { ...sheetIds, dossierVersion: 1, reason: 'Knows them too well.' },
};
const reopen: ScorecardCommand = { type: 'ReopenScorecard', data: { reason: 'The points do not fit the words.' } };
const reopened: ScorecardEvent = {
  type: 'ScorecardReopened',
  data: { ...sheetIds, dossierVersion: 1, reason: 'The points do not fit the words.' },
};

const accepted: JudgeEvent = {
  type: 'InvitationAccepted',
  data: { cycleId: ids.cycle, judgeId: ids.judge(2), groups: ['ngo'] },
};
const assigned = scorecardAssigned();
const submitted = scorecardSubmitted(4, 3);
/** Judge 2 before nomination 1, in the country's judging phase. */
const judging = (...events: ScorecardEvent[]) =>
  given(scorecard, ...events)
    .guard('cycle', ...cycleIn('judging'))
    .guard('panel', ...scoringPanel())
    .guard('judge', ...servingJudge(2));
/** Of an award that lets judges abstain from any criterion. */
const lenient = (...events: ScorecardEvent[]) =>
  judging(...events).guard('cycle', ...cycleIn('judging', lenientDefinition('impact', 'reach')));
const on = (panel: PanelEvent[], ...events: ScorecardEvent[]) => judging(...events).guard('panel', ...panel);
const removed: PanelEvent = {
  type: 'PanelChanged',
  data: {
    cycleId: ids.cycle,
    group: 'TH-ngo',
    judges: [ids.judge(1), ids.judge(3), ids.judge(4)],
    reserves: [],
    chair: ids.judge(1),
    deputyChair: null,
    reason: 'Has moved abroad.',
  },
};

describe('every command of a scorecard', () => {
  const all = [submit(), recuse, reopen];

  it.each(all)('$type is refused before it was assigned', (command) => {
    given(scorecard).when(command).refused('scorecard-unknown');
  });

  it.each([assign(), ...all])('$type is refused unless the cycle is running', (command) => {
    const history = command.type === 'AssignScorecard' ? [] : [assigned];
    given(scorecard, ...history)
      .when(command)
      .refused('cycle-unknown');
    judging(...history)
      .guard('cycle', ...cycleIn('judging'), { type: 'CycleCancelled', data: { cycleId: ids.cycle, reason: 'No.' } })
      .when(command)
      .refused('cycle-cancelled');
    judging(...history)
      .guard('cycle', ...decidedCycle(), { type: 'CycleArchived', data: { cycleId: ids.cycle } })
      .when(command)
      .refused('cycle-archived');
  });

  it.each([assign(), ...all])('$type is refused without a panel', (command) => {
    const history = command.type === 'AssignScorecard' ? [] : [assigned];
    given(scorecard, ...history)
      .guard('cycle', ...cycleIn('judging'))
      .when(command, byProcess)
      .refused('panel-unknown');
  });

  it.each([assign(), ...all])('$type is refused before scoring and after it', (command) => {
    const history = command.type === 'AssignScorecard' ? [] : [submitted].flatMap((event) => [assigned, event]);
    const meta = command.type === 'AssignScorecard' ? byProcess : byChair;
    for (const panel of [[panelFormed()], [...scoringPanel(), scoringClosed()]])
      on(panel, ...history)
        .when(command, meta)
        .refused('scoring-closed');
  });
});

describe('AssignScorecard', () => {
  it('lays an entry before a judge, with the criteria of its category and the dossier version', () => {
    judging().when(assign(), byProcess).then(assigned);
    judging()
      .when(assign({ criteria: ['reach', 'impact'] }), byProcess)
      .then(assigned);
  });

  it('changes nothing when it was assigned, whatever has become of it', () => {
    for (const history of [[assigned], [assigned, submitted], [assigned, recused]])
      judging(...history)
        .when(assign(), byProcess)
        .nothing();
  });

  it("follows from a released assignment, and is nobody's own act", () => {
    judging().when(assign(), byChair).refused('process-only');
  });

  it('is refused for a pair, a round or a country that was not released', () => {
    for (const changes of [pair(3, 2), pair(1, 4), { round: 'final' }])
      judging().when(assign(changes), byProcess).refused('pair-not-released');
    const mixed = scoringPanel({ entries: [entry(1, { country: 'SG' }), entry(2)] });
    on(mixed).when(assign(), byProcess).refused('pair-not-released');
  });

  it('is refused for a judge who sits on the panel no more', () => {
    on([...scoringPanel(), removed])
      .when(assign(), byProcess)
      .refused('not-on-panel');
  });

  it('is refused for a judge who has not accepted, or serves no more', () => {
    for (const history of [[], [judgeInvited(2)], [...servingJudge(2), judgeReleased(2)]])
      judging()
        .guard('judge', ...history)
        .when(assign(), byProcess)
        .refused('invitation-not-accepted');
  });

  it('is refused while a conflict stands, declared or upheld, and not once it was dismissed', () => {
    const declared = [...servingJudge(2), conflictDeclared(2, 1)];
    for (const history of [declared, [...declared, conflictSettled(2, 1, 'upheld')]])
      judging()
        .guard('judge', ...history)
        .when(assign(), byProcess)
        .refused('conflict');
    judging()
      .guard('judge', ...declared, conflictSettled(2, 1, 'dismissed'))
      .when(assign(), byProcess)
      .then(assigned);
  });

  it('is refused to a compatriot of the entry where a regional award says so', () => {
    const { judging: policy, ...rest } = sampleDefinition('regional');
    const panel = [panelFormed('ngo', { entries: [entry(1)] }), assignmentReleased([pair(1, 2)], 'ngo')];
    const asked = (conflictScope: 'body' | 'country', country: string) =>
      given(scorecard)
        .guard('cycle', ...cycleIn('judging', { ...rest, judging: { ...policy, conflictScope } }))
        .guard('panel', ...panel)
        .guard('judge', { ...judgeInvited(2, ['ngo']), data: { ...judgeInvited(2, ['ngo']).data, country } }, accepted)
        .when(assign({ group: 'ngo' }), byProcess);
    const inGroup = { ...assigned, data: { ...assigned.data, group: 'ngo' } };
    asked('country', 'TH').refused('conflict');
    asked('country', 'SG').then(inGroup);
    asked('body', 'TH').then(inGroup);
  });

  it('is refused with another category, dossier version or criteria than the panel has', () => {
    const allowed = { category: 'ngo', dossierVersion: 1, criteria: ['impact', 'reach'] };
    for (const changes of [{ category: 'private' }, { dossierVersion: 2 }, { criteria: ['impact'] }])
      judging().when(assign(changes), byProcess).refused('entry-differs', allowed);
  });
});

describe('SubmitScorecard', () => {
  it("hands in points until the country's judging ends", () => {
    judging(assigned).when(submit(), byJudge).then(submitted).notAfter(timetable.judging.closesAt);
    judging(assigned)
      .guard('country', {
        type: 'CountryTimetableSet',
        data: { cycleId: ids.cycle, iso2: 'TH', closesAt: { judging: '2025-04-20T00:00:00.000Z' } },
      })
      .when(submit(), byJudge)
      .then(submitted)
      .notAfter('2025-04-20T00:00:00.000Z');
  });

  it("is held to the cycle's own end where judging is regional", () => {
    const group = { group: 'ngo' };
    const panel = [
      panelFormed('ngo', { entries: [entry(1)] }),
      assignmentReleased([pair(1, 1), pair(1, 2), pair(1, 3)], 'ngo'),
    ];
    given(scorecard, { ...assigned, data: { ...assigned.data, ...group } })
      .guard('cycle', ...cycleIn('judging', sampleDefinition('regional')))
      .guard('panel', ...panel)
      .guard('judge', ...servingJudge(2, ['ngo']))
      .when(submit(), byJudge)
      .then({ ...submitted, data: { ...submitted.data, ...group } })
      .notAfter(timetable.judging.closesAt);
  });

  it('records points in the order of the rubric, and comments by their hash', () => {
    const comments = 'a'.repeat(64);
    judging(assigned)
      .when(submit([score('reach', 3), score('impact', 5, true)], comments), byJudge)
      .then(scorecardSubmitted(5, 3, comments));
  });

  it('changes nothing when it is repeated', () => {
    judging(assigned, submitted).when(submit(), byJudge).nothing();
  });

  it('replaces what was handed in before, and what the chair has returned even unchanged', () => {
    judging(assigned, submitted)
      .when(submit([score('impact', 4), score('reach', 4)]), byJudge)
      .then(scorecardSubmitted(4, 4));
    judging(assigned, submitted)
      .when(submit(undefined, 'b'.repeat(64)), byJudge)
      .then(scorecardSubmitted(4, 3, 'b'.repeat(64)));
    judging(assigned, submitted, reopened).when(submit(), byJudge).then(submitted);
  });

  it('is refused too late', () => {
    judging(assigned).when(submit(), tooLate).refused('too-late', { closedAt: timetable.judging.closesAt });
  });

  it('is refused outside the judging phase of the country', () => {
    judging(assigned)
      .guard('cycle', ...cycleIn('screening'))
      .when(submit(), byJudge)
      .refused('phase-not-open', { phase: 'screening' });
    judging(assigned)
      .guard('country', {
        type: 'CountryPhaseClosed',
        data: { cycleId: ids.cycle, iso2: 'TH', phase: 'judging', because: 'approver' },
      })
      .when(submit(), byJudge)
      .refused('phase-not-open', { phase: 'decision' });
  });

  it('is refused to a judge who serves no more, or sits on the panel no more', () => {
    judging(assigned)
      .guard('judge', ...servingJudge(2), judgeReleased(2))
      .when(submit(), byJudge)
      .refused('invitation-not-accepted');
    on([...scoringPanel(), removed], assigned)
      .when(submit(), byJudge)
      .refused('not-on-panel');
  });

  it('is refused while a conflict stands between judge and entry, and not for another entry', () => {
    judging(assigned)
      .guard('judge', ...servingJudge(2), conflictDeclared(2, 1))
      .when(submit(), byJudge)
      .refused('conflict');
    judging(assigned)
      .guard('judge', ...servingJudge(2), conflictDeclared(2, 2))
      .when(submit(), byJudge)
      .then(submitted);
  });

  it('is refused after a recusal', () => {
    judging(assigned, recused).when(submit(), byJudge).refused('recused');
  });

  it('is refused before the terms are accepted', () => {
    judging(assigned)
      .guard('judge', ...acceptedJudge(2))
      .when(submit(), byJudge)
      .refused('terms-not-accepted', { version: '1' });
  });

  it('is refused for a criterion that the rubric does not have, or has once', () => {
    judging(assigned)
      .when(submit([score('impact', 4), score('reach', 3), score('style', 3)]), byJudge)
      .refused('criterion-unknown', { criteria: ['impact', 'reach'] });
    judging(assigned)
      .when(submit([score('impact', 4), score('impact', 3)]), byJudge)
      .refused('criterion-twice', { criteria: ['impact'] });
  });

  it('is refused without points for every criterion', () => {
    judging(assigned)
      .when(submit([score('impact', 4)]), byJudge)
      .refused('criteria-missing', { missing: ['reach'] });
  });

  it('is refused with points off the scale', () => {
    for (const points of [-1, 6, 2.5])
      judging(assigned)
        .when(submit([score('impact', points, true), score('reach', 3)]), byJudge)
        .refused('points-outside-scale', { min: 0, max: 5, criteria: ['impact'] });
  });

  it('is refused without a comment where the rubric wants one', () => {
    judging(assigned)
      .when(submit([score('impact', 5), score('reach', 0)]), byJudge)
      .refused('comment-required', { criteria: ['impact', 'reach'] });
  });

  it('leaves out a criterion where the rubric allows it, which is no zero, and says so', () => {
    lenient(assigned)
      .when(leaveOut(['reach'], [score('impact', 4)]), byJudge)
      .then(submittedWith({ scores: [{ criterion: 'impact', points: 4 }], abstained: ['reach'] }));
    lenient(assigned).when(submit(), byJudge).then(submitted);
    lenient(assigned)
      .when(leaveOut([], [score('impact', 4), score('reach', 3)]), byJudge)
      .then(submitted);
  });

  it('is another sheet when another criterion is left out, and the same when it is repeated', () => {
    const without = (criterion: string, other: string) =>
      submittedWith({ scores: [{ criterion: other, points: 4 }], abstained: [criterion] });
    lenient(assigned, without('reach', 'impact'))
      .when(leaveOut(['reach'], [score('impact', 4)]), byJudge)
      .then();
    lenient(assigned, without('reach', 'impact'))
      .when(leaveOut(['impact'], [score('reach', 4)]), byJudge)
      .then(without('impact', 'reach'));
    lenient(assigned, submitted)
      .when(leaveOut(['reach'], [score('impact', 4)]), byJudge)
      .then(without('reach', 'impact'));
  });

  it('is refused when it leaves out what every judge scores, everything, or what it scores too', () => {
    judging(assigned)
      .when(leaveOut(['reach'], [score('impact', 4)]), byJudge)
      .refused('abstention-not-allowed', { criteria: [] });
    lenient(assigned)
      .when(leaveOut(['impact', 'reach'], []), byJudge)
      .refused('all-abstained');
    lenient(assigned)
      .when(leaveOut(['reach'], [score('impact', 4), score('reach', 3)]), byJudge)
      .refused('criterion-twice', { criteria: ['reach'] });
    lenient(assigned)
      .when(leaveOut(['style'], [score('impact', 4), score('reach', 3)]), byJudge)
      .refused('criterion-unknown', { criteria: ['impact', 'reach'] });
    lenient(assigned)
      .when(leaveOut(['reach'], []), byJudge)
      .refused('criteria-missing', { missing: ['impact'] });
  });

  it('takes whole points only, each with its comment', () => {
    const parse = (scores: unknown) => SubmitScorecard.safeParse({ scores });
    expect(parse([{ criterion: 'impact', points: 4 }]).data).toEqual({
      scores: [{ criterion: 'impact', points: 4, comment: '' }],
    });
    for (const points of [2.5, -1, '3', null]) expect(parse([{ criterion: 'impact', points }]).success).toBe(false);
    expect(parse([]).success).toBe(false);
  });
});

describe('RecuseFromEntry', () => {
  it('takes the judge off the entry, before or after handing in, once', () => {
    for (const history of [[assigned], [assigned, submitted], [assigned, submitted, reopened]])
      judging(...history)
        .when(recuse, byJudge)
        .then(recused);
    judging(assigned, recused).when(recuse, byJudge).nothing();
  });

  it('needs neither terms nor time, as long as scoring is not closed', () => {
    judging(assigned)
      .guard('judge', ...acceptedJudge(2))
      .when(recuse, tooLate)
      .then(recused)
      .notAfter(undefined);
  });
});

describe('ReopenScorecard', () => {
  it('returns a scorecard to its judge while there is time to hand it in again, once', () => {
    judging(assigned, submitted).when(reopen, byChair).then(reopened).notAfter(timetable.judging.closesAt);
    judging(assigned, submitted, reopened).when(reopen, byChair).nothing();
  });

  it('is an act of the chair or the deputy', () => {
    on(scoringPanel({ deputyChair: ids.judge(3) }), assigned, submitted)
      .when(reopen, { ...byChair, actor: ids.judge(3) })
      .then(reopened);
    for (const actor of [ids.judge(3), ids.person(1)])
      judging(assigned, submitted)
        .when(reopen, { ...byChair, actor })
        .refused('not-chair');
  });

  it('is refused for what was not handed in', () => {
    judging(assigned).when(reopen, byChair).refused('not-submitted');
    judging(assigned, recused).when(reopen, byChair).refused('not-submitted');
  });

  it('is refused too late', () => {
    judging(assigned, submitted)
      .when(reopen, { ...byChair, at: tooLate.at })
      .refused('too-late', { closedAt: timetable.judging.closesAt });
  });
});

describe('RenewScorecard', () => {
  const renew: ScorecardCommand = {
    type: 'RenewScorecard',
    data: { cycleId: ids.cycle, nominationId: ids.nomination(1), judgeId: ids.judge(2), round: 'main' },
  };
  const amended: PanelEvent = {
    type: 'EntryAmended',
    data: {
      ...{ cycleId: ids.cycle, group: 'TH-ngo', nominationId: ids.nomination(1), version: 3 },
      organisation: { en: 'Sample organisation 1' },
    },
  };
  const reopenedOn: ScorecardEvent = {
    type: 'ScorecardReopened',
    data: { ...sheetIds, dossierVersion: 1, reason: 'The dossier was amended.', amendedTo: 3 },
  };
  const renewed: ScorecardEvent = { type: 'ScorecardRenewed', data: { ...sheetIds, dossierVersion: 1, amendedTo: 3 } };
  const onPanel = (events: ScorecardEvent[], ...panel: PanelEvent[]) =>
    given(scorecard, ...events)
      .guard('cycle', ...cycleIn('judging'))
      .guard('judge', ...servingJudge(2))
      .guard('panel', ...scoringPanel(), ...panel);

  it('opens a sheet again that was handed in on an older version of the dossier', () => {
    onPanel([assigned, submitted], amended)
      .when(renew, byProcess)
      .then(reopenedOn)
      .notAfter(timetable.judging.closesAt);
  });

  it('gives an open sheet the newer version', () => {
    onPanel([assigned], amended).when(renew, byProcess).then(renewed);
    onPanel([assigned, submitted, reopened], amended).when(renew, byProcess).then(renewed);
  });

  it('lets the next submission name the version, with the same points too', () => {
    for (const history of [
      [assigned, submitted, reopenedOn],
      [assigned, renewed],
    ])
      onPanel(history, amended)
        .when(submit(), byJudge)
        .then({ type: 'ScorecardSubmitted', data: { ...submitted.data, dossierVersion: 3 } });
  });

  it('changes nothing where the sheet is on the version already, or the judge is recused', () => {
    onPanel([assigned, submitted]).when(renew, byProcess).nothing();
    onPanel([assigned, submitted, reopenedOn], amended).when(renew, byProcess).nothing();
    onPanel([assigned, recused], amended).when(renew, byProcess).nothing();
  });

  it('comes by itself, while there is time to score', () => {
    onPanel([assigned, submitted], amended).when(renew, byChair).refused('process-only');
    onPanel([assigned, submitted], amended, scoringClosed()).when(renew, byProcess).refused('scoring-closed');
    onPanel([assigned, submitted], amended)
      .when(renew, { ...byProcess, at: tooLate.at })
      .refused('too-late', { closedAt: timetable.judging.closesAt });
  });
});

describe('an entry that was removed from its panel', () => {
  const removed: PanelEvent = {
    type: 'EntryRemoved',
    data: { cycleId: ids.cycle, group: 'TH-ngo', nominationId: ids.nomination(1), reason: 'Disqualified.' },
  };
  it('is neither assigned nor scored', () => {
    const removedFrom = (...events: ScorecardEvent[]) =>
      given(scorecard, ...events)
        .guard('cycle', ...cycleIn('judging'))
        .guard('judge', ...servingJudge(2))
        .guard('panel', ...scoringPanel(), removed);
    removedFrom()
      .when(assign(), byProcess)
      .refused('entry-removed', { entries: [ids.nomination(1)] });
    removedFrom(assigned)
      .when(submit(), byJudge)
      .refused('entry-removed', { entries: [ids.nomination(1)] });
  });
});
