// Drafts: half-written forms that several editors share without losing a word.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { attachFile, type Draft, detachFile, findDraft, saveDraft } from '../../db/drafts.ts';
import { idOf } from '../../db/ids.ts';
import { findSettled } from '../../db/settled-questions.ts';
import { fieldsOf } from '../../domain/definition-queries.ts';
import { Key, Language, Sha256 } from '../../domain/messages.ts';
import { checkDossier } from '../../domain/nomination/dossier.ts';
import { questionsOf } from '../../domain/nomination/questions.ts';
import { HttpProblem, notFound } from '../problem.ts';
import { del, get, post, put } from '../route.ts';
import { nominationTarget } from '../targets.ts';
import { DraftView } from '../views/views.ts';

const SaveDraft = z.strictObject({
  /** The version that was read before the changes were made. */
  baseVersion: z.int().min(1),
  content: z.record(z.string().max(100), z.unknown()),
});

/** What is known of an upload before its bytes arrive. */
const RegisterFile = z.strictObject({
  field: Key,
  name: z.string().trim().min(1).max(200),
  size: z.int().min(1).max(5_000_000_000),
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'must be a media type such as application/pdf'),
  hash: Sha256,
  language: Language.nullable().default(null),
});

async function view(db: Db, draft: Draft): Promise<z.infer<typeof DraftView>> {
  const cycle = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', draft.cycleId ?? '')
    .executeTakeFirstOrThrow();
  const settled = await findSettled(db, draft.form, draft.subjectId);
  return {
    form: draft.form,
    subjectId: draft.subjectId,
    version: draft.version,
    content: draft.content,
    savedAt: draft.savedAt.toISOString(),
    savedBy: draft.savedBy,
    files: draft.files,
    questions: questionsOf(fieldsOf(cycle.definition, draft.category ?? ''), draft.content, settled),
    problems: checkDossier(cycle.definition, draft.category ?? '', draft.content, draft.files, settled),
  };
}

export async function current(db: Db, { form, subjectId }: { form: string; subjectId: string }) {
  const draft = await findDraft(db, form, subjectId);
  if (draft === undefined) throw notFound();
  return { headers: { ETag: `"${draft.version}"` }, body: await view(db, draft) };
}

export const draftRoutes = [
  get({
    path: '/drafts/:form/:subjectId',
    operation: 'ViewDraft',
    summary: 'A draft, with what still keeps it from being submitted',
    response: DraftView,
    target: ({ db }, { subjectId }) => nominationTarget(db, subjectId),
    run: ({ db, params }) => current(db, params),
  }),
  put({
    path: '/drafts/:form/:subjectId',
    operation: 'SaveDraft',
    summary: 'Save a draft on top of the version that was read; a conflict answers with the version that is there',
    body: SaveDraft,
    response: DraftView,
    target: ({ db }, { subjectId }) => nominationTarget(db, subjectId),
    run: async ({ db, params, body, meta }) => {
      const saved = await saveDraft(db, { ...params, ...body, personId: meta.actor });
      const reply = await current(db, params);
      if (!saved && JSON.stringify(reply.body.content) !== JSON.stringify(body.content))
        throw new HttpProblem(
          409,
          'draft-conflict',
          'Somebody else has saved since you read it. Both versions are here.',
          {
            yours: body.content,
            theirs: reply.body,
          },
        );
      return reply;
    },
  }),
  post({
    path: '/drafts/:form/:subjectId/files',
    operation: 'RegisterFile',
    summary: 'Register a file by name, size and hash, and attach it to the draft',
    body: RegisterFile,
    response: DraftView,
    status: 201,
    target: ({ db }, { subjectId }) => nominationTarget(db, subjectId),
    run: async ({ db, params, body, meta }) => {
      await attachFile(db, { ...params, personId: meta.actor }, { ...body, fileId: idOf(meta.commandId) });
      return current(db, params);
    },
  }),
  del({
    path: '/drafts/:form/:subjectId/files/:fileId',
    operation: 'RemoveFile',
    summary: 'Take a file off the draft',
    response: DraftView,
    target: ({ db }, { subjectId }) => nominationTarget(db, subjectId),
    run: async ({ db, params, meta }) => {
      await detachFile(db, { ...params, personId: meta.actor }, params.fileId);
      return current(db, params);
    },
  }),
];
