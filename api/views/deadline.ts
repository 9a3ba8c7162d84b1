// A deadline as every view shows it: in UTC, by the clock of the zone that governs it, and by the reader's.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { deadlineOf, type Deadline as View } from '../../db/deadline.ts';
import { findZone } from '../../db/people.ts';
import { Instant, KnownZone } from '../../domain/messages.ts';
import type { Viewer } from '../viewer.ts';

export const Deadline = z
  .object({
    at: z.string().describe('UTC'),
    zone: z.string().describe('The zone that governs it'),
    local: z.string().describe('What the clocks of that zone show, with their offset'),
    readerZone: z.string().nullable().describe('Asked for by ?zone=, or as the person has said; null where neither is'),
    readerLocal: z.string().nullable(),
  })
  .meta({ id: 'Deadline' });
/** For a query: the reader's zone, where it is another than the person's own. */
export const InZone = z.strictObject({ zone: KnownZone.optional() });

/** For a query: the instant at which something is shown as it stood. */
export const AsOf = { asOf: Instant.optional() };

/** The zone asked for, else the one the person has named; null where neither is. */
export const readerZone = async (db: Db, viewer: Viewer | null, asked?: string): Promise<string | null> =>
  asked ?? (viewer === null ? null : await findZone(db, viewer.personId));

export const maybeDeadline = (at: string | null, zone: string, reader: string | null): View | null =>
  at === null ? null : deadlineOf(at, zone, reader);
