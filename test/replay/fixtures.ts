// Recorded histories: what replay.test.ts reads and record.ts writes.
import { readdir, readFile } from 'node:fs/promises';

export const fixtures = new URL('fixtures/', import.meta.url);
/** A run's history as Temporal's JSON, with the version of the code that it ran on. */
export type Fixture = { codeVersion: string; workflowId: string; history: unknown };

export async function readFixtures(): Promise<{ name: string; fixture: Fixture }[]> {
  const names = (await readdir(fixtures)).map((file) => file.replace(/\.json$/, '')).sort();
  const read = async (name: string): Promise<{ name: string; fixture: Fixture }> => ({
    name,
    fixture: JSON.parse(await readFile(new URL(`${name}.json`, fixtures), 'utf8')),
  });
  return Promise.all(names.map(read));
}
