// The languages of the page. Texts lie in <language>/<area>.json; an area is fetched when its first screen is.
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** By tag, each in its own name. A further one is a folder here and a row there. */
export const languages: { [tag: string]: string } = { en: 'English', th: 'ไทย' };
/** One of those, for whoever is noted with another: mails fall back the same way. */
export const shownLanguage = (tag: string): string => (tag in languages ? tag : 'en');
const remembered = 'laureate.language';

const files = import.meta.glob<{ default: object }>('./*/*.json');

const fromFiles: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, area, done) => {
    const load = files[`./${language}/${area}.json`];
    if (load === undefined) return done(new Error(`There are no texts for ${language}/${area}.`), null);
    load().then(
      ({ default: texts }) => done(null, texts),
      (error: Error) => done(error, null),
    );
  },
};

function preferred(): string {
  const wanted = [localStorage.getItem(remembered) ?? '', ...navigator.languages].map((tag) => tag.split('-')[0] ?? '');
  return wanted.find((tag) => tag in languages) ?? 'en';
}

/** False for one who comes for the first time: the browser's own language holds then. */
export const hasChosenLanguage = (): boolean => localStorage.getItem(remembered) !== null;

export async function startLanguages(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(fromFiles)
    .use(initReactI18next)
    .init({
      lng: preferred(),
      fallbackLng: 'en',
      supportedLngs: Object.keys(languages),
      ns: ['app'],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

export async function chooseLanguage(tag: string): Promise<void> {
  localStorage.setItem(remembered, tag);
  await i18next.changeLanguage(tag);
}
