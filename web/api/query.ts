// How screens read and act: a view that is kept fresh, a list that grows page by page, an act that is sent once.
import {
  type UseMutationResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import type { Contract, Method, PathOf } from '../../api/contract.ts';
import { type AnySaid, type Problem, type Said, send } from './client.ts';

type Asked<Path extends string> = Omit<Said<'get', Path>, 'body' | 'headers' | 'signal'>;
type Answer<Of extends Method, Path extends string> = Contract<Of, Path>['answer'];

/** The key of what is read: path, names, query. Changes that others make are matched to it by the ids in it. */
export const keyOf = (path: string, { params = {}, query = {} }: AnySaid = {}) => [path, params, query];

const reading = <Path extends string>(path: Path, asked: AnySaid) => ({
  queryKey: keyOf(path, asked),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    send('get', path, { ...asked, signal }) as Promise<Answer<'get', Path>>,
});

/** The view itself; the screen shows its waiting and its problems by the boundary above it. */
export const useView = <Path extends PathOf<'get'>>(path: Path, asked: Asked<Path>): Answer<'get', Path> =>
  useSuspenseQuery<Answer<'get', Path>, Problem, Answer<'get', Path>>(reading(path, asked as AnySaid)).data;

/** The same where the screen itself shows waiting and problems; `enabled: false` asks nothing yet. */
export const useMaybeView = <Path extends PathOf<'get'>>(path: Path, asked: Asked<Path>, { enabled = true } = {}) =>
  useQuery<Answer<'get', Path>, Problem, Answer<'get', Path>>({ ...reading(path, asked as AnySaid), enabled });

type Item<Path extends string> = Answer<'get', Path> extends { items: (infer One)[] } ? One : never;
export type List<One> = {
  items: One[];
  isLoading: boolean;
  problem: Problem | null;
  /** Undefined on the last page. */
  more: (() => void) | undefined;
  isLoadingMore: boolean;
};

export function useList<Path extends PathOf<'get'>>(
  path: Path,
  asked: Asked<Path>,
  { enabled = true } = {},
): List<Item<Path>> {
  type Page = { items: Item<Path>[]; next: string | null };
  const read = useInfiniteQuery<Page, Problem, { pages: Page[] }, unknown[], string | undefined>({
    queryKey: [...keyOf(path, asked as AnySaid), 'list'],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...asked.query, ...(pageParam !== undefined && { cursor: pageParam }) };
      return (await send('get', path, { ...(asked as AnySaid), query, signal })) as Page;
    },
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled,
  });
  return {
    items: read.data?.pages.flatMap(({ items }) => items) ?? [],
    isLoading: read.isLoading,
    problem: read.error,
    more: read.hasNextPage ? () => void read.fetchNextPage() : undefined,
    isLoadingMore: read.isFetchingNextPage,
  };
}

export type Act<Of extends Method, Path extends string> = UseMutationResult<Answer<Of, Path>, Problem, Said<Of, Path>>;

/**
 * Sends a command. Tried again under one Idempotency-Key while nobody answers, so that it counts once; afterwards all
 * that is shown is read anew, and waits for the change.
 */
export function useAct<Of extends Exclude<Method, 'get' | 'head'>, Path extends PathOf<Of>>(
  method: Of,
  path: Path,
  { onDone }: { onDone?: (answer: Answer<Of, Path>, said: Said<Of, Path>) => void } = {},
): Act<Of, Path> {
  const client = useQueryClient();
  return useMutation<Answer<Of, Path>, Problem, Said<Of, Path>>({
    mutationFn: (said) => {
      keys.set(said, keys.get(said) ?? crypto.randomUUID());
      const headers = { 'Idempotency-Key': keys.get(said) ?? '', ...said.headers };
      return send(method, path, { ...(said as AnySaid), headers }) as Promise<Answer<Of, Path>>;
    },
    retry: (times, problem) => times < 3 && (problem.status === 0 || problem.status === 503),
    onSuccess: async (answer, said) => {
      onDone?.(answer, said);
      await client.invalidateQueries();
    },
  });
}
/** One for each thing said, however often it is sent. */
const keys = new WeakMap<object, string>();
