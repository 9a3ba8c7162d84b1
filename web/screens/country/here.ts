// What the screens of a desk know of their place: the cycle, the country, its names, and what the reader may do there.
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/query.ts';
import { useMe } from '../../app/session.ts';
import { useParam } from '../../parts/params.ts';
import { type Texts, textIn } from '../../parts/texts.ts';

/** Of a cycle: its definition, and the names of its categories. */
export function useCycle(cycleId: string) {
  const { i18n } = useTranslation();
  const cycle = useView('/cycles/:cycleId', { params: { cycleId } });
  const { definition } = useView('/cycles/:cycleId/definition', { params: { cycleId } });
  const say = (texts: Texts | null | undefined) => textIn(texts, i18n.language).text;
  const categoryName = (key: string) => say(definition.categories.find((one) => one.key === key)?.names) || key;
  return { cycle, definition, categoryName, say };
}

/** The desk that the address names. */
export function useDesk() {
  const [cycleId, iso2] = [useParam('cycleId'), useParam('iso2')];
  const desk = useView('/cycles/:cycleId/countries/:iso2', { params: { cycleId, iso2 } });
  const here = useCycle(cycleId);
  const roles = useRolesIn(here.cycle.award, iso2);
  const place = `/cycles/${cycleId}/countries/${iso2}`;
  return { cycleId, iso2, desk, roles, place, ...here };
}

/** The reader's roles for a country of an award; what holds in the whole award holds there too. */
export function useRolesIn(award: string, iso2: string): Set<string> {
  const held = useMe()?.roles.filter((one) => one.award === award && (one.country === null || one.country === iso2));
  return new Set(held?.map(({ role }) => role));
}

/** The roles that a country's focal point gives and ends. */
export const countryRoles = ['screener', 'approver', 'applicant', 'delegate'] as const;
