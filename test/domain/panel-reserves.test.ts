// Calling a reserve to one entry: in whose place, until when, and what the panel is from then on.
import { describe, expect, it } from 'vitest';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { entriesOf, panelFold } from '../../domain/panel/state.ts';
import { given } from '../support/given.ts';
import {
  acceptedJudge,
  conflictDeclared,
  judgeInvited,
  judgeReleased,
  scorecardAssigned,
  scorecardSubmitted,
  scoringClosed,
  scoringPanel,
} from '../support/judging-samples.ts';
import { cycleIn, ids, moments } from '../support/samples.ts';

const [chair, second, third, reserve, other] = [1, 2, 3, 4, 5].map((number) => ids.judge(number)) as [
  string,
  string,
  string,
  string,
  string,
];
const people = { judges: [chair, second, third], reserves: [reserve, other], chair, deputyChair: second };
const scoring = scoringPanel(people);
const formed = scoring.slice(0, 1);
function about() {
  return { cycleId: ids.cycle, group: 'TH-ngo' };
}
const what = { nominationId: ids.nomination(1), judgeId: reserve, insteadOf: second };
const call = (changes: object = {}): PanelCommand => ({
  type: 'CallReserve',
  data: { ...about(), ...what, ...changes },
});
const called = (because: 'recused' | 'left' | 'missing' = 'missing'): PanelEvent => ({
  type: 'ReserveCalled',
  data: {
    ...{ ...about(), ...what, because, round: 'main' },
    ...{ judges: [chair, second, third, reserve], reserves: [other], chair, deputyChair: second },
  },
});
const meta = { at: moments.judging, role: 'focal-point' } as const;
const sheet = `scorecard/${ids.nomination(1)}/${second}` as const;
const judging = (...events: PanelEvent[]) =>
  given(panel, ...events)
    .guard('cycle', ...cycleIn('judging'))
    .guard(`judge/${reserve}`, ...acceptedJudge(4))
    .guard(`judge/${second}`, ...acceptedJudge(2));

describe('CallReserve', () => {
  it('gives the entry to a reserve in the place of one who has handed nothing in, stepped back or left', () => {
    judging(...scoring)
      .guard(sheet, scorecardAssigned(1, 2))
      .when(call(), meta)
      .then(called());
    const recused = { type: 'EntryRecused', data: { ...scorecardAssigned(1, 2).data, reason: 'A cousin.' } } as const;
    judging(...scoring)
      .guard(sheet, scorecardAssigned(1, 2), recused)
      .when(call(), meta)
      .then(called('recused'));
    given(panel, ...scoring)
      .guard('cycle', ...cycleIn('judging'))
      .guard(`judge/${reserve}`, ...acceptedJudge(4))
      .guard(`judge/${second}`, ...acceptedJudge(2), judgeReleased(2))
      .when(call(), meta)
      .then(called('left'));
  });
  it('makes the reserve a member with that one entry', () => {
    const state = [...scoring, called()].reduce(panelFold.evolve, panelFold.initial);
    expect(state).toMatchObject({ judges: [chair, second, third, reserve], reserves: [other] });
    expect([entriesOf(state, reserve), entriesOf(state, second)]).toEqual([1, 2]);
  });
  it('is done once for each judge who is missing, and may be asked again of one who was called', () => {
    judging(...scoring, called())
      .when(call(), meta)
      .nothing();
    given(panel, ...scoring, called())
      .guard('cycle', ...cycleIn('judging'))
      .when(call({ judgeId: other }), meta)
      .refused('reserve-called', { reserve });
    judging(...scoring, called())
      .when(call({ nominationId: ids.nomination(2) }), meta)
      .accepted();
  });
  it('is refused where nothing is missing', () => {
    judging(...scoring)
      .guard(sheet, scorecardAssigned(1, 2), scorecardSubmitted(1, 2))
      .when(call(), meta)
      .refused('sheet-is-in');
    given(panel, ...scoring)
      .guard('cycle', ...cycleIn('judging'))
      .guard(`judge/${reserve}`, ...acceptedJudge(4))
      .when(call({ insteadOf: ids.judge(9) }), meta)
      .refused('not-assigned');
  });
  it('is of the reserves who serve and are free of the entry', () => {
    const of = (judgeId: string) =>
      given(panel, ...scoring)
        .guard('cycle', ...cycleIn('judging'))
        .when(call({ judgeId }), meta);
    of(ids.judge(9)).refused('not-reserve', { reserves: [reserve, other] });
    const asked = given(panel, ...scoring).guard('cycle', ...cycleIn('judging'));
    asked.guard(`judge/${reserve}`, judgeInvited(4)).when(call(), meta).refused('invitation-not-accepted');
    asked
      .guard(`judge/${reserve}`, ...acceptedJudge(4), conflictDeclared(4, 1))
      .when(call(), meta)
      .refused('conflict');
  });
  it('belongs to scoring', () => {
    judging(...formed)
      .when(call(), meta)
      .refused('scoring-not-started');
    judging(...scoring, scoringClosed())
      .when(call(), meta)
      .refused('scoring-closed');
  });
});
