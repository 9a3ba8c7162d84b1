// Sheets written without a line: kept here, sent when it is back, each once, and every answer shown.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask, Problem } from '../api/client.ts';
import { useMe } from '../app/session.ts';
import { type KeptDraft, offlineStore, own, type Score, type Waiting } from './store.ts';

const key = ['offline', 'queue'];
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('laureate-queue');
const listeners = new Set<() => void>();

/** Tells every window that something here is another. */
export function tellChanged(): void {
  channel?.postMessage('changed');
  for (const listen of listeners) listen();
}

export async function enqueue(sheet: Omit<Waiting, 'state' | 'writtenAt'>): Promise<void> {
  const db = await offlineStore();
  const older = (await db.getAll('queue')).filter((one) => one.scorecard === sheet.scorecard && one.state !== 'sent');
  await Promise.all(older.map(({ id }) => db.delete('queue', id)));
  await db.put('queue', { ...sheet, state: 'waiting', writtenAt: new Date().toISOString() });
  await db.delete('drafts', sheet.scorecard);
  tellChanged();
}

export async function dismiss(id: string): Promise<void> {
  await (await offlineStore()).delete('queue', id);
  tellChanged();
}

export const keepDraft = async (draft: Omit<KeptDraft, 'savedAt'>): Promise<void> =>
  void (await (await offlineStore()).put('drafts', { ...draft, savedAt: new Date().toISOString() }));
export const findKeptDraft = async (scorecard: string): Promise<KeptDraft | undefined> =>
  (await offlineStore()).get('drafts', scorecard);
export const dropDraft = async (scorecard: string): Promise<void> => (await offlineStore()).delete('drafts', scorecard);

/** One window at a time. Stops at the first that nobody answers. @returns whether anything was answered */
export async function sendAll(): Promise<boolean> {
  const work = async () => {
    let sent = false;
    const db = await offlineStore();
    const waiting = (await db.getAll('queue')).filter(({ state }) => state === 'waiting');
    for (const sheet of waiting.sort((a, b) => a.writtenAt.localeCompare(b.writtenAt))) {
      const answer = await send(sheet);
      if (answer === undefined) return sent;
      sent = true;
      await db.put('queue', { ...sheet, ...answer, answeredAt: new Date().toISOString() });
      tellChanged();
    }
    return (await sendDrafts()) || sent;
  };
  return 'locks' in navigator ? navigator.locks.request('laureate-queue', work) : work();
}

/** Undefined where nobody answers, or the person must sign in first: it waits on. */
async function send({
  id,
  scorecard,
  scores,
  abstained = [],
}: Waiting): Promise<Pick<Waiting, 'state' | 'problem'> | undefined> {
  try {
    const headers = { 'Idempotency-Key': id };
    await ask('post', '/scorecards/:scorecard/submit', { params: { scorecard }, body: { scores, abstained }, headers });
    return { state: 'sent' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 0 || error.status === 401 || error.status >= 500) return undefined;
    const { code, message: detail, extra } = error;
    const keptAt = typeof extra.keptAt === 'string' ? { keptAt: extra.keptAt } : {};
    return { state: 'refused', problem: { code, detail, ...keptAt } };
  }
}

const open = new Set<string>();
/** A sheet that is open saves itself. @returns how to say that it is no more. */
export function openSheet(scorecard: string): () => void {
  open.add(scorecard);
  return () => void open.delete(scorecard);
}

/** A sheet of a reference entry stays in this browser until it is handed in: nobody else goes on with it. */
export const referenceKey = (panel: string, referenceId: string): string => `reference ${panel} ${referenceId}`;
const isReference = (key: string): boolean => key.startsWith('reference ');

/** Those that another window has overtaken stay here, until the judge has seen both. */
async function sendDrafts(): Promise<boolean> {
  let saved = false;
  const db = await offlineStore();
  for (const draft of (await db.getAll('drafts')).filter(({ scorecard: key }) => !open.has(key) && !isReference(key))) {
    const { scorecard, scores, baseVersion } = draft;
    const sent = await saveDraft(scorecard, scores, baseVersion).catch(() => undefined);
    saved ||= sent !== undefined;
    if (sent !== undefined && (await db.get('drafts', scorecard))?.savedAt === draft.savedAt)
      await db.delete('drafts', scorecard);
  }
  return saved;
}

/** @throws Problem */
export const saveDraft = (scorecard: string, scores: Score[], baseVersion: number) =>
  ask('put', '/scorecards/:scorecard/draft', { params: { scorecard }, body: { scores, baseVersion } });

/** What waits, was sent and was refused, the newest first; kept true while the screen is seen. */
export function useQueue(): Waiting[] {
  const client = useQueryClient();
  useEffect(() => {
    const look = () => void client.invalidateQueries({ queryKey: key });
    listeners.add(look);
    channel?.addEventListener('message', look);
    return () => {
      listeners.delete(look);
      channel?.removeEventListener('message', look);
    };
  }, [client]);
  const { data } = useQuery({
    queryKey: key,
    queryFn: async () =>
      (await (await offlineStore()).getAll('queue')).sort((a, b) => b.writtenAt.localeCompare(a.writtenAt)),
    staleTime: 0,
  });
  return data ?? [];
}

const everySoOften = 20_000;
/** Sends what waits: at once, when the line is back, and now and then while something waits. What another person left here goes. */
export function useSending(): void {
  const client = useQueryClient();
  const waits = useQueue().some(({ state }) => state === 'waiting');
  const personId = useMe()?.personId;
  useEffect(() => {
    if (personId === undefined) return;
    const go = () =>
      void own(personId)
        .then(sendAll)
        .then((sent) => (sent ? client.invalidateQueries() : undefined));
    go();
    window.addEventListener('online', go);
    const timer = waits ? setInterval(go, everySoOften) : undefined;
    return () => {
      window.removeEventListener('online', go);
      clearInterval(timer);
    };
  }, [client, waits, personId]);
}
