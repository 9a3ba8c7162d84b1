// Forums, and the working copy of each schedule.
import type { AwardsEvent, EventOf } from '../../domain/events.ts';
import { wholePlan } from '../../domain/forum/plan.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectForums(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'ForumPlanned': {
      const { forumId, cycleId, plan } = event.data;
      const { number } = plan;
      return [
        kysely.insertInto('forums').values({
          forum_id: forumId,
          cycle_id: cycleId,
          number,
          name: JSON.stringify(plan.name),
          plan: JSON.stringify(wholePlan(plan)),
          planned_at: event.meta.at,
        }),
      ];
    }
    case 'ForumPlanChanged':
      return planChanged(event.data);
    case 'ScheduleRequested':
      return [forum(event.data).set({ requested: event.data.proposalId })];
    case 'ScheduleProposed':
      return [forum(event.data).set({ requested: null }), ...proposed(event.data)];
    case 'TalkMoved':
      return [moved(event.data)];
    case 'TalkPinned':
      return [placement(event.data).set({ ...event.data.place, pinned: true })];
    case 'TalkUnpinned':
      return [placement(event.data).set({ pinned: false })];
    case 'ScheduleReleased':
      return [forum(event.data).set({ releases: event.data.number })];
    default:
      return [];
  }
}

const forum = (data: { forumId: string }) => kysely.updateTable('forums').where('forum_id', '=', data.forumId);

const placement = (data: { forumId: string; talk: string }) =>
  kysely.updateTable('working_placements').where('forum_id', '=', data.forumId).where('talk', '=', data.talk);

function planChanged({ forumId, plan, displaced }: EventOf<'ForumPlanChanged'>['data']): Compilable[] {
  const { number, name } = plan;
  const nowhere = { block: null, room: null, slot: null, pinned: false, reasons: null };
  const changed = { number, name: JSON.stringify(name), plan: JSON.stringify(wholePlan(plan)) };
  const moved = kysely.updateTable('working_placements').set(nowhere).where('forum_id', '=', forumId);
  return [
    kysely.updateTable('forums').set(changed).where('forum_id', '=', forumId),
    ...(displaced.length === 0 ? [] : [moved.where('talk', 'in', displaced)]),
  ];
}

/** Also of a talk that no proposal knew. */
const moved = ({ forumId, talk: moving, to }: EventOf<'TalkMoved'>['data']) => {
  const there = { ...(to ?? { block: null, room: null, slot: null }), reasons: null };
  return kysely
    .insertInto('working_placements')
    .values({ forum_id: forumId, talk: moving, ...there })
    .onConflict((conflict) => conflict.columns(['forum_id', 'talk']).doUpdateSet(there));
};

/** Pins outlive a proposal: their talks are among its placements, so the flag is kept for the talks that stay. */
function proposed({ forumId, placements, unplaced }: EventOf<'ScheduleProposed'>['data']): Compilable[] {
  const rows = [
    ...placements.map(({ talk, block, room, slot }) => ({ talk, block, room, slot, reasons: null })),
    ...unplaced.map(({ talk, reasons }) => ({
      talk,
      block: null,
      room: null,
      slot: null,
      reasons: JSON.stringify(reasons),
    })),
  ];
  const gone = kysely.deleteFrom('working_placements').where('forum_id', '=', forumId);
  if (rows.length === 0) return [gone];
  return [
    gone.where(
      'talk',
      'not in',
      rows.map((row) => row.talk),
    ),
    kysely
      .insertInto('working_placements')
      .values(rows.map((row) => ({ forum_id: forumId, ...row })))
      .onConflict((conflict) =>
        conflict.columns(['forum_id', 'talk']).doUpdateSet((eb) => ({
          block: eb.ref('excluded.block'),
          room: eb.ref('excluded.room'),
          slot: eb.ref('excluded.slot'),
          reasons: eb.ref('excluded.reasons'),
        })),
      ),
  ];
}
