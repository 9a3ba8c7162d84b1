// Reading a text that exists in several languages.

/** A text by language tag. */
export type LocalizedText = { [language: string]: string };

/** The text in the language asked for, else in English, else in whatever language there is. */
export function textOf(text: LocalizedText, language = 'en'): string {
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}

/** The text in those of the languages that it exists in; where it exists in none of them, in all that there are. */
export function textsIn(text: LocalizedText, languages: readonly string[]): LocalizedText {
  const own = Object.entries(text).filter(([language]) => languages.includes(language));
  return own.length === 0 ? text : Object.fromEntries(own);
}
