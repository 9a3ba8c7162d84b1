// What must not compile. `tsc` checks this file; vitest only runs it.
import type { Duration } from '@temporalio/common';
import { describe, expectTypeOf, it } from 'vitest';
import type { AwardsEvent, EventOf, EventType } from '../../domain/events.ts';
import type { NominationState } from '../../domain/nomination/state.ts';
import type { PanelState, SignedPanel } from '../../domain/panel/state.ts';

describe('a duration that a workflow waits for', () => {
  it('is a number of milliseconds, or a number with a unit that Temporal reads', () => {
    expectTypeOf<1000 | '1000' | '30s' | '1 s' | '10 min' | '5 minutes' | '2 hours' | '14 days'>().toExtend<Duration>();
  });

  it('is no other text: a misspelt unit does not compile', () => {
    expectTypeOf<string>().not.toExtend<Duration>();
    expectTypeOf<'10 minuts'>().not.toExtend<Duration>();
    expectTypeOf<'ten minutes'>().not.toExtend<Duration>();
    expectTypeOf<'P14D'>().not.toExtend<Duration>();
    // @ts-expect-error: without types/ms.d.ts every text would pass for a duration
    const misspelt: Duration = '10 minuts';
    expectTypeOf(misspelt).toEqualTypeOf<Duration>();
  });
});

describe('what cannot be', () => {
  it('cannot be written down: an award without a signed decision, a correction without its instant', () => {
    expectTypeOf<Extract<PanelState, { status: 'signed' }>>().toEqualTypeOf<SignedPanel>();
    expectTypeOf<Extract<PanelState, { status: 'decided' }>>().not.toHaveProperty('awards');
    expectTypeOf<Extract<NominationState, { status: 'returned' }>>().toHaveProperty('correctBy');
    expectTypeOf<Extract<NominationState, { status: 'submitted' }>>().not.toHaveProperty('correctBy');
  });

  it('is no event: each type has its own data', () => {
    expectTypeOf<EventOf<'NominationForwarded'>>().toExtend<AwardsEvent>();
    expectTypeOf<'NominationDeleted'>().not.toExtend<EventType>();
    expectTypeOf<EventOf<'AwardDeclined'>['data']>().toHaveProperty('reason');
    expectTypeOf<EventOf<'AwardAccepted'>['data']>().not.toHaveProperty('reason');
  });
});
