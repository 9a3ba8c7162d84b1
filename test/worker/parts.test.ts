// What the worker's parts are made with: some at once, kept running, ended by a signal, bundled once.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { forEachOf } from '../../worker/concurrently.ts';
import { isAborted, orAborted } from '../../worker/or-aborted.ts';
import { keepRunning } from '../../worker/parts.ts';
import { memoryLog } from './support.ts';

describe('forEachOf', () => {
  it('does every task once, ten at a time', async () => {
    const done: number[] = [];
    let [open, most] = [0, 0];
    const numbers = Array.from({ length: 45 }, (_, number) => number);
    await forEachOf(numbers, async (number) => {
      open += 1;
      most = Math.max(most, open);
      await setTimeout(2);
      open -= 1;
      done.push(number);
    });
    expect([done.toSorted((a, b) => a - b), most]).toEqual([numbers, 10]);
  });

  it('throws the failure after those under way have ended, and begins no more', async () => {
    const [begun, ended]: [number[], number[]] = [[], []];
    const doing = forEachOf([...Array(30).keys()], async (number) => {
      begun.push(number);
      if (number === 0) throw new Error('the first');
      await setTimeout(20);
      ended.push(number);
    });
    await expect(doing).rejects.toThrow('the first');
    expect([begun.length, ended.length]).toEqual([10, 9]);
  });
});

describe('orAborted', () => {
  it('gives the outcome, whatever it is', async () => {
    const { signal } = new AbortController();
    expect(await orAborted(Promise.resolve(1), signal)).toBe(1);
    await expect(orAborted(Promise.reject(new Error('as it is')), signal)).rejects.toThrow('as it is');
  });

  it('ends with the signal', async () => {
    const stop = new AbortController();
    const waiting = orAborted(new Promise(() => {}), stop.signal);
    stop.abort();
    const error: unknown = await waiting.catch((each: unknown) => each);
    expect(isAborted(error)).toBe(true);
  });
});

describe('keepRunning', () => {
  it('starts a part again that has failed or ended, until the signal', async () => {
    const stop = new AbortController();
    const log = memoryLog();
    let runs = 0;
    const run = async () => {
      runs += 1;
      if (runs === 1) throw new Error('broken');
      stop.abort();
    };
    await keepRunning('sample', run, { signal: stop.signal, log });
    expect([runs, log.lines]).toEqual([2, ['A part of the worker failed and starts again.']]);
  });
});

describe('bundleWorkflows', () => {
  it('bundles once for the same sources, and leaves no older bundle behind', async () => {
    const home = await mkdtemp(join(tmpdir(), 'laureate-bundle-'));
    const path = await bundleWorkflows(home);
    const { mtimeMs } = await stat(path);
    expect(await readFile(path, 'utf8')).toContain('awardCycle');
    const folder = join(home, 'workflows');
    await writeFile(join(folder, 'older.js'), '');
    expect(await bundleWorkflows(home)).toBe(path);
    expect((await stat(path)).mtimeMs).toBe(mtimeMs);
    await rm(path);
    expect(await bundleWorkflows(home)).toBe(path);
    expect(await readdir(folder)).toEqual([path.slice(folder.length + 1)]);
    await rm(home, { recursive: true });
  });
});
