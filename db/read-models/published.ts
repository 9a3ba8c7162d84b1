// What the public has been shown: laureates stage by stage, and released schedules.
import type { AwardsEvent, EventOf } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { AsyncProjection, Compilable } from '../projections.ts';

export const publishedLaureates: AsyncProjection = {
  name: 'published_laureates',
  version: 1,
  tables: ['published_laureates'],
  project: (events) => events.flatMap(project),
};

function project(event: Recorded<AwardsEvent>): Compilable[] {
  if (event.type !== 'StagePublished') return [];
  const { cycleId, stage, laureates } = event.data;
  return laureates.map((winner) => published(winner, cycleId, stage, event.meta.at));
}

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
    .onConflict((conflict) => conflict.column('laureate_id').doUpdateSet({ stage, organisation, published_at: at }));
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
      })
      .onConflict((conflict) => conflict.columns(['forum_id', 'number']).doNothing()),
  ];
}
