// Codes in the place of entries and judges, so that a record names nobody.
import type { Entry, PanelEvent } from '../panel/messages.ts';
import type { ScorecardEvent } from '../scorecard/messages.ts';
import { commitmentOf, pseudonymOf } from './signing.ts';

export type Codes = {
  entry(nominationId: string): string;
  judge(judgeId: string): string;
  pair(ids: { nominationId: string; judgeId: string }): { entry: string; judge: string };
  /** Something that could be guessed from its hash. */
  hidden(what: string, hash: string): string;
  /** Every entry, in the order of the codes. */
  entries: { code: string; entry: Entry }[];
};

/** Entries are numbered in the order of their ids, so that whatever a tally orders by id it orders by code alike. */
export function codesOf(history: (PanelEvent | ScorecardEvent)[], cycleId: string, secret: string): Codes {
  const all = history.flatMap((event) => (event.type === 'PanelFormed' ? event.data.entries : []));
  const sorted = [...all].sort((a, b) => (a.nominationId < b.nominationId ? -1 : 1));
  const width = Math.max(2, String(sorted.length).length);
  const entries = sorted.map((entry, index) => ({ code: `E${String(index + 1).padStart(width, '0')}`, entry }));
  const byId = new Map(entries.map(({ code, entry }) => [entry.nominationId, code]));
  const entry = (id: string) => {
    const code = byId.get(id);
    if (code === undefined) throw new Error(`The panel has no entry ${id}.`);
    return code;
  };
  const judge = (id: string) => `J-${pseudonymOf(secret, 'judge', cycleId, id).slice(0, 12)}`;
  return {
    ...{ entry, judge, entries },
    pair: ({ nominationId, judgeId }) => ({ entry: entry(nominationId), judge: judge(judgeId) }),
    hidden: (what, hash) => pseudonymOf(secret, what, cycleId, hash),
  };
}

export const entrySalt = ({ nominationId }: Pick<Entry, 'nominationId'>, secret: string): string =>
  pseudonymOf(secret, 'entry-name', nominationId);
export const commitToEntry = (entry: Pick<Entry, 'nominationId' | 'organisation'>, secret: string): string =>
  commitmentOf(entrySalt(entry, secret), entry.organisation);

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** A result with codes wherever it has ids. */
export function inCodes(value: object, codes: Codes): object {
  const known = new Map(codes.entries.map(({ code, entry }) => [entry.nominationId, code]));
  const codeOf = (id: string) => known.get(id) ?? codes.judge(id);
  return JSON.parse(JSON.stringify(value), (_key, part) =>
    typeof part === 'string' ? part.replace(uuid, codeOf) : part,
  );
}
