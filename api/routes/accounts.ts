// Accounts: an invitation becomes a way to sign in, and signs in.
import { z } from 'zod';
import { findInvitation, useInvitation } from '../../db/invitations.ts';
import { HttpProblem } from '../problem.ts';
import { post } from '../route.ts';
import { answerHeaders } from '../sign-in-services.ts';

const Token = z.string().min(1).max(200);
const AcceptAccount = z.strictObject({
  token: Token,
  password: z
    .string()
    .min(10)
    .max(128)
    .optional()
    .describe('May be chosen later: this link signs in, and further links come by mail'),
});
const Accepted = z.object({
  email: z.string().describe('The address to sign in with'),
  signedIn: z.boolean().describe('By cookie, and by the token in `set-auth-token`; not where a second factor is set'),
});

const over = () =>
  new HttpProblem(409, 'invitation-over', 'This link was used, is too old, or is none. Ask for another one.');

export const accountRoutes = [
  post({
    path: '/accounts/invitation',
    operation: 'AcceptAccount',
    summary: 'Whom the link of an invitation is for, before it is used',
    body: z.strictObject({ token: Token }),
    response: z.object({ name: z.string(), language: z.string(), expiresAt: z.string() }),
    run: async ({ db, body }) => {
      const found = await findInvitation(db, body.token);
      if (found === undefined) throw over();
      const { name, language } = found.person;
      return { body: { name, language, expiresAt: found.expiresAt.toISOString() } };
    },
  }),
  post({
    path: '/accounts/accept',
    operation: 'AcceptAccount',
    summary: 'Sign in by the link of an invitation, which works once; a password may be chosen with it, or later',
    body: AcceptAccount,
    response: Accepted,
    run: async ({ db, body, giveAccount, secondFactors, openSession, req }) => {
      const person = await useInvitation(db, body.token, ({ personId, email, name }) =>
        giveAccount({ personId, email, name, password: body.password }),
      );
      if (person === undefined) throw over();
      const { personId, email } = person;
      if ((await secondFactors.stateOf(personId)).enrolled) return { body: { email, signedIn: false } };
      return { headers: answerHeaders(await openSession(personId, req)), body: { email, signedIn: true } };
    },
  }),
];
