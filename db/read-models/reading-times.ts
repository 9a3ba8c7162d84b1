// How long the entries on a judge's list take to read and to score.
import { rubricOf } from '../../domain/definition-queries.ts';
import { minutesFor } from '../../domain/scorecard/reading.ts';
import type { Db } from '../database.ts';
import { hiddenFromJudges } from './nomination-versions.ts';

type Read = { cycleId: string; category: string; round: string; hash: string | null };
type Minutes = (entry: Read) => number;

/** Dossiers never change under their hash: what was counted once is kept, for a while. */
const counted = new Map<string, number>();
const mostCounted = 20_000;
const keyOf = ({ cycleId, category, round, hash }: Read) => `${cycleId}/${category}/${round}/${hash}`;

export async function readingTimes(db: Db, entries: Read[]): Promise<Minutes> {
  const unknown = entries.filter((entry) => !counted.has(keyOf(entry)));
  if (counted.size + unknown.length > mostCounted) counted.clear();
  const [definitions, contents] = await Promise.all([definitionsOf(db, unknown), contentsOf(db, unknown)]);
  const times = new Map(entries.map((entry) => [keyOf(entry), counted.get(keyOf(entry))]));
  for (const entry of unknown) {
    const definition = definitions.get(entry.cycleId);
    const criteria = definition === undefined ? 0 : rubricOf(definition, entry.category, entry.round).criteria.length;
    const hidden = definition === undefined ? new Set<string>() : hiddenFromJudges(definition);
    const content = contents.get(entry.hash ?? '') ?? {};
    const minutes = minutesFor({ content, hidden, criteria });
    counted.set(keyOf(entry), minutes);
    times.set(keyOf(entry), minutes);
  }
  return (entry) => times.get(keyOf(entry)) ?? 1;
}

async function definitionsOf(db: Db, entries: Read[]) {
  const cycles = [...new Set(entries.map(({ cycleId }) => cycleId))];
  if (cycles.length === 0) return new Map();
  const rows = await db.read
    .selectFrom('cycles')
    .select(['cycle_id', 'definition'])
    .where('cycle_id', 'in', cycles)
    .execute();
  return new Map(rows.map((row) => [row.cycle_id, row.definition]));
}

async function contentsOf(db: Db, entries: Read[]) {
  const hashes = [...new Set(entries.flatMap(({ hash }) => hash ?? []))];
  if (hashes.length === 0) return new Map<string, Record<string, unknown>>();
  const rows = await db.read.selectFrom('dossiers').select(['hash', 'content']).where('hash', 'in', hashes).execute();
  return new Map(rows.map(({ hash, content }) => [hash, (content.content ?? {}) as Record<string, unknown>]));
}
