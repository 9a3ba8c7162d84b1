// The open call: what everybody may read of it, and how somebody becomes an applicant.
import { z } from 'zod';
import { findCall, findCalls } from '../../db/read-models/call-views.ts';
import { Language } from '../../domain/messages.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { registerForCall } from '../call-registration.ts';
import { callRow, callView } from '../call-view.ts';
import { Addressee } from '../invite.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { PublicCallRow, PublicCallView, Registered } from '../views/calls.ts';

/** For a minute, by anybody on the way: a deadline that moves is seen soon enough. */
const cached = { 'Cache-Control': 'public, max-age=60' };
const Registration = Addressee.extend({
  /** Left out: the country's first. */
  language: Language.optional(),
  privacyAccepted: z.literal(true, 'must be accepted: without it nothing is stored'),
});

export const callRoutes = [
  get({
    path: '/public/calls',
    operation: 'ListCalls',
    summary: 'The open calls, of the newest cycles first: those that are open, and those that have closed',
    query: Paging,
    response: page(PublicCallRow),
    run: async ({ db, query }) => {
      const rows = await findCalls(db, {
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['instant', 'uuid', 'text']),
      });
      const keyOf = ({ plannedAt, cycleId, iso2 }: (typeof rows)[number]) => [plannedAt.toISOString(), cycleId, iso2];
      return { headers: cached, body: paged(rows, query.limit, keyOf, callRow) };
    },
  }),
  get({
    path: '/public/calls/:cycleId/:iso2',
    operation: 'ViewCall',
    summary: 'One call: its form and attachments in the languages of the country, when it closes, and whom to ask',
    response: PublicCallView,
    run: async ({ db, params }) => {
      const call = await findCall(db, params);
      if (call === undefined) throw notFound();
      return { headers: cached, body: callView(call) };
    },
  }),
  post({
    path: '/public/calls/:cycleId/:iso2/register',
    operation: 'RegisterApplicant',
    summary: 'Register for a call; the answer is the same for everybody, what follows is in the mail',
    body: Registration,
    response: Registered,
    status: 202,
    run: async ({ db, hasAccount, publicUrl, meta, params, body }) => {
      const { privacyAccepted: _noted, ...invitee } = body;
      await registerForCall({ db, hasAccount, publicUrl, meta, call: params }, invitee);
      return { body: { message: 'Thank you. A mail to this address says how to go on.' } };
    },
  }),
];
