// A panel's decision: recorded from the ranking or from minutes, signed, and opened again.
import { describe, it } from 'vitest';
import { type AwardDefinition, AwardDefinition as Definition } from '../../domain/award-definition.ts';
import type { CycleEvent } from '../../domain/cycle/messages.ts';
import type { EventOf } from '../../domain/events.ts';
import type { KeptSignature, Winner } from '../../domain/messages.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { given } from '../support/given.ts';
import {
  assignmentReleased,
  clear,
  entry,
  even,
  pairsOf,
  scoringClosed,
  scoringPanel,
  sheet,
  tallySealed,
} from '../support/judging-samples.ts';
import {
  cycleIn,
  decidedCycle,
  endorsementClosesAt,
  endorsementRequested,
  ids,
  moments,
  panelFormed,
  phaseClosed,
  phaseOpened,
  sampleDefinition,
  timetable,
  winner,
} from '../support/samples.ts';

const about = { cycleId: ids.cycle, group: 'TH-ngo' };
const [first, second, third] = [ids.nomination(1), ids.nomination(2), ids.nomination(3)];
const at = moments.decision;
const byChair = { at, role: 'chair', actor: ids.judge(1) } as const;
const byApprover = { at, role: 'approver', actor: ids.person(4) } as const;
const deciding = (...events: PanelEvent[]) => given(panel, ...events).guard('cycle', ...cycleIn('decision'));
const changed = (changes: Partial<AwardDefinition>) => Definition.parse({ ...sampleDefinition(), ...changes });

const formed = panelFormed('TH-ngo', { entries: [entry(1), entry(2)] });
const sealed = (sheets = clear): PanelEvent[] => [...scoringPanel(), scoringClosed(), tallySealed(sheets)];
const voted = (forFirst: number): PanelEvent => ({
  type: 'PanelVoteRecorded',
  data: {
    ...about,
    entries: [first, second],
    votes: [1, 2, 3].map((judge) => ({ judgeId: ids.judge(judge), choice: judge <= forFirst ? first : second })),
  },
});

const winners = (laureates: number[], runnersUp: number[] = []): Winner[] => [
  ...laureates.map((number, index) => winner(number, { order: index + 1 })),
  ...runnersUp.map((number, index) => winner(number, { place: 'runner-up', order: index + 1 })),
];
const decide = (laureates: string[], runnersUp: string[] = [], reasons = 'As ranked.'): PanelCommand => ({
  type: 'RecordDecision',
  data: { ...about, laureates, runnersUp, reasons },
});
type Recorded = EventOf<'DecisionRecorded'>['data'];
const decided = (named: Winner[], changes: Partial<Recorded> = {}): PanelEvent => ({
  type: 'DecisionRecorded',
  data: {
    ...about,
    number: 1,
    outside: false,
    winners: named,
    reasons: 'As ranked.',
    source: null,
    minutes: null,
    by: ids.judge(1),
    ...changes,
  },
});
type Outside = Extract<PanelCommand, { type: 'RecordOutsideDecision' }>['data'];
const outside = (laureates: string[], runnersUp: string[] = [], changes: Partial<Outside> = {}): PanelCommand => ({
  type: 'RecordOutsideDecision',
  data: { ...about, laureates, runnersUp, source: 'Minutes 12/2025', minutes: null, ...changes },
});
const decidedOutside = (named: Winner[], changes: Partial<Recorded> = {}): PanelEvent =>
  decided(named, { outside: true, reasons: '', source: 'Minutes 12/2025', ...changes });
