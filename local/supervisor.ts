// A small process that holds other programs: it stops them all when told to, or when the process that opened it is gone.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

export type Program = {
  /** What the program is called in messages. */
  name: string;
  command: string;
  args: string[];
  env: { [name: string]: string };
  /** Who it runs as; only root may say. */
  user?: { uid: number; gid: number };
  /** What asks it to end in good order. */
  stopSignal: 'SIGINT' | 'SIGTERM';
  /** How long it has for that, in milliseconds, before it is killed. */
  grace: number;
  /** Its output is added to this file. */
  logFile: string;
};
/** Lines of JSON on the standard input. Its end means: stop everything and exit. */
export type Order = { id: number; start: Program } | { id: number; stop: number };
/** Lines of JSON on the standard output; `exited` is told about any program that has ended. */
export type Report =
  | { id: number; pid: number }
  | { id: number; stopped: number }
  | { id: number; failed: string }
  | { exited: number; how: string };

type Held = { child: ChildProcess; program: Program; gone: Promise<void> };

/** A folder that is worth nothing once the programs have ended. */
const throwaway = process.argv[2];
/** In the order of their starts: they are stopped in the opposite one. */
const held = new Map<number, Held>();
const report = (line: Report) => void process.stdout.write(`${JSON.stringify(line)}\n`);

function supervise(): void {
  // The parent may be gone before its answer is written.
  process.stdout.on('error', () => {});
  const orders = createInterface({ input: process.stdin });
  orders.on('line', (line) => obey(JSON.parse(line)));
  orders.on('close', () => void stopAll());
  // A signal to the whole terminal is the parent's to act on; one to this process alone means the same as the end of input.
  process.on('SIGINT', () => {});
  process.on('SIGHUP', () => {});
  process.on('SIGTERM', () => void stopAll());
}

function obey(order: Order): void {
  if ('start' in order) start(order.id, order.start);
  else void stop(order.stop).then(() => report({ id: order.id, stopped: order.stop }));
}

function start(id: number, program: Program): void {
  const { command, args, env, user, logFile } = program;
  try {
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(command, args, { env, ...user, stdio: ['ignore', log, log] });
    closeSync(log);
    child.once('error', (error) => report({ id, failed: error.message }));
    if (child.pid !== undefined) hold(id, child.pid, child, program);
  } catch (error) {
    report({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}

function hold(id: number, pid: number, child: ChildProcess, program: Program): void {
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      held.delete(pid);
      report({ exited: pid, how: signal ?? `code ${code}` });
      resolve();
    });
  });
  held.set(pid, { child, program, gone });
  report({ id, pid });
}

async function stop(pid: number): Promise<void> {
  const one = held.get(pid);
  if (one === undefined) return;
  one.child.kill(one.program.stopSignal);
  const late = setTimeout(() => one.child.kill('SIGKILL'), one.program.grace);
  await one.gone;
  clearTimeout(late);
}

async function stopAll(): Promise<void> {
  for (const pid of [...held.keys()].reverse()) await stop(pid);
  // One that was being started meanwhile.
  if (held.size > 0) return stopAll();
  if (throwaway !== undefined) rmSync(throwaway, { recursive: true, force: true });
  process.exit(0);
}

if (import.meta.main) supervise();
