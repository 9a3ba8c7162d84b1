// The laureate's answer, who follows one who declines, and who is laureate in the end.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CycleEvent } from '../../domain/cycle/messages.ts';
import { cycleFold } from '../../domain/cycle/state.ts';
import { Refusal } from '../../domain/decider.ts';
import type { EventOf } from '../../domain/events.ts';
import type { Winner } from '../../domain/messages.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { currentLaureates, currentWinners, waitingRunnersUp } from '../../domain/panel/state.ts';
import { given } from '../support/given.ts';
import {
  decidedCycle,
  endorsementClosesAt,
  endorsementConcluded,
  endorsementRequested,
  ids,
  moments,
  panelFormed,
  phaseClosed,
  phaseOpened,
  sampleDefinition,
  signedPanel,
  winner,
} from '../support/samples.ts';

const at = { at: moments.announcement };
const [first, second] = [ids.nomination(1), ids.nomination(2)];
const reason = 'Cannot travel that week.';
/** Seven days after the conclusion, and after the moment at which another follows. */
const [answerBy, nextAnswerBy] = ['2025-06-26T00:00:00.000Z', '2025-07-08T00:00:00.000Z'];
const runnerUp = (number: number, order: number, changes: Partial<Winner> = {}) =>
  winner(number, { place: 'runner-up', order, ...changes });
const named = [winner(1), runnerUp(2, 1), runnerUp(3, 2)];

/** The cycle once endorsement is concluded with these endorsed, of those the panel named. */
function endorsedCycle(endorsed: Winner[], all: Winner[] = named, definition = sampleDefinition()): CycleEvent[] {
  const groups = [...new Set(all.map(({ group }) => group))];
  const held = all.filter((one) => !endorsed.includes(one)).map(({ laureateId }) => laureateId);
  return [
    ...decidedCycle(definition),
    phaseOpened('endorsement', endorsementClosesAt),
    endorsementRequested(all, groups),
    endorsementConcluded(endorsed, { held, answerBy }),
    phaseClosed('endorsement', 'concluded'),
  ];
}

type Answered = 'AcceptAward' | 'DeclineAward' | 'ReplaceLaureate';
const about = (group: string, laureateId: string) => ({ cycleId: ids.cycle, group, laureateId });
const accept = (laureateId = first, group = 'TH-ngo'): PanelCommand => ({
  type: 'AcceptAward',
  data: about(group, laureateId),
});
const decline = (laureateId = first, group = 'TH-ngo'): PanelCommand => ({
  type: 'DeclineAward',
  data: { ...about(group, laureateId), reason },
});
const replace = (laureateId = first, group = 'TH-ngo'): PanelCommand => ({
  type: 'ReplaceLaureate',
  data: { ...about(group, laureateId), reason },
});
const accepted = (laureateId = first): PanelEvent => ({ type: 'AwardAccepted', data: about('TH-ngo', laureateId) });
const declined = (laureateId = first, group = 'TH-ngo'): PanelEvent => ({
  type: 'AwardDeclined',
  data: { ...about(group, laureateId), reason },
});
const replaced = (by: Winner | null, laureateId = first, group = 'TH-ngo'): EventOf<'LaureateReplaced'> => ({
  type: 'LaureateReplaced',
  data: { ...about(group, laureateId), by, reason, ...(by !== null && { answerBy: nextAnswerBy }) },
});
const awarding = (...events: PanelEvent[]) =>
  given(panel, ...signedPanel('TH-ngo', named), ...events).guard('cycle', ...endorsedCycle(named));
const followed = winner(2);

describe.each<[Answered, PanelCommand]>([
  ['AcceptAward', accept()],
  ['DeclineAward', decline()],
  ['ReplaceLaureate', replace()],
])('%s', (type, command) => {
  it('is refused before the decision is signed', () => {
    for (const history of [[panelFormed()], signedPanel('TH-ngo', named).slice(0, 2)])
      given(panel, ...history)
        .guard('cycle', ...endorsedCycle(named))
        .when(command, at)
        .refused('decision-not-signed');
  });

  it('is refused for who is no laureate, a runner-up too', () => {
    for (const stranger of [second, ids.nomination(4)])
      awarding()
        .when(
          {
            AcceptAward: accept(stranger),
            DeclineAward: decline(stranger),
            ReplaceLaureate: replace(stranger),
          }[type],
          at,
        )
        .refused('not-laureate', { laureates: [first] });
  });
});

