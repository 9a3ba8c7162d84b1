// The form of a nomination outside the browser: printed with what the draft has, and taken back into it.
import type { z } from 'zod';
import type { Db } from '../db/database.ts';
import { contentOfSection, saveSection, sectionVersion } from '../db/draft-sections.ts';
import { type Draft, findDraft } from '../db/drafts.ts';
import { findNames } from '../db/people.ts';
import type { PrintedForm } from '../documents/forms/form.ts';
import type { ReadForm } from '../documents/forms/form-places.ts';
import { readForm } from '../documents/forms/read-form.ts';
import { fieldsOf, findCountry, sectionsOf } from '../domain/definition-queries.ts';
import {
  compareForm,
  type FormLine,
  formLanguages,
  type Slot,
  slotsOf,
  takeLines,
} from '../domain/nomination/paper-form.ts';
import { sayChoice } from '../domain/nomination/typed-answers.ts';
import { HttpProblem, notFound } from './problem.ts';
import type { FormReport } from './views/form-papers.ts';

type Named = { form: string; subjectId: string };
type Held = Draft & Pick<PrintedForm, 'definition' | 'languages' | 'cycleTitle'>;

/** The draft with the award's definition and the languages of its country. */
async function holdDraft(db: Db, { form, subjectId }: Named): Promise<Held> {
  const draft = await findDraft(db, form, subjectId);
  if (draft === undefined) throw notFound();
  const { definition, title } = await db.read
    .selectFrom('cycles')
    .select(['definition', 'title'])
    .where('cycle_id', '=', draft.cycleId ?? '')
    .executeTakeFirstOrThrow();
  const languages = formLanguages(findCountry(definition, draft.country ?? '')?.languages ?? []);
  return { ...draft, definition, languages, cycleTitle: title };
}

export async function printedForm(db: Db, named: Named): Promise<PrintedForm> {
  const { subjectId, version, definition, category, languages, content, cycleTitle, country } = await holdDraft(
    db,
    named,
  );
  const names = findCountry(definition, country ?? '')?.names ?? {};
  return {
    ...{ nominationId: subjectId, version, definition, category: category ?? '', languages, content, cycleTitle },
    country: names,
  };
}

/** @throws HttpProblem for a file that is damaged, of something else, or of another nomination. */
export async function filledForm(bytes: Buffer, { subjectId }: Named): Promise<ReadForm> {
  const form = await readForm(bytes);
  if ('fault' in form) throw noForm(form.fault, form.what);
  if (form.nominationId === null)
    throw noForm(
      'foreign',
      'does not say any more whose form it is: download the form again and copy your texts into it',
    );
  if (form.nominationId !== subjectId)
    throw new HttpProblem(
      409,
      'form-of-another',
      'This is the form of another nomination. Nothing was taken from it.',
      {
        allowed: { remedy: 'Download the form of this nomination and copy your texts into it.' },
      },
    );
  return form;
}

const noForm = (fault: 'damaged' | 'foreign', what: string) =>
  fault === 'damaged'
    ? new HttpProblem(400, 'form-damaged', `The file ${what}.`)
    : new HttpProblem(400, 'no-form', `The file ${what}.`);

const slotsIn = ({ definition, category, languages, content }: Held): Slot[] =>
  slotsOf(definition, category ?? '', languages, content);

function linesOf(draft: Held, form: ReadForm, taking: ReadonlySet<string>): FormLine[] {
  return compareForm(draft.definition, slotsIn(draft), draft.content, form, taking);
}

export type Taking = Named & { personId: string; taking: ReadonlySet<string>; seen: number | undefined };

/** What would come of the file; nothing is written. */
export async function tryForm(db: Db, form: ReadForm, { taking, ...named }: Omit<Taking, 'seen' | 'personId'>) {
  const draft = await holdDraft(db, named);
  return reportOf(db, draft, form, linesOf(draft, form, taking), true);
}

/** Section by section on the version that was looked at, as any save; what others save meanwhile is looked at anew. */
export async function takeForm(db: Db, form: ReadForm, { taking, seen, personId, ...named }: Taking) {
  const first = await holdDraft(db, named);
  if (taking.size > 0 && seen !== first.version)
    throw new HttpProblem(409, 'draft-moved', 'The draft has been saved since you looked at the report.', {
      allowed: { draftVersion: first.version },
    });
  const lines: FormLine[] = [];
  for (const { key } of sectionsOf(first.definition, first.category ?? ''))
    lines.push(...(await takeSection(db, form, { taking, personId, ...named }, key)));
  const after = await holdDraft(db, named);
  const unknown = linesOf(first, form, taking).filter(({ outcome }) => outcome === 'unknown');
  return reportOf(db, after, form, [...lines, ...unknown], false);
}

const mostTries = 5;

async function takeSection(db: Db, form: ReadForm, asked: Omit<Taking, 'seen'>, section: string): Promise<FormLine[]> {
  const { form: kind, subjectId, personId } = asked;
  for (let attempt = 1; ; attempt += 1) {
    const draft = await holdDraft(db, asked);
    // What was decided upon another version of the section is decided again by whoever looks.
    const taking: ReadonlySet<string> = attempt === 1 ? asked.taking : new Set();
    const lines = linesOf(draft, form, taking).filter((line) => line.section === section);
    if (!lines.some(({ outcome }) => outcome === 'taken')) return lines;
    const fields = sectionFields(draft, section);
    const content = contentOfSection(takeLines(slotsIn(draft), draft.content, lines), fields);
    const baseVersion = sectionVersion(draft.sections, section);
    const save = { form: kind, subjectId, section: { key: section, fields }, content, baseVersion, personId };
    if (await saveSection(db, save)) return lines;
    if (attempt === mostTries) throw new HttpProblem(503, 'contended', 'Others write here all the time: try again.');
  }
}

const sectionFields = ({ definition, category }: Held, section: string): string[] =>
  sectionsOf(definition, category ?? '')
    .find(({ key }) => key === section)
    ?.fields.map(({ key }) => key) ?? [];

async function reportOf(
  db: Db,
  draft: Held,
  form: ReadForm,
  lines: FormLine[],
  dryRun: boolean,
): Promise<z.infer<typeof FormReport>> {
  const names = await findNames(
    db,
    Object.values(draft.sections).map(({ savedBy }) => savedBy),
  );
  return {
    nominationId: draft.subjectId,
    dryRun,
    version: draft.version,
    madeFrom: form.version,
    lines: lines.map((line) => {
      const field = fieldsOf(draft.definition, draft.category ?? '').find(({ key }) => key === line.field);
      const say = (text: string) => (field === undefined ? text : sayChoice(field, text, draft.languages));
      const stamp = line.outcome === 'conflict' ? draft.sections[line.section ?? ''] : undefined;
      const savedByName = stamp === undefined ? null : (names.get(stamp.savedBy) ?? null);
      return { ...line, text: say(line.text), saved: say(line.saved), savedAt: stamp?.savedAt ?? null, savedByName };
    }),
  };
}
