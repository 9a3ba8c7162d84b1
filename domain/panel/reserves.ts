// Calling a reserve to one entry, in the place of a judge who has stepped back, has left, or has handed nothing in.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { hasConflict, type JudgeState } from '../judge/state.ts';
import type { ScorecardState } from '../scorecard/state.ts';
import { withPairs } from './assignment.ts';
import { entryOf } from './entries.ts';
import type { Entry, PanelCommand, PanelEvent } from './messages.ts';
import { sheetsNamed } from './rounds.ts';
import type { Panel } from './state.ts';
import { type Calendar, requirePhase } from './timing.ts';

type Data = Extract<PanelCommand, { type: 'CallReserve' }>['data'];
type Called = Extract<PanelEvent, { type: 'ReserveCalled' }>['data'];
export type ReserveGuards = {
  [name: `judge/${string}`]: JudgeState;
  [name: `scorecard/${string}`]: ScorecardState;
};

export function callReserve(
  data: Data,
  state: Panel,
  calendar: Calendar,
  guards: ReserveGuards,
  meta: Meta,
): Decision<PanelEvent> {
  const { nominationId, judgeId, insteadOf } = data;
  const entry = entryOf(state, nominationId);
  const before = (state.called ?? []).find((one) => one.nominationId === nominationId && one.insteadOf === insteadOf);
  if (before?.judgeId === judgeId) return { events: [] };
  if (before !== undefined)
    throw new Refusal('reserve-called', 'A reserve was called in the place of this judge already.', {
      reserve: before.judgeId,
    });
  if (state.status === 'formed')
    throw new Refusal('scoring-not-started', 'Nothing is assigned yet: change the proposal instead.');
  if (state.status !== 'scoring')
    throw new Refusal('scoring-closed', 'Scoring is closed: nobody is called to an entry any more.');
  const phase = requirePhase(calendar, ['judging'], meta);
  requireReserve(judgeId, entry, state, calendar.cycle, guards);
  const because = reasonOf(data, state, guards);
  const { cycleId, group, round, chair, deputyChair } = state;
  const people = { ...joined(state, judgeId), chair, deputyChair };
  const called = { nominationId, judgeId, insteadOf, because, round };
  return { events: [{ type: 'ReserveCalled', data: { cycleId, group, ...called, ...people } }], ...phase };
}

const joined = ({ judges, reserves }: Panel, judgeId: string) => ({
  judges: judges.includes(judgeId) ? judges : [...judges, judgeId],
  reserves: reserves.filter((id) => id !== judgeId),
});

/** On the list of reserves, or called from it before; serving, and free of the entry. */
function requireReserve(
  judgeId: string,
  entry: Entry,
  panel: Panel,
  { definition }: Cycle,
  guards: ReserveGuards,
): void {
  const { reserves, called = [], assigned } = panel;
  if (!reserves.includes(judgeId) && !called.some((one) => one.judgeId === judgeId))
    throw new Refusal('not-reserve', 'This judge is none of the reserves.', { reserves });
  if (assigned.some((pair) => pair.nominationId === entry.nominationId && pair.judgeId === judgeId))
    throw new Refusal('reserve-has-it', 'This judge has the entry already.');
  const judge = guards[`judge/${judgeId}`];
  if (judge?.status !== 'accepted')
    throw new Refusal('invitation-not-accepted', 'This reserve has not accepted the invitation.');
  const { scope, conflictScope } = definition.judging;
  const compatriot = scope === 'regional' && conflictScope === 'country' && judge.country === entry.country;
  if (hasConflict(judge, entry.nominationId) || compatriot)
    throw new Refusal('conflict', 'A conflict stands between this reserve and the entry.');
  if (sheetsNamed(panel, entry.nominationId, judgeId).some((name) => guards[name]?.status === 'recused'))
    throw new Refusal('recused', 'This reserve has stepped back from the entry.');
}

/** @throws Refusal where the judge has handed a sheet in, or was never to */
function reasonOf({ nominationId, insteadOf }: Data, { assigned }: Panel, guards: ReserveGuards): Called['because'] {
  if (!assigned.some((pair) => pair.nominationId === nominationId && pair.judgeId === insteadOf))
    throw new Refusal('not-assigned', 'This judge was not given the entry.');
  const [judge, sheet] = [guards[`judge/${insteadOf}`], guards[`scorecard/${nominationId}/${insteadOf}`]];
  if (sheet?.status === 'recused' || hasConflict(judge, nominationId)) return 'recused';
  if (judge?.status !== 'accepted') return 'left';
  if (sheet?.status === 'submitted')
    throw new Refusal('sheet-is-in', 'This judge has handed the sheet in: nothing is missing.');
  return 'missing';
}

/** From then on the reserve is a member, and has the entry like one to whom it was released. */
export const evolveCalled = (state: Panel, data: Called): Panel => ({
  ...state,
  judges: data.judges,
  reserves: data.reserves,
  assigned: withPairs(state.assigned, [data]),
  called: [...(state.called ?? []), data],
});
