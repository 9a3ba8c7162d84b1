// What languages are called in the words of whoever reads: for labels, where the language is one word of the sentence.
import { useTranslation } from 'react-i18next';

export function useLanguageName(): (tag: string) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (tag) => names.of(tag) ?? tag;
}
