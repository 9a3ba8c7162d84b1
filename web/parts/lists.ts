// Names in a row, as a language strings them together.

/** Thai puts a space alone between names and writes its "and" and "or" close to the next: too little for names of several words. */
export const inARow = (names: string[], language: string, type: 'conjunction' | 'disjunction' = 'conjunction') =>
  new Intl.ListFormat(language, { type })
    .formatToParts(names)
    .map(({ value, type: part }) => (part === 'literal' ? apart(value) : value))
    .join('');

const apart = (between: string) => (between === ' ' ? ', ' : between.replace(/^\s*(และ|หรือ)\s*$/, ' $1 '));
