// Drafts as the country's desk, their editors and the secretariat see them: whole, by title, or as a number.
import { sql } from 'kysely';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { attachmentsOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import { percentComplete, titleOf } from '../../domain/nomination/dossier.ts';
import type { Db } from '../database.ts';
import { orphaned } from '../draft-editors.ts';
import type { FileRef } from '../tables/papers.ts';
import { statusForApplicants } from './nomination-views.ts';

export type DraftLine = {
  nominationId: string;
  category: string;
  inHouse: boolean;
  title: Texts;
  percentComplete: number;
  /** Of the nomination once it is submitted. */
  status: string | null;
  /** Nobody is left who can edit it. */
  orphaned: boolean;
  /** Null of an applicant's draft, for who does not edit it. */
  details: {
    version: number;
    savedAt: string;
    savedBy: string | null;
    editors: string[];
    /** Whether the viewer is one of these. */
    own: boolean;
    /** The papers that the form must have and that are not there, by their keys. */
    missingPapers: string[];
  } | null;
};
type Row = Omit<DraftLine, 'title' | 'percentComplete' | 'details'> & {
  content: Record<string, unknown>;
  files: FileRef[];
  version: number;
  savedAt: Date;
  savedBy: string | null;
  names: string[];
  editors: string[];
};
type Filter = {
  cycleId: string;
  country: string;
  /** Keeps to what a person edits. */
  editor: string | null;
  category: string | null;
  /** Keeps to those that nobody is left to edit, or to the others. */
  orphaned: boolean | null;
  /** Keeps to those that were submitted, or to the others. */
  submitted: boolean | null;
  viewer: string;
  limit: number;
  after: string | undefined;
};

/** In the order of their ids; `after` is the last one seen. */
export async function findDrafts(db: Db, filter: Filter): Promise<DraftLine[]> {
  const { cycleId, country, editor, category, limit, after = null } = filter;
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const status = editor === null ? sql.ref('n.status') : statusForApplicants;
  const { rows } = await sql<Row>`
    select d.subject_id as "nominationId", d.category, d.in_house as "inHouse", ${status} as status, d.content, d.files, d.version, d.editors,
      d.saved_at as "savedAt", s.name as "savedBy",
      array(select p.name from unnest(d.editors) with ordinality as u(e, place) join people p on p.person_id = u.e and p.erased_at is null
        order by u.place) as names,
      ${orphaned} as orphaned
    from drafts d join cycles c on c.cycle_id = d.cycle_id
      left join nominations n on n.nomination_id = d.subject_id
      left join people s on s.person_id = d.saved_by and s.erased_at is null
    where d.form = 'nomination' and d.cycle_id = ${cycleId} and d.country = ${country}
      and (${category}::text is null or d.category = ${category})
      and (${filter.orphaned}::boolean is null or ${orphaned} = ${filter.orphaned}::boolean)
      and (${filter.submitted}::boolean is null or (n.nomination_id is not null) = ${filter.submitted}::boolean)
      and (${editor}::uuid is null or ${editor}::uuid = any (d.editors))
      and (${after}::uuid is null or d.subject_id > ${after}::uuid)
    order by d.subject_id limit ${limit}`.execute(db.read);
  return rows.map((row) => lineOf(definition, row, filter.viewer));
}

/** What is not the viewer's to see is left out here, not by the screen. */
function lineOf(definition: AwardDefinition, row: Row, viewer: string): DraftLine {
  const { nominationId, category, inHouse, status, orphaned, content, files, version, savedAt, savedBy, names } = row;
  const own = row.editors.includes(viewer);
  const whole = inHouse || own;
  const missingPapers = missingOf(definition, row);
  return {
    ...{ nominationId, category, inHouse, status, orphaned },
    title: titleOf(definition, content),
    percentComplete: percentComplete(definition, category, content, files),
    details: whole ? { version, savedAt: savedAt.toISOString(), savedBy, editors: names, own, missingPapers } : null,
  };
}

const missingOf = (definition: AwardDefinition, { category, files }: Row): string[] =>
  attachmentsOf(definition, category)
    .filter(({ key, required }) => required && files.every(({ field }) => field !== key))
    .map(({ key }) => key);

export type DraftCount = { country: string; category: string; drafts: number; inHouse: number; submitted: number };

/** By country and category: those not submitted yet, how many of these are in-house, and those submitted. No titles. */
export async function countDrafts(
  db: Db,
  cycleId: string,
  { limit, after }: { limit: number; after: string[] | undefined },
): Promise<DraftCount[]> {
  const [country = null, category = null] = after ?? [];
  const { rows } = await sql<DraftCount>`
    select d.country, d.category, count(*) filter (where n.nomination_id is null)::int as drafts,
      count(*) filter (where n.nomination_id is null and d.in_house)::int as "inHouse",
      count(n.nomination_id)::int as submitted
    from drafts d left join nominations n on n.nomination_id = d.subject_id
    where d.form = 'nomination' and d.cycle_id = ${cycleId}
      and (${country}::text is null or (d.country, d.category) > (${country}, ${category}))
    group by d.country, d.category order by d.country, d.category limit ${limit}`.execute(db.read);
  return rows;
}
