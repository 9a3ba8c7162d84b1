// A printer of papers: a thread of its own, started by the first paper and again after it broke.
import { Worker } from 'node:worker_threads';
import type { Enclosure, Paper, Printed } from './paper.ts';

export type Printer = {
  print(paper: Paper, enclosed?: Enclosure[]): Promise<Printed>;
  close(): Promise<void>;
};
type Answer = { id: number; done?: Printed; problem?: string };
type Waiting = { settle(printed: Printed): void; refuse(error: Error): void };

export function openPrinter(): Printer {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let last = 0;
  const start = () => {
    const started = new Worker(new URL('thread.ts', import.meta.url), { stdout: true, stderr: true });
    // Libraries remark on files of others there; what goes wrong comes as an error.
    started.stdout.resume();
    started.stderr.resume();
    const broke = (error: Error) => {
      if (thread === started) thread = null;
      for (const { refuse } of waiting.values()) refuse(error);
      waiting.clear();
    };
    started.on('message', ({ id, done, problem }: Answer) => {
      const { settle, refuse } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (done !== undefined) settle?.(done);
      else refuse?.(new Error(problem));
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => broke(error instanceof Error ? error : new Error('The printer broke.')));
    started.on('exit', () => broke(new Error('The printer was closed.')));
    return started;
  };
  return {
    print: (paper, enclosed = []) =>
      new Promise((settle, refuse) => {
        thread ??= start();
        thread.ref();
        last += 1;
        waiting.set(last, { settle, refuse });
        thread.postMessage({ id: last, paper, enclosed });
      }),
    close: async () => void (await thread?.terminate()),
  };
}
