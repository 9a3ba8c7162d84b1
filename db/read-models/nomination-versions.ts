// The versions of a nomination: which one a judge is given, and what changed between two.
import { sql } from 'kysely';
import { z } from 'zod';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { type Comparison, compareDossiers, type Dossier } from '../../domain/nomination/comparing.ts';
import { type Nomination, nominationStream, type Version } from '../../domain/nomination/state.ts';
import type { Db } from '../database.ts';
import { findDossier } from '../drafts.ts';
import { loadState } from '../execute.ts';
import { everyEntryOf } from './panel-entries.ts';

const Stored = z.object({
  content: z.record(z.string(), z.unknown()),
  files: z.array(
    z.object({ field: z.string(), name: z.string(), hash: z.string(), size: z.number(), type: z.string() }),
  ),
});

/** The version that the judge's sheet names; for who leads without a sheet, the one that the panel judges. */
export async function findReadVersion(db: Db, nominationId: string, judgeId: string): Promise<number | null> {
  const { rows } = await sql<{ version: number | null }>`
    select coalesce(
      (select max(dossier_version) from scorecards where nomination_id = ${nominationId} and judge_id = ${judgeId}),
      (select max((x.e ->> 'version')::int) from panels p cross join ${everyEntryOf} as x(e)
        join nominations n on n.nomination_id = ${nominationId} and n.cycle_id = p.cycle_id and n.category = p.category
        where x.e ->> 'nominationId' = ${nominationId}::text)) as version`.execute(db.read);
  return rows[0]?.version ?? null;
}

/** Null where retention has deleted its content. */
export async function findVersion(db: Db, nominationId: string, version: number): Promise<Dossier | null> {
  const { state } = await loadState(db, nominationStream(nominationId));
  const found = state.status === 'none' ? undefined : state.versions.find((one) => one.version === version);
  return found === undefined ? null : dossierOf(db, found);
}

async function dossierOf(db: Db, { dossier }: Version): Promise<Dossier | null> {
  const stored = Stored.safeParse(await findDossier(db, dossier));
  return stored.success ? stored.data : null;
}

/** Fields that judges never see: about persons, and where the award is judged blind what names the nominee or its nominator. */
export function hiddenFromJudges({ form, judging }: AwardDefinition): Set<string> {
  const personal = form.sections.flatMap((section) => section.fields.filter((field) => field.personal));
  const { nominee, nominator } = judging.blind;
  const telling = (form.interests ?? []).filter(({ as }) => (as === 'nominator' ? nominator : nominee));
  return new Set([
    ...personal.map(({ key }) => key),
    ...telling.map(({ field }) => field),
    ...(nominee ? [form.organisationField] : []),
  ]);
}

const nothing: Dossier = { content: {}, files: [] };
/** `pending`: the change that waits for leave. */
type Asked = { from: number | undefined; to: number | 'pending' | undefined };
type Told = Pick<Version, 'version' | 'kind'>;
/** Not complete where retention has deleted one of the two. */
export type Changes = Comparison & { nominationId: string; from: Told; to: Told; complete: boolean };

/** With the change that waits for leave as the one that it would be. */
function versionsOf(state: Nomination): Version[] {
  if (state.status !== 'forwarded' || state.amendment === null) return state.versions;
  const { dossier } = state.amendment;
  return [...state.versions, { version: state.version + 1, kind: 'substantive', dossier, answers: [] }];
}

/**
 * From the version before the newest to the newest, unless others are named. A judge is told of no version from before the
 * forwarding, and of no message of the desk.
 */
export async function findVersionChanges(
  db: Db,
  nominationId: string,
  asked: Asked,
  { judging }: { judging: boolean },
): Promise<Changes | undefined> {
  const { state } = await loadState(db, nominationStream(nominationId));
  if (state.status === 'none') return undefined;
  const since = !judging ? 1 : state.status === 'forwarded' ? state.forwardedAt : Number.MAX_SAFE_INTEGER;
  const versions = versionsOf(state).filter(({ version }) => version >= since);
  const newest = asked.to === 'pending' ? state.version + 1 : (asked.to ?? state.version);
  const to = versions.find(({ version }) => version === newest);
  const from = versions.find(({ version }) => version === (asked.from ?? Math.max(since, (to?.version ?? 0) - 1)));
  if (from === undefined || to === undefined) return undefined;
  const [before, after] = await Promise.all([dossierOf(db, from), dossierOf(db, to)]);
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', state.cycleId)
    .executeTakeFirstOrThrow();
  const answered = versions.filter(({ version }) => version > from.version && version <= to.version);
  const messages = judging ? [] : answered.flatMap(({ answers }) => answers);
  const hidden = judging ? hiddenFromJudges(definition) : new Set<string>();
  const tell = ({ version, kind }: Version) => ({ version, kind });
  return {
    nominationId,
    from: tell(from),
    to: tell(to),
    complete: before !== null && after !== null,
    ...compareDossiers(definition, state.category, [before ?? nothing, after ?? nothing], messages, hidden),
  };
}
