// Second factors of test people: enrolled at the first code that is asked for, as an authenticator app would be.
import { createAccount } from '../../api/accounts.ts';
import type { Auth } from '../../api/auth.ts';
import { codeOf, fromBase32, stepAt } from '../../api/totp.ts';

export const password = 'a good password';

/** Codes of people by their id, each good once: recovery codes, for an app's next code is half a minute away. */
export function codesOf(auth: Auth): (personId: string | null) => Promise<string> {
  const { secondFactors } = auth;
  const left = new Map<string, string[]>();
  return async (personId) => {
    const person = personId ?? '';
    let codes = left.get(person) ?? (await enrol(auth, person));
    const [last = ''] = codes;
    if (codes.length === 1) codes = await secondFactors.renewRecoveryCodes(person, last);
    const [code = '', ...rest] = codes;
    left.set(person, rest);
    return code;
  };
}

async function enrol(auth: Auth, personId: string): Promise<string[]> {
  const email = `${personId}@example.org`;
  await createAccount(auth, { personId, email, name: 'Sample person', password });
  const { secret } = await auth.secondFactors.begin(personId, email, password);
  return auth.secondFactors.confirm(personId, codeNow(secret));
}

export const codeNow = (secret: string, steps = 0): string => codeOf(fromBase32(secret), stepAt(new Date()) + steps);
