// Letters about a forum: to presenters, and to those who arrange it.
import { findHolders } from '../../db/read-models/holders.ts';
import type { ForumPlan, Placement } from '../../domain/forum/messages.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Desk, Draft, Told } from './letters.ts';

const getForum = async ({ db }: Desk, forumId: string) =>
  db.read
    .selectFrom('forums')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .select(['forums.forum_id', 'forums.cycle_id', 'forums.name', 'forums.plan', 'cycles.award'])
    .where('forum_id', '=', forumId)
    .executeTakeFirstOrThrow();
type Forum = Awaited<ReturnType<typeof getForum>>;

/** The secretariat of the award, and the forum's own staff. */
async function findArrangers({ db }: Desk, { award, forum_id: forumId }: Forum): Promise<string[]> {
  const staff = await findHolders(db, ['forum-staff', 'host'], { award: '', forumId });
  return award === null ? staff : [...(await findHolders(db, ['secretariat'], { award })), ...staff];
}

export async function lettersOfTalk(
  desk: Desk,
  event: Told<'PresenterInvited' | 'PresenterReplaced' | 'TalkDeclined' | 'InvitationLapsed'>,
): Promise<Draft[]> {
  const { forumId, laureateId } = event.data;
  const forum = await getForum(desk, forumId);
  const talk = await desk.db.read
    .selectFrom('talks')
    .select(['organisation', 'country'])
    .where('forum_id', '=', forumId)
    .where('laureate_id', '=', laureateId)
    .executeTakeFirstOrThrow();
  const { organisation, country } = talk;
  const facts = { forum: forum.name, organisation, url: `${desk.publicUrl}/app/forums/${forumId}` };
  const about = { cycleId: forum.cycle_id, forumId, country };
  if (event.type === 'PresenterInvited' || event.type === 'PresenterReplaced') {
    const deadline = { at: event.data.answerBy, zone: forum.plan.zone };
    const url = talkUrl(desk, forumId, laureateId);
    return [{ kind: 'presenter-invited', to: [event.data.personId], facts: { ...facts, deadline, url }, ...about }];
  }
  const what =
    event.type === 'TalkDeclined'
      ? { en: 'the presenter has declined', th: 'ผู้นำเสนอปฏิเสธคำเชิญ' }
      : { en: 'the invitation has lapsed', th: 'คำเชิญหมดเวลาตอบ' };
  return [{ kind: 'talk-news', to: await findArrangers(desk, forum), facts: { ...facts, what }, ...about }];
}

/** Where a presenter answers. */
const talkUrl = ({ publicUrl }: Desk, forumId: string, laureateId: string) =>
  `${publicUrl}/app/talks/${forumId}~${laureateId}`;

/** Only to those whose talk is new in the programme, or has another place than before. */
export async function lettersOfForum(desk: Desk, event: Told<'ScheduleReleased'>): Promise<Draft[]> {
  const { forumId, moved, placements, name, note } = event.data;
  if (moved.length === 0) return [];
  const forum = await getForum(desk, forumId);
  const talks = await desk.db.read
    .selectFrom('talks')
    .select(['laureate_id', 'person_id', 'country'])
    .where('forum_id', '=', forumId)
    .where('laureate_id', 'in', moved)
    .execute();
  return talks.flatMap(({ laureate_id, person_id, country }) => {
    const placement = placements.find(({ talk }) => talk === laureate_id);
    if (placement === undefined) return [];
    const url = talkUrl(desk, forumId, laureate_id);
    const facts = { forum: forum.name, release: name, note, place: placeOf(forum.plan, placement), url };
    const about = { cycleId: forum.cycle_id, forumId, country };
    return [{ kind: 'schedule-released' as const, key: laureate_id, to: [person_id], facts, ...about }];
  });
}

/** In each language that the room has a name in; the day and hour by the venue's clock. */
function placeOf({ day, zone, rooms, blocks, slotMinutes }: ForumPlan, { block, room, slot }: Placement): Texts {
  const minute = (blocks.find(({ key }) => key === block)?.startsAt ?? 0) + slot * slotMinutes;
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const names = rooms.find(({ key }) => key === room)?.name ?? { en: room };
  const languages = Object.keys(names);
  return Object.fromEntries(languages.map((one) => [one, `${textOf(names, one)}, ${day}, ${time} (${zone})`]));
}
