// Supporting letters: who is asked for one, and what a referee sees and sends by the link.
import { z } from 'zod';
import { findDraft } from '../../db/drafts.ts';
import { findFile } from '../../db/files.ts';
import { idOf } from '../../db/ids.ts';
import { findLetterRequests, recordLetterRequest } from '../../db/letter-requests.ts';
import { Key, Language, Sha256 } from '../../domain/messages.ts';
import { fileProblems, organisationOf, titleOf } from '../../domain/nomination/dossier.ts';
import type { Services } from '../app.ts';
import { requireFits } from '../file-rules.ts';
import { Addressee, findInvitee } from '../invite.ts';
import {
  areLettersOpen,
  askedByLink,
  attachmentOf,
  keepLetterText,
  registerLetterFile,
  requireLettersOpen,
  requireUnsent,
} from '../letters-asked.ts';
import { mailLink } from '../mail-link.ts';
import { badFields, notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { nominationTarget } from '../targets.ts';
import { TextsView } from '../views/views.ts';
import { Document, showFile } from './files.ts';

const one = ({ db }: Services, { nominationId }: { nominationId: string }) => nominationTarget(db, nominationId);

const Asked = z
  .object({
    requestId: z.string(),
    field: z.string(),
    name: z.string().nullable().describe('Of whom; null once erased'),
    askedAt: z.string(),
    arrivedAt: z.string().nullable(),
    fileId: z.string().nullable().describe('Null until it has come, and for a letter that is confidential'),
    confidential: z.boolean(),
  })
  .meta({ id: 'LetterRequest' });

const AskedOfReferee = z
  .object({
    requestId: z.string(),
    organisation: TextsView,
    title: TextsView,
    cycle: TextsView,
    label: TextsView,
    types: z.array(z.string()),
    maxBytes: z.int(),
    confidential: z.boolean(),
    open: z.boolean().describe('Whether letters are still taken'),
    arrivedAt: z.string().nullable(),
  })
  .meta({ id: 'AskedLetter' });

const SendLetter = z.strictObject({
  name: z.string().trim().min(1).max(200),
  size: z.int().min(1).max(5_000_000_000),
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'must be a media type such as application/pdf'),
  sha256: Sha256,
  language: Language.nullable().default(null),
});
const WriteLetter = z.strictObject({ text: z.string().trim().min(20).max(20_000), language: Language });

/** The draft of a nomination with the definition of its award. */
async function formOf(db: Services['db'], nominationId: string) {
  const draft = await findDraft(db, 'nomination', nominationId);
  if (draft === undefined || draft.cycleId === null) throw notFound();
  const cycle = await db.read
    .selectFrom('cycles')
    .select(['definition', 'title', 'zone'])
    .where('cycle_id', '=', draft.cycleId)
    .executeTakeFirstOrThrow();
  return { draft, cycle, definition: cycle.definition, category: draft.category ?? '' };
}

export const supportingLetterRoutes = [
  post({
    path: '/nominations/:nominationId/letters/request',
    operation: 'RequestSupportingLetter',
    summary: 'Ask somebody for a supporting letter: a link goes to that address, no account is needed',
    body: Addressee.extend({ field: Key }),
    response: z.object({ requestId: z.string() }),
    status: 201,
    target: one,
    run: async (context) => {
      const { db, meta, body, params, target } = context;
      const { field, ...invitee } = body;
      const { nominationId } = params;
      const { draft, cycle, definition, category } = await formOf(db, nominationId);
      const { maxCount } = attachmentOf(definition, category, field);
      await requireLettersOpen(db, target);
      const requestId = idOf(meta.commandId);
      const asked = await findLetterRequests(db, nominationId);
      const others = asked.filter((request) => request.requestId !== requestId);
      if ([...draft.files, ...others].filter((file) => file.field === field).length >= maxCount)
        throw badFields([{ field: 'field', rule: `takes at most ${maxCount}, with those that were asked for` }]);
      const personId = await findInvitee(context, invitee);
      await recordLetterRequest(db, { requestId, nominationId, personId, field, requestedBy: meta.actor });
      const organisation = organisationOf(definition, draft.content);
      const about = { purpose: 'supporting-letter', personId, organisation, cycle } as const;
      await mailLink(context, { kind: 'letter-requested', ...about, detail: { field, request: requestId } });
      return { body: { requestId } };
    },
  }),
  get({
    path: '/nominations/:nominationId/letters',
    operation: 'ListSupportingLetters',
    summary: 'The letters that were asked for, and which have come; at most as many as the form takes',
    response: z.object({ items: z.array(Asked) }),
    target: one,
    run: async ({ db, params }) => {
      const rows = await findLetterRequests(db, params.nominationId);
      const items = rows.map(({ requestId, field, name, requestedAt, arrivedAt, fileId, confidential }) => ({
        ...{ requestId, field, name, confidential: confidential === true },
        askedAt: requestedAt.toISOString(),
        arrivedAt: arrivedAt?.toISOString() ?? null,
        fileId: arrivedAt === null || confidential === true ? null : fileId,
      }));
      return { body: { items } };
    },
  }),
  get({
    path: '/nominations/:nominationId/letters/asked',
    operation: 'ViewAskedLetter',
    summary: 'What the referee who came by a link is asked for',
    response: AskedOfReferee,
    target: one,
    run: async ({ db, req, target }) => {
      const request = await askedByLink(db, req);
      const { draft, cycle, definition, category } = await formOf(db, request.nominationId);
      const { label, types, maxBytes, confidential = false } = attachmentOf(definition, category, request.field);
      return {
        body: {
          ...{ requestId: request.requestId, cycle: cycle.title, label, types, maxBytes, confidential },
          organisation: organisationOf(definition, draft.content),
          title: titleOf(definition, draft.content),
          open: await areLettersOpen(db, target),
          arrivedAt: request.arrivedAt?.toISOString() ?? null,
        },
      };
    },
  }),
  post({
    path: '/nominations/:nominationId/letters',
    operation: 'SendSupportingLetter',
    summary: 'Register the file of a supporting letter that you were asked for; then upload it',
    body: SendLetter,
    response: Document,
    status: 201,
    target: one,
    run: async ({ db, req, body, meta, target }) => {
      const request = await askedByLink(db, req);
      requireUnsent(request);
      await requireLettersOpen(db, target);
      const { definition, category } = await formOf(db, request.nominationId);
      const attachment = attachmentOf(definition, category, request.field);
      const { sha256: hash, ...facts } = body;
      requireFits(fileProblems(attachment, facts));
      const fileId = idOf(meta.commandId);
      await registerLetterFile(db, request, { fileId, hash, ...facts }, attachment.confidential === true);
      const stored = await findFile(db, fileId);
      if (stored === undefined) throw notFound();
      return { body: showFile(stored) };
    },
  }),
  post({
    path: '/nominations/:nominationId/letters/text',
    operation: 'SendSupportingLetter',
    summary: 'Write a supporting letter that you were asked for',
    body: WriteLetter,
    response: Document,
    status: 201,
    target: one,
    run: async (context) => {
      const { db, req, body, meta, target } = context;
      const request = await askedByLink(db, req);
      requireUnsent(request);
      await requireLettersOpen(db, target);
      const { definition, category } = await formOf(db, request.nominationId);
      const { confidential } = attachmentOf(definition, category, request.field);
      const fileId = idOf(meta.commandId);
      await keepLetterText(context, target, request, { fileId, ...body }, confidential === true);
      const stored = await findFile(db, fileId);
      if (stored === undefined) throw notFound();
      return { body: showFile(stored) };
    },
  }),
];
