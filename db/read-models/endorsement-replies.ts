// What countries have answered to the endorsement, with the instants: from the record of the cycle.
import { sql } from 'kysely';
import type { Db } from '../database.ts';

export type ReplyLine = {
  country: string;
  at: string;
  what: 'endorsed' | 'objected' | 'settled';
  laureates: string[];
  /** Of an objection and its settling. */
  reason: string | null;
  outcome: 'upheld' | 'dismissed' | 'withdrawn' | null;
  byLetter: boolean;
};
type Row = {
  type: keyof typeof kinds;
  country: string;
  at: Date;
  laureateId: string | null;
  detail: { laureates?: string[]; reason?: string; outcome?: ReplyLine['outcome']; onBehalf?: object | null };
};
const kinds = { ResultsEndorsed: 'endorsed', ResultObjected: 'objected', ObjectionSettled: 'settled' } as const;

/** Oldest first. */
export async function findReplyLines(db: Db, cycleId: string, countries: string[]): Promise<ReplyLine[]> {
  if (countries.length === 0) return [];
  const { rows } = await sql<Row>`
    select type, country, at, nomination_id as "laureateId", detail from history
    where stream_id = ${`cycle/${cycleId}`} and type = any(${Object.keys(kinds)}) and country = any(${countries})
    order by tx, position`.execute(db.read);
  return rows.map(({ type, country, at, laureateId, detail }) => ({
    ...{ country, at: at.toISOString(), what: kinds[type] },
    laureates: detail.laureates ?? (laureateId === null ? [] : [laureateId]),
    ...{ reason: detail.reason ?? null, outcome: detail.outcome ?? null },
    byLetter: (detail.onBehalf ?? null) !== null,
  }));
}
