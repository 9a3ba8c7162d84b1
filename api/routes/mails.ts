// The mailbox of a cycle, for its secretariat.
import { z } from 'zod';
import { findMails } from '../../db/read-models/mail-views.ts';
import { Iso2, Key } from '../../domain/messages.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { get } from '../route.ts';
import { cycleTarget } from '../targets.ts';
import { MailLineView } from '../views/records.ts';

const Filter = Paging.extend({
  kind: Key.optional(),
  state: z.enum(['due', 'sent', 'kept', 'undeliverable']).optional(),
  country: Iso2.optional(),
});

export const mailRoutes = [
  get({
    path: '/cycles/:cycleId/mails',
    operation: 'ListMails',
    summary: 'Every mail of the cycle with its state, newest first; links that were sent do not show',
    query: Filter,
    response: page(MailLineView),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, query }) => {
      const rows = await findMails(db, params.cycleId, {
        kind: query.kind ?? null,
        state: query.state ?? null,
        country: query.country ?? null,
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['instant', 'uuid']),
      });
      return { body: paged(rows, query.limit, ({ createdAt, mailId }) => [createdAt, mailId]) };
    },
  }),
];
