// A mission report as a Word document, and what changes when it comes back edited.
import type { Request } from 'express';
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { findReport } from '../../db/read-models/report-views.ts';
import { docxType } from '../../documents/forms/docx.ts';
import { writeReportDocx } from '../../documents/reports/docx.ts';
import { readReportDocx } from '../../documents/reports/read-docx.ts';
import { inDigits } from '../../documents/reports/style.ts';
import { takeBack } from '../../domain/report/taking.ts';
import { readBody } from '../imports/table.ts';
import type { HttpMeta } from '../meta.ts';
import { sendPaper } from '../printing.ts';
import { HttpProblem } from '../problem.ts';
import { contentOf, countryOf, picturesOf, type ReportTarget } from '../reports.ts';
import { get, post } from '../route.ts';
import { ReadReport } from '../views/reports.ts';
import { picturesIn, takePictures } from '../word-pictures.ts';
import { oneReport } from './reports.ts';

const Version = z.coerce.number().int().min(0).max(100_000);
const largest = 40_000_000;
const tooLarge =
  'The file is larger than 40 MB. Make its pictures smaller, or take them out: those of the report are kept.';

export const reportDocxRoutes = [
  get({
    path: '/forums/:forumId/delegations/:iso2/report/docx',
    operation: 'ViewReport',
    summary: 'The report as a Word document that can be edited and brought back',
    query: z.strictObject({ version: Version.optional() }),
    response: z.string(),
    json: false,
    media: docxType,
    target: oneReport,
    run: async (context) => {
      const { db, target, query, res } = context;
      const { version = (await findReport(db, target.forumId, target.country)).latest } = query;
      const [content, { style, forum }] = await Promise.all([contentOf(db, target, version), countryOf(db, target)]);
      const { forumId, country } = target;
      const bound = { forumId, country, version, face: style.face };
      const bytes = await writeReportDocx(content, bound, await picturesOf(context, content));
      const name = `report-${country}-${forum.number}-v${version}.docx`;
      return sendPaper(res, { name, type: docxType, bytes });
    },
  }),
  post({
    path: '/forums/:forumId/delegations/:iso2/report/read',
    operation: 'SaveReport',
    summary: 'What an edited Word document, given as the body, would change, part by part; nothing is saved by this',
    response: ReadReport,
    target: oneReport,
    run: async (context) => {
      const { read, base, newest, latest, found } = await readBack(context);
      const { changes, content } = takeBack(base, newest, { ...read, loose: found.loose }, (text) =>
        inDigits(text, base.digits),
      );
      const { title, parts } = newest;
      const pictures = found.pictures.map(({ fileId, name, bytes }) => ({ fileId, name, size: bytes.length }));
      const { notTaken } = found;
      return { body: { madeFrom: read.version, latest, changes, content, title, parts, pictures, notTaken } };
    },
  }),
  post({
    path: '/forums/:forumId/delegations/:iso2/report/read/pictures',
    operation: 'SaveReport',
    summary: 'Take pictures out of an edited Word document, given as the body; then save the report that shows them',
    query: z.strictObject({
      take: z.string().max(2_000).describe('The ids that reading it gave, with commas between'),
    }),
    response: z.object({ taken: z.array(z.string()) }),
    target: oneReport,
    run: async (context) => {
      const { db, storage, target, query, meta } = context;
      const { found } = await readBack(context);
      const asked = new Set(query.take.split(','));
      const pictures = found.pictures.filter(({ fileId }) => asked.has(fileId));
      await takePictures({ db, storage, target, owner: meta.actor }, pictures);
      return { body: { taken: [...new Set(pictures.map(({ fileId }) => fileId))] } };
    },
  }),
];

type Asked = { db: Db; target: ReportTarget; req: Request; meta: HttpMeta };
async function readBack({ db, target, req, meta }: Asked) {
  const read = readReportDocx(await readBody(req, tooLarge, largest));
  if ('fault' in read) throw noReport(read.fault, read.what);
  requireOwn(read.report, target);
  const { latest } = await findReport(db, target.forumId, target.country);
  const base = await contentOf(db, target, Math.min(read.version, latest));
  const newest = latest === read.version ? base : await contentOf(db, target, latest);
  const found = await picturesIn({ db, target, owner: meta.actor }, read, [base, newest]);
  return { read, base, newest, latest, found };
}

const noReport = (fault: 'damaged' | 'foreign', what: string) =>
  fault === 'damaged'
    ? new HttpProblem(400, 'form-damaged', `The file ${what}.`)
    : new HttpProblem(400, 'no-form', `The file ${what}.`);

function requireOwn(report: { forumId: string; country: string } | null, { forumId, country }: ReportTarget): void {
  if (report === null)
    throw noReport(
      'foreign',
      'does not say any more whose report it is: download the report and copy your texts into it',
    );
  if (report.forumId === forumId && report.country === country) return;
  throw new HttpProblem(
    409,
    'report-of-another',
    'This is the report of another delegation. Nothing was taken from it.',
    {
      allowed: { remedy: 'Download the report of this delegation and copy your texts into it.' },
    },
  );
}
