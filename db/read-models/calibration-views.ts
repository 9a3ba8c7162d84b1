// The calibration of a panel, for its judges, for who leads it and for who runs it.
import { sql } from 'kysely';
import { z } from 'zod';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { calibrationRoundOf, rubricOf } from '../../domain/definition-queries.ts';
import { Texts } from '../../domain/messages.ts';
import { spreadOf, standingOf } from '../../domain/tally/calibration.ts';
import type { Sheet } from '../../domain/tally/sheets.ts';
import type { Db } from '../database.ts';
import { findDossier } from '../drafts.ts';
import { findNames } from '../people.ts';
import { getDefinition } from './cycle-views.ts';
import { keepsAway } from './officer-conflicts.ts';
import { Comments, type Score } from './scorecard-views.ts';

const Said = z.union([z.string(), Texts]);
/** What a reference entry shows, stored by its hash: `reasons` are those of its points. */
export const ReferenceContent = z.object({
  title: Texts,
  sections: z.array(
    z.object({ title: Texts.nullable(), fields: z.array(z.object({ label: Texts.nullable(), text: Said })) }),
  ),
  reasons: z.record(z.string(), z.string()),
});
const erased: z.infer<typeof ReferenceContent> = { title: { en: '—' }, sections: [], reasons: {} };

type Points = { criterion: string; points: number | null };
/** `runs`: forms the panel, or audits it. `ofOffice`: of the secretariat, which reads what is said of single judges. */
export type CalibrationEyes = { personId: string | null; runs: boolean; forms: boolean; ofOffice: boolean };
type Panel = { cycleId: string; group: string };

export async function findCalibration(
  db: Db,
  { cycleId, group }: Panel,
  { personId, runs, forms, ofOffice }: CalibrationEyes,
) {
  const [{ definition }, panel, ended, references, all] = await Promise.all([
    getDefinition(db, cycleId),
    ofPanel(db, { cycleId, group }).executeTakeFirstOrThrow(),
    firstEnded(db, { cycleId, group }),
    referencesOf(db, { cycleId, group }, personId),
    sheetsOf(db, { cycleId, group }),
  ]);
  const names = calibrationRoundOf(definition)?.names ?? null;
  // Reference entries come before the first round, and are scored by its form.
  const round = ended ?? panel.round;
  const isOver = ended !== undefined;
  const rubric = rubricOf(definition, panel.category, round);
  const known = new Set(references.map((one) => one.reference_id));
  const sheets = all.filter((sheet) => known.has(sheet.reference_id));
  const by = (judge: string | null) => sheets.filter((sheet) => sheet.judge_id === judge);
  const leftOf = (judge: string) => (isOver ? 0 : references.length - by(judge).length);
  const judges = panel.judges.toSorted();
  const left = personId !== null && judges.includes(personId) ? leftOf(personId) : null;
  // Who judges there too sees what a judge sees.
  const isThrough = left === null ? runs : left === 0;
  const leads = personId !== null && [panel.chair, panel.deputy_chair].includes(personId);
  const shown = runs || isOver || panel.status !== 'formed' ? references : [];
  const standing = (judge: string) =>
    standingOf(
      rubric,
      by(judge).flatMap((own) => {
        const reference = references.find((one) => one.reference_id === own.reference_id);
        return reference === undefined
          ? []
          : [{ own: asSheet(own), reference: { points: pointsIn(reference.points) } }];
      }),
    );
  const people = await findNames(db, judges);
  return {
    ...{ cycleId, group, category: panel.category, round, status: panel.status, names, left },
    references: await Promise.all(
      shown.map(async ({ reference_id: referenceId, earlier, content, points }) => {
        const { title, sections, reasons } = await contentOf(db, content);
        const mine = by(personId).find((sheet) => sheet.reference_id === referenceId);
        const given = sheets.filter((sheet) => sheet.reference_id === referenceId).map(asSheet);
        return {
          ...{ referenceId, earlier: earlier !== null, title, sections },
          points: isThrough ? withWords(points, reasons) : null,
          own: mine === undefined ? null : withWords(mine.points, await wordsOf(db, mine.comments)),
          spread: isThrough ? spreadOf(rubric, given) : null,
        };
      }),
    ),
    judges: (left === null ? ofOffice : leads && left === 0)
      ? judges.map((judgeId) => {
          return { judgeId, name: people.get(judgeId) ?? '', left: leftOf(judgeId), standing: standing(judgeId) };
        })
      : null,
    earlier:
      forms && names !== null && panel.status === 'formed' && !isOver
        ? await findEarlier(db, { cycleId, ...panel }, personId)
        : null,
  };
}

