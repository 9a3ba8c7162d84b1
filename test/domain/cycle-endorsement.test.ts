// How signed decisions go before the endorsers, what they answer, and what comes of it.
import { describe, it } from 'vitest';
import { cycle } from '../../domain/cycle/decider.ts';
import type { CycleGuards } from '../../domain/cycle/guards.ts';
import type { CycleCommand, CycleEvent } from '../../domain/cycle/messages.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { EventOf } from '../../domain/events.ts';
import type { Winner } from '../../domain/messages.ts';
import type { PanelEvent } from '../../domain/panel/messages.ts';
import { given } from '../support/given.ts';
import {
  cycleIn,
  decidedCycle,
  decisionSigned,
  endorsementClosesAt,
  ids,
  moments,
  panelFormed,
  phaseClosed,
  phaseOpened,
  sampleDefinition,
  signedPanel,
  winner,
} from '../support/samples.ts';

const { cycle: cycleId, nomination } = ids;
type Data<Type extends CycleCommand['type']> = Extract<CycleCommand, { type: Type }>['data'];
const singapore = { group: 'SG-ngo', country: 'SG' };
const thai = [winner(1), winner(2, { place: 'runner-up' })];
const others = [winner(3, singapore)];
const everyone = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(nomination);
const [first, second, third] = [nomination(1), nomination(2), nomination(3)];
const role = 'endorser' as const;
const during = { at: moments.endorsement, role };
const after = { at: endorsementClosesAt, role };
const dueAt = Date.parse(endorsementClosesAt);

const request = (changes: Partial<Data<'RequestEndorsement'>> = {}): CycleCommand => ({
  type: 'RequestEndorsement',
  data: { cycleId, groups: ['TH-ngo', 'SG-ngo'], dossiersVerified: true, verified: everyone, ...changes },
});
const requested = (
  winners: Winner[] = [...thai, ...others],
  decisions: { [group: string]: number } = { 'TH-ngo': 1, 'SG-ngo': 1 },
  closesAt = endorsementClosesAt,
): CycleEvent => ({
  type: 'EndorsementRequested',
  data: { cycleId, groups: Object.keys(decisions), decisions, winners, closesAt },
});
const opened = phaseOpened('endorsement', endorsementClosesAt);
const circulated = (definition = sampleDefinition()) => [...decidedCycle(definition), opened, requested()];

const endorse = (country: string, changes: Partial<Data<'EndorseResults'>> = {}): CycleCommand => ({
  type: 'EndorseResults',
  data: { cycleId, country, ...changes },
});
const endorsed = (country: string, laureates = [first, second, third]): EventOf<'ResultsEndorsed'> => ({
  type: 'ResultsEndorsed',
  data: { cycleId, country, laureates, onBehalf: null },
});
const object = (country: string, laureateId: string, changes: Partial<Data<'ObjectToResult'>> = {}): CycleCommand => ({
  type: 'ObjectToResult',
  data: { cycleId, country, laureateId, reason: 'Not registered there.', ...changes },
});
const objected = (country: string, laureateId: string, group = 'TH-ngo'): EventOf<'ResultObjected'> => ({
  type: 'ResultObjected',
  data: { cycleId, country, laureateId, group, reason: 'Not registered there.', onBehalf: null },
});
type Outcome = 'upheld' | 'dismissed' | 'withdrawn';
const settle = (country: string, laureateId: string, outcome: Outcome): CycleCommand => ({
  type: 'SettleObjection',
  data: { cycleId, country, laureateId, outcome, reason: 'The registrar has answered.' },
});
const settled = (country: string, laureateId: string, outcome: Outcome): CycleEvent => ({
  type: 'ObjectionSettled',
  data: { cycleId, country, laureateId, group: 'TH-ngo', outcome, reason: 'The registrar has answered.' },
});
const conclude = (meetingReference?: string): CycleCommand => ({
  type: 'ConcludeEndorsement',
  data: { cycleId, ...(meetingReference !== undefined && { meetingReference }) },
});
const concluded = (changes: Partial<EventOf<'EndorsementConcluded'>['data']> = {}): CycleEvent[] => [
  {
    type: 'EndorsementConcluded',
    data: {
      cycleId,
      because: 'deadline',
      meetingReference: null,
      endorsed: [...thai, ...others],
      held: [],
      silent: ['MM', 'SG', 'TH'],
      // Seven days after the end.
      answerBy: '2025-06-26T00:00:00.000Z',
      ...changes,
    },
  },
  phaseClosed('endorsement', 'concluded'),
];

