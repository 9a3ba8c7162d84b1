// An import from its table to its end: every cell checked, every row tried, and only then the first one done.
import { createHash } from 'node:crypto';
import { uuidv5 } from '../../db/ids.ts';
import { advanceImport, beginImport, findImport, type Import, type RefusedRow } from '../../db/imports.ts';
import { Refusal } from '../../domain/decider.ts';
import { withCode } from '../field-rules.ts';
import { countries } from './countries.ts';
import { judges } from './judges.ts';
import type { CellFault, Cells, Importing, ImportKind, ImportKindName } from './kinds.ts';
import { nominations } from './nominations.ts';
import { participants } from './participants.ts';
import { people } from './people.ts';
import { type BadCell, cellFaults, columnName, type Table, type TableRow } from './table.ts';

export const kinds: { [kind in ImportKindName]: ImportKind } = {
  countries: countries as ImportKind,
  people: people as ImportKind,
  judges: judges as ImportKind,
  nominations: nominations as ImportKind,
  participants: participants as ImportKind,
};

type Planned = { number: number; row: unknown; what: string };

/** What each row would do, or all the cells that are wrong; nothing is written. */
export async function plan(
  importing: Importing,
  name: ImportKindName,
  table: Table,
): Promise<{ rows: Planned[]; bad: BadCell[] }> {
  const kind = kinds[name];
  const bad: BadCell[] = [...headerFaults(importing, kind, table), ...cellFaults(table)];
  const rows: Planned[] = [];
  for (const row of table.rows) {
    const found = await tryRow(importing, kind, cellsOf(table, row));
    if ('faults' in found) bad.push(...found.faults.map((fault) => badCell(table, row, fault)));
    else rows.push({ number: row.number, ...found });
  }
  return { rows, bad: bad.map(withCode) };
}

function headerFaults(importing: Importing, kind: ImportKind, { header }: Table): BadCell[] {
  const columns = kind.columns(importing);
  const known = (name: string) =>
    columns.some((column) => column.name === name) || kind.isKnown?.(importing, name) === true;
  const at = (name: string, index: number, rule: string): BadCell => ({
    ...{ row: 1, column: index === -1 ? '' : columnName(index), header: name, value: name, rule },
  });
  return [
    ...columns.flatMap(({ name, required }) =>
      required && !header.includes(name) ? [at(name, -1, 'is missing')] : [],
    ),
    ...header.flatMap((name, index) => {
      if (header.indexOf(name) !== index && name !== '') return [at(name, index, 'stands there twice')];
      const expected = columns.map((column) => column.name).join(', ');
      return name === '' || known(name) ? [] : [at(name, index, `is no column here; there are ${expected}`)];
    }),
  ];
}

const cellsOf = ({ header }: Table, { cells }: TableRow): Cells =>
  Object.fromEntries(
    header.flatMap((name, index) => ((cells[index] ?? '') === '' ? [] : [[name, cells[index] ?? '']])),
  );

async function tryRow(
  importing: Importing,
  kind: ImportKind,
  cells: Cells,
): Promise<Omit<Planned, 'number'> | { faults: CellFault[] }> {
  const read = await kind.read(importing, cells);
  if ('faults' in read) return read;
  try {
    return { row: read.row, what: await kind.preview(importing, read.row) };
  } catch (error) {
    if (error instanceof Refusal) return { faults: [{ header: kind.blame, rule: `${error.code}: ${error.message}` }] };
    throw error;
  }
}

function badCell({ header }: Table, { number, cells }: TableRow, fault: CellFault): BadCell {
  const index = header.indexOf(fault.header);
  const value = (cells[index] ?? '').slice(0, 200);
  return { row: number, column: index === -1 ? '' : columnName(index), value, ...fault };
}

/** The same table by the same person is the same import: begun again it goes on. */
export function importIdOf({ cycle, personId }: Importing, name: ImportKindName, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return uuidv5(`import:${cycle.cycleId}:${name}:${personId}:${hash}`);
}

/** A row that a rule refuses by now is named, and the others go on. */
export async function carryOut(
  importing: Importing,
  name: ImportKindName,
  importId: string,
  rows: Planned[],
): Promise<Import> {
  const { db, cycle, personId } = importing;
  await beginImport(db, { importId, cycleId: cycle.cycleId, kind: name, personId, rows: rows.length });
  const refused: RefusedRow[] = [];
  for (const [index, { number, row }] of rows.entries()) {
    try {
      await kinds[name].act(importing, row, uuidv5(`${importId}:${number}`));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ row: number, code: error.code, detail: error.message });
    }
    await advanceImport(db, importId, { done: index + 1, refused, finished: index + 1 === rows.length });
  }
  const done = await findImport(db, importId);
  if (done === undefined) throw new Error(`The import ${importId} has gone.`);
  const { importedBy: _by, ...view } = done;
  return view;
}
