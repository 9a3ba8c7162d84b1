// Proceedings as requests come to them: which session, who may write there, and what they come to by theme.
import type { z } from 'zod';
import type { Db } from '../db/database.ts';
import { findPlan } from '../db/read-models/forum-views.ts';
import { findRecorded, findSessions } from '../db/read-models/proceedings-views.ts';
import type { ForumPlan } from '../domain/forum/messages.ts';
import type { Session } from '../domain/proceedings/messages.ts';
import { inOneLanguage, rollUp } from '../domain/proceedings/rolling-up.ts';
import type { Role } from '../domain/roles.ts';
import { notFound } from './problem.ts';
import type { ProceedingsView } from './views/proceedings.ts';

export async function planOf(db: Db, forumId: string): Promise<ForumPlan> {
  const found = await findPlan(db, forumId);
  if (found === undefined) throw notFound();
  return found.plan;
}

/** `<block>~<room>`. @throws HttpProblem for what the programme does not have */
export function sessionIn({ blocks, rooms }: ForumPlan, name: string): Session {
  const [block = '', room = ''] = name.split('~');
  if (!blocks.some(({ key }) => key === block) || !rooms.some(({ key }) => key === room)) throw notFound();
  return { block, room };
}

/** A rapporteur writes where one of the own themes is spoken to; who has no theme in particular writes everywhere. */
export function mayWrite(plan: ForumPlan, role: Role, personId: string, block: string): boolean {
  if (role === 'auditor' || role === 'moderator') return false;
  if (role !== 'rapporteur') return true;
  const own = plan.rapporteurs.find(({ person }) => person === personId)?.themes ?? [];
  const theme = plan.blocks.find(({ key }) => key === block)?.theme ?? '';
  return own.length === 0 || own.includes(theme);
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

type Asking = { role: Role; personId: string };
export async function viewProceedings(
  db: Db,
  forumId: string,
  { role, personId }: Asking,
): Promise<z.infer<typeof ProceedingsView>> {
  const plan = await planOf(db, forumId);
  const sessions = await findSessions(db, forumId, plan);
  return {
    ...{ forumId, name: plan.name, languages: plan.languages },
    mayPublish: ['secretariat', 'standby', 'forum-staff', 'host'].includes(role),
    sessions: sessions.map(({ theme, startsAt, endsAt, ...one }) => ({
      ...one,
      session: `${one.block}~${one.room}`,
      theme: plan.themes.find(({ key }) => key === theme)?.title ?? {},
      roomName: plan.rooms.find(({ key }) => key === one.room)?.name ?? {},
      ...{ localStart: clock(startsAt), localEnd: clock(endsAt) },
      mayWrite: mayWrite(plan, role, personId, one.block),
    })),
  };
}

/** By theme; of each session what is public, or what was recorded last; in one language where one is asked for. */
export async function rolledUp(db: Db, forumId: string, which: 'published' | 'latest', language?: string) {
  const [plan, recorded] = await Promise.all([planOf(db, forumId), findRecorded(db, forumId, which)]);
  const { name, venue, day } = plan;
  const said =
    language === undefined
      ? recorded
      : recorded.map((session) => ({ ...session, content: inOneLanguage(session.content, language) }));
  return { forumId, name, venue, day, themes: rollUp(plan, said) };
}
