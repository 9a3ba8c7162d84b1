// Work handed on: what is open for a person, as one sheet.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { findHandover, handoverKey } from '../../db/read-models/handover-views.ts';
import { givable, isJudging } from '../../domain/roles.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { notFound, notSignedIn } from '../problem.ts';
import { get } from '../route.ts';
import type { Target } from '../targets.ts';
import { type HeldRole, type Viewer, viewerOf } from '../viewer.ts';
import { Deadline, InZone, maybeDeadline, readerZone } from '../views/deadline.ts';
import { TextsView } from '../views/views.ts';

const HandoverLine = z
  .object({
    kind: z.enum(['task', 'draft', 'return', 'invitation', 'objection', 'deadline']),
    what: z.string(),
    title: TextsView,
    cycleId: z.string().nullable(),
    country: z.string().nullable(),
    category: z.string().nullable(),
    count: z.int(),
    dueAt: z.string().nullable(),
    zone: z.string(),
    due: Deadline.nullable(),
    link: z.string(),
  })
  .meta({ id: 'HandoverLine' });
const Query = Paging.extend(InZone.shape);
type Query = z.infer<typeof Query>;

async function sheet(db: Db, viewer: Viewer | null, personId: string, roles: HeldRole[], query: Query) {
  const { limit, cursor, zone } = query;
  const reader = await readerZone(db, viewer, zone);
  const [seen = ''] = cursorKey(cursor, ['text']) ?? [];
  const lines = (await findHandover(db, personId, roles, viewer?.personId ?? personId)).filter(
    (one) => handoverKey(one) > seen,
  );
  return paged(
    lines.slice(0, limit + 1),
    limit,
    (one) => [handoverKey(one)],
    (one) => ({ ...one, due: maybeDeadline(one.dueAt, one.zone, reader) }),
  );
}

/** A person's roles that the viewer may end: those of the viewer's own award or country. */
async function endable(db: Db, personId: string, viewer: Viewer | null): Promise<HeldRole[]> {
  const { roles } = await viewerOf(db, personId);
  const ofCycles = await db.read.selectFrom('cycles').select(['cycle_id', 'award']).execute();
  const awardOf = (held: HeldRole) =>
    held.award ?? ofCycles.find((one) => one.cycle_id === held.cycleId)?.award ?? null;
  const mayEnd = (held: HeldRole) =>
    viewer?.roles.some(({ role, award, country }) => {
      if (role === 'administrator') return true;
      if (award === null || award !== awardOf(held)) return false;
      if (role === 'secretariat') return held.role !== 'secretariat' || personId === viewer.personId;
      const isGiven = isJudging(held.role) || givable[role]?.some((given) => given === held.role);
      return role === 'focal-point' && country !== null && country === held.country && isGiven;
    }) === true;
  return roles.filter(mayEnd);
}

export const handoverRoutes = [
  get({
    path: '/me/handover',
    operation: 'ViewMyHandover',
    summary: 'All that is open for you, to hand on: tasks, drafts, returns, invitations, objections, deadlines',
    query: Query,
    response: page(HandoverLine),
    run: async ({ db, viewer, query }) => {
      if (viewer === null) throw notSignedIn();
      return { body: await sheet(db, viewer, viewer.personId, viewer.roles, query) };
    },
  }),
  get({
    path: '/members/:personId/handover',
    operation: 'ViewHandover',
    summary: 'All that is open for a person, in the roles that you may end',
    query: Query,
    response: page(HandoverLine),
    target: async ({ db }, { personId }, _body, viewer): Promise<Target & { handed: HeldRole[] }> => {
      const handed = await endable(db, personId, viewer);
      const own = viewer?.roles.find(({ role }) => ['secretariat', 'focal-point'].includes(role));
      if (handed.length === 0) throw notFound();
      return { ...(own?.award && { award: own.award }), country: own?.country ?? null, handed };
    },
    run: async ({ db, params, query, target, viewer }) => ({
      body: await sheet(db, viewer, params.personId, target.handed, query),
    }),
  }),
];
