// One laureate's award: who answers for it, how its name is proofed and corrected, and how it is revoked.

import { z } from 'zod';
import { findLaureateFiles } from '../../db/laureate-files.ts';
import { endLinks } from '../../db/links.ts';
import { findAward } from '../../db/read-models/award-views.ts';
import { findPublished } from '../../db/read-models/bundle-views.ts';
import { Reason, Texts } from '../../domain/messages.ts';
import { CorrectName, RevokeAward } from '../../domain/panel/messages.ts';
import { CommandDone } from '../answer.ts';
import type { Services } from '../app.ts';
import { findInvitee, Invitee } from '../invite.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { laureateTarget, offeredTarget } from '../targets.ts';
import { AwardView } from '../views/awards.ts';
import { showLaureateFile } from './laureate-files.ts';
import { idsOf, tellPanel } from './panels.ts';

const one = ({ db }: Services, params: { panel: string; laureateId: string }) =>
  laureateTarget(db, params.panel, params.laureateId);
type Named = Parameters<typeof idsOf>[0] & { params: { laureateId: string } };
const about = (context: Named) => ({ ...idsOf(context), laureateId: context.params.laureateId });

const Proof = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('approved') }),
  z.strictObject({ outcome: z.literal('correction'), text: Reason }),
]);

export const awardRoutes = [
  get({
    path: '/laureates/:laureateId',
    operation: 'ViewAward',
    summary: 'An award as it is offered: the name in every script, the answer, until when, what was proofed',
    response: AwardView,
    target: ({ db }, { laureateId }) => offeredTarget(db, laureateId),
    run: async ({ db, params, role, viewer }) => {
      const award = await findAward(db, params.laureateId, viewer?.personId ?? null);
      // Whoever is told of the award by its offer reads nothing before that.
      if (award === null || (role === 'laureate-contact' && award.offeredAt === null)) throw notFound();
      // As in the list of members: addresses are for those who write to people.
      const contact = award.contact && { ...award.contact, email: role === 'auditor' ? null : award.contact.email };
      const [photo] = await findLaureateFiles(db, { kind: 'photo', laureateId: params.laureateId, forumId: null });
      const bundle = await findPublished(db, 'nominee', { nominationId: params.laureateId });
      const checkable = bundle !== null && bundle.withdrawn === null;
      return { body: { ...award, contact, photo: photo === undefined ? null : showLaureateFile(photo), checkable } };
    },
  }),
  post({
    path: '/panels/:panel/laureates/:laureateId/contact',
    operation: 'NameContact',
    summary: 'Name the person who answers for the laureate; the offer comes by mail, with a link that needs no account',
    body: Invitee,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, body, params } = context;
      const before = await findAward(db, params.laureateId, null);
      const personId = await findInvitee(context, body);
      const reply = await tellPanel(context, { type: 'NameContact', data: { ...about(context), personId } });
      const former = before?.contact?.personId;
      if (former !== undefined && former !== personId) await endLinks(db, 'laureate', params.laureateId, former);
      return reply;
    },
  }),
  post({
    path: '/panels/:panel/laureates/:laureateId/proof',
    operation: 'ProofName',
    summary: 'Say that the name and citation are right, or what is wrong with them',
    body: Proof,
    response: CommandDone,
    target: one,
    run: (context) => tellPanel(context, { type: 'ProofName', data: { ...about(context), ...context.body } }),
  }),
  post({
    path: '/panels/:panel/laureates/:laureateId/name',
    operation: 'CorrectName',
    summary: "Correct the laureate's name, or say that it stands; the country alone does so",
    body: CorrectName.omit({ laureateId: true }),
    response: CommandDone,
    target: one,
    run: (context) => tellPanel(context, { type: 'CorrectName', data: { ...about(context), ...context.body } }),
  }),
  post({
    path: '/panels/:panel/laureates/:laureateId/revoke',
    operation: 'RevokeAward',
    summary: 'Revoke an award: the record stays, and what is public says so',
    body: RevokeAward.omit({ laureateId: true }).extend({ publicNote: Texts.optional() }),
    response: CommandDone,
    target: one,
    run: (context) => tellPanel(context, { type: 'RevokeAward', data: { ...about(context), ...context.body } }),
  }),
];
