// Seeing an entry in spite of a conflict, in an emergency: asked for by one, answered by another, over by itself.
import type { z } from 'zod';
import { idOf } from '../../db/ids.ts';
import { findAccess, findCandidates } from '../../db/read-models/access-views.ts';
import { EndAccess, GrantAccess, RefuseAccess, RequestAccess } from '../../domain/panel/messages.ts';
import { CommandDone, cursorKey, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { type Context, get, post } from '../route.ts';
import { accessTarget, panelEntryTarget, panelTarget, type Target, wholePanelTarget } from '../targets.ts';
import type { Viewer } from '../viewer.ts';
import { AccessCandidateView, AccessView } from '../views/access.ts';
import { idsOf, tellPanel } from './panels.ts';

/** There also for who is in conflict with one of its entries; what that one may see is in the query. */
async function ofPanel({ db }: Services, { panel }: { panel: string }) {
  const { officers = [] } = await wholePanelTarget(db, panel);
  return { ...(await panelTarget(db, panel)), takenOver: officers.length > 0 };
}

/** For oneself anybody on the panel or of the office asks; for another, who has no conflict with the entry. */
async function asked(
  { db }: Services,
  { panel }: { panel: string },
  { personId, nominationId }: z.infer<typeof RequestAccess>,
  viewer: Viewer | null,
) {
  if (personId !== undefined && personId !== viewer?.personId) return panelEntryTarget(db, panel, nominationId);
  return { ...(await panelTarget(db, panel)), personId: viewer?.personId ?? '' };
}

async function one({ db }: Services, { panel, requestId }: { panel: string; requestId: string }) {
  const target = await accessTarget(db, panel, requestId);
  return { ...target, takenOver: (target.officers?.length ?? 0) > 0 };
}

/** Whom it concerns may end it, whatever stands between them and the entry. */
async function endable(services: Services, params: { panel: string; requestId: string }, viewer: Viewer | null) {
  const target = await one(services, params);
  if (viewer === null || !target.concerned.includes(viewer.personId)) return target;
  return { ...target, officers: [], conflicted: [], undeclared: [] };
}

const reader = ({
  role,
  viewer,
  query,
}: Pick<Context<unknown, z.infer<typeof Paging>, unknown, Target>, 'role' | 'viewer' | 'query'>) => ({
  personId: viewer?.personId ?? '',
  judges: role === 'judge' || role === 'chair' || role === 'deputy-chair',
  limit: query.limit + 1,
  after: cursorKey(query.cursor, ['instant', 'uuid']),
});

export const accessRoutes = [
  get({
    path: '/panels/:panel/access',
    operation: 'ListAccess',
    summary: 'Who asked to see an entry in spite of a conflict, who answered, and until when it holds; newest first',
    query: Paging,
    response: page(AccessView),
    target: ofPanel,
    run: async (context) => {
      const rows = await findAccess(context.db, idsOf(context), reader(context));
      return { body: paged(rows, context.query.limit, (row) => [row.requestedAt, row.requestId]) };
    },
  }),
  get({
    path: '/panels/:panel/access/candidates',
    operation: 'ListAccess',
    summary: 'For whom it could be asked, and of which entry',
    query: Paging,
    response: page(AccessCandidateView),
    target: ofPanel,
    run: async (context) => ({
      body: { items: await findCandidates(context.db, idsOf(context), reader(context)), next: null },
    }),
  }),
  post({
    path: '/panels/:panel/access',
    operation: 'RequestAccess',
    summary: 'Ask that somebody, oneself by default, may see an entry in spite of a conflict: a second person answers',
    body: RequestAccess,
    response: CommandDone,
    status: 201,
    target: asked,
    run: async (context) => {
      const { body, meta, params } = context;
      const [cycleId = '', group = ''] = params.panel.split('~');
      const requestId = idOf(meta.commandId);
      const data = { cycleId, group, ...body, personId: body.personId ?? meta.actor, requestId };
      const reply = await tellPanel(context, { type: 'RequestAccess', data });
      return { ...reply, body: { ...reply.body, id: requestId } };
    },
  }),
  post({
    path: '/panels/:panel/access/:requestId/grant',
    operation: 'AnswerAccess',
    summary: 'Let the person see the entry from now on, for the time that was asked for',
    body: GrantAccess,
    response: CommandDone,
    target: one,
    run: (context) => tellPanel(context, { type: 'GrantAccess', data: { ...idsOf(context), ...about(context) } }),
  }),
  post({
    path: '/panels/:panel/access/:requestId/refuse',
    operation: 'AnswerAccess',
    summary: 'Refuse it, with the reason',
    body: RefuseAccess,
    response: CommandDone,
    target: one,
    run: (context) =>
      tellPanel(context, { type: 'RefuseAccess', data: { ...idsOf(context), ...about(context), ...context.body } }),
  }),
  post({
    path: '/panels/:panel/access/:requestId/end',
    operation: 'EndAccess',
    summary: 'End it before its time, or take back what was asked for',
    body: EndAccess,
    response: CommandDone,
    target: (services, params, _body, viewer) => endable(services, params, viewer),
    run: (context) =>
      tellPanel(context, { type: 'EndAccess', data: { ...idsOf(context), ...about(context), ...context.body } }),
  }),
];

const about = ({ params, meta }: { params: { requestId: string }; meta: { actor: string } }) => ({
  requestId: params.requestId,
  by: meta.actor,
});
