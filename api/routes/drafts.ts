// Drafts: half-written forms that several editors share without losing a word.
import { z } from 'zod';
import { contentOfSection, saveSection } from '../../db/draft-sections.ts';
import { attachFile, detachFile, saveDraft } from '../../db/drafts.ts';
import { idOf } from '../../db/ids.ts';
import { Key, Language, Sha256 } from '../../domain/messages.ts';
import { currentDraft, sectionOf } from '../draft-view.ts';
import { HttpProblem } from '../problem.ts';
import { del, get, post, put } from '../route.ts';
import { nominationTarget } from '../targets.ts';
import { DraftView } from '../views/views.ts';

const Content = z.record(z.string().max(100), z.unknown());
const SaveDraft = z.strictObject({
  /** The version that was read before the changes were made. */
  baseVersion: z.int().min(1),
  content: Content,
});
const SaveSection = z.strictObject({
  /** The version of the section that was read before the changes were made. */
  baseVersion: z.int().min(1),
  content: Content,
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

export const draftRoutes = [
  get({
    path: '/drafts/:form/:subjectId',
    operation: 'ViewDraft',
    summary: 'A draft, with what still keeps it from being submitted',
    response: DraftView,
    target: ({ db }, { subjectId }) => nominationTarget(db, subjectId),
    run: ({ db, params }) => currentDraft(db, params),
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
      const reply = await currentDraft(db, params);
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
  put({
    path: '/drafts/:form/:subjectId/sections/:section',
    operation: 'SaveDraft',
    summary: 'Save one section on top of the version of it that was read; a conflict answers with both versions',
    body: SaveSection,
    response: DraftView,
    target: ({ db }, { subjectId }) => nominationTarget(db, subjectId),
    run: async ({ db, params, body, meta }) => {
      const section = await sectionOf(db, params, body.content);
      const { content, baseVersion } = body;
      const saved = await saveSection(db, { ...params, section, content, baseVersion, personId: meta.actor });
      const reply = await currentDraft(db, params);
      const there = contentOfSection(reply.body.content, section.fields);
      if (saved || JSON.stringify(there) === JSON.stringify(contentOfSection(content, section.fields))) return reply;
      const { key, ...stamp } = reply.body.sections.find((one) => one.key === section.key) ?? { key: section.key };
      throw new HttpProblem(
        409,
        'draft-conflict',
        'Somebody else has saved this section since you read it. Both versions are here.',
        { section: key, yours: { baseVersion, content }, theirs: { ...stamp, content: there } },
      );
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
      return currentDraft(db, params);
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
      return currentDraft(db, params);
    },
  }),
];