describe.each<[string, PanelCommand, PanelEvent, PanelEvent]>([
  ['AcceptAward', accept(), accepted(), declined()],
  ['DeclineAward', decline(), declined(), accepted()],
])('%s', (_type, command, event, other) => {
  it('answers the offer of an endorsed laureate, once', () => {
    awarding().when(command, at).then(event).notAfter(undefined);
    awarding(event).when(command, at).nothing();
  });

  it('is refused after the other answer', () => {
    awarding(other).when(command, at).refused('award-answered');
  });

  it('is refused to a laureate who is not endorsed, and before endorsement is concluded', () => {
    for (const cycle of [endorsedCycle(named.slice(1)), decidedCycle()])
      given(panel, ...signedPanel('TH-ngo', named))
        .guard('cycle', ...cycle)
        .when(command, at)
        .refused('not-endorsed');
  });

  it('is refused to who was replaced', () => {
    awarding(declined(), replaced(followed)).when(command, at).refused('not-laureate', { by: second });
  });
});

describe('ReplaceLaureate', () => {
  it("puts the first endorsed runner-up in the place of who has declined, at that one's place in the order", () => {
    awarding(declined()).when(replace(), at).then(replaced(followed));
    const without = endorsedCycle([winner(1), runnerUp(3, 2)]);
    given(panel, ...signedPanel('TH-ngo', named), declined())
      .guard('cycle', ...without)
      .when(replace(), at)
      .then(replaced(winner(3)));
  });

  it('offers the award to the follower, who may decline in turn', () => {
    const history = [declined(), replaced(followed)];
    awarding(...history)
      .when(accept(second), at)
      .then(accepted(second));
    awarding(...history, declined(second))
      .when(replace(second), at)
      .then(replaced(winner(3), second));
  });

  it('leaves the place empty when nobody follows', () => {
    given(panel, ...signedPanel('TH-ngo', [winner(1)]), declined())
      .guard('cycle', ...endorsedCycle([winner(1)], [winner(1)]))
      .when(replace(), at)
      .then(replaced(null));
    awarding(declined(), replaced(followed), declined(second), replaced(winner(3), second), declined(ids.nomination(3)))
      .when(replace(ids.nomination(3)), at)
      .then(replaced(null, ids.nomination(3)));
  });

  it('changes nothing when it is repeated', () => {
    awarding(declined(), replaced(followed)).when(replace(), at).nothing();
    awarding(declined(), replaced(null)).when(replace(), at).nothing();
  });

  it('is refused for who has not declined', () => {
    awarding().when(replace(), at).refused('award-not-declined');
    awarding(accepted()).when(replace(), at).refused('award-not-declined');
  });
});

describe('ReplaceLaureate in a regional panel', () => {
  const inGroup = { group: 'ngo' };
  const singapore = { ...inGroup, country: 'SG' };
  const laureates = [winner(1, inGroup), winner(2, { ...singapore, order: 2 })];
  const regionally = (winners: Winner[], ...events: PanelEvent[]) =>
    given(panel, ...signedPanel('ngo', winners), ...events).guard(
      'cycle',
      ...endorsedCycle(winners, winners, sampleDefinition('regional')),
    );

  it('lets nobody follow whose country has its laureate', () => {
    const winners = [...laureates, runnerUp(3, 1, singapore), runnerUp(4, 2, inGroup)];
    regionally(winners, declined(first, 'ngo'))
      .when(replace(first, 'ngo'), at)
      .then(replaced(winner(4, inGroup), first, 'ngo'));
  });

  it('lets a runner-up of a country without a laureate follow', () => {
    const winners = [winner(1, inGroup), runnerUp(3, 1, singapore)];
    regionally(winners, declined(first, 'ngo'))
      .when(replace(first, 'ngo'), at)
      .then(replaced(winner(3, singapore), first, 'ngo'));
  });

  it("keeps a place for the country whose laureate has declined too, in whichever order they're replaced", () => {
    const winners = [...laureates, runnerUp(3, 1, singapore)];
    const both = regionally(winners, declined(first, 'ngo'), declined(second, 'ngo'));
    both.when(replace(first, 'ngo'), at).then(replaced(null, first, 'ngo'));
    both.when(replace(second, 'ngo'), at).then(replaced(winner(3, { ...singapore, order: 2 }), second, 'ngo'));
  });
});

