// The sessions in which a person chairs, writes down or interprets: of the newest release, and before there is one of the working copy.
import { type PartIn, partsIn } from '../../domain/forum/parts.ts';
import { forumStream } from '../../domain/forum/state.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { findLaureateFiles, type LaureateFile } from '../laureate-files.ts';
import { type TimeOfDay, timeOfDay } from './places.ts';
import { findProgramme, type Programme, type ProgrammeEntry } from './programmes.ts';

export type OwnTalkOf = ProgrammeEntry & { slides: LaureateFile[] };
export type OwnSession = {
  session: string;
  theme: Texts;
  room: Texts;
  time: TimeOfDay;
  parts: PartIn[];
  talks: OwnTalkOf[];
};
export type OwnForum = Pick<Programme, 'forumId' | 'plan'> & { released: boolean; sessions: OwnSession[] };

/** In the order of the day; none while nothing has a place. */
export async function findOwnSessions(db: Db, forumId: string, personId: string): Promise<OwnForum | null> {
  const [programme, assigned] = await Promise.all([findProgramme(db, forumId, 'staff'), findAssigned(db, forumId)]);
  if (assigned === null) return null;
  const { plan } = assigned;
  if (programme === null) return { forumId, plan, released: false, sessions: [] };
  const released = programme.release !== null;
  const found = [...Map.groupBy(programme.entries, ({ session }) => session)].map(async ([session, entries]) => {
    const [key = '', room = ''] = session.split('~');
    const block = plan.blocks.find((one) => one.key === key);
    const at = {
      block: key,
      room,
      theme: block?.theme ?? '',
      interpreted: programme.sessions[session]?.interpretation,
    };
    const parts = partsOf(assigned, entries, at, personId);
    if (block === undefined || parts.length === 0) return [];
    const talks = entries.map(async (entry) => ({ ...entry, slides: await slidesOf(db, forumId, entry) }));
    return [
      {
        session,
        theme: plan.themes.find((one) => one.key === block.theme)?.title ?? {},
        room: plan.rooms.find((one) => one.key === room)?.name ?? {},
        time: timeOfDay(plan, block.startsAt, block.endsAt),
        parts,
        talks: await Promise.all(talks),
      },
    ];
  });
  return { forumId, plan, released, sessions: (await Promise.all(found)).flat() };
}

/** Undefined where the session is not the person's. */
export async function findOwnSession(db: Db, id: { forumId: string; session: string }, personId: string) {
  const own = await findOwnSessions(db, id.forumId, personId);
  return own?.sessions.find(({ session }) => session === id.session);
}

/** Whether the person has a part in the session of that talk, and so sees its slides. */
export async function helpsWith(db: Db, forumId: string, laureateId: string, personId: string): Promise<boolean> {
  const own = await findOwnSessions(db, forumId, personId);
  return own?.sessions.some(({ talks }) => talks.some(({ talk }) => talk.laureateId === laureateId)) ?? false;
}

type Assigned = NonNullable<Awaited<ReturnType<typeof findAssigned>>>;

async function findAssigned(db: Db, forumId: string) {
  const { state } = await loadState(db, forumStream(forumId));
  if (state.status === 'none') return null;
  const { plan, released, moderators } = state;
  return { plan, moderators: (released === null ? moderators : released.moderators) ?? {} };
}

function partsOf(
  { plan, moderators }: Assigned,
  entries: ProgrammeEntry[],
  at: { block: string; room: string; theme: string; interpreted: string[] | undefined },
  personId: string,
): PartIn[] {
  const languages = entries.flatMap(({ talk }) => talk.language ?? []);
  const moderator = moderators[`${at.block}/${at.room}`] ?? null;
  return partsIn(plan, { theme: at.theme, languages, moderator, interpreted: at.interpreted }, personId);
}

const slidesOf = async (db: Db, forumId: string, { talk: { laureateId } }: ProgrammeEntry) => {
  if (laureateId === null) return [];
  const files = await findLaureateFiles(db, { kind: 'slides', laureateId, forumId });
  return files.filter(({ state }) => state === 'arrived');
};
