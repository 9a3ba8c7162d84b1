// Proceedings rolled up by theme: for everybody what is public, on paper and as data.
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { findReportPictures } from '../../db/report-pictures.ts';
import { docxOf, docxType } from '../../documents/print/docx.ts';
import type { Enclosure } from '../../documents/print/paper.ts';
import { proceedingsPaper } from '../../documents/proceedings.ts';
import { Language } from '../../domain/messages.ts';
import { noCountry } from '../../domain/proceedings/messages.ts';
import type { RolledUp } from '../../domain/proceedings/rolling-up.ts';
import { pdfType, sendPaper } from '../printing.ts';
import { rolledUp } from '../proceedings.ts';
import { languageOf } from '../reader.ts';
import { type Context, get } from '../route.ts';
import { forumTarget, type Target } from '../targets.ts';
import { RolledUpView } from '../views/proceedings.ts';

const Printing = z.strictObject({ format: z.enum(['pdf', 'docx']).default('pdf'), language: Language.optional() });
const paper = { query: Printing, response: z.string(), json: false, media: '*/*' };
type Asked = Context<{ forumId: string }, z.infer<typeof Printing>, undefined, Target>;

async function sendProceedings(context: Asked, which: 'published' | 'latest') {
  const { db, viewer, params, query, printer, res } = context;
  const language = await languageOf({ db }, viewer, query.language);
  const rolled = await rolledUp(db, params.forumId, which, language);
  const printed = proceedingsPaper(rolled, language);
  const pictures = await enclosed(context, rolled.themes);
  if (query.format === 'docx')
    return sendPaper(res, { name: 'proceedings.docx', type: docxType, bytes: await docxOf(printed, pictures) });
  const { bytes } = await printer.print(printed, pictures);
  return sendPaper(res, { name: 'proceedings.pdf', type: pdfType, bytes });
}

async function enclosed({ db, storage, params }: Asked, themes: RolledUp[]): Promise<Enclosure[]> {
  const shown = new Set(themes.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId)));
  if (shown.size === 0) return [];
  const found = await findReportPictures(db, { forumId: params.forumId, country: noCountry });
  const arrived = found.filter(({ fileId, state }) => shown.has(fileId) && state === 'arrived');
  return Promise.all(
    arrived.map(async ({ fileId, hash, type }) => ({
      ...{ key: fileId, type },
      bytes: new Uint8Array(await buffer(await storage.read(hash))),
    })),
  );
}

export const proceedingsPaperRoutes = [
  get({
    ...paper,
    path: '/forums/:forumId/proceedings-paper',
    operation: 'ViewProceedings',
    summary: 'What was recorded last of every session, by theme, as PDF or DOCX',
    target: ({ db }, { forumId }) => forumTarget(db, forumId),
    run: (context) => sendProceedings(context, 'latest'),
  }),
  get({
    path: '/public/forums/:forumId/proceedings',
    operation: 'ViewPublicProceedings',
    summary: 'What is published of the proceedings, by theme',
    response: RolledUpView,
    run: async ({ db, params }) => {
      const { themes, ...forum } = await rolledUp(db, params.forumId, 'published');
      return { body: { ...forum, themes: themes.map(({ pictures: _none, ...theme }) => theme) } };
    },
  }),
  get({
    ...paper,
    path: '/public/forums/:forumId/proceedings-paper',
    operation: 'ViewPublicProceedings',
    summary: 'What is published of the proceedings, by theme, as PDF or DOCX',
    run: (context) => sendProceedings(context, 'published'),
  }),
];
