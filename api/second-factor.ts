// The second factor: an authenticator app's codes and a list of recovery codes, each of which counts once.
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  dropFactor,
  type FactorChanges,
  type FactorRow,
  findFactor,
  noteFactor,
  withFactor,
} from '../db/second-factors.ts';
import type { Tables } from '../db/tables.ts';
import { openVault } from './factor-vault.ts';
import { HttpProblem } from './problem.ts';
import { base32, otpauthUri } from './totp.ts';

/** Six digits of the app, or a recovery code. */
export const Code = z
  .string()
  .trim()
  .regex(/^(\d{6}|[a-zA-Z2-7]{8}-[a-zA-Z2-7]{8})$/, 'must be the six digits of your app, or a recovery code')
  .describe('Of your second factor: six digits, or a recovery code. It counts once and is not kept');

export type FactorState = {
  enrolled: boolean;
  since: Date | null;
  recoveryCodesLeft: number;
  lockedUntil: Date | null;
};
export type SecondFactors = {
  stateOf(personId: string): Promise<FactorState>;
  /** Makes a secret and shows it once; it counts when `confirm` gets a code of it. `password` null: the person has signed in a moment ago. */
  begin(personId: string, account: string, password: string | null): Promise<{ secret: string; uri: string }>;
  /** @returns recovery codes, shown once. */
  confirm(personId: string, code: string): Promise<string[]>;
  /** In the place of all that are left. */
  renewRecoveryCodes(personId: string, code: string): Promise<string[]>;
  remove(personId: string, password: string | null, code: string): Promise<void>;
  /** For one who has lost it. */
  reset(personId: string, actor: string): Promise<void>;
  /** Uses the code up. @throws HttpProblem unless it is right. */
  use(personId: string, code: string): Promise<void>;
};
export type FactorSettings = {
  db: Kysely<Tables>;
  /** Seals what is stored. */
  secret: string;
  isPassword(personId: string, password: string): Promise<boolean>;
};

const tries = 5;
const pauseMs = 15 * 60_000;

/** What a right try changes, or undefined for a wrong one. */
type Try = (row: FactorRow) => FactorChanges | undefined | Promise<FactorChanges | undefined>;

export function openSecondFactors({ db, secret, isPassword }: FactorSettings): SecondFactors {
  const vault = openVault(secret);
  const attempt = async (personId: string, work: Try) => {
    const problem = await withFactor(db, personId, (row) => counted(row, work));
    if (problem !== null) throw problem;
  };
  const withCode = (personId: string, code: string, also: (row: FactorRow) => FactorChanges = () => ({})) =>
    attempt(personId, (row) => {
      const used = vault.spendCode(personId, row, code);
      return used && { ...used, ...also(row) };
    });
  const withPassword = (personId: string, password: string | null, changes: FactorChanges = {}) =>
    attempt(personId, async () => (password === null || (await isPassword(personId, password)) ? changes : undefined));
  const stateOf = async (personId: string) => shown(await findFactor(db, personId));
  const requireState = async (personId: string, enrolled: boolean) => {
    if ((await stateOf(personId)).enrolled !== enrolled) throw enrolled ? notSet() : alreadySet();
  };
  return {
    stateOf,
    begin: async (personId, account, password) => {
      await requireState(personId, false);
      const made = randomBytes(20);
      await withPassword(personId, password, { secret: vault.seal(made, personId), lastStep: 0 });
      return { secret: base32(made), uri: otpauthUri(made, 'Laureate', account) };
    },
    confirm: async (personId, code) => {
      await requireState(personId, false);
      const { codes, hashes } = vault.makeRecoveryCodes(personId);
      await withCode(personId, code, ({ now }) => ({ confirmedAt: now, recovery: hashes }));
      await noteFactor(db, personId, personId, 'second factor set');
      return codes;
    },
    renewRecoveryCodes: async (personId, code) => {
      await requireState(personId, true);
      const { codes, hashes } = vault.makeRecoveryCodes(personId);
      await withCode(personId, code, () => ({ recovery: hashes }));
      return codes;
    },
    remove: async (personId, password, code) => {
      await requireState(personId, true);
      await withPassword(personId, password);
      await withCode(personId, code);
      await dropFactor(db, personId, personId, 'second factor removed');
    },
    reset: (personId, actor) => dropFactor(db, personId, actor, 'second factor reset'),
    use: async (personId, code) => {
      await requireState(personId, true);
      await withCode(personId, code);
    },
  };
}

/** A few wrong codes or passwords in a row, and the next are not looked at for a while. */
async function counted(row: FactorRow, work: Try): Promise<{ changes: FactorChanges; result: HttpProblem | null }> {
  if (row.lockedUntil !== null && row.lockedUntil > row.now) return { changes: {}, result: locked(row.lockedUntil) };
  const right = await work(row);
  if (right !== undefined) return { changes: { failures: 0, lockedUntil: null, ...right }, result: null };
  const failures = row.failures + 1;
  if (failures < tries) return { changes: { failures }, result: wrong(tries - failures) };
  const lockedUntil = new Date(row.now.getTime() + pauseMs);
  return { changes: { failures: 0, lockedUntil }, result: locked(lockedUntil) };
}

const shown = (row: FactorRow | undefined): FactorState => ({
  enrolled: row !== undefined && row.confirmedAt !== null,
  since: row?.confirmedAt ?? null,
  recoveryCodesLeft: row?.recovery.length ?? 0,
  lockedUntil: row !== undefined && row.lockedUntil !== null && row.lockedUntil > row.now ? row.lockedUntil : null,
});

const wrong = (triesLeft: number) =>
  new HttpProblem(403, 'second-factor-wrong', 'The code or password is wrong, or the code was used before.', {
    triesLeft,
  });
const locked = (until: Date) =>
  new HttpProblem(429, 'second-factor-locked', 'Too many wrong codes or passwords. Wait a quarter of an hour.', {
    until: until.toISOString(),
  });
const alreadySet = () => new HttpProblem(409, 'second-factor-set', 'You have a second factor: remove it first.');
const notSet = () =>
  new HttpProblem(409, 'second-factor-none', 'You have no second factor: set one up under /me/second-factor.');
