// Why each judge would read what, what a proposal costs, and what it changes: worked out from the facts as they are now.
import { islandsOf } from '../../domain/assignment/connectivity.ts';
import { type Desk, openDesk, planOf } from '../../domain/assignment/desk.ts';
import { type Explained, explain, standIns } from '../../domain/assignment/explaining.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { standingPairs } from '../../domain/panel/assigning-by-hand.ts';
import type { Pair } from '../../domain/panel/messages.ts';
import type { Panel } from '../../domain/panel/state.ts';
import type { Db } from '../database.ts';
import { findAssignmentProblem } from './assignment-problem.ts';

type Said = Omit<Explained, 'nominationId'> & {
  pinned: string[];
  /** Against the proposal before. */
  came: string[];
  left: string[];
  /** Who of the reserves could step in, the best first. */
  standIns: string[];
};
export const nothingSaid: Said = { readings: [], excluded: [], pinned: [], came: [], left: [], standIns: [] };

export async function explainAssignment(db: Db, definition: AwardDefinition, panel: Panel) {
  const { assignment } = panel;
  const proposed = assignment.status === 'proposed' ? assignment : null;
  const none: Pair[] = [];
  const [pinned, previous] = [proposed?.pinned ?? none, proposed?.previous ?? none];
  const file = await findAssignmentProblem(db, { definition }, panel, { pinned, previous, withReserves: true });
  const desk = openDesk(file);
  const pairs = standingPairs(panel);
  const plan = planOf(desk, pairs);
  const entries = new Map<string, Said>();
  for (const [row, { nominationId, readings, excluded }] of explain(file, desk, plan).entries()) {
    const of = (list: readonly Pair[]) =>
      list.filter((pair) => pair.nominationId === nominationId).map(({ judgeId }) => judgeId);
    const [now, before] = [of(pairs), of(previous)];
    entries.set(nominationId, {
      ...{ readings, excluded: excluded.filter(({ judgeId }) => panel.judges.includes(judgeId)), pinned: of(pinned) },
      came: previous.length === 0 ? [] : now.filter((judge) => !before.includes(judge)),
      left: before.filter((judge) => !now.includes(judge)),
      standIns: standIns(desk, row, plan[row] ?? [], reservesOf(panel, desk)),
    });
  }
  const islands = pairs.length === 0 ? [] : islandsOf(desk, plan);
  return { entries, whole: { ...costSaid(proposed), islands: islands.length > 1 ? islands : [] } };
}

/** Who was called to one entry may be called to another. */
const reservesOf = ({ reserves, called = [] }: Panel, desk: Desk): string[] =>
  desk.judges.filter((judge) => reserves.includes(judge) || called.some(({ judgeId }) => judgeId === judge));

type Proposed = Extract<Panel['assignment'], { status: 'proposed' }>;

function costSaid(proposed: Proposed | null) {
  const { method = null, objective = null, bound = null, terms = null, solver = null } = proposed ?? {};
  return {
    ...{ method, objective, bound, terms, solver },
    gap: objective === null || bound === null ? null : objective === 0 ? 0 : (objective - bound) / objective,
  };
}
