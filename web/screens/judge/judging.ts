// What the judge's screens share: the shapes of the API, and which entry comes next.
import type { Contract } from '../../../api/contract.ts';
import { useView } from '../../api/query.ts';
import { useQueue } from '../../offline/queue.ts';

export type Judging = Contract<'get', '/judging'>['answer']['items'][number];
export type JudgedGroup = Judging['groups'][number];
export type Entry = Contract<'get', '/scorecards/:scorecard/entry'>['answer'];
export type Line = Contract<'get', '/scorecards'>['answer']['items'][number];
export type Definition = Contract<'get', '/cycles/:cycleId/definition'>['answer']['definition'];
export type Rubric = Definition['rubrics'][number];

/** More than a judge is given. */
const most = 200;
export const linesQuery = (cycleId: string) => ({ query: { cycleId, limit: most } });

/** A sheet that was written without a line counts as done here: it is sent when the line is back. */
export type State = 'open' | 'draft' | 'done' | 'changed' | 'waiting' | 'refused' | 'reopened' | 'recused';

export function useLines(cycleId: string): (Line & { state: State })[] {
  const { items } = useView('/scorecards', linesQuery(cycleId));
  const queue = useQueue();
  return items
    .filter(({ ended }) => !ended)
    .map((line) => {
      const kept = queue.find(({ scorecard, state }) => scorecard === line.id && state !== 'sent');
      return { ...line, state: kept === undefined ? stateOf(line) : (kept.state as State) };
    });
}

/** What was handed in, in rounds that are over. */
export function useEarlierSheets(cycleId: string): Line[] {
  const { items } = useView('/scorecards', linesQuery(cycleId));
  return items.filter(({ ended, status }) => ended && status === 'submitted');
}

function stateOf({ status, draftSavedAt }: Line): State {
  if (status === 'recused') return 'recused';
  if (status === 'submitted') return draftSavedAt === null ? 'done' : 'changed';
  if (status === 'reopened') return 'reopened';
  return draftSavedAt === null ? 'open' : 'draft';
}

export const isOpen = ({ state, declared }: { state: State; declared: boolean }): boolean =>
  declared && ['open', 'draft', 'reopened', 'refused'].includes(state);

/** The next one that is still to be scored, after this one and round again; undefined once none is left. */
export function nextAfter<One extends { id: string; state: State; declared: boolean; group: string }>(
  lines: One[],
  scorecard: string,
): One | undefined {
  const here = lines.findIndex(({ id }) => id === scorecard);
  const group = lines[here]?.group;
  const round = [...lines.slice(here + 1), ...lines.slice(0, Math.max(here, 0))];
  const open = round.filter(isOpen);
  return open.find((line) => line.group === group) ?? open[0];
}

/** Where its sheet is. `~` stays as it is in an address. */
export const entryPath = (scorecard: string): string => `/judging/${scorecard}`;
