// One award as its laureate, its country and the secretariat see it.
import { extended } from '../../domain/cycle/pauses.ts';
import { cycleStream } from '../../domain/cycle/state.ts';
import type { Db } from '../database.ts';
import { deadlineOf } from '../deadline.ts';
import { loadState } from '../execute.ts';
import { findZone } from '../people.ts';
import { textIn } from './circulation-notes.ts';

/** Null for who is neither laureate nor runner-up. `reader` is whose clock is shown beside the cycle's. */
export async function findAward(db: Db, laureateId: string, reader: string | null) {
  const row = await db.read
    .selectFrom('laureates as l')
    .innerJoin('nominations as n', 'n.nomination_id', 'l.laureate_id')
    .innerJoin('cycles as c', 'c.cycle_id', 'l.cycle_id')
    .leftJoin('dossiers as d', 'd.hash', 'n.dossier')
    .leftJoin('award_offers as o', 'o.laureate_id', 'l.laureate_id')
    .leftJoin('people as p', (join) => join.onRef('p.person_id', '=', 'o.contact').on('p.erased_at', 'is', null))
    .select(['l.laureate_id', 'l.cycle_id', 'l.panel_group', 'l.country', 'l.category', 'l.place', 'l.organisation'])
    .select(['l.answer', 'l.replaced_by', 'n.title', 'd.content', 'c.definition', 'c.zone', 'c.title as cycle'])
    .select(['o.offered_at', 'o.answer_by', 'o.set_at', 'o.proof', 'o.proof_text', 'o.public_note'])
    .select(['p.person_id', 'p.name', 'p.email', 'p.language'])
    .where('l.laureate_id', '=', laureateId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { definition, content, answer_by, set_at, proof, person_id, name, email, language } = row;
  const { citationField } = definition.form;
  const own = reader === null ? null : await findZone(db, reader);
  const end = answer_by === null ? null : await endOf(db, row.cycle_id, answer_by, set_at);
  const contact =
    person_id === null
      ? null
      : { personId: person_id, name: name ?? '', email: email ?? '', language: language ?? 'en' };
  return {
    ...{ laureateId, cycleId: row.cycle_id, panel: `${row.cycle_id}~${row.panel_group}` },
    ...{ country: row.country, category: row.category, place: row.place },
    ...{ organisation: row.organisation, title: row.title, cycle: row.cycle },
    categoryNames: definition.categories.find(({ key }) => key === row.category)?.names ?? { en: row.category },
    citation: citationField === undefined ? null : textIn(textsOf(content)?.[citationField]),
    offeredAt: row.offered_at?.toISOString() ?? null,
    answerBy: end && deadlineOf(end.toISOString(), row.zone, own),
    ...{ answer: row.answer, replacedBy: row.replaced_by, contact },
    proof: proof && { outcome: proof, text: row.proof_text },
    publicNote: row.public_note,
  };
}

const textsOf = (content: Record<string, unknown> | null) => content?.content as Record<string, unknown> | undefined;

/** Until when the laureate may answer, with the suspensions since that was set. */
export async function endOf(db: Db, cycleId: string, answerBy: Date, setAt: Date | null): Promise<Date> {
  const { state } = await loadState(db, cycleStream(cycleId));
  return state.status === 'none' ? answerBy : extended(state, answerBy, setAt?.toISOString());
}