describe('whoever answers how', () => {
  const stateOf = (history: PanelEvent[]) => history.reduce(panel.evolve, panel.initial);
  const cycle = endorsedCycle(named).reduce(cycleFold.evolve, cycleFold.initial);
  const meta = { commandId: ids.command, actor: ids.person(1), role: 'secretariat', at: new Date(at.at) } as const;
  /** What comes of such commands, the refused ones left out. */
  function historyOf(commands: PanelCommand[]): PanelEvent[] {
    const history = signedPanel('TH-ngo', named);
    for (const command of commands)
      try {
        history.push(...panel.decide(command, stateOf(history), { cycle }, meta).events);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    return history;
  }
  const command = fc
    .tuple(fc.constantFrom(accept, decline, replace), fc.integer({ min: 1, max: 3 }))
    .map(([make, number]) => make(ids.nomination(number)));

  it('there is one laureate of the country at most, and everybody named is laureate, waiting or out', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 15 }), (commands) => {
        const state = stateOf(historyOf(commands));
        const current = currentLaureates(state).map(({ laureateId }) => laureateId);
        const waiting = waitingRunnersUp(state).map(({ laureateId }) => laureateId);
        expect(current.length).toBeLessThanOrEqual(1);
        expect(current.filter((id) => waiting.includes(id))).toEqual([]);
        expect(currentWinners(state).map(({ laureateId }) => laureateId)).toEqual([...current, ...waiting]);
        expect(currentLaureates(state).every(({ place, order }) => place === 'laureate' && order === 1)).toBe(true);
      }),
    );
  });

  it('runners-up follow in the order of the decision', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        const followers = historyOf(commands).flatMap((event) =>
          event.type === 'LaureateReplaced' && event.data.by !== null ? [event.data.by.laureateId] : [],
        );
        expect(followers).toEqual([second, ids.nomination(3)].slice(0, followers.length));
      }),
    );
  });
});

describe('AcceptAward for a laureate who cannot', () => {
  const byCountry = { ...at, role: 'focal-point' as const };
  const onBehalf = { reason: 'Is in hospital.', letter: 'a'.repeat(64) };

  it('says why, and keeps it', () => {
    awarding().when(accept(), byCountry).refused('reason-needed');
    awarding()
      .when({ type: 'AcceptAward', data: { ...about('TH-ngo', first), onBehalf } }, byCountry)
      .then({ type: 'AwardAccepted', data: { ...about('TH-ngo', first), onBehalf } });
  });
});

/** Once everybody has read who the laureates are. */
const published: CycleEvent[] = [
  ...endorsedCycle(named),
  {
    type: 'AnnouncementPlanned',
    data: { cycleId: ids.cycle, stages: [{ stage: 'public', at: moments.announcement }] },
  },
  { type: 'StagePublished', data: { cycleId: ids.cycle, stage: 'public', laureates: [winner(1)] } },
];

describe('LapseAward', () => {
  const lapse = (laureateId = first): PanelCommand => ({ type: 'LapseAward', data: about('TH-ngo', laureateId) });
  const byProcess = { ...at, role: 'process' as const };
  const lapsed: PanelEvent = { type: 'AwardLapsed', data: { ...about('TH-ngo', first), answerBy } };

  it('ends an offer without an answer when its time is up, once', () => {
    awarding().when(lapse(), byProcess).then(lapsed);
    awarding(lapsed).when(lapse(), byProcess).nothing();
  });

  it('is not due before that', () => {
    awarding()
      .when(lapse(), { ...byProcess, at: '2025-06-25T23:59:59.999Z' })
      .refused('not-due', { dueAt: Date.parse(answerBy) });
  });

  it('counts from the day on which who follows was offered the award', () => {
    const history = [declined(), replaced(followed)];
    awarding(...history)
      .when(lapse(second), byProcess)
      .refused('not-due', { dueAt: Date.parse(nextAnswerBy) });
    awarding(...history)
      .when(lapse(second), { ...byProcess, at: nextAnswerBy })
      .accepted();
  });

  it('is nobody’s act, and never ends what was answered or offered without an end', () => {
    awarding().when(lapse(), at).refused('process-only');
    awarding(accepted()).when(lapse(), byProcess).refused('award-answered', { status: 'accepted' });
    const [planned, ...later] = endorsedCycle(named);
    if (planned === undefined) throw new Error('A cycle is planned.');
    const without = [planned, ...later].map((event) => {
      if (event.type !== 'EndorsementConcluded') return event;
      const { answerBy: _none, ...data } = event.data;
      return { ...event, data };
    });
    given(panel, ...signedPanel('TH-ngo', named))
      .guard('cycle', ...without)
      .when(lapse(), byProcess)
      .refused('no-deadline');
  });

  it('never ends an offer that everybody has read of', () => {
    given(panel, ...signedPanel('TH-ngo', named))
      .guard('cycle', ...published)
      .when(lapse(), byProcess)
      .refused('announced');
  });

  it('leaves the place to the runner-up, and takes no answer any more', () => {
    awarding(lapsed).when(accept(), at).refused('award-answered', { status: 'lapsed' });
    awarding(lapsed).when(replace(), at).then(replaced(followed));
  });
});

