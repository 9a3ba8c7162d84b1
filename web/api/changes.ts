// Follows what others change and reads again what is on the screen and concerned.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

type Change = { cycleId: string | null; nominationId: string | null; forumId: string | null };
/** Changes come in heaps; one look for each heap. */
const heapMs = 400;

/** Wherever an id of a change stands in what was asked, and whatever names no id at all. */
function concerns(key: readonly unknown[], changes: Change[]): boolean {
  const text = JSON.stringify(key);
  const ids = changes.flatMap(({ cycleId, nominationId, forumId }) => [cycleId, nominationId, forumId]);
  return !/[0-9a-f]{8}-[0-9a-f]{4}/.test(text) || ids.some((id) => id !== null && text.includes(id));
}

function open(client: QueryClient): () => void {
  const stream = new EventSource('/api/v1/changes?untyped=true');
  let heap: Change[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const changes = heap;
    [heap, waiting] = [[], undefined];
    void client.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, changes) });
  };
  stream.onmessage = ({ data }: MessageEvent<string>) => {
    heap.push(JSON.parse(data));
    waiting ??= setTimeout(look, heapMs);
  };
  return () => {
    stream.close();
    clearTimeout(waiting);
  };
}

/** Only while the page is seen: a browser opens few connections to one server, and hidden tabs would hold them all. */
function follow(client: QueryClient): () => void {
  let close = document.hidden ? undefined : open(client);
  const turn = () => {
    close?.();
    close = document.hidden ? undefined : open(client);
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
