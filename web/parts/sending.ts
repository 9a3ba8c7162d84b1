// Files from the choice to their arrival: looked at, made smaller if wanted, registered by their hash, sent, and sent again.
import { useEffect, useRef, useState } from 'react';
import { ask, Problem } from '../api/client.ts';
import { hashOf, type Sending, sendFile } from '../api/upload.ts';
import { useMe } from '../app/session.ts';
import { dropFile, keepFile, keptFiles } from './kept-files.ts';
import { shrinkPhoto, withoutNotes } from './photos.ts';
import { typeOf } from './sizes.ts';

export type FileFacts = { name: string; size: number; type: string; hash: string };
export type SentFile = FileFacts & { fileId: string };
export type Item = {
  key: string;
  file: File;
  /** `choosing`: the photo could be smaller; `waiting`: the line is down or nobody is signed in. */
  state: 'reading' | 'choosing' | 'sending' | 'waiting' | 'done' | 'refused';
  /** Of it, how much has arrived: 0 to 1. */
  part: number;
  smaller?: File;
  problem?: Problem;
  fileId?: string;
  hash?: string;
};
export type Sender = {
  /** What is being sent belongs together under this name, and goes on after a reload; left out, it does not. */
  group?: string | undefined;
  accept: readonly string[];
  maxBytes: number;
  /** Tells the API of the file. @returns its id. @throws Problem */
  register: (facts: FileFacts) => Promise<string>;
  onDone: (file: SentFile) => unknown;
};

const pauseMs = 4_000;

/** When the line comes back, or a little later. */
function pause(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, pauseMs);
  const now = () => {
    clearTimeout(timer);
    resolve();
  };
  addEventListener('online', now, { once: true });
  return promise.finally(() => removeEventListener('online', now));
}

const asProblem = (error: unknown) =>
  error instanceof Problem ? error : new Problem(0, 'bug', error instanceof Error ? error.message : String(error));
const passes = ({ status, code }: Problem) => code === 'offline' || status === 401 || status === 503;

/** What is wrong with it before anything is sent. */
function refusalOf(file: File, { accept, maxBytes }: Sender): Problem | undefined {
  if (!accept.includes(typeOf(file))) return new Problem(400, 'file-type', '');
  if (file.size === 0) return new Problem(400, 'file-empty', '');
  return file.size > maxBytes ? new Problem(400, 'file-size', '') : undefined;
}

export function useSending(sender: Sender) {
  const [items, setItems] = useState<Item[]>([]);
  const personId = useMe()?.personId ?? '';
  const latest = useRef(sender);
  latest.current = sender;
  /** What still runs, by item; what is stopped is taken out. */
  const running = useRef(new Map<string, Sending | null>());
  const change = (key: string, facts: Partial<Item>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...facts } : item)));
  const forget = (key: string) => setItems((all) => all.filter((item) => item.key !== key));

  async function sendOnce(item: Item): Promise<void> {
    const { key, file } = item;
    item.hash ??= await hashOf(file);
    const { hash } = item;
    const facts = { name: file.name, size: file.size, type: typeOf(file), hash };
    item.fileId ??= await latest.current.register(facts);
    const { fileId } = item;
    const { group } = latest.current;
    if (group !== undefined) await keepFile({ fileId, personId, group, hash, file });
    if (!running.current.has(key)) return;
    const sending = sendFile(file, fileId, (part) => change(key, { state: 'sending', part, fileId }));
    running.current.set(key, sending);
    change(key, { state: 'sending', fileId });
    await sending.done;
    await dropFile(fileId);
    change(key, { state: 'done', part: 1 });
    await latest.current.onDone({ ...facts, fileId });
  }

  async function send(item: Item): Promise<void> {
    const { key } = item;
    running.current.set(key, null);
    while (running.current.has(key)) {
      const problem = await sendOnce(item).then(() => undefined, asProblem);
      if (problem === undefined || !running.current.has(key)) break;
      if (!passes(problem)) {
        if (item.fileId !== undefined) await dropFile(item.fileId);
        change(key, { state: 'refused', problem });
        break;
      }
      change(key, { state: 'waiting', problem });
      // Whoever is signed out is asked to sign in, above the page.
      if (problem.status === 401) await ask('get', '/me', {}).catch(() => undefined);
      await pause();
    }
    running.current.delete(key);
  }

  async function add(chosen: File): Promise<void> {
    const item: Item = { key: crypto.randomUUID(), file: chosen, state: 'reading', part: 0 };
    setItems((all) => [...all, item]);
    const mayShrink = latest.current.accept.includes('image/jpeg');
    const file = mayShrink ? await withoutNotes(chosen) : chosen;
    if (file !== chosen) change(item.key, { file });
    const smaller = mayShrink ? await shrinkPhoto(file) : null;
    const problem = refusalOf(file, latest.current);
    if (smaller !== null && smaller.size <= latest.current.maxBytes)
      return change(item.key, { state: 'choosing', smaller, ...(problem && { problem }) });
    if (problem) return change(item.key, { state: 'refused', problem });
    await send({ ...item, file });
  }

  /** The smaller photo, or the one that was chosen. */
  function choose(item: Item, file: File): void {
    const chosen: Item = { key: item.key, file, state: 'reading', part: 0 };
    setItems((all) => all.map((one) => (one.key === item.key ? chosen : one)));
    void send(chosen);
  }

  function stop({ key, fileId }: Item): void {
    running.current.get(key)?.stop();
    running.current.delete(key);
    if (fileId !== undefined) void dropFile(fileId);
    forget(key);
  }

  const { group } = sender;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was on its way is taken up once for each group
  useEffect(() => {
    let isHere = true;
    if (group !== undefined && personId !== '')
      void keptFiles(personId, group).then((kept) => {
        for (const { fileId, file, hash } of isHere ? kept : []) {
          const item: Item = { key: crypto.randomUUID(), file, state: 'sending', part: 0, fileId, hash };
          setItems((all) => (all.some((one) => one.fileId === fileId) ? all : [...all, item]));
          void send(item);
        }
      });
    return () => {
      isHere = false;
      for (const sending of running.current.values()) sending?.stop();
      running.current.clear();
    };
  }, [group, personId]);

  return { items, add: (files: File[]) => void Promise.all(files.map(add)), choose, stop, forget };
}
