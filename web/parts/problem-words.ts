// What a refusal is called in the reader's language, and what can be done about it.
import type { i18n as I18n } from 'i18next';

export type Refused = { code: string; message: string; extra?: { [name: string]: unknown } };
/** `lang` where the words are not in the page's language; `detail`: the server's own, in English, where it says more. */
export type Words = { text: string; lang?: string; detail?: string };

/**
 * A text says a refusal fully; `what` and `remedy` say it in general, and the server's sentence says of what it is.
 * That one often names the way out itself, after a colon.
 */
export function wordsOf(i18n: I18n, { code, message, extra = {} }: Refused): Words {
  const own = i18n.language === 'en';
  const say = (key: string) =>
    i18n.exists(key) ? String(i18n.t(key, { ...(extra.allowed as object | null | undefined) })) : '';
  const what = say(`problems:${code}.what`);
  if (what === '') {
    const full = say(`problems:${code}`) || say(`app:problem.${code}`);
    return full === '' ? { text: message, ...(!own && { lang: 'en' }) } : { text: full };
  }
  const remedy = say(`problems:${code}.remedy`);
  const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');
  if (!own) return { text: joined(what, remedy), ...(message !== '' && { detail: message }) };
  return { text: message === '' ? joined(what, remedy) : joined(message, message.includes(': ') ? '' : remedy) };
}
