// The parent's side of supervisor.ts: opens one, and starts and stops programs through it.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Order, Program, Report } from './supervisor.ts';

export type { Program } from './supervisor.ts';

export type Child = {
  pid: number;
  /** Settles when the program has ended, with how: a code or a signal. */
  exited: Promise<string>;
  stop(): Promise<void>;
};
export type Supervisor = {
  pid: number;
  start(program: Program): Promise<Child>;
  /** Stops all programs, the last started first, and the supervisor. */
  stop(): Promise<void>;
};
type Answer = Exclude<Report, { exited: number }>;
type Line = {
  send(order: { start: Program } | { stop: number }): Promise<Answer>;
  exit(pid: number): Promise<string>;
};

/** The programs end with this process, however it ends; then a folder that is `throwaway` is removed. */
export async function openSupervisor({ throwaway }: { throwaway?: string } = {}): Promise<Supervisor> {
  // Its own process group: Ctrl-C in a terminal reaches this process alone, which then stops the programs in order.
  const program = fileURLToPath(new URL('supervisor.ts', import.meta.url));
  const own = spawn(process.execPath, [program, ...(throwaway === undefined ? [] : [throwaway])], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => own.once('close', () => resolve()));
  const pid = await new Promise<number>((resolve, reject) => {
    own.once('error', reject);
    own.once('spawn', () => resolve(own.pid ?? 0));
  });
  const line = openLine(own, gone);
  return {
    pid,
    start: (program) => start(line, program),
    stop: async () => {
      own.stdin?.end();
      await gone;
    },
  };
}

async function start(line: Line, program: Program): Promise<Child> {
  const answer = await line.send({ start: program });
  if (!('pid' in answer))
    throw new Error(`${program.name} did not start: ${'failed' in answer ? answer.failed : 'stopped'}.`);
  const { pid } = answer;
  return {
    pid,
    exited: line.exit(pid),
    stop: async () => void (await line.send({ stop: pid })),
  };
}

/** Numbers the orders and hands each answer to the one who asked. */
function openLine(own: ChildProcess, gone: Promise<void>): Line {
  const asked = new Map<number, (answer: Answer) => void>();
  const exits = new Map<number, PromiseWithResolvers<string>>();
  const exitOf = (pid: number) => {
    const known = exits.get(pid) ?? Promise.withResolvers<string>();
    exits.set(pid, known);
    return known;
  };
  if (own.stdout !== null)
    createInterface({ input: own.stdout }).on('line', (text) => {
      const report: Report = JSON.parse(text);
      if ('exited' in report) return exitOf(report.exited).resolve(report.how);
      asked.get(report.id)?.(report);
      asked.delete(report.id);
    });
  own.stdin?.on('error', () => {});
  void gone.then(() => {
    for (const [id, answer] of asked) answer({ id, failed: 'the supervisor has ended' });
    for (const { resolve } of exits.values()) resolve('with the supervisor');
  });
  let count = 0;
  const send: Line['send'] = (order) => {
    count += 1;
    const id = count;
    const numbered: Order = { id, ...order };
    return new Promise((resolve) => {
      asked.set(id, resolve);
      own.stdin?.write(`${JSON.stringify(numbered)}\n`);
      if (own.exitCode !== null || own.signalCode !== null) resolve({ id, failed: 'the supervisor has ended' });
    });
  };
  return { send, exit: (pid) => exitOf(pid).promise };
}
