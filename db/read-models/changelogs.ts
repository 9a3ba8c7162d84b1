// The releases of a schedule as everybody may read them: what each changed, with what is under embargo left out.
import { changesOf } from '../../domain/forum/changelog.ts';
import type { Db } from '../database.ts';
import type { Placed } from './places.ts';
import { findProgrammeTalks, type ProgrammeTalk } from './programme-talks.ts';
import { findForum, findReleases, type Programme, placeIn } from './programmes.ts';

export type ChangelogLine = { talk: ProgrammeTalk; from: Placed | null; to: Placed | null };
export type Changelog = Pick<Programme, 'forumId' | 'cycleId' | 'plan' | 'names'> & {
  /** Newest first. */
  releases: { number: number; name: string; note: string; releasedAt: string; changes: ChangelogLine[] }[];
};

/** Null while nothing is released. */
export async function findChangelog(db: Db, forumId: string): Promise<Changelog | null> {
  const [forum, releases, talks] = await Promise.all([
    findForum(db, forumId),
    findReleases(db, forumId),
    findProgrammeTalks(db, forumId, 'public'),
  ]);
  if (forum === undefined || releases.length === 0) return null;
  const { plan, cycleId, names } = forum;
  const changes = changesOf(releases);
  const said = releases.map(({ number, name, note, releasedAt }, index) => ({
    ...{ number, name, note, releasedAt },
    changes: (changes[index] ?? []).flatMap(({ talk: id, from, to }) => {
      const talk = talks.get(id);
      const placed = (place: typeof from) => (place === null ? null : placeIn(plan, place));
      return talk === undefined ? [] : [{ talk, from: placed(from), to: placed(to) }];
    }),
  }));
  return { forumId, cycleId, plan, names, releases: said.reverse() };
}
