// Countries: each with the instants at which its own phases close.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { execute, preview } from '../../db/execute.ts';
import { country } from '../../domain/country/decider.ts';
import type { CountryCommand } from '../../domain/country/messages.ts';
import { countryStream } from '../../domain/country/state.ts';
import { countryRunPhases } from '../../domain/definition-queries.ts';
import { CutOff } from '../../domain/messages.ts';
import { withPlainDigits } from '../../domain/typed-numbers.ts';
import { type Importing, type ImportKind, metaFor } from './kinds.ts';
import { countryOf, readRow } from './reading.ts';

type Row = { iso2: string; closesAt: { [phase: string]: string } };

const rule = 'an instant with its offset, or a date: then it is 23:59:59 of that day in the country';
const Closing = z
  .string()
  .transform(withPlainDigits)
  .pipe(CutOff)
  .refine((text) => Number(text.slice(0, 4)) <= 2400, 'is above the year 2400: is it of the Buddhist Era?')
  .optional();

function commandOf({ cycle: { cycleId } }: Importing, { iso2, closesAt }: Row): CountryCommand {
  return { type: 'SetCountryTimetable', data: { cycleId, iso2, closesAt } };
}

export const countries: ImportKind<Row> = {
  columns: ({ cycle }) => [
    { name: 'country', required: true, rule: 'two letters, such as TH' },
    ...countryRunPhases(cycle.definition).map((name) => ({ name, required: false, rule })),
  ],
  read: async (importing, cells) => {
    const phases = countryRunPhases(importing.cycle.definition);
    const shape = Object.fromEntries(phases.map((phase) => [phase, Closing]));
    const read = readRow(z.object({ country: countryOf(importing), ...shape }), cells);
    if ('faults' in read) return read;
    const { country: iso2, ...instants } = read.row as { country: string; [phase: string]: string | undefined };
    const closesAt = Object.fromEntries(
      Object.entries(instants).flatMap(([phase, at]) => (at === undefined ? [] : [[phase, at]])),
    );
    if (Object.keys(closesAt).length === 0)
      return { faults: [{ header: 'country', rule: 'has no instant in its row' }] };
    return { row: { iso2, closesAt } };
  },
  blame: 'country',
  preview: async (importing, row) => {
    const { db, cycle } = importing;
    const { events } = await preview(
      db,
      country,
      countryStream(cycle.cycleId, row.iso2),
      commandOf(importing, row),
      metaFor(importing, randomUUID()),
    );
    const said = Object.entries(row.closesAt).map(([phase, at]) => `${phase} closes at ${at}`);
    return events.length === 0 ? `${row.iso2}: stays as it is` : `${row.iso2}: ${said.join(', ')}`;
  },
  act: async (importing, row, commandId) => {
    const { db, cycle } = importing;
    await execute(
      db,
      country,
      countryStream(cycle.cycleId, row.iso2),
      commandOf(importing, row),
      metaFor(importing, commandId),
    );
  },
};
