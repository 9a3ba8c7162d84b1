// What routes get of sign-in.
import { createAccount, hasAccount } from './accounts.ts';
import type { Services } from './app.ts';
import type { Auth } from './auth.ts';
import { openOwnWays } from './own-ways.ts';

type OfAccounts = 'personOf' | 'hasAccount' | 'giveAccount' | 'secondFactors';
type OfSessions = 'ways' | 'sessionOf' | 'openSession' | 'sessions' | 'ownWays';

export const signInServices = (auth: Auth): Pick<Services, OfAccounts | OfSessions> => ({
  personOf: async (req) => (await auth.personOf(req))?.personId ?? null,
  hasAccount: (personId) => hasAccount(auth, personId),
  giveAccount: (account) => createAccount(auth, account),
  secondFactors: auth.secondFactors,
  ways: auth.ways,
  sessionOf: auth.personOf,
  openSession: auth.openSession,
  sessions: auth.sessions,
  ownWays: openOwnWays(auth),
});

/** Of a session that was opened: its cookie, and the token for programs. */
export function answerHeaders(opened: Headers): { [name: string]: string | string[] } {
  const token = opened.get('set-auth-token');
  return { 'Set-Cookie': opened.getSetCookie(), ...(token !== null && { 'set-auth-token': token }) };
}
