// The end of scoring, the sealed tally, and the votes that part what is equal.
import { describe, expect, it } from 'vitest';
import { rubricOf } from '../../domain/definition-queries.ts';
import type { EventOf } from '../../domain/events.ts';
import type { JudgeEvent } from '../../domain/judge/messages.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { CountedSheet, PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { tally } from '../../domain/tally/tally.ts';
import { given } from '../support/given.ts';
import {
  acceptedJudge,
  assignmentReleased,
  clear,
  conflictDeclared,
  conflictSettled,
  entry,
  even,
  judgeInvited,
  judgeReleased,
  lenientDefinition,
  pair,
  pairsOf,
  scorecardAssigned,
  scoringClosed,
  scoringPanel,
  servingJudge,
  sheet,
  tallySealed,
} from '../support/judging-samples.ts';
import {
  cycleIn,
  decidedCycle,
  decisionSigned,
  ids,
  moments,
  panelFormed,
  phaseClosed,
  plannedCycle,
  sampleDefinition,
  timetable,
} from '../support/samples.ts';

const about = { cycleId: ids.cycle, group: 'TH-ngo' };
const at = { at: moments.judging };
const byProcess = { ...at, role: 'process' } as const;
const judging = (...events: PanelEvent[]) => given(panel, ...events).guard('cycle', ...cycleIn('judging'));

const finished = (judge: number, entries = 2): JudgeEvent => ({
  type: 'ScoringFinished',
  data: { cycleId: ids.cycle, judgeId: ids.judge(judge), groups: ['TH-ngo'], group: 'TH-ngo', entries },
});
const done = (judge: number, entries = 2) => [...servingJudge(judge), finished(judge, entries)];

describe('CloseScoring', () => {
  const close: PanelCommand = { type: 'CloseScoring', data: about };
  const dueAt = Date.parse(timetable.judging.closesAt);
  const judge = (number: number) => `judge/${ids.judge(number)}` as const;
  /** Scoring, with judges one and two finished and the third as told. */
  const third = (...events: JudgeEvent[]) =>
    judging(...scoringPanel())
      .guard(judge(1), ...done(1))
      .guard(judge(2), ...done(2))
      .guard(judge(3), ...events);

  it('ends scoring early when every judge has finished', () => {
    third(...done(3))
      .when(close, byProcess)
      .then(scoringClosed('all-finished'));
  });

  it('waits for no judge who was released or has declined', () => {
    third(...servingJudge(3), judgeReleased(3))
      .when(close, byProcess)
      .then(scoringClosed('all-finished'));
    const declined = { ...about, judgeId: ids.judge(3), groups: ['TH-ngo'], reason: 'Away.' };
    third(judgeInvited(3), { type: 'InvitationDeclined', data: declined })
      .when(close, byProcess)
      .then(scoringClosed('all-finished'));
  });

  it('waits for a judge who is at work, or has not answered', () => {
    for (const events of [servingJudge(3), acceptedJudge(3), [judgeInvited(3)], []])
      third(...events)
        .when(close, byProcess)
        .refused('not-due', { dueAt });
  });

  it('waits for the word "finished" of a judge who was assigned further entries', () => {
    const more = judging(...scoringPanel(), assignmentReleased([pair(3, 3)]))
      .guard(judge(1), ...done(1))
      .guard(judge(2), ...done(2));
    more
      .guard(judge(3), ...done(3))
      .when(close, byProcess)
      .refused('not-due', { dueAt });
    more
      .guard(judge(3), ...done(3), finished(3, 3))
      .when(close, byProcess)
      .then(scoringClosed('all-finished'));
  });

  it('waits for a judge who joined the panel and has no entry yet, and for none who left it', () => {
    const joined: PanelEvent = {
      type: 'PanelChanged',
      data: {
        ...about,
        judges: [ids.judge(1), ids.judge(2), ids.judge(4)],
        reserves: [],
        chair: ids.judge(1),
        deputyChair: null,
        reason: 'Has fallen ill.',
      },
    };
    const changed = judging(...scoringPanel(), joined)
      .guard(judge(1), ...done(1))
      .guard(judge(2), ...done(2));
    changed
      .guard(judge(4), ...servingJudge(4))
      .when(close, byProcess)
      .refused('not-due', { dueAt });
    changed
      .guard(judge(4), ...done(4, 0))
      .when(close, byProcess)
      .then(scoringClosed('all-finished'));
  });

  it("ends scoring at its instant, the country's own or the cycle's", () => {
    judging(...scoringPanel())
      .when(close, { ...byProcess, at: timetable.judging.closesAt })
      .then(scoringClosed());
    const closesAt = '2025-04-10T00:00:00.000Z';
    const own = judging(...scoringPanel()).guard('country', {
      type: 'CountryTimetableSet',
      data: { cycleId: ids.cycle, iso2: 'TH', closesAt: { judging: closesAt } },
    });
    own.when(close, byProcess).then(scoringClosed());
    own.when(close, { ...byProcess, at: moments.screening }).refused('not-due', { dueAt: Date.parse(closesAt) });
  });

  it('ends scoring once judging is closed, for the country or for the cycle', () => {
    judging(...scoringPanel())
      .guard('country', {
        type: 'CountryPhaseClosed',
        data: { cycleId: ids.cycle, iso2: 'TH', phase: 'judging', because: 'deadline' },
      })
      .when(close, byProcess)
      .then(scoringClosed());
    given(panel, ...scoringPanel())
      .guard('cycle', ...cycleIn('judging'), phaseClosed('judging'))
      .when(close, byProcess)
      .then(scoringClosed());
  });

  it('changes nothing once scoring is closed', () => {
    judging(...scoringPanel(), scoringClosed())
      .when(close, byProcess)
      .nothing();
    judging(panelFormed(), ...decisionSigned('TH-ngo', []))
      .when(close, byProcess)
      .nothing();
  });

  it('is refused where nothing was released to score', () => {
    judging(panelFormed()).when(close, byProcess).refused('scoring-not-started');
  });
});

