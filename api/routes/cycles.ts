// Cycles: planning, phases, and the overview that everyone in the award may read.
import { z } from 'zod';
import { execute } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { findCycles, getCycle, getDefinition } from '../../db/read-models/cycle-views.ts';
import { AwardDefinition } from '../../domain/award-definition.ts';
import { cycle } from '../../domain/cycle/decider.ts';
import {
  ArchiveCycle,
  CancelCycle,
  type CycleCommand,
  MoveDeadline,
  PlanCycle,
  ResumeCycle,
  SuspendCycle,
} from '../../domain/cycle/messages.ts';
import { cycleStream } from '../../domain/cycle/state.ts';
import { Key } from '../../domain/messages.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import { badFields, notFound } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { cycleTarget, type Target } from '../targets.ts';
import { CycleView, cycleView } from '../views/cycles.ts';
import { InZone, readerZone } from '../views/deadline.ts';

/** Gives a command to the cycle of the path. */
export async function tellCycle(
  { db, meta }: Pick<Context<unknown, unknown, unknown, Target>, 'db' | 'meta'>,
  command: CycleCommand,
) {
  const { cycleId } = command.data;
  return done(cycleId, await execute(db, cycle, cycleStream(cycleId), command, meta));
}

type Planning = Pick<Context<unknown, unknown, z.infer<typeof PlanCycle>, Target>, 'meta' | 'body' | 'definitions'>;

/** By the award definition as it is installed. */
export function planCommand({ meta, body, definitions }: Planning) {
  const installed = definitions.get(body.award);
  if (installed === undefined) throw badFields([{ field: 'award', rule: `is not installed here: ${body.award}` }]);
  const { definition, hash: definitionHash } = installed;
  const data = { ...body, cycleId: idOf(meta.commandId), definition, definitionHash };
  return { type: 'PlanCycle' as const, data };
}

const Definition = z.object({ award: Key, names: z.record(z.string(), z.string()), hash: z.string() });

export const cycleRoutes = [
  get({
    path: '/definitions',
    operation: 'ListDefinitions',
    summary: 'The award definitions installed here',
    response: page(Definition),
    run: async ({ definitions }) => ({
      body: {
        items: [...definitions.values()].map(({ definition, hash }) => ({
          award: definition.key,
          names: definition.names,
          hash,
        })),
        next: null,
      },
    }),
  }),
  get({
    path: '/definitions/:award',
    operation: 'ListDefinitions',
    summary: 'One award definition as it is installed: what the next cycle of the award would be frozen with',
    response: z.object({ hash: z.string(), definition: AwardDefinition }),
    run: async ({ definitions, params }) => {
      const installed = definitions.get(params.award);
      if (installed === undefined) throw notFound();
      return { body: installed };
    },
  }),
  post({
    path: '/cycles',
    operation: 'PlanCycle',
    summary: 'Plan a cycle: its dates and the frozen award definition',
    body: PlanCycle,
    response: CommandDone,
    status: 201,
    target: (_services, _params, body) => ({ award: body.award }),
    run: async (context) => {
      const command = planCommand(context);
      const reply = await tellCycle(context, command);
      const location = `/api/v1/cycles/${command.data.cycleId}`;
      return { ...reply, headers: { ...reply.headers, Location: location } };
    },
  }),
  get({
    path: '/cycles',
    operation: 'ListCycles',
    summary: 'The cycles of the awards you have a role in, newest first',
    query: Paging.extend(InZone.shape),
    response: page(CycleView),
    run: async ({ db, query, viewer }) => {
      const awards = viewer?.roles.some((role) => role.role === 'administrator')
        ? null
        : (viewer?.roles.flatMap((role) => role.award ?? []) ?? []);
      const reader = await readerZone(db, viewer, query.zone);
      const judged = viewer?.roles.flatMap((role) => role.cycleId ?? []) ?? [];
      const rows = await findCycles(db, {
        awards,
        cycles: judged,
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['instant', 'uuid']),
      });
      return {
        body: paged(
          rows,
          query.limit,
          (row) => [row.plannedAt, row.cycleId],
          (row) => cycleView(row, reader),
        ),
      };
    },
  }),
  get({
    path: '/cycles/:cycleId',
    operation: 'ViewCycle',
    summary: 'Overview and timetable of a cycle',
    query: InZone,
    response: CycleView,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, viewer, query }) => ({
      body: cycleView(await getCycle(db, params.cycleId), await readerZone(db, viewer, query.zone)),
    }),
  }),
  get({
    path: '/cycles/:cycleId/definition',
    operation: 'ViewDefinition',
    summary: 'The award definition as it was frozen for the cycle: form, checklist, rubric, rules',
    response: z.object({ hash: z.string(), definition: AwardDefinition }),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params }) => ({ body: await getDefinition(db, params.cycleId) }),
  }),
  post({
    path: '/cycles/:cycleId/phases/:phase/open',
    operation: 'OpenPhase',
    summary: 'Open a phase that is due (the process does this by itself)',
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'OpenPhase', data: context.params }),
  }),
  post({
    path: '/cycles/:cycleId/phases/:phase/close',
    operation: 'ClosePhase',
    summary: 'Close a phase that is due, or the forum when it is over',
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'ClosePhase', data: context.params }),
  }),
  post({
    path: '/cycles/:cycleId/phases/:phase/move-deadline',
    operation: 'MoveDeadline',
    summary: 'Move the deadline of a phase to a later instant, for everybody',
    body: MoveDeadline,
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'MoveDeadline', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/suspend',
    operation: 'SuspendCycle',
    summary: 'Suspend a cycle: nothing closes and nothing is accepted until it is resumed',
    body: SuspendCycle,
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'SuspendCycle', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/resume',
    operation: 'ResumeCycle',
    summary: 'Resume a suspended cycle, with a new instant for every open phase',
    body: ResumeCycle,
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'ResumeCycle', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/cancel',
    operation: 'CancelCycle',
    summary: 'Cancel a cycle',
    body: CancelCycle,
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'CancelCycle', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/archive',
    operation: 'ArchiveCycle',
    summary: 'Archive a cycle whose announcement and forum are closed',
    body: ArchiveCycle,
    response: CommandDone,
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => tellCycle(context, { type: 'ArchiveCycle', data: { ...context.params, ...context.body } }),
  }),
];
