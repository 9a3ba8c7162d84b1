// What a schedule knows of its talks: the same for the solver, and for those who arrange by hand.
import type { Standing, TalkFacts } from '../../domain/forum/messages.ts';
import type { Forum } from '../../domain/forum/state.ts';
import { fitOf, isInterpreted } from '../../domain/talk/state.ts';
import type { Db } from '../database.ts';

/** Talks that somebody is asked to give or has said to give, of those who are laureates still, or reserves. */
export async function findTalkFacts(db: Db, forum: Pick<Forum, 'forumId' | 'cycleId'>): Promise<TalkFacts[]> {
  const { forumId, cycleId } = forum;
  const rows = await db.read
    .selectFrom('talks')
    .innerJoin('forums', 'forums.forum_id', 'talks.forum_id')
    .selectAll('talks')
    .select('plan')
    .where('talks.forum_id', '=', forumId)
    .where('talks.status', 'in', ['invited', 'confirmed'])
    .where((eb) =>
      cycleId === null
        ? eb.lit(true)
        : eb.or([
            eb.exists(
              eb
                .selectFrom('laureates')
                .select('laureates.laureate_id')
                .whereRef('laureates.laureate_id', '=', 'talks.laureate_id')
                .where('current', '=', true),
            ),
            eb.exists(
              eb
                .selectFrom('talk_reserves')
                .select('talk_reserves.laureate_id')
                .whereRef('talk_reserves.forum_id', '=', 'talks.forum_id')
                .whereRef('talk_reserves.laureate_id', '=', 'talks.laureate_id')
                .where('kind', '=', 'choice'),
            ),
          ]),
    )
    .orderBy('talks.laureate_id')
    .execute();
  return rows.map(({ plan, theme, language, mode, zone, busy, wish, fit, ...row }) => ({
    talk: row.laureate_id,
    person: row.speaker_id ?? row.person_id,
    ...{ country: row.country, category: row.category, theme, available: row.windows },
    ...{ language, mode, zone, busy, wish, fit: fitOf({ theme, fit }, plan) },
    needsInterpretation: isInterpreted({ needsInterpretation: row.needs_interpretation, language }, plan),
  }));
}

/** How each talk stands; one that is open still, of somebody who is no laureate any more, is left out. */
export async function findStanding(db: Db, forumId: string, facts: readonly TalkFacts[]): Promise<Standing[]> {
  const rows = await db.read
    .selectFrom('talks')
    .select(['laureate_id', 'status'])
    .where('forum_id', '=', forumId)
    .orderBy('laureate_id')
    .execute();
  const open = new Set(facts.map(({ talk }) => talk));
  return rows
    .map(({ laureate_id, status }): Standing => ({ talk: laureate_id, status }))
    .filter(({ talk, status }) => (status !== 'invited' && status !== 'confirmed') || open.has(talk));
}
