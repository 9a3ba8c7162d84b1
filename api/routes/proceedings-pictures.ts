// The pictures of proceedings: sent by whoever writes them, shown to everybody once the session's are published.
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { z } from 'zod';
import { idOf } from '../../db/ids.ts';
import { findRecorded } from '../../db/read-models/proceedings-views.ts';
import { findReportPictures, registerReportPicture } from '../../db/report-pictures.ts';
import { Sha256 } from '../../domain/messages.ts';
import { noCountry } from '../../domain/proceedings/messages.ts';
import type { Services } from '../app.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { forumTarget } from '../targets.ts';
import { writingIn } from './proceedings.ts';

const pictureTypes = ['image/jpeg', 'image/png'] as const;
const GivePicture = z.strictObject({
  name: z.string().trim().min(1).max(200),
  sha256: Sha256,
  size: z.int().min(1).max(20_000_000),
  type: z.enum(pictureTypes),
});
const image = { response: z.string(), json: false, media: 'image/*' };

async function sendPicture(
  { db, storage, res }: Pick<Services, 'db' | 'storage'> & { res: Response },
  { forumId, fileId }: { forumId: string; fileId: string },
  caching: string,
) {
  const pictures = await findReportPictures(db, { forumId, country: noCountry });
  const picture = pictures.find((one) => one.fileId === fileId);
  if (picture === undefined || picture.state !== 'arrived') throw notFound();
  res.status(200).set({
    'Content-Type': pictureTypes.find((type) => type === picture.type) ?? 'application/octet-stream',
    'Content-Length': String(picture.size),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': caching,
  });
  await pipeline(await storage.read(picture.hash), res);
  return { body: '' };
}

export const proceedingsPictureRoutes = [
  post({
    path: '/forums/:forumId/proceedings/:session/pictures',
    operation: 'WriteProceedings',
    summary: 'Register a picture of the session; then upload it. One that says where it was taken is refused',
    body: GivePicture,
    response: z.object({ fileId: z.string() }),
    status: 201,
    target: ({ db }, { forumId }) => forumTarget(db, forumId),
    run: async (context) => {
      const { db, body, meta, target } = context;
      const { forumId } = await writingIn(context);
      const { sha256: hash, ...facts } = body;
      const fileId = idOf(meta.commandId);
      const picture = { ...facts, fileId, hash, cycleId: target.cycleId ?? null, owner: meta.actor };
      await registerReportPicture(db, { forumId, country: noCountry }, picture);
      return { body: { fileId } };
    },
  }),
  get({
    ...image,
    path: '/forums/:forumId/proceedings-pictures/:fileId',
    operation: 'ViewProceedings',
    summary: 'A picture of a session',
    target: ({ db }, { forumId }) => forumTarget(db, forumId),
    run: (context) => sendPicture(context, context.params, 'private, max-age=300'),
  }),
  get({
    ...image,
    path: '/public/forums/:forumId/proceedings-pictures/:fileId',
    operation: 'ViewPublicProceedings',
    summary: 'A picture that stands in published proceedings',
    run: async (context) => {
      const { forumId, fileId } = context.params;
      const published = await findRecorded(context.db, forumId, 'published');
      const isShown = published.some(({ content }) => content.pictures.some((picture) => picture.fileId === fileId));
      if (!isShown) throw notFound();
      return sendPicture(context, context.params, 'public, max-age=300');
    },
  }),
];
