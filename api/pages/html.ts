// HTML as templates: what is put into one is escaped, unless a template made it.
const markup: unique symbol = Symbol('markup');

/** Made by `html` alone: no text from outside passes for one. */
export type Html = { readonly [markup]: string };
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Every attribute's value stands in double quotes. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html => ({
  [markup]: strings.map((text, index) => text + (index < parts.length ? written(parts[index]) : '')).join(''),
});

export const sent = (page: Html): string => page[markup];

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return isList(part) ? part.map(written).join('') : part[markup];
}
const isList = (part: Html | readonly Part[]): part is readonly Part[] => Array.isArray(part);

const signs: { [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
