// The nominee's consent: asked for by link, answered with the text that it is given to.
import { z } from 'zod';
import { loadState } from '../../db/execute.ts';
import { countLinksOfDay, endLinksOfOthers } from '../../db/links.ts';
import { AnswerConsent } from '../../domain/nomination/messages.ts';
import { nominationStream } from '../../domain/nomination/state.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { CommandDone } from '../answer.ts';
import type { Services } from '../app.ts';
import { Addressee, findInvitee } from '../invite.ts';
import { mailLink } from '../mail-link.ts';
import { badFields, HttpProblem, notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { tellNomination } from '../submitting.ts';
import { nominationTarget } from '../targets.ts';
import { TextsView } from '../views/views.ts';

const one = ({ db }: Services, { nominationId }: { nominationId: string }) => nominationTarget(db, nominationId);

/** Within a day, of one nomination: nobody's mailbox is filled in a nominee's name. */
const mostRequests = 10;

const ConsentView = z
  .object({
    nominationId: z.string(),
    organisation: TextsView,
    title: TextsView,
    cycle: TextsView,
    required: z.boolean().describe('Whether nothing is forwarded without'),
    text: TextsView.describe('What is agreed to; empty where the award asks for no consent'),
    textVersion: z.string().describe('The SHA-256 of that text, as an answer names it'),
    answer: z.enum(['not-asked', 'asked', 'given', 'refused']),
  })
  .meta({ id: 'Consent' });

async function textOf(db: Services['db'], cycleId: string) {
  const cycle = await db.read
    .selectFrom('cycles')
    .select(['definition', 'title', 'zone'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const { required = false, text = {} } = cycle.definition.form.consent ?? {};
  return { cycle, required, text, textVersion: hashOf(text) };
}

export const consentRoutes = [
  get({
    path: '/nominations/:nominationId/consent',
    operation: 'ViewConsent',
    summary: 'What the nominee is asked to agree to, and the answer',
    response: ConsentView,
    target: one,
    run: async ({ db, params, target }) => {
      const { nominationId } = params;
      const { state } = await loadState(db, nominationStream(nominationId, target.cycleId));
      if (state.status === 'none') throw notFound();
      const { cycle, ...asked } = await textOf(db, target.cycleId);
      const { organisation, title, papers } = state;
      const answer = papers.consent?.answer ?? ('not-asked' as const);
      return { body: { nominationId, organisation, title, cycle: cycle.title, ...asked, answer } };
    },
  }),
  post({
    path: '/nominations/:nominationId/consent/request',
    operation: 'RequestConsent',
    summary: "Ask the nominee's contact for consent: a link goes to that address, no account is needed",
    body: Addressee,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, meta, params, target, body } = context;
      const { nominationId } = params;
      if ((await countLinksOfDay(db, 'consent', nominationId)) >= mostRequests)
        throw new HttpProblem(429, 'too-many-invitations', 'Too many requests for this consent today. Go on tomorrow.');
      const contact = await findInvitee(context, body);
      if (contact === meta.actor || target.editors?.includes(contact))
        throw badFields([
          { field: 'email', rule: "must be the nominee's address, not that of one who edits the form" },
        ]);
      const { cycle, textVersion } = await textOf(db, target.cycleId);
      const reply = await tellNomination(context, {
        type: 'RequestConsent',
        data: { nominationId, contact, text: textVersion },
      });
      const { state } = await loadState(db, nominationStream(nominationId, target.cycleId));
      const organisation = state.status === 'none' ? {} : state.organisation;
      const about = { purpose: 'consent', personId: contact, organisation, cycle } as const;
      await mailLink(context, { kind: 'consent-requested', ...about });
      await endLinksOfOthers(db, 'consent', nominationId, contact);
      return reply;
    },
  }),
  post({
    path: '/nominations/:nominationId/consent',
    operation: 'AnswerConsent',
    summary: 'Agree to be put forward, or refuse; one may think again until the forwarding',
    body: AnswerConsent,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, params, target, body } = context;
      const { textVersion: text } = await textOf(db, target.cycleId);
      const { given, note } = body;
      const data = { nominationId: params.nominationId, text, note };
      return tellNomination(context, { type: given ? 'ConfirmConsent' : 'RefuseConsent', data });
    },
  }),
];