describe('RevokeAward', () => {
  const publicNote = { en: 'The accounts were false.' };
  const revoke: PanelCommand = { type: 'RevokeAward', data: { ...about('TH-ngo', first), reason, publicNote } };
  const revoked: PanelEvent = { type: 'AwardRevoked', data: { ...about('TH-ngo', first), reason, publicNote } };

  it('takes an award back that was accepted, and keeps what the public may read of it', () => {
    awarding(accepted()).when(revoke, at).then(revoked);
    awarding(accepted(), revoked).when(revoke, at).nothing();
  });

  it('lets the runner-up follow until the public stage is published, and nobody after it', () => {
    awarding(accepted(), revoked).when(replace(), at).then(replaced(followed));
    given(panel, ...signedPanel('TH-ngo', named), accepted(), revoked)
      .guard('cycle', ...published)
      .when(replace(), at)
      .refused('announced');
  });

  it('is refused where nobody is laureate any more', () => {
    awarding(declined()).when(revoke, at).refused('not-laureate', { status: 'declined' });
  });
});

describe('the name of a laureate', () => {
  const of = about('TH-ngo', first);
  const organisation = { en: 'Sample organisation One' };
  const proof = (said: { outcome: 'approved' } | { outcome: 'correction'; text: string }): PanelCommand => ({
    type: 'ProofName',
    data: { laureateId: first, cycleId: ids.cycle, group: 'TH-ngo', ...said },
  });
  const proofed = (outcome: 'approved' | 'correction', text: string | null = null): PanelEvent => ({
    type: 'NameProofed',
    data: { ...of, outcome, text, organisation: winner(1).organisation },
  });
  const correct: PanelCommand = { type: 'CorrectName', data: { ...of, organisation, reason } };
  const corrected: PanelEvent = { type: 'LaureateNameCorrected', data: { ...of, organisation, reason } };

  it('is approved, or what is wrong with it is said', () => {
    awarding()
      .when(proof({ outcome: 'approved' }), at)
      .then(proofed('approved'));
    awarding(proofed('approved'))
      .when(proof({ outcome: 'approved' }), at)
      .nothing();
    awarding()
      .when(proof({ outcome: 'correction', text: 'One, not 1.' }), at)
      .then(proofed('correction', 'One, not 1.'));
  });

  it('is corrected by its country, and proofed anew then', () => {
    awarding(proofed('correction', 'One, not 1.')).when(correct, at).then(corrected);
    awarding(corrected).when(correct, at).nothing();
    awarding(corrected)
      .when(proof({ outcome: 'approved' }), at)
      .then({ type: 'NameProofed', data: { ...of, outcome: 'approved', text: null, organisation } });
  });

  it('stands, when the country says the same name again', () => {
    const same = { ...of, organisation: winner(1).organisation, reason };
    awarding(proofed('correction', 'One, not 1.'))
      .when({ type: 'CorrectName', data: same }, at)
      .then({ type: 'LaureateNameCorrected', data: same });
  });

  it('is what is announced from then on, a runner-up’s too', () => {
    const events = [...signedPanel('TH-ngo', named), corrected];
    expect(currentLaureates(events.reduce(panel.evolve, panel.initial))[0]?.organisation).toEqual(organisation);
    const runner: PanelCommand = { type: 'CorrectName', data: { ...about('TH-ngo', second), organisation, reason } };
    awarding().when(runner, at).accepted();
  });

  it('is refused for who is not named', () => {
    const stranger = { ...about('TH-ngo', ids.nomination(4)), organisation, reason };
    awarding().when({ type: 'CorrectName', data: stranger }, at).refused('not-laureate');
  });
});

describe('NameContact', () => {
  const name: PanelCommand = { type: 'NameContact', data: { ...about('TH-ngo', first), personId: ids.person(6) } };
  const contactNamed: PanelEvent = {
    type: 'LaureateContactNamed',
    data: { ...about('TH-ngo', first), personId: ids.person(6) },
  };

  it('says who answers for the laureate, before the offer too', () => {
    given(panel, ...signedPanel('TH-ngo', named))
      .guard('cycle', ...decidedCycle())
      .when(name, at)
      .then(contactNamed);
    awarding(contactNamed).when(name, at).nothing();
  });

  it('is refused where nobody is laureate any more', () => {
    awarding(declined()).when(name, at).refused('not-laureate', { status: 'declined' });
  });
});