const closed = [...scoringPanel(), scoringClosed()];

describe('SealTally', () => {
  const seal = (sheets: CountedSheet[]): PanelCommand => ({ type: 'SealTally', data: { ...about, sheets } });

  it('names every counted sheet with its version, and the ranking that follows', () => {
    judging(...closed)
      .when(seal(clear), byProcess)
      .then(tallySealed(clear));
  });

  it('never counts a missing or recused sheet as a zero: the mean is that of the sheets there are', () => {
    const three = [1, 2, 3].map((judge) => sheet(1, judge, 4));
    const four = [...three, sheet(1, 4, 4)];
    const panelOfFour = [
      panelFormed('TH-ngo', { entries: [entry(1), entry(2)], judges: [1, 2, 3, 4].map(ids.judge) }),
      assignmentReleased(pairsOf([1, 2], [1, 2, 3, 4])),
      scoringClosed(),
    ];
    for (const sheets of [three, four]) {
      judging(...panelOfFour)
        .when(seal(sheets), byProcess)
        .then(tallySealed(sheets));
      const means = tallySealed(sheets).data.result.entries.map(({ mean, unranked }) => [mean, unranked]);
      expect(means).toEqual([
        ['400', null],
        [null, 'not-enough-sheets'],
      ]);
    }
  });

  it('seals what was handed in, though it be nothing', () => {
    judging(...closed)
      .when(seal([]), byProcess)
      .then(tallySealed([]));
  });

  it('changes nothing once it is sealed', () => {
    judging(...closed, tallySealed(clear))
      .when(seal(even), byProcess)
      .nothing();
  });

  it('follows from the close of scoring, and is no act of a person', () => {
    judging(...closed)
      .when(seal(clear), at)
      .refused('process-only');
    judging(...scoringPanel())
      .when(seal(clear), byProcess)
      .refused('scoring-not-closed');
    judging(panelFormed(), ...decisionSigned('TH-ngo', []))
      .when(seal([]), byProcess)
      .refused('scoring-not-closed');
  });

  it('is refused with a sheet that was not assigned, or is of another round', () => {
    for (const stranger of [sheet(3, 1, 4), sheet(1, 4, 4), { ...sheet(1, 1, 4), round: 'final' }])
      judging(...closed)
        .when(seal([stranger]), byProcess)
        .refused('sheet-not-assigned');
  });

  it('is refused with a sheet twice', () => {
    judging(...closed)
      .when(seal([sheet(1, 1, 4), sheet(1, 1, 3)]), byProcess)
      .refused('sheet-twice');
  });

  it('is refused with a sheet that does not answer the rubric', () => {
    const criteria = { criteria: ['impact', 'reach'] };
    const answers: CountedSheet['points'][] = [
      { impact: 4 },
      { impact: 4, reach: 4, style: 4 },
      { impact: 4, style: 4 },
    ];
    for (const points of answers)
      judging(...closed)
        .when(seal([{ ...sheet(1, 1, 4), points }]), byProcess)
        .refused('sheet-incomplete', criteria);
  });

  it('counts a sheet that leaves out what the rubric lets it, over the weights that it scored', () => {
    const half: CountedSheet = { ...sheet(1, 1, 5), points: { impact: 5 } };
    const definition = lenientDefinition('reach');
    const lenient = given(panel, ...closed).guard('cycle', ...cycleIn('judging', definition));
    const sheets = [half, sheet(1, 2, 4), sheet(1, 3, 4)];
    const result = tally({
      rubric: rubricOf(definition, 'ngo'),
      policy: definition.judging,
      entries: [1, 2].map(ids.nomination),
      sheets,
    });
    expect(result.entries[0]).toMatchObject({ mean: '1300/3', rank: 1 });
    const { definitionHash } = plannedCycle(definition).data;
    lenient
      .when(seal(sheets), byProcess)
      .then({ type: 'TallySealed', data: { ...about, definitionHash, sheets, result } });
    const criteria = { criteria: ['impact', 'reach'] };
    lenient.when(seal([{ ...half, points: { reach: 4 } }]), byProcess).refused('sheet-incomplete', criteria);
    lenient.when(seal([{ ...half, points: {} }]), byProcess).refused('sheet-incomplete', criteria);
  });

  it('is refused with points off the scale', () => {
    for (const points of [-1, 6, 2.5])
      judging(...closed)
        .when(seal([sheet(1, 1, 4, points)]), byProcess)
        .refused('points-outside-scale', { min: 0, max: 5 });
  });

  it('is refused with a sheet whose judge is in conflict with the entry, and not once that was dismissed', () => {
    const judge = `judge/${ids.judge(1)}` as const;
    const declared = [...servingJudge(1), conflictDeclared(1, 1)];
    const upheld = [...declared, conflictSettled(1, 1, 'upheld')];
    for (const history of [declared, upheld, [...upheld, judgeReleased(1)]])
      judging(...closed)
        .guard(judge, ...history)
        .when(seal(clear), byProcess)
        .refused('conflict', { sheets: [`${ids.nomination(1)}/${ids.judge(1)}/main`] });
    judging(...closed)
      .guard(judge, ...declared, conflictSettled(1, 1, 'dismissed'))
      .when(seal(clear), byProcess)
      .then(tallySealed(clear));
  });
});