const inPerson = { kind: 'in-person' } as const;
const onBehalf: Extract<KeptSignature, { kind: 'on-behalf' }> = {
  ...{ kind: 'on-behalf', letter: 'a'.repeat(64), reference: 'Letter 7/2025', date: '2025-05-01' },
  signatory: { office: 'Director-General', signatoryId: ids.person(9) },
};
const sign = (signature: KeptSignature = inPerson): PanelCommand => ({
  type: 'SignDecision',
  data: { ...about, signature },
});
const signed = (named: Winner[], changes: Partial<EventOf<'DecisionSigned'>['data']> = {}): PanelEvent => ({
  type: 'DecisionSigned',
  data: { ...about, number: 1, winners: named, signature: inPerson, by: ids.judge(1), ...changes },
});
const signatureRecorded = (changes: Partial<EventOf<'DecisionSignatureRecorded'>['data']> = {}): PanelEvent => ({
  type: 'DecisionSignatureRecorded',
  data: { ...about, number: 1, signature: onBehalf, by: ids.judge(1), ...changes },
});
const reopen = (laureateId = first): PanelCommand => ({
  type: 'ReopenDecision',
  data: { ...about, laureateId, reason: 'The registrar has answered.' },
});
const reopened = (upheld: boolean, laureateId = first): PanelEvent => ({
  type: 'DecisionReopened',
  data: { ...about, number: 1, laureateId, upheld, reason: 'The registrar has answered.' },
});

describe.each<[string, PanelCommand, PanelEvent[]]>([
  ['RecordDecision', decide([first]), sealed()],
  ['RecordOutsideDecision', outside([first]), [formed]],
  ['SignDecision', sign(), [...sealed(), decided(winners([1]))]],
])('%s', (_type, command, history) => {
  it("is in time while the country's judging or decision is open, and refused before and after", () => {
    for (const phase of ['judging', 'decision'] as const)
      given(panel, ...history)
        .guard('cycle', ...cycleIn(phase))
        .when(command, { ...byChair, at: moments[phase] })
        .accepted();
    given(panel, ...history)
      .guard('cycle', ...cycleIn('screening'))
      .when(command, byChair)
      .refused('phase-not-open', { phase: 'screening' });
    given(panel, ...history)
      .guard('cycle', ...decidedCycle())
      .when(command, byChair)
      .refused('phase-not-open', { phase: null });
    deciding(...history)
      .guard('country', {
        type: 'CountryPhaseClosed',
        data: { cycleId: ids.cycle, iso2: 'TH', phase: 'decision', because: 'deadline' },
      })
      .when(command, byChair)
      .refused('phase-not-open', { phase: null });
  });

  it("is refused too late, by the cycle's instant or the country's own", () => {
    deciding(...history)
      .when(command, { ...byChair, at: '2025-06-01T00:00:00.001Z' })
      .refused('too-late', { closedAt: timetable.decision.closesAt });
    deciding(...history)
      .guard('country', {
        type: 'CountryTimetableSet',
        data: { cycleId: ids.cycle, iso2: 'TH', closesAt: { decision: '2025-05-10T00:00:00.000Z' } },
      })
      .when(command, byChair)
      .refused('too-late', { closedAt: '2025-05-10T00:00:00.000Z' });
  });
});

describe.each<[string, (laureates: string[], runnersUp?: string[]) => PanelCommand, PanelEvent[]]>([
  ['RecordDecision', decide, sealed()],
  ['RecordOutsideDecision', outside, [formed]],
])('%s', (_type, command, history) => {
  it('is refused for what is not before the panel, or is named twice', () => {
    deciding(...history)
      .when(command([third]), byChair)
      .refused('entry-unknown');
    deciding(...history)
      .when(command([first], [first]), byChair)
      .refused('entry-twice');
  });

  it('is refused with more names than the award has places', () => {
    deciding(...history)
      .when(command([first, second]), byChair)
      .refused('too-many-awards', { laureates: 1, runnersUp: 2 });
    given(panel, ...history)
      .guard('cycle', ...cycleIn('decision', changed({ awards: { laureates: 1, runnersUp: 0, noAward: true } })))
      .when(command([first], [second]), byChair)
      .refused('too-many-awards', { laureates: 1, runnersUp: 0 });
  });

  it('is refused without a laureate where the award is not withheld', () => {
    given(panel, ...history)
      .guard('cycle', ...cycleIn('decision', changed({ awards: { laureates: 1, runnersUp: 2, noAward: false } })))
      .when(command([]), byChair)
      .refused('award-needed');
  });

  it('is refused once a decision is signed', () => {
    deciding(...history, decided(winners([1])), signed(winners([1])))
      .when(command([second]), byChair)
      .refused('decision-signed');
  });

  it('cannot name again whom an upheld objection has ruled out', () => {
    const again = [...history, decided(winners([1], [2])), signed(winners([1], [2])), reopened(true)];
    deciding(...again)
      .when(command([first]), byChair)
      .refused('laureate-barred');
    deciding(...again)
      .when(command([second], [first]), byChair)
      .refused('laureate-barred');
  });
});

