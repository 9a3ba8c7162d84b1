// A mission report on paper, its versions one by one, and what differs between two of them.
import { sql } from 'kysely';
import { z } from 'zod';
import { findStreamHistory } from '../../db/read-models/history-views.ts';
import { findReport } from '../../db/read-models/report-views.ts';
import { reportPaper } from '../../documents/reports/paper.ts';
import { textOf } from '../../domain/localized-text.ts';
import { changesBetween } from '../../domain/report/changes.ts';
import { ReportContent } from '../../domain/report/messages.ts';
import { Paging, page } from '../answer.ts';
import { pdfType, sendPaper } from '../printing.ts';
import { contentOf, countryOf, picturesOf } from '../reports.ts';
import { get } from '../route.ts';
import { HistoryLineView } from '../views/records.ts';
import { ReportComparison } from '../views/reports.ts';
import { lineOf, linesOf } from './histories.ts';
import { oneReport } from './reports.ts';

const Version = z.coerce.number().int().min(0).max(100_000);
const Printed = z.strictObject({
  version: Version.optional().describe('The newest where none is named; 0 is what the record says'),
  digits: z.enum(['latin', 'thai']).optional(),
});

export const reportPaperRoutes = [
  get({
    path: '/forums/:forumId/delegations/:iso2/report/pdf',
    operation: 'ViewReport',
    summary: 'The report to print, in the calendar, the time form and the face of its country',
    query: Printed,
    response: z.string(),
    json: false,
    media: pdfType,
    target: oneReport,
    run: async (context) => {
      const { db, target, query, printer, res } = context;
      const standing = await findReport(db, target.forumId, target.country);
      const { version = standing.latest } = query;
      const [content, { names, style, forum }] = await Promise.all([
        contentOf(db, target, version),
        countryOf(db, target),
      ]);
      const { approved } = standing;
      const paper = reportPaper(
        content,
        {
          ...{ version, country: textOf(names, content.language), face: style.face },
          approved: approved?.version === version && version > 0 ? approved.audience : null,
        },
        query.digits,
      );
      const { bytes } = await printer.print(paper, await picturesOf(context, content));
      return sendPaper(res, { name: `report-${target.country}-${forum.number}.pdf`, type: pdfType, bytes });
    },
  }),
  get({
    path: '/forums/:forumId/delegations/:iso2/report/versions/:version',
    operation: 'ViewReport',
    summary: 'One version of the report; 0 is what the record says',
    response: z.object({ version: z.int(), content: ReportContent }),
    target: oneReport,
    run: async ({ db, params, target }) => {
      const version = Version.parse(params.version);
      return { body: { version, content: await contentOf(db, target, version) } };
    },
  }),
  get({
    path: '/forums/:forumId/delegations/:iso2/report/compare',
    operation: 'ViewReport',
    summary: 'What differs between two versions, part by part; 0 is what the record says',
    query: z.strictObject({ from: Version, to: Version }),
    response: ReportComparison,
    target: oneReport,
    run: async ({ db, target, query }) => {
      const [from, to] = await Promise.all([contentOf(db, target, query.from), contentOf(db, target, query.to)]);
      return { body: { changes: changesBetween(from, to) } };
    },
  }),
  get({
    path: '/forums/:forumId/delegations/:iso2/report/history',
    operation: 'ViewReport',
    summary: 'What happened to the report, newest first; never what it says',
    query: Paging,
    response: page(HistoryLineView),
    target: oneReport,
    run: async (context) => {
      const { forumId, iso2 } = context.params;
      const asked = { ...lineOf(context), audience: 'office', viewer: context.meta.actor } as const;
      const streams = sql`${`report/${forumId}/${iso2}`}::text`;
      return linesOf(await findStreamHistory(context.db, streams, asked), context);
    },
  }),
];
