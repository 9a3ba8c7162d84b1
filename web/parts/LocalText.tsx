// A text that exists in several languages, marked with the language that is shown, so that its script gets its font and voice.
import { useTranslation } from 'react-i18next';
import { type Texts, textIn } from './texts.ts';

export function LocalText({ of }: { of: Texts | null | undefined }) {
  const { i18n } = useTranslation();
  const { text, lang } = textIn(of, i18n.language);
  return <span lang={lang}>{text}</span>;
}