describe('RecordDecision', () => {
  it('honours in the order of the ranking, until the decision is due', () => {
    deciding(...sealed())
      .when(decide([first], [second]), byChair)
      .then(decided(winners([1], [2])))
      .notAfter(timetable.decision.closesAt);
  });

  it('may withhold the award, or the runner-up', () => {
    deciding(...sealed())
      .when(decide([]), byChair)
      .then(decided([]));
    deciding(...sealed())
      .when(decide([first]), byChair)
      .then(decided(winners([1])));
  });

  it('changes nothing when it is repeated, by whomever and signed or not', () => {
    for (const history of [
      [...sealed(), decided(winners([1]))],
      [...sealed(), decided(winners([1])), signed(winners([1]))],
    ])
      deciding(...history)
        .when(decide([first]), byApprover)
        .nothing();
  });

  it('replaces what is recorded and not signed', () => {
    deciding(...sealed(), decided(winners([1])))
      .when(decide([first], [second]), byChair)
      .then(decided(winners([1], [2]), { number: 2 }));
    deciding(...sealed(), decided(winners([1])))
      .when(decide([first], [], 'After a talk.'), byChair)
      .then(decided(winners([1]), { number: 2, reasons: 'After a talk.' }));
  });

  it('passes nobody over', () => {
    deciding(...sealed())
      .when(decide([second]), byChair)
      .refused('order-differs', { next: [first] });
    deciding(...sealed())
      .when(decide([], [second]), byChair)
      .refused('order-differs', { next: [first] });
  });

  it('departs from the ranking where it says why, and names none without a rank', () => {
    const departing = (command: PanelCommand): PanelCommand => {
      if (command.type !== 'RecordDecision') return command;
      return { ...command, data: { ...command.data, departure: 'The first has closed its doors.' } };
    };
    deciding(...sealed())
      .when(departing(decide([second], [first])), byChair)
      .then(decided(winners([2], [1]), { departure: 'The first has closed its doors.' }));
    deciding(...sealed(even))
      .when(departing(decide([second])), byChair)
      .then(decided(winners([2]), { departure: 'The first has closed its doors.' }));
    const weak = [1, 2, 3].map((judge) => sheet(1, judge, 2));
    deciding(...sealed(weak))
      .when(departing(decide([first])), byChair)
      .refused('not-ranked', { ranked: [] });
  });

  it('passes over whom an upheld objection has ruled out', () => {
    deciding(...sealed(), decided(winners([1], [2])), signed(winners([1], [2])), reopened(true))
      .when(decide([second]), byChair)
      .then(decided(winners([2]), { number: 2 }))
      .notAfter(undefined);
  });

  it('names nobody without a rank: too few sheets, or below the threshold', () => {
    const weak = [...[1, 2, 3].map((judge) => sheet(1, judge, 2)), sheet(2, 1, 5), sheet(2, 2, 5)];
    for (const name of [first, second])
      deciding(...sealed(weak))
        .when(decide([name]), byChair)
        .refused('not-ranked', { ranked: [] });
  });

  it('may name nobody where nobody has a rank, though the award is not withheld', () => {
    given(panel, ...sealed([]))
      .guard('cycle', ...cycleIn('decision', changed({ awards: { laureates: 1, runnersUp: 2, noAward: false } })))
      .when(decide([]), byChair)
      .then(decided([]));
  });

  it('waits for a vote on what is equal', () => {
    deciding(...sealed(even))
      .when(decide([first]), byChair)
      .refused('vote-needed', { entries: [first, second] });
    deciding(...sealed(even), voted(1))
      .when(decide([second], [first]), byChair)
      .then(decided(winners([2], [1])));
    deciding(...sealed(even), voted(2))
      .when(decide([second], [first]), byChair)
      .refused('order-differs', { next: [first] });
  });

  it('is refused before the tally is sealed', () => {
    for (const history of [[formed], scoringPanel(), [...scoringPanel(), scoringClosed()]])
      deciding(...history)
        .when(decide([first]), byChair)
        .refused('not-sealed');
    deciding(formed, decidedOutside(winners([1])))
      .when(decide([first]), byChair)
      .refused('not-sealed');
  });
});

