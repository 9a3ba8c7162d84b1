// The award definitions as files.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { loadDefinitions, readDefinition } from '../../files/definitions.ts';

const folders: string[] = [];
async function folderWith(files: { [name: string]: string }): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'definitions-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

describe('loadDefinitions', () => {
  it('finds the installed awards by their key, each with its hash', async () => {
    const definitions = await loadDefinitions();
    expect([...definitions.keys()]).toEqual(['rdpe', 'sample-regional']);
    for (const { hash } of definitions.values()) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('reads the same file to the same hash', async () => {
    const path = new URL('../../awards/rdpe.yaml', import.meta.url);
    expect((await readDefinition(path)).hash).toBe((await readDefinition(path)).hash);
  });

  it('refuses two files with one key', async () => {
    const text = await readFile(new URL('../../awards/sample-regional.yaml', import.meta.url), 'utf8');
    await expect(loadDefinitions(await folderWith({ 'a.yaml': text, 'b.yaml': text }))).rejects.toThrow(
      'have the key sample-regional',
    );
  });
});

describe('readDefinition', () => {
  it('names the file, the place and the rule of what is wrong', async () => {
    const folder = await folderWith({ 'broken.yaml': 'key: Broken Award\nquota: 0\n' });
    const failure = readDefinition(new URL('broken.yaml', folder));
    await expect(failure).rejects.toThrow(/broken\.yaml is no award definition/);
    await expect(failure).rejects.toThrow(/\n {2}key: must be lower-case words joined by hyphens\n/);
    await expect(failure).rejects.toThrow(/\n {2}quota: /);
  });

  it('names the line of what is no YAML', async () => {
    const folder = await folderWith({ 'broken.yaml': 'key: a\nkey: b\n' });
    const failure = readDefinition(new URL('broken.yaml', folder));
    await expect(failure).rejects.toThrow(/broken\.yaml is no award definition/);
    await expect(failure).rejects.toThrow(/line 2/);
  });
});
