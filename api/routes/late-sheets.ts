// Sheets that came after the end: listed to the chair, and opened one by one, which is on record.
import { findLateSheet, findLateSheets, openLateSheet } from '../../db/late-sheets.ts';
import { mayReadOthers } from '../../db/read-models/scorecard-views.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';
import { panelTarget, scorecardTarget } from '../targets.ts';
import { LateSheetRow, LateSheetView } from '../views/judging.ts';
import { eyesOf } from './panels.ts';

export const lateSheetRoutes = [
  get({
    path: '/panels/:panel/late-sheets',
    operation: 'ListLateSheets',
    summary: 'Sheets that arrived after the end: kept, and counted nowhere',
    query: Paging,
    response: page(LateSheetRow),
    target: ({ db }, { panel }) => panelTarget(db, panel),
    run: async (context) => {
      const { limit, cursor } = context.query;
      const filter = { limit: limit + 1, after: cursorKey(cursor, ['instant', 'uuid']) };
      const rows = await findLateSheets(context.db, context.target, eyesOf(context), filter);
      return { body: paged(rows, limit, (row) => [row.arrivedAt, row.lateId]) };
    },
  }),
  get({
    path: '/late-sheets/:lateId',
    operation: 'ViewLateSheet',
    summary: 'A sheet that arrived after the end, with its points; who looks is on record',
    response: LateSheetView,
    target: async ({ db }, { lateId }) => {
      const late = await findLateSheet(db, lateId);
      if (late === undefined) throw notFound();
      return scorecardTarget(db, `${late.nomination_id}~${late.judge_id}~${late.round}`);
    },
    run: async (context) => {
      const { db, params, target, meta } = context;
      const { cycleId, group = '' } = target;
      const scores = (await mayReadOthers(db, target, meta.actor))
        ? await openLateSheet(db, params.lateId, meta.actor)
        : null;
      const [row] = await findLateSheets(db, { cycleId, group }, eyesOf(context), params);
      if (row === undefined) throw notFound();
      return { body: { ...row, scores } };
    },
  }),
];
