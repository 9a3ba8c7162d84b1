// A return whose time to correct is over in a moment: by the rules it is never less than a working day.
import { execute } from '../../../db/execute.ts';
import type { Decider } from '../../../domain/decider.ts';
import type { NominationEvent } from '../../../domain/nomination/messages.ts';
import { type NominationState, nominationFold, nominationStream } from '../../../domain/nomination/state.ts';
import { by, type Sample } from '../../support/acts.ts';

type ReturnUntil = { type: 'ReturnUntil'; data: { correctBy: string } };

const returning: Decider<NominationState, ReturnUntil, NominationEvent> = {
  ...nominationFold,
  guards: () => ({}),
  decide: ({ data }, state) => {
    if (state.status === 'none') throw new Error('There is no such nomination.');
    const { nominationId, cycleId, country, category } = state;
    const messages = [{ field: 'summary', message: 'Say more.' }];
    return {
      events: [{ type: 'NominationReturned', data: { nominationId, cycleId, country, category, messages, ...data } }],
    };
  },
};

export async function returnWith({ db, cycleId }: Sample, nominationId: string, correctBy: Date): Promise<void> {
  const command: ReturnUntil = { type: 'ReturnUntil', data: { correctBy: correctBy.toISOString() } };
  await execute(db, returning, nominationStream(nominationId, cycleId), command, by('screener'));
}
