// Letters about a forum: to presenters, and to those who arrange it.
import { makeTalkLink } from '../../db/links.ts';
import { findHolders } from '../../db/read-models/holders.ts';
import { minuteOfDay } from '../../domain/deadlines.ts';
import type { Desk, Draft, Told } from './letters.ts';

export const getForum = async ({ db }: Desk, forumId: string) =>
  db.read
    .selectFrom('forums')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .select(['forums.forum_id', 'forums.cycle_id', 'forums.name', 'forums.plan', 'cycles.award'])
    .where('forum_id', '=', forumId)
    .executeTakeFirstOrThrow();
export type ForumFacts = Awaited<ReturnType<typeof getForum>>;

/** The secretariat of the award, and the forum's own staff. */
async function findArrangers({ db }: Desk, { award, forum_id: forumId }: ForumFacts): Promise<string[]> {
  const staff = await findHolders(db, ['forum-staff', 'host'], { award: '', forumId });
  return award === null ? staff : [...(await findHolders(db, ['secretariat'], { award })), ...staff];
}

export async function lettersOfTalk(
  desk: Desk,
  event: Told<
    'PresenterInvited' | 'PresenterReplaced' | 'SpeakerNamed' | 'TalkDeclined' | 'InvitationLapsed' | 'SlotRefused'
  >,
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
  const of = { forumId, laureateId, cycleId: forum.cycle_id, day: forum.plan.day };
  if (event.type === 'PresenterInvited' || event.type === 'PresenterReplaced') {
    const { answerBy, personId } = event.data;
    const url = talkUrl(desk, forumId, laureateId);
    const said = { ...facts, url, deadline: { at: answerBy, zone: forum.plan.zone } };
    const { token } = await makeTalkLink(desk.db, { ...of, personId });
    return [{ kind: 'presenter-invited', to: [personId], facts: said, ...about, secret: token }];
  }
  if (event.type === 'SpeakerNamed') {
    const { personId } = event.data;
    if (personId === null) return [];
    const { token, expiresAt } = await makeTalkLink(desk.db, { ...of, personId });
    const { day, zone, opensAt } = forum.plan;
    const opens = { at: minuteOfDay(day, opensAt, zone), zone };
    const said = { ...facts, opens, deadline: { at: expiresAt, zone } };
    return [{ kind: 'speaker-named', to: [personId], facts: said, ...about, secret: token }];
  }
  const what = news[event.type];
  return [{ kind: 'talk-news', to: await findArrangers(desk, forum), facts: { ...facts, what }, ...about }];
}

const news = {
  TalkDeclined: { en: 'the presenter has declined', th: 'ผู้นำเสนอปฏิเสธคำเชิญ' },
  InvitationLapsed: { en: 'the invitation has lapsed', th: 'คำเชิญหมดเวลาตอบ' },
  SlotRefused: { en: 'its place does not suit the presenter', th: 'เวลาและห้องที่จัดไว้ไม่สะดวกสำหรับผู้นำเสนอ' },
};

/** Where a presenter answers. */
const talkUrl = ({ publicUrl }: Desk, forumId: string, laureateId: string) =>
  `${publicUrl}/app/talks/${forumId}~${laureateId}`;

/** Those who arrange the forum hear that another comes, for badges and letters; who it is stands in the register alone. */
export async function lettersOfReplacement(desk: Desk, event: Told<'ParticipantReplaced'>): Promise<Draft[]> {
  const { forumId, country } = event.data;
  const forum = await getForum(desk, forumId);
  const focal =
    forum.award === null ? [] : await findHolders(desk.db, ['focal-point'], { award: forum.award, country });
  const url = `${desk.publicUrl}/app/forums/${forumId}/participants`;
  const about = { cycleId: forum.cycle_id, forumId, country };
  const to = [...(await findArrangers(desk, forum)), ...focal];
  return [
    {
      kind: 'participant-replaced',
      to,
      facts: { forum: forum.name, country: { en: country, th: country }, url },
      ...about,
    },
  ];
}
