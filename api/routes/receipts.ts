// Receipts of what was submitted: for each version its number, its instant in both zones, its files and fingerprints.
import { z } from 'zod';
import { findPerson } from '../../db/people.ts';
import { findReceipts, type ReceiptLine } from '../../db/read-models/receipt-views.ts';
import { findReceiptPaper } from '../../documents/print/receipt.ts';
import { inZone } from '../../domain/deadlines.ts';
import { KnownZone } from '../../domain/messages.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { Printing, pdfType, readerOf, sendPaper } from '../printing.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';
import { nominationTarget } from '../targets.ts';
import type { Viewer } from '../viewer.ts';
import { TextsView } from '../views/views.ts';

const Zoned = z.object({ zone: z.string(), text: z.string() });
const Receipt = z
  .object({
    number: z.string().describe('The same for every version, such as TH-NGO-0007'),
    version: z.int(),
    nominationId: z.string(),
    cycle: z.object({ cycleId: z.string(), title: TextsView }),
    organisation: TextsView,
    title: TextsView,
    receivedAt: z.string().describe('UTC'),
    received: z.object({ governing: Zoned, reader: Zoned }),
    fingerprint: z.string().describe('The SHA-256 of the form as submitted'),
    files: z.array(
      z.object({
        name: z.string().nullable(),
        field: z.string().nullable(),
        size: z.int().nullable(),
        type: z.string().nullable(),
        sha256: z.string(),
      }),
    ),
  })
  .meta({ id: 'Receipt' });

const ZoneQuery = z.strictObject({ zone: KnownZone.optional() });
const one = ({ db }: Services, { nominationId }: { nominationId: string }) => nominationTarget(db, nominationId);

export const receiptRoutes = [
  get({
    path: '/nominations/:nominationId/receipts',
    operation: 'ViewReceipt',
    summary: 'The receipts of a nomination, one for each version, oldest first',
    query: Paging.extend(ZoneQuery.shape),
    response: page(Receipt),
    target: one,
    run: async ({ db, params, query, target, viewer }) => {
      const after = Number(cursorKey(query.cursor, ['number'])?.[0] ?? 0);
      const rows = await findReceipts(db, params.nominationId, { after, limit: query.limit + 1 });
      const show = await shower(db, target.cycleId, query.zone, viewer);
      return { body: paged(rows, query.limit, ({ version }) => [String(version)], show) };
    },
  }),
  get({
    path: '/nominations/:nominationId/receipts/:version',
    operation: 'ViewReceipt',
    summary: 'The receipt of one version',
    query: ZoneQuery,
    response: Receipt,
    target: one,
    run: async ({ db, params, query, target, viewer }) => {
      const version = Number(params.version);
      const [row] = await findReceipts(db, params.nominationId, { after: version - 1, limit: 1 });
      if (row?.version !== version) throw notFound();
      return { body: (await shower(db, target.cycleId, query.zone, viewer))(row) };
    },
  }),
  get({
    path: '/nominations/:nominationId/receipts/:version/pdf',
    operation: 'ViewReceipt',
    summary: 'The receipt of one version to print, in your language',
    query: Printing,
    response: z.string(),
    json: false,
    media: pdfType,
    target: one,
    run: async ({ db, printer, params, query, viewer, res }) => {
      const asked = { nominationId: params.nominationId, version: Number(params.version) };
      const found = await findReceiptPaper(db, asked, await readerOf(db, viewer, query));
      if (found === undefined) throw notFound();
      const { bytes } = await printer.print(found.paper);
      return sendPaper(res, { name: found.name, type: pdfType, bytes });
    },
  }),
];

/** In the governing zone, and in the one asked for, else the reader's own. */
async function shower(db: Services['db'], cycleId: string, asked: string | undefined, viewer: Viewer | null) {
  const { title, zone } = await db.read
    .selectFrom('cycles')
    .select(['title', 'zone'])
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const own = asked ?? (viewer === null ? null : (await findPerson(db, viewer.personId))?.zone) ?? zone;
  const said = (at: Date, where: string) => ({ zone: where, text: inZone(at, where) });
  return ({ receivedAt, ...row }: ReceiptLine): z.infer<typeof Receipt> => ({
    ...row,
    cycle: { cycleId, title },
    receivedAt: receivedAt.toISOString(),
    received: { governing: said(receivedAt, zone), reader: said(receivedAt, own) },
  });
}
