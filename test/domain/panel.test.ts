// Who sits on a panel, what it judges, and which judge reads which entry.
import { describe, expect, it } from 'vitest';
import { panel } from '../../domain/panel/decider.ts';
import { FormPanel, type PanelCommand, type PanelEvent } from '../../domain/panel/messages.ts';
import { given } from '../support/given.ts';
import { assignmentReleased, entry, pair, pairsOf, scoringClosed, scoringPanel } from '../support/judging-samples.ts';
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
const [one, two, three, four] = [ids.judge(1), ids.judge(2), ids.judge(3), ids.judge(4)];
const at = { at: moments.judging };
const regional = sampleDefinition('regional');
const countryClosed = (phase: 'nomination' | 'screening' | 'judging' | 'decision') =>
  ({ type: 'CountryPhaseClosed', data: { cycleId: ids.cycle, iso2: 'TH', phase, because: 'approver' } }) as const;

type Form = Extract<PanelCommand, { type: 'FormPanel' }>['data'];
const form = (changes: Partial<Form> = {}): PanelCommand => ({
  type: 'FormPanel',
  data: {
    ...about,
    country: 'TH',
    category: 'ngo',
    entries: [entry(1), entry(2)],
    judges: [one, two, three],
    reserves: [],
    chair: one,
    deputyChair: null,
    round: 'main',
    ...changes,
  },
});
type Change = Extract<PanelCommand, { type: 'ChangePanel' }>['data'];
const change = (changes: Partial<Change>): PanelCommand => ({
  type: 'ChangePanel',
  data: { ...about, addJudges: [], removeJudges: [], reason: 'Has fallen ill.', ...changes },
});
type Changed = Extract<PanelEvent, { type: 'PanelChanged' }>['data'];
const changed = (changes: Partial<Changed>): PanelEvent => ({
  type: 'PanelChanged',
  data: {
    ...about,
    judges: [one, two, three],
    reserves: [],
    chair: one,
    deputyChair: null,
    reason: 'Has fallen ill.',
    ...changes,
  },
});
const formed = panelFormed('TH-ngo', { entries: [entry(1), entry(2)] });
const judging = (...events: PanelEvent[]) => given(panel, ...events).guard('cycle', ...cycleIn('judging'));

describe('every command of a panel', () => {
  const reason = 'As the minutes say.';
  const laureateId = ids.nomination(1);
  const all: PanelCommand[] = [
    change({ chair: two }),
    { type: 'RequestAssignment', data: { ...about, proposalId: ids.proposal(1), pinned: [] } },
    { type: 'ProposeAssignment', data: { ...about, proposalId: ids.proposal(1), pairs: [], emptySeats: 0 } },
    { type: 'ReleaseAssignment', data: about },
    { type: 'CloseScoring', data: about },
    { type: 'SealTally', data: { ...about, sheets: [] } },
    { type: 'RecordPanelVote', data: { ...about, entries: [], votes: [] } },
    { type: 'RecordDecision', data: { ...about, laureates: [], runnersUp: [], reasons: reason } },
    {
      type: 'RecordOutsideDecision',
      data: { ...about, laureates: [], runnersUp: [], minutes: null, source: 'Minutes' },
    },
    { type: 'SignDecision', data: { ...about, signature: { kind: 'in-person' } } },
    { type: 'ReopenDecision', data: { ...about, laureateId, reason } },
    { type: 'AcceptAward', data: { ...about, laureateId } },
    { type: 'DeclineAward', data: { ...about, laureateId, reason } },
    { type: 'ReplaceLaureate', data: { ...about, laureateId, reason } },
  ];

  it.each(all)('$type is refused before the panel is formed', (command) => {
    given(panel)
      .guard('cycle', ...cycleIn('judging'))
      .when(command, at)
      .refused('panel-unknown');
  });

  it.each([form(), ...all])('$type is refused unless the cycle is running', (command) => {
    const asked = given(panel, ...(command.type === 'FormPanel' ? [] : [formed]));
    asked.when(command).refused('cycle-unknown');
    asked
      .guard('cycle', plannedCycle(), { type: 'CycleCancelled', data: { cycleId: ids.cycle, reason: 'No.' } })
      .when(command)
      .refused('cycle-cancelled');
    asked
      .guard('cycle', ...decidedCycle(), { type: 'CycleArchived', data: { cycleId: ids.cycle } })
      .when(command)
      .refused('cycle-archived');
  });
});

