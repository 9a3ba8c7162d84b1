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
const runnerUp = (number: number, order: number, changes: Partial<Winner> = {}) =>
  winner(number, { place: 'runner-up', order, ...changes });
const named = [winner(1), runnerUp(2, 1), runnerUp(3, 2)];

/** The cycle once endorsement is concluded with these endorsed, of those the panel named. */
function endorsedCycle(endorsed: Winner[], all: Winner[] = named, definition = sampleDefinition()): CycleEvent[] {
  const groups = [...new Set(all.map(({ group }) => group))];
  const decisions = Object.fromEntries(groups.map((group) => [group, 1]));
  const held = all.filter((one) => !endorsed.includes(one)).map(({ laureateId }) => laureateId);
  return [
    ...decidedCycle(definition),
    phaseOpened('endorsement', endorsementClosesAt),
    {
      type: 'EndorsementRequested',
      data: { cycleId: ids.cycle, groups, decisions, winners: all, closesAt: endorsementClosesAt },
    },
    {
      type: 'EndorsementConcluded',
      data: { cycleId: ids.cycle, because: 'deadline', meetingReference: null, endorsed, held, silent: [] },
    },
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
  data: { ...about(group, laureateId), by, reason },
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
