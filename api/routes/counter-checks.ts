// The counter-check: the secretariat looks where a country has one officer only, and every focal point may know of it.

import { z } from 'zod';
import { findCounterChecks } from '../../db/read-models/counter-checks.ts';
import { findHolders } from '../../db/read-models/holders.ts';
import { RecordCounterCheck } from '../../domain/nomination/messages.ts';
import { deskRoles } from '../../domain/roles.ts';
import { CommandDone, cursorKey, Paging, page, paged } from '../answer.ts';
import { get, post } from '../route.ts';
import { tellNomination } from '../submitting.ts';
import { cycleTarget, nominationTarget } from '../targets.ts';
import { TextsView } from '../views/views.ts';

const CounterCheckView = z
  .object({
    id: z.string(),
    country: z.string(),
    category: z.string(),
    nominationId: z.string().nullable().describe("Null of another country's"),
    organisation: TextsView.nullable().describe("Null of another country's"),
    version: z.int(),
    subject: z
      .string()
      .describe('forwarding: the checks before forwarding and signing; rejection: a proposed rejection'),
    reason: z.string(),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: 'CounterCheck' });

export const counterCheckRoutes = [
  post({
    path: '/nominations/:nominationId/counter-check',
    operation: 'RecordCounterCheck',
    summary: 'Record that you have looked too, so that the only officer of the country may go on alone',
    body: RecordCounterCheck,
    response: CommandDone,
    target: ({ db }, { nominationId }) => nominationTarget(db, nominationId),
    run: async (context) => {
      const { award = '', country } = context.target;
      const desk = await findHolders(context.db, deskRoles, { award, country });
      const data = { ...context.params, ...context.body, officers: desk.length };
      return tellNomination(context, { type: 'RecordCounterCheck', data });
    },
  }),
  get({
    path: '/cycles/:cycleId/counter-checks',
    operation: 'ListCounterChecks',
    summary: 'Where the secretariat was the second pair of eyes, in every country, and why',
    query: Paging,
    response: page(CounterCheckView),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, query, role, viewer, target: { award } }) => {
      const after = cursorKey(query.cursor, ['uuid'])?.[0];
      const desks = (viewer?.roles ?? []).filter((held) => held.role === role && held.award === award);
      const rows = await findCounterChecks(db, params.cycleId, {
        countries: role === 'focal-point' ? desks.flatMap(({ country }) => country ?? []) : null,
        viewer: viewer?.personId ?? null,
        ...{ limit: query.limit + 1, after },
      });
      return { body: paged(rows, query.limit, (row) => [row.id]) };
    },
  }),
];
