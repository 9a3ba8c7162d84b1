// Mission reports that were published: for everybody, on paper.
import { z } from 'zod';
import { findPublishedReports } from '../../db/read-models/report-views.ts';
import { reportPaper } from '../../documents/reports/paper.ts';
import { textOf } from '../../domain/localized-text.ts';
import { pdfType, sendPaper } from '../printing.ts';
import { notFound } from '../problem.ts';
import { contentOf, countryOf, picturesOf } from '../reports.ts';
import { get } from '../route.ts';
import { TextsView } from '../views/views.ts';

export const publicReportRoutes = [
  get({
    path: '/public/forums/:forumId/reports',
    operation: 'ViewPublicReports',
    summary: 'The countries whose mission reports are public',
    response: z.object({ items: z.array(z.object({ country: z.string(), names: TextsView, version: z.int() })) }),
    run: async ({ db, params }) => ({ body: { items: await findPublishedReports(db, params.forumId) } }),
  }),
  get({
    path: '/public/forums/:forumId/reports/:iso2/pdf',
    operation: 'ViewPublicReports',
    summary: "A country's published mission report",
    response: z.string(),
    json: false,
    media: pdfType,
    run: async (context) => {
      const { db, params, printer, res } = context;
      const { forumId, iso2: country } = params;
      const found = (await findPublishedReports(db, forumId)).find((one) => one.country === country);
      if (found === undefined) throw notFound();
      const target = { forumId, country };
      const [content, { names, style, forum }] = await Promise.all([
        contentOf(db, target, found.version),
        countryOf(db, target),
      ]);
      const paper = reportPaper(content, {
        ...{ version: found.version, approved: 'public', face: style.face },
        country: textOf(names, content.language),
      });
      const { bytes } = await printer.print(paper, await picturesOf({ ...context, target }, content));
      return sendPaper(res, { name: `report-${country}-${forum.number}.pdf`, type: pdfType, bytes });
    },
  }),
];
