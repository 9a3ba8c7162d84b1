// What is typed into a form, and its way to the server section by section: tried again while the line is down, never overwriting.
import type { Contract } from '../../../../api/contract.ts';
import { Problem } from '../../../api/client.ts';
import { findLeft, type Kept, keep } from './kept-drafts.ts';
import { type Clash, type Content, merge, put, sameContent } from './merging.ts';

export type Draft = Contract<'get', '/drafts/:form/:subjectId'>['answer'];
type Version = { version: number; content: Content };
export type SectionState = {
  key: string;
  fields: string[];
  /** What the server is known to have, which the changes here are based on. */
  base: Version;
  typed: Content;
  phase: 'saved' | 'typing' | 'saving' | 'waiting' | 'refused';
  /** Others have changed the same places: nothing is saved before it is said what stands. */
  clash: { theirs: Version; by: string | null; at: string | null; places: Clash[] } | null;
  problem: Problem | null;
  saved: { at: string | null; by: string | null };
  /** Found in this browser, from before a crash or a lost line. */
  restored: boolean;
};
type Saving = { section: string; baseVersion: number; content: Content };
type Made = {
  draft: Draft;
  sections: { key: string; fields: string[] }[];
  personId: string;
  /** @throws Problem */
  save: (saving: Saving) => Promise<Draft>;
  onSaved: (draft: Draft) => void;
};
export type DraftStore = ReturnType<typeof makeDraftStore>;

const typingMs = 1_200;
const pausesMs = [2_000, 4_000, 8_000, 15_000];

const partOf = ({ content }: Draft, fields: string[]): Content =>
  Object.fromEntries(fields.flatMap((field) => (field in content ? [[field, content[field]]] : [])));

