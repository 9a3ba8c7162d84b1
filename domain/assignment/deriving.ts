// What follows from the profiles of an entry and a judge: how well they fit, whether one reads the other, what keeps them apart.

type EntryFacts = {
  country: string | null;
  body: string | null;
  languages: readonly string[];
  themes: readonly string[];
  nominatedBy: readonly string[];
};
type JudgeFacts = {
  id: string;
  country: string | null;
  body: string | null;
  languages: readonly string[];
  themes: readonly string[];
  wishes: readonly string[];
};

const shared = (a: readonly string[], b: readonly string[]) => a.filter((one) => b.includes(one));

/** An entry of which no language is known is read by all. */
export const readsOf = (entry: { languages: readonly string[] }, judge: { languages: readonly string[] }): boolean =>
  entry.languages.length === 0 || shared(entry.languages, judge.languages).length > 0;

/**
 * Of 100: 50 for the share of the entry's themes that the judge knows, 30 for reading it, 20 for the wish to. An entry that
 * names no theme asks for no special knowledge. `percent` is the wish where it was said of the entry itself.
 */
export function expertiseOf(entry: Pick<EntryFacts, 'languages' | 'themes'>, judge: JudgeFacts, percent?: number) {
  const themes = shared(entry.themes, judge.themes);
  const wished = shared(entry.themes, judge.wishes);
  const languages = shared(entry.languages, judge.languages);
  const all = Math.max(1, entry.themes.length);
  const knowledge = entry.themes.length === 0 ? 1 : themes.length / all;
  const wish = (percent ?? (100 * wished.length) / all) / 100;
  const points = 50 * knowledge + (readsOf(entry, judge) ? 30 : 0) + 20 * wish;
  return { affinity: Math.round(points), languages, themes, wished };
}

/** The first reason that applies. */
export function conflictOf(
  entry: EntryFacts,
  judge: JudgeFacts,
  declared: boolean,
  scope: 'body' | 'country',
): string | null {
  if (declared) return 'declared';
  if (judge.body !== null && judge.body === entry.body) return 'ownBody';
  if (entry.nominatedBy.includes(judge.id)) return 'nominator';
  if (scope === 'country' && judge.country !== null && judge.country === entry.country) return 'sameCountry';
  return null;
}
