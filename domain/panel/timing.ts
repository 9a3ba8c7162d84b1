// When a panel and its scorecards may act: by the country's own phases where judging is national, else by the cycle's.
import { type CountryState, countryClosesAt, countryFold, countryPhase } from '../country/state.ts';
import type { Cycle, CycleState } from '../cycle/state.ts';
import type { Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { CountryPhase } from '../phases.ts';

export type Calendar = { cycle: Cycle; country: CountryState };

/** A regional panel has no country: to it every phase is the cycle's. `paused` is for what a suspension does not stop. */
export const calendarOf = (
  cycle: CycleState | undefined,
  country: CountryState | undefined,
  paused = false,
): Calendar => ({
  cycle: runningCycle(cycle, paused),
  country: country ?? countryFold.initial,
});

function runningCycle(cycle: CycleState | undefined, paused: boolean): Cycle {
  if (cycle === undefined || cycle.status === 'none') throw new Refusal('cycle-unknown', 'There is no such cycle.');
  if (cycle.status !== 'running' && !(paused && cycle.status === 'suspended'))
    throw new Refusal(`cycle-${cycle.status}`, `This cycle is ${cycle.status}.`);
  return cycle;
}

export const isOver = ({ cycle, country }: Calendar, phase: CountryPhase): boolean =>
  cycle.phases[phase].status === 'closed' || country.closed.includes(phase);

export const closingOf = ({ cycle, country }: Calendar, phase: CountryPhase): Date | null =>
  countryClosesAt(cycle, country, phase);

/**
 * The phase must be one of those named, and the last of them not past its instant.
 * @returns what a decision adds to its events, so that the instant is tested again as they are written.
 */
export function requirePhase(calendar: Calendar, wanted: readonly CountryPhase[], meta: Meta): { notAfter?: Date } {
  const phase = countryPhase(calendar.cycle, calendar.country);
  if (!wanted.some((name) => name === phase))
    throw new Refusal('phase-not-open', `This belongs to ${wanted.join(' or ')}; now is ${phase ?? 'no open phase'}.`, {
      phase,
    });
  return until(calendar, wanted.at(-1), meta);
}

function until(calendar: Calendar, last: CountryPhase | undefined, meta: Meta): { notAfter?: Date } {
  const closesAt = last === undefined ? null : closingOf(calendar, last);
  if (closesAt === null) return {};
  if (meta.at > closesAt)
    throw new Refusal('too-late', `The ${last} phase ended at ${closesAt.toISOString()}.`, {
      closedAt: closesAt.toISOString(),
    });
  return { notAfter: closesAt };
}

/** What follows from a panel's state by itself is no person's act. */
export function requireProcess({ role }: Meta, message: string): void {
  if (role !== 'process') throw new Refusal('process-only', message);
}

/** A panel decides while judging or decision is open; once its decision was opened again, until endorsement is concluded. */
export function requireDecisionTime(
  { reopened }: { reopened: object | null },
  calendar: Calendar,
  meta: Meta,
): { notAfter?: Date } {
  if (reopened === null) return requirePhase(calendar, ['judging', 'decision'], meta);
  requireNotConcluded(calendar.cycle);
  return {};
}

export function requireNotConcluded({ endorsement }: Cycle): void {
  if (endorsement !== null && endorsement.concluded !== null)
    throw new Refusal('endorsement-concluded', 'Endorsement is concluded: the decision stands.');
}
