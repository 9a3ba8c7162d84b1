// The thread that sets papers, one after the other, so that nobody else waits for it.
import { parentPort } from 'node:worker_threads';
import { print } from './compiler.ts';
import type { Enclosure, Paper } from './paper.ts';

export type Order = { id: number; paper: Paper; enclosed: Enclosure[] };

let before: Promise<unknown> = Promise.resolve();
parentPort?.on('message', ({ id, paper, enclosed }: Order) => {
  const printed = before.then(() => print(paper, enclosed));
  before = printed.catch(() => {});
  printed.then(
    (done) => parentPort?.postMessage({ id, done }),
    (error: unknown) => parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : 'unknown' }),
  );
});
