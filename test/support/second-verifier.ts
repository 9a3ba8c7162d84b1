// The second verifier, in Python, as a program.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const program = join(import.meta.dirname, '..', 'verify', 'verify.py');

/** One verdict for each bundle, all in one process. @throws Error that says so where there is no Python. */
export async function verdictsOf(texts: string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'laureate-verify-'));
  const file = join(folder, 'bundles.jsonl');
  await writeFile(file, texts.map((text) => `${text}\n`).join(''));
  try {
    const { stdout } = await run('python3', [program, '--many', file], { maxBuffer: 10_000_000 });
    return stdout.trimEnd().split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error('The second verifier needs python3, which is not here: install it, it needs no packages.');
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
