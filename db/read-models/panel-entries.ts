// The entries of a panel, also those that did not go on to its present round.
import { sql } from 'kysely';

/** Of a panel `p`, as a set of rows. Whom a conflict keeps away from one that did not go on is kept away all the same. */
export const everyEntryOf = sql`json_array_elements((p.entries::jsonb || p.left_out)::json)`;