/** The second decision of the Thai panel, after the objection to its first laureate was upheld. */
const reopened: PanelEvent = {
  type: 'DecisionReopened',
  data: { cycleId, group: 'TH-ngo', number: 1, laureateId: first, upheld: true, reason: 'The objection was upheld.' },
};
const again = [winner(2)];
const newPanel = [...signedPanel('TH-ngo', thai), reopened, ...decisionSigned('TH-ngo', again, 2)];

describe('RequestEndorsement', () => {
  const asked = given(cycle, ...decidedCycle())
    .guard('panel/TH-ngo', ...signedPanel('TH-ngo', thai))
    .guard('panel/SG-ngo', ...signedPanel('SG-ngo', others));

  it('opens the phase and puts laureates and runners-up before the endorsers, for as long as the award says', () => {
    asked.when(request(), during).then(opened, requested());
  });

  it('takes an end of its own, a bare date being the end of that day in the zone of the cycle', () => {
    const closesAt = '2025-06-10T16:59:59.000Z';
    asked
      .when(request({ closesAt: '2025-06-10' }), during)
      .then(
        phaseOpened('endorsement', closesAt),
        requested([...thai, ...others], { 'TH-ngo': 1, 'SG-ngo': 1 }, closesAt),
      );
  });

  it('counts a group once that is named twice', () => {
    asked.when(request({ groups: ['TH-ngo', 'SG-ngo', 'TH-ngo'] }), during).then(opened, requested());
  });

  it('puts forward who stands now: not who was replaced', () => {
    const about = { cycleId, group: 'TH-ngo', laureateId: first, reason: 'Has dissolved itself.' };
    given(cycle, ...decidedCycle())
      .guard('panel/TH-ngo', ...signedPanel('TH-ngo', thai), {
        type: 'LaureateReplaced',
        data: { ...about, by: winner(2) },
      })
      .when(request({ groups: ['TH-ngo'] }), during)
      .then(opened, requested([winner(2)], { 'TH-ngo': 1 }));
  });

  it('is refused before the decision phase is closed', () => {
    given(cycle, ...cycleIn('decision'))
      .when(request(), during)
      .refused('phase-order', { before: 'decision' });
  });

  it('is refused for a group without a signed decision', () => {
    const decided = [panelFormed('SG-ngo'), ...decisionSigned('SG-ngo', others).slice(0, 1)];
    given(cycle, ...decidedCycle())
      .guard('panel/TH-ngo', ...signedPanel('TH-ngo', thai))
      .guard('panel/SG-ngo', ...decided)
      .when(request({ groups: ['TH-ngo', 'SG-ngo', 'MM-ngo'] }), during)
      .refused('decision-not-signed', { groups: ['SG-ngo', 'MM-ngo'] });
  });

  it('is refused when its end is past', () => {
    asked.when(request({ closesAt: '2025-06-04' }), during).refused('deadline-past', { now: moments.endorsement });
  });

  it('changes nothing when it is repeated, and does not move the end', () => {
    const repeated = given(cycle, ...circulated())
      .guard('panel/TH-ngo', ...signedPanel('TH-ngo', thai))
      .guard('panel/SG-ngo', ...signedPanel('SG-ngo', others));
    repeated.when(request(), during).nothing();
    repeated.when(request({ closesAt: '2025-06-10' }), during).nothing();
    repeated
      .when(request({ closesAt: '2025-07-10' }), during)
      .refused('endorsement-requested', { closesAt: endorsementClosesAt });
  });

  it('is refused once endorsement is concluded', () => {
    given(cycle, ...circulated(), ...concluded())
      .guard('panel/TH-ngo', ...newPanel)
      .when(request({ groups: ['TH-ngo'] }), during)
      .refused('endorsement-concluded');
  });
});