export function makeDraftStore({ draft, sections, personId, save, onSaved }: Made) {
  const listeners = new Set<() => void>();
  let states = new Map(sections.map(({ key, fields }) => [key, fresh(draft, key, fields)]));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;
  let { version } = draft;

  const change = (key: string, facts: Partial<SectionState>) => {
    const before = states.get(key);
    if (before === undefined) return;
    states = new Map(states).set(key, { ...before, ...facts });
    for (const tell of listeners) tell();
  };
  const isDirty = ({ base, typed }: SectionState) => !sameContent(base.content, typed);
  const keepUnsaved = () => {
    const unsaved = [...states.values()].filter(isDirty).map(({ key, base, typed }) => {
      return [key, { base: base.content, baseVersion: base.version, typed }];
    });
    keep(personId, draft.subjectId, Object.fromEntries(unsaved) as Kept);
  };
  const later = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void saveAll();
    }, ms);
  };

  /** What somebody else has saved, met by what was typed here since `base`. */
  function meet(key: string, base: Content, theirs: Version, by: string | null, at: string | null): void {
    const state = states.get(key);
    if (state === undefined) return;
    const { merged, clashes } = merge(base, state.typed, theirs.content);
    if (clashes.length > 0) {
      change(key, { clash: { theirs, by, at, places: clashes }, phase: 'typing' });
      return;
    }
    const phase = sameContent(theirs.content, merged) ? 'saved' : 'typing';
    change(key, { base: theirs, typed: merged, clash: null, phase, saved: { at, by }, problem: null });
    if (phase === 'typing') later(0);
  }

  /** The newest that the server has told; what is older than what is known here says nothing. */
  function take(newest: Draft): void {
    version = Math.max(version, newest.version);
    for (const { key, fields, base, phase, clash } of states.values()) {
      const stamp = newest.sections.find((section) => section.key === key);
      const known = clash?.theirs.version ?? base.version;
      if (stamp === undefined || stamp.version <= known || phase === 'saving') continue;
      const theirs = { version: stamp.version, content: partOf(newest, fields) };
      meet(key, base.content, theirs, stamp.savedByName, stamp.savedAt);
    }
    keepUnsaved();
  }
  /** The server has answered something: what waited for it is sent. */
  const wake = () => {
    if ([...states.values()].some(({ phase }) => phase === 'waiting')) later(0);
  };

  async function saveOne(key: string): Promise<void> {
    const before = states.get(key);
    if (before === undefined || before.clash !== null || !isDirty(before)) return;
    const { typed: sent, base, fields } = before;
    change(key, { phase: 'saving' });
    try {
      const newest = await save({ section: key, baseVersion: base.version, content: sent });
      failures = 0;
      version = Math.max(version, newest.version);
      const stamp = newest.sections.find((section) => section.key === key);
      const theirs = { version: stamp?.version ?? base.version + 1, content: partOf(newest, fields) };
      change(key, { restored: false });
      meet(key, sent, theirs, stamp?.savedByName ?? null, stamp?.savedAt ?? null);
      onSaved(newest);
    } catch (error) {
      failed(key, base, error instanceof Problem ? error : new Problem(0, 'bug', String(error)));
    }
  }

  function failed(key: string, base: Version, problem: Problem): void {
    if (problem.code === 'draft-conflict') {
      type Theirs = Version & { savedAt: string | null; savedByName: string | null };
      const { version, content, savedAt, savedByName } = problem.extra.theirs as Theirs;
      meet(key, base.content, { version, content }, savedByName, savedAt);
      return;
    }
    const passes = problem.code === 'offline' || problem.status === 401 || problem.status >= 500;
    change(key, { phase: passes ? 'waiting' : 'refused', problem });
    // Who is asked to sign in again is not asked every few seconds: it goes on with the next answer, or the next word.
    if (passes && problem.status !== 401) later(pausesMs[Math.min(failures++, pausesMs.length - 1)] ?? 0);
  }

  async function saveAll(): Promise<void> {
    if (running !== undefined) return running;
    running = (async () => {
      for (const key of states.keys()) await saveOne(key);
    })();
    await running;
    running = undefined;
    keepUnsaved();
    const left = [...states.values()].filter((state) => isDirty(state) && state.clash === null);
    if (left.some(({ phase }) => phase === 'typing' || phase === 'saved')) later(typingMs);
  }

  function type(place: string, answer: unknown): void {
    const state = [...states.values()].find(({ fields }) => fields.includes(place.split('.')[0] ?? ''));
    if (state === undefined) return;
    const phase = state.phase === 'saving' ? 'saving' : 'typing';
    change(state.key, { typed: put(state.typed, place, answer), phase });
    keepUnsaved();
    later(typingMs);
  }

  /** What stands at each place where both have written: it becomes mine, on top of theirs. */
  function resolve(key: string, answers: { [place: string]: unknown }): void {
    const state = states.get(key);
    if (state?.clash == null) return;
    const { theirs, by, at } = state.clash;
    const { merged } = merge(state.base.content, state.typed, theirs.content);
    const typed = Object.entries(answers).reduce((content, [place, answer]) => put(content, place, answer), merged);
    const phase = sameContent(theirs.content, typed) ? 'saved' : 'typing';
    change(key, { base: theirs, typed, clash: null, phase, saved: { at, by } });
    keepUnsaved();
    later(0);
  }

  /** What tabs that are gone have left, met by what stands here. What meets other unsaved text waits for the next time. */
  async function restore(): Promise<void> {
    for (const { kept, drop } of await findLeft(personId, draft.subjectId)) {
      const taken = Object.entries(kept).map(([key, { base, typed }]) => takeLeft(key, base, typed));
      keepUnsaved();
      if (taken.every((one) => one)) drop();
    }
    later(0);
  }

  function takeLeft(key: string, left: Content, typed: Content): boolean {
    const state = states.get(key);
    if (state === undefined || sameContent(typed, state.typed)) return true;
    if (isDirty(state)) return false;
    const { merged, clashes } = merge(left, typed, state.typed);
    const clash = { theirs: state.base, by: state.saved.by, at: state.saved.at, places: clashes };
    const isClear = clashes.length === 0;
    const base = isClear ? state.base : { version: state.base.version, content: left };
    change(key, { base, typed: merged, clash: isClear ? null : clash, restored: true, phase: 'typing' });
    return true;
  }

  const settle = () => {
    keepUnsaved();
    void saveAll();
  };
  return {
    subscribe: (tell: () => void) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    all: () => states,
    section: (key: string) => states.get(key),
    /** Of the draft, as it was told last. */
    version: () => version,
    take,
    wake,
    type,
    resolve,
    /** Resolves with whether all of it is saved. */
    flush: async (): Promise<boolean> => {
      clearTimeout(timer);
      timer = undefined;
      if (running !== undefined) await running;
      await saveAll();
      return [...states.values()].every((state) => !isDirty(state));
    },
    /** From now on it goes on by itself. @returns how it ends, with a last try. */
    open: () => {
      addEventListener('online', wake);
      addEventListener('pagehide', settle);
      void restore();
      return () => {
        clearTimeout(timer);
        timer = undefined;
        removeEventListener('online', wake);
        removeEventListener('pagehide', settle);
        settle();
      };
    },
  };
}

function fresh(draft: Draft, key: string, fields: string[]): SectionState {
  const { version = 1, savedAt = null, savedByName = null } = draft.sections.find((one) => one.key === key) ?? {};
  const content = partOf(draft, fields);
  const saved = { at: savedAt, by: savedByName };
  const base = { version, content };
  return { key, fields, base, typed: content, phase: 'saved', clash: null, problem: null, saved, restored: false };
}
