// What groups, categories and countries are called in a cycle.
import { useView } from '../../api/query.ts';
import { everyCriterion } from '../../parts/rubrics.ts';
import { type Texts, useText } from '../../parts/texts.ts';

export function useNames(cycleId: string) {
  const { definition } = useView('/cycles/:cycleId/definition', { params: { cycleId } });
  const categories = new Map(definition.categories.map(({ key, names }) => [key, names as Texts]));
  const countries = new Map(definition.countries.map(({ iso2, names }) => [iso2, names as Texts]));
  return {
    definition,
    category: (key: string): Texts => categories.get(key) ?? { en: key },
    country: (iso2: string | null): Texts | null => (iso2 === null ? null : (countries.get(iso2) ?? { en: iso2 })),
  };
}

/** What each criterion is called, whatever rubric it stands in. */
export function useCriteria(cycleId: string): (key: string) => string {
  const text = useText();
  const { definition } = useNames(cycleId);
  const all = everyCriterion(definition);
  return (key) => text(all.find((one) => one.key === key)?.label ?? { en: key });
}
