// Nominations as lists and one by one, for those who may see them.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';

type Filter = {
  country: string | null;
  category: string | null;
  status: string | null;
  editor: string | null;
  limit: number;
  after: string | undefined;
};
export type NominationLine = {
  nominationId: string;
  cycleId: string;
  country: string;
  category: string;
  status: string;
  version: number;
  organisation: Texts;
  title: Texts;
  submittedAt: string;
  correctBy: string | null;
  checks: { passed: number; failed: number; of: number };
};

/** In the order of their ids; `after` is the last one seen. `editor` keeps to the nominations that a person edits. */
export async function findNominations(db: Db, cycleId: string, filter: Filter): Promise<NominationLine[]> {
  const { rows } = await sql<
    Omit<NominationLine, 'submittedAt' | 'correctBy' | 'checks'> & {
      submittedAt: Date;
      correctBy: Date | null;
      passed: number;
      failed: number;
      items: number;
    }
  >`
    select n.nomination_id as "nominationId", n.cycle_id as "cycleId", n.country, n.category, n.status, n.version, n.organisation, n.title,
      n.submitted_at as "submittedAt", n.correct_by as "correctBy", k.passed, k.failed, json_array_length(c.definition -> 'checklist') as items
    from nominations n join cycles c using (cycle_id)
      left join lateral (select count(*) filter (where outcome = 'passed')::int as passed, count(*) filter (where outcome = 'failed')::int as failed
        from nomination_checks where nomination_id = n.nomination_id) k on true
    where n.cycle_id = ${cycleId} and (${filter.country}::text is null or n.country = ${filter.country})
      and (${filter.category}::text is null or n.category = ${filter.category}) and (${filter.status}::text is null or n.status = ${filter.status})
      and (${filter.editor}::uuid is null or exists (select 1 from drafts d
        where d.form = 'nomination' and d.subject_id = n.nomination_id and ${filter.editor}::uuid = any (d.editors)))
      and (${filter.after ?? null}::uuid is null or n.nomination_id > ${filter.after ?? null}::uuid)
    order by n.nomination_id limit ${filter.limit}`.execute(db.read);
  return rows.map(({ passed, failed, items, submittedAt, correctBy, ...row }) => ({
    ...row,
    submittedAt: submittedAt.toISOString(),
    correctBy: correctBy?.toISOString() ?? null,
    checks: { passed, failed, of: items },
  }));
}

/** `blindFor` names the cycle whose policy decides what judges do not see: the names are left out here, never by the screen. */
export async function getNomination(db: Db, nominationId: string, { blindFor }: { blindFor: string | null }) {
  const row = await db.read
    .selectFrom('nominations')
    .innerJoin('cycles', 'cycles.cycle_id', 'nominations.cycle_id')
    .leftJoin('dossiers', 'dossiers.hash', 'nominations.dossier')
    .selectAll('nominations')
    .select(['cycles.definition', 'dossiers.content'])
    .where('nomination_id', '=', nominationId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const checks = await db.read
    .selectFrom('nomination_checks')
    .selectAll()
    .where('nomination_id', '=', nominationId)
    .orderBy('item')
    .execute();
  const { definition } = row;
  const blind = blindFor !== null && definition.judging.blind.nominee;
  const personal = definition.form.sections.flatMap((section) =>
    section.fields.filter((field) => field.personal).map((field) => field.key),
  );
  const hidden = new Set([
    ...(blindFor === null ? [] : personal),
    ...(blind ? [definition.form.organisationField] : []),
  ]);
  const stored = (row.content?.content ?? {}) as Record<string, unknown>;
  const nobody: Texts = { en: '—' };
  return {
    nominationId,
    cycleId: row.cycle_id,
    country: row.country,
    category: row.category,
    status: row.status,
    version: row.version,
    organisation: blind ? nobody : row.organisation,
    title: row.title,
    submittedAt: row.submitted_at.toISOString(),
    correctBy: row.correct_by?.toISOString() ?? null,
    checks: {
      passed: checks.filter((check) => check.outcome === 'passed').length,
      failed: checks.filter((check) => check.outcome === 'failed').length,
      of: definition.checklist.length,
    },
    content: Object.fromEntries(Object.entries(stored).filter(([field]) => !hidden.has(field))),
    originals: blindFor === null ? ((row.content?.originals ?? {}) as Record<string, string>) : {},
    files: row.files,
    returned: row.returned,
    recorded:
      blindFor === null
        ? checks.map(({ item, outcome, note, recorded_at }) => ({ item, outcome, note, at: recorded_at.toISOString() }))
        : [],
  };
}
