// Which published bundles were withdrawn, when and why.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('alter table published_bundles add column withdrawn_at timestamptz, add column reason text;')
    .execute(db);
}
