// What a copy without names must not carry along: what programs and people write into a file beside what it shows.
import { readFile } from 'node:fs/promises';
import { findTelling, type Telling } from '../documents/telling/telling.ts';
import { refusedFile } from './file-rules.ts';

const rules: { [what in Telling]: [field: string, rule: string] } = {
  properties: ['properties', 'says title or author in its properties: remove them and send it again'],
  bookmarks: ['bookmarks', 'has bookmarks, which may say names: print it into a new PDF and send that'],
  files: ['files', 'has other files within it: remove them and send it again'],
  notes: ['notes', 'has comments, links or form fields, which may say names: print it into a new PDF and send that'],
  earlier: ['earlier', 'still holds what was there before, or layers: print it into a new PDF and send that'],
};

/** @throws HttpProblem for a file that tells more than it shows, or that cannot be looked into */
export async function requireTellingNothing(
  path: string,
  { name, type }: { name: string; type: string },
): Promise<void> {
  const found = await findTelling(await readFile(path), type);
  if (found === null)
    throw refusedFile(name, 'type', 'cannot be looked into for names: send it as a PDF without a password');
  const [first] = found;
  if (first !== undefined) throw refusedFile(name, ...rules[first]);
}
