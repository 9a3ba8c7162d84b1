// Once for the live project: a Temporal server, and the workflows bundled for all of its workers.
import type { TestProject } from 'vitest/node';
import { openHome } from '../../local/home.ts';
import { startTemporal } from '../../local/temporal.ts';
import { findTemporal } from '../../local/temporal-search.ts';
import { openThrowaway } from '../../local/throwaway.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    temporalAddress: string;
    /** The program `temporal`, for a test that runs a server of its own. */
    temporalProgram: string;
    /** A home with the workflows' bundle in it. */
    workerHome: string;
  }
}

/** The program is looked for, fetched and remembered as `npm start` does; the server's data is gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = await openHome(process.env.LAUREATE_HOME || '.laureate');
  const program = await findTemporal({ env: process.env, home: programs, tell: (line) => console.log(line) });
  const { home, supervisor } = await openThrowaway();
  // A server that the settings name may be one that people work with.
  const env = { PATH: process.env.PATH, TEMPORAL_CLI_PATH: program };
  const [{ address }] = await Promise.all([
    startTemporal({ supervisor, home, env, throwaway: true }),
    bundleWorkflows(home),
  ]);
  project.provide('temporalAddress', address);
  project.provide('temporalProgram', program);
  project.provide('workerHome', home);
  return supervisor.stop;
}
