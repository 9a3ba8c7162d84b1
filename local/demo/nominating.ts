// The first two chapters: nominations are put forward, and each country screens its own.
import { z } from 'zod';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { findCountry } from '../../domain/definition-queries.ts';
import { answersOf, filesOf } from './answers.ts';
import type { Cast } from './cast.ts';
import type { Person } from './client.ts';
import type { Put } from './facts.ts';

export type Nominated = Put & { nominationId: string };
const Started = z.object({ id: z.string(), draft: z.string() });
const Sheet = z.object({ sheet: z.string().nullable() });
const Draft = z.object({
  version: z.int(),
  files: z.array(z.object({ fileId: z.string(), hash: z.string() })),
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
});

export const isOpenCall = (definition: AwardDefinition, country: string): boolean =>
  findCountry(definition, country)?.nominationMode === 'open-call';

/** Where a country's call is open an applicant answers it; elsewhere the focal point puts the nomination forward. */
const nominatorOf = (definition: AwardDefinition, country: string): string =>
  `${isOpenCall(definition, country) ? 'applicant' : 'focal-point'}.${country.toLowerCase()}`;

/** The country's own end of its call, set before it opens. */
export async function setOpenCall(cast: Cast, cycleId: string, country: string, ms: number): Promise<void> {
  const focalPoint = await cast.as(`focal-point.${country.toLowerCase()}`);
  const closesAt = { nomination: new Date(Date.now() + ms).toISOString() };
  await focalPoint.tell(`/cycles/${cycleId}/countries/${country}/timetable`, { closesAt });
}

/** Where the ministry puts forward, the approver ends the phase early. */
export async function closeCall(cast: Cast, cycleId: string, country: string): Promise<void> {
  const approver = await cast.as(`approver.${country.toLowerCase()}`);
  await approver.tell(`/cycles/${cycleId}/countries/${country}/phases/nomination/close`);
}

export async function nominate(cast: Cast, cycleId: string, definition: AwardDefinition, put: Put): Promise<Nominated> {
  const person = await cast.as(nominatorOf(definition, put.country));
  const { country, category } = put;
  const { id } = await person.post(`/cycles/${cycleId}/nominations`, { country, category }, Started);
  await fill(person, id, definition, put);
  const { version } = await person.get(`/drafts/nomination/${id}`, Draft);
  await person.tell(`/nominations/${id}/submit`, { draftVersion: version });
  if (put.known !== undefined) await recogniseOrganisation(person, id);
  return { ...put, nominationId: id };
}

/** Everything that the form of a nomination that was just started asks for. */
export async function fill(person: Person, id: string, definition: AwardDefinition, put: Put): Promise<void> {
  const draft = `/drafts/nomination/${id}`;
  await person.put(draft, { baseVersion: 1, content: answersOf(definition, put) }, Draft);
  for (const { file, bytes } of filesOf(definition, put)) {
    const { files } = await person.post(`${draft}/files`, file, Draft);
    await person.upload(files.find(({ hash }) => hash === file.hash)?.fileId ?? '', bytes);
  }
}

const Nominee = z.object({ matches: z.array(z.object({ organisationId: z.string() })) });

/** A known laureate is on the record of earlier editions too: the nominator says that it is the same organisation. */
async function recogniseOrganisation(person: Person, nominationId: string): Promise<void> {
  const path = `/nominations/${nominationId}/organisation`;
  const { matches } = await person.get(path, Nominee);
  const [match] = matches;
  if (match !== undefined) await person.tell(path, { sameAs: match.organisationId });
}

/** One sample nomination goes back for a correction and comes again. */
export async function correctOne(
  cast: Cast,
  definition: AwardDefinition,
  { country, nominationId, ...put }: Nominated,
): Promise<void> {
  const screener = await cast.as(`screener.${country.toLowerCase()}`);
  const message = 'Sample: say who decides and who benefits.';
  await screener.tell(`/nominations/${nominationId}/return`, { messages: [{ field: 'inclusion', message }] });
  const person = await cast.as(nominatorOf(definition, country));
  const draft = `/drafts/nomination/${nominationId}`;
  const { version } = await person.get(draft, Draft);
  const content = { ...answersOf(definition, { country, ...put }), inclusion: 'Sample: corrected.' };
  const saved = await person.put(draft, { baseVersion: version, content }, Draft);
  await person.tell(`/nominations/${nominationId}/correct`, { draftVersion: saved.version });
}

/** The screener ticks the checklist; the approver, another person, forwards. */
export async function screen(cast: Cast, definition: AwardDefinition, nomination: Nominated): Promise<void> {
  const at = nomination.country.toLowerCase();
  const [screener, approver] = await Promise.all([cast.as(`screener.${at}`), cast.as(`approver.${at}`)]);
  const path = `/nominations/${nomination.nominationId}`;
  for (const { key } of definition.checklist)
    await screener.tell(`${path}/checks`, { item: key, outcome: 'passed', note: 'Sample check.' });
  await approver.tell(`${path}/forward`);
}

/** The approver ranks each category, or says that there is no nominee; what is left is signed on one sheet, which ends the country's screening. */
export async function signForwarding(
  cast: Cast,
  cycleId: string,
  country: string,
  categories: string[],
  nominations: Nominated[],
): Promise<void> {
  const approver = await cast.as(`approver.${country.toLowerCase()}`);
  const path = `/cycles/${cycleId}/countries/${country}`;
  for (const category of categories) {
    const order = nominations
      .filter((one) => one.country === country && one.category === category)
      .map(({ nominationId }) => nominationId);
    if (order.length === 0) {
      await approver.tell(`${path}/declare-no-nominee`, { category, reason: 'Sample: the record states no nominee.' });
      continue;
    }
    await approver.tell(`${path}/rank`, { category, order });
  }
  const { sheet } = await approver.get(`${path}/signing-sheet`, Sheet);
  if (sheet !== null) await approver.sign(`${path}/sign-forwarding`, { sheet });
}