describe('RecordPanelVote', () => {
  type Vote = EventOf<'PanelVoteRecorded'>['data']['votes'][number];
  const both = [ids.nomination(1), ids.nomination(2)];
  const by = (judge: number, nomination: number | null): Vote => ({
    judgeId: ids.judge(judge),
    choice: nomination === null ? null : ids.nomination(nomination),
  });
  const forFirst = [by(1, 1), by(2, 1), by(3, 2)];
  const undecided = [by(1, 1), by(2, 2), by(3, null)];
  const vote = (votes: Vote[], entries = both): PanelCommand => ({
    type: 'RecordPanelVote',
    data: { ...about, entries, votes },
  });
  const voted = (votes: Vote[], entries = both): PanelEvent => ({
    type: 'PanelVoteRecorded',
    data: { ...about, entries, votes },
  });
  const tied = [...closed, tallySealed(even)];

  it('parts what the ladder left equal, by name, until the decision is due', () => {
    judging(...tied)
      .when(vote(forFirst), at)
      .then(voted(forFirst))
      .notAfter(timetable.decision.closesAt);
    judging(...tied)
      .when(vote(forFirst, [...both].reverse()), at)
      .then(voted(forFirst, [...both].reverse()));
  });

  it('is taken again where the votes are equal too', () => {
    judging(...tied, voted(undecided))
      .when(vote(forFirst), at)
      .then(voted(forFirst));
  });

  it('changes nothing when it is repeated', () => {
    judging(...tied, voted(forFirst))
      .when(vote(forFirst), at)
      .nothing();
  });

  it('is refused on entries that are not, or no more, the ones that stand equal', () => {
    judging(...closed, tallySealed(clear))
      .when(vote(forFirst), at)
      .refused('vote-not-needed', { equal: [] });
    judging(...tied)
      .when(vote([by(1, 1)], [ids.nomination(1), ids.nomination(3)]), at)
      .refused('vote-not-needed', { equal: [both.join(' ')] });
    judging(...tied, voted(forFirst))
      .when(vote([by(1, 2)]), at)
      .refused('vote-not-needed', { equal: [] });
  });

  const motion = { itemId: ids.nomination(1), text: 'To ask for the accounts.' };
  const yes = (judge: number, choice: string | null = 'for') => ({ judgeId: ids.judge(judge), choice });
  const put = (votes: Vote[], left: string[] = [], entries = [ids.nomination(1)]): PanelCommand => ({
    type: 'RecordPanelVote',
    data: { ...about, entries, votes, left, motion },
  });

  it('is taken on a motion by name, with who had left, from the end of scoring to the signature, and moves no rank', () => {
    const votes = [yes(1), yes(2, 'against')];
    const held: PanelEvent = {
      type: 'PanelVoteRecorded',
      data: { ...about, entries: [ids.nomination(1)], votes, motion, left: [ids.judge(3)] },
    };
    for (const history of [closed, [...closed, tallySealed(clear)]])
      judging(...history)
        .when(put(votes, [ids.judge(3)]), at)
        .then(held);
    judging(...tied, held)
      .when(vote(forFirst), at)
      .then(voted(forFirst));
    expect(held.type === 'PanelVoteRecorded' && held.data.left).toEqual([ids.judge(3)]);
  });

  it('on a motion is refused before scoring is closed, to strangers, to who has left, and for another word', () => {
    judging(...scoringPanel())
      .when(put([yes(1)]), at)
      .refused('scoring-not-closed');
    judging(...closed)
      .when(put([yes(4)]), at)
      .refused('voter-not-member');
    judging(...closed)
      .when(put([yes(1)], [ids.judge(1)]), at)
      .refused('voter-left');
    judging(...closed)
      .when(put([yes(1, ids.nomination(1))]), at)
      .refused('choice-unknown');
    judging(...closed)
      .when(put([yes(1)], [], [ids.nomination(9)]), at)
      .refused('entry-unknown');
  });

  it('is taken by members, each with one vote for one of the entries, or none', () => {
    const judges = [1, 2, 3].map(ids.judge);
    judging(...tied)
      .when(vote([by(4, 1)]), at)
      .refused('voter-not-member', { judges });
    judging(...tied)
      .when(vote([by(1, 1), by(1, 2)]), at)
      .refused('voter-twice');
    judging(...tied)
      .when(vote([by(1, 3)]), at)
      .refused('choice-unknown', { entries: both });
  });

  it('is no matter for a judge in conflict with one of the entries', () => {
    const judge = `judge/${ids.judge(3)}` as const;
    judging(...tied)
      .guard(judge, ...servingJudge(3), conflictDeclared(3, 1))
      .when(vote(forFirst), at)
      .refused('conflict');
    judging(...tied)
      .guard(judge, ...servingJudge(3), conflictDeclared(3, 3))
      .when(vote(forFirst), at)
      .then(voted(forFirst));
  });

  it('is no matter for a judge who has stepped back from one of the entries', () => {
    const assigned = scorecardAssigned(1, 2);
    const { criteria: _, country: _country, category: _category, ...sheet } = assigned.data;
    const recused = { type: 'EntryRecused', data: { ...sheet, reason: 'A cousin works there.' } } as const;
    const ofSecond = `scorecard/${ids.nomination(1)}/${ids.judge(2)}` as const;
    judging(...tied)
      .guard(ofSecond, assigned, recused)
      .when(vote(forFirst), at)
      .refused('recused');
    judging(...tied)
      .guard(ofSecond, assigned)
      .when(vote(forFirst), at)
      .then(voted(forFirst));
  });

  it('is no matter for a compatriot of one of the entries, where the award says so', () => {
    const { judging: policy, ...definition } = sampleDefinition();
    const planned = plannedCycle({ ...definition, judging: { ...policy, conflictScope: 'country' } });
    const [, ...later] = cycleIn('judging');
    given(panel, ...tied)
      .guard('cycle', planned, ...later)
      .guard(`judge/${ids.judge(3)}`, ...servingJudge(3))
      .when(vote(forFirst), at)
      .refused('conflict');
  });

  it('is refused before the tally and after the decision', () => {
    judging(...closed)
      .when(vote(forFirst), at)
      .refused('not-sealed');
    judging(panelFormed(), ...decisionSigned('TH-ngo', []))
      .when(vote(forFirst), at)
      .refused('not-sealed');
  });

  it('is refused outside judging and decision, and too late', () => {
    given(panel, ...tied)
      .guard('cycle', ...decidedCycle())
      .when(vote(forFirst), at)
      .refused('phase-not-open', { phase: null });
    given(panel, ...tied)
      .guard('cycle', ...cycleIn('decision'))
      .when(vote(forFirst), { at: '2025-06-01T00:00:00.001Z' })
      .refused('too-late', { closedAt: timetable.decision.closesAt });
  });
});
