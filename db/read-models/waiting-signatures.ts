// Signatures by letter that wait for a second person: written in the command's transaction, gone once they have effect.
import type { AwardsEvent } from '../../domain/events.ts';
import type { KeptSignature } from '../../domain/messages.ts';
import { type Db, kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectWaitingSignatures(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'ForwardingSignatureRecorded': {
      const { iso2, category, signature, by } = event.data;
      return keep({ ...subjectOf(event.data), country: iso2, category, panel_group: null }, signature, by, at);
    }
    case 'DecisionSignatureRecorded': {
      const { group, signature, by } = event.data;
      const country = /^([A-Z]{2})-/.exec(group)?.[1] ?? null;
      return keep({ ...ofPanel(event.data), country, category: null, panel_group: group }, signature, by, at);
    }
    case 'ForwardingSigned':
    case 'NoNomineeDeclared':
      return [drop(subjectOf(event.data))];
    case 'DecisionRecorded':
    case 'DecisionSigned':
      return [drop(ofPanel(event.data))];
    default:
      return [];
  }
}

type Subject = { cycle_id: string; subject: string };
type About = Subject & { country: string | null; category: string | null; panel_group: string | null };

const subjectOf = ({ cycleId, iso2, category }: { cycleId: string; iso2: string; category: string }): Subject => ({
  cycle_id: cycleId,
  subject: `forwarding/${iso2}/${category}`,
});
const ofPanel = ({ cycleId, group }: { cycleId: string; group: string }): Subject => ({
  cycle_id: cycleId,
  subject: `decision/${group}`,
});

function keep(about: About, signature: KeptSignature, by: string, at: string): Compilable[] {
  if (signature.kind !== 'on-behalf') return [];
  const { letter, reference, date = null, signatory } = signature;
  const facts = { letter, reference, date, office: signatory?.office ?? null };
  const { cycle_id: _cycle, subject: _subject, ...rest } = about;
  const set = { ...rest, ...facts, signatory_id: signatory?.signatoryId ?? null, recorded_by: by, recorded_at: at };
  return [
    kysely
      .insertInto('waiting_signatures')
      .values({ ...about, ...set })
      .onConflict((conflict) => conflict.columns(['cycle_id', 'subject']).doUpdateSet(set)),
  ];
}

const drop = ({ cycle_id, subject }: Subject): Compilable =>
  kysely.deleteFrom('waiting_signatures').where('cycle_id', '=', cycle_id).where('subject', '=', subject);

export type WaitingSignature = {
  subject: string;
  category: string | null;
  group: string | null;
  country: string | null;
  letter: string;
  reference: string;
  date: string | null;
  office: string | null;
  /** Null where it was erased, or is older than that it was asked for. */
  name: string | null;
  recordedBy: string;
  recordedAt: string;
};

type Filter = { country?: string | undefined; limit?: number; after?: string | undefined };

/** Of a cycle, or of one country of it, in the order of their subjects; `after` is the last one seen. */
export async function findWaitingSignatures(db: Db, cycleId: string, filter: Filter): Promise<WaitingSignature[]> {
  const { country, limit = 1_000, after } = filter;
  let query = db.read
    .selectFrom('waiting_signatures as w')
    .leftJoin('signatories as s', 's.signatory_id', 'w.signatory_id')
    .select(['w.subject', 'w.category', 'w.panel_group as group', 'w.country', 'w.letter', 'w.reference', 'w.date'])
    .select(['w.office', 's.name', 'w.recorded_by as recordedBy', 'w.recorded_at as recordedAt'])
    .where('w.cycle_id', '=', cycleId);
  if (country !== undefined) query = query.where('w.country', '=', country);
  if (after !== undefined) query = query.where('w.subject', '>', after);
  const rows = await query.orderBy('w.subject').limit(limit).execute();
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}
