// What releasing the working copy of a schedule would show to whom.
import { type Revealable, type Revealed, revealedBy } from '../../domain/forum/revealing.ts';
import type { Db } from '../database.ts';
import { type ProgrammeTalk, wordsOf } from './programme-talks.ts';
import { findProgramme, type Programme } from './programmes.ts';

export type Revealing = { [part in keyof Omit<Revealed, 'leaks'>]: ProgrammeTalk[] } & {
  leaks: { talk: ProgrammeTalk; word: string }[];
};

/** Null while there is no working copy. */
export async function findRevealing(db: Db, forumId: string, written: string): Promise<Revealing | null> {
  const programme = await findProgramme(db, forumId, 'staff', { copy: true });
  if (programme === null) return null;
  const talks = new Map(
    [...programme.entries.map(({ talk }) => talk), ...programme.unplaced].map((talk) => [talk.publicId, talk]),
  );
  const { leaks, ...parts } = revealedBy(revealables(programme), written);
  const told = (ids: string[]) => ids.flatMap((id) => talks.get(id) ?? []);
  return {
    ...{ named: told(parts.named), hidden: told(parts.hidden), told: told(parts.told) },
    leaks: leaks.flatMap(({ talk, word }) => told([talk]).map((one) => ({ talk: one, word }))),
  };
}

function revealables({ entries, unplaced }: Programme): Revealable[] {
  const placed = entries.map(({ talk, unreleased }) => ({
    ...wordsOf(talk),
    standing: unreleased ? ('new-or-moved' as const) : ('same' as const),
  }));
  return [...placed, ...unplaced.map((talk) => ({ ...wordsOf(talk), standing: 'unplaced' as const }))];
}
