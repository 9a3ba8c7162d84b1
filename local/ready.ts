// Waits until a program that was started answers, and says what it wrote when it does not.
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Child, Program } from './children.ts';

/** The program ended before it answered. */
export class EndedEarly extends Error {
  override name = 'EndedEarly';
}

/** `answers` is asked again and again until it does not throw. */
export async function untilReady(
  child: Child,
  { name, logFile }: Pick<Program, 'name' | 'logFile'>,
  answers: () => Promise<unknown>,
  patience = 60_000,
): Promise<void> {
  let how: string | undefined;
  void child.exited.then((told) => {
    how = told;
  });
  for (const end = Date.now() + patience; ; await setTimeout(25)) {
    if (how !== undefined) throw new EndedEarly(`${name} ended (${how}): ${await lastLines(logFile)}`);
    try {
      await answers();
      return;
    } catch (error) {
      if (Date.now() < end) continue;
      await child.stop();
      throw new Error(`${name} did not answer within ${patience / 1000} s: ${await lastLines(logFile)}`, {
        cause: error,
      });
    }
  }
}

const lastLines = async (logFile: string) =>
  `the last lines of ${logFile} are\n${(await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-8).join('\n')}`;
