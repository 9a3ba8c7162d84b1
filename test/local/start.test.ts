// npm start as a person sees it: everything up, a second one refused, and nothing left however it ends.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sampleDomain, samplePassword } from '../../local/accounts.ts';
import type { Supervisor } from '../../local/children.ts';
import { findRunning } from '../../local/lock.ts';
import { openThrowaway } from '../../local/throwaway.ts';
import { until, untilGone } from './support/wait.ts';

const script = fileURLToPath(new URL('../../local/start.ts', import.meta.url));
let home: string;
let cleaner: Supervisor;
beforeAll(async () => {
  ({ home, supervisor: cleaner } = await openThrowaway());
});
afterAll(() => cleaner.stop());

type Run = { process: ChildProcessByStdio<null, Readable, Readable>; text(): string; ended: Promise<number | null> };

function start(more: NodeJS.ProcessEnv = {}): Run {
  const env = {
    ...{ PATH: process.env.PATH, TEMPORAL_CLI_PATH: inject('temporalProgram') },
    ...{ LAUREATE_HOME: home, PORT: '0', LAUREATE_SAMPLES: 'accounts' },
  };
  const child = spawn(process.execPath, [script], { env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const ended = once(child, 'close').then(([code]) => code);
  return { process: child, text: () => text, ended };
}
/** Resolves with the address in the last line. */
async function ready(run: Run): Promise<string> {
  let over = false;
  void run.ended.then(() => (over = true));
  await until(async () => over || /^Laureate is ready at /m.test(run.text()), 110_000);
  const [, url] = /^Laureate is ready at (\S+)\n$/m.exec(run.text()) ?? [];
  if (url === undefined) throw new Error(run.text());
  return url;
}
const pidIn = async (name: string) => Number((await readFile(join(home, name), 'utf8')).split('\n')[0]);
const programs = () => Promise.all(['postgres/data/postmaster.pid', 'temporal.pid'].map(pidIn));

async function signIn(url: string, account: string): Promise<number> {
  const body = JSON.stringify({ email: `${account}@${sampleDomain}`, password: await samplePassword(home) });
  const headers = { 'content-type': 'application/json', origin: url };
  return (await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers, body })).status;
}

describe('npm start', { timeout: 120_000 }, () => {
  it('brings everything up, lets samples sign in, refuses a second one, and leaves no program behind when it is killed', async () => {
    const run = start();
    const url = await ready(run);
    expect(await findRunning(home)).toMatchObject({ pid: run.process.pid, url });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    for (const account of ['administrator', 'approver.th', 'judge-1']) expect(await signIn(url, account)).toBe(200);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.text()).toMatch(new RegExp(`^Laureate is already running at ${url} \\(process ${run.process.pid}, `));
    const pids = await programs();
    run.process.kill('SIGKILL');
    await untilGone(...pids);
  });

  it('takes over what a killed one left, is ready, and stops all in order', async () => {
    const run = start();
    const url = await ready(run);
    expect(await signIn(url, 'secretariat')).toBe(200);
    const pids = await programs();
    run.process.kill('SIGINT');
    expect(await run.ended).toBe(0);
    await untilGone(...pids);
    await expect(access(join(home, 'running.json'))).rejects.toThrow('ENOENT');
  });

  it('ends with a message when its database does', async () => {
    const run = start();
    await ready(run);
    const [postgres = 0, temporal = 0] = await programs();
    process.kill(postgres, 'SIGKILL');
    expect(await run.ended).toBe(1);
    expect(run.text()).toContain(`PostgreSQL has ended (SIGKILL): see ${home}/postgres.log.`);
    await untilGone(temporal);
  });

  it('says which setting is wrong, and which port is taken, before it starts anything', async () => {
    const wrong = start({ PORT: 'many', AUTH_SECRET: 'short' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.text()).toBe(
      'These settings are missing or wrong:\n  PORT: must be a port number\n  AUTH_SECRET: must have 32 characters or more\n',
    );
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const taken = start({ PORT: String(port) });
    expect(await taken.ended).toBe(1);
    expect(taken.text()).toBe(`Port ${port} is taken. Set PORT to another one, or to 0 for a free one.\n`);
    other.close();
  });
});
