// What the public has been shown: laureates stage by stage, and released schedules.
import { sql } from 'kysely';
import type { AwardsEvent, EventOf } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { AsyncProjection, Compilable } from '../projections.ts';

export const publishedLaureates: AsyncProjection = {
  name: 'published_laureates',
  version: 2,
  tables: ['published_laureates'],
  project: (events) => events.flatMap(project),
};

function project(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'StagePublished': {
      const { cycleId, stage, laureates } = event.data;
      return laureates.map((winner) => published(winner, cycleId, stage, at));
    }
    case 'AnnouncementCorrected': {
      const { laureateId, field, text } = event.data;
      const said = JSON.stringify(text);
      const change = field === 'note' ? { note: said } : { organisation: said, corrected: true };
      return [announced(laureateId).set({ ...change, corrected_at: at })];
    }
    case 'AwardRevoked': {
      const { laureateId, publicNote } = event.data;
      const note = publicNote === null ? null : JSON.stringify(publicNote);
      return [announced(laureateId).set({ revoked_at: at, public_note: note })];
    }
    default:
      return [];
  }
}

const announced = (laureateId: string) =>
  kysely.updateTable('published_laureates').where('laureate_id', '=', laureateId);

function published(
  winner: EventOf<'StagePublished'>['data']['laureates'][number],
  cycleId: string,
  stage: string,
  at: string,
): Compilable {
  const organisation = JSON.stringify(winner.organisation);
  return kysely
    .insertInto('published_laureates')
    .values({
      laureate_id: winner.laureateId,
      cycle_id: cycleId,
      country: winner.country,
      category: winner.category,
      organisation,
      stage,
      published_at: at,
    })
    .onConflict((conflict) =>
      conflict.column('laureate_id').doUpdateSet((eb) => ({
        stage,
        published_at: at,
        // A name that was corrected at an earlier stage stays as it was corrected.
        organisation: sql<string>`case when ${eb.ref('published_laureates.corrected')} then ${eb.ref('published_laureates.organisation')} else excluded.organisation end`,
      })),
    );
}

export const publishedSchedules: AsyncProjection = {
  name: 'published_schedules',
  version: 1,
  tables: ['published_schedules'],
  project: (events) => events.flatMap(released),
};

function released(event: Recorded<AwardsEvent>): Compilable[] {
  if (event.type !== 'ScheduleReleased') return [];
  const { forumId, number, name, note, placements, unplaced, moved } = event.data;
  const { moderators = {}, interpretation = {} } = event.data;
  return [
    kysely
      .insertInto('published_schedules')
      .values({
        forum_id: forumId,
        number,
        name,
        note,
        released_at: event.meta.at,
        placements: JSON.stringify(placements),
        unplaced: JSON.stringify(unplaced),
        moved: JSON.stringify(moved),
        moderators: JSON.stringify(moderators),
        interpretation: JSON.stringify(interpretation),
      })
      .onConflict((conflict) => conflict.columns(['forum_id', 'number']).doNothing()),
  ];
}
