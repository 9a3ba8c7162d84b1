// What a release shows to whom: named to everybody, hidden behind country and category, told to presenters; and what would give names away.

/** A talk of the working copy. `words` are what names it: organisation, speaker, titles. */
export type Revealable = {
  talk: string;
  isPublic: boolean;
  standing: 'new-or-moved' | 'same' | 'unplaced';
  words: string[];
};
export type Revealed = {
  /** Shown by name to everybody. */
  named: string[];
  /** Shown as "Laureate, country, category". */
  hidden: string[];
  /** Whose presenters get a mail. */
  told: string[];
  /** Under embargo, and named by what is written into the release. */
  leaks: { talk: string; word: string }[];
};

/** `written` is all that the release says by itself: its name and its note. */
export function revealedBy(talks: readonly Revealable[], written: string): Revealed {
  const said = plain(written);
  const names = (list: readonly Revealable[]) => list.map(({ talk }) => talk);
  const hidden = talks.filter(({ isPublic }) => !isPublic);
  return {
    named: names(talks.filter(({ isPublic }) => isPublic)),
    hidden: names(hidden),
    told: names(talks.filter(({ standing }) => standing === 'new-or-moved')),
    leaks: hidden.flatMap(({ talk, words }) =>
      words
        .filter((word) => plain(word).length >= shortest && said.includes(plain(word)))
        .map((word) => ({ talk, word })),
    ),
  };
}

/** Shorter words stand in too many texts to give anybody away. */
const shortest = 3;
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
