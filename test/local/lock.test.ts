// One running installation per home.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRunning, takeLock } from '../../local/lock.ts';
import { beginningOf } from '../../local/processes.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'laureate-lock-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const urls = { url: 'http://localhost:3000', opsUrl: 'http://127.0.0.1:3001', temporalAddress: '127.0.0.1:7233' };
const write = (running: object) => writeFile(join(home, 'running.json'), JSON.stringify(running));
const left = { startedAt: '2026-01-01T00:00:00.000Z', ...urls };

describe('the lock of a home', () => {
  it('says who runs there and where it answers', async () => {
    const lock = await takeLock(home);
    expect(await findRunning(home)).toMatchObject({ pid: process.pid, url: null, opsUrl: null });
    await lock.tell(urls);
    expect(await findRunning(home)).toMatchObject({ pid: process.pid, ...urls });
    expect(JSON.parse(await readFile(join(home, 'running.json'), 'utf8'))).toMatchObject(urls);
  });

  it('is refused to a second one, which hears where the first is', async () => {
    const lock = await takeLock(home);
    await expect(takeLock(home)).rejects.toThrow(/^Laureate is already starting \(process \d+, home /);
    await lock.tell(urls);
    await expect(takeLock(home)).rejects.toThrow(/^Laureate is already running at http:\/\/localhost:3000 /);
  });

  it('is free again when it was released', async () => {
    await (await takeLock(home)).release();
    expect(await findRunning(home)).toBeNull();
    await takeLock(home);
  });

  it('of a process that is gone is taken over', async () => {
    await write({ ...left, pid: 2 ** 22 + 1, beginning: '1' });
    expect(await findRunning(home)).toBeNull();
    await (await takeLock(home)).release();
  });

  it('of a process whose number another one has by now is taken over', async () => {
    await write({ ...left, pid: process.ppid, beginning: '1' });
    expect(await findRunning(home)).toBeNull();
    await takeLock(home);
  });

  it('of another process that runs is kept', async () => {
    await write({ ...left, pid: process.ppid, beginning: await beginningOf(process.ppid) });
    await expect(takeLock(home)).rejects.toThrow('already running at http://localhost:3000');
  });

  it('that cannot be read counts as none', async () => {
    await writeFile(join(home, 'running.json'), '{"pid":');
    await takeLock(home);
    expect(await findRunning(home)).toMatchObject({ pid: process.pid });
  });

  it('goes to one of many who ask at once, and nothing is left of the others', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => takeLock(home)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(home)).toEqual(['running.json']);
  });
});
