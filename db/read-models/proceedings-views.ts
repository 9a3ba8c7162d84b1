// Proceedings as they are read: of each session where they stand, and what is recorded or public.
import type { ForumPlan } from '../../domain/forum/messages.ts';
import type { ProceedingsContent } from '../../domain/proceedings/messages.ts';
import type { Db } from '../database.ts';

export type SessionStanding = {
  block: string;
  room: string;
  theme: string;
  startsAt: number;
  endsAt: number;
  latest: number;
  published: number | null;
  /** The draft's version; 0 where nothing is written. */
  draft: number;
};

/** Every session that the programme has, in the order of the day. */
export async function findSessions(db: Db, forumId: string, plan: ForumPlan): Promise<SessionStanding[]> {
  const [rows, drafts] = await Promise.all([
    db.read.selectFrom('proceedings').selectAll().where('forum_id', '=', forumId).execute(),
    db.read
      .selectFrom('proceedings_drafts')
      .select(['block', 'room', 'version'])
      .where('forum_id', '=', forumId)
      .execute(),
  ]);
  const blocks = plan.blocks.toSorted((a, b) => a.startsAt - b.startsAt);
  return blocks.flatMap(({ key: block, theme, startsAt, endsAt }) =>
    plan.rooms.map(({ key: room }) => {
      const is = (one: { block: string; room: string }) => one.block === block && one.room === room;
      const found = rows.find(is);
      return {
        ...{ block, room, theme, startsAt, endsAt },
        ...{ latest: found?.latest ?? 0, published: found?.published ?? null, draft: drafts.find(is)?.version ?? 0 },
      };
    }),
  );
}

export type Recorded = { block: string; room: string; version: number; content: ProceedingsContent };

/** What is public of each session, or what was recorded last. */
export async function findRecorded(db: Db, forumId: string, which: 'published' | 'latest'): Promise<Recorded[]> {
  const rows = await db.read
    .selectFrom('proceedings as p')
    .innerJoin('proceedings_versions as v', (join) =>
      join
        .onRef('v.forum_id', '=', 'p.forum_id')
        .onRef('v.block', '=', 'p.block')
        .onRef('v.room', '=', 'p.room')
        .onRef('v.version', '=', which === 'published' ? 'p.published' : 'p.latest'),
    )
    .innerJoin('proceedings_texts as t', (join) =>
      join
        .onRef('t.forum_id', '=', 'v.forum_id')
        .onRef('t.block', '=', 'v.block')
        .onRef('t.room', '=', 'v.room')
        .onRef('t.hash', '=', 'v.hash'),
    )
    .select(['p.block', 'p.room', 'v.version', 't.content'])
    .where('p.forum_id', '=', forumId)
    .execute();
  return rows;
}
