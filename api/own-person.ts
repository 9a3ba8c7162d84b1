// Before a person's ways in are changed: the password, or a sign-in of a moment ago. An open session alone is not enough.
import type { Services } from './app.ts';
import { HttpProblem, notSignedIn } from './problem.ts';
import type { Context } from './route.ts';
import type { Target } from './targets.ts';
import { freshMinutes } from './ways.ts';

export type Asked = Pick<Context<unknown, unknown, unknown, Target>, keyof Services | 'viewer' | 'meta' | 'req'>;

export function me({ viewer }: Pick<Asked, 'viewer'>): string {
  if (viewer === null) throw notSignedIn();
  return viewer.personId;
}

/** Until when the session is fresh; null where there is none, or it is not. */
export async function freshUntil({ sessionOf, req }: Pick<Asked, 'sessionOf' | 'req'>): Promise<Date | null> {
  const session = await sessionOf(req);
  const until = session && new Date(session.openedAt.getTime() + freshMinutes * 60_000);
  return until !== null && until.getTime() > Date.now() ? until : null;
}

/** Throws `HttpProblem` unless the sign-in was a moment ago. */
export async function requireFresh(context: Asked): Promise<void> {
  if ((await freshUntil(context)) === null)
    throw new HttpProblem(403, 'sign-in-again', 'Sign in again first: this was done too long ago for such a change.');
}
