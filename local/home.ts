// The folder that holds all that one installation on this machine keeps, and its secrets.
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** @returns its absolute path. The database's user passes through it; what is secret in it is closed by itself. */
export async function openHome(folder: string): Promise<string> {
  const home = resolve(folder);
  await mkdir(home, { recursive: true, mode: 0o755 });
  return home;
}

/** A secret that is made once and then stays: 64 hexadecimal characters, or as many as asked for. */
export async function secretOf(home: string, name: string, bytes = 32): Promise<string> {
  const file = join(home, name);
  const known = await readFile(file, 'utf8').catch(ifMissing(undefined));
  if (known !== undefined) return known.trim();
  const made = join(home, `.${name}.${process.pid}`);
  await writeFile(made, `${randomBytes(bytes).toString('hex')}\n`, { mode: 0o600 });
  // Complete or not there at all, and whoever was first has made it.
  await link(made, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(made, { force: true });
  return (await readFile(file, 'utf8')).trim();
}

/** What a file that is not there stands for; every other error stays one. */
export const ifMissing =
  <Value>(value: Value) =>
  (error: NodeJS.ErrnoException): Value => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
