// Panels: formed by a desk, given their entries, led to a signed decision.
import type { Db } from '../../db/database.ts';
import { execute } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { findAssignment } from '../../db/read-models/assignment-views.ts';
import { findEntries } from '../../db/read-models/country-views.ts';
import { getDefinition } from '../../db/read-models/cycle-views.ts';
import { findServing } from '../../db/read-models/judge-views.ts';
import { type Eyes, findPanels } from '../../db/read-models/panel-views.ts';
import { recordRequest } from '../../db/read-models/proposal-views.ts';
import { groupOf, scoringRoundsOf } from '../../domain/definition-queries.ts';
import { Iso2, Key } from '../../domain/messages.ts';
import { panel } from '../../domain/panel/decider.ts';
import {
  CallReserve,
  ChangePanel,
  CloseScoring,
  FormPanel,
  type PanelCommand,
  ReleaseAssignment,
  RequestAssignment,
} from '../../domain/panel/messages.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { recordFoundConflicts } from '../found-conflicts.ts';
import { badFields, notFound } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { cycleTarget, listTarget, type PanelTarget, panelEntryTarget, panelTarget, type Target } from '../targets.ts';
import { AssignmentView } from '../views/assignments.ts';
import { PanelView } from '../views/views.ts';

/** Gives a command to a panel. */
export async function tellPanel(
  { db, meta }: Pick<Context<unknown, unknown, unknown, Target>, 'db' | 'meta'>,
  command: PanelCommand,
) {
  const { cycleId, group } = command.data;
  return done(`${cycleId}~${group}`, await execute(db, panel, panelStream(cycleId, group), command, meta));
}

const one = ({ db }: Services, params: { panel: string }) => panelTarget(db, params.panel);
export const idsOf = ({ target: { cycleId, group } }: { target: PanelTarget }) => ({ cycleId, group });

/** Nobody sees what is in conflict with them; who judges does not see the decision unless leading the panel. */
export const eyesOf = ({
  role,
  viewer,
}: Pick<Context<unknown, unknown, unknown, Target>, 'role' | 'viewer'>): Eyes => ({
  judge: role === 'judge' || role === 'chair' || role === 'deputy-chair' ? (viewer?.personId ?? null) : null,
  officer: viewer?.personId ?? null,
  decision: role !== 'judge',
});

/** @throws HttpProblem 400 for a person who is not asked to judge in the group */
async function requireServing(db: Db, cycleId: string, group: string, named: { [field: string]: string[] }) {
  const serving = await findServing(db, cycleId, group, Object.values(named).flat());
  const errors = Object.entries(named).flatMap(([field, ids]) =>
    ids.flatMap((id, index) =>
      serving.includes(id) ? [] : [{ field: `${field}.${index}`, rule: `is no judge who is invited to ${group}` }],
    ),
  );
  if (errors.length > 0) throw badFields(errors);
}

/** `round` is left out where the award has one round of scoring, or the first of them is meant. */
const Forming = FormPanel.extend({ country: Iso2.nullable().default(null), category: Key, round: Key.optional() });

