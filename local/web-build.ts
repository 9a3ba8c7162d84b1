// The page is built before it is served: when it is missing, or older than what it is made of.
import { type Dirent, existsSync } from 'node:fs';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const web = join(root, 'web');
const stamp = join(web, 'dist', '.built');

/** Two that build at once both succeed, and the last one's stays. */
export async function buildWeb(): Promise<void> {
  const making = join(web, `.making-${process.pid}`);
  const old = join(web, `.old-${process.pid}`);
  const before = process.env.NODE_ENV;
  // Where tests build, it says test, and the libraries would bring all their warnings along.
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: join(web, 'vite.config.ts'), logLevel: 'warn', build: { outDir: making } });
    await buildVerifier(join(making, 'verify'));
    await writeFile(join(making, '.built'), '');
    if (existsSync(join(web, 'dist'))) await rename(join(web, 'dist'), old);
    await rename(making, join(web, 'dist'));
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
    await Promise.all([making, old].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

/** One file that checks bundles by itself, on Node and in a browser. */
export async function buildVerifier(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ...{ outDir, emptyOutDir: false, target: 'es2023', minify: true, reportCompressedSize: false },
      lib: { entry: join(root, 'local', 'verify-cli.ts'), formats: ['es'], fileName: () => 'verify.mjs' },
      rolldownOptions: { external: /^node:/ },
    },
  });
}

/** @returns whether it had to be built. `tell` hears so before. */
export async function ensureWeb(tell: (line: string) => void): Promise<boolean> {
  if (await isFresh()) return false;
  tell('Building the pages.');
  await buildWeb();
  return true;
}

/** What the page is made of: its own folder, the shapes it shares with the server, and the packages. */
async function isFresh(): Promise<boolean> {
  const built = await stat(stamp).catch(() => null);
  if (built === null) return false;
  const files = (await Promise.all(['web', 'domain'].map((folder) => sourcesOf(join(root, folder))))).flat();
  const times = await Promise.all(
    [...files, join(root, 'local', 'verify-cli.ts'), join(root, 'package-lock.json')].map(
      async (file) => (await stat(file)).mtimeMs,
    ),
  );
  return Math.max(...times) <= built.mtimeMs;
}

async function sourcesOf(folder: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => name !== 'dist' && !name.startsWith('.'))
      .map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? sourcesOf(path) : [path];
      }),
  );
  return found.flat();
}

if (import.meta.main) await buildWeb();