const ofPanel = (db: Db, { cycleId, group }: Panel) =>
  db.read
    .selectFrom('panels')
    .select(['category', 'country', 'status', 'judges', 'chair', 'deputy_chair', 'round'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group);

/** Undefined while the panel is in its first round. */
async function firstEnded(db: Db, { cycleId, group }: Panel): Promise<string | undefined> {
  const found = await db.read
    .selectFrom('panel_rounds')
    .select('round')
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return found?.round;
}

/** Without those that were entries which the viewer keeps away from. */
const referencesOf = (db: Db, { cycleId, group }: Panel, personId: string | null) =>
  db.read
    .selectFrom('reference_entries')
    .selectAll()
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .where(sql<boolean>`not ${keepsAway(personId, sql.ref('earlier'))}`)
    .orderBy('added_at')
    .orderBy('reference_id')
    .execute();

const sheetsOf = (db: Db, { cycleId, group }: Panel) =>
  db.read
    .selectFrom('reference_sheets')
    .selectAll()
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .orderBy('judge_id')
    .execute();

const pointsIn = (points: Points[]): Sheet['points'] =>
  Object.fromEntries(points.flatMap(({ criterion, points: given }) => (given === null ? [] : [[criterion, given]])));

const asSheet = (row: { reference_id: string; judge_id: string; points: Points[] }): Sheet => ({
  ...{ nominationId: row.reference_id, judgeId: row.judge_id, points: pointsIn(row.points) },
});

const withWords = (points: Points[], words: { [criterion: string]: string }): Score[] =>
  points.map((score) => ({ ...score, comment: words[score.criterion] ?? '' }));

async function wordsOf(db: Db, hash: string | null): Promise<{ [criterion: string]: string }> {
  const stored = hash === null ? undefined : await findDossier(db, hash);
  return stored === undefined ? {} : Comments.parse(stored).comments;
}

async function contentOf(db: Db, hash: string): Promise<z.infer<typeof ReferenceContent>> {
  const stored = await findDossier(db, hash);
  return stored === undefined ? erased : ReferenceContent.parse(stored);
}

type Reach = { cycleId: string; country: string | null; category: string };

/** Entries of other cycles of the award that went before a panel, the newest first; a country's own where its panel is. */
export async function findEarlier(
  db: Db,
  { cycleId, country, category }: Reach,
  viewer: string | null,
  nominationId: string | null = null,
) {
  const { rows } = await sql<{
    nominationId: string;
    title: Texts;
    cycle: Texts;
    dossier: string;
    form: AwardDefinition;
  }>`
    select n.nomination_id as "nominationId", n.title, c.title as cycle, n.dossier, c.definition as form
    from cycles now join cycles c on c.award = now.award and c.cycle_id <> now.cycle_id and c.planned_at < now.planned_at
      join nominations n on n.cycle_id = c.cycle_id
    where now.cycle_id = ${cycleId}::uuid and n.status = 'forwarded' and n.category = ${category}
      and (${country}::text is null or n.country = ${country}) and (${nominationId}::uuid is null or n.nomination_id = ${nominationId}::uuid)
      and not ${keepsAway(viewer, sql.ref('n.nomination_id'))}
    order by c.planned_at desc, n.nomination_id limit 200`.execute(db.read);
  return rows;
}
