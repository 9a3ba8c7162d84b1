// The photograph of a laureate, with credit and consent, and the slides of a talk.
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { idOf } from '../../db/ids.ts';
import {
  findLaureateFiles,
  findPublicPhoto,
  type LaureateFile,
  registerLaureateFile,
  removeLaureateFile,
} from '../../db/laureate-files.ts';
import { Sha256 } from '../../domain/messages.ts';
import { largestSlides, slideTypes } from '../../domain/talk/slides.ts';
import type { Services } from '../app.ts';
import { refusedFile } from '../file-rules.ts';
import { notFound } from '../problem.ts';
import { del, get, post } from '../route.ts';
import { offeredTarget, talkTarget } from '../targets.ts';
import { LaureateFileView } from '../views/laureate-files.ts';

const photoTypes = ['image/jpeg', 'image/png'] as const;
const named = { name: z.string().trim().min(1).max(200), sha256: Sha256 };

const GivePhoto = z.strictObject({
  ...named,
  size: z.int().min(1).max(20_000_000),
  type: z.enum(photoTypes),
  credit: z.string().trim().min(2).max(200).describe('Whose picture it is, as it is printed beside it'),
  consent: z.literal(true).describe('Whoever took it and whoever is on it agree that it is published with the award'),
});
const GiveSlides = z.strictObject({
  ...named,
  size: z.int().min(1).describe(`At most ${largestSlides}`),
  type: z.string().trim().min(1).max(200).describe(Object.keys(slideTypes).join(', ')),
});

/** @throws HttpProblem that names the file and says what to send instead. */
function requireSlides({ name, type, size }: z.infer<typeof GiveSlides>): void {
  if (!(type in slideTypes))
    throw refusedFile(name, 'type', 'is no PDF, PPTX, ODP or Keynote file: save the slides as PDF and send that');
  if (size > largestSlides)
    throw refusedFile(name, 'size', 'is larger than 100 MB: make its pictures and films smaller, or send it as PDF');
}

export const showLaureateFile = ({ registeredAt, state, ...file }: LaureateFile): z.infer<typeof LaureateFileView> => ({
  ...file,
  arrived: state === 'arrived',
  registeredAt: registeredAt.toISOString(),
});

const offered = ({ db }: Services, { laureateId }: { laureateId: string }) => offeredTarget(db, laureateId);
const talked = ({ db }: Services, { talk }: { talk: string }) => talkTarget(db, talk);
const Gone = z.object({ removed: z.boolean() });

export const laureateFileRoutes = [
  post({
    path: '/laureates/:laureateId/photo',
    operation: 'GivePhoto',
    summary:
      'Register a photograph with its credit and the consent to publish it; then upload it. It replaces the one before',
    body: GivePhoto,
    response: LaureateFileView,
    status: 201,
    target: offered,
    run: async ({ db, params, body, meta, target }) => {
      const { sha256: hash, credit, consent: _given, ...facts } = body;
      const { laureateId } = params;
      const { cycle_id: cycleId } = await db.read
        .selectFrom('laureates')
        .select('cycle_id')
        .where('laureate_id', '=', laureateId)
        .executeTakeFirstOrThrow();
      const file = { ...facts, fileId: idOf(meta.commandId), hash, cycleId, country: target.country ?? null };
      const about = { kind: 'photo', laureateId, forumId: null } as const;
      await registerLaureateFile(db, about, { ...file, owner: meta.actor }, credit);
      return { body: await found(db, about, file.fileId) };
    },
  }),
  del({
    path: '/laureates/:laureateId/photo/:fileId',
    operation: 'GivePhoto',
    summary: 'Take the photograph back: it is shown nowhere any more',
    response: Gone,
    target: offered,
    run: async ({ db, params, meta }) => {
      const about = { kind: 'photo', laureateId: params.laureateId, forumId: null } as const;
      return { body: { removed: await removeLaureateFile(db, about, params.fileId, meta.actor) } };
    },
  }),
  post({
    path: '/talks/:talk/slides',
    operation: 'AttachSlides',
    summary: 'Register the slides of a talk; then upload them',
    body: GiveSlides,
    response: LaureateFileView,
    status: 201,
    target: talked,
    run: async ({ db, body, meta, target }) => {
      requireSlides(body);
      const { sha256: hash, ...facts } = body;
      const { laureateId, forumId, cycleId = null, country = null } = target;
      const file = { ...facts, fileId: idOf(meta.commandId), hash, cycleId, country, owner: meta.actor };
      const about = { kind: 'slides', laureateId, forumId } as const;
      await registerLaureateFile(db, about, file);
      return { body: await found(db, about, file.fileId) };
    },
  }),
  del({
    path: '/talks/:talk/slides/:fileId',
    operation: 'AttachSlides',
    summary: 'Take slides back',
    response: Gone,
    target: talked,
    run: async ({ db, params, meta, target }) => {
      const about = { kind: 'slides', laureateId: target.laureateId, forumId: target.forumId } as const;
      return { body: { removed: await removeLaureateFile(db, about, params.fileId, meta.actor) } };
    },
  }),
  get({
    path: '/public/laureates/:laureateId/photo',
    operation: 'ViewPublicPhoto',
    summary: 'The photograph of a laureate who was announced to everybody',
    response: z.string(),
    json: false,
    media: 'image/*',
    run: async ({ db, storage, params, res }) => {
      const photo = await findPublicPhoto(db, params.laureateId);
      if (photo === undefined) throw notFound();
      res.status(200).set({
        'Content-Type': photoTypes.find((type) => type === photo.type) ?? 'application/octet-stream',
        'Content-Length': String(photo.size),
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'Cache-Control': 'public, max-age=300',
        ETag: `"${photo.hash}"`,
      });
      await pipeline(await storage.read(photo.hash), res);
      return { body: '' };
    },
  }),
];

async function found(db: Services['db'], about: Parameters<typeof findLaureateFiles>[1], fileId: string) {
  const file = (await findLaureateFiles(db, about)).find((one) => one.fileId === fileId);
  if (file === undefined) throw notFound();
  return showLaureateFile(file);
}
