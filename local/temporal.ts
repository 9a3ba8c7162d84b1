// A Temporal server for this installation: the one that the settings name, or a development server with its data in the home.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { searchAttributes } from '../workflows/search-attributes.ts';
import type { Child, Supervisor } from './children.ts';
import { freePort } from './free-port.ts';
import { ifMissing } from './home.ts';
import { endLeftover } from './processes.ts';
import { EndedEarly, untilReady } from './ready.ts';
import { findTemporal } from './temporal-search.ts';

export const namespace = 'awards';

export type TemporalOptions = {
  supervisor: Supervisor;
  /** An absolute path: where its log and its data are. */
  home: string;
  /** Where the program is kept if it is fetched, and remembered; the home if not given. */
  programs?: string;
  env?: NodeJS.ProcessEnv;
  /** The port to answer on; a free one if not given. */
  port?: number;
  /** Nothing is kept for a next run. */
  throwaway?: boolean;
  tell?: (line: string) => void;
};
/** `child` is not there where the server is somebody else's. */
export type Temporal = { address: string; child?: Child; stop(): Promise<void> };

/** Answers when the server does, with the namespace and search attributes that processes use. */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const { env = process.env, home, programs = home, tell = () => {} } = options;
  const given = env.TEMPORAL_ADDRESS;
  if (given !== undefined && given !== '') {
    await requireAnswer(given, env.TEMPORAL_NAMESPACE || namespace);
    return { address: given, stop: async () => {} };
  }
  const program = await findTemporal({ env, home: programs, tell });
  await clearLeftover(home);
  return launch(program, options);
}

async function requireAnswer(address: string, wanted: string): Promise<void> {
  await ask(address, wanted).catch((error: Error) => {
    throw new Error(`TEMPORAL_ADDRESS: no answer for the namespace ${wanted} at ${address}: ${error.message}`);
  });
}

const attempts = 3;

/** Again on another port where the first was taken meanwhile. */
async function launch(program: string, options: TemporalOptions): Promise<Temporal> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const address = `127.0.0.1:${port}`;
    const described = programOf(program, port, options);
    const child = await options.supervisor.start(described);
    try {
      await writeFile(noteIn(options.home), String(child.pid));
      await untilReady(child, described, () => ask(address, namespace));
      return { address, child, stop: child.stop };
    } catch (error) {
      if (!(error instanceof EndedEarly) || attempt === attempts) throw error;
    }
  }
}

const dataIn = (home: string) => join(home, 'temporal.db');
const noteIn = (home: string) => join(home, 'temporal.pid');

/** A run whose own code fails is to be found after its second failure, not only after its sixth. */
const failures = ['--dynamic-config-value', 'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute=2'];

function programOf(command: string, port: number, { home, throwaway = false, env = process.env }: TemporalOptions) {
  const attributes = searchAttributes.flatMap(({ name, type }) => [
    '--search-attribute',
    `${name}=${type === 'DATETIME' ? 'Datetime' : 'Keyword'}`,
  ]);
  const data = throwaway ? [] : ['--db-filename', dataIn(home)];
  const place = ['--headless', '--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace];
  return {
    name: 'Temporal',
    command,
    args: ['server', 'start-dev', ...place, ...data, ...attributes, ...failures, '--log-level', 'error'],
    env: { PATH: env.PATH ?? '/usr/bin:/bin', HOME: home },
    stopSignal: 'SIGTERM' as const,
    grace: 10_000,
    logFile: join(home, 'temporal.log'),
  };
}

/** A server that an earlier run left holds the data: two of them would write into it. */
async function clearLeftover(home: string): Promise<void> {
  const pid = Number(await readFile(noteIn(home), 'utf8').catch(ifMissing('')));
  if (pid > 0) await endLeftover(pid, dataIn(home), 'SIGTERM');
}

/** @throws Error where the server, the namespace or a search attribute is not there. */
async function ask(address: string, wanted: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '3s' });
  try {
    await connection.workflowService.describeNamespace({ namespace: wanted });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: wanted });
    const missing = searchAttributes.filter(({ name }) => !(name in (customAttributes ?? {})));
    if (missing.length > 0) throw new Error(`no search attributes ${missing.map(({ name }) => name).join(', ')}`);
  } finally {
    await connection.close();
  }
}