describe('RecordDecision of a regional panel', () => {
  const entries = [entry(1), entry(2), entry(3, { country: 'SG' }), entry(4, { country: 'SG' })];
  const numbers = [1, 2, 3, 4];
  const history: PanelEvent[] = [
    panelFormed('ngo', { entries }),
    assignmentReleased(pairsOf(numbers, [1, 2, 3]), 'ngo'),
    { type: 'ScoringClosed', data: { cycleId: ids.cycle, group: 'ngo', because: 'deadline' } },
    tallySealed(
      [1, 2, 3].flatMap((judge) => [sheet(1, judge, 5), sheet(2, judge, 5, 4), sheet(3, judge, 4), sheet(4, judge, 3)]),
      { group: 'ngo', entries: numbers },
    ),
  ];
  const regional = (laureates: number[], runnersUp: number[]): PanelCommand => ({
    type: 'RecordDecision',
    data: {
      cycleId: ids.cycle,
      group: 'ngo',
      laureates: laureates.map(ids.nomination),
      runnersUp: runnersUp.map(ids.nomination),
      reasons: 'As ranked.',
    },
  });
  const of = (number: number, place: Winner['place'], order: number) =>
    winner(number, { group: 'ngo', country: number < 3 ? 'TH' : 'SG', place, order });
  const asked = given(panel, ...history).guard('cycle', ...cycleIn('decision', sampleDefinition('regional')));

  it("counts places for each country, and passes over who stands behind their own country's laureate", () => {
    asked.when(regional([1, 3], [2, 4]), byChair).then({
      type: 'DecisionRecorded',
      data: {
        ...{ cycleId: ids.cycle, group: 'ngo', number: 1, outside: false, reasons: 'As ranked.', by: ids.judge(1) },
        ...{ source: null, minutes: null },
        winners: [of(1, 'laureate', 1), of(3, 'laureate', 2), of(2, 'runner-up', 1), of(4, 'runner-up', 2)],
      },
    });
    asked.when(regional([1, 2], []), byChair).refused('too-many-awards', { laureates: 1, runnersUp: 2 });
    asked.when(regional([1, 4], []), byChair).refused('order-differs', { next: [third] });
  });
});

describe('RecordOutsideDecision', () => {
  it('records the outcome and its source, with the minutes where there are any', () => {
    deciding(formed)
      .when(outside([first], [second]), byApprover)
      .then(decidedOutside(winners([1], [2]), { by: ids.person(4) }))
      .notAfter(timetable.decision.closesAt);
    const letter = { letter: 'c'.repeat(64), reference: 'MRD 9/2025', date: '2025-05-02' };
    deciding(formed)
      .when(outside([first], [], { letter }), byApprover)
      .then(decidedOutside(winners([1]), { letter, by: ids.person(4) }));
    deciding(formed)
      .when(outside([first], [], { letter: { ...letter, date: '2031-01-01' } }), byApprover)
      .refused('letter-in-future');
    const minutes = 'b'.repeat(64);
    deciding(formed)
      .when(outside([], [], { minutes }), byApprover)
      .then(decidedOutside([], { minutes, by: ids.person(4) }));
  });

  it('changes nothing when it is repeated, and replaces what is not signed', () => {
    deciding(formed, decidedOutside(winners([1])))
      .when(outside([first]), byApprover)
      .nothing();
    deciding(formed, decidedOutside(winners([1])))
      .when(outside([second]), byApprover)
      .then(decidedOutside(winners([2]), { number: 2, by: ids.person(4) }));
  });

  it('is refused where the award is decided on scores alone', () => {
    const definition = changed({ judging: { ...sampleDefinition().judging, outsideDecision: false } });
    given(panel, formed)
      .guard('cycle', ...cycleIn('decision', definition))
      .when(outside([first]), byApprover)
      .refused('outside-not-allowed');
  });

  it('is refused to a panel that scores or has scored', () => {
    for (const history of [scoringPanel(), sealed(), [...sealed(), decided(winners([1]))]])
      deciding(...history)
        .when(outside([second]), byApprover)
        .refused('scoring-started');
  });
});

