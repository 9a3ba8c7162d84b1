// What can be imported, and what each kind does with a row: read its cells, try it, do it.

import type { Db } from '../../db/database.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import type { Services } from '../app.ts';
import type { FieldRule } from '../field-rules.ts';
import type { HttpMeta } from '../meta.ts';

export const importKinds = ['countries', 'people', 'judges', 'nominations', 'participants'] as const;
export type ImportKindName = (typeof importKinds)[number];

/** What an import is about, and who imports. */
export type Importing = Pick<Services, 'db' | 'hasAccount'> & {
  cycle: { cycleId: string; award: string; zone: string; countries: string[]; definition: AwardDefinition };
  /** The one country that the importer answers for; null: all. */
  own: string | null;
  personId: string;
  role: HttpMeta['role'];
};
export type Column = { name: string; required: boolean; rule: string };
/** A row's cells by header, blanks left out. */
export type Cells = { [header: string]: string };
export type CellFault = { header: string } & Omit<FieldRule, 'field'>;
export type ImportKind<Row = unknown> = {
  /** What the template has. */
  columns(importing: Importing): Column[];
  /** Whether a header that the template has not is known all the same. */
  isKnown?(importing: Importing, header: string): boolean;
  read(importing: Importing, cells: Cells): Promise<{ row: Row } | { faults: CellFault[] }>;
  /** The cell that is named when a rule of the award refuses the row. */
  blame: string;
  /** Says what would be done. Throws Refusal as the act itself would; writes nothing. */
  preview(importing: Importing, row: Row): Promise<string>;
  /** Done again under the same id it does nothing. */
  act(importing: Importing, row: Row, commandId: string): Promise<void>;
};

/** The person with that address, if there is one. */
export async function findByAddress(db: Db, email: string): Promise<string | undefined> {
  const row = await db.read
    .selectFrom('people')
    .select('person_id')
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.trim().toLowerCase()))
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row?.person_id;
}

export const metaFor = ({ personId, role }: Importing, commandId: string): HttpMeta => ({
  commandId,
  actor: personId,
  role,
});
