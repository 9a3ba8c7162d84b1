// Fewer sheets for one entry: by whom, until when, how few, and what the tally makes of it.
import { describe, expect, it } from 'vitest';
import { rubricOf } from '../../domain/definition-queries.ts';
import { panel } from '../../domain/panel/decider.ts';
import type { PanelCommand, PanelEvent } from '../../domain/panel/messages.ts';
import { tally } from '../../domain/tally/tally.ts';
import { given } from '../support/given.ts';
import {
  clear,
  conflictDeclared,
  conflictSettled,
  judgeInvited,
  judgeReleased,
  scoringClosed,
  scoringPanel,
  servingJudge,
  sheet,
  tallySealed,
} from '../support/judging-samples.ts';
import { cycleIn, ids, moments, sampleDefinition } from '../support/samples.ts';

const about = { cycleId: ids.cycle, group: 'TH-ngo' };
const reason = 'Both reserves are in conflict with it.';
const bySecretariat = { at: moments.judging, role: 'secretariat' } as const;
const byProcess = { at: moments.judging, role: 'process' } as const;
const lower = (minimum = 2, nominationId = ids.nomination(1)): PanelCommand => ({
  type: 'LowerMinimum',
  data: { ...about, nominationId, minimum, reason },
});
const lowered: PanelEvent = {
  type: 'MinimumLowered',
  data: { ...about, nominationId: ids.nomination(1), minimum: 2, reason },
};
const judging = (...events: PanelEvent[]) => given(panel, ...events).guard('cycle', ...cycleIn('judging'));

describe('LowerMinimum', () => {
  it('lets two sheets be enough for one entry, with a reason, and once', () => {
    judging(...scoringPanel())
      .when(lower(), bySecretariat)
      .then(lowered);
    judging(...scoringPanel(), lowered)
      .when(lower(), bySecretariat)
      .then();
  });

  it('is for the authority that the award names alone', () => {
    judging(...scoringPanel())
      .when(lower(), { at: moments.judging, role: 'chair' })
      .refused('minimum-of-another', { by: 'secretariat' });
  });

  it('ends where the tally opens', () => {
    judging(...scoringPanel(), scoringClosed())
      .when(lower(), bySecretariat)
      .then(lowered);
    judging(...scoringPanel(), scoringClosed(), tallySealed(clear))
      .when(lower(), bySecretariat)
      .refused('tally-sealed');
  });

  it('goes below the minimum of the award, and never below two', () => {
    for (const minimum of [1, 3])
      judging(...scoringPanel())
        .when(lower(minimum), bySecretariat)
        .refused('minimum-not-lower', { from: 2, to: 2 });
  });

  it('is refused while a reserve can read the entry, who is called first', () => {
    const withReserves = scoringPanel({ reserves: [ids.judge(4), ids.judge(5)] });
    const one = (number: number) => `judge/${ids.judge(number)}` as const;
    const asked = judging(...withReserves).guard(one(4), ...servingJudge(4));
    asked
      .guard(one(5), ...servingJudge(5))
      .when(lower(), bySecretariat)
      .refused('reserve-can-serve', { reserves: [ids.judge(4), ids.judge(5)] });
    asked
      .guard(one(5), judgeInvited(5))
      .when(lower(), bySecretariat)
      .refused('reserve-can-serve', { reserves: [ids.judge(4)] });
    judging(...withReserves)
      .guard(one(4), ...servingJudge(4), conflictDeclared(4, 1))
      .guard(one(5), ...servingJudge(5), judgeReleased(5))
      .when(lower(), bySecretariat)
      .then(lowered);
    judging(...withReserves)
      .guard(one(4), ...servingJudge(4), conflictDeclared(4, 1), conflictSettled(4, 1, 'dismissed'))
      .when(lower(), bySecretariat)
      .refused('reserve-can-serve', { reserves: [ids.judge(4)] });
  });

  it('asks for no reserve once scoring is closed: nobody is called then', () => {
    judging(...scoringPanel({ reserves: [ids.judge(4)] }), scoringClosed())
      .when(lower(), bySecretariat)
      .then(lowered);
  });

  it('never goes below five where the highest and the lowest sheet are dropped', () => {
    const { judging: policy, ...rest } = sampleDefinition();
    const definition = { ...rest, judging: { ...policy, aggregation: 'trimmed' as const, minimumSheets: 6, seats: 6 } };
    const trimmed = given(panel, ...scoringPanel()).guard('cycle', ...cycleIn('judging', definition));
    trimmed.when(lower(4), bySecretariat).refused('too-few-to-trim', { least: 5 });
    trimmed.when(lower(5), bySecretariat).accepted();
  });

  it('is of an entry before the panel', () => {
    judging(...scoringPanel())
      .when(lower(2, ids.nomination(9)), bySecretariat)
      .refused('entry-unknown');
  });
});

describe('SealTally', () => {
  it('ranks an entry by two sheets where they were let be enough, and seals that with it', () => {
    const sheets = [sheet(1, 1, 4), sheet(1, 2, 4), sheet(2, 1, 5), sheet(2, 2, 5)];
    const { data } = tallySealed(sheets);
    expect(data.result.entries.map(({ unranked }) => unranked)).toEqual(['not-enough-sheets', 'not-enough-sheets']);
    const definition = sampleDefinition();
    const asked = { [ids.nomination(1)]: 2 };
    const entries = [ids.nomination(1), ids.nomination(2)];
    const input = { rubric: rubricOf(definition, 'ngo'), policy: definition.judging, entries, sheets };
    const result = tally({ ...input, lowered: asked });
    expect(result.entries.map(({ nominationId, rank, unranked }) => [nominationId, rank, unranked])).toEqual([
      [ids.nomination(1), 1, null],
      [ids.nomination(2), null, 'not-enough-sheets'],
    ]);
    judging(...scoringPanel(), lowered, scoringClosed())
      .when({ type: 'SealTally', data: { ...about, sheets } }, byProcess)
      .then({ type: 'TallySealed', data: { ...data, result, lowered: asked } });
  });
});
