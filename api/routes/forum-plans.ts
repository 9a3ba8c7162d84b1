// The plan of a forum as a whole: read with who helps there, and changed.
import { execute } from '../../db/execute.ts';
import { findForumFacts } from '../../db/read-models/delegation-views.ts';
import { findForumStaff } from '../../db/read-models/forum-staff.ts';
import { findPlan } from '../../db/read-models/forum-views.ts';
import { forum } from '../../domain/forum/decider.ts';
import { ChangeForumPlan } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import { CommandDone, done } from '../answer.ts';
import type { Services } from '../app.ts';
import { notFound } from '../problem.ts';
import { get, put } from '../route.ts';
import { forumTarget } from '../targets.ts';
import { ForumPlanView } from '../views/forum-plans.ts';

const one = ({ db }: Services, { forumId }: { forumId: string }) => forumTarget(db, forumId);

export const forumPlanRoutes = [
  get({
    path: '/forums/:forumId/plan',
    operation: 'ViewForumPlan',
    summary: 'The whole plan of the forum, who helps there, and the version to change it from',
    response: ForumPlanView,
    target: one,
    run: async ({ db, params: { forumId } }) => {
      const [found, facts, staff] = await Promise.all([
        findPlan(db, forumId),
        findForumFacts(db, forumId),
        findForumStaff(db, forumId),
      ]);
      if (found === undefined || facts === undefined) throw notFound();
      const countries = facts.countries.map(({ iso2, names, zone, languages }) => ({ iso2, names, zone, languages }));
      const headers = { ETag: `"${found.version}"` };
      return { headers, body: { ...found, cycleId: facts.cycleId, award: facts.award, countries, staff } };
    },
  }),
  put({
    path: '/forums/:forumId/plan',
    operation: 'ChangeForumPlan',
    summary: 'Set the plan anew; once a schedule is public only names, staff and booths change',
    body: ChangeForumPlan,
    response: CommandDone,
    target: one,
    run: async ({ db, meta, params: { forumId }, body }) => {
      const command = { type: 'ChangeForumPlan' as const, data: { ...body, forumId } };
      return done(forumId, await execute(db, forum, forumStream(forumId), command, meta));
    },
  }),
];
