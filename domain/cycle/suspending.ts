// A cycle suspended and resumed: nothing closes meanwhile, and every open phase gets a new instant.
import { cutOff } from '../deadlines.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { type Phase, phases } from '../phases.ts';
import type { CycleCommand, CycleEvent } from './messages.ts';
import type { Cycle } from './state.ts';

type Data<Type extends CycleCommand['type']> = Extract<CycleCommand, { type: Type }>['data'];
type Move = { phase: Phase; from: string; closesAt: string };

export function suspend(state: Cycle, { reason }: Data<'SuspendCycle'>, meta: Meta): Decision<CycleEvent> {
  if (state.status === 'suspended') return { events: [] };
  return { events: [{ type: 'CycleSuspended', data: { cycleId: state.cycleId, reason, at: meta.at.toISOString() } }] };
}

/** Names the new instant of every open phase; planned ones behind move along, and so do the stages still to be published. */
export function resume(state: Cycle, data: Data<'ResumeCycle'>, meta: Meta): Decision<CycleEvent> {
  const { cycleId, suspendedAt } = state;
  if (state.status !== 'suspended' || suspendedAt === null)
    throw new Refusal('not-suspended', 'This cycle is not suspended.');
  const resumedAt = meta.at.toISOString();
  const moves = renewed(state, data.closesAt, meta);
  const stages = shiftedStages(state, meta.at.getTime() - new Date(suspendedAt).getTime());
  return {
    events: [{ type: 'CycleResumed', data: { cycleId, reason: data.reason, suspendedAt, resumedAt, moves, stages } }],
  };
}

/** @throws Refusal naming the phases that would be over, or go on without an instant of their own. */
function renewed(state: Cycle, closesAt: { [phase in Phase]?: string | undefined }, meta: Meta): Move[] {
  for (const phase of phases) if (closesAt[phase] !== undefined) requireMovable(state, phase);
  const moves: Move[] = [];
  const missing: Phase[] = [];
  let before: { to: Date; shift: number } | null = null;
  for (const phase of phases) {
    const now = state.phases[phase];
    if (now.status === 'closed' || now.closesAt === null) continue;
    const from = new Date(now.closesAt);
    const named = closesAt[phase];
    const to: Date = named === undefined ? behind(from, before) : later(state, phase, named, from, meta);
    if (to <= meta.at || (named === undefined && now.status === 'open')) missing.push(phase);
    if (before !== null && to <= before.to)
      throw new Refusal('timetable-order', `The ${phase} phase would close before the one ahead of it.`, {
        phase,
        after: before.to.toISOString(),
      });
    if (to > from) moves.push({ phase, from: now.closesAt, closesAt: to.toISOString() });
    before = { to, shift: to.getTime() - from.getTime() };
  }
  if (missing.length > 0)
    throw new Refusal('instant-missing', `Say when these phases close now: ${missing.join(', ')}.`, {
      phases: missing,
    });
  return moves;
}

function requireMovable({ phases: states }: Cycle, phase: Phase): void {
  const now = states[phase];
  if (now.status === 'closed') throw new Refusal('phase-closed', `The ${phase} phase is closed: its deadline stands.`);
  if (now.closesAt === null) throw new Refusal('no-deadline', `The ${phase} phase has no deadline to move.`);
}

/** As when a deadline is moved: a planned phase that would be over by then keeps its distance to the one before. */
const behind = (from: Date, before: { to: Date; shift: number } | null): Date =>
  before !== null && from <= before.to ? new Date(from.getTime() + before.shift) : from;

function later({ zone }: Cycle, phase: Phase, text: string, from: Date, { at }: Meta): Date {
  const to = cutOff(text, zone);
  if (to < from || to <= at)
    throw new Refusal(
      'deadline-not-later',
      `The deadline of the ${phase} phase only moves later, and not into the past.`,
      {
        phase,
        after: from.toISOString(),
        now: at.toISOString(),
      },
    );
  return to;
}

/** By the time that the cycle was suspended, so that nothing is published at once by a resumption. */
const shiftedStages = ({ announcement }: Cycle, length: number) =>
  announcement
    .filter(({ published }) => !published)
    .map(({ stage, at }) => ({ stage, at: new Date(new Date(at).getTime() + length).toISOString() }));
