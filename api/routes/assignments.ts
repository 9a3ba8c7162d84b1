// An assignment by hand: pairs that come and go, or a whole table of them, tried first and checked at once.

import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { loadState } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { findAssignmentProblem } from '../../db/read-models/assignment-problem.ts';
import { getDefinition } from '../../db/read-models/cycle-views.ts';
import { findKeptFrom } from '../../db/read-models/officer-conflicts.ts';
import { byteOrderMark, csvLine } from '../../documents/csv.ts';
import { pairKey } from '../../domain/assignment/assignment.ts';
import { changedPairs, standingPairs, tryByHand } from '../../domain/panel/assigning-by-hand.ts';
import { ChangeAssignment, type Pair } from '../../domain/panel/messages.ts';
import { type Panel, panelStream } from '../../domain/panel/state.ts';
import type { Services } from '../app.ts';
import { readBody, readTable, type Table } from '../imports/table.ts';
import type { HttpMeta } from '../meta.ts';
import { notFound } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { type PanelTarget, panelTarget } from '../targets.ts';
import { AssignmentChange } from '../views/assignments.ts';
import { idsOf, tellPanel } from './panels.ts';

const one = ({ db }: Services, params: { panel: string }) => panelTarget(db, params.panel);
type At = Pick<Context<unknown, unknown, unknown, PanelTarget>, 'db' | 'meta' | 'target'>;
type Change = z.infer<typeof ChangeAssignment>;
type Line = z.infer<typeof AssignmentChange>['lines'][number];
const Asking = z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') });

async function panelOf({ db, target }: Pick<At, 'db' | 'target'>): Promise<Panel> {
  const { state } = await loadState(db, panelStream(target.cycleId, target.group));
  if (state.status === 'none') throw notFound();
  return state;
}

/** Where a rule is broken the trial says which, and the deed is refused by the panel itself. */
async function change(context: At, state: Panel, { add, remove }: Change, isTrial: boolean, lines: Line[] = []) {
  const { db, meta } = context;
  const ids = idsOf(context);
  const definition = await getDefinition(db, ids.cycleId);
  const { assignment } = state;
  const previous = assignment.status === 'proposed' ? assignment.previous : [];
  const problem = await findAssignmentProblem(db, definition, state, { pinned: [], previous });
  const before = standingPairs(state);
  const pairs = changedPairs(before, { add, remove });
  const { refused, noted, cost } = tryByHand(problem, pairs);
  const hasFault = lines.length > 0 || (isTrial && refused.length > 0);
  if (!isTrial && !hasFault)
    await tellPanel(context, {
      type: 'ChangeAssignment',
      data: { ...ids, add, remove, problem, proposalId: idOf(meta.commandId) },
    });
  return {
    body: {
      done: !isTrial && !hasFault,
      ...{ refused, noted, lines, came: add, left: remove },
      ...{ before: tryByHand(problem, before).cost.objective, after: cost.objective },
    },
  };
}

export const assignmentRoutes = [
  post({
    path: '/panels/:panel/assignment/change',
    operation: 'ChangeAssignment',
    summary: 'Add pairs to the proposed assignment or take them away, checked at once; with dryRun=true only checked',
    query: Asking,
    body: ChangeAssignment,
    response: AssignmentChange,
    target: one,
    run: async (context) => change(context, await panelOf(context), context.body, context.query.dryRun === 'true'),
  }),
  post({
    path: '/panels/:panel/assignment/table',
    operation: 'ChangeAssignment',
    summary:
      'Take the whole assignment from a table with the columns entry and judge, CSV or XLSX as the body; whole or not at all',
    query: Asking,
    response: AssignmentChange,
    target: one,
    run: async (context) => {
      const state = await panelOf(context);
      await requireWhole(context, state);
      const { pairs, lines } = pairsIn(await readTable(await readBody(context.req)), state);
      const before = standingPairs(state);
      const [wanted, had] = [new Set(pairs.map(pairKey)), new Set(before.map(pairKey))];
      const add = pairs.filter((pair) => !had.has(pairKey(pair)));
      const remove = before.filter((pair) => !wanted.has(pairKey(pair)));
      return change(context, state, { add, remove }, context.query.dryRun === 'true', lines);
    },
  }),
  get({
    path: '/panels/:panel/assignment/table',
    operation: 'ChangeAssignment',
    summary: 'The assignment as it stands, as a CSV table to change and to send again',
    response: z.string(),
    json: false,
    media: 'text/csv',
    target: one,
    run: async (context) => {
      const state = await panelOf(context);
      await requireWhole(context, state);
      const names = new Map(
        state.entries.map(({ nominationId, organisation }) => [nominationId, Object.values(organisation)[0] ?? '']),
      );
      const lines = standingPairs(state).map(({ nominationId, judgeId }) =>
        csvLine([nominationId, judgeId, names.get(nominationId) ?? '']),
      );
      context.res.type('text/csv').set('Content-Disposition', 'attachment; filename="assignment.csv"');
      context.res.end(byteOrderMark + csvLine(['entry', 'judge', 'organisation']) + lines.join(''));
      return { body: '' };
    },
  }),
];

/** The table is taken whole: it is not there for an officer who keeps away from one of its entries. */
async function requireWhole({ db, meta }: { db: Db; meta: HttpMeta }, { entries }: Panel): Promise<void> {
  const kept = await findKeptFrom(db, meta.actor);
  if (entries.some(({ nominationId }) => kept.has(nominationId))) throw notFound();
}

function pairsIn({ header, rows }: Table, { entries, judges }: Panel): { pairs: Pair[]; lines: Line[] } {
  const [entry, judge] = ['entry', 'judge'].map((name) => header.findIndex((cell) => cell.toLowerCase() === name));
  const lines: Line[] = [];
  const pairs = new Map<string, Pair>();
  for (const { number, cells } of rows) {
    const [nominationId, judgeId] = [cells[entry ?? -1] ?? '', cells[judge ?? -1] ?? ''];
    const isEntry = entries.some((one) => one.nominationId === nominationId);
    if (!isEntry) lines.push({ row: number, value: nominationId, rule: 'unknown-entry' });
    if (!judges.includes(judgeId)) lines.push({ row: number, value: judgeId, rule: 'unknown-judge' });
    pairs.set(`${nominationId} ${judgeId}`, { nominationId, judgeId });
  }
  return { pairs: [...pairs.values()], lines };
}