describe('FormPanel', () => {
  it("settles what a country's panel judges, and who sits on it", () => {
    judging().when(form(), at).then(formed);
    judging()
      .when(form({ reserves: [four], deputyChair: two }), at)
      .then(panelFormed('TH-ngo', { entries: [entry(1), entry(2)], reserves: [four], deputyChair: two }));
  });

  it('forms a panel without judges, which decides outside', () => {
    judging()
      .when(form({ judges: [], chair: null }), at)
      .then(panelFormed('TH-ngo', { entries: [entry(1), entry(2)], judges: [], chair: null }));
  });

  it('forms one panel for all countries of a category where judging is regional', () => {
    const entries = [entry(1), entry(2, { country: 'SG' })];
    const asked = given(panel).guard('cycle', ...cycleIn('judging', regional));
    asked
      .when(form({ group: 'ngo', country: null, entries }), at)
      .then(panelFormed('ngo', { entries, judges: [one, two, three] }));
    asked
      .when(form({ group: 'ngo', country: null, entries: [entry(1, { category: 'private' })] }), at)
      .refused('wrong-group');
  });

  it('may follow the screening of its country, before that of the others', () => {
    given(panel)
      .guard('cycle', ...cycleIn('screening'))
      .guard('country', countryClosed('nomination'), countryClosed('screening'))
      .when(form(), { at: moments.screening })
      .then(formed);
  });

  it('changes nothing when the same people are named, in whatever order', () => {
    judging(formed)
      .when(form({ judges: [three, one, two] }), at)
      .nothing();
  });

  it('is refused with other people once it is formed', () => {
    for (const changes of [{ judges: [one, two, four] }, { chair: two }, { reserves: [four] }, { round: 'final' }])
      judging(formed).when(form(changes), at).refused('panel-exists');
  });

  it('is refused under another name than that of its country and category, or of its category alone', () => {
    judging()
      .when(form({ category: 'sports' }), at)
      .refused('category-unknown', { categories: ['ngo', 'private'] });
    judging()
      .when(form({ group: 'SG-ngo' }), at)
      .refused('wrong-group', { group: 'TH-ngo' });
    judging()
      .when(form({ group: 'ngo', country: null }), at)
      .refused('wrong-group', { group: null });
    given(panel)
      .guard('cycle', ...cycleIn('judging', regional))
      .when(form(), at)
      .refused('wrong-group', { group: 'ngo' });
    given(panel)
      .guard('cycle', ...cycleIn('judging', regional))
      .when(form({ group: 'ngo' }), at)
      .refused('wrong-group', { group: 'ngo' });
    judging()
      .when(form({ entries: [entry(1, { country: 'SG' })] }), at)
      .refused('wrong-group');
  });

  it('is refused for a country that takes no part', () => {
    judging()
      .when(form({ group: 'VN-ngo', country: 'VN' }), at)
      .refused('country-not-entitled', { countries: ['MM', 'SG', 'TH'] });
  });

  it('is refused for a round that the award does not have', () => {
    judging()
      .when(form({ round: 'final' }), at)
      .refused('round-unknown', { rounds: ['main'] });
  });

  it('is refused while screening is open, or before what was forwarded is known', () => {
    given(panel)
      .guard('cycle', ...cycleIn('screening'))
      .when(form(), { at: moments.screening })
      .refused('screening-open', { phase: 'screening' });
    judging()
      .when(form({ entries: null }), at)
      .refused('screening-open');
  });

  it('is refused once the decision phase is closed, for the cycle or for the country', () => {
    given(panel)
      .guard('cycle', ...decidedCycle())
      .when(form(), at)
      .refused('phase-not-open', { phase: null });
    judging().guard('country', countryClosed('decision')).when(form(), at).refused('phase-not-open', { phase: null });
  });

  it('is refused with nothing to judge', () => {
    judging()
      .when(form({ entries: [] }), at)
      .refused('no-entries');
  });

  it('is refused with a judge twice, or fewer judges than an entry needs sheets', () => {
    judging()
      .when(form({ judges: [one, two, two] }), at)
      .refused('judge-twice');
    judging()
      .when(form({ reserves: [three] }), at)
      .refused('judge-twice');
    judging()
      .when(form({ judges: [one, two] }), at)
      .refused('too-few-judges', { minimum: 3 });
  });

  it('is led by two of its judges', () => {
    const judges = [one, two, three];
    judging()
      .when(form({ chair: four }), at)
      .refused('chair-not-member', { judges });
    judging()
      .when(form({ deputyChair: four }), at)
      .refused('chair-not-member', { judges });
    judging()
      .when(form({ reserves: [four], chair: four }), at)
      .refused('chair-not-member', { judges });
    judging()
      .when(form({ deputyChair: one }), at)
      .refused('chair-is-deputy');
  });

  it('fills in what a request leaves out', () => {
    expect(FormPanel.parse({ judges: [one] })).toEqual({
      judges: [one],
      reserves: [],
      chair: null,
      deputyChair: null,
      round: 'main',
    });
  });
});

