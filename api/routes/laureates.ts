// Laureates of a cycle, and the answer of each.
import type { z } from 'zod';
import { findLaureates } from '../../db/read-models/laureate-views.ts';
import { Iso2 } from '../../domain/messages.ts';
import { AcceptAward, DeclineAward, ReplaceLaureate } from '../../domain/panel/messages.ts';
import { CommandDone, cursorKey, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { requireLetters } from '../letter-check.ts';
import { get, post } from '../route.ts';
import { laureateTarget, listTarget } from '../targets.ts';
import { LaureateView } from '../views/views.ts';
import { idsOf, tellPanel } from './panels.ts';

const one = ({ db }: Services, params: { panel: string; laureateId: string }) =>
  laureateTarget(db, params.panel, params.laureateId);

type Named = Parameters<typeof idsOf>[0] & { params: { laureateId: string } };
const award = (context: Named) => ({ ...idsOf(context), laureateId: context.params.laureateId });
const keyOf = ({ group, place, order, laureateId }: z.infer<typeof LaureateView>) => [
  group,
  place,
  String(order),
  laureateId,
];

export const laureateRoutes = [
  get({
    path: '/cycles/:cycleId/laureates',
    operation: 'ListLaureates',
    summary: "Laureates and runners-up as signed, with endorsement and answers; a country's desk sees its own",
    query: Paging.extend({ country: Iso2.optional() }),
    response: page(LaureateView),
    target: ({ db }, { cycleId }, _body, viewer, query) => listTarget(db, cycleId, query.country, viewer),
    run: async ({ db, params, query, role, target, viewer }) => {
      const rows = await findLaureates(db, params.cycleId, {
        country: target.country ?? null,
        desk: role === 'focal-point' || role === 'approver',
        viewer: viewer?.personId ?? null,
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['text', 'text', 'number', 'uuid']),
      });
      return { body: paged(rows, query.limit, keyOf, (row) => row) };
    },
  }),
  post({
    path: '/panels/:panel/laureates/:laureateId/accept',
    operation: 'AcceptAward',
    summary: 'Accept the award',
    body: AcceptAward.omit({ laureateId: true }),
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, target, body } = context;
      await requireLetters(db, target.cycleId, { 'onBehalf.letter': body.onBehalf?.letter });
      return tellPanel(context, { type: 'AcceptAward', data: { ...award(context), ...body } });
    },
  }),
  post({
    path: '/panels/:panel/laureates/:laureateId/decline',
    operation: 'DeclineAward',
    summary: 'Decline the award',
    body: DeclineAward.omit({ laureateId: true }),
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { db, target, body } = context;
      await requireLetters(db, target.cycleId, { letter: body.letter });
      return tellPanel(context, { type: 'DeclineAward', data: { ...award(context), ...body } });
    },
  }),
  post({
    path: '/panels/:panel/laureates/:laureateId/replace',
    operation: 'ReplaceLaureate',
    summary: 'Put the next endorsed runner-up in the place of a laureate who has declined',
    body: ReplaceLaureate.omit({ laureateId: true }),
    response: CommandDone,
    target: one,
    run: (context) => tellPanel(context, { type: 'ReplaceLaureate', data: { ...award(context), ...context.body } }),
  }),
];
