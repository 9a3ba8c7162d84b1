// Follows what others change and reads again what is on the screen and concerned.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from './client.ts';
import { keyOf } from './query.ts';

type Change = { cycleId: string | null; nominationId: string | null; forumId: string | null };
/** Changes come in heaps; one look for each heap. */
const heapMs = 400;
const refusedMs = 30_000;
const whoAmI = keyOf('/me');

/** Wherever an id of a change stands in what was asked, and whatever names no id at all. */
function concerns(key: readonly unknown[], changes: Change[]): boolean {
  const text = JSON.stringify(key);
  const ids = changes.flatMap(({ cycleId, nominationId, forumId }) => [cycleId, nominationId, forumId]);
  return !/[0-9a-f]{8}-[0-9a-f]{4}/.test(text) || ids.some((id) => id !== null && text.includes(id));
}

/** From where /me was answered: nothing comes unheard between the first answers and the opening of the stream. */
function open(client: QueryClient): () => void {
  let after = client.getQueryData<{ changesAfter?: string }>(whoAmI)?.changesAfter;
  let stream: EventSource;
  let heap: Change[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let refused: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const changes = heap;
    [heap, waiting] = [[], undefined];
    void client.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, changes) });
  };
  const begin = () => {
    stream = new EventSource(addressOf('/changes', {}, { untyped: true, after }));
    stream.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      after = lastEventId;
      heap.push(JSON.parse(data));
      waiting ??= setTimeout(look, heapMs);
    };
    // A lost line it takes up by itself; not after an answer that refuses, as from a server that is just starting.
    stream.onerror = () => {
      if (stream.readyState === EventSource.CLOSED) refused = setTimeout(begin, refusedMs);
    };
  };
  begin();
  return () => {
    stream.close();
    clearTimeout(waiting);
    clearTimeout(refused);
  };
}

/** Only while the page is seen: a browser opens few connections to one server, and hidden tabs would hold them all. */
function follow(client: QueryClient): () => void {
  let close = document.hidden ? undefined : open(client);
  let turns = 0;
  const turn = async () => {
    turns += 1;
    const mine = turns;
    close?.();
    close = undefined;
    if (document.hidden) return;
    await client.refetchQueries({ queryKey: whoAmI });
    if (mine !== turns) return;
    close = open(client);
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== whoAmI[0] });
  };
  const onTurn = () => void turn();
  document.addEventListener('visibilitychange', onTurn);
  return () => {
    turns += 1;
    document.removeEventListener('visibilitychange', onTurn);
    close?.();
  };
}

export function useChanges(isSignedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => (isSignedIn ? follow(client) : undefined), [client, isSignedIn]);
}
