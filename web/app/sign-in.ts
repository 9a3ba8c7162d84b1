// The ways in, as the page goes them. Each one throws a Problem; `second-factor-needed` asks for the code step.
import { Problem } from '../api/client.ts';
import { auth } from './session.ts';

export const byPassword = (email: string, password: string): Promise<unknown> =>
  auth('/sign-in/email', { email, password });

/** The step after any first way in, in this browser, for five minutes. */
export const byCode = (code: string): Promise<unknown> => auth('/sign-in/code', { code: code.trim() });

/** The answer is the same whoever's address it is. */
export const askForLink = (email: string): Promise<unknown> => auth('/sign-in/magic-link', { email });

export async function byLink(token: string): Promise<void> {
  const address = `/api/auth/magic-link/verify?token=${encodeURIComponent(token)}`;
  const response = await fetch(address, { redirect: 'manual' }).catch((error: Error) => {
    throw new Problem(0, 'offline', error.message);
  });
  // A link that is none leads away with the reason.
  if (response.type === 'opaqueredirect') throw new Problem(409, 'sign-in-link-over', '');
  if (response.ok) return;
  const { code = String(response.status), message = '' } = (await response.json().catch(() => ({}))) as {
    code?: string;
    message?: string;
  };
  throw new Problem(response.status, code.toLowerCase().replaceAll('_', '-'), message);
}

/** Leaves the page; the issuer leads back to `back`, or to sign-in with what went wrong. */
export async function byIssuer(back: string): Promise<void> {
  const failed = `${location.origin}/app/sign-in?back=${encodeURIComponent(back)}`;
  const said = { provider: 'oidc', callbackURL: `${location.origin}/app${back}`, errorCallbackURL: failed };
  const { url } = await auth<{ url: string }>('/sign-in/social', said);
  location.assign(url);
}

/** Whether somebody is signed in in this browser by now, perhaps in another tab. */
export async function isSignedIn(): Promise<boolean> {
  return (await auth<object | null>('/get-session').catch(() => null)) !== null;
}
