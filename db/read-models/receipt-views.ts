// Receipts as people ask for them: what was received, when, and how it can be recognised again.
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import type { FileRef } from '../tables/papers.ts';

export type ReceiptLine = {
  number: string;
  version: number;
  nominationId: string;
  organisation: Texts;
  title: Texts;
  receivedAt: Date;
  fingerprint: string;
  files: { name: string | null; field: string | null; size: number | null; type: string | null; sha256: string }[];
};

/** TH-NGO-0007: the country, the category and a number that counts within them. */
export const receiptNumber = ({ country, category, number }: { country: string; category: string; number: number }) =>
  `${country}-${category.toUpperCase()}-${String(number).padStart(4, '0')}`;

/** Those of a nomination after that version, oldest first. Names of files go with the dossier when it is erased. */
export async function findReceipts(
  db: Db,
  nominationId: string,
  { after, limit }: { after: number; limit: number },
): Promise<ReceiptLine[]> {
  const rows = await db.read
    .selectFrom('receipts as r')
    .innerJoin('receipt_numbers as n', 'n.nomination_id', 'r.nomination_id')
    .leftJoin('dossiers as d', 'd.hash', 'r.dossier')
    .selectAll('r')
    .select(['n.country', 'n.category', 'n.number', 'd.content'])
    .where('r.nomination_id', '=', nominationId)
    .where('r.version', '>', after)
    .orderBy('r.version')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    number: receiptNumber(row),
    version: row.version,
    nominationId,
    organisation: row.organisation,
    title: row.title,
    receivedAt: row.received_at,
    fingerprint: row.dossier,
    files: describe(row.files, row.content),
  }));
}

function describe(hashes: string[], content: Record<string, unknown> | null): ReceiptLine['files'] {
  const stored = content?.files;
  const known: FileRef[] = Array.isArray(stored) ? stored : [];
  return hashes.map((sha256, index) => {
    const file = known[index];
    const { name, field, size, type } = file?.hash === sha256 ? file : unknownFile;
    return { name, field, size, type, sha256 };
  });
}

const unknownFile = { name: null, field: null, size: null, type: null };

export async function findReceiptNumber(db: Db, nominationId: string): Promise<string | undefined> {
  const row = await db.read
    .selectFrom('receipt_numbers')
    .select(['country', 'category', 'number'])
    .where('nomination_id', '=', nominationId)
    .executeTakeFirst();
  return row && receiptNumber(row);
}
