// Who reads a page: in which languages, by which calendar, and how links keep what was asked for.
import type { Request } from 'express';
import { KnownZone, Language, type Texts } from '../../domain/messages.ts';
import { type Html, html } from './html.ts';
import { en } from './texts.ts';
import { th } from './texts-th.ts';

/** The languages that every sentence of a page is written in. */
export const complete = ['en', 'th'] as const;
export type PageLanguage = (typeof complete)[number];
export type TextKey = keyof typeof en;
export type Facts = { [name: string]: string | number };

export type Reader = {
  /** The language of the page's own sentences. */
  page: PageLanguage;
  /** In which languages a text of the award is looked for, the best first. */
  languages: string[];
  /** The language that the address names, if it does. */
  asked: string | null;
  /** A time zone beside the governing one; null for none, or one that is not known. */
  zone: string | null;
  zoneUnknown: boolean;
  say(key: TextKey, facts?: Facts): string;
  /** A text in the best language there is, marked where that is not the page's. */
  text(texts: Texts): Html;
  /** The same as plain words, for titles and attributes. */
  plain(texts: Texts): string;
  /** An address of ours that keeps the language that was asked for. */
  href(path: string, query?: { [name: string]: string | null }): string;
};

const texts = { en, th };

export function readerOf(req: Request): Reader {
  const [lang, zone] = [single(req.query.lang), single(req.query.zone)];
  const asked = Language.safeParse(lang).data ?? null;
  const languages = [...(asked === null ? [] : [asked]), ...accepted(req)];
  const known = KnownZone.safeParse(zone).data ?? null;
  const page = languages.map(primary).find(isComplete) ?? 'en';
  return {
    ...{ page, languages, asked, zone: known, zoneUnknown: zone !== '' && known === null },
    ...speaking(page, [...languages, page, 'en']),
    href: (path, query = {}) => withQuery(path, { ...query, lang: asked }),
  };
}

/** The same reader, for whom other languages come after the own ones: those of a country, on its page. */
export const readingAlso = (reader: Reader, others: string[]): Reader => {
  const languages = [...reader.languages, ...others];
  return { ...reader, languages, ...speaking(reader.page, [...languages, 'en']) };
};

function speaking(page: PageLanguage, languages: string[]): Pick<Reader, 'say' | 'text' | 'plain'> {
  const find = (said: Texts) => best(said, languages);
  return {
    say: (key, facts = {}) => filled(texts[page][key], facts),
    text: (said) => {
      const [language, text] = find(said);
      return primary(language) === page ? html`${text}` : html`<span lang="${language}">${text}</span>`;
    },
    plain: (said) => find(said)[1],
  };
}

function best(said: Texts, languages: string[]): [language: string, text: string] {
  for (const wanted of languages) {
    const found = said[wanted] ?? said[primary(wanted)];
    if (found !== undefined) return [said[wanted] === undefined ? primary(wanted) : wanted, found];
  }
  return Object.entries(said)[0] ?? ['en', ''];
}

const filled = (text: string, facts: Facts) =>
  text.replaceAll(/\{([a-zA-Z]+)\}/g, (hole, name: string) => String(facts[name] ?? hole));

const single = (value: unknown): string => (typeof value === 'string' ? value : '');
const primary = (language: string): string => language.split('-')[0] ?? language;
const isComplete = (language: string): language is PageLanguage => language === 'en' || language === 'th';
/** `*` is what Express answers where nothing is said. */
const accepted = (req: Request): string[] =>
  req.acceptsLanguages().filter((language) => Language.safeParse(language).success);

function withQuery(path: string, query: { [name: string]: string | null }): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null) said.set(name, value);
  return said.size === 0 ? path : `${path}?${said}`;
}
