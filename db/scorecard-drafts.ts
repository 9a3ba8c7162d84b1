// A judge's half-written sheet: a draft of the form `scorecard`, the judge's alone, on top of the version that was read.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from './database.ts';
import { findDraft, saveDraft } from './drafts.ts';
import { uuidv5 } from './ids.ts';

export const DraftScore = z.strictObject({
  criterion: z.string().max(100),
  /** Not given yet. */
  points: z.int().min(0).max(100).nullable(),
  comment: z.string().max(5000),
  /** The judge leaves the criterion out; the comment says why. */
  abstains: z.literal(true).optional(),
});
const Content = z.object({ scores: z.array(DraftScore) });
export type DraftScores = z.infer<typeof DraftScore>[];
export type SheetDraft = { version: number; scores: DraftScores; savedAt: string };
type Sheet = { nominationId: string; judgeId: string; round: string; cycleId: string };

export const form = 'scorecard';
export const subjectOf = ({ nominationId, judgeId, round }: Omit<Sheet, 'cycleId'>): string =>
  uuidv5(`${form}:${nominationId}~${judgeId}~${round}`);

/** Null before the first save: version 0 to whoever saves. */
export async function findSheetDraft(db: Db, sheet: Omit<Sheet, 'cycleId'>): Promise<SheetDraft | null> {
  const draft = await findDraft(db, form, subjectOf(sheet));
  if (draft === undefined) return null;
  const { version, savedAt, content } = draft;
  return { version, savedAt: savedAt.toISOString(), scores: Content.parse(content).scores };
}

/** @returns false when another window has saved since: nothing is overwritten. */
export async function saveSheetDraft(
  db: Db,
  sheet: Sheet,
  { scores, baseVersion }: { scores: DraftScores; baseVersion: number },
): Promise<boolean> {
  const subjectId = subjectOf(sheet);
  const { judgeId, cycleId } = sheet;
  if (baseVersion > 0) return saveDraft(db, { form, subjectId, content: { scores }, baseVersion, personId: judgeId });
  const { numInsertedOrUpdatedRows: made } = await db.read
    .insertInto('drafts')
    .values({
      form,
      subject_id: subjectId,
      cycle_id: cycleId,
      content: JSON.stringify({ scores }),
      version: 1,
      saved_by: judgeId,
      created_by: judgeId,
      editors: [judgeId],
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return made === 1n;
}

/** Once a sheet is in, its draft is done with; one that says something else was written meanwhile, and stays. */
export async function dropSheetDraft(db: Db, sheet: Omit<Sheet, 'cycleId'>, submitted: DraftScores): Promise<void> {
  const draft = await findSheetDraft(db, sheet);
  if (draft === null || saidIn(draft.scores) !== saidIn(submitted)) return;
  await db.read
    .deleteFrom('drafts')
    .where('form', '=', form)
    .where('subject_id', '=', subjectOf(sheet))
    .where('version', '=', draft.version)
    .execute();
}

/** Whatever stood there: what was handed in too late is the judge's draft from now on. */
export async function replaceSheetDraft(db: Db, sheet: Sheet, scores: DraftScores): Promise<void> {
  if (await saveSheetDraft(db, sheet, { scores, baseVersion: 0 })) return;
  await db.read
    .updateTable('drafts')
    .set((eb) => ({
      content: JSON.stringify({ scores }),
      version: eb('version', '+', 1),
      saved_by: sheet.judgeId,
      saved_at: sql<Date>`clock_timestamp()`,
    }))
    .where('form', '=', form)
    .where('subject_id', '=', subjectOf(sheet))
    .execute();
}

const saidIn = (scores: DraftScores): string =>
  JSON.stringify(
    scores
      .filter(({ points, comment, abstains }) => points !== null || abstains === true || comment.trim() !== '')
      .map(({ criterion, points, comment, abstains }) => [criterion, points, comment.trim(), abstains ?? false])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
  );

/** When each was saved last, by sheet. */
export async function findSheetDraftTimes(
  db: Db,
  sheets: Omit<Sheet, 'cycleId'>[],
): Promise<(sheet: Omit<Sheet, 'cycleId'>) => string | null> {
  const subjects = sheets.map(subjectOf);
  const rows =
    subjects.length === 0
      ? []
      : await db.read
          .selectFrom('drafts')
          .select(['subject_id', 'saved_at'])
          .where('form', '=', form)
          .where('subject_id', 'in', subjects)
          .execute();
  const times = new Map(rows.map((row) => [row.subject_id, row.saved_at.toISOString()]));
  return (sheet) => times.get(subjectOf(sheet)) ?? null;
}
