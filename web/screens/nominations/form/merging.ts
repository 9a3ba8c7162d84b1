// Two versions of a section that grew from the same one, brought together place by place; nothing of either is lost.

export type Content = { [field: string]: unknown };
/** Answers by place: the key of a field, with the language behind a dot where it has several. */
type Places = { [place: string]: unknown };
export type Clash = { place: string; mine: unknown; theirs: unknown };

const isTexts = (answer: unknown): answer is { [language: string]: unknown } =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer);

export const placesOf = (content: Content): Places =>
  Object.fromEntries(
    Object.entries(content).flatMap(([field, answer]) =>
      isTexts(answer)
        ? Object.entries(answer).map(([language, text]) => [`${field}.${language}`, text])
        : [[field, answer]],
    ),
  );

export function contentOf(places: Places): Content {
  const content: Content = {};
  for (const [place, answer] of Object.entries(places)) {
    const { field, language } = partsOf(place);
    const before = content[field];
    content[field] = language === null ? answer : { ...(isTexts(before) ? before : {}), [language]: answer };
  }
  return content;
}

export function partsOf(place: string): { field: string; language: string | null } {
  const [field = '', language = null] = place.split(/\.(.*)/s);
  return { field, language };
}

/** Nothing and an empty text are the same answer. */
const plain = (answer: unknown) => answer ?? '';
export const sameAnswer = (one: unknown, other: unknown): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other));
export function sameContent(one: Content, other: Content): boolean {
  const [mine, theirs] = [placesOf(one), placesOf(other)];
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].every((place) =>
    sameAnswer(mine[place], theirs[place]),
  );
}

/** Where only one side has changed a place, that side counts; where both have, mine stands for now and the clash is told. */
export function merge(base: Content, mine: Content, theirs: Content): { merged: Content; clashes: Clash[] } {
  const [before, my, their] = [placesOf(base), placesOf(mine), placesOf(theirs)];
  const clashes: Clash[] = [];
  const merged = [...new Set([...Object.keys(their), ...Object.keys(my)])].map((place) => {
    const [was, own, other] = [before[place], my[place], their[place]];
    if (sameAnswer(own, was)) return [place, other];
    if (!sameAnswer(other, was) && !sameAnswer(own, other)) clashes.push({ place, mine: own, theirs: other });
    return [place, own];
  });
  const there = merged.filter(([, answer]) => answer !== undefined);
  return { merged: contentOf(Object.fromEntries(there)), clashes };
}

export const put = (content: Content, place: string, answer: unknown): Content =>
  contentOf({ ...placesOf(content), [place]: answer });
