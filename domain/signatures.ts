// What every signature rests on, whatever is signed.
import type { Meta } from './decider.ts';
import { Refusal } from './decider.ts';
import type { KeptLetter, KeptSignature } from './messages.ts';

/** Who signs in person shows by a second factor that it is nobody else; a letter was written before it is recorded. */
export function requireSigned(signature: KeptSignature, meta: Meta): void {
  if (signature.kind === 'on-behalf') requireWritten(signature, meta);
  else if (meta.secondFactor !== true)
    throw new Refusal(
      'second-factor-needed',
      'Sign with the code of your second factor; one is set up under /me/second-factor.',
      { field: 'code' },
    );
}

const hours = 3_600_000;

/** Its date may be today's anywhere on earth: the first place is fourteen hours ahead of UTC. */
export function requireWritten({ date }: Pick<KeptLetter, 'date'>, { at }: Meta): void {
  const today = new Date(at.getTime() + 14 * hours).toISOString().slice(0, 10);
  if (date !== undefined && date > today)
    throw new Refusal('letter-in-future', `The letter is dated ${date}, which is still to come.`, { today });
}

/** A signature by letter has effect when a second person has seen the letter too. */
export function requireSecondReader(recordedBy: string, { actor }: Meta): void {
  if (recordedBy === actor)
    throw new Refusal('second-person-needed', 'Who recorded the letter does not confirm it too.');
}
