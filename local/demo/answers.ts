// A form filled in: names and titles as they are known, every other answer a placeholder that says so.
import { createHash } from 'node:crypto';
import type { AwardDefinition, FormField } from '../../domain/award-definition.ts';
import { attachmentsOf, fieldsOf } from '../../domain/definition-queries.ts';
import type { Put } from './facts.ts';

/** What the form of the nomination's category needs, by field. */
export function answersOf(definition: AwardDefinition, put: Put): { [field: string]: unknown } {
  const { organisationField, titleField } = definition.form;
  const placeholders = fieldsOf(definition, put.category)
    .filter((field) => field.required)
    .map((field) => [field.key, placeholder(field)]);
  return { ...Object.fromEntries(placeholders), [organisationField]: put.organisation, [titleField]: put.title };
}

const text = 'Sample: not stated';

function placeholder({ key, kind, choices = [] }: FormField): unknown {
  switch (kind) {
    case 'text':
    case 'long-text':
      return text;
    case 'localized-text':
      return { en: text };
    case 'number':
      return 0;
    case 'date':
      return '2000-01-01';
    case 'choice':
      return choices[0]?.key;
    case 'email':
      return 'not-stated@sample.laureate.test';
    case 'phone':
      return '+6500000000';
    case 'url':
      return 'https://sample.laureate.test';
    case 'yes-no':
      return key.endsWith('consent');
  }
}

/** The files that the category needs, each a page that says nothing. */
export const filesOf = (definition: AwardDefinition, { category }: Put) =>
  attachmentsOf(definition, category)
    .filter(({ required }) => required)
    .map(({ key, types }) => {
      const [type] = types;
      if (type !== 'application/pdf') throw new Error(`The demo has no sample of ${type}, which ${key} asks for.`);
      const { bytes, hash } = samplePdf(key);
      return { file: { field: key, name: `sample-${key}.pdf`, size: bytes.length, type, hash }, bytes };
    });

export function samplePdf(name: string): { bytes: Buffer; hash: string } {
  const bytes = Buffer.from(`%PDF-1.4\n% Sample: ${name}\n%%EOF\n`);
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}
