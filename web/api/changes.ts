// Follows what others change and reads again what is on the screen and concerned.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from './client.ts';
import { keyOf } from './query.ts';

type Change = { cycleId: string | null; nominationId: string | null; forumId: string | null };
/** Changes come in heaps; one look for each heap. */
const heapMs = 400;
/** After a lost line, a refusal, a server that is just starting. */
const againMs = 5_000;
/** Between the instant of a change and its place in the record, as a large import takes it. */
const marginSeconds = 10;

/** Wherever an id of a change stands in what was asked, and whatever names no id at all. */
function concerns(key: readonly unknown[], changes: Change[]): boolean {
  const text = JSON.stringify(key);
  const ids = changes.flatMap(({ cycleId, nominationId, forumId }) => [cycleId, nominationId, forumId]);
  return !/[0-9a-f]{8}-[0-9a-f]{4}/.test(text) || ids.some((id) => id !== null && text.includes(id));
}

/** @param since when the oldest answer on the page was asked for: what came after it is told, too. */
function open(client: QueryClient, since: number): () => void {
  let heard: string | undefined;
  let stream: EventSource;
  let heap: Change[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let broken: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const changes = heap;
    [heap, waiting] = [[], undefined];
    void client.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, changes) });
  };
  const begin = () => {
    const seconds = Math.min(Math.ceil((Date.now() - since) / 1000) + marginSeconds, 86_400);
    const from = heard === undefined ? { seconds } : { after: heard };
    stream = new EventSource(addressOf('/changes', {}, { untyped: true, ...from }));
    stream.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      heard = lastEventId;
      heap.push(JSON.parse(data));
      waiting ??= setTimeout(look, heapMs);
    };
    stream.onerror = () => {
      stream.close();
      broken = setTimeout(begin, againMs);
    };
  };
  begin();
  return () => {
    stream.close();
    clearTimeout(waiting);
    clearTimeout(broken);
  };
}

/** Only while the page is seen: a browser opens few connections to one server, and hidden tabs would hold them all. */
function follow(client: QueryClient): () => void {
  const asked = client.getQueryState(keyOf('/me'))?.dataUpdatedAt ?? Date.now();
  let close = document.hidden ? undefined : open(client, asked);
  const turn = () => {
    close?.();
    close = document.hidden ? undefined : open(client, Date.now());
    if (!document.hidden) void client.invalidateQueries();
  };
  document.addEventListener('visibilitychange', turn);
  return () => {
    document.removeEventListener('visibilitychange', turn);
    close?.();
  };
}

export function useChanges(isSignedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => (isSignedIn ? follow(client) : undefined), [client, isSignedIn]);
}
