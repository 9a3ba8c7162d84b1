// Uploads by the tus protocol: a registered file comes in pieces, which may break off and go on.
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';
import { z } from 'zod';
import { markArrived, type StoredFile } from '../../db/files.ts';
import { photoNotes } from '../../domain/photo-notes.ts';
import { isOfType, lookAt } from '../../files/sniffing.ts';
import { mostBytesAtOnce } from '../../files/uploads.ts';
import type { Services } from '../app.ts';
import { attachArrived, requireArriving } from '../documents.ts';
import { refusedFile, requireAllowed } from '../file-rules.ts';
import { announcedFile, type FileTarget, fileTarget } from '../file-targets.ts';
import { badFields, HttpProblem } from '../problem.ts';
import { requireTellingNothing } from '../redacted.ts';
import { head, patch, post } from '../route.ts';

type Asked = Services & { target: FileTarget; req: HttpRequest; res: HttpResponse };
const Nothing = z.null();
const one = ({ db }: Services, { fileId }: { fileId: string }) => fileTarget(db, fileId);
const tus = {
  operation: 'UploadFile',
  response: Nothing,
  json: false,
  media: 'application/offset+octet-stream',
} as const;

export const uploadRoutes = [
  post({
    ...tus,
    path: '/uploads',
    summary: 'Begin to upload a registered file, or begin anew (tus 1.0: Upload-Length, Upload-Metadata: fileId)',
    status: 201,
    target: ({ db }, _params, _body, _viewer, _query, req) => announcedFile(db, req),
    run: async (context) => {
      await requireAllowed(context.db, context.target);
      const { size } = context.target.stored;
      if (context.req.get('upload-length') !== String(size))
        throw badFields([{ field: 'Upload-Length', rule: `must be ${size}, as the file was registered` }]);
      return receive(context);
    },
  }),
  head({
    ...tus,
    path: '/uploads/:fileId',
    summary: 'How much of an upload has come (tus 1.0)',
    target: one,
    run: (context) => pass(context),
  }),
  patch({
    ...tus,
    path: '/uploads/:fileId',
    summary: 'The next piece of an upload, at most 5 MB (tus 1.0: Upload-Offset)',
    status: 204,
    target: one,
    run: receive,
  }),
];

async function receive(context: Asked) {
  const { db, target, req } = context;
  if (target.stored.state === 'arrived')
    throw new HttpProblem(409, 'file-arrived', 'This file has arrived already; nothing more is needed.');
  requirePiece(req);
  if (target.nominationId !== undefined && target.stored.kind !== 'redacted')
    await requireArriving(db, target.stored, placeOf(target));
  return pass(context);
}

function requirePiece(req: HttpRequest): void {
  if (req.get('upload-concat') !== undefined)
    throw badFields([{ field: 'Upload-Concat', rule: 'is not offered: send the file in one upload' }]);
  if (req.get('transfer-encoding') !== undefined && req.get('content-length') === undefined)
    throw new HttpProblem(411, 'length-required', 'Say how long each piece is: Content-Length.');
  if (Number(req.get('content-length') ?? 0) > mostBytesAtOnce)
    throw new HttpProblem(413, 'piece-too-large', 'A piece has at most 5 MB; send the file in several.', {
      allowed: { bytes: mostBytesAtOnce },
    });
}

/** On to tus; what it refuses leaves as a problem like every other. */
async function pass(context: Asked): Promise<{ body: null }> {
  const { uploads, publicUrl, target, req, res } = context;
  const { fileId } = target.stored;
  const answer = await uploads.handle(webRequest(req, publicUrl), fileId, (path) => finish(context, path));
  if (answer.status === 404 || answer.status === 410)
    throw new HttpProblem(410, 'upload-unknown', 'No upload of this file is under way: begin it with POST /uploads.');
  if (answer.status >= 400) throw refusedByTus(answer.status, (await answer.text()).trim());
  res.status(answer.status).setHeaders(answer.headers).end();
  return { body: null };
}

/** What tus says of a header, by the header's name. */
const headerRules = {
  'Tus-Resumable': 'must be 1.0.0',
  'Upload-Offset': 'must say how many bytes have come, as HEAD answers it',
  'Upload-Metadata': 'must be pairs of a name and a value in base64, with commas between them',
  'Content-Type': 'must be application/offset+octet-stream',
};

function refusedByTus(status: number, said: string): HttpProblem {
  const errors = Object.entries(headerRules)
    .filter(([field]) => said.toLowerCase().includes(field.toLowerCase()))
    .map(([field, rule]) => ({ field, rule }));
  // A header that is missing is nothing that one may not do.
  if (errors.length > 0 && (status === 400 || status === 403)) return badFields(errors);
  return new HttpProblem(status, 'bad-request', said, errors.length > 0 ? { errors } : {});
}

function webRequest(req: HttpRequest, publicUrl: string): Request {
  const headers = Object.entries(req.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const body = req.method === 'HEAD' ? null : (Readable.toWeb(req) as ReadableStream);
  const init = { method: req.method, headers, body, duplex: 'half' } as const;
  return new Request(new URL(req.originalUrl, publicUrl), init);
}

/** All of it has come: kept if it is what was registered, else refused, and the registration stays. */
async function finish({ db, storage, target }: Asked, path: string): Promise<void> {
  const { stored } = target;
  await requireSame(stored, path);
  if (stored.kind === 'redacted') await requireTellingNothing(path, stored);
  await storage.keep(stored.hash, path);
  await markArrived(db, stored.fileId);
  if (target.nominationId !== undefined && stored.kind !== 'redacted') await attachArrived(db, placeOf(target));
}

async function requireSame({ size, hash, type, name, kind }: StoredFile, path: string): Promise<void> {
  const seen = await lookAt(path);
  if (seen.size !== size) throw refusedFile(name, 'size', `has ${seen.size} bytes; ${size} were registered`);
  if (seen.hash !== hash) throw refusedFile(name, 'hash', `has the SHA-256 ${seen.hash}; ${hash} was registered`);
  if (!isOfType(seen, type))
    throw refusedFile(name, 'type', `is ${seen.type ?? 'of no known type'} by its content; ${type} was registered`);
  if (shown.includes(kind) && type.startsWith('image/') && photoNotes(await readFile(path)).place)
    throw refusedFile(name, 'place', 'says where it was taken: save it without the place and send that');
}

/** What others get to see: judges, and everybody. */
const shown: StoredFile['kind'][] = ['photo', 'attachment', 'redacted', 'report-picture'];

const placeOf = ({ nominationId, cycleId, country, category }: FileTarget) => ({
  nominationId: nominationId ?? '',
  cycleId,
  country: country ?? '',
  category: category ?? '',
});
