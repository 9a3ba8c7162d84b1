// Rounds that narrow the entries: who goes on, by the rule or with reasons, and what the next round rests on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../domain/judge/decider.ts';
import type { JudgeEvent } from '../../domain/judge/messages.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { proposeShortlist } from '../../domain/panel/proposing-shortlist.ts';
import { everyEntry } from '../../domain/panel/rounds.ts';
import { type Panel, panelFold } from '../../domain/panel/state.ts';
import { scorecard } from '../../domain/scorecard/decider.ts';
import { given } from '../support/given.ts';
import { conflictDeclared, entry, servingJudge } from '../support/judging-samples.ts';
import {
  clearFirst,
  closedIn,
  finalFormed,
  finalScoring,
  finalSealed,
  firstScoring,
  firstSealed,
  releasedIn,
  sealedIn,
  sheetsOf,
  shortlisted,
  twoRounds,
} from '../support/round-samples.ts';
import { cycleIn, ids, moments, panelFormed, phaseClosed, sampleDefinition } from '../support/samples.ts';

const about = { cycleId: ids.cycle, group: 'TH-ngo' };
const chair = { at: moments.judging, role: 'chair', actor: ids.judge(1) } as const;
const byProcess = { at: moments.judging, role: 'process' } as const;
const desk = { at: moments.judging, role: 'focal-point' } as const;
const definition = twoRounds();
const judged = (...events: PanelEvent[]) => given(panel, ...events).guard('cycle', ...cycleIn('judging', definition));
const overdue = (...events: PanelEvent[]) =>
  given(panel, ...events).guard('cycle', ...cycleIn('judging', definition), phaseClosed('judging'));
const noms = (...numbers: number[]) => numbers.map(ids.nomination);
const shortlist = (entries: number[], departures: { nominationId: string; reason: string }[] = [], round = 'first') =>
  ({
    type: 'ShortlistEntries',
    data: { ...about, round, entries: noms(...entries), departures },
  }) satisfies PanelCommand;
const because = (nomination: number, reason = 'The panel was of one mind.') => ({
  nominationId: ids.nomination(nomination),
  reason,
});
const anew = (...asked: Parameters<typeof shortlist>) => {
  const { type, data } = shortlist(...asked);
  return { type, data: { ...data, anew: 'A figure was misread.' } } satisfies PanelCommand;
};
const fold = (events: PanelEvent[]) =>
  events.reduce((state, event) => panelFold.evolve(state, event), panelFold.initial) as Panel;

describe('FormPanel', () => {
  const form = (round: string): PanelCommand => ({
    type: 'FormPanel',
    data: { ...panelFormed('TH-ngo', { entries: [entry(1)], round }).data },
  });

  it('begins in a round that no other goes on to', () => {
    judged()
      .when(form('final'), desk)
      .refused('round-unknown', { rounds: ['first'] });
    judged()
      .when(form('first'), desk)
      .then({ type: 'PanelFormed', data: panelFormed('TH-ngo', { entries: [entry(1)], round: 'first' }).data });
  });
});

describe('CloseScoring', () => {
  const close: PanelCommand = { type: 'CloseScoring', data: { ...about, round: 'first' } };
  const guarded = (...events: PanelEvent[]) =>
    [1, 2, 3].reduce(
      (asked, number) => asked.guard(`judge/${ids.judge(number)}`, ...servingJudge(number)),
      judged(...events),
    );

  it('ends a round that another follows when who leads or runs the panel says so', () => {
    const closed = closedIn();
    guarded(...firstScoring())
      .when(close, desk)
      .then({ ...closed, data: { ...closed.data, because: 'by-hand' } });
  });

  it('is not due for the process before everybody has finished, nor for anybody in the last round', () => {
    guarded(...firstScoring())
      .when(close, byProcess)
      .refused('not-due');
    guarded(...finalScoring())
      .when({ type: 'CloseScoring', data: about }, desk)
      .refused('not-due');
  });

  it('means the round that it names', () => {
    guarded(...finalScoring())
      .when(close, desk)
      .nothing();
  });

  it('asks for the word finished of the round itself', () => {
    const finished = (number: number, entries: number, round?: string): JudgeEvent => ({
      type: 'ScoringFinished',
      data: {
        ...{ cycleId: ids.cycle, judgeId: ids.judge(number), groups: ['TH-ngo'], group: 'TH-ngo', entries },
        ...(round !== undefined && { round }),
      },
    });
    const all = (round?: string) =>
      [1, 2, 3].reduce(
        (asked, number) =>
          asked.guard(`judge/${ids.judge(number)}`, ...servingJudge(number), finished(number, 2, round)),
        judged(...finalScoring()),
      );
    all().when({ type: 'CloseScoring', data: about }, byProcess).refused('not-due');
    all('final').when({ type: 'CloseScoring', data: about }, byProcess).then(closedIn('final'));
  });
});

