// How a nomination leaves, and when its slot of the quota is free again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountryEvent } from '../../domain/country/messages.ts';
import { countryFold } from '../../domain/country/state.ts';
import { cycleFold } from '../../domain/cycle/state.ts';
import { Refusal } from '../../domain/decider.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import type { NominationCommand, NominationEvent } from '../../domain/nomination/messages.ts';
import type { NominationState } from '../../domain/nomination/state.ts';
import { given } from '../support/given.ts';
import {
  allPassed,
  approver,
  nominationCorrected,
  nominationDisqualified,
  nominationForwarded,
  nominationReturned,
  nominationSubmitted,
  nominationWithdrawn,
  openlyRejected,
  rejectionProposed,
  screener,
  subject,
} from '../support/nomination-samples.ts';
import { cycleIn, ids, moments, panelFormed, signedPanel, winner } from '../support/samples.ts';

const { nominationId } = subject;
const at = moments.screening;
const bySecretariat = { at, role: 'secretariat', actor: ids.person(1) } as const;
const disqualify = (letter?: string): NominationCommand => ({
  type: 'DisqualifyNomination',
  data: { nominationId, reason: 'The report was forged.', ...(letter !== undefined && { letter }) },
});
const withdraw: NominationCommand = {
  type: 'WithdrawNomination',
  data: { nominationId, reason: 'The project has ended.' },
};
const signed: CountryEvent = {
  type: 'ForwardingSigned',
  data: {
    ...{ cycleId: ids.cycle, iso2: 'TH', category: 'ngo', nominations: [nominationId] },
    signature: { kind: 'in-person' },
  },
};
const submitted = nominationSubmitted();
const forwarded = [submitted, ...allPassed(), nominationForwarded()];
const screening = (...events: NominationEvent[]) =>
  given(nomination, ...events).guard('cycle', ...cycleIn('screening'));
const judging = (...events: NominationEvent[]) => given(nomination, ...events).guard('cycle', ...cycleIn('judging'));

describe('DisqualifyNomination', () => {
  it.each<[string, NominationEvent[]]>([
    ['submitted', [submitted]],
    ['returned', [submitted, nominationReturned()]],
    ['corrected', [submitted, nominationReturned(), nominationCorrected()]],
    ['rejection-proposed', [submitted, rejectionProposed()]],
  ])('is possible of what is %s, and frees nothing', (_status, history) => {
    screening(...history)
      .when(disqualify(), bySecretariat)
      .then(nominationDisqualified({ wasForwarded: false }));
  });

  it('names the letter that it rests on, where there is one', () => {
    const letter = 'c'.repeat(64);
    screening(submitted)
      .when(disqualify(letter), bySecretariat)
      .then(nominationDisqualified({ wasForwarded: false, letter }));
  });

  it('frees the slot of what was forwarded until the category is signed', () => {
    screening(...forwarded)
      .when(disqualify(), bySecretariat)
      .then(nominationDisqualified());
    screening(...forwarded)
      .guard('country', signed)
      .when(disqualify(), bySecretariat)
      .then(nominationDisqualified({ keepsSlot: true }));
  });

  it('is possible while its panel is at work, and refused once the decision is signed', () => {
    const late = { ...bySecretariat, at: moments.judging };
    judging(...forwarded)
      .guard('panel/TH-ngo', panelFormed())
      .when(disqualify(), late)
      .accepted();
    judging(...forwarded)
      .guard('panel/TH-ngo', ...signedPanel('TH-ngo', [winner(1)]))
      .when(disqualify(), late)
      .refused('decision-signed', { group: 'TH-ngo', command: 'RevokeAward' });
  });

  it('changes nothing the second time', () => {
    screening(...forwarded, nominationDisqualified())
      .when(disqualify(), bySecretariat)
      .nothing();
  });

  it('is refused of what has left already', () => {
    screening(submitted, nominationWithdrawn())
      .when(disqualify(), bySecretariat)
      .refused('nomination-closed', { status: 'withdrawn' });
    screening(submitted, rejectionProposed(), openlyRejected())
      .when(disqualify(), bySecretariat)
      .refused('nomination-closed', { status: 'rejected' });
  });

  it('is the end: nothing else is done with it', () => {
    const gone = [...forwarded, nominationDisqualified()];
    screening(...gone)
      .when(withdraw, bySecretariat)
      .refused('nomination-closed', { status: 'disqualified' });
    screening(...gone)
      .when({ type: 'ForwardNomination', data: { nominationId } }, { ...bySecretariat, role: 'approver' })
      .refused('not-submitted', { status: 'disqualified' });
  });
});

