// Nominations: each a draft in somebody's hands, never submitted by the import.
import { z } from 'zod';
import { findDraft, saveDraft, startDraft } from '../../db/drafts.ts';
import { idOf } from '../../db/ids.ts';
import { fieldsOf, findCountry } from '../../domain/definition-queries.ts';
import { textOf } from '../../domain/localized-text.ts';
import { faultsOf } from '../../domain/nomination/answers.ts';
import { answerOf } from '../../domain/nomination/typed-answers.ts';
import { type CellFault, type Cells, findByAddress, type Importing, type ImportKind } from './kinds.ts';
import { countryOf, readRow } from './reading.ts';

type Content = { [field: string]: unknown };
type Row = { country: string; category: string; editor: string; content: Content };

const allFields = ({ cycle }: Importing) => cycle.definition.form.sections.flatMap((section) => section.fields);
/** `name.th` is the Thai text of the field name. */
const fieldOf = (importing: Importing, header: string) => {
  const [key = '', language] = header.split('.');
  const field = allFields(importing).find((one) => one.key === key);
  const fits = field !== undefined && (field.kind === 'localized-text') === (language !== undefined);
  return fits ? { field, language } : undefined;
};

function readForm(
  importing: Importing,
  category: string,
  cells: Cells,
): { content: Content } | { faults: CellFault[] } {
  const { definition } = importing.cycle;
  const { organisationField, titleField } = definition.form;
  const asked = fieldsOf(definition, category);
  const content: Content = {};
  const faults: CellFault[] = [];
  for (const [header, text] of Object.entries(cells)) {
    const found = fieldOf(importing, header);
    if (found === undefined) continue;
    const { field, language } = found;
    if (!asked.includes(field)) {
      faults.push({ header, rule: `the form of ${category} has no such field` });
      continue;
    }
    const answer = language === undefined ? answerOf(field, text) : { [language]: text };
    const isPublicName = field.key === organisationField || field.key === titleField;
    faults.push(...faultsOf(field, answer, isPublicName).map(({ message }) => ({ header, rule: message })));
    content[field.key] = language === undefined ? answer : { ...(content[field.key] as object), ...(answer as object) };
  }
  return faults.length > 0 ? { faults } : { content };
}

/** One who may start nominations in the country: by mail address, else the importer. */
async function findEditor(importing: Importing, country: string, email: string | undefined): Promise<string | null> {
  const { db, cycle, own, personId } = importing;
  if (email === undefined) return own === country ? personId : null;
  const editor = await findByAddress(db, email);
  if (editor === undefined) return null;
  const grant = await db.read
    .selectFrom('grants')
    .select('grant_id')
    .where('person_id', '=', editor)
    .where('role', 'in', ['applicant', 'focal-point'])
    .where('award', '=', cycle.award)
    .where('country', '=', country)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return grant === undefined ? null : editor;
}

export const nominations: ImportKind<Row> = {
  columns: (importing) => [
    { name: 'country', required: true, rule: 'two letters, such as TH' },
    {
      name: 'category',
      required: true,
      rule: `one of ${importing.cycle.definition.categories.map(({ key }) => key).join(', ')}`,
    },
    {
      name: 'editor',
      required: importing.own === null,
      rule: 'the mail address of an applicant or focal point of the country',
    },
    ...allFields(importing).flatMap((field) => {
      const languages =
        importing.own === null ? [] : (findCountry(importing.cycle.definition, importing.own)?.languages ?? []);
      const names =
        field.kind === 'localized-text'
          ? [...new Set(['en', ...languages])].map((tag) => `${field.key}.${tag}`)
          : [field.key];
      return names.map((name) => ({ name, required: false, rule: `${textOf(field.label)} (${field.kind})` }));
    }),
  ],
  isKnown: (importing, header) => fieldOf(importing, header) !== undefined,
  read: async (importing, cells) => {
    const keys = importing.cycle.definition.categories.map(({ key }) => key);
    const schema = z.object({
      country: countryOf(importing),
      category: z.string().refine((key) => keys.includes(key), `must be one of ${keys.join(', ')}`),
      editor: z.email('must be an e-mail address').optional(),
    });
    const head = readRow(schema, cells);
    const form = readForm(importing, cells.category ?? '', keys.includes(cells.category ?? '') ? cells : {});
    if ('faults' in head || 'faults' in form)
      return { faults: [...('faults' in head ? head.faults : []), ...('faults' in form ? form.faults : [])] };
    const { country, category } = head.row;
    const editor = await findEditor(importing, country, head.row.editor);
    if (editor === null)
      return {
        faults: [{ header: 'editor', rule: `must be the mail address of an applicant or focal point of ${country}` }],
      };
    return { row: { country, category, editor, content: form.content } };
  },
  blame: 'category',
  preview: async (_importing, { country, category }) => `${country}: a draft in ${category}`,
  act: async ({ db, cycle: { cycleId } }, { country, category, editor, content }, commandId) => {
    const draft = { form: 'nomination', subjectId: idOf(commandId) };
    // The table came from an office: whoever edits it now, the desk has started it.
    await startDraft(db, { ...draft, cycleId, country, category, personId: editor, inHouse: true });
    // What its editor has written since then is not overwritten.
    if ((await findDraft(db, draft.form, draft.subjectId))?.version !== 1) return;
    await saveDraft(db, { ...draft, content, baseVersion: 1, personId: editor });
  },
};
