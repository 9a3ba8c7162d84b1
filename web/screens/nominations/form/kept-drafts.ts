// Text that is not saved yet, kept in this browser by person, draft and tab: found again after a crash, wiped when saved and at sign-out.
import type { Content } from './merging.ts';

export type KeptSection = { base: Content; baseVersion: number; typed: Content };
export type Kept = { [section: string]: KeptSection };

const prefix = 'laureate.draft/';
const tab = crypto.randomUUID();
const lockOf = (name: string) => `laureate.tab/${name}`;
const keyOf = (personId: string, draftId: string) => `${prefix}${personId}/${draftId}/${tab}`;

/** Held as long as this tab lives: whoever finds its text knows whether somebody still works on it. */
let isHeld = false;
function holdTab(): void {
  if (isHeld || !('locks' in navigator)) return;
  isHeld = true;
  void navigator.locks.request(lockOf(tab), () => new Promise(() => {}));
}

async function livingTabs(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set([tab]);
  const { held = [] } = await navigator.locks.query();
  return new Set([...held.map(({ name = '' }) => name.replace(lockOf(''), '')), tab]);
}

const read = (key: string): Kept => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
};

/** @returns false where the browser keeps nothing: it is full, or forbidden to. */
export function keep(personId: string, draftId: string, kept: Kept): boolean {
  const key = keyOf(personId, draftId);
  try {
    if (Object.keys(kept).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    return false;
  }
  holdTab();
  return true;
}

/** What tabs that are gone have left of this draft, each by itself; `drop` once it is taken over. */
export async function findLeft(personId: string, draftId: string): Promise<{ kept: Kept; drop: () => void }[]> {
  const living = await livingTabs();
  const own = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${personId}/${draftId}/`));
  return own
    .filter((key) => !living.has(key.split('/').at(-1) ?? ''))
    .map((key) => ({ kept: read(key), drop: () => localStorage.removeItem(key) }));
}

/** Before the person leaves this browser. */
export function wipeDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
