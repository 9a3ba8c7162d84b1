// Drafts of a cycle: a country's for its focal point, one's own for an applicant, and numbers for the secretariat.

import { z } from 'zod';
import { countDrafts, findDrafts } from '../../db/read-models/draft-views.ts';
import { Iso2, Key } from '../../domain/messages.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';
import { cycleTarget, listTarget } from '../targets.ts';
import { DraftCount, DraftRow } from '../views/drafts.ts';

const Filter = Paging.extend({
  country: Iso2.optional(),
  category: Key.optional(),
  /** Only those that nobody is left to edit, or only the others. */
  orphaned: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  /** Only those that were submitted already, or only the others. */
  submitted: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
});

export const draftListRoutes = [
  get({
    path: '/cycles/:cycleId/drafts',
    operation: 'ListDrafts',
    summary: "In-house drafts whole, an applicant's by title and percentage; an applicant sees the own",
    query: Filter,
    response: page(DraftRow),
    target: ({ db }, { cycleId }, _body, viewer, query) => listTarget(db, cycleId, query.country, viewer),
    run: async ({ db, params, query, meta, role, target }) => {
      if (!target.country) throw notFound();
      const rows = await findDrafts(db, {
        ...{ cycleId: params.cycleId, country: target.country, viewer: meta.actor },
        ...{ editor: role === 'applicant' ? meta.actor : null, limit: query.limit + 1 },
        ...{ category: query.category ?? null, orphaned: query.orphaned ?? null },
        submitted: query.submitted ?? null,
        after: cursorKey(query.cursor, ['uuid'])?.[0],
      });
      return { body: paged(rows, query.limit, (row) => [row.nominationId]) };
    },
  }),
  get({
    path: '/cycles/:cycleId/drafts/counts',
    operation: 'CountDrafts',
    summary: 'How many drafts there are by country and category, without titles',
    query: Paging,
    response: page(DraftCount),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, query }) => {
      const rows = await countDrafts(db, params.cycleId, {
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['text', 'text']),
      });
      return { body: paged(rows, query.limit, (row) => [row.country, row.category]) };
    },
  }),
];
