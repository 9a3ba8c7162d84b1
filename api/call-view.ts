// The call as its page shows it: texts in the country's languages, the closing on the clocks that matter.
import type { z } from 'zod';
import { deadlineOf } from '../db/deadline.ts';
import type { CallLine } from '../db/read-models/call-views.ts';
import type { Attachment, AwardDefinition, FormField } from '../domain/award-definition.ts';
import { findCountry } from '../domain/definition-queries.ts';
import { textsIn } from '../domain/localized-text.ts';
import type { Texts } from '../domain/messages.ts';
import type { PublicCallRow, PublicCallView } from './views/calls.ts';

export function callRow({
  plannedAt: _key,
  closesAt,
  zone,
  ownZone,
  ...line
}: CallLine): z.infer<typeof PublicCallRow> {
  const closes = closesAt && deadlineOf(closesAt.toISOString(), zone, ownZone);
  const { languages } = line;
  const [awardNames, title, names] = [line.awardNames, line.title, line.names].map((text) => textsIn(text, languages));
  return { ...line, ...(awardNames && title && names && { awardNames, title, names }), closes };
}

export function callView({
  definition,
  ...line
}: CallLine & { definition: AwardDefinition }): z.infer<typeof PublicCallView> {
  const country = findCountry(definition, line.iso2);
  const say = (text: Texts) => textsIn(text, line.languages);
  const { sections, attachments } = definition.form;
  return {
    ...callRow(line),
    categories: definition.categories.map(({ key, names }) => ({ key, names: say(names) })),
    selfNomination: country?.selfNomination ?? false,
    office: country?.focalPoint ?? null,
    form: {
      sections: sections.map(({ key, title, fields }) => ({
        ...{ key, title: say(title) },
        fields: fields.map((field) => ({ ...asked(definition, field, say), ...fieldView(field, say) })),
      })),
      attachments: attachments.map((attachment) => {
        const { types, maxBytes, maxCount } = attachment;
        return { ...asked(definition, attachment, say), types, maxBytes, maxCount };
      }),
    },
  };
}

type Say = (text: Texts) => Texts;

const asked = ({ categories }: AwardDefinition, item: FormField | Attachment, say: Say) => ({
  key: item.key,
  label: say(item.label),
  required: item.required,
  categories: item.categories ?? categories.map(({ key }) => key),
});

const fieldView = ({ help, kind, limit, choices, personal }: FormField, say: Say) => ({
  help: help === undefined ? null : say(help),
  ...{ kind, limit: limit ?? null, personal },
  choices: (choices ?? []).map(({ key, label }) => ({ key, label: say(label) })),
});
