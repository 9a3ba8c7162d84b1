// The shapes of the open call: what the page shows to everybody, and what its registration answers.
import { z } from 'zod';
import { Deadline } from './deadline.ts';
import { TextsView } from './views.ts';

export const PublicCallRow = z
  .object({
    cycleId: z.string(),
    slug: z.string(),
    award: z.string(),
    awardNames: TextsView,
    number: z.int(),
    year: z.int(),
    title: TextsView,
    iso2: z.string(),
    names: TextsView,
    languages: z.array(z.string()),
    open: z.boolean(),
    closes: Deadline.nullable().describe("The reader's zone is the country's own"),
  })
  .meta({ id: 'PublicCallRow' });

const Asked = {
  key: z.string(),
  label: TextsView,
  required: z.boolean(),
  categories: z.array(z.string()).describe('The categories that are asked'),
};
const Field = z.object({
  ...Asked,
  help: TextsView.nullable(),
  kind: z.string(),
  limit: z
    .object({ words: z.int(), characters: z.int() })
    .nullable()
    .describe('Words where the script has spaces between them, else characters'),
  choices: z.array(z.object({ key: z.string(), label: TextsView })),
  personal: z.boolean().describe('Holds something about a person'),
});
export const PublicCallView = PublicCallRow.extend({
  categories: z.array(z.object({ key: z.string(), names: TextsView })),
  selfNomination: z.boolean().describe('Whether an organisation may put itself forward'),
  office: z.string().nullable().describe('The office to ask, never a person; null where none is stated'),
  form: z.object({
    sections: z.array(z.object({ key: z.string(), title: TextsView, fields: z.array(Field) })),
    attachments: z.array(z.object({ ...Asked, types: z.array(z.string()), maxBytes: z.int(), maxCount: z.int() })),
  }),
}).meta({ id: 'PublicCall' });

/** The same for everybody: whether an address is known here is nobody's business. */
export const Registered = z.object({ message: z.string() }).meta({ id: 'Registered' });
