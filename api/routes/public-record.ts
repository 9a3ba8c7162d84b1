// The public record of an award: its editions, its laureates over all of them, and a published cycle's ceremony.
import { z } from 'zod';
import { findPublicCeremony } from '../../db/read-models/ceremony-views.ts';
import { findEditions, findRecord, placeOf } from '../../db/read-models/public-record.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';
import { PublicCeremonyView, RecordedEditionView, RecordedLaureateView } from '../views/ceremony.ts';

export const publicRecordRoutes = [
  get({
    path: '/public/awards/:award/laureates',
    operation: 'ListPublicRecord',
    summary: 'The laureates of all editions, the newest first, each with its basis and sources',
    query: Paging.extend({ edition: z.coerce.number().int().min(1).max(1000).optional() }),
    response: page(RecordedLaureateView),
    run: async ({ db, params, query }) => {
      const after = cursorKey(query.cursor, ['number', 'text']);
      const rows = await findRecord(db, params.award, {
        edition: query.edition ?? null,
        limit: query.limit + 1,
        after,
      });
      return { body: paged(rows, query.limit, placeOf, ({ key: _key, ...row }) => row) };
    },
  }),
  get({
    path: '/public/awards/:award/editions',
    operation: 'ListPublicEditions',
    summary: 'The editions of an award, the newest first: how many laureates there were, and how many are named',
    query: Paging,
    response: page(RecordedEditionView),
    run: async ({ db, params, query }) => {
      const [after] = cursorKey(query.cursor, ['number']) ?? [];
      const rows = await findEditions(db, params.award, {
        limit: query.limit + 1,
        after: after === undefined ? undefined : Number(after),
      });
      return { body: paged(rows, query.limit, (row) => [String(row.number)]) };
    },
  }),
  get({
    path: '/public/cycles/:slug/ceremony',
    operation: 'ViewPublicCeremony',
    summary: "A cycle's ceremony, by its slug or id, once laureates are published to everybody",
    response: PublicCeremonyView,
    run: async ({ db, params }) => {
      const found = await findPublicCeremony(db, params.slug);
      if (found === null) throw notFound();
      return { body: found };
    },
  }),
];
