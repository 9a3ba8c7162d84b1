// What is known of a process by its id, on Linux without any program's help; elsewhere from ps.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Its command line, or undefined when there is no such process. */
export async function commandLine(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return ps(pid, 'command=');
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return text === '' ? undefined : text.replaceAll('\0', ' ').trim();
}

/** When it began, in units of the system's own: an id that is used again differs in it. Undefined when it is gone. */
export async function beginningOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The program's name stands in brackets and may hold anything; the 3rd field, its state, follows, and the 22nd is the time.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

async function ps(pid: number, what: string): Promise<string | undefined> {
  const { stdout } = await run('ps', ['-o', what, '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim() || undefined;
}

/** Ends a program that an earlier run left behind, if the process is still that one: its command line holds `mark`. */
export async function endLeftover(pid: number, mark: string, signal: 'SIGINT' | 'SIGTERM'): Promise<void> {
  const isOurs = async () => (await commandLine(pid))?.includes(mark) === true;
  for (const { kill, patience } of [
    { kill: signal, patience: 20_000 },
    { kill: 'SIGKILL', patience: 5_000 },
  ] as const) {
    if (!(await isOurs())) return;
    send(pid, kill);
    for (const end = Date.now() + patience; Date.now() < end; await setTimeout(20)) if (!(await isOurs())) return;
  }
  throw new Error(`Process ${pid} of an earlier run does not end.`);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
