// When a panel and its scorecards may act: by the country's own phases where judging is national, else by the cycle's.
import { type CountryState, countryClosesAt, countryFold, countryPhase, dispensedUntil } from '../country/state.ts';
import { extended, setWhen } from '../cycle/pauses.ts';
import type { Cycle, CycleState } from '../cycle/state.ts';
import type { Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { findRound } from '../definition-queries.ts';
import type { CountryPhase } from '../phases.ts';

/** `category` is the panel's, for a dispensation may be for one alone. */
export type Calendar = { cycle: Cycle; country: CountryState; category: string };

/** A regional panel has no country: to it every phase is the cycle's. `paused` is for what a suspension does not stop. */
export const calendarOf = (
  cycle: CycleState | undefined,
  country: CountryState | undefined,
  category: string,
  paused = false,
): Calendar => ({
  cycle: runningCycle(cycle, paused),
  country: country ?? countryFold.initial,
  category,
});

function runningCycle(cycle: CycleState | undefined, paused: boolean): Cycle {
  if (cycle === undefined || cycle.status === 'none') throw new Refusal('cycle-unknown', 'There is no such cycle.');
  if (cycle.status !== 'running' && !(paused && cycle.status === 'suspended'))
    throw new Refusal(`cycle-${cycle.status}`, `This cycle is ${cycle.status}.`);
  return cycle;
}

export const isClosed = ({ cycle, country }: Calendar, phase: CountryPhase): boolean =>
  cycle.phases[phase].status === 'closed' || country.closed.includes(phase);

/** Closed, and none of these steps opened again by a dispensation. */
export const isOver = (calendar: Calendar, phase: CountryPhase, at: Date, steps: CountryPhase[] = [phase]): boolean =>
  isClosed(calendar, phase) && dispensed(calendar, steps, at) === null;

/** The end of a dispensation that holds, else of the phase. */
export const closingOf = (calendar: Calendar, phase: CountryPhase, at: Date): Date | null => {
  const { cycle, country } = calendar;
  return (
    (isClosed(calendar, phase) ? dispensed(calendar, [phase], at) : null) ?? countryClosesAt(cycle, country, phase)
  );
};

const dispensed = ({ cycle, country, category }: Calendar, phases: readonly CountryPhase[], at: Date): Date | null =>
  dispensedUntil(cycle, country, phases, category, at);

/**
 * The phase must be one of those named, and the last of them not past its instant; or a dispensation for one of them holds,
 * as long as its outcome can still be endorsed.
 * @returns what a decision adds to its events, so that the instant is tested again as they are written.
 */
export function requirePhase(calendar: Calendar, wanted: readonly CountryPhase[], meta: Meta): { notAfter?: Date } {
  const phase = countryPhase(calendar.cycle, calendar.country);
  const last = wanted.at(-1);
  const closesAt = last === undefined ? null : countryClosesAt(calendar.cycle, calendar.country, last);
  const isInPhase = wanted.some((name) => name === phase);
  const late = dispensed(calendar, wanted, meta.at);
  if (late !== null && (!isInPhase || (closesAt !== null && meta.at > closesAt))) {
    requireNotConcluded(calendar.cycle);
    return { notAfter: late };
  }
  if (!isInPhase)
    throw new Refusal('phase-not-open', `This belongs to ${wanted.join(' or ')}; now is ${phase ?? 'no open phase'}.`, {
      phase,
    });
  if (closesAt === null) return {};
  if (meta.at > closesAt)
    throw new Refusal('too-late', `The ${last} phase ended at ${closesAt.toISOString()}.`, {
      closedAt: closesAt.toISOString(),
    });
  return { notAfter: closesAt };
}

type Judging = { round: string; roundEnd?: { closesAt: string; setAt?: string } };

/** The end of the panel's round where it has one of its own, later by suspensions; never after that of judging. */
export function scoringClosesAt({ roundEnd }: Pick<Judging, 'roundEnd'>, calendar: Calendar, at: Date): Date | null {
  const judging = closingOf(calendar, 'judging', at);
  if (roundEnd === undefined) return judging;
  const own = extended(calendar.cycle, roundEnd.closesAt, roundEnd.setAt);
  return judging === null || own < judging ? own : judging;
}

/** Something of a round is to be handed in, or given back for that: judging is open, and the round has not ended. */
export function requireRoundTime(panel: Judging, calendar: Calendar, meta: Meta): { notAfter?: Date } {
  const phase = requirePhase(calendar, ['judging'], meta);
  if (panel.roundEnd === undefined) return phase;
  const closesAt = scoringClosesAt(panel, calendar, meta.at);
  if (closesAt === null) return phase;
  if (meta.at > closesAt)
    throw new Refusal('too-late', `The round ${panel.round} ended at ${closesAt.toISOString()}.`, {
      closedAt: closesAt.toISOString(),
    });
  return { notAfter: closesAt };
}

/**
 * When a round ends that is released now: after its share of the time that is left, to the second. Nothing where the award
 * gives it no end of its own, or it has begun.
 */
export function roundEndFrom(panel: Judging & { assigned: unknown[] }, calendar: Calendar, meta: Meta) {
  const { cycle } = calendar;
  const share = findRound(cycle.definition, panel.round)?.closes?.share;
  const end = closingOf(calendar, 'judging', meta.at);
  if (share === undefined || end === null || panel.assigned.length > 0) return {};
  const [part = 1, whole = 1] = share.split('/').map(Number);
  const seconds = Math.ceil(((end.getTime() - meta.at.getTime()) * part) / whole / 1000);
  return { closesAt: new Date(meta.at.getTime() + seconds * 1000).toISOString(), ...setWhen(cycle, meta) };
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
