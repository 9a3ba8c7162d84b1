// When a phase opens, closes and moves.
import { cutOff } from '../deadlines.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { countryRunPhases, isPast } from '../definition-queries.ts';
import { notDue } from '../not-due.ts';
import { type CountryPhase, countryPhases, type Phase, phases } from '../phases.ts';
import type { CycleGuards } from './guards.ts';
import type { CycleEvent } from './messages.ts';
import type { Cycle } from './state.ts';

export function openPhase(state: Cycle, phase: Phase, meta: Meta): Decision<CycleEvent> {
  const now = state.phases[phase];
  if (now.status === 'open') return { events: [] };
  if (now.status === 'closed') throw new Refusal('phase-closed', `The ${phase} phase was closed.`);
  requireTurn(state, phase, meta);
  const { cycleId, countries } = state;
  return { events: [{ type: 'PhaseOpened', data: { cycleId, phase, closesAt: now.closesAt, countries } }] };
}

function requireTurn(state: Cycle, phase: Phase, meta: Meta): void {
  if (phase === 'nomination') {
    const { nomination } = state.phases;
    if (nomination.status === 'pending' && nomination.opensAt !== null && meta.at < new Date(nomination.opensAt))
      throw notDue('The opening of the nomination phase', nomination.opensAt);
    return;
  }
  if (phase === 'endorsement') throw new Refusal('phase-order', 'Endorsement opens when it is requested.');
  if (phase === 'announcement' || phase === 'forum') {
    if (state.endorsement?.concluded) return;
    throw new Refusal('phase-order', `The ${phase} phase opens when endorsement is concluded.`);
  }
  const before = countryPhases[countryPhases.indexOf(phase) - 1];
  if (before !== undefined && state.phases[before].status !== 'closed')
    throw new Refusal('phase-order', `The ${before} phase is not closed yet.`, { before });
}

export function closePhase(state: Cycle, phase: Phase, guards: CycleGuards, meta: Meta): Decision<CycleEvent> {
  const now = state.phases[phase];
  if (now.status === 'closed') return { events: [] };
  if (now.status === 'pending') throw new Refusal('phase-not-open', `The ${phase} phase is not open yet.`);
  const because = whyClosed(state, phase, now.closesAt, guards, meta);
  return { events: [{ type: 'PhaseClosed', data: { cycleId: state.cycleId, phase, because } }] };
}

function whyClosed(
  state: Cycle,
  phase: Phase,
  closesAt: string | null,
  guards: CycleGuards,
  meta: Meta,
): 'deadline' | 'all-closed' | 'done' {
  switch (phase) {
    case 'endorsement':
      throw new Refusal('phase-order', 'Endorsement closes when it is concluded.');
    case 'announcement':
      if (state.announcement.length > 0 && state.announcement.every((stage) => stage.published)) return 'done';
      throw new Refusal('not-finished', 'The announcement closes when all its planned stages are published.');
    case 'forum':
      if (meta.role !== 'process') return 'done';
      throw new Refusal('not-finished', 'The forum closes when the secretariat says that it is over.');
    default:
      if (allDone(state, phase, guards)) return 'all-closed';
      if (closesAt !== null && meta.at < new Date(closesAt)) throw notDue(`The close of the ${phase} phase`, closesAt);
      return 'deadline';
  }
}

/** Every country, or every panel of a regional award, is past the phase. A category without a panel is not. */
function allDone(state: Cycle, phase: CountryPhase, guards: CycleGuards): boolean {
  if (countryRunPhases(state.definition).includes(phase))
    return state.countries.every((iso2) => guards[`country/${iso2}`]?.closed.includes(phase));
  const past = phase === 'judging' ? ['closed', 'sealed', 'decided', 'signed'] : ['signed'];
  return state.definition.categories.every(({ key }) => isPast(state.definition, guards[`panel/${key}`], past));
}

type Move = { phase: Phase; from: string; to: Date };

/** Later, for all. A planned phase behind it that would be over by then moves along. */
export function moveDeadline(
  state: Cycle,
  { phase, closesAt, reason }: { phase: Phase; closesAt: string; reason: string },
  meta: Meta,
): Decision<CycleEvent> {
  const now = state.phases[phase];
  if (now.status === 'closed') throw new Refusal('phase-closed', `The ${phase} phase is closed: its deadline stands.`);
  if (now.closesAt === null) throw new Refusal('no-deadline', `The ${phase} phase has no deadline to move.`);
  const to = cutOff(closesAt, state.zone);
  if (to.toISOString() === now.closesAt) return { events: [] };
  if (to < new Date(now.closesAt) || to <= meta.at)
    throw new Refusal('deadline-not-later', 'A deadline only moves later, and not into the past.', {
      after: now.closesAt,
      now: meta.at.toISOString(),
    });
  const moves = [{ phase, from: now.closesAt, to }, ...pushed(state, phase, now.closesAt, to)];
  return {
    events: moves.map((move) => ({
      type: 'DeadlineMoved',
      data: {
        cycleId: state.cycleId,
        phase: move.phase,
        from: move.from,
        closesAt: move.to.toISOString(),
        reason,
      },
    })),
  };
}

/** All by the same time, so that they stay in order. */
function pushed(state: Cycle, phase: Phase, from: string, to: Date): Move[] {
  const shift = to.getTime() - new Date(from).getTime();
  const moves: Move[] = [];
  let before = to;
  for (const name of phases.slice(phases.indexOf(phase) + 1)) {
    const next = state.phases[name];
    if (next.status === 'closed' || next.closesAt === null || new Date(next.closesAt) > before) break;
    before = new Date(new Date(next.closesAt).getTime() + shift);
    moves.push({ phase: name, from: next.closesAt, to: before });
  }
  return moves;
}
