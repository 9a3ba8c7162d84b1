// What is known of the 6th award and the 12th forum, each with its source; and what the demo adds, marked as a sample.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Texts } from '../../domain/messages.ts';

const Laureate = z.strictObject({
  country: z.string(),
  category: z.string(),
  categoryBasis: z.enum(['stated', 'inferred']),
  organisation: Texts,
  title: Texts.nullable(),
  source: z.string(),
  presenter: z.strictObject({ name: z.string(), position: Texts }).optional(),
  topics: z
    .array(z.strictObject({ acronym: z.string(), title: Texts, subtitle: Texts.optional(), summary: Texts }))
    .optional(),
});
const Theme = z.strictObject({ key: z.string(), title: Texts, points: z.record(z.string(), z.array(z.string())) });
const Facts = z.strictObject({
  about: z.string(),
  award: z.strictObject({
    number: z.int(),
    year: z.int(),
    host: z.string(),
    title: Texts,
    sources: z.array(z.string()),
  }),
  laureates: z.array(Laureate),
  notStated: z.array(z.string()),
  forum: z.strictObject({
    number: z.int(),
    day: z.iso.date(),
    zone: z.string(),
    opensAt: z.int(),
    closesAt: z.int(),
    host: z.string(),
    name: Texts,
    venue: Texts,
    purpose: Texts,
    source: z.string(),
    themes: z.array(Theme),
    talkPlaces: z.null(),
    shortName: Texts,
    /** How many there are; they are not at hand. */
    pictures: z.int(),
  }),
  /** Who went, and on what ground. */
  delegation: z.strictObject({
    country: z.string(),
    unit: Texts,
    basis: Texts,
    members: z.array(z.strictObject({ name: z.string(), position: Texts })),
    source: z.string(),
  }),
});
export type Facts = z.infer<typeof Facts>;
export type KnownLaureate = z.infer<typeof Laureate>;

export async function readFacts(): Promise<Facts> {
  return Facts.parse(JSON.parse(await readFile(new URL('sixth-award.json', import.meta.url), 'utf8')));
}

/** One nomination of the demo. `known` is what the record has; without it the nomination is a sample. */
export type Put = {
  country: string;
  category: string;
  organisation: { [language: string]: string };
  title: { [language: string]: string };
  known?: KnownLaureate;
};

/** Where sample judges score sample entries: these countries' groups have three entries each, and three judges. */
export const scoredCountries = ['SG', 'MY'];

/** What each country puts forward: the known laureates; samples where the record is silent; nothing from Myanmar. */
export function nominationsOf(facts: Facts, countries: string[], categories: string[]): Put[] {
  const known = facts.laureates.map(
    (laureate): Put => ({
      country: laureate.country,
      category: laureate.category,
      organisation: laureate.organisation,
      title: laureate.title ?? { en: 'Not stated' },
      known: laureate,
    }),
  );
  const silent = countries.filter((iso2) => iso2 !== 'MM' && !known.some(({ country }) => country === iso2));
  const samples = silent.flatMap((country) =>
    categories.flatMap((category) =>
      Array.from({ length: scoredCountries.includes(country) ? 3 : 1 }, (_, index): Put => {
        const organisation = { en: `Sample ${category} organisation ${index + 1} of ${country}` };
        return { country, category, organisation, title: { en: `Sample initiative ${index + 1} of ${country}` } };
      }),
    ),
  );
  return [...known, ...samples];
}
