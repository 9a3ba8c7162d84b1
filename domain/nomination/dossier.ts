// Holding a nomination's form and its files against what the award definition asks of its category.
import type { Attachment, AwardDefinition, FormField } from '../award-definition.ts';
import { attachmentsOf, fieldsOf } from '../definition-queries.ts';
import { textOf } from '../localized-text.ts';
import type { Texts } from '../messages.ts';
import { type Fault, faultsOf, isBlank, isEmpty } from './answers.ts';
import { type Question, questionsAbout, type Settled, sayQuestion } from './questions.ts';

/** A form as it was filled in: answers by field key. */
export type Content = { [field: string]: unknown };
/** What is known of an upload: `field` is the key of the attachment that it answers. */
export type AttachedFile = { field: string; name: string; size: number; type: string };
export type DossierProblem = {
  field: string;
  rule: Fault['rule'] | FileRule | QuestionRule | 'required' | 'unknown-field';
  message: string;
};
type FileRule = 'file-type' | 'file-size' | 'file-count';
/** A question that is still open. */
type QuestionRule = Question['kind'];

/** All that keeps a form from being submitted, in the order of the form; empty when it may be. */
export function checkDossier(
  definition: AwardDefinition,
  category: string,
  content: Content,
  files: readonly AttachedFile[],
  settled: Settled = {},
): DossierProblem[] {
  const fields = fieldsOf(definition, category);
  const attachments = attachmentsOf(definition, category);
  const { organisationField, titleField } = definition.form;
  return [
    ...fields.flatMap((field) =>
      fieldProblems(field, content[field.key], [organisationField, titleField].includes(field.key), settled),
    ),
    ...unknownFields(Object.keys(content), fields),
    ...attachments.flatMap((attachment) =>
      attachmentProblems(
        attachment,
        files.filter(({ field }) => field === attachment.key),
      ),
    ),
    ...unknownFields(
      files.map(({ field }) => field),
      attachments,
    ),
  ];
}

/** How much of what the form must have is there, in whole percent: a required field or attachment is filled or it is not. */
export function percentComplete(
  definition: AwardDefinition,
  category: string,
  content: Content,
  files: readonly AttachedFile[],
): number {
  const required = [...fieldsOf(definition, category), ...attachmentsOf(definition, category)].filter(
    (item) => item.required,
  ).length;
  if (required === 0) return 100;
  const missing = checkDossier(definition, category, content, files).filter(({ rule }) => rule === 'required').length;
  return Math.floor((100 * (required - missing)) / required);
}

/** The organisation's public name, in the languages it was given in. */
export const organisationOf = ({ form }: AwardDefinition, content: Content): Texts =>
  textsOf(content[form.organisationField]);

/** The nomination's public title, in the languages it was given in. */
export const titleOf = ({ form }: AwardDefinition, content: Content): Texts => textsOf(content[form.titleField]);

/** A text in no stated language is `und`, undetermined. */
function textsOf(answer: unknown): Texts {
  const texts = typeof answer === 'string' ? { und: answer } : answer;
  if (typeof texts !== 'object' || texts === null) return {};
  const given = Object.entries(texts).flatMap(([language, text]: [string, unknown]) =>
    typeof text === 'string' && !isBlank(text) ? [[language, text.trim()]] : [],
  );
  return Object.fromEntries(given);
}

function fieldProblems(field: FormField, answer: unknown, isPublicName: boolean, settled: Settled): DossierProblem[] {
  const { key, required } = field;
  if (isEmpty(answer))
    return required ? [{ field: key, rule: 'required', message: `${textOf(field.label)} is missing.` }] : [];
  return [
    ...faultsOf(field, answer, isPublicName).map((fault) => ({ field: key, ...fault })),
    ...questionsAbout(field, answer, settled).map((question) => ({
      field: question.field,
      rule: question.kind,
      message: sayQuestion(question),
    })),
  ];
}

function unknownFields(keys: string[], known: { key: string }[]): DossierProblem[] {
  const strange = [...new Set(keys)].filter((key) => known.every((item) => item.key !== key));
  return strange.map((field) => ({
    field,
    rule: 'unknown-field',
    message: 'The form of this category has no such field.',
  }));
}

function attachmentProblems(attachment: Attachment, files: AttachedFile[]): DossierProblem[] {
  const { key: field, label, required, maxCount } = attachment;
  if (files.length === 0 && required) return [{ field, rule: 'required', message: `${textOf(label)} is missing.` }];
  const tooMany: DossierProblem[] =
    files.length > maxCount
      ? [
          {
            field,
            rule: 'file-count',
            message: `There are ${files.length} files; at most ${maxCount} may be attached.`,
          },
        ]
      : [];
  return [...tooMany, ...files.flatMap((file) => fileProblems(attachment, file))];
}

/** Whether one file is of a type and size that its attachment accepts. */
export function fileProblems(
  { key: field, types, maxBytes }: Attachment,
  { name, type, size }: Omit<AttachedFile, 'field'>,
): DossierProblem[] {
  return [
    ...(types.includes(type)
      ? []
      : [{ field, rule: 'file-type' as const, message: `${name} is ${type}; accepted are ${types.join(', ')}.` }]),
    ...(size > 0 && size <= maxBytes
      ? []
      : [{ field, rule: 'file-size' as const, message: `${name} has ${size} bytes; accepted are 1 to ${maxBytes}.` }]),
  ];
}