describe('RequestEndorsement and the note that is circulated', () => {
  const asked = given(cycle, ...decidedCycle())
    .guard('panel/TH-ngo', ...signedPanel('TH-ngo', thai))
    .guard('panel/SG-ngo', ...signedPanel('SG-ngo', others));
  const note = (decision: number, digit: string) => ({ decision, fingerprint: digit.repeat(64) });

  it("keeps the hash of each group's note", () => {
    const event = requested();
    const fingerprints = { 'TH-ngo': 'a'.repeat(64), 'SG-ngo': 'b'.repeat(64) };
    asked.when(request({ notes: { 'TH-ngo': note(1, 'a'), 'SG-ngo': note(1, 'b') } }), during).then(opened, {
      ...event,
      data: { ...event.data, fingerprints },
    } as CycleEvent);
  });

  it('is refused when a decision is newer than its note, or has none', () => {
    asked
      .when(request({ notes: { 'TH-ngo': note(1, 'a'), 'SG-ngo': note(2, 'b') } }), during)
      .refused('note-outdated', { groups: ['SG-ngo'] });
    asked.when(request({ notes: { 'TH-ngo': note(1, 'a') } }), during).refused('note-outdated', { groups: ['SG-ngo'] });
  });
});

describe('RequestEndorsement and dossiers', () => {
  const panels = (given_: ReturnType<typeof given<CycleState, CycleCommand, CycleEvent, CycleGuards>>) =>
    given_
      .guard('panel/TH-ngo', ...signedPanel('TH-ngo', thai))
      .guard('panel/SG-ngo', ...signedPanel('SG-ngo', others));

  it('names every laureate and runner-up whose dossier is still to be verified', () => {
    panels(given(cycle, ...decidedCycle()))
      .when(request({ verified: [first] }), during)
      .refused('dossier-not-verified', { laureates: [second, third] });
  });

  it('is accepted when all are verified', () => {
    panels(given(cycle, ...decidedCycle()))
      .when(request({ verified: [first, second, third] }), during)
      .accepted();
  });
});

describe('RequestEndorsement for a newer decision', () => {
  const supplementary = request({ groups: ['TH-ngo', 'SG-ngo'] });
  const later = { at: '2025-06-10T00:00:00.000Z', role };
  const renewed = requested(again, { 'TH-ngo': 2 }, '2025-06-24T00:00:00.000Z');

  it('puts forward the groups that decided anew, and only those', () => {
    given(cycle, ...circulated())
      .guard('panel/TH-ngo', ...newPanel)
      .guard('panel/SG-ngo', ...signedPanel('SG-ngo', others))
      .when(supplementary, later)
      .then(renewed);
  });

  it('adds a group that was not named before', () => {
    const burmese = [winner(4, { group: 'MM-ngo', country: 'MM' })];
    given(cycle, ...circulated())
      .guard('panel/MM-ngo', ...signedPanel('MM-ngo', burmese))
      .when(request({ groups: ['MM-ngo'] }), during)
      .then(requested(burmese, { 'MM-ngo': 1 }));
  });

  it('never shortens the time for replies', () => {
    given(cycle, ...circulated())
      .guard('panel/TH-ngo', ...newPanel)
      .guard('panel/SG-ngo', ...signedPanel('SG-ngo', others))
      .when(request({ closesAt: '2025-06-12' }), later)
      .then(requested(again, { 'TH-ngo': 2 }));
  });

  it('asks anew about the winners of that group, and keeps what was said of the others', () => {
    given(cycle, ...circulated(), endorsed('MM'), renewed)
      .when(endorse('MM'), later)
      .then(endorsed('MM', [second]));
  });

  it('lets an open objection lapse when its laureate is no longer named', () => {
    const history = [...circulated(), objected('MM', first), renewed];
    given(cycle, ...history)
      .when(settle('MM', first, 'upheld'), later)
      .refused('objection-settled', { outcome: 'lapsed' });
    given(cycle, ...history, ...['MM', 'SG', 'TH'].map((country) => endorsed(country, [second, third])))
      .when(conclude(), later)
      .then(
        ...concluded({
          answerBy: '2025-06-17T00:00:00.000Z',
          because: 'all-answered',
          endorsed: [...others, ...again],
          silent: [],
        }),
      );
  });

  it('keeps an objection whose laureate is named again', () => {
    given(cycle, ...circulated(), objected('MM', second), renewed)
      .when(conclude(), { at: '2025-06-24T00:00:00Z', role })
      .then(
        ...concluded({ answerBy: '2025-07-01T00:00:00.000Z', endorsed: others, held: [second], silent: ['SG', 'TH'] }),
      );
  });
});