describe('ChangePanel', () => {
  it('adds and removes judges until scoring is closed', () => {
    for (const history of [[formed], scoringPanel()])
      judging(...history)
        .when(change({ addJudges: [four], removeJudges: [two] }), at)
        .then(changed({ judges: [one, three, four] }));
  });

  it('calls a reserve judge, who is one no more', () => {
    judging(panelFormed('TH-ngo', { reserves: [four] }))
      .when(change({ addJudges: [four] }), at)
      .then(changed({ judges: [one, two, three, four] }));
  });

  it('changes nothing when it is so already', () => {
    judging(formed)
      .when(change({ addJudges: [one], removeJudges: [four], chair: one }), at)
      .nothing();
  });

  it('names another chair or deputy, or no deputy, until the decision is signed', () => {
    const decided = [formed, ...decisionSigned('TH-ngo', []).slice(0, 1)];
    for (const history of [[formed], scoringPanel(), [...scoringPanel(), scoringClosed()], decided])
      judging(...history)
        .when(change({ chair: two, deputyChair: three }), at)
        .then(changed({ chair: two, deputyChair: three }));
    judging(panelFormed('TH-ngo', { deputyChair: two }))
      .when(change({ deputyChair: null }), at)
      .then(changed({}));
  });

  it('leaves the judges alone once scoring is closed', () => {
    judging(...scoringPanel(), scoringClosed())
      .when(change({ addJudges: [four] }), at)
      .refused('scoring-closed');
  });

  it('names reserves anew, as long as one could be called', () => {
    for (const history of [[formed], scoringPanel()])
      judging(...history)
        .when(change({ addJudges: [four], removeJudges: [two], reserves: [two] }), at)
        .then(changed({ judges: [one, three, four], reserves: [two] }));
    judging(panelFormed('TH-ngo', { reserves: [four] }))
      .when(change({ reserves: [] }), at)
      .then(changed({}));
    judging(formed)
      .when(change({ reserves: [three, four] }), at)
      .refused('judge-twice');
    judging(...scoringPanel(), scoringClosed())
      .when(change({ reserves: [four] }), at)
      .refused('scoring-closed');
  });

  it('is refused once the decision is signed', () => {
    judging(formed, ...decisionSigned('TH-ngo', []))
      .when(change({ chair: two }), at)
      .refused('decision-signed');
  });

  it('keeps as many judges as an entry needs sheets; none is for a panel that has not begun to score', () => {
    judging(formed)
      .when(change({ removeJudges: [three] }), at)
      .refused('too-few-judges', { minimum: 3 });
    judging(panelFormed('TH-ngo', { chair: null }))
      .when(change({ removeJudges: [one, two, three] }), at)
      .then(changed({ judges: [], chair: null }));
    judging(...scoringPanel({ chair: null }))
      .when(change({ removeJudges: [one, two, three] }), at)
      .refused('too-few-judges', { minimum: 3 });
  });

  it('does not lose its chair', () => {
    judging(formed)
      .when(change({ addJudges: [four], removeJudges: [one] }), at)
      .refused('chair-not-member', { judges: [two, three, four] });
  });
});

