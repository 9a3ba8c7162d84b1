// "Take my entries offline": brings entries, rubrics and papers into this browser, with the pages themselves, and takes them out again.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { addressOf, send } from '../api/client.ts';
import { addressKey, emptyStore, findOwner, forgetAnswers, type Owner, offlineStore, own } from './store.ts';

const key = ['offline', 'owner'];
const worker = '/app/sw.js';

/** What has been taken along; undefined where nothing was. */
export function useTakenAlong(): Owner | undefined {
  const { data } = useQuery({ queryKey: key, queryFn: async () => (await findOwner()) ?? null, staleTime: 0 });
  return data?.takenAt ? data : undefined;
}

export type Progress = { done: number; of: number };
type Entry = { sheet: { id: string; cycleId: string; nominationId: string } };
type Page = { items: Entry[]; next: string | null };
export type Papers = 'none' | 'light' | 'full';

export function useTaking(personId: string) {
  const client = useQueryClient();
  const look = () => client.invalidateQueries({ queryKey: key });
  return {
    take: async (cycleIds: string[], papers: Papers, tell: (progress: Progress) => void) => {
      await takeAlong(personId, cycleIds, papers, tell);
      await look();
    },
    leave: async () => {
      await forgetAnswers();
      await look();
    },
  };
}

async function takeAlong(personId: string, cycleIds: string[], papers: Papers, tell: (progress: Progress) => void) {
  await own(personId);
  await Promise.all([
    keepPages(),
    keepAnswer('/me'),
    keepAnswer('/me/tasks'),
    keepAnswer('/judging'),
    ...cycleIds.map(keepCycle),
  ]);
  let cursor: string | undefined;
  const entries: Entry[] = [];
  do {
    const query = cursor === undefined ? {} : { cursor };
    const page = (await send('get', '/judging/entries', { query })) as Page;
    for (const entry of page.items) {
      await put(addressOf('/scorecards/:scorecard/entry', { scorecard: entry.sheet.id }), entry);
      entries.push(entry);
    }
    cursor = page.next ?? undefined;
    tell({ done: entries.length, of: entries.length + (cursor === undefined ? 0 : 1) });
  } while (cursor !== undefined);
  if (papers !== 'none') await keepPapers(entries, papers, tell);
  await own(personId, { takenAt: new Date().toISOString(), entries: entries.length });
}

async function keepCycle(cycleId: string) {
  await keepAnswer('/cycles/:cycleId/definition', { cycleId });
  await keepAnswer('/scorecards', {}, { cycleId, limit: 200 });
}

async function keepAnswer(path: string, params: object = {}, query: object = {}): Promise<void> {
  await put(addressOf(path, params, query), await send('get', path, { params, query }));
}

async function put(address: string, body: unknown): Promise<void> {
  await (await offlineStore()).put('answers', { address: addressKey(address), body, keptAt: new Date().toISOString() });
}

type Booklet = { full: { url: string }; light: { url: string } };

/** A paper that cannot be made is left out; the form is there. */
async function keepPapers(
  entries: Entry[],
  papers: 'light' | 'full',
  tell: (progress: Progress) => void,
): Promise<void> {
  const db = await offlineStore();
  for (const [index, { sheet }] of entries.entries()) {
    const { nominationId } = sheet;
    const path = '/nominations/:nominationId/booklet';
    const booklet = (await send('get', path, { params: { nominationId } })) as Booklet;
    await put(addressOf(path, { nominationId }), booklet);
    const { url } = booklet[papers];
    const response = await fetch(url);
    const keptAt = new Date().toISOString();
    if (response.ok) await db.put('papers', { address: addressKey(url), bytes: await response.blob(), keptAt });
    tell({ done: index + 1, of: entries.length });
  }
}

/** The worker keeps the pages' own files, and gives what is kept here while nobody answers. */
async function keepPages(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(worker, { scope: '/app/' });
  await navigator.serviceWorker.ready;
}

/** Before the person leaves this browser: nothing of theirs stays. */
export async function wipe(): Promise<void> {
  await emptyStore();
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
}
