// An entry as one booklet for its judges: whole, or light without the attachments, with the size of both told beforehand.
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { findFilesOf } from '../../db/files.ts';
import { keepOpening } from '../../db/openings.ts';
import { hiddenFromJudges } from '../../db/read-models/nomination-versions.ts';
import { getNomination } from '../../db/read-models/nomination-views.ts';
import { findShownRedacted } from '../../db/redacted-copies.ts';
import { getCycleFacts } from '../../documents/letters/audience.ts';
import { bookletPaper, type EntryToPrint, shownFiles } from '../../documents/print/booklet.ts';
import type { Printed } from '../../documents/print/paper.ts';
import { Language } from '../../domain/messages.ts';
import type { Services } from '../app.ts';
import { keepFormOpened } from '../openings.ts';
import { pdfType, sendPaper } from '../printing.ts';
import { notFound } from '../problem.ts';
import { languageOf, Reading } from '../reader.ts';
import { get } from '../route.ts';
import { nominationTarget } from '../targets.ts';
import type { Viewer } from '../viewer.ts';

const Size = z.object({ bytes: z.int(), pages: z.int(), url: z.string() });
const BookletView = z
  .object({
    nominationId: z.string(),
    version: z.int().describe('Of the dossier, as this judge is given it'),
    full: Size.describe('With every attachment that can be shown'),
    light: Size.describe('The form alone; attachments are listed'),
    leftOut: z
      .array(z.object({ fileId: z.string(), name: z.string(), size: z.int(), type: z.string() }))
      .describe('What not even the full booklet shows, such as videos and what is locked: open the file itself'),
  })
  .meta({ id: 'Booklet' });

const Asked = z.strictObject({ ...Reading, version: z.enum(['full', 'light']).default('full') });
const one = ({ db }: Services, { nominationId }: { nominationId: string }) => nominationTarget(db, nominationId);

export const bookletRoutes = [
  get({
    path: '/nominations/:nominationId/booklet',
    operation: 'ViewBooklet',
    summary: 'How large the booklet of an entry is, whole and light, and what it leaves out',
    query: z.strictObject({ language: Language.optional() }),
    response: BookletView,
    target: one,
    run: async (context) => {
      const { nominationId } = context.params;
      const entry = await entryFor(context.db, context.target, context.viewer);
      const language = await languageOf(context, context.viewer, context.query.language);
      const [full, light] = await Promise.all([false, true].map((small) => print(context, entry, language, small)));
      if (full === undefined || light === undefined) throw notFound();
      const sizeOf = ({ bytes, pages }: Printed, version: string) => {
        const url = `/api/v1/nominations/${nominationId}/booklet/pdf?version=${version}&language=${language}`;
        return { bytes: bytes.length, pages, url };
      };
      return {
        body: {
          ...{ nominationId, version: entry.version, full: sizeOf(full, 'full'), light: sizeOf(light, 'light') },
          leftOut: leftOutOf(entry, full),
        },
      };
    },
  }),
  get({
    path: '/nominations/:nominationId/booklet/pdf',
    operation: 'ViewBooklet',
    summary: 'The entry as one PDF with bookmarks: the form in its order, then the attachments; or light, without them',
    query: Asked,
    response: z.string(),
    json: false,
    media: pdfType,
    target: one,
    run: async (context) => {
      const { version } = context.query;
      const entry = await entryFor(context.db, context.target, context.viewer);
      const language = await languageOf(context, context.viewer, context.query.language);
      const { bytes } = await print(context, entry, language, version === 'light');
      await keepBooklet(context, entry, version === 'light');
      const name = `entry-${context.params.nominationId.slice(0, 8)}-v${entry.version}-${version}.pdf`;
      return sendPaper(context.res, { name, type: pdfType, bytes });
    },
  }),
];

/** It opens the form, and unless it is light the papers that it shows. */
async function keepBooklet(
  { db, target, viewer }: Services & { target: Found; viewer: Viewer | null },
  { files, category }: EntryToPrint,
  light: boolean,
): Promise<void> {
  if (viewer === null) return;
  const whose = { nominationId: target.nominationId, judgeId: viewer.personId, cycleId: target.cycleId };
  const shown = light ? new Set<string>() : shownFiles(files);
  const papers = files.flatMap(({ fileId, field }) => (shown.has(fileId) ? [`paper:${field ?? 'other'}`] : []));
  await keepFormOpened(db, whose, category);
  await keepOpening(db, whose, papers);
}

type Found = Awaited<ReturnType<typeof nominationTarget>>;

/** What is of the entry without being named in the form. */
const isBeside = (kind: string) => kind === 'supporting-letter' || kind === 'redacted';

/** By the query through which a judge sees the entry; where the award is judged without names redacted copies stand for its files. */
async function entryFor(db: Db, { nominationId, cycleId }: Found, viewer: Viewer | null): Promise<EntryToPrint> {
  const eyes = { blindFor: cycleId, reader: viewer?.personId ?? null, applicant: false };
  const [seen, cycle] = await Promise.all([getNomination(db, nominationId, eyes), getCycleFacts(db, cycleId)]);
  if (seen === undefined) throw notFound();
  const { definition } = cycle;
  const files = await (definition.judging.blind.nominee ? findShownRedacted : findFilesOf)(db, nominationId);
  return {
    ...{ cycle: cycle.title, definition, hidden: hiddenFromJudges(definition) },
    ...{ country: seen.country, category: seen.category, version: seen.version },
    ...{ organisation: seen.organisation, title: seen.title, content: seen.content },
    files: files.filter(({ kind, hash, state }) => state !== 'erased' && (isBeside(kind) || seen.files.includes(hash))),
  };
}

function print({ shelf, storage }: Services, entry: EntryToPrint, language: string, light: boolean): Promise<Printed> {
  const shown = light ? new Set<string>() : shownFiles(entry.files);
  const enclosed = entry.files.flatMap(({ fileId, hash, type }) =>
    shown.has(fileId) ? [{ key: hash, type, read: async () => buffer(await storage.read(hash)) }] : [],
  );
  return shelf.print(bookletPaper(entry, { language }, light), enclosed);
}

function leftOutOf({ files }: EntryToPrint, full: Printed) {
  const shown = shownFiles(files);
  const isLeftOut = ({ fileId, hash }: EntryToPrint['files'][number]) =>
    !shown.has(fileId) || full.leftOut.includes(hash);
  return files.filter(isLeftOut).map(({ fileId, name, size, type }) => ({ fileId, name, size, type }));
}
