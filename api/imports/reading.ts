// Reading a row by a schema: every issue becomes the fault of a cell.
import { z } from 'zod';
import { ruleOfIssue } from '../field-rules.ts';
import type { CellFault, Cells, Importing } from './kinds.ts';

export function readRow<Schema extends z.ZodObject>(
  schema: Schema,
  cells: Cells,
): { row: z.infer<Schema> } | { faults: CellFault[] } {
  const known = Object.fromEntries(Object.entries(cells).filter(([header]) => header in schema.shape));
  const parsed = schema.safeParse(known);
  if (parsed.success) return { row: parsed.data };
  return {
    faults: parsed.error.issues.map((issue) => {
      const header = String(issue.path[0] ?? '');
      return { header, ...(cells[header] === undefined ? { rule: 'is missing' } : ruleOfIssue(issue)) };
    }),
  };
}

/** A country of the cycle, and the importer's own where there is one. */
export const countryOf = ({ cycle, own }: Importing) =>
  z
    .string()
    .transform((text) => text.toUpperCase())
    .refine((iso2) => cycle.countries.includes(iso2), `must be one of ${cycle.countries.join(', ')}`)
    .refine((iso2) => own === null || iso2 === own, 'is not your country');
