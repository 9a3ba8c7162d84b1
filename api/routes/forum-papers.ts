// Papers for the people of a forum's day: programme with every name, speaking list, run sheets and slides by room.
import { z } from 'zod';
import { captionsPaper } from '../../documents/programme/captions.ts';
import { programmePaper } from '../../documents/programme/paper.ts';
import { runSheet } from '../../documents/programme/run-sheet.ts';
import { programmeTable, workbookOf } from '../../documents/programme/table.ts';
import { xlsxType } from '../../documents/xlsx.ts';
import { Key, Language } from '../../domain/messages.ts';
import { contentDisposition } from '../file-headers.ts';
import { registeredAt, requireInBounds, sendAs, sendSlides, slidesIn, staffProgramme } from '../forum-papers.ts';
import { pdfType, sendPaper } from '../printing.ts';
import { languageOf } from '../reader.ts';
import { get } from '../route.ts';
import { copy, oneForum } from './programmes.ts';

const language = Language.optional();
const as = z.enum(['pdf', 'docx']).default('pdf');
const room = Key.optional().describe('The key of the room; the first where none is named');
const since = z.coerce
  .number()
  .int()
  .min(1)
  .optional()
  .describe('Only what is another than in that release: for those who have its papers');
const paper = {
  response: z.string(),
  json: false,
  media: pdfType,
  operation: 'PrintProgramme',
  target: oneForum,
} as const;

export const forumPaperRoutes = [
  get({
    ...paper,
    path: '/forums/:forumId/programme/print',
    summary: 'The programme with every name, marked as not public: as PDF, DOCX or XLSX',
    query: z.strictObject({ language, copy, as: z.enum(['pdf', 'docx', 'xlsx']).default('pdf') }),
    run: async ({ db, params, query, viewer, shelf, res }) => {
      const programme = await staffProgramme(db, params.forumId, query);
      const asked = await languageOf({ db }, viewer, query.language);
      const name = `programme-internal-${programme.plan.number}`;
      if (query.as !== 'xlsx') return sendAs(res, shelf, programmePaper(programme, asked, true), query.as, name);
      const bytes = await workbookOf(programmeTable(programme, asked, true));
      return sendPaper(res, { name: `${name}.xlsx`, type: xlsxType, bytes });
    },
  }),
  get({
    ...paper,
    path: '/forums/:forumId/captions',
    summary: 'The speaking list with captions in two languages: names, positions, organisations, titles',
    query: z.strictObject({ language, copy, as }),
    run: async ({ db, params, query, viewer, shelf, res }) => {
      const programme = await staffProgramme(db, params.forumId, query);
      const registered = await registeredAt(db, params.forumId);
      const asked = await languageOf({ db }, viewer, query.language);
      return sendAs(res, shelf, captionsPaper(programme, registered, asked), query.as, 'speaking-list');
    },
  }),
  get({
    ...paper,
    path: '/forums/:forumId/run-sheet',
    summary: 'What happens in one room, minute by minute; or only what is another since a release',
    query: z.strictObject({ language, as, room, since }),
    run: async ({ db, params, query, viewer, shelf, res }) => {
      const programme = await staffProgramme(db, params.forumId, query);
      const { room: key, slides } = await slidesIn(db, programme, query.room);
      const registered = await registeredAt(db, params.forumId);
      const asked = await languageOf({ db }, viewer, query.language);
      const sheet = runSheet({ programme, room: key, slides, registered }, asked);
      return sendAs(res, shelf, sheet, query.as, `run-sheet-${key}`);
    },
  }),
  get({
    ...paper,
    media: 'application/zip',
    path: '/forums/:forumId/slides',
    summary:
      'The slides of one room in the order of speaking, with a holding slide for who is absent or has sent none; or only what is another since a release',
    query: z.strictObject({ room, since, block: Key.optional().describe('The key of a block: its session alone') }),
    run: async ({ db, params, query, storage, shelf, res }) => {
      const programme = await staffProgramme(db, params.forumId, query);
      const { room: key, slides: all } = await slidesIn(db, programme, query.room);
      const slides = all.filter(({ entry }) => query.block === undefined || entry.place.block === query.block);
      requireInBounds(slides);
      const name = `slides-${key}${query.since === undefined ? '' : `-since-${query.since}`}.zip`;
      res.status(200).set({
        'Content-Type': 'application/zip',
        'Content-Disposition': contentDisposition(name),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      });
      await sendSlides(res, { storage, shelf }, { programme, room: key, slides });
      return { body: '' };
    },
  }),
];
