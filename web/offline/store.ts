// What this browser keeps of the judge desk while there is no line: answers and papers to read, sheets to send. One person's at a time.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** `abstains`: the criterion is left out, and the comment says why. */
export type Score = { criterion: string; points: number | null; comment: string; abstains?: true | undefined };
export type Answer = { address: string; body: unknown; keptAt: string };
export type Paper = { address: string; bytes: Blob; keptAt: string };
/** A half-written sheet that the server has not got yet, on top of the version that was read. */
export type KeptDraft = { scorecard: string; scores: Score[]; baseVersion: number; savedAt: string };
export type Waiting = {
  /** The Idempotency-Key too: however often it is sent, it counts once. */
  id: string;
  scorecard: string;
  title: { [language: string]: string };
  scores: { criterion: string; points: number; comment: string }[];
  /** Missing in what an earlier version of this page kept. */
  abstained?: { criterion: string; reason: string }[];
  writtenAt: string;
  state: 'waiting' | 'sent' | 'refused';
  /** When it arrived, or was refused. */
  answeredAt?: string;
  problem?: { code: string; detail: string; keptAt?: string };
};
/** Whose it all is, and since when it was last brought up to date. */
export type Owner = { personId: string; takenAt: string | null; entries: number };

interface Schema extends DBSchema {
  owner: { key: string; value: Owner };
  answers: { key: string; value: Answer };
  papers: { key: string; value: Paper };
  drafts: { key: string; value: KeptDraft };
  queue: { key: string; value: Waiting };
}
const stores = ['owner', 'answers', 'papers', 'drafts', 'queue'] as const;

let opened: Promise<IDBPDatabase<Schema>> | undefined;
export function offlineStore(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('laureate-judge', 1, {
    upgrade(db) {
      db.createObjectStore('owner');
      db.createObjectStore('answers', { keyPath: 'address' });
      db.createObjectStore('papers', { keyPath: 'address' });
      db.createObjectStore('drafts', { keyPath: 'scorecard' });
      db.createObjectStore('queue', { keyPath: 'id' });
    },
  });
  return opened;
}

export const findOwner = async (): Promise<Owner | undefined> => (await offlineStore()).get('owner', 'owner');

/** What another person left here goes before anything of this one is kept. */
export async function own(personId: string, facts: Partial<Owner> = {}): Promise<Owner> {
  const before = await findOwner();
  if (before !== undefined && before.personId !== personId) await emptyStore();
  const kept = before?.personId === personId ? before : { takenAt: null, entries: 0 };
  const owner = { ...kept, ...facts, personId };
  await (await offlineStore()).put('owner', owner, 'owner');
  return owner;
}

export async function emptyStore(): Promise<void> {
  const db = await offlineStore();
  const all = db.transaction(stores, 'readwrite');
  await Promise.all([...stores.map((name) => all.objectStore(name).clear()), all.done]);
}

/** Answers and papers go; what was written here and not sent stays. */
export async function forgetAnswers(): Promise<void> {
  const db = await offlineStore();
  await Promise.all([db.clear('answers'), db.clear('papers')]);
  const owner = await findOwner();
  if (owner !== undefined) await db.put('owner', { ...owner, takenAt: null, entries: 0 }, 'owner');
}

/** What another took along to read is not this person's; what that one wrote and could not send waits for the desk. */
export async function forgetOthers(personId: string): Promise<void> {
  const owner = await findOwner();
  if (owner !== undefined && owner.personId !== personId) await forgetAnswers();
}

/** How an answer is found again: its address without what only says how new it must be. */
export function addressKey(address: string): string {
  const url = new URL(address, location.origin);
  url.searchParams.delete('after');
  url.searchParams.sort();
  return `${url.pathname}${url.search}`;
}
