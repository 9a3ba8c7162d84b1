// How names are put in order for a reader: by the rules of the own language, from a fixed list.
import { type RawBuilder, sql } from 'kysely';

/** Languages with rules of their own that PostgreSQL's ICU knows; all others are sorted as the root of Unicode's rules says. */
const known = [
  'en',
  'th',
  'lo',
  'km',
  'my',
  'vi',
  'id',
  'ms',
  'fil',
  'zh',
  'ta',
  'pt',
  'fr',
  'es',
  'ar',
  'ja',
  'ko',
] as const;
const root = 'und-x-icu';

/** The collation of a language tag: th-TH sorts as th. */
export function collationOf(language: string): string {
  const base = language.split('-')[0] ?? '';
  return (known as readonly string[]).includes(base) ? `${base}-x-icu` : root;
}

export const collate = (language: string): RawBuilder<unknown> => sql`collate ${sql.id(collationOf(language))}`;

/** The same order for a list that is at hand. */
export const byName = <Item>(language: string, nameOf: (item: Item) => string) => {
  const collator = new Intl.Collator(collationOf(language) === root ? 'und' : language);
  return (a: Item, b: Item) => collator.compare(nameOf(a), nameOf(b));
};
