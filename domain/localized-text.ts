// Reading a text that exists in several languages.

/** A text by language tag. */
export type LocalizedText = { [language: string]: string };

/** The text in the language asked for, else in English, else in whatever language there is. */
export function textOf(text: LocalizedText, language = 'en'): string {
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}
