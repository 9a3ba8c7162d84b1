// Who is signed in here, and how that begins and ends.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Contract } from '../../api/contract.ts';
import { ask, onSignedOut, Problem } from '../api/client.ts';
import { keyOf } from '../api/query.ts';

export type Me = Contract<'get', '/me'>['answer'];

const key = keyOf('/me');
const nobodyYet: Me = { personId: '', name: '', email: '', language: '', zone: null, roles: [] };

/** Null where nobody is signed in; undefined while it is not known. */
export function useMe(): Me | null | undefined {
  const { data, error } = useQuery<Me | null, Problem>({
    queryKey: key,
    queryFn: ({ signal, client }) =>
      ask('get', '/me', { signal }).catch((problem: Problem) => {
        // Offline one stays who one was, and so does one whose session has ended: what was typed is on the screen still.
        if (problem.status === 401) return client.getQueryData<Me>(key) ?? null;
        // Somebody who is signed in and holds no role: there is nothing to see, and that is said.
        if (problem.status === 403) return nobodyYet;
        throw problem;
      }),
    staleTime: 60_000,
  });
  return data ?? (error === null ? data : null);
}

export const holds = (me: Me | null | undefined, ...roles: string[]): boolean =>
  me?.roles.some(({ role }) => roles.includes(role)) ?? false;

/** True once a request was refused for want of a login, until somebody signs in again. */
export function useExpired(): [boolean, () => void] {
  const [expired, setExpired] = useState(false);
  useEffect(() => onSignedOut(() => setExpired(true)), []);
  return [expired, () => setExpired(false)];
}

const owed = 'laureate.leaving';
const untold = new Set<() => void>();

/** True from leaving without a line until the server has heard of it. */
export function useLeft(): boolean {
  const [left, setLeft] = useState(() => localStorage.getItem(owed) !== null);
  useEffect(() => {
    const hear = () => setLeft(true);
    untold.add(hear);
    return () => void untold.delete(hear);
  }, []);
  return left;
}

/** Wipes this browser first, which needs no line; then ends the session. */
export async function signOut(): Promise<void> {
  localStorage.setItem(owed, 'yes');
  await wipe();
  if (!(await settleLeaving())) for (const tell of untold) tell();
}

/** Tells the server that the person has left here, and goes to the sign-in. @returns false where nobody answered. */
export async function settleLeaving(): Promise<boolean> {
  const problem = await auth('/sign-out', {}).then(() => null, asProblem);
  if (problem !== null && (problem.status === 0 || problem.status >= 500)) return false;
  // What could not be fetched to be wiped without a line can be now.
  await wipe();
  localStorage.removeItem(owed);
  location.assign('/app/sign-in');
  return true;
}

const asProblem = (error: unknown) => (error instanceof Problem ? error : new Problem(0, 'offline', String(error)));

/** What a browser cannot wipe, it has not kept: the rest goes. */
async function wipe(): Promise<void> {
  for (const tell of beforeLeaving) await (async () => tell())().catch(() => {});
}

const beforeLeaving = new Set<() => Promise<void> | void>();
/** What must be wiped from this browser when the person leaves. */
export const onLeaving = (wipe: () => Promise<void> | void): void => void beforeLeaving.add(wipe);

/** Asks sign-in itself, whose answers have a shape of their own. @throws Problem */
export async function auth<Answer = unknown>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/api/auth${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch((error: Error) => {
    throw new Problem(0, 'offline', error.message);
  });
  const said = (await response.json().catch(() => ({}))) as {
    code?: string;
    type?: string;
    message?: string;
    detail?: string;
  };
  if (response.ok) return said as Answer;
  const code = said.code?.toLowerCase().replaceAll('_', '-') ?? said.type?.split('/').at(-1) ?? String(response.status);
  throw new Problem(response.status, code, said.detail ?? said.message ?? response.statusText, said);
}
