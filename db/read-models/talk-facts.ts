// What a schedule knows of its talks: the same for the solver, and for those who arrange by hand.
import type { TalkFacts } from '../../domain/forum/messages.ts';
import type { Forum } from '../../domain/forum/state.ts';
import type { Db } from '../database.ts';

/** Talks that somebody is asked to give or has said to give, of those who are laureates still. */
export async function findTalkFacts(
  db: Db,
  { forumId, cycleId }: Pick<Forum, 'forumId' | 'cycleId'>,
): Promise<TalkFacts[]> {
  const rows = await db.read
    .selectFrom('talks')
    .select(['laureate_id', 'person_id', 'country', 'category', 'theme', 'windows'])
    .where('forum_id', '=', forumId)
    .where('status', 'in', ['invited', 'confirmed'])
    .where((eb) =>
      cycleId === null
        ? eb.lit(true)
        : eb.exists(
            eb
              .selectFrom('laureates')
              .select('laureates.laureate_id')
              .whereRef('laureates.laureate_id', '=', 'talks.laureate_id')
              .where('current', '=', true),
          ),
    )
    .orderBy('laureate_id')
    .execute();
  return rows.map(({ laureate_id, person_id, country, category, theme, windows }) => ({
    talk: laureate_id,
    person: person_id,
    country,
    category,
    theme,
    available: windows,
  }));
}
