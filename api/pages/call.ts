// One country's call: what the award is, who may be put forward, what is asked, until when, and how to register.
import { z } from 'zod';
import { type CallLine, findCall } from '../../db/read-models/call-views.ts';
import type { Attachment, AwardDefinition, Country, FormField } from '../../domain/award-definition.ts';
import { findCountry } from '../../domain/definition-queries.ts';
import { Id, Iso2 } from '../../domain/messages.ts';
import { notFound } from '../problem.ts';
import { callPath } from './calls.ts';
import { momentOf, yearOf } from './dates.ts';
import { factList } from './edition.ts';
import { type Html, html, type Part } from './html.ts';
import type { Page, Visit } from './page.ts';
import { type Reader, readingAlso } from './reader.ts';

const Where = z.object({ cycleId: Id, iso2: Iso2 });
type Call = CallLine & { definition: AwardDefinition };

/** In the reader's language, else in those of the country. */
export async function callPage(visit: Visit): Promise<Page> {
  const where = Where.safeParse(visit.params);
  const call = where.success ? await findCall(visit.services.db, where.data) : undefined;
  if (call === undefined) throw notFound();
  const reader = readingAlso(visit.reader, call.languages);
  const country = findCountry(call.definition, call.iso2);
  const name = reader.say('callOf', { country: reader.plain(call.names) });
  return {
    title: `${name} – ${reader.plain(call.title)}`,
    description: reader.say('callAbout', { award: reader.plain(call.awardNames), country: reader.plain(call.names) }),
    path: callPath(call),
    languages: call.languages,
    body: html`<p class="crumbs"><a href="${reader.href('/calls')}">${reader.say('calls')}</a></p>
<h1>${name}</h1>
<p class="lead">${reader.text(call.awardNames)}<br>${reader.text(call.title)}</p>
${state(reader, call)}
${factList(reader, facts(reader, call, country))}
${criteria(reader, call.definition)}
${form(reader, call.definition)}
<section>
<h2>${reader.say('howToRegister')}</h2>
<p>${reader.say(call.open ? 'registering' : 'callClosed')}</p>
${register(reader, call)}
</section>`,
  };
}

const state = (reader: Reader, call: Call) => html`<div class="${call.open ? 'state open' : 'state'}">
<p><strong>${reader.say(call.open ? 'callOpen' : 'callClosed')}</strong>${call.closesAt !== null && html` ${reader.say(call.open ? 'closes' : 'closed')} ${deadline(reader, call)}`}</p>
${register(reader, call)}
</div>`;

const register = (reader: Reader, call: Call) =>
  call.open &&
  html`<p><a class="button" href="/app/calls/${call.cycleId}/${call.iso2}/register">${reader.say('register')}</a></p>`;

/** By the clock that governs it, and by the country's own. */
function deadline(reader: Reader, { closesAt, zone, ownZone }: Call): Html | null {
  if (closesAt === null) return null;
  const at = closesAt.toISOString();
  return html`${momentOf(reader, at, zone)}${ownZone !== zone && html` <span class="zone">= ${momentOf(reader, at, ownZone)}</span>`}`;
}

type Fact = [term: string, said: Part];
const facts = (reader: Reader, call: Call, country: Country | undefined): Fact[] => [
  [reader.say('country'), reader.text(call.names)],
  [reader.say('year'), yearOf(reader, call.year)],
  [
    reader.say('categories'),
    html`<ul class="plain">${call.definition.categories.map(({ names }) => html`<li>${reader.text(names)}</li>`)}</ul>`,
  ],
  [reader.say('whoMay'), reader.say(country?.selfNomination === true ? 'mayNominateSelf' : 'mayNominateOthers')],
  [reader.say('deadline'), deadline(reader, call)],
  [reader.say('office'), country?.focalPoint ?? null],
];

/** What judges look at, with the weights of the definition. */
const criteria = (reader: Reader, { rubrics, categories }: AwardDefinition) => html`<section>
<h2>${reader.say('criteria')}</h2>
<p>${reader.say('criteriaAbout')}</p>
${rubrics.map((rubric) => {
  const category = categories.find(({ key }) => key === rubric.category);
  return html`<details open>
<summary>${category === undefined ? rubric.category : reader.text(category.names)}</summary>
<ul class="weights">
${rubric.criteria.map(
  ({
    label,
    weight,
    evidence,
  }) => html`<li><span class="weight">${weight}</span> ${reader.text(label)}${evidence !== undefined && html`<br><span class="muted">${reader.text(evidence)}</span>`}</li>
`,
)}</ul>
</details>
`;
})}
</section>`;

const form = (reader: Reader, definition: AwardDefinition) => html`<section>
<h2>${reader.say('formAtAGlance')}</h2>
<p>${reader.say('formAbout')}</p>
${definition.form.sections.map(
  ({ title, fields }) => html`<details open>
<summary>${reader.text(title)}</summary>
<ul>
${fields.map(
  (field) => html`<li>${reader.text(field.label)} ${notes(reader, definition, field, limitOf(reader, field))}</li>
`,
)}</ul>
</details>
`,
)}
${
  definition.form.attachments.length > 0 &&
  html`<details open>
<summary>${reader.say('papers')}</summary>
<ul>
${definition.form.attachments.map(
  (paper) => html`<li>${reader.text(paper.label)} ${notes(reader, definition, paper, sizeOf(reader, paper))}</li>
`,
)}</ul>
</details>`
}
${definition.form.consent !== undefined && html`<p>${reader.say('consent')}: ${reader.text(definition.form.consent.text)}</p>`}
</section>`;

function notes(reader: Reader, definition: AwardDefinition, item: FormField | Attachment, size: string | null): Html {
  const only = definition.categories.filter(({ key }) => item.categories?.includes(key));
  const parts: Part[] = [
    reader.say(item.required ? 'required' : 'optional'),
    ...(size === null ? [] : [size]),
    ...only.map(({ names }) => html`${reader.say('onlyFor')} ${reader.text(names)}`),
  ];
  return html`<span class="muted">(${parts.map((part, index) => html`${index > 0 && '; '}${part}`)})</span>`;
}

const limitOf = (reader: Reader, { limit }: FormField): string | null =>
  limit === undefined ? null : reader.say('limit', limit);
const sizeOf = (reader: Reader, { maxBytes, maxCount, types }: Attachment): string =>
  reader.say('sizes', {
    megabytes: Math.floor(maxBytes / 1e6),
    count: maxCount,
    types: types.map((type) => type.split('/')[1]?.toUpperCase()).join(', '),
  });
