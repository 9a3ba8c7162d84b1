// Talks, who was asked to give each, and the reserves.
import type { AwardsEvent, EventOf } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectTalks(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'PresenterInvited':
      return [invited(event.data, event.eventId), asked(event.data, event.data.personId, at)];
    case 'TalkConfirmed':
      return [talk(event.data).set({ status: 'confirmed' }), answered(event.data, 'confirmed', at)];
    case 'TalkDeclined':
      return [talk(event.data).set({ status: 'declined' }), answered(event.data, 'declined', at, event.data.reason)];
    case 'InvitationLapsed':
      return [talk(event.data).set({ status: 'lapsed' }), answered(event.data, 'lapsed', at)];
    case 'PresenterReplaced':
      return replaced(event.data, at);
    case 'SpeakerNamed':
      return [talk(event.data).set({ speaker_id: event.data.personId, ...unsaidOfTime })];
    case 'TalkDescribed': {
      const { topics, theme, language, needsInterpretation = null, fit = {} } = event.data;
      const said = { topics: JSON.stringify(topics), theme, language, fit: JSON.stringify(fit) };
      return [talk(event.data).set({ ...said, needs_interpretation: needsInterpretation })];
    }
    case 'AvailabilitySet': {
      const { mode, windows, zone = null, busy = [], wish = null } = event.data;
      const times = { windows: JSON.stringify(windows), busy: JSON.stringify(busy) };
      return [talk(event.data).set({ mode, ...times, zone, wish })];
    }
    case 'SlotReconfirmed':
      return [talk(event.data).set({ reconfirmed: event.data.release, refused: null, refused_why: null })];
    case 'SlotRefused': {
      const { release, reason } = event.data;
      return [talk(event.data).set({ reconfirmed: null, refused: release, refused_why: reason })];
    }
    case 'TalkPresented':
      return [talk(event.data).set({ status: 'presented' })];
    case 'PresenterAbsent':
      return [talk(event.data).set({ status: 'absent' })];
    case 'ReserveNamed':
      return [reserveNamed(event.data, at)];
    case 'ReserveDropped':
      return [dropped(event.data)];
    default:
      return [];
  }
}

type Ids = { forumId: string; laureateId: string };
const talk = ({ forumId, laureateId }: Ids) =>
  kysely.updateTable('talks').where('forum_id', '=', forumId).where('laureate_id', '=', laureateId);

/** What another person says anew. */
const unsaidOfTime = {
  ...{ mode: 'in-person' as const, windows: '[]', busy: '[]', zone: null, wish: null },
  reconfirmed: null,
  refused: null,
  refused_why: null,
};

const invited = (data: EventOf<'PresenterInvited'>['data'], publicId: string) =>
  kysely.insertInto('talks').values({
    forum_id: data.forumId,
    laureate_id: data.laureateId,
    cycle_id: data.cycleId,
    person_id: data.personId,
    country: data.country,
    category: data.category,
    organisation: JSON.stringify(data.organisation),
    status: 'invited',
    answer_by: data.answerBy,
    instead_of: data.insteadOf ?? null,
    public_id: publicId,
  });

const replaced = (data: EventOf<'PresenterReplaced'>['data'], at: string): Compilable[] => [
  talk(data).set({
    person_id: data.personId,
    status: 'invited',
    answer_by: data.answerBy,
    speaker_id: null,
    ...unsaidOfTime,
  }),
  lastAsking(data).where('outcome', 'in', ['waiting', 'confirmed']).set({ outcome: 'replaced', outcome_at: at }),
  asked(data, data.personId, at),
];

const asked = ({ forumId, laureateId }: Ids, personId: string, at: string) =>
  kysely.insertInto('talk_askings').values({
    ...{ forum_id: forumId, laureate_id: laureateId, asked_at: at, person_id: personId },
    outcome: 'waiting',
  });

const answered = (ids: Ids, outcome: 'confirmed' | 'declined' | 'lapsed', at: string, reason: string | null = null) =>
  lastAsking(ids).set({ outcome, outcome_at: at, reason });

const lastAsking = ({ forumId, laureateId }: Ids) =>
  kysely
    .updateTable('talk_askings')
    .where('forum_id', '=', forumId)
    .where('laureate_id', '=', laureateId)
    .where('asked_at', '=', (eb) =>
      eb
        .selectFrom('talk_askings as later')
        .select((last) => last.fn.max('later.asked_at').as('last'))
        .where('later.forum_id', '=', forumId)
        .where('later.laureate_id', '=', laureateId),
    );

const reserveNamed = (data: EventOf<'ReserveNamed'>['data'], at: string) =>
  kysely
    .insertInto('talk_reserves')
    .values({
      forum_id: data.forumId,
      laureate_id: data.laureateId,
      cycle_id: data.cycleId,
      kind: data.kind,
      country: data.country,
      category: data.category,
      organisation: JSON.stringify(data.organisation),
      place: data.order,
      named_at: at,
    })
    .onConflict((conflict) => conflict.columns(['forum_id', 'laureate_id']).doUpdateSet({ place: data.order }));

const dropped = ({ forumId, laureateId }: Ids) =>
  kysely.deleteFrom('talk_reserves').where('forum_id', '=', forumId).where('laureate_id', '=', laureateId);