describe('EndorseResults', () => {
  it('endorses all who are before the endorsers, or those named, until the end', () => {
    given(cycle, ...circulated())
      .when(endorse('TH'), during)
      .then(endorsed('TH'))
      .notAfter(endorsementClosesAt);
    given(cycle, ...circulated())
      .when(endorse('TH', { laureates: [third, first, third] }), during)
      .then(endorsed('TH', [third, first]));
  });

  it('names the letter of a country that answers on paper', () => {
    const about = {
      reference: 'Note 12/2025',
      date: '2025-06-03',
      signatory: { office: 'Director-General', signatoryId: ids.person(9) },
    };
    const onBehalf = { letter: 'a'.repeat(64), ...about };
    given(cycle, ...circulated())
      .when(endorse('MM', { laureates: [first], onBehalf }), { ...during, role: 'secretariat' })
      .then({ type: 'ResultsEndorsed', data: { cycleId, country: 'MM', laureates: [first], onBehalf } });
    given(cycle, ...circulated())
      .when(object('MM', first, { onBehalf }), { ...during, role: 'secretariat' })
      .accepted();
  });

  it('is recorded by the secretariat with the letter only', () => {
    const office = { ...during, role: 'secretariat' as const };
    for (const reply of [endorse('MM'), object('MM', first)])
      given(cycle, ...circulated())
        .when(reply, office)
        .refused('letter-needed');
  });

  it('adds what was not endorsed yet, and changes nothing when it is repeated', () => {
    given(cycle, ...circulated(), endorsed('TH', [first]))
      .when(endorse('TH'), during)
      .then(endorsed('TH', [second, third]));
    given(cycle, ...circulated(), endorsed('TH'))
      .when(endorse('TH'), during)
      .nothing();
  });

  it('is accepted at the last instant, and refused after it', () => {
    given(cycle, ...circulated())
      .when(endorse('TH'), after)
      .then(endorsed('TH'));
    given(cycle, ...circulated())
      .when(endorse('TH'), { at: '2025-06-19T00:00:00.001Z', role })
      .refused('too-late', { closedAt: endorsementClosesAt });
  });

  it('is refused for a country without a voice, and for somebody who is not put forward', () => {
    given(cycle, ...circulated())
      .when(endorse('VN'), during)
      .refused('country-not-entitled', { countries: ['MM', 'SG', 'TH'] });
    given(cycle, ...circulated())
      .when(endorse('TH', { laureates: [first, nomination(9)] }), during)
      .refused('laureate-unknown', { laureates: [first, second, third] });
  });

  it("is refused while the country's own objection is open; another's does not matter", () => {
    const history = [...circulated(), objected('MM', second)];
    given(cycle, ...history)
      .when(endorse('MM'), during)
      .refused('objection-open', { laureates: [first, third] });
    given(cycle, ...history)
      .when(endorse('MM', { laureates: [first] }), during)
      .then(endorsed('MM', [first]));
    given(cycle, ...history)
      .when(endorse('TH'), during)
      .then(endorsed('TH'));
    given(cycle, ...history, settled('MM', second, 'withdrawn'))
      .when(endorse('MM'), during)
      .then(endorsed('MM'));
  });

  it.each([endorse('TH'), object('TH', first)])(
    'is refused before the request and after the conclusion: $type',
    (answer) => {
      given(cycle, ...decidedCycle())
        .when(answer, during)
        .refused('endorsement-not-requested');
      given(cycle, ...circulated(), ...concluded())
        .when(answer, during)
        .refused('endorsement-concluded');
    },
  );
});