export const panelRoutes = [
  post({
    path: '/cycles/:cycleId/panels',
    operation: 'FormPanel',
    summary: 'Form the panel of a category, where judging is national of one country, once screening is closed',
    body: Forming,
    response: CommandDone,
    status: 201,
    target: async ({ db }, { cycleId }, body) => ({ ...(await cycleTarget(db, cycleId)), country: body.country }),
    run: async (context) => {
      const { db, body, params } = context;
      const { country, category, judges, reserves } = body;
      const { definition } = await getDefinition(db, params.cycleId);
      const group = groupOf(definition, country ?? '', category);
      await requireServing(db, params.cycleId, group, { judges, reserves });
      const entries = await findEntries(db, params.cycleId, country, category);
      const round = body.round ?? scoringRoundsOf(definition)[0]?.key ?? 'main';
      const data = { ...params, ...body, round, group, entries };
      const reply = await tellPanel(context, { type: 'FormPanel', data });
      await recordFoundConflicts(db, { cycleId: params.cycleId, group });
      return { ...reply, headers: { ...reply.headers, Location: `/api/v1/panels/${reply.body.id}` } };
    },
  }),
  get({
    path: '/cycles/:cycleId/panels',
    operation: 'ListPanels',
    summary: "The panels of the cycle; a country's desk sees its own",
    query: Paging.extend({ country: Iso2.optional() }),
    response: page(PanelView),
    target: ({ db }, { cycleId }, _body, viewer, query) => listTarget(db, cycleId, query.country, viewer),
    run: async (context) => {
      const { db, params, query, target } = context;
      const { limit, cursor } = query;
      const filter = { country: target.country ?? null, limit: limit + 1, after: cursorKey(cursor, ['text'])?.[0] };
      const rows = await findPanels(db, params.cycleId, eyesOf(context), filter);
      return { body: paged(rows, limit, (row) => [row.group]) };
    },
  }),
  get({
    path: '/panels/:panel',
    operation: 'ViewPanel',
    summary: 'A panel with its entries; what is in conflict with the viewer is left out',
    response: PanelView,
    target: one,
    run: async (context) => {
      const { cycleId, group } = context.target;
      const [view] = await findPanels(context.db, cycleId, eyesOf(context), { group });
      if (view === undefined) throw notFound();
      return { body: view };
    },
  }),
  post({
    path: '/panels/:panel/change',
    operation: 'ChangePanel',
    summary: 'Change who sits on the panel, who is a reserve, and who leads it',
    body: ChangePanel,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, body, target } = context;
      const { addJudges, reserves = [] } = body;
      await requireServing(db, target.cycleId, target.group, { addJudges, reserves });
      return tellPanel(context, { type: 'ChangePanel', data: { ...idsOf(context), ...body } });
    },
  }),
  post({
    path: '/panels/:panel/assignment/request',
    operation: 'RequestAssignment',
    summary: 'Have a solver propose which judge reads which entry; see how far it is at Location',
    body: RequestAssignment,
    response: CommandDone,
    status: 202,
    target: one,
    run: async (context) => {
      const { db, body, meta } = context;
      const proposalId = idOf(meta.commandId);
      const ids = idsOf(context);
      await recordFoundConflicts(db, ids);
      const reply = await tellPanel(context, { type: 'RequestAssignment', data: { ...ids, ...body, proposalId } });
      await recordRequest(db, { proposalId, kind: 'assignment', ...ids, forumId: null, by: meta.actor });
      const headers = { ...reply.headers, Location: `/api/v1/proposals/${proposalId}` };
      return { headers, body: { ...reply.body, id: proposalId } };
    },
  }),
  get({
    path: '/panels/:panel/assignment',
    operation: 'ViewAssignment',
    summary: 'Who reads which entry, and who would by the proposal; see it before it is released',
    response: AssignmentView,
    target: one,
    run: async (context) => {
      const { cycleId, group } = context.target;
      const body = await findAssignment(context.db, cycleId, group, eyesOf(context));
      if (body === undefined) throw notFound();
      return { body };
    },
  }),
  post({
    path: '/panels/:panel/assignment/release',
    operation: 'ReleaseAssignment',
    summary: 'Release the proposed assignment: each judge gets the own scorecards',
    body: ReleaseAssignment,
    response: CommandDone,
    target: one,
    run: (context) => tellPanel(context, { type: 'ReleaseAssignment', data: idsOf(context) }),
  }),
  post({
    path: '/panels/:panel/call-reserve',
    operation: 'CallReserve',
    summary: 'Call a reserve to one entry, in the place of a judge who stepped back, has left or has handed nothing in',
    body: CallReserve,
    response: CommandDone,
    target: ({ db }, { panel }, { nominationId }) => panelEntryTarget(db, panel, nominationId),
    run: (context) => tellPanel(context, { type: 'CallReserve', data: { ...idsOf(context), ...context.body } }),
  }),
  post({
    path: '/panels/:panel/close-scoring',
    operation: 'CloseScoring',
    summary: 'Close scoring that is due (the process does this by itself), or a round that another follows',
    body: CloseScoring,
    response: CommandDone,
    target: one,
    run: (context) => tellPanel(context, { type: 'CloseScoring', data: { ...idsOf(context), ...context.body } }),
  }),
];
