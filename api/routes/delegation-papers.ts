// What is printed of delegations: letters of invitation, badges and lists; and a delegation's history.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { findForumFacts, findParticipant, findParticipants } from '../../db/read-models/delegation-views.ts';
import { findStreamHistory } from '../../db/read-models/history-views.ts';
import { badgesPaper, invitationPaper, participantsPaper } from '../../documents/print/delegation.ts';
import { Iso2, Language } from '../../domain/messages.ts';
import { Paging, page } from '../answer.ts';
import { delegationTarget, participantTarget } from '../delegations.ts';
import { pdfType, sendPaper } from '../printing.ts';
import { notFound } from '../problem.ts';
import { languageOf } from '../reader.ts';
import { get } from '../route.ts';
import { forumTarget } from '../targets.ts';
import { HistoryLineView } from '../views/records.ts';
import { lineOf, linesOf } from './histories.ts';

const InLanguage = z.strictObject({ language: Language.optional() });
const paper = { response: z.string(), json: false, media: pdfType };
const most = 5_000;

/** Those of one country, or of all. */
async function printedOf(db: Db, forumId: string, country: string | undefined) {
  const [forum, found] = await Promise.all([
    findForumFacts(db, forumId),
    findParticipants(db, forumId, { country }, { limit: most }),
  ]);
  if (forum === undefined) throw notFound();
  const participants = found.flatMap(({ particulars, capacity, country: iso2 }) =>
    particulars === null ? [] : [{ capacity, country: iso2, particulars }],
  );
  return {
    forum,
    participants,
    countries: Object.fromEntries(forum.countries.map(({ iso2, names }) => [iso2, names])),
  };
}

export const delegationPaperRoutes = [
  get({
    ...paper,
    path: '/participants/:participantId/invitation',
    operation: 'PrintInvitation',
    summary: 'The letter that invites a participant, to be signed by the host or the secretariat',
    query: InLanguage,
    target: ({ db }, { participantId }) => participantTarget(db, participantId),
    run: async ({ db, params, target, query, viewer, printer, res }) => {
      const [found, forum] = await Promise.all([
        findParticipant(db, params.participantId),
        findForumFacts(db, target.forumId),
      ]);
      if (found?.particulars == null || forum === undefined || found.status !== 'registered') throw notFound();
      const { capacity, country, particulars } = found;
      const land = forum.countries.find(({ iso2 }) => iso2 === country)?.names ?? { en: country };
      const language = await languageOf({ db }, viewer, query.language);
      const { bytes } = await printer.print(invitationPaper(forum, { capacity, country, particulars }, land, language));
      return sendPaper(res, { name: `invitation-${country}-${forum.number}.pdf`, type: pdfType, bytes });
    },
  }),
  get({
    ...paper,
    path: '/forums/:forumId/delegations/:iso2/badges',
    operation: 'PrintBadges',
    summary: 'The badges of a delegation, to be cut out',
    query: InLanguage,
    target: ({ db }, { forumId, iso2 }) => delegationTarget(db, forumId, iso2),
    run: async ({ db, params, query, viewer, printer, res }) => {
      const language = await languageOf({ db }, viewer, query.language);
      const printed = await printedOf(db, params.forumId, params.iso2);
      const { bytes } = await printer.print(badgesPaper(printed, language));
      return sendPaper(res, { name: `badges-${params.iso2}.pdf`, type: pdfType, bytes });
    },
  }),
  get({
    ...paper,
    path: '/forums/:forumId/participants/print',
    operation: 'ListParticipants',
    summary: 'Badges to be cut out, or the list of participants, of all delegations or of one',
    query: InLanguage.extend({ as: z.enum(['badges', 'list']).default('list'), country: Iso2.optional() }),
    target: ({ db }, { forumId }) => forumTarget(db, forumId),
    run: async ({ db, params, query, viewer, printer, res }) => {
      const language = await languageOf({ db }, viewer, query.language);
      const printed = await printedOf(db, params.forumId, query.country);
      const { bytes } = await printer.print((query.as === 'list' ? participantsPaper : badgesPaper)(printed, language));
      return sendPaper(res, { name: `${query.as === 'list' ? 'participants' : 'badges'}.pdf`, type: pdfType, bytes });
    },
  }),
  get({
    path: '/forums/:forumId/delegations/:iso2/history',
    operation: 'ViewDelegationHistory',
    summary:
      'What happened in a delegation, newest first: who was registered, changed, replaced, marked; never particulars',
    query: Paging,
    response: page(HistoryLineView),
    target: ({ db }, { forumId, iso2 }) => delegationTarget(db, forumId, iso2),
    run: async (context) => {
      const { forumId, iso2 } = context.params;
      const asked = { ...lineOf(context), audience: 'office', viewer: context.meta.actor } as const;
      const streams = sql`${`delegation/${forumId}/${iso2}`}::text`;
      return linesOf(await findStreamHistory(context.db, streams, asked), context);
    },
  }),
];
