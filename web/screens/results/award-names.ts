// What a cycle's countries, categories and groups are called: by the definition that was frozen for it.
import { useView } from '../../api/query.ts';
import { type Texts, useText } from '../../parts/texts.ts';

export function useAwardNames(cycleId: string) {
  const say = useText();
  const { definition } = useView('/cycles/:cycleId/definition', { params: { cycleId } });
  const countries = new Map(definition.countries.map(({ iso2, names }): [string, Texts] => [iso2, names]));
  const categories = new Map(definition.categories.map(({ key, names }): [string, Texts] => [key, names]));
  const country = (iso2: string | null) => (iso2 === null ? '' : say(countries.get(iso2)) || iso2);
  const category = (key: string) => say(categories.get(key)) || key;
  const group = (key: string) => {
    const [, iso2, rest] = /^([A-Z]{2})-(.+)$/.exec(key) ?? [];
    return iso2 === undefined || rest === undefined ? category(key) : `${country(iso2)} · ${category(rest)}`;
  };
  return { definition, country, category, group, isNational: definition.judging.scope === 'national' };
}