describe('ObjectToResult', () => {
  it('objects to one laureate, until the end', () => {
    given(cycle, ...circulated())
      .when(object('MM', first), during)
      .then(objected('MM', first))
      .notAfter(endorsementClosesAt);
    given(cycle, ...circulated())
      .when(object('MM', third), during)
      .then(objected('MM', third, 'SG-ngo'));
    given(cycle, ...circulated())
      .when(object('MM', first), { at: '2025-06-19T00:00:00.001Z', role })
      .refused('too-late', { closedAt: endorsementClosesAt });
  });

  it('changes nothing when it is repeated; another country objects for itself', () => {
    given(cycle, ...circulated(), objected('MM', first))
      .when(object('MM', first), during)
      .nothing();
    given(cycle, ...circulated(), objected('MM', first))
      .when(object('SG', first), during)
      .then(objected('SG', first));
  });

  it('is refused once the same objection was settled, and open again after a withdrawal', () => {
    const settledAs = (outcome: Outcome) =>
      given(cycle, ...circulated(), objected('MM', first), settled('MM', first, outcome));
    settledAs('upheld').when(object('MM', first), during).refused('objection-settled', { outcome: 'upheld' });
    settledAs('dismissed').when(object('MM', first), during).refused('objection-settled', { outcome: 'dismissed' });
    settledAs('withdrawn').when(object('MM', first), during).then(objected('MM', first));
  });

  it('is refused for a country without a voice, and for somebody who is not put forward', () => {
    given(cycle, ...circulated())
      .when(object('VN', first), during)
      .refused('country-not-entitled');
    given(cycle, ...circulated())
      .when(object('TH', nomination(9)), during)
      .refused('laureate-unknown');
  });
});

describe('SettleObjection', () => {
  const open = [...circulated(), objected('MM', first)];

  it.each<Outcome>(['upheld', 'dismissed', 'withdrawn'])('settles an objection as %s, after the end too', (outcome) => {
    given(cycle, ...open)
      .when(settle('MM', first, outcome), { at: moments.announcement, role })
      .then(settled('MM', first, outcome));
  });

  it('changes nothing when it is repeated, and is refused with another outcome', () => {
    const done = given(cycle, ...open, settled('MM', first, 'dismissed'));
    done.when(settle('MM', first, 'dismissed'), during).nothing();
    done.when(settle('MM', first, 'upheld'), during).refused('objection-settled', { outcome: 'dismissed' });
  });

  it('is refused where nobody objected', () => {
    given(cycle, ...open)
      .when(settle('SG', first, 'upheld'), during)
      .refused('objection-unknown');
    given(cycle, ...open)
      .when(settle('MM', second, 'upheld'), during)
      .refused('objection-unknown');
    given(cycle, ...decidedCycle())
      .when(settle('MM', first, 'upheld'), during)
      .refused('objection-unknown');
  });

  it('is refused once endorsement is concluded', () => {
    given(cycle, ...open, ...concluded())
      .when(settle('MM', first, 'upheld'), during)
      .refused('endorsement-concluded');
  });
});

