// Who did what when.
import { type Audience, findCycleHistory, findNominationHistory } from '../../db/read-models/history-views.ts';
import { isOffice, type Role } from '../../domain/roles.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { get } from '../route.ts';
import { cycleTarget, nominationTarget } from '../targets.ts';
import { HistoryLineView } from '../views/records.ts';

const audienceOf = (role: Role): Audience => {
  if (isOffice(role) || role === 'auditor') return 'office';
  return role === 'applicant' ? 'applicant' : 'country';
};

export const historyRoutes = [
  get({
    path: '/nominations/:nominationId/history',
    operation: 'ViewNominationHistory',
    summary: 'What happened to a nomination, newest first; never scores, and judges without their names',
    query: Paging,
    response: page(HistoryLineView),
    target: ({ db }, { nominationId }) => nominationTarget(db, nominationId),
    run: async ({ db, params, query, role, meta }) => {
      const asked = { limit: query.limit + 1, after: cursorKey(query.cursor, ['number', 'number']) };
      const audience = audienceOf(role);
      const rows = await findNominationHistory(db, params.nominationId, { ...asked, audience, viewer: meta.actor });
      return {
        body: paged(
          rows,
          query.limit,
          ({ place }) => place,
          ({ place: _place, ...line }) => line,
        ),
      };
    },
  }),
  get({
    path: '/cycles/:cycleId/history',
    operation: 'ViewHistory',
    summary: 'What happened in a cycle, newest first; never scores',
    query: Paging,
    response: page(HistoryLineView),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, query, viewer }) => {
      const after = cursorKey(query.cursor, ['number', 'number']);
      const rows = await findCycleHistory(db, params.cycleId, {
        ...{ limit: query.limit + 1, after },
        viewer: viewer?.personId ?? null,
      });
      return {
        body: paged(
          rows,
          query.limit,
          ({ place }) => place,
          ({ place: _place, ...line }) => line,
        ),
      };
    },
  }),
];
