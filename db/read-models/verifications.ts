// Which dossiers the secretariat has verified, and which are with their country.
import { sql } from 'kysely';
import type { AwardsEvent } from '../../domain/events.ts';
import { type Db, kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectVerifications(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'DossierVerified': {
      const { version, note } = event.data;
      return [keep(event.data, { status: 'verified', version, note, messages: null, answer_by: null, at })];
    }
    case 'DossierReturned': {
      const { version, messages, answerBy, reason } = event.data;
      const facts = { version, note: reason, messages: JSON.stringify(messages), answer_by: answerBy };
      return [keep(event.data, { status: 'with-country', ...facts, at })];
    }
    case 'ReturnAnswered': {
      const { version } = event.data;
      return [keep(event.data, { status: 'answered', version, note: '', messages: null, answer_by: null, at })];
    }
    case 'CycleResumed': {
      const { cycleId, suspendedAt, resumedAt } = event.data;
      const length = sql`(${resumedAt}::timestamptz - ${suspendedAt}::timestamptz)`;
      return [
        kysely
          .updateTable('dossier_verifications')
          .set({ answer_by: sql<Date>`answer_by + ${length}` })
          .where('cycle_id', '=', cycleId)
          .where('answer_by', '>', new Date(suspendedAt)),
      ];
    }
    default:
      return [];
  }
}

type Facts = {
  status: 'verified' | 'with-country' | 'answered';
  version: number;
  note: string;
  messages: string | null;
  answer_by: string | null;
  at: string;
};
const keep = ({ nominationId, cycleId }: { nominationId: string; cycleId: string }, facts: Facts) =>
  kysely
    .insertInto('dossier_verifications')
    .values({ nomination_id: nominationId, cycle_id: cycleId, ...facts })
    .onConflict((conflict) => conflict.column('nomination_id').doUpdateSet(facts));

/** Of those whom the groups' decisions name: who is verified, in the dossier's present version. */
export async function findVerified(db: Db, cycleId: string, groups: string[]): Promise<string[]> {
  const rows = await db.read
    .selectFrom('laureates as l')
    .innerJoin('nominations as n', 'n.nomination_id', 'l.laureate_id')
    .innerJoin('dossier_verifications as v', (join) =>
      join.onRef('v.nomination_id', '=', 'n.nomination_id').onRef('v.version', '=', 'n.version'),
    )
    .select('l.laureate_id')
    .where('l.cycle_id', '=', cycleId)
    .where('l.panel_group', '=', sql<string>`any(${groups}::text[])`)
    .where('l.current', '=', true)
    .where('v.status', '=', 'verified')
    .orderBy('l.laureate_id')
    .execute();
  return rows.map((row) => row.laureate_id);
}
