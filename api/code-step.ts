// The step between the first way in and the session: one who has a second factor gives a code, however they came.
import type { GenericEndpointContext } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { expireCookie, setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { HttpProblem } from './problem.ts';
import type { SecondFactors } from './second-factor.ts';
import { isWayIn, type WayIn } from './sessions.ts';

type Context = GenericEndpointContext | null;
export type CodeStep = {
  secondFactors: SecondFactors;
  /** Whether this request has shown two things already, such as a passkey with its fingerprint. */
  isProven(context: NonNullable<Context>): boolean;
};

/** By the path of the library that opens the session; the code step says itself which way came before. */
const ways: { [path: string]: WayIn } = {
  '/sign-in/email': 'password',
  '/change-password': 'password',
  '/magic-link/verify': 'link',
  '/passkey/verify-authentication': 'passkey',
  '/callback/:id': 'issuer',
};

/** Before each session, whatever opens it. @returns how it was opened, to be kept with it. */
export async function beforeSession(step: CodeStep, session: { userId: string; way?: unknown }, context: Context) {
  const way = isWayIn(session.way) ? session.way : ways[context?.path ?? ''];
  // A new password comes from within a session.
  if (context?.path !== '/change-password') await requireCode(step, session.userId, way ?? 'password', context);
  return { data: { way: way ?? null } };
}

async function requireCode(
  { secondFactors, isProven }: CodeStep,
  personId: string,
  way: WayIn,
  context: Context,
): Promise<void> {
  if (!(await secondFactors.stateOf(personId)).enrolled) return;
  if (context !== null && isProven(context)) return;
  const code = context?.headers?.get('x-laureate-code') ?? '';
  if (code === '') {
    if (context !== null) await rememberPending(context, personId, way);
    throw new APIError('FORBIDDEN', { code: 'SECOND_FACTOR_NEEDED', message: 'Give the code of your second factor' });
  }
  try {
    await secondFactors.use(personId, code);
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    const status = error.status === 429 ? 'TOO_MANY_REQUESTS' : 'UNAUTHORIZED';
    throw new APIError(status, { code: error.code.replaceAll('-', '_').toUpperCase(), message: error.message });
  }
}

const pendingSeconds = 300;
const pendingCookie = ({ context }: NonNullable<Context>) =>
  context.createAuthCookie('awaits_code', { maxAge: pendingSeconds });

/** For five minutes, and in this browser alone: the first way in has been gone. It opens nothing without a code. */
async function rememberPending(context: NonNullable<Context>, personId: string, way: WayIn): Promise<void> {
  const { name, attributes } = pendingCookie(context);
  const value = `${way}~${personId}~${Date.now() + pendingSeconds * 1_000}`;
  await context.setSignedCookie(name, value, context.context.secret, attributes);
}

async function findPending(context: NonNullable<Context>): Promise<{ way: WayIn; personId: string } | undefined> {
  const value = await context.getSignedCookie(pendingCookie(context).name, context.context.secret);
  const [way, personId = '', until] = typeof value === 'string' ? value.split('~') : [];
  return isWayIn(way) && Number(until) > Date.now() ? { way, personId } : undefined;
}

/** Two endpoints more: the code after the first way in, and for the application alone a session for one it knows. */
export const codeStep = () => ({
  id: 'code-step',
  endpoints: {
    signInCode: createAuthEndpoint('/sign-in/code', { method: 'POST', body: z.looseObject({}) }, async (context) => {
      const pending = await findPending(context);
      if (pending === undefined)
        throw new APIError('UNAUTHORIZED', { code: 'SIGN_IN_EXPIRED', message: 'Sign in again from the beginning' });
      const answer = await open(context, pending.personId, pending.way);
      expireCookie(context, pendingCookie(context));
      return context.json(answer);
    }),
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ personId: z.string(), way: z.enum(['invitation']) }) },
      async (context) => context.json(await open(context, context.body.personId, context.body.way)),
    ),
  },
});

async function open(context: NonNullable<Context>, personId: string, way: WayIn) {
  const { internalAdapter } = context.context;
  const session = await internalAdapter.createSession(personId, false, { way });
  const user = await internalAdapter.findUserById(personId);
  if (user === null) throw new APIError('UNAUTHORIZED', { code: 'SIGN_IN_EXPIRED', message: 'Sign in again' });
  await setSessionCookie(context, { session, user });
  return { token: session.token, user: { id: user.id, email: user.email, name: user.name } };
}
