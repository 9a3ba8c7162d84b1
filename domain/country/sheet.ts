// The sheet that a country signs: what is forwarded in each category, in order, with the fingerprint of each dossier.
import { hashOf } from '../verify/canonical.ts';

export type SheetEntry = { nominationId: string; version: number; dossier: string };
export type CategorySheet = { category: string; nominations: SheetEntry[] };
type Ids = { cycleId: string; iso2: string };

export const categoryHash = ({ cycleId, iso2 }: Ids, { category, nominations }: CategorySheet): string =>
  hashOf({
    cycleId,
    country: iso2,
    category,
    nominations: nominations.map(({ nominationId, version, dossier }) => ({ nominationId, version, dossier })),
  });

/** Of several categories at once, in the order of the definition. */
export const sheetHash = (ids: Ids, sheets: CategorySheet[]): string =>
  hashOf(sheets.map((sheet) => ({ category: sheet.category, sheet: categoryHash(ids, sheet) })));

/** The ranking's order where there is one; what it does not name is not on the sheet. */
export const inOrder = (forwarded: string[], ranking: string[] | undefined): string[] =>
  ranking === undefined || ranking.length === 0 ? forwarded : ranking.filter((id) => forwarded.includes(id));
