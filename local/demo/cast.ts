// Who acts in the demo: one sample person for each role, signed in when first needed.
import { z } from 'zod';
import type { Authenticator } from '../authenticator.ts';
import { type Codes, type Person, signIn } from './client.ts';

/** Sample people by the name of their account: `approver.th`, `judge-1`. */
export type Cast = {
  url: string;
  as(account: string): Promise<Person>;
  email(account: string): string;
  name(account: string): string;
};

export function castOf(url: string, domain: string, password: string, authenticator: Authenticator): Cast {
  const known = new Map<string, Promise<Person>>();
  const email = (account: string) => `${account}@${domain}`;
  return {
    url,
    email,
    name: (account) => `Sample ${account.replaceAll(/[.-]/g, ' ')}`,
    as: (account) => {
      const codes = codesOf(authenticator, account);
      const person = known.get(account) ?? signIn(url, { email: email(account), password, codes });
      known.set(account, person);
      return person;
    },
  };
}

const codesOf = (authenticator: Authenticator, account: string): Codes => ({
  isSet: () => authenticator.has(account),
  next: () => authenticator.nextCode(account),
  keep: (secret, recoveryCodes) => authenticator.keep(account, secret, recoveryCodes),
});

const Invited = z.object({ personId: z.string() });
type Scope = { award?: string; country?: string; laureate?: string; forum?: string };

/** Gives a role to a sample person. @returns who that is. */
export async function give(
  cast: Cast,
  giver: string,
  role: string,
  account: string,
  scope: Scope,
): Promise<{ personId: string }> {
  const person = await cast.as(giver);
  const body = { email: cast.email(account), name: cast.name(account), role, scope };
  return person.post('/members/invite', body, Invited);
}

/** The secretariat names the countries' desks and voices; each focal point names its own people. */
export async function appointPeople(cast: Cast, award: string, countries: string[]): Promise<void> {
  for (const country of countries) {
    const at = country.toLowerCase();
    const scope = { award, country };
    await give(cast, 'secretariat', 'focal-point', `focal-point.${at}`, scope);
    await give(cast, 'secretariat', 'endorser', `endorser.${at}`, scope);
    for (const role of ['screener', 'approver', 'applicant'])
      await give(cast, `focal-point.${at}`, role, `${role}.${at}`, scope);
  }
}
