// The languages whose scripts people here write their names in, each in its own words.

export const scripts = ['en', 'th', 'lo', 'km', 'my', 'vi', 'id', 'ms', 'fil', 'pt', 'zh', 'ta'];

export function nameOfLanguage(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
