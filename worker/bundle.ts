// The workflows' code as one file for Temporal's isolates, made at start and kept while its sources stay the same.
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = fileURLToPath(new URL('..', import.meta.url));
const workflowsPath = join(root, 'workflows', 'index.ts');

/** @returns the path of the bundle of today's sources, in the home's folder `workflows`. */
export async function bundleWorkflows(home: string): Promise<string> {
  const folder = resolve(home, 'workflows');
  const path = join(folder, `${await sourceHash()}.js`);
  if (await isThere(path)) return path;
  await mkdir(folder, { recursive: true });
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, code);
  await rename(unfinished, path);
  await removeOlder(folder, path);
  return path;
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Of everything that may get into the bundle: workflows, the domain, and Temporal's own part. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256').update(createRequire(import.meta.url)('@temporalio/workflow/package.json').version);
  for (const folder of ['workflows', 'domain']) {
    const names = await readdir(join(root, folder), { recursive: true });
    for (const name of names.filter((each) => each.endsWith('.ts')).sort())
      hash.update(`\0${folder}/${name}\0`).update(await readFile(join(root, folder, name)));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Bundles of older sources; one that another process is still writing ends otherwise. */
async function removeOlder(folder: string, current: string): Promise<void> {
  const old = (await readdir(folder)).filter((name) => name.endsWith('.js') && join(folder, name) !== current);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}