describe('LowerMinimum', () => {
  const lower: PanelCommand = {
    type: 'LowerMinimum',
    data: { ...about, nominationId: ids.nomination(1), minimum: 2, reason: 'Nobody else can read it.' },
  };
  const bySecretariat = { at: moments.judging, role: 'secretariat' } as const;
  const reserve = ids.judge(4);
  const asReserve: PanelEvent = {
    type: 'PanelChanged',
    data: {
      ...{ ...about, judges: [1, 2, 3].map(ids.judge), reserves: [reserve] },
      ...{ chair: ids.judge(1), deputyChair: null, reason: 'For the final.' },
    },
  };
  const asked = () => judged(...finalFormed(), asReserve).guard(`judge/${reserve}`, ...servingJudge(4));

  it('waits for a reserve of the round, not for one who stepped back from the entry before', () => {
    asked()
      .when(lower, bySecretariat)
      .refused('reserve-can-serve', { reserves: [reserve] });
    const sheet = { ...about, nominationId: ids.nomination(1), judgeId: reserve, round: 'first' };
    const facts = { country: 'TH', category: 'ngo', dossierVersion: 1 };
    asked()
      .guard(
        `scorecard/${ids.nomination(1)}/${reserve}/first`,
        { type: 'ScorecardAssigned', data: { ...sheet, ...facts, criteria: ['impact', 'reach'] } },
        { type: 'EntryRecused', data: { ...sheet, ...facts, reason: 'A cousin works there.' } },
      )
      .when(lower, bySecretariat)
      .then({ type: 'MinimumLowered', data: lower.data });
  });
});

describe('FinishScoring', () => {
  it('is said anew in each round, with the round', () => {
    const said = { ...about, judgeId: ids.judge(2) };
    given(judge, ...servingJudge(2), {
      type: 'ScoringFinished',
      data: { ...said, groups: ['TH-ngo'], entries: 2 },
    })
      .guard('cycle', ...cycleIn('judging', definition))
      .guard('panel', ...finalScoring())
      .when({ type: 'FinishScoring', data: said }, chair)
      .then({ type: 'ScoringFinished', data: { ...said, groups: ['TH-ngo'], entries: 2, round: 'final' } });
  });
});

