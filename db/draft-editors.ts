// The editors of a shared draft: who they are, how they came and went, and whether anybody is left.

import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Editing } from '../domain/nomination/editing.ts';
import { deskRoles } from '../domain/roles.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

export type EditorChange = {
  form: string;
  subjectId: string;
  what: 'invited' | 'joined' | 'ended' | 'named';
  personId: string;
  actor: string;
  reason?: string;
};
export type EditorLine = { personId: string; name: string | null; active: boolean };
export type InvitedLine = { personId: string; name: string; until: Date };

/** Of `person` the draft `d` of the cycle `c`: known, not erased, and in a role of the country that edits. */
export const activeEditor = (person: ReturnType<typeof sql>) => sql<boolean>`(
  exists (select 1 from people p where p.person_id = ${person} and p.erased_at is null)
  and exists (select 1 from grants g where g.person_id = ${person} and g.role in ('applicant', 'focal-point')
    and g.award = c.award and g.country = d.country and g.revoked_at is null and g.from_at <= clock_timestamp()
    and (g.until_at is null or g.until_at > clock_timestamp())))`;

/** Of the draft `d` of the cycle `c`: nobody is left who can edit it. */
export const orphaned = sql<boolean>`
  not exists (select 1 from unnest(d.editors) as e where ${activeEditor(sql`e`)})`;

/** The draft is not kept from others meanwhile. Undefined where there is none. */
export async function findEditing(db: Db | Transaction<Tables>, nominationId: string): Promise<Editing | undefined> {
  const { rows } = await sql<Editing>`
    select d.created_by as "startedBy", d.editors, d.in_house as "inHouse",
      array(select e from unnest(d.editors) as e where ${activeEditor(sql`e`)}) as active
    from drafts d join cycles c on c.cycle_id = d.cycle_id
    where d.form = 'nomination' and d.subject_id = ${nominationId}`.execute('read' in db ? db.read : db);
  return rows[0];
}

/** In the order in which they came, with those who are invited and have not answered. */
export async function listEditors(
  db: Db,
  nominationId: string,
): Promise<{ editors: EditorLine[]; invited: InvitedLine[] }> {
  const [editors, invited] = await Promise.all([
    sql<EditorLine>`
      select u.e as "personId", p.name, ${activeEditor(sql`u.e`)} as active
      from drafts d join cycles c on c.cycle_id = d.cycle_id
        cross join lateral unnest(d.editors) with ordinality as u(e, place)
        left join people p on p.person_id = u.e and p.erased_at is null
      where d.form = 'nomination' and d.subject_id = ${nominationId} order by u.place`.execute(db.read),
    sql<InvitedLine>`
      select l.person_id as "personId", p.name, max(l.expires_at) as until
      from links l join people p on p.person_id = l.person_id and p.erased_at is null
      where l.subject_id = ${nominationId} and l.purpose = 'edit-nomination' and l.ended_at is null
        and l.expires_at > clock_timestamp()
      group by l.person_id, p.name order by until, l.person_id`.execute(db.read),
  ]);
  return { editors: editors.rows, invited: invited.rows };
}

/** How many people an editor has invited within a day, in all drafts. */
export async function invitedToday(db: Db, actor: string): Promise<number> {
  const { n } = await db.read
    .selectFrom('editor_changes')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('actor', '=', actor)
    .where('what', '=', 'invited')
    .where('at', '>', sql<Date>`clock_timestamp() - interval '1 day'`)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Keeps the change in the draft's record, and makes it where it is one of the editors. Saying it again changes nothing. */
export const changeEditors = (db: Db, change: EditorChange, require: (editing: Editing) => void): Promise<void> =>
  db.read.transaction().execute(async (tx) => {
    const { form, subjectId, what, personId, actor, reason = null } = change;
    const draft = tx
      .selectFrom('drafts')
      .select('editors')
      .where('form', '=', form)
      .where('subject_id', '=', subjectId);
    const { editors } = await draft.forUpdate().executeTakeFirstOrThrow();
    const comes = what === 'joined' || what === 'named';
    if (what !== 'invited' && editors.includes(personId) === comes) return;
    const editing = await findEditing(tx, subjectId);
    if (editing !== undefined) require(editing);
    const after = comes ? [...editors, personId] : editors.filter((one) => one !== personId);
    if (what !== 'invited')
      await tx
        .updateTable('drafts')
        .set({ editors: after })
        .where('form', '=', form)
        .where('subject_id', '=', subjectId)
        .execute();
    await tx
      .insertInto('editor_changes')
      .values({ change_id: randomUUID(), form, subject_id: subjectId, what, person_id: personId, actor, reason })
      .execute();
  });

/** The roles of the country's desk that a person holds there. */
export async function findDeskRoles(db: Db, personId: string, award: string, country: string): Promise<string[]> {
  const rows = await db.read
    .selectFrom('grants')
    .select('role')
    .distinct()
    .where('person_id', '=', personId)
    .where('role', 'in', deskRoles)
    .where('award', '=', award)
    .where('country', '=', country)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', sql<Date>`clock_timestamp()`)]))
    .execute();
  return rows.map(({ role }) => role);
}
