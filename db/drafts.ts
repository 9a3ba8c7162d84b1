// Half-written forms: one shared draft per form and subject, with the version that a save was based on.
import { sql, type Transaction } from 'kysely';
import type { Scope } from '../domain/member/messages.ts';
import type { Db } from './database.ts';
import { lockDraft, stampChanges } from './draft-sections.ts';
import { insertFile } from './files.ts';
import type { FileRef, SectionStamps } from './tables/papers.ts';
import type { Tables } from './tables.ts';

export type Draft = {
  form: string;
  subjectId: string;
  cycleId: string | null;
  country: string | null;
  category: string | null;
  content: Record<string, unknown>;
  files: FileRef[];
  version: number;
  savedBy: string;
  savedAt: Date;
  /** Started by the country's desk. */
  inHouse: boolean;
  sections: SectionStamps;
};

/** Starting again under the same id gives the draft that is there. */
export async function startDraft(
  db: Db,
  draft: {
    form: string;
    subjectId: string;
    cycleId: string;
    country: string;
    category: string;
    personId: string;
    /** By the country's desk, not by an applicant. */
    inHouse?: boolean;
  },
): Promise<void> {
  const { form, subjectId, cycleId, country, category, personId, inHouse = false } = draft;
  await db.read
    .insertInto('drafts')
    .values({
      form,
      subject_id: subjectId,
      cycle_id: cycleId,
      country,
      category,
      content: '{}',
      version: 1,
      saved_by: personId,
      created_by: personId,
      editors: [personId],
      in_house: inHouse,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findDraft(db: Db, form: string, subjectId: string): Promise<Draft | undefined> {
  const row = await db.read
    .selectFrom('drafts')
    .selectAll()
    .where('form', '=', form)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();
  return (
    row && {
      form,
      subjectId,
      cycleId: row.cycle_id,
      country: row.country,
      category: row.category,
      content: row.content,
      files: row.files,
      version: row.version,
      savedBy: row.saved_by,
      savedAt: row.saved_at,
      inHouse: row.in_house,
      sections: row.sections,
    }
  );
}

/** Saves on top of the version that was read. @returns false when somebody else has saved since: nothing is overwritten. */
export async function saveDraft(
  db: Db,
  draft: { form: string; subjectId: string; content: Record<string, unknown>; baseVersion: number; personId: string },
): Promise<boolean> {
  const { form, subjectId, content, baseVersion, personId } = draft;
  return db.read.transaction().execute(async (tx) => {
    const before = await lockDraft(tx, form, subjectId);
    if (before === undefined || before.version !== baseVersion) return false;
    const saved = savedBy(personId, baseVersion + 1);
    const sections = stampChanges(before, content, { by: personId, at: saved.saved_at });
    await tx
      .updateTable('drafts')
      .set({ content: JSON.stringify(content), sections: JSON.stringify(sections), ...saved })
      .where('form', '=', form)
      .where('subject_id', '=', subjectId)
      .execute();
    return true;
  });
}

type Editing = { form: string; subjectId: string; personId: string };

/**
 * Registers an upload by what is known before its bytes arrive, and attaches it to the draft, as its next version.
 * The same file under the same field is attached once.
 */
export const attachFile = (
  db: Db,
  editing: Editing,
  { language, ...ref }: FileRef & { language: string | null },
): Promise<void> =>
  changeFiles(db, editing, async (files, tx) => {
    if (files.some(({ field, hash }) => field === ref.field && hash === ref.hash)) return files;
    const { subjectId, personId: owner } = editing;
    const about = { kind: 'attachment', cycleId: null, country: null, confidential: false } as const;
    await insertFile(tx, { ...ref, ...about, language, subjectId, owner });
    return [...files, ref];
  });

/** Takes a file off the draft, as its next version; what was submitted with it keeps it. */
export const detachFile = (db: Db, editing: Editing, fileId: string): Promise<void> =>
  changeFiles(db, editing, async (files) => {
    const kept = files.filter((ref) => ref.fileId !== fileId);
    return kept.length === files.length ? files : kept;
  });

type Change = (files: FileRef[], tx: Transaction<Tables>) => Promise<FileRef[]>;

async function changeFiles(db: Db, { form, subjectId, personId }: Editing, change: Change): Promise<void> {
  await db.read.transaction().execute(async (tx) => {
    const { files, version } = await tx
      .selectFrom('drafts')
      .select(['files', 'version'])
      .where('form', '=', form)
      .where('subject_id', '=', subjectId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const changed = await change(files, tx);
    if (changed === files) return;
    await tx
      .updateTable('drafts')
      .set({ files: JSON.stringify(changed), ...savedBy(personId, version + 1) })
      .where('form', '=', form)
      .where('subject_id', '=', subjectId)
      .execute();
  });
}

const savedBy = (personId: string, version: number) => ({ version, saved_by: personId, saved_at: new Date() });

/** Content-addressed and immutable: stored before the command that names it. */
export async function storeDossier(db: Db, hash: string, content: object): Promise<void> {
  await db.read
    .insertInto('dossiers')
    .values({ hash, content: JSON.stringify(content) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findDossier(db: Db, hash: string): Promise<Record<string, unknown> | undefined> {
  const row = await db.read.selectFrom('dossiers').select('content').where('hash', '=', hash).executeTakeFirst();
  return row?.content;
}

/**
 * Whoever follows in a role that edits goes on with what its holder was editing in that country: forms of cycles that are at
 * work. With the desk's role come the desk's own forms, never an applicant's.
 */
export async function moveDrafts(
  db: Db,
  { role, scope }: { role: string; scope: Scope },
  from: string,
  to: string,
): Promise<void> {
  const { award = null, country = null } = scope;
  if (award === null || country === null || (role !== 'applicant' && role !== 'focal-point')) return;
  await sql`update drafts d set editors = array_append(d.editors, ${to}::uuid) from cycles c
    where c.cycle_id = d.cycle_id and c.award = ${award} and c.status in ('running', 'suspended') and d.country = ${country}
      and (${role} = 'applicant' or d.in_house)
      and ${from}::uuid = any (d.editors) and not ${to}::uuid = any (d.editors)`.execute(db.read);
}