const request = (
  changes: Partial<Extract<PanelCommand, { type: 'RequestAssignment' }>['data']> = {},
): PanelCommand => ({
  type: 'RequestAssignment',
  data: { ...about, proposalId: ids.proposal(1), pinned: [], ...changes },
});
const requested = (proposal = 1, pinned = pairsOf([], [])): PanelEvent => ({
  type: 'AssignmentRequested',
  data: { ...about, proposalId: ids.proposal(proposal), pinned },
});
const all = pairsOf([1, 2], [1, 2, 3]);
const propose = (pairs = all, proposal = 1, emptySeats = 0): PanelCommand => ({
  type: 'ProposeAssignment',
  data: { ...about, proposalId: ids.proposal(proposal), pairs, emptySeats },
});
const proposed = (pairs = all, emptySeats = 0): PanelEvent => ({
  type: 'AssignmentProposed',
  data: { ...about, proposalId: ids.proposal(1), pairs, emptySeats },
});
const release: PanelCommand = { type: 'ReleaseAssignment', data: about };
const byProcess = { ...at, role: 'process' } as const;

describe.each<[string, PanelCommand, PanelEvent[]]>([
  ['RequestAssignment', request(), [formed]],
  ['ReleaseAssignment', release, [formed, requested(), proposed()]],
])('%s', (_type, command, history) => {
  it("is refused outside the country's judging", () => {
    given(panel, ...history)
      .guard('cycle', ...cycleIn('screening'))
      .when(command, at)
      .refused('phase-not-open', { phase: 'screening' });
    judging(...history)
      .guard('country', countryClosed('judging'))
      .when(command, at)
      .refused('phase-not-open', { phase: 'decision' });
    given(panel, ...history)
      .guard('cycle', ...cycleIn('judging'), phaseClosed('judging'))
      .when(command, at)
      .refused('phase-not-open', { phase: 'decision' });
  });

  it('is refused too late', () => {
    judging(...history)
      .when(command, { at: '2025-05-01T00:00:00.001Z' })
      .refused('too-late', { closedAt: timetable.judging.closesAt });
    judging(...history)
      .guard('country', {
        type: 'CountryTimetableSet',
        data: { cycleId: ids.cycle, iso2: 'TH', closesAt: { judging: '2025-04-10T00:00:00.000Z' } },
      })
      .when(command, at)
      .refused('too-late', { closedAt: '2025-04-10T00:00:00.000Z' });
  });

  it('is refused once scoring is closed', () => {
    judging(...history, assignmentReleased(), scoringClosed())
      .when(command, at)
      .refused('scoring-closed');
  });
});

