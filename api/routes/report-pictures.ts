// The pictures of a mission report: registered, sent in pieces, shown to the delegation.
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { idOf } from '../../db/ids.ts';
import { findReportPictures, registerReportPicture } from '../../db/report-pictures.ts';
import { Sha256 } from '../../domain/messages.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { oneReport } from './reports.ts';

const pictureTypes = ['image/jpeg', 'image/png'] as const;
const GivePicture = z.strictObject({
  name: z.string().trim().min(1).max(200),
  sha256: Sha256,
  size: z.int().min(1).max(20_000_000),
  type: z.enum(pictureTypes),
});
const Registered = z.object({ fileId: z.string() }).meta({ id: 'ReportPicture' });

export const reportPictureRoutes = [
  post({
    path: '/forums/:forumId/delegations/:iso2/report/pictures',
    operation: 'SaveReport',
    summary: 'Register a picture for the report; then upload it. One that says where it was taken is refused',
    body: GivePicture,
    response: Registered,
    status: 201,
    target: oneReport,
    run: async ({ db, body, meta, target }) => {
      const { sha256: hash, ...facts } = body;
      const fileId = idOf(meta.commandId);
      const { cycleId = null } = target;
      await registerReportPicture(db, target, { ...facts, fileId, hash, cycleId, owner: meta.actor });
      return { body: { fileId } };
    },
  }),
  get({
    path: '/forums/:forumId/delegations/:iso2/report/pictures/:fileId',
    operation: 'ViewReport',
    summary: 'A picture of the report',
    response: z.string(),
    json: false,
    media: 'image/*',
    target: oneReport,
    run: async ({ db, storage, params, target, res }) => {
      const picture = (await findReportPictures(db, target)).find(({ fileId }) => fileId === params.fileId);
      if (picture === undefined || picture.state !== 'arrived') throw notFound();
      res.status(200).set({
        'Content-Type': pictureTypes.find((type) => type === picture.type) ?? 'application/octet-stream',
        'Content-Length': String(picture.size),
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'Cache-Control': 'private, max-age=300',
      });
      await pipeline(await storage.read(picture.hash), res);
      return { body: '' };
    },
  }),
];
