// The judge desk: what a person judges, the entries beside their sheets one by one or to take along, and half-written sheets.
import { z } from 'zod';
import { findJudging } from '../../db/read-models/judging-views.ts';
import { findOwnScorecards } from '../../db/read-models/scorecard-views.ts';
import { DraftScore, saveSheetDraft } from '../../db/scorecard-drafts.ts';
import { Id } from '../../domain/messages.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { draftOf, entryOf } from '../entries.ts';
import { keepFormOpened } from '../openings.ts';
import { Group } from '../params.ts';
import { HttpProblem, notSignedIn } from '../problem.ts';
import { get, put } from '../route.ts';
import { openEntryTarget, scorecardTarget } from '../targets.ts';
import { EntryView, SheetDraft } from '../views/entry.ts';
import { JudgingView } from '../views/judges.ts';

const one = ({ db }: Services, params: { scorecard: string }) => scorecardTarget(db, params.scorecard);

const SaveSheetDraft = z.strictObject({
  /** The version that was read before the changes were made; 0 before the first save. */
  baseVersion: z.int().min(0),
  scores: z.array(DraftScore).max(50),
});

export const judgingRoutes = [
  get({
    path: '/judging',
    operation: 'ViewJudging',
    summary: 'The judge desk: what you are asked to judge, how far you are, and about how long the rest takes',
    response: z.object({ items: z.array(JudgingView) }),
    run: async ({ db, viewer }) => {
      if (viewer === null) throw notSignedIn();
      return { body: { items: await findJudging(db, viewer.personId) } };
    },
  }),
  get({
    path: '/judging/entries',
    operation: 'TakeEntriesOffline',
    summary: 'Your open entries whole, to take along: form, files by name, sheet and draft, few to a page',
    query: Paging.extend({
      limit: z.coerce.number().int().min(1).max(20).default(5),
      cycleId: Id.optional(),
      group: Group.optional(),
    }),
    response: page(EntryView),
    run: async ({ db, query, viewer }) => {
      if (viewer === null) throw notSignedIn();
      const { limit, cursor, cycleId = null, group = null } = query;
      const after = cursorKey(cursor, ['uuid', 'text']);
      const filter = { cycleId, group, limit: limit + 1, after, open: true };
      const rows = await findOwnScorecards(db, viewer.personId, filter);
      const { items, next } = paged(rows, limit, (row) => [row.nominationId, row.round]);
      const entries = await Promise.all(items.map((row) => entryOf(db, row)));
      for (const { sheet } of entries) await keepFormOpened(db, sheet, sheet.category);
      return { body: { items: entries, next } };
    },
  }),
  get({
    path: '/scorecards/:scorecard/entry',
    operation: 'ViewEntry',
    summary: 'An entry beside its sheet, once the judge has said that no conflict stands in between',
    response: EntryView,
    target: ({ db }, params) => openEntryTarget(db, params.scorecard),
    run: async ({ db, target }) => {
      const body = await entryOf(db, target);
      await keepFormOpened(db, target, body.sheet.category);
      return { body };
    },
  }),
  get({
    path: '/scorecards/:scorecard/draft',
    operation: 'ViewScorecardDraft',
    summary: 'The half-written sheet; version 0 where nothing was saved',
    response: SheetDraft,
    target: one,
    run: async ({ db, target }) => ({ body: await draftOf(db, target) }),
  }),
  put({
    path: '/scorecards/:scorecard/draft',
    operation: 'SaveScorecardDraft',
    summary: 'Save a half-written sheet on top of the version that was read, after the end of scoring too',
    body: SaveSheetDraft,
    response: SheetDraft,
    target: one,
    run: async ({ db, target, body }) => {
      const saved = await saveSheetDraft(db, target, body);
      const there = await draftOf(db, target);
      if (!saved && JSON.stringify(there.scores) !== JSON.stringify(body.scores))
        throw new HttpProblem(409, 'draft-conflict', 'Another window has saved since. Both versions are here.', {
          yours: body.scores,
          theirs: there,
        });
      return { headers: { ETag: `"${there.version}"` }, body: there };
    },
  }),
];
