// What countries and categories are called where no cycle says so: by the definitions of one's own award, else by their code.
import { useMaybeView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { useText } from '../../parts/texts.ts';

export function useOwnAward() {
  const say = useText();
  const me = useMe();
  const award = me?.roles.find((role) => role.award !== null)?.award ?? null;
  const { data } = useMaybeView('/definitions/:award', { params: { award: award ?? '' } }, { enabled: award !== null });
  const countries = data?.definition.countries ?? [];
  const categories = data?.definition.categories ?? [];
  return {
    award,
    country: (iso2: string | null) => say(countries.find((one) => one.iso2 === iso2)?.names) || (iso2 ?? ''),
    category: (key: string) => say(categories.find((one) => one.key === key)?.names) || key,
    categories: categories.map(({ key, names }) => ({ value: key, label: say(names) })),
    countries: countries.map(({ iso2, names }) => ({ value: iso2, label: say(names) })),
  };
}
