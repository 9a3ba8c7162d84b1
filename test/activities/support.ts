// Activities run as a process runs them, and what tests of theirs look at.
import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { Db } from '../../db/database.ts';
import { execute } from '../../db/execute.ts';
import { forum } from '../../domain/forum/decider.ts';
import type { ForumCommand } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import type { Role } from '../../domain/roles.ts';
import { talk } from '../../domain/talk/decider.ts';
import type { TalkCommand } from '../../domain/talk/messages.ts';
import { talkStream } from '../../domain/talk/state.ts';
import { by } from '../support/acts.ts';
import { samplePlan } from '../support/forum-samples.ts';

/** As an activity of the process with this id. */
export function inProcess<Result>(workflowId: string, work: () => Promise<Result>, attempt = 1): Promise<Result> {
  const workflowExecution = { workflowId, runId: randomUUID() };
  const logger = new DefaultLogger('ERROR');
  return new MockActivityEnvironment({ workflowExecution, attempt }, { logger }).run(work);
}

/** How many events there are: what does nothing leaves it alone. */
export async function countEvents(db: Db): Promise<number> {
  const { events } = await db.read
    .selectFrom('streams')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('version'), eb.lit(0)).as('events'))
    .executeTakeFirstOrThrow();
  return Number(events);
}

type Person = { personId?: string; language?: string; zone?: string };
type Grant = { role: Role; award?: string; country?: string; forumId?: string };

/** Somebody who can be written to, with these roles. */
export async function person(db: Db, grants: Grant[] = [], { personId, language, zone }: Person = {}): Promise<string> {
  const id = personId ?? randomUUID();
  const name = `Sample ${id.slice(0, 8)}`;
  await db.read
    .insertInto('people')
    .values({ person_id: id, email: `${id}@example.org`, name, language: language ?? 'en', zone: zone ?? null })
    .execute();
  for (const { role, award = null, country = null, forumId = null } of grants)
    await db.read
      .insertInto('grants')
      .values({
        ...{ grant_id: randomUUID(), person_id: id, role, award, country, forum_id: forumId },
        ...{ nomination_id: null, laureate_id: null, from_at: '2020-01-01T00:00:00Z', granted_by: id },
      })
      .execute();
  return id;
}

/** A forum without a cycle, with as many talks, each by a person of its own who was invited. */
export async function openForum(db: Db, talks: number) {
  const forumId = randomUUID();
  const act = (command: ForumCommand, who = by('secretariat')) =>
    execute(db, forum, forumStream(forumId), command, who);
  const speak = (command: TalkCommand, who = by('secretariat')) =>
    execute(db, talk, talkStream(forumId, command.data.laureateId), command, who);
  const { purpose: _none, ...plan } = samplePlan();
  await act({ type: 'PlanForum', data: { ...plan, forumId, cycleId: null } });
  const invited = Array.from({ length: talks }, () => ({ laureateId: randomUUID(), personId: randomUUID() }));
  const about = { forumId, cycleId: null, country: 'TH', category: 'ngo', organisation: { en: 'Sample organisation' } };
  for (const ids of invited) await speak({ type: 'InvitePresenter', data: { ...about, ...ids } });
  return { forumId, invited, act, speak };
}
