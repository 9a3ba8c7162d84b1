// From how many minutes on a delay is told by mail: plans made before get what stands where nothing is said.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(told).execute(db);
}

const told = `
update forums set plan = ('{"delayMinutes": 10}'::jsonb || plan::jsonb)::json where not plan::jsonb ? 'delayMinutes';
`;
