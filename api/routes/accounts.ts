// Accounts: an invitation becomes a way to sign in.
import { z } from 'zod';
import { useInvitation } from '../../db/invitations.ts';
import { HttpProblem } from '../problem.ts';
import { post } from '../route.ts';

const AcceptAccount = z.strictObject({
  token: z.string().min(1).max(200),
  password: z.string().min(10).max(128),
});

export const accountRoutes = [
  post({
    path: '/accounts/accept',
    operation: 'AcceptAccount',
    summary: 'Choose a password by the link of an invitation, which works once',
    body: AcceptAccount,
    response: z.object({ email: z.string().describe('The address to sign in with') }),
    run: async ({ db, body, giveAccount }) => {
      const person = await useInvitation(db, body.token, ({ personId, email, name }) =>
        giveAccount({ personId, email, name, password: body.password }),
      );
      if (person === undefined)
        throw new HttpProblem(
          409,
          'invitation-over',
          'This link was used, is too old, or is none. Ask for another one.',
        );
      return { body: { email: person.email } };
    },
  }),
];
