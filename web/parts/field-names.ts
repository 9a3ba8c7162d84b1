// What a field of the API is called where a problem names it: by the label of the form that shows it, else in words, else by its key.

/** What may be looked up: `field.<word>` of the texts, undefined where they have no such word. */
export type Say = (word: string) => string | undefined;

/** `scores.2.points` is “Scores 3 › Points”; a part that nobody has a word for stays as it is. */
export function fieldInWords(field: string, say: Say): string {
  const parts: string[] = [];
  for (const part of field.split('.')) {
    const last = parts.length - 1;
    if (/^\d+$/.test(part) && last >= 0) parts[last] = `${parts[last]} ${Number(part) + 1}`;
    else parts.push(say(part) ?? part);
  }
  return parts.join(' › ');
}

type Labelled = { labels?: ArrayLike<{ textContent: string | null }> | null };
type Page = { querySelector(selector: string): object | null };

/** The label of the field as the page has it: by the name of its control, without the mark of what must be filled in. */
export function labelOnPage(field: string, page: Page): string | undefined {
  const control = page.querySelector(`[name="${field.replaceAll(/["\\]/g, '')}"]`) as Labelled | null;
  const text = control?.labels?.[0]?.textContent?.replace(/\s*\*\s*$/, '').trim();
  return text === '' ? undefined : text;
}
