// Signing in, as everybody may know it, and as the person who is signed in sees it: own ways in and open sessions.
import { z } from 'zod';
import { sendMail } from '../../documents/mail.ts';
import { freshUntil, me, requireFresh } from '../own-person.ts';
import { HttpProblem, notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { type OpenSession, waysIn } from '../sessions.ts';

const WaysView = z
  .object({
    password: z.boolean(),
    link: z.boolean().describe('By a link in a mail: POST /api/auth/sign-in/magic-link'),
    passkey: z.boolean(),
    issuer: z.object({ name: z.string() }).nullable().describe('OpenID Connect: POST /api/auth/sign-in/social'),
  })
  .meta({ id: 'WaysIn' });
const nullable = z.string().nullable();
const OwnWaysView = z
  .object({
    password: z.boolean(),
    issuer: z.boolean(),
    passkeys: z.array(z.object({ passkeyId: z.string(), name: nullable, addedAt: nullable })),
    freshUntil: nullable.describe('Until when ways in may be changed without the password; null: sign in again first'),
  })
  .meta({ id: 'OwnWaysIn' });
const SessionView = z
  .object({
    sessionId: z.string(),
    current: z.boolean(),
    browser: nullable,
    system: nullable,
    address: nullable.describe('Where it was opened from'),
    way: z.enum(waysIn).nullable(),
    openedAt: z.string(),
    usedAt: z.string().describe('To the day'),
    expiresAt: z.string(),
  })
  .meta({ id: 'Session' });
const Sessions = z.object({ sessions: z.array(SessionView) });

const sessionView = (session: OpenSession, currentId: string | undefined): z.infer<typeof SessionView> => ({
  sessionId: session.sessionId,
  current: session.sessionId === currentId,
  ...session.device,
  address: session.address,
  way: session.way,
  openedAt: session.openedAt.toISOString(),
  usedAt: session.usedAt.toISOString(),
  expiresAt: session.expiresAt.toISOString(),
});

export const signInRoutes = [
  get({
    path: '/public/sign-in',
    operation: 'ViewWaysIn',
    summary: 'The ways to sign in that this installation offers',
    response: WaysView,
    run: async ({ ways }) => ({ body: ways }),
  }),
  get({
    path: '/me/sign-in',
    operation: 'ViewSessions',
    summary: 'The ways in that you have',
    response: OwnWaysView,
    run: async (context) => {
      const { passkeys, ...own } = await context.ownWays.of(me(context));
      const fresh = await freshUntil(context);
      const shown = passkeys.map(({ addedAt, ...key }) => ({ ...key, addedAt: addedAt?.toISOString() ?? null }));
      return { body: { ...own, passkeys: shown, freshUntil: fresh?.toISOString() ?? null } };
    },
  }),
  post({
    path: '/me/password',
    operation: 'SetPassword',
    summary:
      'Choose a password, or another one, which ends your other sessions; the present one may be left out for a quarter of an hour after signing in',
    body: z.strictObject({ password: z.string().min(10).max(128), present: z.string().min(1).max(128).optional() }),
    response: z.object({ password: z.literal(true) }),
    run: async (context) => {
      const { db, body, meta, publicUrl, sessionOf, ownWays, req } = context;
      const personId = me(context);
      if (body.present === undefined) await requireFresh(context);
      else if (!(await ownWays.isPassword(personId, body.present)))
        throw new HttpProblem(403, 'password-wrong', 'The present password is wrong.');
      await ownWays.setPassword(personId, body.password, (await sessionOf(req))?.sessionId ?? '');
      const facts = { url: `${publicUrl}/account` };
      await sendMail(db, { kind: 'password-changed', key: `password:${meta.commandId}`, to: [personId], facts });
      return { body: { password: true as const } };
    },
  }),
  get({
    path: '/me/sessions',
    operation: 'ViewSessions',
    summary: 'Where you are signed in, the newest first',
    response: Sessions,
    run: async (context) => {
      const current = await context.sessionOf(context.req);
      const open = await context.sessions.list(me(context));
      return { body: { sessions: open.map((session) => sessionView(session, current?.sessionId)) } };
    },
  }),
  post({
    path: '/me/sessions/:sessionId/end',
    operation: 'EndSession',
    summary: 'Sign out there, at once',
    response: z.object({ ended: z.literal(true) }),
    run: async (context) => {
      if (!(await context.sessions.end(me(context), context.params.sessionId))) throw notFound();
      return { body: { ended: true as const } };
    },
  }),
  post({
    path: '/me/sessions/end-others',
    operation: 'EndSession',
    summary: 'Sign out everywhere but here, at once',
    response: z.object({ ended: z.literal(true) }),
    run: async (context) => {
      const current = await context.sessionOf(context.req);
      await context.sessions.endOthers(me(context), current?.sessionId ?? '');
      return { body: { ended: true as const } };
    },
  }),
];
