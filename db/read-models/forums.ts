// Forums, talks and the working copy of each schedule.
import type { AwardsEvent, EventOf } from '../../domain/events.ts';
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
          plan: JSON.stringify(plan),
          planned_at: event.meta.at,
        }),
      ];
    }
    case 'ScheduleRequested':
      return [forum(event.data).set({ requested: event.data.proposalId })];
    case 'ScheduleProposed':
      return [forum(event.data).set({ requested: null }), ...proposed(event.data)];
    case 'TalkMoved':
      return [placement(event.data).set({ ...event.data.to, reasons: null })];
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

export function projectTalks(event: Recorded<AwardsEvent>): Compilable[] {
  switch (event.type) {
    case 'PresenterInvited': {
      const { forumId, laureateId, cycleId, personId, country, category, organisation, answerBy } = event.data;
      return [
        kysely.insertInto('talks').values({
          forum_id: forumId,
          laureate_id: laureateId,
          cycle_id: cycleId,
          person_id: personId,
          country,
          category,
          organisation: JSON.stringify(organisation),
          status: 'invited',
          answer_by: answerBy,
          public_id: event.eventId,
        }),
      ];
    }
    case 'TalkConfirmed':
      return [talk(event.data).set({ status: 'confirmed' })];
    case 'TalkDeclined':
      return [talk(event.data).set({ status: 'declined' })];
    case 'InvitationLapsed':
      return [talk(event.data).set({ status: 'lapsed' })];
    case 'PresenterReplaced':
      return [
        talk(event.data).set({
          person_id: event.data.personId,
          status: 'invited',
          answer_by: event.data.answerBy,
          reconfirmed: null,
        }),
      ];
    case 'TalkDescribed':
      return [
        talk(event.data).set({
          topics: JSON.stringify(event.data.topics),
          theme: event.data.theme,
          language: event.data.language,
        }),
      ];
    case 'AvailabilitySet':
      return [talk(event.data).set({ mode: event.data.mode, windows: JSON.stringify(event.data.windows) })];
    case 'SlotReconfirmed':
      return [talk(event.data).set({ reconfirmed: event.data.release })];
    case 'TalkPresented':
      return [talk(event.data).set({ status: 'presented' })];
    case 'PresenterAbsent':
      return [talk(event.data).set({ status: 'absent' })];
    default:
      return [];
  }
}

const talk = (data: { forumId: string; laureateId: string }) =>
  kysely.updateTable('talks').where('forum_id', '=', data.forumId).where('laureate_id', '=', data.laureateId);
