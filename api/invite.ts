// People who are asked to take part: known by their address, and invited to an account where they have none.
import { z } from 'zod';
import { makeInvitation } from '../db/invitations.ts';
import { ensurePerson } from '../db/people.ts';
import { sendMail } from '../documents/mail.ts';
import { roleWords } from '../documents/mail-words.ts';
import { Language } from '../domain/messages.ts';
import type { Services } from './app.ts';
import type { HttpMeta } from './meta.ts';

/** How a person is named in a request. */
export const Invitee = z.strictObject({
  email: z.email('must be an e-mail address').max(254),
  mailbox: z
    .email('must be an e-mail address')
    .max(254)
    .optional()
    .describe('Where mail goes, if to a shared mailbox: `email` is then what the person signs in with'),
  name: z.string().trim().min(1).max(200),
  language: Language.default('en'),
});
export type Invitee = z.infer<typeof Invitee>;
/**
 * How the public, and who edits a nomination, name a person: mail goes to the address that it is sent for and nowhere else,
 * for whoever reads it gets the account.
 */
export const Addressee = Invitee.omit({ mailbox: true });

type Inviting = Pick<Services, 'db' | 'hasAccount'> & { meta: Pick<HttpMeta, 'commandId' | 'actor'> };
/** In what the person takes part; the role is said in the mail. */
export type Part = {
  role: keyof typeof roleWords;
  zone?: string;
  cycleId?: string | null;
  forumId?: string | null;
  country?: string | null;
};

export const findInvitee = ({ db, meta }: Inviting, invitee: Invitee): Promise<string> =>
  ensurePerson(db, invitee, meta.actor);

/** Mails a link to an account to one who has none; once per command, however often it is repeated. */
export async function inviteToAccount({ db, hasAccount, meta }: Inviting, personId: string, part: Part): Promise<void> {
  if (await hasAccount(personId)) return;
  const { role, zone = 'UTC', ...about } = part;
  const { token, expiresAt } = await makeInvitation(db, personId);
  await sendMail(db, {
    kind: 'account-invited',
    key: `account:${meta.commandId}`,
    to: [personId],
    facts: { role: roleWords[role], deadline: { at: expiresAt, zone } },
    secret: token,
    ...about,
  });
}
