// What every signature rests on, whatever is signed.
import type { Meta } from './decider.ts';
import { Refusal } from './decider.ts';
import type { Signature } from './messages.ts';

/** Who signs in person shows by a second factor that it is nobody else. */
export function requireSecondFactor({ kind }: Signature, { secondFactor }: Meta): void {
  if (kind === 'in-person' && secondFactor !== true)
    throw new Refusal(
      'second-factor-needed',
      'Sign with the code of your second factor; one is set up under /me/second-factor.',
      { field: 'code' },
    );
}
