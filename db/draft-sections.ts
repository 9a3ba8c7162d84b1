// The sections of a shared draft: each with a version of its own, so that editors of different sections never meet.
import type { Transaction } from 'kysely';
import type { AwardDefinition } from '../domain/award-definition.ts';
import { sectionsOf } from '../domain/definition-queries.ts';
import type { Db } from './database.ts';
import type { SectionStamps } from './tables/papers.ts';
import type { Tables } from './tables.ts';

type Content = Record<string, unknown>;
type Locked = {
  version: number;
  content: Content;
  sections: SectionStamps;
  category: string | null;
  definition: AwardDefinition | null;
};
type Saver = { by: string; at: Date };
export type SectionSave = {
  form: string;
  subjectId: string;
  section: { key: string; fields: string[] };
  content: Content;
  baseVersion: number;
  personId: string;
};

export const sectionVersion = (sections: SectionStamps, section: string): number => sections[section]?.version ?? 1;

/** What a draft holds of a section. */
export const contentOfSection = (content: Content, fields: string[]): Content =>
  Object.fromEntries(fields.flatMap((field) => (field in content ? [[field, content[field]]] : [])));

/** The draft, kept from other writers until the transaction ends. */
export async function lockDraft(tx: Transaction<Tables>, form: string, subjectId: string): Promise<Locked | undefined> {
  return tx
    .selectFrom('drafts')
    .leftJoin('cycles', 'cycles.cycle_id', 'drafts.cycle_id')
    .select(['version', 'content', 'sections', 'category', 'definition'])
    .where('form', '=', form)
    .where('subject_id', '=', subjectId)
    .forUpdate('drafts')
    .executeTakeFirst();
}

/** The stamps after a save of the whole: each section whose content is another gets its next version. */
export function stampChanges(before: Locked, content: Content, saver: Saver): SectionStamps {
  const { definition, category, sections } = before;
  if (definition === null) return sections;
  const changed = sectionsOf(definition, category ?? '').filter(({ fields }) =>
    differs(
      before.content,
      content,
      fields.map(({ key }) => key),
    ),
  );
  return changed.reduce((stamps, { key }) => stamped(stamps, key, saver), sections);
}

const differs = (before: Content, after: Content, fields: string[]) =>
  fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

const stamped = (sections: SectionStamps, section: string, { by, at }: Saver): SectionStamps => ({
  ...sections,
  [section]: { version: sectionVersion(sections, section) + 1, savedBy: by, savedAt: at.toISOString() },
});

/**
 * Saves one section on top of the version of it that was read; what others save elsewhere in the draft stays.
 * @returns false when somebody else has saved the section since: nothing is overwritten.
 */
export async function saveSection(db: Db, save: SectionSave): Promise<boolean> {
  const { form, subjectId, section, content, baseVersion, personId } = save;
  return db.read.transaction().execute(async (tx) => {
    const before = await lockDraft(tx, form, subjectId);
    if (before === undefined || sectionVersion(before.sections, section.key) !== baseVersion) return false;
    const saver = { by: personId, at: new Date() };
    const others = Object.entries(before.content).filter(([field]) => !section.fields.includes(field));
    await tx
      .updateTable('drafts')
      .set({
        content: JSON.stringify({ ...Object.fromEntries(others), ...content }),
        sections: JSON.stringify(stamped(before.sections, section.key, saver)),
        version: before.version + 1,
        saved_by: personId,
        saved_at: saver.at,
      })
      .where('form', '=', form)
      .where('subject_id', '=', subjectId)
      .execute();
    return true;
  });
}
