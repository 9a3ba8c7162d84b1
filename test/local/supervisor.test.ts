// Programs under the supervisor: started, stopped in order, and gone with their parent.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSupervisor, type Program, type Supervisor } from '../../local/children.ts';
import { commandLine } from '../../local/processes.ts';
import { until, untilGone } from './support/wait.ts';

let folder: string;
let supervisor: Supervisor;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laureate-supervisor-'));
  supervisor = await openSupervisor();
});
afterEach(async () => {
  await supervisor.stop();
  await rm(folder, { recursive: true, force: true });
});

const program = (name: string, script: string): Program => ({
  name,
  command: '/bin/sh',
  args: ['-c', script],
  env: { PATH: process.env.PATH ?? '' },
  stopSignal: 'SIGTERM',
  grace: 5_000,
  logFile: join(folder, 'log'),
});
const logged = async () => (await readFile(join(folder, 'log'), 'utf8').catch(() => '')).trim().split('\n');
/** Says when it is there, and which signal ended it. */
const talking = (name: string) =>
  program(
    name,
    `trap 'echo ${name} INT; exit 0' INT; trap 'echo ${name} TERM; exit 0' TERM; echo ${name}; while :; do sleep 0.05; done`,
  );
const startTalking = async (name: string, more: Partial<Program> = {}) => {
  const child = await supervisor.start({ ...talking(name), ...more });
  await until(async () => (await logged()).includes(name));
  return child;
};

describe('a program under the supervisor', () => {
  it('is ended by its own signal, and its output is kept', async () => {
    const child = await startTalking('one', { stopSignal: 'SIGINT' });
    await child.stop();
    expect(await logged()).toEqual(['one', 'one INT']);
    expect(await commandLine(child.pid)).toBeUndefined();
  });

  it('is killed when it does not end in time', async () => {
    const deaf = program('deaf', "trap '' TERM; echo deaf; while :; do sleep 0.05; done");
    const child = await supervisor.start({ ...deaf, grace: 100 });
    await until(async () => (await logged()).includes('deaf'));
    await child.stop();
    expect(await child.exited).toBe('SIGKILL');
  });

  it('is reported when it ends by itself', async () => {
    const child = await supervisor.start(program('short', 'exit 3'));
    expect(await child.exited).toBe('code 3');
    await child.stop();
  });

  it('that is not there is an error with its name', async () => {
    const missing = { ...program('Nothing', ''), command: '/no/such/program' };
    await expect(supervisor.start(missing)).rejects.toThrow(/^Nothing did not start: .*ENOENT/);
  });

  it('sees the variables that it is given and no others', async () => {
    const child = await supervisor.start({ ...program('env', 'env'), env: { ONLY: 'this' } });
    await child.exited;
    expect((await logged()).filter((line) => !/^(PWD|SHLVL|_|OLDPWD)=/.test(line))).toEqual(['ONLY=this']);
  });
});

describe('the end', () => {
  it('stops the last started first', async () => {
    await startTalking('first');
    await startTalking('second');
    await supervisor.stop();
    expect(await logged()).toEqual(['first', 'second', 'second TERM', 'first TERM']);
  });

  it('of the supervisor itself ends what waits for it', async () => {
    const child = await startTalking('left');
    process.kill(supervisor.pid, 'SIGKILL');
    expect(await child.exited).toBe('with the supervisor');
    await expect(supervisor.start(talking('late'))).rejects.toThrow('late did not start: the supervisor has ended.');
    process.kill(child.pid, 'SIGKILL');
  });

  it('of a parent that is killed leaves no program and no throwaway folder behind', async () => {
    const script = fileURLToPath(new URL('support/parent.ts', import.meta.url));
    const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(parent.stdout, 'data');
    const { home, pids }: { home: string; pids: number[] } = JSON.parse(String(line));
    expect(await Promise.all(pids.map(commandLine))).not.toContain(undefined);
    parent.kill('SIGKILL');
    await untilGone(...pids);
    await expect(access(home)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
