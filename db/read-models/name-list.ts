// The names of which a judge says whether a tie stands: alphabetical, each once, and linked to no entry.

import type { NameKind } from '../../domain/judge/ties.ts';
import type { Texts } from '../../domain/messages.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import type { Db } from '../database.ts';
import { type Entry, findNamedEntries, findTied } from './found-conflicts.ts';

type Whose = { cycleId: string; judgeId: string };
export type ListedName = { key: string; names: Texts; kinds: NameKind[] };
type Mapped = ListedName & { entries: string[] };
export type NameList = {
  /** Of the whole list: an answer is about the list that was read. */
  key: string;
  names: Mapped[];
  /** Entries of the judge's groups, whoever reads them. */
  entries: string[];
  /** How many of the names were on no list that the judge has answered. */
  fresh: number;
};

/** Of all entries in the judge's groups, given to the judge or not: the list tells nothing of what is. */
export async function findNameList(db: Db, whose: Whose): Promise<NameList> {
  const [[tied], listed] = await Promise.all([findTied(db, whose), findListed(db, whose)]);
  const entries = tied === undefined ? [] : await findNamedEntries(db, whose.cycleId, tied.groups);
  const names = namesOf(whose.cycleId, entries);
  return {
    key: hashOf(names.map(({ key }) => key)),
    names,
    entries: entries.map(({ nominationId }) => nominationId),
    fresh: names.filter(({ key }) => !listed.has(key)).length,
  };
}

function namesOf(cycleId: string, entries: Entry[]): Mapped[] {
  const byKey = new Map<string, Mapped>();
  for (const { nominationId, named } of entries)
    for (const { as, names } of named) {
      const key = hashOf({ cycleId, names });
      const { kinds, entries: own } = byKey.get(key) ?? { kinds: [], entries: [] };
      const all = { kinds: [...new Set([...kinds, as])].sort(), entries: [...new Set([...own, nominationId])] };
      byKey.set(key, { key, names, ...all });
    }
  return [...byKey.values()].sort((a, b) => inOrder(wordOf(a), wordOf(b)) || (a.key < b.key ? -1 : 1));
}

const inOrder = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true }).compare;
const wordOf = ({ names }: ListedName) => names.en ?? names.und ?? Object.values(names)[0] ?? '';

async function findListed(db: Db, { cycleId, judgeId }: Whose): Promise<Set<string>> {
  const rows = await db.read
    .selectFrom('judge_list_answers')
    .select('listed')
    .where('cycle_id', '=', cycleId)
    .where('judge_id', '=', judgeId)
    .execute();
  return new Set(rows.flatMap(({ listed }) => listed));
}

export type Said = { key: string; kind: string; reason: string; at: string };

/** What the judge said of names, the newest first; a name is kept by its key. */
export async function findSaid(db: Db, { cycleId, judgeId }: Whose): Promise<Said[]> {
  const rows = await db.read
    .selectFrom('judge_list_answers')
    .select(['named', 'answered_at'])
    .where('cycle_id', '=', cycleId)
    .where('judge_id', '=', judgeId)
    .orderBy('answered_at', 'desc')
    .execute();
  return rows.flatMap(({ named, answered_at: at }) => named.map((one) => ({ ...one, at: at.toISOString() })));
}

type Answer = Whose & { answerId: string; named: Omit<Said, 'at'>[]; listed: string[] };

/** The same answer again changes nothing. */
export async function keepListAnswer(db: Db, { answerId, cycleId, judgeId, named, listed }: Answer): Promise<void> {
  await db.read
    .insertInto('judge_list_answers')
    .values({ answer_id: answerId, cycle_id: cycleId, judge_id: judgeId, named: JSON.stringify(named), listed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
