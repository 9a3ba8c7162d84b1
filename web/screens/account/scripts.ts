// The languages whose scripts people here write their names in, each in its own words: not every browser knows them all.

const names: { [tag: string]: string } = {
  en: 'English',
  th: 'ไทย',
  lo: 'ລາວ',
  km: 'ខ្មែរ',
  my: 'မြန်မာ',
  vi: 'Tiếng Việt',
  id: 'Bahasa Indonesia',
  ms: 'Bahasa Melayu',
  fil: 'Filipino',
  tet: 'Tetun',
  pt: 'Português',
  zh: '中文',
  ta: 'தமிழ்',
};
export const scripts = Object.keys(names);

export const nameOfLanguage = (tag: string): string =>
  names[tag] ?? new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