describe('RequestAssignment', () => {
  it('asks for an assignment, once', () => {
    judging(formed).when(request(), at).then(requested()).notAfter(timetable.judging.closesAt);
    judging(formed, requested()).when(request(), at).nothing();
    judging(formed, requested(), proposed()).when(request(), at).nothing();
  });

  it('asks anew for what was proposed, and for more than what was released', () => {
    judging(formed, requested(), proposed())
      .when(request({ proposalId: ids.proposal(2) }), at)
      .then(requested(2));
    judging(...scoringPanel())
      .when(request(), at)
      .then(requested());
  });

  it('pins pairs that must be in it', () => {
    judging(formed)
      .when(request({ pinned: [pair(1, 1)] }), at)
      .then(requested(1, [pair(1, 1)]));
  });

  it('is refused with a pair of which the panel knows nothing, or a pair twice', () => {
    judging(formed)
      .when(request({ pinned: [pair(1, 4)] }), at)
      .refused('assignment-invalid', { broken: [`There is no judge ${four}.`] });
    judging(formed)
      .when(request({ pinned: [pair(1, 1), pair(1, 1)] }), at)
      .refused('assignment-invalid');
  });

  it('is refused for a panel without judges', () => {
    judging(panelFormed('TH-ngo', { entries: [entry(1)], judges: [], chair: null }))
      .when(request(), at)
      .refused('judges-needed');
  });

  it('waits for an open request, or takes its place', () => {
    judging(formed, requested())
      .when(request({ proposalId: ids.proposal(2) }), at)
      .refused('assignment-requested', { replaces: ids.proposal(1) });
    judging(formed, requested())
      .when(request({ proposalId: ids.proposal(2), replaces: ids.proposal(1) }), at)
      .then(requested(2));
  });
});

describe('ProposeAssignment', () => {
  const asked = judging(formed, requested());

  it('answers an open request, once', () => {
    asked.when(propose(), byProcess).then(proposed());
    judging(formed, requested(), proposed()).when(propose(), byProcess).nothing();
  });

  it('counts the empty seats itself', () => {
    asked.when(propose(pairsOf([1], [1, 2, 3]), 1, 0), byProcess).then(proposed(pairsOf([1], [1, 2, 3]), 3));
  });

  it('is the word of a solver, not of a person', () => {
    asked.when(propose(), at).refused('process-only');
  });

  it('is refused where it answers no open request', () => {
    asked.when(propose(all, 2), byProcess).refused('proposal-stale', { requested: ids.proposal(1) });
    judging(formed).when(propose(), byProcess).refused('proposal-stale', { requested: null });
  });

  it('is refused with a stranger, a pair twice, or without a pinned pair', () => {
    const stranger = pair(3, 1);
    asked
      .when(propose([...all, stranger]), byProcess)
      .refused('assignment-invalid', { broken: [`There is no entry ${stranger.nominationId}.`] });
    asked.when(propose([...all, pair(1, 1)]), byProcess).refused('assignment-invalid');
    judging(formed, requested(1, [pair(1, 1)]))
      .when(propose(pairsOf([1, 2], [2, 3])), byProcess)
      .refused('assignment-invalid');
  });

  it('is refused once scoring is closed', () => {
    judging(...scoringPanel(), requested(), scoringClosed())
      .when(propose(), byProcess)
      .refused('scoring-closed');
  });
});

describe('ReleaseAssignment', () => {
  it('lets scoring begin, once', () => {
    judging(formed, requested(), proposed())
      .when(release, at)
      .then(assignmentReleased())
      .notAfter(timetable.judging.closesAt);
    judging(...scoringPanel())
      .when(release, at)
      .nothing();
  });

  it('releases a later assignment beside the first', () => {
    const pairs = [...all, ...pairsOf([1, 2], [4])];
    judging(...scoringPanel(), changed({ judges: [one, two, three, four] }), requested(), proposed(pairs))
      .when(release, at)
      .then(assignmentReleased(pairs));
  });

  it('is refused without a proposal, or with one that assigns nothing', () => {
    judging(formed).when(release, at).refused('no-proposal');
    judging(formed, requested()).when(release, at).refused('no-proposal');
    judging(formed, requested(), proposed([], 6)).when(release, at).refused('no-pairs');
  });

  it('is refused when the panel has changed since', () => {
    judging(formed, requested(), proposed(), changed({ judges: [one, two, four] }))
      .when(release, at)
      .refused('assignment-invalid');
  });
});