describe('SignDecision', () => {
  const ranked = [...sealed(), decided(winners([1]))];
  const minuted = [formed, decidedOutside(winners([1]), { by: ids.person(2) })];

  it('is signed in person by the chair, who may have recorded it, or by the deputy', () => {
    deciding(...ranked)
      .when(sign(), byChair)
      .then(signed(winners([1])))
      .notAfter(timetable.decision.closesAt);
    const deputy = [...scoringPanel({ deputyChair: ids.judge(2) }), ...sealed().slice(2), decided(winners([1]))];
    deciding(...deputy)
      .when(sign(), { ...byChair, actor: ids.judge(2) })
      .then(signed(winners([1]), { by: ids.judge(2) }));
  });

  it('is refused in person without a second factor', () => {
    deciding(...ranked)
      .when(sign(), { ...byChair, secondFactor: false })
      .refused('second-factor-needed', { field: 'code' });
  });

  it('changes nothing once it is signed', () => {
    deciding(...ranked, signed(winners([1])))
      .when(sign(onBehalf), byApprover)
      .nothing();
  });

  it('is refused in person to everybody else', () => {
    for (const meta of [byApprover, { ...byChair, actor: ids.judge(3) }, { at, role: 'secretariat' } as const])
      deciding(...ranked)
        .when(sign(), meta)
        .refused('not-chair');
  });

  it('is recorded by letter by whoever leads, the approver or the secretariat, and has no effect yet', () => {
    for (const role of ['approver', 'secretariat'] as const)
      deciding(...ranked)
        .when(sign(onBehalf), { ...byApprover, role, secondFactor: false })
        .then(signatureRecorded({ by: ids.person(4) }))
        .notAfter(timetable.decision.closesAt);
    deciding(...ranked)
      .when(sign(onBehalf), byChair)
      .then(signatureRecorded());
    deciding(...ranked)
      .when(sign(onBehalf), { ...byApprover, role: 'focal-point' })
      .refused('not-chair');
    deciding(...ranked, signatureRecorded())
      .when(sign(onBehalf), byApprover)
      .nothing();
    deciding(...ranked)
      .when(sign({ ...onBehalf, date: '2030-01-01' }), byApprover)
      .refused('letter-in-future');
  });

  it('of what was decided outside needs a second person, in person too', () => {
    deciding(...minuted)
      .when(sign(), byApprover)
      .then(signed(winners([1]), { by: ids.person(4) }));
    deciding(...minuted)
      .when(sign(), { ...byApprover, actor: ids.person(2) })
      .refused('second-person-needed');
    deciding(...minuted)
      .when(sign(), { ...byApprover, role: 'focal-point' })
      .refused('not-chair');
  });

  it('is refused without a recorded decision', () => {
    for (const history of [[formed], scoringPanel(), sealed()])
      deciding(...history)
        .when(sign(), byChair)
        .refused('not-decided');
  });
});