describe('SealTally', () => {
  const seal = (sheets: ReturnType<typeof sheetsOf>): PanelCommand => ({
    type: 'SealTally',
    data: { ...about, sheets },
  });

  it('counts by the form and the scale of the round', () => {
    const sheets = sheetsOf({ 1: 6, 2: 9 }, 'final');
    judged(...finalScoring(), closedIn('final'))
      .when(seal(sheets), byProcess)
      .then(sealedIn(sheets, { round: 'final', entries: [1, 2] }));
  });

  it('counts no sheet of another round', () => {
    judged(...finalScoring(), closedIn('final'))
      .when(seal(sheetsOf({ 1: 5 }, 'first')), byProcess)
      .refused('sheet-not-assigned');
  });

  it('asks nothing but enough sheets of an entry where another round follows', () => {
    const strict = twoRounds();
    strict.judging.threshold = { score: 90, criterion: 'impact', criterionMean: 4 };
    const sheets = sheetsOf(clearFirst);
    const sealed = sealedIn(sheets, { definition: strict });
    expect(sealed.data.result.entries.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    given(panel, ...firstScoring(), closedIn())
      .guard('cycle', ...cycleIn('judging', strict))
      .when(seal(sheets), byProcess)
      .then(sealed);
  });
});

describe('ShortlistEntries', () => {
  it('lets those go on whom the rule names', () => {
    judged(...firstSealed())
      .when(shortlist([1, 2]), chair)
      .then(shortlisted());
    judged(...firstSealed())
      .when(shortlist([2, 1]), chair)
      .then(shortlisted());
  });

  it('lets everybody go on who stands equal at the cut', () => {
    const equal = firstSealed({ 1: 5, 2: 4, 3: 4, 4: 2 });
    const entries = noms(1, 2, 3);
    judged(...equal)
      .when(shortlist([1, 2, 3]), chair)
      .then(shortlisted({ entries, proposed: entries }));
  });

  it('departs from the rule with a reason for each entry, and gives no other reasons', () => {
    judged(...firstSealed())
      .when(shortlist([1, 4]), chair)
      .refused('departure-unexplained', { entries: noms(2, 4) });
    judged(...firstSealed())
      .when(shortlist([1, 4], [because(2, 'Withdrew its figures.'), because(4)]), chair)
      .then(
        shortlisted({
          entries: noms(1, 4),
          departures: [
            { nominationId: ids.nomination(2), goesOn: false, reason: 'Withdrew its figures.' },
            { nominationId: ids.nomination(4), goesOn: true, reason: 'The panel was of one mind.' },
          ],
        }),
      );
    judged(...firstSealed())
      .when(shortlist([1, 2], [because(1)]), chair)
      .refused('no-departure', { entries: noms(1) });
  });

  it('names entries of the panel, each once, that still stand', () => {
    judged(...firstSealed())
      .when(shortlist([1, 9], [because(9)]), chair)
      .refused('entry-unknown');
    judged(...firstSealed())
      .when(shortlist([1, 1, 2]), chair)
      .refused('entry-twice');
    const removed: PanelEvent = {
      type: 'EntryRemoved',
      data: { ...about, nominationId: ids.nomination(1), reason: 'Was disqualified.' },
    };
    judged(...firstSealed(), removed)
      .when(shortlist([1, 2]), chair)
      .refused('entry-removed');
    judged(...firstSealed(), removed)
      .when(shortlist([2, 3]), chair)
      .then(shortlisted({ entries: noms(2, 3), proposed: noms(2, 3) }));
  });

  it('waits for the sealed tally, and for a round that follows', () => {
    judged(...firstScoring(), closedIn())
      .when(shortlist([1, 2]), chair)
      .refused('not-sealed');
    judged(...finalSealed())
      .when(shortlist([2], [], 'final'), chair)
      .refused('no-round-follows');
    given(panel, ...firstSealed())
      .guard('cycle', ...cycleIn('judging', sampleDefinition()))
      .when(shortlist([1, 2]), chair)
      .refused('no-round-follows');
  });

  it('stands once the next round has begun: the same again changes nothing, another is refused', () => {
    judged(...finalFormed())
      .when(shortlist([1, 2]), chair)
      .nothing();
    judged(...finalScoring())
      .when(shortlist([1, 3]), chair)
      .refused('round-ended', { round: 'final' });
    judged(...finalScoring())
      .when(anew([1, 3], [because(2), because(3)]), chair)
      .refused('round-ended', { round: 'final' });
  });

  it('is settled anew with a reason while nothing of the next round is released, by the proposal as it is then', () => {
    judged(...finalFormed())
      .when(shortlist([1, 3], [because(2), because(3)]), chair)
      .refused('anew-unexplained');
    judged(...finalFormed())
      .when(anew([1, 3], [because(2)]), chair)
      .refused('departure-unexplained', { entries: noms(3) });
    const settled = shortlisted({
      entries: noms(1, 3),
      departures: [
        { nominationId: ids.nomination(2), goesOn: false, reason: 'The panel was of one mind.' },
        { nominationId: ids.nomination(3), goesOn: true, reason: 'The panel was of one mind.' },
      ],
      anew: 'A figure was misread.',
    });
    judged(...finalFormed())
      .when(anew([1, 3], [because(2), because(3)]), chair)
      .then(settled);
    const removed: PanelEvent = {
      type: 'EntryRemoved',
      data: { ...about, nominationId: ids.nomination(2), reason: 'Was disqualified.' },
    };
    judged(...finalFormed(), removed)
      .when(anew([1, 2, 3], [because(2)]), chair)
      .refused('entry-removed');
    judged(...finalFormed(), removed)
      .when(anew([1, 3]), chair)
      .then(shortlisted({ entries: noms(1, 3), proposed: noms(1, 3), anew: 'A figure was misread.' }));
  });

  it('is settled anew within judging alone', () => {
    overdue(...finalFormed())
      .when(anew([1, 3], [because(2), because(3)]), chair)
      .refused('phase-not-open');
  });

  it('is refused once judging is over: no round could follow', () => {
    overdue(...firstSealed())
      .when(shortlist([1, 2]), chair)
      .refused('phase-not-open');
  });
});

describe('the next round', () => {
  it('begins with those who go on, unassigned, and keeps the first as it was', () => {
    const state = fold(finalFormed());
    const before = fold(firstSealed());
    expect(state).toMatchObject({ status: 'formed', round: 'final', assigned: [], assignment: { status: 'none' } });
    expect(state.entries.map(({ nominationId }) => nominationId)).toEqual(noms(1, 2));
    expect(state.rounds).toMatchObject([{ round: 'first', allEntries: before.entries, assigned: before.assigned }]);
    expect(everyEntry(state).map(({ nominationId }) => nominationId)).toEqual(noms(1, 2, 3, 4));
  });

  it('begins once more where who goes on is settled anew: what was proposed or lowered for it falls, who judges stays', () => {
    const proposal = { ...about, proposalId: ids.proposal(1) };
    const pairs = releasedIn([1, 2], 'final').data.pairs;
    const between: PanelEvent[] = [
      {
        type: 'PanelChanged',
        data: {
          ...{ ...about, reserves: [], chair: ids.judge(1), deputyChair: null, reason: 'The panel of the final.' },
          judges: [1, 2, 4].map(ids.judge),
        },
      },
      {
        type: 'MinimumLowered',
        data: { ...about, nominationId: ids.nomination(1), minimum: 2, reason: 'Few read it.' },
      },
      { type: 'EntryAmended', data: { ...about, ...entry(1), version: 2 } },
      { type: 'AssignmentRequested', data: { ...proposal, pinned: [] } },
      { type: 'AssignmentProposed', data: { ...proposal, pairs, emptySeats: 0 } },
    ];
    const state = fold([
      ...finalFormed(),
      ...between,
      shortlisted({ entries: noms(1, 4), anew: 'A figure was misread.' }),
    ]);
    const once = fold(finalFormed());
    expect(state).toMatchObject({ status: 'formed', round: 'final', assigned: [], assignment: { status: 'none' } });
    expect(state.entries.map(({ nominationId, version }) => [nominationId, version])).toEqual([
      [ids.nomination(1), 2],
      [ids.nomination(4), 1],
    ]);
    expect(state.judges).toEqual([1, 2, 4].map(ids.judge));
    expect(state.lowered).toBeUndefined();
    expect(state.rounds).toEqual([{ ...once.rounds?.[0], entries: noms(1, 4), anew: 'A figure was misread.' }]);
  });

  it('has a panel of its own: its judges change before they score', () => {
    const people = { addJudges: [ids.judge(4)], removeJudges: [ids.judge(3)], reason: 'The final panel.' };
    judged(...finalFormed())
      .when({ type: 'ChangePanel', data: { ...about, ...people } }, desk)
      .then({
        type: 'PanelChanged',
        data: {
          ...{ ...about, reserves: [], chair: ids.judge(1), deputyChair: null, reason: 'The final panel.' },
          judges: [1, 2, 4].map(ids.judge),
        },
      });
    judged(...finalFormed())
      .when({ type: 'ChangePanel', data: { ...about, ...people, addJudges: [] } }, desk)
      .refused('too-few-judges', { minimum: 3 });
  });

  it('has seats and a minimum of its own', () => {
    const wider = twoRounds({ atMost: 2 }, { seats: 5, minimumSheets: 4 });
    const proposal = { ...about, proposalId: ids.proposal(1) };
    const pairs = releasedIn([1, 2], 'final').data.pairs;
    const requested: PanelEvent = { type: 'AssignmentRequested', data: { ...proposal, pinned: [] } };
    const proposed: PanelEvent = { type: 'AssignmentProposed', data: { ...proposal, pairs, emptySeats: 4 } };
    const asked = (...events: PanelEvent[]) =>
      given(panel, ...finalFormed(), ...events).guard('cycle', ...cycleIn('judging', wider));
    asked(requested)
      .when({ type: 'ProposeAssignment', data: { ...proposal, pairs, emptySeats: 0 } }, byProcess)
      .then(proposed);
    asked(requested, proposed)
      .when({ type: 'ReleaseAssignment', data: about }, desk)
      .refused('too-few-judges', { minimum: 4 });
  });

  it('is no panel that decides on paper', () => {
    judged(...finalFormed())
      .when(
        {
          type: 'RecordOutsideDecision',
          data: { ...about, laureates: noms(1), runnersUp: [], source: 'Letter 1', minutes: null },
        },
        desk,
      )
      .refused('scoring-started');
  });

  it('hears of an entry that left after it was left out', () => {
    const reason = 'Was disqualified.';
    judged(...finalFormed())
      .guard(`nomination/${ids.nomination(4)}`)
      .when({ type: 'RemoveEntry', data: { ...about, nominationId: ids.nomination(4), reason } }, desk)
      .refused('nomination-stands');
  });
});

describe('a sheet', () => {
  const assign = (judgeNumber: number, after: string[] | undefined = ['first']) => ({
    type: 'AssignScorecard' as const,
    data: {
      ...{ ...about, nominationId: ids.nomination(1), judgeId: ids.judge(judgeNumber), round: 'final' },
      ...{ country: 'TH', category: 'ngo', dossierVersion: 1, criteria: ['impact', 'reach', 'lasting'] },
      ...(after && { after }),
    },
  });
  const around = (...events: PanelEvent[]) =>
    given(scorecard)
      .guard('cycle', ...cycleIn('judging', definition))
      .guard('panel', ...events)
      .guard('judge', ...servingJudge(2));
  const first = {
    ...{ ...about, nominationId: ids.nomination(1), judgeId: ids.judge(2), round: 'first' },
    ...{ dossierVersion: 1, country: 'TH', category: 'ngo', criteria: ['impact', 'reach'] },
  };

  it('answers the form of its round', () => {
    const { after: _after, ...data } = assign(2).data;
    around(...finalScoring())
      .when(assign(2), byProcess)
      .then({ type: 'ScorecardAssigned', data });
  });

  it('goes to nobody who stepped back from the entry in an earlier round', () => {
    around(...finalScoring())
      .guard(
        'round/first',
        { type: 'ScorecardAssigned', data: first },
        {
          type: 'EntryRecused',
          data: { ...about, ...first, reason: 'A cousin works there.' },
        },
      )
      .when(assign(2), byProcess)
      .refused('recused');
    around(...finalScoring())
      .when(assign(2, []), byProcess)
      .refused('round-ended');
  });

  it('goes to nobody in conflict, in whichever round the conflict was declared', () => {
    around(...finalScoring())
      .guard('judge', ...servingJudge(2), conflictDeclared(2, 1))
      .when(assign(2), byProcess)
      .refused('conflict');
  });

  it('of an ended round is handed in, given back and left no more', () => {
    const points = { scores: [], comments: null };
    for (const command of [
      { type: 'SubmitScorecard', data: points },
      { type: 'RecuseFromEntry', data: { reason: 'Too late.' } },
      { type: 'ReopenScorecard', data: { reason: 'Look again.' } },
    ] as const)
      given(scorecard, { type: 'ScorecardAssigned', data: first })
        .guard('cycle', ...cycleIn('judging', definition))
        .guard('panel', ...finalScoring())
        .guard('judge', ...servingJudge(2))
        .when(command, chair)
        .refused('scoring-closed');
  });
});

describe('RecordDecision', () => {
  const decide = (laureates: number[], departure?: string): PanelCommand => ({
    type: 'RecordDecision',
    data: {
      ...{ ...about, laureates: noms(...laureates), runnersUp: [], reasons: 'The best of the final.' },
      ...(departure !== undefined && { departure }),
    },
  });

  it('rests on the tally of the last round alone', () => {
    judged(...finalSealed())
      .when(decide([1]), chair)
      .refused('order-differs');
    judged(...finalSealed())
      .when(decide([3]), chair)
      .refused('entry-unknown');
    judged(...finalSealed())
      .when(decide([2]), chair)
      .accepted();
  });

  it('waits for the round that follows', () => {
    judged(...firstSealed())
      .when(decide([1]), chair)
      .refused('round-follows', { next: 'final' });
    judged(...firstSealed())
      .when(decide([1], 'We are sure already.'), chair)
      .refused('round-follows');
  });

  it('may rest on the first round where judging has ended before the last could be held, and says why', () => {
    const decided = given(panel, ...firstSealed()).guard('cycle', ...cycleIn('decision', definition));
    const later = { ...chair, at: moments.decision };
    decided.when(decide([1]), later).refused('round-follows');
    decided.when(decide([1], 'There was no time for the final.'), later).accepted();
  });

  it('may find that nobody is honoured where nobody can go on', () => {
    judged(...firstScoring(), closedIn(), sealedIn([]))
      .when(decide([]), chair)
      .accepted();
  });
});

const standings = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }).chain((numbers) =>
  fc.array(fc.integer({ min: 0, max: 6 }), { minLength: numbers.length, maxLength: numbers.length }).map((scores) =>
    numbers.map((number, index) => {
      const own = scores[index] ?? 0;
      const better = scores.filter((score) => score > own && score > 0).length;
      return { nominationId: ids.nomination(number), rank: own === 0 ? null : better + 1 };
    }),
  ),
);
const rules = fc.oneof(
  fc.record({ atMost: fc.integer({ min: 1, max: 40 }) }),
  fc.constantFrom({ share: '1/3' }, { share: '2/5' }, { share: '9/10' }, { threshold: 60 }),
);

