// What is known of an edition of an award that was held before this system kept the record.
import { z } from 'zod';
import { Iso2, Key, type Message, Zone } from '../messages.ts';

const Line = z.string().trim().min(1).max(300);
/** null is: not stated in any source that was read. */
export const HistoricEdition = z.strictObject({
  number: z.int().min(1).max(1000),
  year: z.int().min(1900).max(2200),
  ceremonyDate: z.iso.date().nullable().default(null),
  /** By the clock of the zone. */
  ceremonyTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 19:00')
    .nullable()
    .default(null),
  zone: Zone.nullable().default(null),
  place: Line.nullable().default(null),
  host: Iso2.nullable().default(null),
  venue: Line.nullable().default(null),
  mode: z.enum(['in-person', 'virtual', 'hybrid']).nullable().default(null),
  categories: z.array(Key).max(50).default([]),
  /** How many laureates there were, whether or not their names are known. */
  laureateCount: z.int().min(0).max(10_000).nullable().default(null),
  /** Countries that put nobody forward; null where that is not stated. */
  nonNominating: z.array(Iso2).max(300).nullable().default(null),
  theme: Line.nullable().default(null),
  sources: z.array(Line).min(1).max(20),
  note: z.string().trim().min(1).max(1000).nullable().default(null),
});
export type HistoricEdition = z.infer<typeof HistoricEdition>;
export type EditionCommand = Message<'RecordHistoricEdition', HistoricEdition & { award: string }>;
export type EditionEvent = Message<'HistoricEditionRecorded', HistoricEdition & { award: string; by: string }>;
