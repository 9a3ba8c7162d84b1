// A released programme as calendars, conference apps, tables and printers take it: for everybody, from anywhere.
import type { Response } from 'express';
import { z } from 'zod';
import { findProgramme, type Programme, type ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { calendarType } from '../../documents/calendar.ts';
import { programmeCalendar } from '../../documents/programme/calendar.ts';
import { frabJson, frabSchedule, frabXml } from '../../documents/programme/frab.ts';
import { programmePaper } from '../../documents/programme/paper.ts';
import { programmeTable, workbookOf } from '../../documents/programme/table.ts';
import { xlsxType } from '../../documents/xlsx.ts';
import { Language } from '../../domain/messages.ts';
import type { Services } from '../app.ts';
import { contentDisposition } from '../file-headers.ts';
import { pdfType } from '../printing.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';

const InLanguage = z.strictObject({ language: Language.default('en') });
const Some = InLanguage.extend({
  session: z
    .string()
    .max(200)
    .optional()
    .describe('Of one session alone: the keys of its block and its room, as in first~main'),
  speaker: z.uuid().optional().describe('Of one speaker alone'),
  talk: z.uuid().optional().describe('One talk alone'),
});

async function released({ db }: Pick<Services, 'db'>, forumId: string): Promise<Programme> {
  const programme = await findProgramme(db, forumId, 'public');
  if (programme === null) throw notFound();
  return programme;
}

const everybodys = {
  'Cache-Control': 'public, max-age=60',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** As long as a page; an app of another site may read it. Express adds the ETag, and answers 304 to who has it. */
function send(res: Response, type: string, content: string) {
  res.status(200).set({ ...everybodys, 'Content-Type': type });
  res.send(Buffer.from(content));
  return { body: '' };
}

function sendFile(res: Response, { name, type, bytes }: { name: string; type: string; bytes: Uint8Array }) {
  res.status(200).set({ ...everybodys, 'Content-Type': type, 'Content-Disposition': contentDisposition(name) });
  res.send(Buffer.from(bytes));
  return { body: '' };
}

/** Undefined where nothing in particular is asked for. */
function keeping({ session, speaker, talk }: z.infer<typeof Some>) {
  if (session === undefined && speaker === undefined && talk === undefined) return undefined;
  return (entry: ProgrammeEntry): boolean =>
    (session === undefined || entry.session === session) &&
    (speaker === undefined || entry.talk.speaker?.key === speaker) &&
    (talk === undefined || entry.talk.publicId === talk);
}

const text = { response: z.string(), json: false };

export const publicProgrammeRoutes = [
  get({
    ...text,
    path: '/public/forums/:forumId/schedule.ics',
    operation: 'ViewPublicSchedule',
    summary:
      'The released schedule as a calendar to subscribe to: all, one session, one speaker or one talk. Entries keep their UID, SEQUENCE rises with each change, and what fell out is CANCELLED',
    media: 'text/calendar',
    query: Some,
    run: async ({ db, params, query, publicUrl: site, office: organiser, req, res }) => {
      const programme = await released({ db }, params.forumId);
      const asked = { site, organiser, source: `${site}${req.originalUrl}`, language: query.language };
      return send(res, calendarType('PUBLISH'), programmeCalendar(programme, { ...asked, keep: keeping(query) }));
    },
  }),
  get({
    ...text,
    path: '/public/forums/:forumId/schedule.json',
    operation: 'ViewPublicSchedule',
    summary: 'The released schedule in the format of frab, which conference apps read',
    media: 'application/json',
    query: InLanguage,
    run: async ({ db, params, query, publicUrl: site, res }) => {
      const schedule = frabSchedule(await released({ db }, params.forumId), { site, ...query });
      return send(res, 'application/json; charset=utf-8', JSON.stringify(frabJson(schedule), null, 1));
    },
  }),
  get({
    ...text,
    path: '/public/forums/:forumId/schedule.xml',
    operation: 'ViewPublicSchedule',
    summary: 'The same as XML: the schedule.xml of frab, pretalx and the apps that follow them',
    media: 'application/xml',
    query: InLanguage,
    run: async ({ db, params, query, publicUrl: site, res }) => {
      const schedule = frabSchedule(await released({ db }, params.forumId), { site, ...query });
      return send(res, 'application/xml; charset=utf-8', frabXml(schedule));
    },
  }),
  get({
    ...text,
    path: '/public/forums/:forumId/schedule.xlsx',
    operation: 'ViewPublicSchedule',
    summary: 'The released schedule as a workbook',
    media: xlsxType,
    query: InLanguage,
    run: async ({ db, params, query, res }) => {
      const table = programmeTable(await released({ db }, params.forumId), query.language, false);
      return sendFile(res, { name: 'programme.xlsx', type: xlsxType, bytes: await workbookOf(table) });
    },
  }),
  get({
    ...text,
    path: '/public/forums/:forumId/schedule.pdf',
    operation: 'ViewPublicSchedule',
    summary: 'The released schedule to be printed, with the countries in protocol order',
    media: pdfType,
    query: InLanguage,
    run: async ({ db, params, query, shelf, res }) => {
      const paper = programmePaper(await released({ db }, params.forumId), query.language, false);
      const { bytes } = await shelf.print(paper, []);
      return sendFile(res, { name: 'programme.pdf', type: pdfType, bytes });
    },
  }),
];