describe('WithdrawNomination', () => {
  it('frees the slot of what was forwarded until the category is signed', () => {
    screening(...forwarded)
      .when(withdraw, bySecretariat)
      .then(nominationWithdrawn(true));
    screening(...forwarded)
      .guard('country', signed)
      .when(withdraw, bySecretariat)
      .then({ type: 'NominationWithdrawn', data: { ...nominationWithdrawn(true).data, keepsSlot: true } });
  });
});

describe('the slots of a quota', () => {
  const cap = 3;
  const people = {
    screener: { role: 'screener', actor: screener },
    approver: { role: 'approver', actor: approver },
    secretariat: { role: 'secretariat', actor: ids.person(1) },
    applicant: { role: 'applicant', actor: ids.person(2) },
  } as const;
  type Step = { who: keyof typeof people; of: number; command: string };
  const reason = 'As agreed.';
  const messages = [{ field: 'summary', message: 'Say more.' }];
  const commands: { [name: string]: (id: string) => NominationCommand[] } = {
    check: (id) =>
      ['in-time', 'registered'].map((item) => ({
        type: 'RecordCheck',
        data: { nominationId: id, item, outcome: 'passed', note: '' },
      })),
    forward: (id) => [{ type: 'ForwardNomination', data: { nominationId: id } }],
    reject: (id) => [{ type: 'RejectNomination', data: { nominationId: id, reason } }],
    object: (id) => [{ type: 'ObjectToRejection', data: { nominationId: id, reason } }],
    readmit: (id) => [{ type: 'ReadmitNomination', data: { nominationId: id, reason } }],
    giveBack: (id) => [{ type: 'ReturnNomination', data: { nominationId: id, messages } }],
    withdraw: (id) => [{ type: 'WithdrawNomination', data: { nominationId: id, reason } }],
    disqualify: (id) => [{ type: 'DisqualifyNomination', data: { nominationId: id, reason } }],
  };
  const step = fc.record<Step>({
    who: fc.constantFrom('screener', 'approver', 'secretariat', 'applicant'),
    of: fc.nat({ max: 5 }),
    command: fc.constantFrom('check', 'check', 'forward', 'forward', ...Object.keys(commands)),
  });

  /** Six nominations of one country and category, and a counter that refuses what does not fit. */
  function play(steps: Step[]) {
    const states = new Map<string, NominationState>();
    const country = countryFold.initial;
    const cycle = cycleIn('screening').reduce((state, event) => cycleFold.evolve(state, event), cycleFold.initial);
    let used = 0;
    const give = (id: string, command: NominationCommand, who: keyof typeof people) => {
      const before = states.get(id) ?? { status: 'none' as const };
      const meta = { ...people[who], commandId: ids.command, at: new Date(at) };
      try {
        const { events } = nomination.decide(command, before, { cycle, country }, meta);
        const change = events.reduce((sum, event) => sum + (nomination.capacity?.(event)?.delta ?? 0), 0);
        if (used + change > cap) return;
        used += change;
        states.set(
          id,
          events.reduce((state, event) => nomination.evolve(state, event), before),
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    };
    for (const number of [0, 1, 2, 3, 4, 5]) {
      const event = nominationSubmitted();
      const data = { ...event.data, nominationId: ids.nomination(number) };
      states.set(ids.nomination(number), nomination.evolve({ status: 'none' }, { ...event, data }));
    }
    for (const { who, of, command } of steps)
      for (const each of commands[command]?.(ids.nomination(of)) ?? []) give(ids.nomination(of), each, who);
    const standing = [...states.values()].filter(({ status }) => status === 'forwarded').length;
    return { used, standing };
  }

  it('are never more than there are, and are the forwarded nominations that stand', () => {
    let full = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 120 }), (steps) => {
        const { used, standing } = play(steps);
        if (used === cap) full += 1;
        expect(used).toBeLessThanOrEqual(cap);
        expect(used).toBe(standing);
      }),
      { seed: 20_231_121, numRuns: 200 },
    );
    expect(full).toBeGreaterThan(0);
  });
});
