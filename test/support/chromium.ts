// The browser of the tests: unpacked once on a machine, with the libraries that a bare one lacks.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export type Chromium = { executablePath: string; libraries: string };

/** The package unpacks into the folder for temporary files, and its libraries only where it takes the machine for a known one. */
export async function unpackChromium(): Promise<Chromium> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const home = join(tmpdir(), `laureate-chromium-${version}-${userInfo().uid}`);
  if (!existsSync(home)) await unpackTo(home);
  return { executablePath: join(home, 'chromium'), libraries: join(home, 'al2023', 'lib') };
}

const packageFolder = join(import.meta.dirname, '..', '..', 'node_modules', '@sparticuz', 'chromium');

async function unpackTo(home: string): Promise<void> {
  const making = await mkdtemp(`${home}-`);
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  Object.assign(process.env, { TMPDIR: making, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const file of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(join(packageFolder, 'bin', file));
    await rename(making, home).catch((error: NodeJS.ErrnoException) => {
      // Another run was first.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    restore({ TMPDIR, AWS_EXECUTION_ENV });
    await rm(making, { recursive: true, force: true });
  }
}

function restore(before: { [name: string]: string | undefined }): void {
  for (const [name, value] of Object.entries(before))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
}
