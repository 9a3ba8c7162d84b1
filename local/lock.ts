// One running installation per home: the file running.json says which, and where it answers.
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ifMissing } from './home.ts';
import { beginningOf } from './processes.ts';

export const Running = z.object({
  pid: z.number(),
  /** When the process began, by the system's count: its id may be another's by now. */
  beginning: z.string(),
  startedAt: z.string(),
  /** Not there while it is starting. */
  url: z.string().nullable(),
  opsUrl: z.string().nullable(),
  temporalAddress: z.string().nullable(),
});
export type Running = z.infer<typeof Running>;
export type Lock = {
  /** Says where it answers, now that it does. */
  tell(where: { url: string; opsUrl: string; temporalAddress: string }): Promise<void>;
  release(): Promise<void>;
};

const fileIn = (home: string) => join(home, 'running.json');

/** The installation that runs in this home, or null. A file that a killed one left behind counts as none. */
export async function findRunning(home: string): Promise<Running | null> {
  const text = await readFile(fileIn(home), 'utf8').catch(ifMissing(''));
  const read = Running.safeParse(parse(text));
  if (!read.success) return null;
  return (await beginningOf(read.data.pid)) === read.data.beginning ? read.data : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @throws Error that says where another one is running. */
export async function takeLock(home: string): Promise<Lock> {
  const own: Running = {
    pid: process.pid,
    beginning: (await beginningOf(process.pid)) ?? '',
    startedAt: new Date().toISOString(),
    url: null,
    opsUrl: null,
    temporalAddress: null,
  };
  await take(home, own);
  const tell: Lock['tell'] = async (where) => {
    const next = await write(home, { ...own, ...where });
    await rename(next, fileIn(home));
  };
  return { tell, release: () => rm(fileIn(home), { force: true }) };
}

/** The file is there complete or not at all, and only the first makes it. */
async function take(home: string, own: Running): Promise<void> {
  const made = await write(home, own);
  try {
    while (!(await linked(made, fileIn(home)))) {
      const text = await readFile(fileIn(home), 'utf8').catch(ifMissing(undefined));
      if (text === undefined) continue;
      const other = await findRunning(home);
      if (other !== null) throw new Error(describe(home, other));
      await clear(home, text);
    }
  } finally {
    await rm(made, { force: true });
  }
}

/** Removes what a killed one left. Where another has taken its place meanwhile, that one is put back. */
async function clear(home: string, left: string): Promise<void> {
  const aside = nameFor(home);
  const moved = await rename(fileIn(home), aside).then(() => true, ifMissing(false));
  if (!moved) return;
  if ((await readFile(aside, 'utf8')) !== left) await linked(aside, fileIn(home));
  await rm(aside, { force: true });
}

const nameFor = (home: string) => `${fileIn(home)}.${randomUUID()}`;

async function write(home: string, running: Running): Promise<string> {
  const made = nameFor(home);
  await writeFile(made, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  return made;
}

const linked = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

const describe = (home: string, { pid, url }: Running) =>
  `Laureate is already ${url === null ? 'starting' : `running at ${url}`} (process ${pid}, home ${home}). Use that one, stop it, or set LAUREATE_HOME to another folder.`;
