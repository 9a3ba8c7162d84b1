// Files that are there: what a nomination was submitted with, the letters that commands name, and their bytes.
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { registerFile, type StoredFile } from '../../db/files.ts';
import { idOf } from '../../db/ids.ts';
import { keepOpening } from '../../db/openings.ts';
import { getDefinition } from '../../db/read-models/cycle-views.ts';
import { findDocuments } from '../../db/read-models/document-views.ts';
import { findRedacted, registerRedacted } from '../../db/redacted-copies.ts';
import { Iso2, Language, Sha256 } from '../../domain/messages.ts';
import { isJudging } from '../../domain/roles.ts';
import { contentDisposition, safeType } from '../file-headers.ts';
import { largestLetter, letterTypes } from '../file-rules.ts';
import { fileTarget } from '../file-targets.ts';
import { badFields, HttpProblem } from '../problem.ts';
import { get, post } from '../route.ts';
import { listTarget, nominationTarget } from '../targets.ts';

export const Document = z
  .object({
    fileId: z.string(),
    kind: z.enum(['attachment', 'supporting-letter', 'letter', 'photo', 'slides', 'redacted', 'report-picture']),
    field: z.string().nullable(),
    name: z.string(),
    size: z.int(),
    type: z.string(),
    language: z.string().nullable(),
    sha256: z.string(),
    state: z.enum(['registered', 'arrived', 'erased']),
    confidential: z.boolean(),
    registeredAt: z.string(),
    arrivedAt: z.string().nullable(),
  })
  .meta({ id: 'Document' });

export const showFile = (file: StoredFile): z.infer<typeof Document> => {
  const { fileId, kind, field, name, size, type, language, hash, state, confidential, registeredAt, arrivedAt } = file;
  const instants = { registeredAt: registeredAt.toISOString(), arrivedAt: arrivedAt?.toISOString() ?? null };
  return { fileId, kind, field, name, size, type, language, sha256: hash, state, confidential, ...instants };
};

const RegisterLetter = z.strictObject({
  name: z.string().trim().min(1).max(200),
  size: z.int().min(1).max(largestLetter),
  type: z.enum(letterTypes),
  sha256: Sha256,
  language: Language.nullable().default(null),
  /** Whose desk it is of; left out: the own country, none for the award's office. */
  country: Iso2.optional(),
});

const RegisterRedacted = RegisterLetter.pick({ size: true, sha256: true }).extend({
  type: z.string().trim().min(3).max(200),
});
const endings: { [type: string]: string } = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'video/mp4': '.mp4',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
};

export const fileRoutes = [
  get({
    path: '/nominations/:nominationId/documents',
    operation: 'ListDocuments',
    summary:
      'The files that a nomination was submitted with and the letters sent for it, with those that never arrived',
    response: z.object({
      items: z.array(Document),
      missing: z.array(z.string()),
      redacted: z
        .array(z.object({ original: z.string(), copy: Document }))
        .nullable()
        .describe('Copies without names, for judges; null where the award hides no nominee'),
    }),
    target: ({ db }, { nominationId }) => nominationTarget(db, nominationId),
    run: async ({ db, params, target }) => {
      const documents = await findDocuments(db, params.nominationId);
      const missing = documents.filter(({ state }) => state === 'registered').map(({ fileId }) => fileId);
      const { definition } = await getDefinition(db, target.cycleId);
      const copies = definition.judging.blind.nominee ? await findRedacted(db, params.nominationId) : null;
      const redacted = copies?.map(({ original, copy }) => ({ original, copy: showFile(copy) })) ?? null;
      return { body: { items: documents.map(showFile), missing, redacted } };
    },
  }),
  post({
    path: '/nominations/:nominationId/documents/:fileId/redacted',
    operation: 'RegisterRedacted',
    summary: 'Register a copy of a document without names, for judges who must not see them; then upload it',
    body: RegisterRedacted,
    response: Document,
    status: 201,
    target: ({ db }, { nominationId }) => nominationTarget(db, nominationId),
    run: async ({ db, params, body, meta, target }) => {
      const { nominationId } = params;
      const documents = await findDocuments(db, nominationId);
      const place = documents.findIndex(({ fileId }) => fileId === params.fileId);
      const original = documents[place];
      if (original === undefined) throw badFields([{ field: 'fileId', rule: 'is no document of this nomination' }]);
      if (original.hash === body.sha256) throw badFields([{ field: 'sha256', rule: 'is the original itself' }]);
      const { sha256: hash, size, type } = body;
      const fileId = idOf(meta.commandId);
      const facts = { name: `document-${place + 1}${endings[type] ?? ''}`, size, type, language: original.language };
      const about = { kind: 'redacted' as const, field: original.field, subjectId: nominationId, confidential: false };
      const whose = { cycleId: target.cycleId, country: target.country, owner: meta.actor };
      await registerRedacted(db, params.fileId, { fileId, hash, ...facts, ...about, ...whose });
      const { stored } = await fileTarget(db, fileId);
      return { headers: { Location: `/api/v1/files/${fileId}` }, body: showFile(stored) };
    },
  }),
  post({
    path: '/cycles/:cycleId/letters',
    operation: 'RegisterLetter',
    summary: 'Register a letter or minutes that a command will name by its SHA-256; then upload it',
    body: RegisterLetter,
    response: Document,
    status: 201,
    target: ({ db }, { cycleId }, body, viewer) => listTarget(db, cycleId, body.country, viewer),
    run: async ({ db, params, body, meta, target }) => {
      const { sha256: hash, country: _asked, ...facts } = body;
      const fileId = idOf(meta.commandId);
      const about = { kind: 'letter' as const, field: null, subjectId: null, confidential: false };
      const { cycleId } = params;
      const whose = { cycleId, country: target.country ?? null, owner: meta.actor };
      await registerFile(db, { fileId, hash, ...facts, ...about, ...whose });
      const { stored } = await fileTarget(db, fileId);
      return { headers: { Location: `/api/v1/files/${fileId}` }, body: showFile(stored) };
    },
  }),
  get({
    path: '/files/:fileId',
    operation: 'DownloadFile',
    summary: 'The bytes of a file, always as a download',
    response: z.string(),
    json: false,
    media: '*/*',
    target: ({ db }, { fileId }, _body, viewer) => fileTarget(db, fileId, viewer),
    run: async ({ db, storage, target, req, res, role, meta }) => {
      const { name, type, size, hash, state, field } = target.stored;
      if (state !== 'arrived')
        throw new HttpProblem(409, 'file-not-arrived', 'This file is registered, but its bytes have not arrived.');
      if (isJudging(role) && target.nominationId !== undefined)
        await keepOpening(db, { nominationId: target.nominationId, judgeId: meta.actor }, [
          `paper:${field ?? 'other'}`,
        ]);
      const bytes = await storage.read(hash);
      res.status(200).set({
        'Content-Type': safeType(type),
        'Content-Length': String(size),
        'Content-Disposition': contentDisposition(name),
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'Cache-Control': 'private, no-store',
        ETag: `"${hash}"`,
      });
      if (req.method === 'HEAD') {
        bytes.destroy();
        res.end();
      } else await pipeline(bytes, res);
      return { body: '' };
    },
  }),
];
