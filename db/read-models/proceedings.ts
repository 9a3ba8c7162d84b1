// The proceedings of each session: which version is the newest, and which is public.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectProceedings(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'ProceedingsRecorded': {
      const { forumId, block, room, version, hash } = event.data;
      const key = { forum_id: forumId, block, room };
      return [
        kysely
          .insertInto('proceedings')
          .values({ ...key, latest: version, changed_at: at })
          .onConflict((conflict) =>
            conflict.columns(['forum_id', 'block', 'room']).doUpdateSet({ latest: version, changed_at: at }),
          ),
        kysely.insertInto('proceedings_versions').values({ ...key, version, hash, recorded_at: at }),
      ];
    }
    case 'ProceedingsPublished':
      return [one(event.data).set({ published: event.data.version, changed_at: at })];
    case 'ProceedingsWithdrawn':
      return [one(event.data).set({ published: null, changed_at: at })];
    default:
      return [];
  }
}

const one = ({ forumId, block, room }: { forumId: string; block: string; room: string }) =>
  kysely.updateTable('proceedings').where('forum_id', '=', forumId).where('block', '=', block).where('room', '=', room);
