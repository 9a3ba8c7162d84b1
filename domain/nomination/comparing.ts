// What differs between two versions of a dossier, field by field and file by file, beside what was asked for.
import type { AwardDefinition } from '../award-definition.ts';
import { attachmentsOf, fieldsOf } from '../definition-queries.ts';
import type { Texts } from '../messages.ts';
import { isEmpty } from './answers.ts';
import type { Content } from './dossier.ts';
import type { FieldMessage } from './messages.ts';

export type DossierFile = { field: string; name: string; hash: string; size: number; type: string };
export type Dossier = { content: Content; files: DossierFile[] };
export type FieldChange = {
  section: string;
  field: string;
  label: Texts;
  before: unknown;
  after: unknown;
  /** What it answers. */
  messages: string[];
};
export type FileChange = DossierFile & { change: 'added' | 'removed'; label: Texts; messages: string[] };
/** A message, and whether anything was changed where it points; of a checklist item nobody can tell. */
export type Answered = FieldMessage & { label: Texts; changed: boolean | null };
export type Comparison = { fields: FieldChange[]; files: FileChange[]; messages: Answered[] };

/**
 * In the order of the form. `hidden` names the fields that the reader may not see: neither they nor their messages are told.
 * Files have no names for one who may not see the organisation's: the one often says the other.
 */
export function compareDossiers(
  definition: AwardDefinition,
  category: string,
  [before, after]: [Dossier, Dossier],
  messages: FieldMessage[],
  hidden: ReadonlySet<string> = new Set(),
): Comparison {
  const told = messages.filter(({ field }) => !hidden.has(field));
  const about = (field: string) => told.filter((one) => one.field === field).map(({ message }) => message);
  const asked = fieldsOf(definition, category).map(({ key }) => key);
  const fields = definition.form.sections.flatMap(({ key: section, fields: all }) =>
    all
      .filter(({ key }) => asked.includes(key) && !hidden.has(key) && !isSame(before.content[key], after.content[key]))
      .map(({ key, label }): FieldChange => {
        const [old, now] = [before.content[key] ?? null, after.content[key] ?? null];
        return { section, field: key, label, before: old, after: now, messages: about(key) };
      }),
  );
  const nameless = hidden.has(definition.form.organisationField) ? { name: '—' } : {};
  const files = attachmentsOf(definition, category).flatMap(({ key, label }) =>
    fileChanges(key, before.files, after.files).map(
      (file): FileChange => ({ ...file, ...nameless, label, messages: about(key) }),
    ),
  );
  const changed = new Set([...fields, ...files].map(({ field }) => field));
  const labels = labelsOf(definition);
  const answered = told.map((one): Answered => {
    const isItem = definition.checklist.some(({ key }) => key === one.field);
    return { ...one, label: labels.get(one.field) ?? {}, changed: isItem ? null : changed.has(one.field) };
  });
  return { fields, files, messages: answered };
}

function labelsOf({ form, checklist }: AwardDefinition): Map<string, Texts> {
  const fields = form.sections.flatMap((section) => section.fields);
  return new Map([...checklist, ...form.attachments, ...fields].map(({ key, label }) => [key, label]));
}

function fileChanges(field: string, before: DossierFile[], after: DossierFile[]) {
  const only = (files: DossierFile[], others: DossierFile[], change: 'added' | 'removed') =>
    files
      .filter((file) => file.field === field && !others.some((one) => one.field === field && one.hash === file.hash))
      .map(({ name, hash, size, type }) => ({ field, name, hash, size, type, change }));
  return [...only(before, after, 'removed'), ...only(after, before, 'added')];
}

/** No answer and an empty one are the same; the order of languages does not matter. */
function isSame(a: unknown, b: unknown): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  return ordered(a) === ordered(b);
}

const ordered = (answer: unknown): string =>
  JSON.stringify(answer, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