describe('ConcludeEndorsement', () => {
  const everybody = ['MM', 'SG', 'TH'].map((country) => endorsed(country));

  it('takes silence as assent at the end, where the award says so', () => {
    given(cycle, ...circulated())
      .when(conclude(), { at: '2025-06-18T23:59:59.999Z', role })
      .refused('not-due', { dueAt });
    given(cycle, ...circulated())
      .when(conclude(), after)
      .then(...concluded());
    given(cycle, ...circulated(), endorsed('TH', [third]), objected('MM', first), settled('MM', first, 'dismissed'))
      .when(conclude(), after)
      .then(...concluded({ silent: ['SG'] }));
  });

  it('needs the quorum of explicit replies where silence is none', () => {
    const explicit = sampleDefinition('national', {
      endorsement: { route: 'correspondence', silence: 'none', quorum: 2 },
    });
    given(cycle, ...circulated(explicit), endorsed('TH', [first, third]), endorsed('SG', [third]))
      .when(conclude(), after)
      .then(...concluded({ endorsed: others, held: [first, second], silent: ['MM'] }));
  });

  it('concludes earlier when every country has answered for every laureate and runner-up', () => {
    given(cycle, ...circulated(), ...everybody.slice(1), endorsed('MM', [first, third]))
      .when(conclude(), during)
      .refused('not-due', { dueAt });
    given(cycle, ...circulated(), ...everybody)
      .when(conclude(), during)
      .then(...concluded({ answerBy: '2025-06-12T00:00:00.000Z', because: 'all-answered', silent: [] }));
  });

  it('takes an objection that was dismissed for an answer', () => {
    const history = [objected('MM', first), settled('MM', first, 'dismissed'), endorsed('MM', [second, third])];
    given(cycle, ...circulated(), ...everybody.slice(1), ...history)
      .when(conclude(), during)
      .then(...concluded({ answerBy: '2025-06-12T00:00:00.000Z', because: 'all-answered', silent: [] }));
  });

  it.each<[string, CycleEvent[]]>([
    ['open', []],
    ['upheld', [settled('MM', first, 'upheld')]],
  ])(
    'holds a laureate with an objection that is %s, and waits until the end for what may follow',
    (_status, further) => {
      const history = [...circulated(), ...everybody.slice(1), endorsed('MM', [second, third]), objected('MM', first)];
      given(cycle, ...history, ...further)
        .when(conclude(), during)
        .refused('not-due', { dueAt });
      given(cycle, ...history, ...further)
        .when(conclude(), after)
        .then(...concluded({ endorsed: [winner(2, { place: 'runner-up' }), ...others], held: [first], silent: [] }));
    },
  );

  it('concludes by the reference of a meeting, where the award is endorsed by one', () => {
    const meeting = sampleDefinition('national', { endorsement: { route: 'meeting', silence: 'assent' } });
    given(cycle, ...circulated(meeting))
      .when(conclude('22nd SOMRDPE, item 5'), during)
      .then(
        ...concluded({
          answerBy: '2025-06-12T00:00:00.000Z',
          because: 'meeting',
          meetingReference: '22nd SOMRDPE, item 5',
        }),
      );
    given(cycle, ...circulated())
      .when(conclude('22nd SOMRDPE, item 5'), during)
      .refused('route-not-meeting', { route: 'correspondence' });
  });

  it('concludes at once where no group has a laureate', () => {
    given(cycle, ...decidedCycle(), opened, requested([], { 'TH-ngo': 1 }))
      .when(conclude(), during)
      .then(...concluded({ answerBy: '2025-06-12T00:00:00.000Z', because: 'all-answered', endorsed: [] }));
  });

  it('changes nothing when it is repeated, and is refused before the request', () => {
    given(cycle, ...circulated(), ...concluded())
      .when(conclude(), after)
      .nothing();
    given(cycle, ...decidedCycle())
      .when(conclude(), after)
      .refused('endorsement-not-requested');
  });

  it('goes by the end as it was moved', () => {
    const later: CycleEvent = {
      type: 'DeadlineMoved',
      data: {
        cycleId,
        phase: 'endorsement',
        from: endorsementClosesAt,
        closesAt: '2025-06-26T00:00:00.000Z',
        reason: 'A holiday in most countries.',
      },
    };
    given(cycle, ...circulated(), later)
      .when(conclude(), after)
      .refused('not-due', { dueAt: Date.parse('2025-06-26T00:00:00Z') });
    given(cycle, ...circulated(), later)
      .when(endorse('TH'), after)
      .then(endorsed('TH'))
      .notAfter('2025-06-26T00:00:00.000Z');
  });
});

describe('WithdrawObjection', () => {
  const withdraw = (country: string): CycleCommand => ({
    type: 'WithdrawObjection',
    data: { cycleId, country, laureateId: first, reason: 'It was explained to us.' },
  });

  it('settles it as withdrawn, by the country that made it', () => {
    given(cycle, ...circulated(), objected('MM', first))
      .when(withdraw('MM'), during)
      .then({
        type: 'ObjectionSettled',
        data: {
          cycleId,
          country: 'MM',
          laureateId: first,
          group: 'TH-ngo',
          outcome: 'withdrawn',
          reason: 'It was explained to us.',
        },
      });
  });

  it('is refused where the country has not objected', () => {
    given(cycle, ...circulated(), objected('MM', first))
      .when(withdraw('SG'), during)
      .refused('objection-unknown');
  });
});
