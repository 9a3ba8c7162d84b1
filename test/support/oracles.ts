// Worked examples with known answers, from test/data/oracles.json.
import { readFileSync } from 'node:fs';

const { cases } = JSON.parse(readFileSync(new URL('../data/oracles.json', import.meta.url), 'utf8'));

/** The data and the expected answer of one example, in the shape that the file gives it. */
export function oracle(id: string) {
  const found = cases.find((one: { id: string }) => one.id === id);
  if (found === undefined) throw new Error(`There is no oracle ${id}.`);
  return found;
}
