// Forums: the plan of the day, and the working copy of its schedule up to each release.
import { z } from 'zod';
import { execute } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { getDefinition } from '../../db/read-models/cycle-views.ts';
import { findForums, findWorkingForum } from '../../db/read-models/forum-views.ts';
import { recordRequest } from '../../db/read-models/proposal-views.ts';
import { forum } from '../../domain/forum/decider.ts';
import { type ForumCommand, PlanForum, RequestSchedule } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { notFound } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { cycleTarget, forumTarget, type Target } from '../targets.ts';
import { ForumLineView, WorkingForumView } from '../views/forums.ts';

type Asked = Pick<Context<unknown, unknown, unknown, Target>, 'db' | 'meta'>;

/** Gives a command to the forum that it names. */
export async function tellForum({ db, meta }: Asked, command: ForumCommand, cycleId: string | null = null) {
  const { forumId } = command.data;
  return done(forumId, await execute(db, forum, forumStream(forumId, cycleId), command, meta));
}

export const oneForum = ({ db }: Services, { forumId }: { forumId: string }) => forumTarget(db, forumId);

const { themes, rooms, blocks, opensAt, closesAt, slotMinutes } = PlanForum.shape;
const languages = PlanForum.shape.languages.unwrap();
const protectedTimes = PlanForum.shape.protectedTimes.unwrap();
const OwnShape = z
  .strictObject({ opensAt, closesAt, slotMinutes, languages, themes, rooms, blocks, protectedTimes })
  .partial();
/** Hours, rooms, themes and blocks that are left out are those of the award's forums. */
const NewForum = PlanForum.extend(OwnShape.shape);

export const forumRoutes = [
  post({
    path: '/cycles/:cycleId/forums',
    operation: 'PlanForum',
    summary: "Plan a forum; hours, rooms, themes and blocks that are left out come from the award's definition",
    body: NewForum,
    response: CommandDone,
    status: 201,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async (context) => {
      const { cycleId } = context.params;
      const { definition } = await getDefinition(context.db, cycleId);
      const plan = PlanForum.parse({ ...definition.forum, ...context.body });
      const forumId = idOf(context.meta.commandId);
      const reply = await tellForum(context, { type: 'PlanForum', data: { ...plan, forumId, cycleId } }, cycleId);
      return { ...reply, headers: { ...reply.headers, Location: `/api/v1/forums/${forumId}` } };
    },
  }),
  get({
    path: '/forums',
    operation: 'ListForums',
    summary: 'The forums of the awards you have a role in, and those where you speak or help',
    query: Paging,
    response: page(ForumLineView),
    run: async ({ db, query, viewer }) => {
      const roles = viewer?.roles ?? [];
      const rows = await findForums(db, {
        awards: roles.some(({ role }) => role === 'administrator') ? null : roles.flatMap(({ award }) => award ?? []),
        forums: roles.flatMap((held) => held.forum ?? []),
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['uuid'])?.[0],
      });
      return { body: paged(rows, query.limit, ({ forumId }) => [forumId]) };
    },
  }),
  get({
    path: '/forums/:forumId',
    operation: 'ViewForum',
    summary: 'The plan, and the working copy of the schedule: the last proposal plus moves and pins',
    response: WorkingForumView,
    target: oneForum,
    run: async ({ db, params, viewer }) => {
      const found = await findWorkingForum(db, params.forumId, viewer?.personId ?? null);
      if (found === undefined) throw notFound();
      return { headers: { ETag: `"${found.version}"` }, body: found.view };
    },
  }),
  post({
    path: '/forums/:forumId/schedule/propose',
    operation: 'RequestSchedule',
    summary: 'Have a schedule worked out; the proposal shows how far it is',
    body: RequestSchedule,
    response: CommandDone.extend({ id: z.string().describe("The proposal's id") }),
    status: 202,
    target: oneForum,
    run: async (context) => {
      const { db, meta, params, target, body } = context;
      const proposalId = idOf(meta.commandId);
      const reply = await tellForum(context, { type: 'RequestSchedule', data: { ...body, ...params, proposalId } });
      const { cycleId = null } = target;
      const asked = { proposalId, kind: 'schedule', cycleId, group: null, by: meta.actor } as const;
      await recordRequest(db, { ...asked, forumId: params.forumId });
      const headers = { ...reply.headers, Location: `/api/v1/proposals/${proposalId}` };
      return { headers, body: { ...reply.body, id: proposalId } };
    },
  }),
];
