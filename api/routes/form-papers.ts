// The form of a nomination as a Word document or a workbook, and the way back into the draft.
import { z } from 'zod';
import { docxType, writeFormDocx } from '../../documents/forms/docx.ts';
import { writeFormXlsx } from '../../documents/forms/xlsx.ts';
import { xlsxType } from '../../documents/xlsx.ts';
import { filledForm, printedForm, takeForm, tryForm } from '../form-papers.ts';
import { readBody } from '../imports/table.ts';
import { get, post } from '../route.ts';
import { nominationTarget } from '../targets.ts';
import { FormReport } from '../views/form-papers.ts';

const Format = z.strictObject({ format: z.enum(['docx', 'xlsx']).default('docx') });
const Taking = z.strictObject({
  /** Say what would be taken, and change nothing. */
  dryRun: z.enum(['true', 'false']).default('false'),
  /** Places with commas between them that are taken though something speaks against it: conflicts, emptied ones, texts too long. */
  take: z.string().max(10_000).default(''),
  /** The version of the draft that the report was about; needed with `take`. */
  version: z.coerce.number().int().min(1).optional(),
});

export const formPaperRoutes = [
  get({
    path: '/drafts/:form/:subjectId/form',
    operation: 'ViewDraft',
    summary:
      'The form with what the draft has, to be filled in with Word or Excel, in English and the languages of the country',
    query: Format,
    response: z.string(),
    json: false,
    media: '*/*',
    target: ({ db }, { subjectId }) => nominationTarget(db, subjectId),
    run: async ({ db, params, query, res }) => {
      const form = await printedForm(db, params);
      const bytes = query.format === 'docx' ? await writeFormDocx(form) : await writeFormXlsx(form);
      const name = `nomination-${params.subjectId.slice(0, 8)}-v${form.version}.${query.format}`;
      res.type(query.format === 'docx' ? docxType : xlsxType);
      res.set('Content-Disposition', `attachment; filename="${name}"`).set('Cache-Control', 'no-store');
      res.end(bytes);
      return { body: '' };
    },
  }),
  post({
    path: '/drafts/:form/:subjectId/form',
    operation: 'SaveDraft',
    summary:
      'Take a filled form, DOCX or XLSX as the body, into the draft; answers field by field what was taken and what was not',
    query: Taking,
    response: FormReport,
    target: ({ db }, { subjectId }) => nominationTarget(db, subjectId),
    run: async ({ db, params, query, req, meta }) => {
      const form = await filledForm(await readBody(req, formTooLarge), params);
      const taking = new Set(query.take.split(',').filter((ref) => ref !== ''));
      if (query.dryRun === 'true') return { body: await tryForm(db, form, { ...params, taking }) };
      const asked = { ...params, taking, seen: query.version, personId: meta.actor };
      return { body: await takeForm(db, form, asked) };
    },
  }),
];

const formTooLarge =
  'The file is larger than 5 MB. Take pictures out of it: photographs and papers are attached on the page of the nomination.';
