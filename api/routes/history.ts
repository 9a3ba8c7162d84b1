// Who did what when.
import { type Audience, findCycleHistory, findNominationHistory } from '../../db/read-models/history-views.ts';
import { isOffice, type Role } from '../../domain/roles.ts';
import { Paging, page } from '../answer.ts';
import { get } from '../route.ts';
import { cycleTarget, nominationTarget } from '../targets.ts';
import { HistoryLineView } from '../views/records.ts';
import { lineOf, linesOf } from './histories.ts';

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
    run: async (context) => {
      const asked = { ...lineOf(context), audience: audienceOf(context.role), viewer: context.meta.actor };
      return linesOf(await findNominationHistory(context.db, context.params.nominationId, asked), context);
    },
  }),
  get({
    path: '/cycles/:cycleId/history',
    operation: 'ViewHistory',
    summary: 'What happened in a cycle, newest first; never scores',
    query: Paging,
    response: page(HistoryLineView),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async (context) => {
      const asked = { ...lineOf(context), viewer: context.viewer?.personId ?? null };
      return linesOf(await findCycleHistory(context.db, context.params.cycleId, asked), context);
    },
  }),
];
