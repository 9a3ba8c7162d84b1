// A draft as its editors see it: its content, who saved which section last, and what still keeps it from being submitted.
import type { z } from 'zod';
import type { Db } from '../db/database.ts';
import { sectionVersion } from '../db/draft-sections.ts';
import { type Draft, findDraft } from '../db/drafts.ts';
import { findFilesOf } from '../db/files.ts';
import { findNames } from '../db/people.ts';
import { findStanding } from '../db/read-models/draft-standing.ts';
import { findSettled } from '../db/settled-questions.ts';
import type { AwardDefinition } from '../domain/award-definition.ts';
import { fieldsOf, sectionsOf } from '../domain/definition-queries.ts';
import { checkDossier, percentComplete } from '../domain/nomination/dossier.ts';
import { questionsOf } from '../domain/nomination/questions.ts';
import { promisedLetters } from './letters-asked.ts';
import { badFields, notFound } from './problem.ts';
import type { DraftView } from './views/views.ts';

type Named = { form: string; subjectId: string };

export async function currentDraft(db: Db, named: Named) {
  const draft = await getDraft(db, named);
  return { headers: { ETag: `"${draft.version}"` }, body: await viewOf(db, draft) };
}

async function getDraft(db: Db, { form, subjectId }: Named): Promise<Draft> {
  const draft = await findDraft(db, form, subjectId);
  if (draft === undefined) throw notFound();
  return draft;
}

async function definitionOf(db: Db, { cycleId }: Draft): Promise<AwardDefinition> {
  const cycle = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', cycleId ?? '')
    .executeTakeFirstOrThrow();
  return cycle.definition;
}

async function viewOf(db: Db, draft: Draft): Promise<z.infer<typeof DraftView>> {
  const definition = await definitionOf(db, draft);
  const category = draft.category ?? '';
  const savers = Object.values(draft.sections).map(({ savedBy }) => savedBy);
  const names = await findNames(db, [draft.savedBy, ...savers]);
  const { form, subjectId, version, content, savedBy, files, inHouse } = draft;
  const place = { cycleId: draft.cycleId ?? '', country: draft.country ?? '', category };
  const settled = await findSettled(db, form, subjectId);
  const there = [...files, ...(await promisedLetters(db, subjectId, definition, category))];
  const stored = await findFilesOf(db, subjectId);
  const states = new Map(stored.map(({ fileId, state }) => [fileId, state]));
  return {
    ...{ form, subjectId, ...place, inHouse, version, content, savedBy },
    standing: await findStanding(db, { subjectId, ...place }),
    files: files.map((file) => ({ ...file, state: states.get(file.fileId) ?? 'registered' })),
    savedAt: draft.savedAt.toISOString(),
    savedByName: names.get(savedBy) ?? null,
    sections: sectionsOf(definition, category).map(({ key }) => {
      const { savedAt = null, savedBy: saver = null } = draft.sections[key] ?? {};
      const savedByName = saver === null ? null : (names.get(saver) ?? null);
      return { key, version: sectionVersion(draft.sections, key), savedAt, savedBy: saver, savedByName };
    }),
    percentComplete: percentComplete(definition, category, content, there),
    questions: questionsOf(fieldsOf(definition, category), content, settled),
    problems: checkDossier(definition, category, content, there, settled),
  };
}

/** The section of the draft's form, with the keys of its fields. @throws HttpProblem for content of another section. */
export async function sectionOf(db: Db, named: Named & { section: string }, content: object) {
  const draft = await getDraft(db, named);
  const found = sectionsOf(await definitionOf(db, draft), draft.category ?? '').find(
    ({ key }) => key === named.section,
  );
  if (found === undefined) throw notFound();
  const fields = found.fields.map(({ key }) => key);
  const strange = Object.keys(content).filter((field) => !fields.includes(field));
  if (strange.length > 0)
    throw badFields(strange.map((field) => ({ field: `content.${field}`, rule: `is no field of this section` })));
  return { key: found.key, fields };
}
