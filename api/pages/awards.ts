// The awards that the public may read about, by the names of their definitions.
import { findEditions } from '../../db/read-models/public-record.ts';
import { findPublicCycles, type PublicCycle } from '../../db/read-models/public-views.ts';
import type { Texts } from '../../domain/messages.ts';
import { notFound } from '../problem.ts';
import { type Html, html } from './html.ts';
import type { Visit } from './page.ts';
import type { Reader } from './reader.ts';

type Named = { names: Texts };
export type Award = Named & {
  key: string;
  categories: (Named & { key: string })[];
  countries: (Named & { iso2: string })[];
};

/** All that are known here, in the order of their keys: installed now, or of a cycle whose call has opened. */
export async function findAwards({ services }: Visit): Promise<{ awards: Award[]; cycles: PublicCycle[] }> {
  const cycles = await findPublicCycles(services.db, { limit: 200, after: undefined });
  const past = cycles.toReversed().map(({ award, awardNames, categories, countries }) => ({
    ...{ key: award, names: awardNames, categories, countries },
  }));
  const installed = [...services.definitions.values()].map(({ definition }) => definition);
  const byKey = new Map<string, Award>([...past, ...installed].map((award) => [award.key, award]));
  return { awards: [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1)), cycles };
}

/** Those of which there is something to read. */
export async function findAwardsOnRecord(visit: Visit) {
  const { awards, cycles } = await findAwards(visit);
  const all = await Promise.all(
    awards.map(async (award) => ({
      award,
      editions: await findEditions(visit.services.db, award.key, { limit: 200, after: undefined }),
    })),
  );
  return { record: all.filter(({ editions }) => editions.length > 0), cycles };
}

/** @throws HttpProblem for an award that is not known here. */
export async function getAward(visit: Visit): Promise<{ award: Award; cycles: PublicCycle[] }> {
  const { awards, cycles } = await findAwards(visit);
  const award = awards.find(({ key }) => key === visit.params.award);
  if (award === undefined) throw notFound();
  return { award, cycles: cycles.filter((cycle) => cycle.award === award.key) };
}

export const countryName = (reader: Reader, { countries }: Pick<Award, 'countries'>, iso2: string): Html => {
  const country = countries.find((one) => one.iso2 === iso2);
  return country === undefined ? html`${iso2}` : reader.text(country.names);
};
export const categoryName = (reader: Reader, { categories }: Pick<Award, 'categories'>, key: string): Html => {
  const category = categories.find((one) => one.key === key);
  return category === undefined ? html`${key}` : reader.text(category.names);
};