describe('the proposal', () => {
  it('counts a share of all that stand, rounded up, and one at least', () => {
    const four = [1, 2, 3, 4].map((rank) => ({ nominationId: ids.nomination(rank), rank }));
    expect(proposeShortlist({ share: '1/3' }, four, [])).toEqual(noms(1, 2));
    expect(proposeShortlist({ share: '1/9' }, four, [])).toEqual(noms(1));
    expect(proposeShortlist({ share: '1/2' }, four, noms(1, 2))).toEqual(noms(3));
    expect(proposeShortlist({ atMost: 9 }, four, noms(4))).toEqual(noms(1, 2, 3));
  });

  it('never parts equals, never passes over who is better, and does not care for the order of its input', () => {
    fc.assert(
      fc.property(standings, rules, (entries, rule) => {
        const found = proposeShortlist(rule, entries, []);
        expect(proposeShortlist(rule, entries.toReversed(), [])).toEqual(found);
        const isIn = (one: { nominationId: string }) => found.includes(one.nominationId);
        const last = Math.max(0, ...entries.filter(isIn).map(({ rank }) => rank ?? 0));
        for (const one of entries) expect(isIn(one)).toBe(one.rank !== null && one.rank <= last);
      }),
    );
  });

  it('changes nothing in a sealed tally, whoever goes on', () => {
    const sealed = firstSealed();
    const before = fold(sealed);
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4], { minLength: 1 }), (numbers) => {
        const state = fold([...sealed, shortlisted({ entries: noms(...numbers) })]);
        const [ended] = state.rounds ?? [];
        expect(ended?.tally).toEqual('tally' in before ? before.tally : null);
        expect(ended?.allEntries).toEqual(before.entries);
        expect(state.entries.map(({ nominationId }) => nominationId)).toEqual(noms(...numbers));
        expect('tally' in state).toBe(false);
      }),
    );
  });
});
