// Who works on a nomination together: inviting, accepting, ending, and naming one where nobody is left.
import { z } from 'zod';
import { Reason } from '../../domain/messages.ts';
import type { Services } from '../app.ts';
import { acceptEditing, editorsOf, endEditor, inviteEditor, nameEditor } from '../editing.ts';
import { Addressee } from '../invite.ts';
import { del, get, post } from '../route.ts';
import { answerHeaders } from '../sign-in-services.ts';
import { nominationTarget } from '../targets.ts';
import { EditorsView } from '../views/drafts.ts';

const Accepting = z.strictObject({
  token: z.string().min(1).max(200),
  /** May be chosen by one who has no account yet, now or later; who has one signs in first. */
  password: z.string().min(10).max(128).optional(),
});
const Naming = Addressee.extend({ reason: Reason });
const Accepted = z.object({
  id: z.string(),
  draft: z.string(),
  email: z.string().describe('The address to sign in with'),
  signedIn: z.boolean().describe('By cookie, and by the token in `set-auth-token`: one who had no account'),
});

const one = ({ db }: Services, { nominationId }: { nominationId: string }) => nominationTarget(db, nominationId);

export const editorRoutes = [
  get({
    path: '/drafts/nomination/:nominationId/editors',
    operation: 'ListEditors',
    summary: 'The editors of a draft, and those who were invited and have not answered',
    response: EditorsView,
    target: one,
    run: async (context) => ({ body: await editorsOf(context, context.params.nominationId) }),
  }),
  post({
    path: '/drafts/nomination/:nominationId/editors/invite',
    operation: 'InviteEditor',
    summary: 'Mail somebody a link by which they edit the draft too',
    body: Addressee,
    response: EditorsView,
    status: 201,
    target: one,
    run: async (context) => {
      await inviteEditor(context, context.body);
      return { body: await editorsOf(context, context.params.nominationId) };
    },
  }),
  post({
    path: '/drafts/nomination/:nominationId/editors/accept',
    operation: 'AcceptEditing',
    summary:
      'Take up such a link, signed in as whom it was mailed to, or as one who had no account and is signed in by it',
    body: Accepting,
    response: Accepted,
    run: async (context) => {
      const { nominationId } = context.params;
      const { token, password } = context.body;
      const signedIn = await context.personOf(context.req);
      const { email, personId, registers } = await acceptEditing(context, nominationId, { token, password, signedIn });
      const headers = registers ? answerHeaders(await context.openSession(personId, context.req)) : {};
      const draft = `/api/v1/drafts/nomination/${nominationId}`;
      return { headers, body: { id: nominationId, draft, email, signedIn: registers } };
    },
  }),
  del({
    path: '/drafts/nomination/:nominationId/editors/:personId',
    operation: 'EndEditor',
    summary: "End an editor's part, or an invitation that was not answered; `me` leaves",
    response: EditorsView,
    target: one,
    run: async (context) => {
      await endEditor(context, context.params.personId);
      return { body: await editorsOf(context, context.params.nominationId) };
    },
  }),
  post({
    path: '/drafts/nomination/:nominationId/editors/name',
    operation: 'NameEditor',
    summary: 'Give a draft that nobody is left to edit to a new editor, without seeing it',
    body: Naming,
    response: EditorsView,
    status: 201,
    target: one,
    run: async (context) => {
      const { reason, ...invitee } = context.body;
      await nameEditor(context, invitee, reason);
      return { body: await editorsOf(context, context.params.nominationId) };
    },
  }),
];
