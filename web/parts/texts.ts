// Texts that exist in several languages, read in the page's language.
import { useTranslation } from 'react-i18next';

export type Texts = { [language: string]: string };
export type Shown = { text: string; lang: string };

/** The text in that language, else in English, else in whatever there is; with the language it is in. */
export function textIn(texts: Texts | null | undefined, language: string): Shown {
  const lang = [language, 'en', ...Object.keys(texts ?? {})].find((tag) => (texts?.[tag] ?? '') !== '') ?? language;
  return { text: texts?.[lang] ?? '', lang };
}

/** For titles and labels that are plain strings. */
export function useText(): (texts: Texts | null | undefined) => string {
  const { i18n } = useTranslation();
  return (texts) => textIn(texts, i18n.language).text;
}
