// Letters about a mission report: to whoever approves it, and back to the delegation.
import { findReport } from '../../db/read-models/report-views.ts';
import type { Texts } from '../../domain/messages.ts';
import { findDesks, getCycleFacts } from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';

type Event = Told<'ReportHandedIn'> | Told<'ReportReturned'> | Told<'ReportApproved'>;

/** None for a forum without a cycle: nobody holds a role of its countries. */
export async function lettersOfReport(desk: Desk, event: Event): Promise<Draft[]> {
  const { forumId, country, cycleId } = event.data;
  if (cycleId === null) return [];
  const [cycle, forum] = await Promise.all([getCycleFacts(desk.db, cycleId), getForumName(desk, forumId)]);
  const facts = { forum, url: `${desk.publicUrl}/app/forums/${forumId}/delegations/${country}/report` };
  const about = { cycleId, forumId, country };
  switch (event.type) {
    case 'ReportHandedIn': {
      const { superior } = await findReport(desk.db, forumId, country);
      const to = superior === null ? await findDesks(desk.db, cycle, ['approver'], country) : [superior];
      return [{ kind: 'report-handed-in', to: to.filter((one) => one !== event.data.personId), facts, ...about }];
    }
    case 'ReportReturned': {
      const to = await findDesks(desk.db, cycle, ['focal-point', 'delegate'], country);
      return [{ kind: 'report-returned', to, facts: { ...facts, note: event.data.note }, ...about }];
    }
    case 'ReportApproved': {
      const to = await findDesks(desk.db, cycle, ['focal-point', 'delegate'], country);
      return [{ kind: 'report-approved', to, facts, ...about }];
    }
  }
}

async function getForumName({ db }: Desk, forumId: string): Promise<Texts> {
  const { name } = await db.read
    .selectFrom('forums')
    .select('name')
    .where('forum_id', '=', forumId)
    .executeTakeFirstOrThrow();
  return name;
}