describe('ReopenDecision', () => {
  const named = winners([1], [2]);
  const done = [...sealed(), decided(named), signed(named)];
  const minuted = [formed, decidedOutside(named), signed(named)];
  const circulated: CycleEvent[] = [
    ...decidedCycle(),
    phaseOpened('endorsement', endorsementClosesAt),
    endorsementRequested(named),
  ];
  const objection = { cycleId: ids.cycle, country: 'SG', laureateId: first, group: 'TH-ngo', reason: 'Not there.' };
  const settled = (outcome: 'upheld' | 'dismissed'): CycleEvent[] => [
    ...circulated,
    { type: 'ResultObjected', data: { ...objection, onBehalf: null } },
    { type: 'ObjectionSettled', data: { ...objection, outcome } },
  ];
  const concluded: CycleEvent = {
    type: 'EndorsementConcluded',
    data: {
      ...{ cycleId: ids.cycle, because: 'deadline', meetingReference: null },
      ...{ endorsed: named, held: [], silent: [] },
    },
  };

  it('follows an upheld objection, whoever asks', () => {
    given(panel, ...done)
      .guard('cycle', ...settled('upheld'))
      .when(reopen(), { ...byApprover, role: 'secretariat' })
      .then(reopened(true));
  });

  it('is the act of who leads the panel while nobody was asked to endorse', () => {
    deciding(...done)
      .when(reopen(), byChair)
      .then(reopened(false));
    given(panel, ...done)
      .guard('cycle', ...decidedCycle())
      .when(reopen(second), byChair)
      .then(reopened(false, second));
    deciding(...done)
      .when(reopen(), byApprover)
      .refused('not-chair');
  });

  it('of what was decided outside is an act of the country or the secretariat too', () => {
    for (const role of ['approver', 'focal-point', 'secretariat'] as const)
      deciding(...minuted)
        .when(reopen(), { ...byApprover, role })
        .then(reopened(false));
    deciding(...minuted)
      .when(reopen(), { ...byApprover, role: 'screener' })
      .refused('not-chair');
  });

  it('is refused before the endorsers without an upheld objection', () => {
    for (const cycle of [circulated, settled('dismissed')])
      given(panel, ...done)
        .guard('cycle', ...cycle)
        .when(reopen(), byChair)
        .refused('objection-needed');
  });

  it('is refused for whom the decision does not name', () => {
    deciding(...done)
      .when(reopen(third), byChair)
      .refused('laureate-unknown');
  });

  it('is refused without a signed decision, and changes nothing when it is repeated', () => {
    deciding(...sealed(), decided(named))
      .when(reopen(), byChair)
      .refused('not-signed');
    deciding(...done, reopened(false))
      .when(reopen(), byChair)
      .nothing();
    deciding(...done, reopened(false))
      .when(reopen(second), byChair)
      .refused('not-signed');
  });

  it('is refused once endorsement is concluded, and so is a new decision', () => {
    const over = [...settled('upheld'), concluded, phaseClosed('endorsement', 'concluded')];
    given(panel, ...done)
      .guard('cycle', ...over)
      .when(reopen(), byChair)
      .refused('endorsement-concluded');
    given(panel, ...done, reopened(true))
      .guard('cycle', ...over)
      .when(decide([second]), byChair)
      .refused('endorsement-concluded');
    given(panel, ...done, reopened(true), decided(winners([2]), { number: 2 }))
      .guard('cycle', ...over)
      .when(sign(), byChair)
      .refused('endorsement-concluded');
  });

  it('lets the panel decide and sign anew after its phase, by its tally or its minutes', () => {
    const cycle = settled('upheld');
    given(panel, ...done, reopened(true))
      .guard('cycle', ...cycle)
      .when(decide([second]), byChair)
      .then(decided(winners([2]), { number: 2 }))
      .notAfter(undefined);
    given(panel, ...done, reopened(true), decided(winners([2]), { number: 2 }))
      .guard('cycle', ...cycle)
      .when(sign(), byChair)
      .then(signed(winners([2]), { number: 2 }));
    given(panel, ...minuted, reopened(true))
      .guard('cycle', ...cycle)
      .when(outside([second]), byApprover)
      .then(decidedOutside(winners([2]), { number: 2, by: ids.person(4) }));
  });

  it('keeps the votes that were taken', () => {
    deciding(...sealed(even), voted(2), decided(named), signed(named), reopened(false))
      .when(decide([first], [second], 'Once more.'), byChair)
      .then(decided(named, { number: 2, reasons: 'Once more.' }));
  });
});
