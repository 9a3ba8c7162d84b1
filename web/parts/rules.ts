// What a field breaks, said in the reader's language.
import i18next from 'i18next';
import type { FieldError } from '../api/client.ts';

/** A rule in the reader's language; in the API's own words where it has no name. */
export function sayRule({ rule, code, values = {} }: Omit<FieldError, 'field'>): string {
  if (code === undefined || !i18next.exists(`app:rule.${code}`)) return rule;
  const said = values.wanted === undefined ? values : { ...values, wanted: sayKind(String(values.wanted)) };
  return i18next.t(`app:rule.${code}`, said);
}
const sayKind = (wanted: string) => i18next.t(`app:rule.wanted.${wanted}`, { defaultValue: wanted });
