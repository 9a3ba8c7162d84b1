// Nominations as lists and one by one, for those who may see them.
import { type Selectable, sql } from 'kysely';
import { findCountry } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { findDossier } from '../drafts.ts';
import type { NominationTables } from '../tables/nominations.ts';
import { findReadVersion, findVersion, hiddenFromJudges } from './nomination-versions.ts';
import { keepsAway } from './officer-conflicts.ts';

type Filter = {
  country: string | null;
  category: string | null;
  status: string | null;
  editor: string | null;
  /** Without the files that the viewer keeps away from as an officer of the secretariat. */
  viewer: string | null;
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
  /** Files that it was submitted with and that never came. */
  missingFiles: number;
};

/** That a rejection is proposed is the desk's, until it is confirmed. */
export const statusForApplicants = sql<string>`case n.status when 'rejection-proposed' then 'submitted' else n.status end`;

/** In the order of their ids; `after` is the last one seen. `editor` keeps to the nominations that a person edits. */
export async function findNominations(db: Db, cycleId: string, filter: Filter): Promise<NominationLine[]> {
  const status = filter.editor === null ? sql.ref('n.status') : statusForApplicants;
  const { rows } = await sql<
    Omit<NominationLine, 'submittedAt' | 'correctBy' | 'checks'> & {
      submittedAt: Date;
      correctBy: Date | null;
      passed: number;
      failed: number;
      items: number;
    }
  >`
    select n.nomination_id as "nominationId", n.cycle_id as "cycleId", n.country, n.category, ${status} as status, n.version, n.organisation, n.title,
      n.submitted_at as "submittedAt", n.correct_by as "correctBy", k.passed, k.failed, json_array_length(c.definition -> 'checklist') as items,
      (select count(*) from files f where f.subject_id = n.nomination_id and f.state = 'registered' and f.kind = 'attachment'
        and f.hash in (select json_array_elements_text(n.files)))::int as "missingFiles"
    from nominations n join cycles c using (cycle_id)
      left join lateral (select count(*) filter (where outcome = 'passed')::int as passed, count(*) filter (where outcome = 'failed')::int as failed
        from nomination_checks where nomination_id = n.nomination_id) k on true
    where n.cycle_id = ${cycleId} and (${filter.country}::text is null or n.country = ${filter.country})
      and (${filter.category}::text is null or n.category = ${filter.category}) and (${filter.status}::text is null or ${status} = ${filter.status})
      and (${filter.editor}::uuid is null or exists (select 1 from drafts d
        where d.form = 'nomination' and d.subject_id = n.nomination_id and ${filter.editor}::uuid = any (d.editors)))
      and not ${keepsAway(filter.viewer, sql.ref('n.nomination_id'))}
      and (${filter.after ?? null}::uuid is null or n.nomination_id > ${filter.after ?? null}::uuid)
    order by n.nomination_id limit ${filter.limit}`.execute(db.read);
  return rows.map(({ passed, failed, items, submittedAt, correctBy, ...row }) => ({
    ...row,
    submittedAt: submittedAt.toISOString(),
    correctBy: correctBy?.toISOString() ?? null,
    checks: { passed, failed, of: items },
  }));
}

export type NominationEyes = { blindFor: string | null; reader: string | null; applicant: boolean };
type Eyes = NominationEyes;
/** A nomination as it stands, or as it stood once. */
export type NominationFacts = Omit<
  Selectable<NominationTables['nominations']>,
  'organisation_id' | 'submitted_by' | 'updated_at' | 'proposed_by'
>;
export type CheckFacts = { item: string; outcome: 'passed' | 'failed'; note: string; recorded_at: Date };

/**
 * `blindFor` names the cycle whose policy decides what judges do not see: the names are left out here, never by the screen.
 * A judge, the `reader`, sees the version that the panel was given. The desk's own notes are not for an applicant.
 */
export async function getNomination(db: Db, nominationId: string, eyes: Eyes) {
  const [facts, checks] = await Promise.all([
    db.read.selectFrom('nominations').selectAll().where('nomination_id', '=', nominationId).executeTakeFirst(),
    db.read
      .selectFrom('nomination_checks')
      .select(['item', 'outcome', 'note', 'recorded_at'])
      .where('nomination_id', '=', nominationId)
      .orderBy('item')
      .execute(),
  ]);
  if (facts === undefined) return undefined;
  const reads = eyes.blindFor !== null && eyes.reader !== null;
  const version = reads ? await findReadVersion(db, nominationId, eyes.reader ?? '') : null;
  return showNomination(db, { facts, checks, version }, eyes);
}

type Shown = {
  facts: NominationFacts;
  checks: CheckFacts[];
  /** The version that a judge is given, instead of the newest. */
  version: number | null;
};

/** What the viewer may see of it. */
export async function showNomination(db: Db, { facts: row, checks, version }: Shown, { blindFor, applicant }: Eyes) {
  const { nomination_id: nominationId } = row;
  const [{ definition, zone }, newestContent] = await Promise.all([
    db.read
      .selectFrom('cycles')
      .select(['definition', 'zone'])
      .where('cycle_id', '=', row.cycle_id)
      .executeTakeFirstOrThrow(),
    findDossier(db, row.dossier),
  ]);
  const recorded = checks.map(({ item, outcome, note, recorded_at }): Recorded => {
    return { item, outcome, note: applicant ? '' : note, at: recorded_at.toISOString() };
  });
  const blind = blindFor !== null && definition.judging.blind.nominee;
  const hidden = blindFor === null ? new Set<string>() : hiddenFromJudges(definition);
  const newest = { content: (newestContent?.content ?? {}) as Record<string, unknown>, files: row.files };
  const shown = version === null || version === row.version ? newest : await contentAt(db, nominationId, version);
  const nobody: Texts = { en: '—' };
  return {
    nominationId,
    cycleId: row.cycle_id,
    country: row.country,
    category: row.category,
    status: applicant && row.status === 'rejection-proposed' ? 'submitted' : row.status,
    version: version ?? row.version,
    newestVersion: row.version,
    organisation: blind ? nobody : row.organisation,
    title: row.title,
    submittedAt: row.submitted_at.toISOString(),
    correctBy: row.correct_by?.toISOString() ?? null,
    checks: {
      passed: checks.filter((check) => check.outcome === 'passed').length,
      failed: checks.filter((check) => check.outcome === 'failed').length,
      of: definition.checklist.length,
    },
    content: Object.fromEntries(Object.entries(shown.content).filter(([field]) => !hidden.has(field))),
    originals: blindFor === null ? ((newestContent?.originals ?? {}) as Record<string, string>) : {},
    files: shown.files,
    returned: blindFor === null ? row.returned : null,
    objectUntil: row.object_until?.toISOString() ?? null,
    objection: row.objection,
    amendment: row.amendment,
    zone: findCountry(definition, row.country)?.zone ?? zone,
    checklist:
      blindFor === null
        ? definition.checklist.map(({ key, label }) => ({ item: key, label, ...outcomeOf(recorded, key) }))
        : [],
    recorded: blindFor === null ? recorded : [],
  };
}

type Recorded = { item: string; outcome: 'passed' | 'failed'; note: string; at: string };

function outcomeOf(recorded: Recorded[], item: string) {
  const { outcome = null, note = '', at = null } = recorded.find((one) => one.item === item) ?? {};
  return { outcome, note, at };
}

async function contentAt(db: Db, nominationId: string, version: number) {
  const dossier = await findVersion(db, nominationId, version);
  return { content: dossier?.content ?? {}, files: (dossier?.files ?? []).map(({ hash }) => hash) };
}
