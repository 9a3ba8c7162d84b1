// What is measured of a panel: how its sheets come in, and how far its judges agree.
import { z } from 'zod';
import { findCoverage, findReliability } from '../../db/read-models/reliability-views.ts';
import { Key } from '../../domain/messages.ts';
import type { Services } from '../app.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';
import { panelTarget } from '../targets.ts';
import { CoverageView, ReliabilityView } from '../views/reliability.ts';
import { eyesOf } from './panels.ts';

const one = ({ db }: Services, params: { panel: string }) => panelTarget(db, params.panel);

export const reliabilityRoutes = [
  get({
    path: '/panels/:panel/reliability',
    operation: 'ViewReliability',
    summary:
      'How far the judges of a sealed panel agree, and what the sheets of each look like beside the others: for those who lead the panel and the secretariat alone',
    query: z.strictObject({ round: Key.optional().describe('One that is over, as it came out') }),
    response: ReliabilityView,
    target: one,
    run: async (context) => {
      const { cycleId, group } = context.target;
      const body = await findReliability(context.db, cycleId, group, eyesOf(context), context.query.round);
      if (body === undefined) throw notFound();
      return { body };
    },
  }),
  get({
    path: '/panels/:panel/coverage',
    operation: 'ViewBoard',
    summary: 'How the sheets of a panel came in, day by day, and whether its judges are linked by entries they share',
    response: CoverageView,
    target: one,
    run: async (context) => {
      const { cycleId, group } = context.target;
      const body = await findCoverage(context.db, cycleId, group, eyesOf(context));
      if (body === undefined) throw notFound();
      return { body };
    },
  }),
];
