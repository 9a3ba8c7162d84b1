// Once for the live project: a Temporal server, and the workflows bundled for all of its workers.
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startTemporal } from '../../local/temporal.ts';
import { openThrowaway } from '../../local/throwaway.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    temporalAddress: string;
    /** A home with the workflows' bundle in it. */
    workerHome: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { home, supervisor } = await openThrowaway();
  const programs = resolve(process.env.LAUREATE_HOME ?? '.laureate');
  const [{ address }] = await Promise.all([
    startTemporal({ supervisor, home, programs, throwaway: true, tell: (line) => console.log(line) }),
    bundleWorkflows(home),
  ]);
  project.provide('temporalAddress', address);
  project.provide('workerHome', home);
  return supervisor.stop;
}
