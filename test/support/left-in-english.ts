// Words of ours that a page in Thai still says in English, and keys that have no text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something that a page says, and the language that it is marked with. */
export type Said = { text: string; where: string; lang: string };
type Texts = { [key: string]: string | Texts };

const folder = join(import.meta.dirname, '..', '..', 'web', 'i18n');
const flat = (texts: Texts, before = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${before}${key}`, text] as [string, string]] : flat(text, `${before}${key}.`),
  );
const textsOf = (language: string) =>
  readdirSync(join(folder, language)).flatMap((file) =>
    flat(JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Texts).map(
      ([key, text]) => [`${file}:${key}`, text] as const,
    ),
  );

const thai = new Map(textsOf('th'));
const english = textsOf('en').filter(([key, text]) => thai.get(key) !== text);
const keys = new Set(english.map(([key]) => key.split(':')[1] ?? ''));
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** A text with places stands for all that can stand there; one that is hardly more than places says nothing. */
const patterns = english
  .filter(([, text]) => /[A-Za-z]{3}/.test(text.replaceAll(/\{\{.*?\}\}/g, '')))
  .map(([key, text]) => ({
    key,
    pattern: new RegExp(
      `^${text
        .split(/\{\{.*?\}\}/)
        .map(escaped)
        .join('.+')}$`,
      's',
    ),
  }));

export function leftInEnglish(said: Said[]): string[] {
  const found = said.flatMap(({ text, where, lang }) => {
    if (keys.has(text) && text.includes('.')) return [`no text for the key ${text} (${where})`];
    if (!lang.startsWith('th')) return [];
    const left = patterns.find(({ pattern }) => pattern.test(text));
    return left === undefined ? [] : [`in English on a Thai page: “${text}” (${where}, ${left.key})`];
  });
  return [...new Set(found)];
}
