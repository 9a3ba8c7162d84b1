// Asks the API: typed by its contract, with the caller's own changes waited for, and problems as errors in words.
import type { Contract, Method, ParamsOf, PathOf } from '../../api/contract.ts';
import { linkHeader } from './link.ts';

/** What a field breaks: in English words, and by a code with values for those of the reader. */
export type FieldError = { field: string; rule: string; code?: string; values?: { [name: string]: string | number } };

/** A problem of RFC 9457 as the API tells it; `status` 0 where nobody answered. */
export class Problem extends Error {
  readonly status: number;
  /** The last part of its type, as docs/problems.md lists it; `offline` where nobody answered. */
  readonly code: string;
  readonly errors: FieldError[];
  /** Whatever else it says: both versions of a conflict, what is allowed. */
  readonly extra: { [name: string]: unknown };
  constructor(status: number, code: string, detail: string, extra: { [name: string]: unknown } = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.extra = extra;
    this.errors = Array.isArray(extra.errors) ? extra.errors : [];
  }
}

type Query = { [name: string]: string | number | boolean | null | undefined };
/** Names of the path, the query, the body, and more headers (If-Match, an Idempotency-Key that is kept over tries). */
export type Said<Of extends Method, Path extends string> = {
  query?: { [name in keyof Contract<Of, Path>['query']]?: Query[string] };
  headers?: { [name: string]: string };
  signal?: AbortSignal;
} & (keyof ParamsOf<Path> extends never ? { params?: Query } : { params: ParamsOf<Path> }) &
  (undefined extends Contract<Of, Path>['body']
    ? { body?: Contract<Of, Path>['body'] }
    : { body: Contract<Of, Path>['body'] });

const base = '/api/v1';

export function addressOf(path: string, params: object = {}, query: object = {}): string {
  const filled = path.replace(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(String((params as Query)[name] ?? '')).replaceAll('%7E', '~'),
  );
  const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
  return `${base}${filled}${search.size === 0 ? '' : `?${search}`}`;
}

/** Where the newest change of this page stands: what is read in the seconds after it waits for it. */
let own: { place: string; until: number } | undefined;
const waitFor = () => (own !== undefined && own.until > Date.now() ? { after: own.place } : {});

/** @throws Problem */
export const ask = <Of extends Method, Path extends PathOf<Of>>(
  method: Of,
  path: Path,
  said: Said<Of, Path>,
): Promise<Contract<Of, Path>['answer']> => send(method, path, said) as Promise<Contract<Of, Path>['answer']>;

export type AnySaid = {
  params?: object;
  query?: object;
  body?: unknown;
  headers?: { [name: string]: string };
  signal?: AbortSignal;
};
/** The same for callers that carry types of their own. @throws Problem */
export async function send(method: Method, path: string, said: AnySaid): Promise<unknown> {
  const { params, query, body, headers, signal } = said;
  const address = addressOf(path, params, { ...query, ...(method === 'get' && waitFor()) });
  const response = await fetch(address, {
    method: method.toUpperCase(),
    headers: {
      accept: 'application/json',
      ...(body !== undefined && {
        'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json',
      }),
      ...linkHeader(),
      ...headers,
    },
    ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: Error) => {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0, 'offline', error.message);
  });
  const place = response.headers.get('Laureate-Position');
  if (place !== null) own = { place, until: Date.now() + 10_000 };
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? undefined : response.json();
}

async function problemOf(response: Response): Promise<Problem> {
  const said = await response.json().catch(() => ({}));
  const { type = '', detail = response.statusText, ...extra } = said as { type?: string; detail?: string };
  const problem = new Problem(response.status, type.split('/').at(-1) || String(response.status), detail, extra);
  if (problem.status === 401) for (const tell of signedOut) tell();
  return problem;
}

const signedOut = new Set<() => void>();
/** Hears that a request was refused because nobody is signed in (any more). @returns how to stop listening. */
export function onSignedOut(tell: () => void): () => void {
  signedOut.add(tell);
  return () => void signedOut.delete(tell);
}
