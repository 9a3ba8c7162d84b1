// Tasks about awards that are offered: a contact to be named, a name to be corrected or proofed, a place to be filled.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { findKeptResults } from './officer-conflicts.ts';
import type { HeldRole, Task, TaskKind } from './tasks.ts';

type Row = {
  id: string;
  cycleId: string;
  group: string;
  award: string;
  country: string;
  category: string;
  title: Texts;
  zone: string;
  answer: string | null;
  contact: string | null;
  proof: 'approved' | 'correction' | null;
  answerBy: Date | null;
  public: boolean;
};

/** Whose a row's tasks are, and which. */
const kinds: { role: string; kind: TaskKind; isDue(row: Row): boolean }[] = [
  { role: 'focal-point', kind: 'name-contact', isDue: ({ answer, contact }) => answer === null && contact === null },
  { role: 'focal-point', kind: 'correct-name', isDue: ({ answer, proof }) => stands(answer) && proof === 'correction' },
  { role: 'laureate-contact', kind: 'proof-name', isDue: ({ answer, proof }) => stands(answer) && proof === null },
  {
    role: 'secretariat',
    kind: 'replace-laureate',
    isDue: (row) => (row.answer === 'declined' || row.answer === 'revoked') && !row.public,
  },
];
const stands = (answer: string | null) => answer === null || answer === 'accepted';

export async function offerTasks(db: Db, roles: HeldRole[], reader: string): Promise<Task[]> {
  const held = roles.filter(({ role }) => kinds.some((kind) => kind.role === role));
  if (held.length === 0) return [];
  const kept = await findKeptResults(db, reader);
  const rows = (await findOffered(db, held)).filter(({ id }) => !kept.has(id));
  return rows.flatMap((row) => {
    const own = held.filter((role) => isFor(role, row)).map(({ role }) => role);
    return kinds.filter(({ role, isDue }) => own.includes(role) && isDue(row)).map(({ kind }) => taskOf(kind, row));
  });
}

const isFor = ({ role, award, country, laureate }: HeldRole, row: Row): boolean => {
  if (role === 'laureate-contact') return laureate === row.id;
  return award === row.award && (role === 'secretariat' || country === row.country);
};

async function findOffered(db: Db, held: HeldRole[]): Promise<Row[]> {
  const awards = held.flatMap(({ award }) => award ?? []);
  const laureates = held.flatMap(({ laureate }) => laureate ?? []);
  const { rows } = await sql<Row>`
    select l.laureate_id as id, l.cycle_id as "cycleId", l.panel_group as "group", c.award, l.country, l.category, l.organisation as title, c.zone,
      l.answer, o.contact, o.proof, o.answer_by as "answerBy",
      exists (select 1 from published_laureates p where p.cycle_id = l.cycle_id and p.stage = 'public') as public
    from award_offers o join laureates l on l.laureate_id = o.laureate_id join cycles c on c.cycle_id = l.cycle_id
    where c.status = 'running' and o.offered_at is not null and l.current and l.place = 'laureate'
      and (c.award = any(${awards}::text[]) or l.laureate_id = any(${laureates}::uuid[]))
    order by l.laureate_id`.execute(db.read);
  return rows;
}

function taskOf(kind: TaskKind, row: Row): Task {
  const { id, cycleId, country, category, title, zone, answerBy } = row;
  const dueAt = kind === 'name-contact' ? (answerBy?.toISOString() ?? null) : null;
  return { kind, cycleId, country, category, title, count: 1, dueAt, zone, link: `/api/v1/laureates/${id}` };
}
