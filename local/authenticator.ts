// The authenticator app of the sample accounts: their secrets and recovery codes, kept in the home.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { codeOf, fromBase32, stepAt } from '../api/totp.ts';
import { ifMissing } from './home.ts';

const Kept = z.object({ secret: z.string(), lastStep: z.int(), recoveryCodes: z.array(z.string()) });
const Shelf = z.record(z.string(), Kept);
type Shelf = z.infer<typeof Shelf>;

export type Authenticator = {
  has(account: string): Promise<boolean>;
  keep(account: string, secret: string, recoveryCodes: string[]): Promise<void>;
  /** One that was not used before: of the app, else a recovery code; where both are used up it waits for the app's next. */
  nextCode(account: string): Promise<string>;
};

export function openAuthenticator(home: string): Authenticator {
  const file = join(home, 'sample-second-factors');
  const read = async (): Promise<Shelf> => Shelf.parse(JSON.parse(await readFile(file, 'utf8').catch(ifMissing('{}'))));
  const write = async (shelf: Shelf) => {
    const made = `${file}.${process.pid}`;
    await writeFile(made, `${JSON.stringify(shelf, null, 2)}\n`, { mode: 0o600 });
    await rename(made, file);
  };
  // One after the other: several people of the demo act at the same time.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
  return {
    has: (account) => inTurn(async () => (await read())[account] !== undefined),
    keep: (account, secret, recoveryCodes) =>
      inTurn(async () =>
        write({ ...(await read()), [account]: { secret, lastStep: stepAt(new Date()), recoveryCodes } }),
      ),
    nextCode: (account) => inTurn(() => takeCode(account, read, write)),
  };
}

async function takeCode(account: string, read: () => Promise<Shelf>, write: (shelf: Shelf) => Promise<void>) {
  for (;;) {
    const shelf = await read();
    const kept = shelf[account];
    if (kept === undefined) throw new Error(`${account} has no second factor yet.`);
    const now = stepAt(new Date());
    const step = [now, now + 1].find((one) => one > kept.lastStep);
    if (step !== undefined) {
      await write({ ...shelf, [account]: { ...kept, lastStep: step } });
      return codeOf(fromBase32(kept.secret), step);
    }
    const [recovery, ...recoveryCodes] = kept.recoveryCodes;
    if (recovery !== undefined) {
      await write({ ...shelf, [account]: { ...kept, recoveryCodes } });
      return recovery;
    }
    await setTimeout(1_000);
  }
}
