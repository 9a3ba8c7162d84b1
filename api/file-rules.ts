// What a file must be to be taken: as the form's field, or the kind of letter, says.
import type { Db } from '../db/database.ts';
import { findDraft } from '../db/drafts.ts';
import { findFilesOf } from '../db/files.ts';
import type { Attachment } from '../domain/award-definition.ts';
import { attachmentsOf } from '../domain/definition-queries.ts';
import { type DossierProblem, fileProblems } from '../domain/nomination/dossier.ts';
import type { FileTarget } from './file-targets.ts';
import { HttpProblem } from './problem.ts';

/** Letters and minutes that commands name: scans, mostly. */
export const letterTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];
export const largestLetter = 20_000_000;

export const refusedFile = (name: string, field: string, rule: string) =>
  new HttpProblem(400, 'file-refused', `${name}: it ${rule}.`, { errors: [{ field, rule }] });

/** @throws HttpProblem for a file that its field of the form does not accept. */
export async function requireAllowed(db: Db, { stored, cycleId, category, nominationId }: FileTarget): Promise<void> {
  if (nominationId === undefined) return;
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const attachment = attachmentsOf(definition, category ?? '').find(({ key }) => key === stored.field);
  const { name } = stored;
  if (attachment === undefined) throw refusedFile(name, 'field', 'answers no attachment of this category');
  requireFits(fileProblems(attachment, stored));
  if (stored.kind === 'attachment') await requirePlace(db, attachment, stored.fileId, nominationId, name);
}

export function requireFits(problems: DossierProblem[]): void {
  if (problems.length > 0)
    throw new HttpProblem(400, 'file-refused', problems.map(({ message }) => message).join(' '), {
      errors: problems.map(({ field, rule, message }) => ({ field, rule: message, code: rule })),
    });
}

/** No more files come than the field takes: one more would keep the form from being submitted. */
async function requirePlace(db: Db, { key, maxCount }: Attachment, fileId: string, subjectId: string, name: string) {
  const [draft, files] = await Promise.all([findDraft(db, 'nomination', subjectId), findFilesOf(db, subjectId)]);
  const arrived = new Set(files.filter(({ state }) => state === 'arrived').map((file) => file.fileId));
  const others = draft?.files.filter((ref) => ref.field === key && ref.fileId !== fileId && arrived.has(ref.fileId));
  if ((others?.length ?? 0) >= maxCount) throw refusedFile(name, key, `is one too many; at most ${maxCount} are taken`);
}
