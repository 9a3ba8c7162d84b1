// The sheet that a country signs: all that it forwards, category by category, with the fingerprint of each dossier.
import { categoryHash, inOrder, sheetHash } from '../../domain/country/sheet.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { findKeptFrom } from './officer-conflicts.ts';
import { findWaitingSignatures, type WaitingSignature } from './waiting-signatures.ts';

export type SheetLine = {
  nominationId: string;
  place: number;
  organisation: Texts;
  title: Texts;
  version: number;
  dossier: string;
  files: string[];
};
export type SheetOfCategory = {
  category: string;
  status: 'open' | 'signed' | 'no-nominee';
  nominations: SheetLine[];
  /** Forwarded, and not in the ranking: it has to be ranked before anything is signed. */
  unranked: string[];
  sheet: string;
  waiting: WaitingSignature | null;
};
/** `sheet` is of all categories that are open and forward somebody: null when there is none. */
export type SigningSheet = { country: string; categories: SheetOfCategory[]; sheet: string | null };

async function getSigningSheet(db: Db, cycleId: string, iso2: string): Promise<SigningSheet> {
  const [cycle, settled, forwarded, waiting] = await Promise.all([
    db.read.selectFrom('cycles').select('categories').where('cycle_id', '=', cycleId).executeTakeFirstOrThrow(),
    db.read
      .selectFrom('country_categories')
      .select(['category', 'status', 'ranking'])
      .where('cycle_id', '=', cycleId)
      .where('iso2', '=', iso2)
      .execute(),
    db.read
      .selectFrom('nominations')
      .select(['nomination_id', 'category', 'organisation', 'title', 'version', 'dossier', 'files'])
      .where('cycle_id', '=', cycleId)
      .where('country', '=', iso2)
      .where('status', '=', 'forwarded')
      .orderBy('submitted_at')
      .execute(),
    findWaitingSignatures(db, cycleId, { country: iso2 }),
  ]);
  const categories = cycle.categories.map((category): SheetOfCategory => {
    const { status = 'open', ranking = [] } = settled.find((row) => row.category === category) ?? {};
    const rows = forwarded.filter((row) => row.category === category);
    const ids = rows.map((row) => row.nomination_id);
    const order = inOrder(ids, ranking);
    const nominations = order.flatMap((id, index) => {
      const row = rows.find((one) => one.nomination_id === id);
      if (row === undefined) return [];
      const { organisation, title, version, dossier, files } = row;
      return [{ nominationId: id, place: index + 1, organisation, title, version, dossier, files }];
    });
    return {
      ...{ category, status, nominations, unranked: ids.filter((id) => !order.includes(id)) },
      sheet: categoryHash({ cycleId, iso2 }, { category, nominations }),
      waiting: waiting.find((one) => one.category === category) ?? null,
    };
  });
  const open = categories.filter(({ status, nominations }) => status === 'open' && nominations.length > 0);
  return { country: iso2, categories, sheet: open.length === 0 ? null : sheetHash({ cycleId, iso2 }, open) };
}

/** As an officer sees it who keeps away from some files: without them, and without the gaps that they would leave. */
export async function findSigningSheet(
  db: Db,
  cycleId: string,
  iso2: string,
  officer: string | null,
): Promise<SigningSheet> {
  const [sheet, kept] = await Promise.all([getSigningSheet(db, cycleId, iso2), findKeptFrom(db, officer)]);
  const seen = (one: SheetOfCategory): SheetOfCategory => ({
    ...one,
    nominations: one.nominations
      .filter(({ nominationId }) => !kept.has(nominationId))
      .map((line, index) => ({ ...line, place: index + 1 })),
    unranked: one.unranked.filter((id) => !kept.has(id)),
  });
  return { ...sheet, categories: sheet.categories.map(seen) };
}

/** What a country has forwarded, in one category or in all, in the order of submission: for the signing. */
export async function findForwarded(db: Db, cycleId: string, iso2: string, category?: string): Promise<string[]> {
  let query = db.read
    .selectFrom('nominations')
    .select('nomination_id')
    .where('cycle_id', '=', cycleId)
    .where('country', '=', iso2)
    .where('status', '=', 'forwarded');
  if (category !== undefined) query = query.where('category', '=', category);
  const rows = await query.orderBy('submitted_at').execute();
  return rows.map((row) => row.nomination_id);
}
