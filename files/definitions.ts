// The award definitions installed here: awards/*.yaml, checked.
import { readdir, readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { AwardDefinition } from '../domain/award-definition.ts';
import { hashOf } from '../domain/verify/canonical.ts';

export type Installed = { definition: AwardDefinition; hash: string };
export type Definitions = Map<string, Installed>;

/** @throws Error that names the file, each place in it and the rule it breaks. */
export async function readDefinition(path: string | URL): Promise<Installed> {
  const document = parseDocument(await readFile(path, 'utf8'));
  const refuse = (problems: string[]) => new Error(`${path} is no award definition:\n  ${problems.join('\n  ')}`);
  if (document.errors.length > 0) throw refuse(document.errors.map(({ message }) => message));
  const parsed = AwardDefinition.safeParse(document.toJS());
  if (!parsed.success)
    throw refuse(parsed.error.issues.map(({ path: place, message }) => `${place.join('.')}: ${message}`));
  return { definition: parsed.data, hash: hashOf(parsed.data) };
}

/**
 * Every definition in a folder, by its key.
 * @throws Error for one that is not sound, or where two files have the same key.
 */
export async function loadDefinitions(folder: URL = new URL('../awards/', import.meta.url)): Promise<Definitions> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const definitions: Definitions = new Map();
  for (const name of names) {
    const installed = await readDefinition(new URL(name, folder));
    const { key } = installed.definition;
    if (definitions.has(key)) throw new Error(`Two definitions in ${folder} have the key ${key}.`);
    definitions.set(key, installed);
  }
  return definitions;
}
