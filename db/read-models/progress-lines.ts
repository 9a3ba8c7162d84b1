// A line of the progress: what it says, and how the state of a step follows from its phase and from what is owed.
import { daysLeft } from '../../domain/deadlines.ts';
import { countryRunPhases, findCountry } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import type { CountryPhase } from '../../domain/phases.ts';
import type { CountryDesk } from './country-views.ts';
import type { ReminderKind } from './debtors.ts';
import type { Facts } from './progress-facts.ts';
import type { About } from './work-places.ts';

export const progressSteps = [
  ...(['nomination', 'correction', 'screening', 'judging', 'decision', 'endorsement', 'award-answer'] as const),
];
export type ProgressStep = (typeof progressSteps)[number];
/** `waiting`: somebody is to act. `over`: it has ended, and something was left undone. */
export const progressStates = ['upcoming', 'waiting', 'paused', 'done', 'over'] as const;
export type State = (typeof progressStates)[number];
/** What the step waits for, as reminders ask for it. */
export type Matter = { what: ReminderKind; about: About };
export type ProgressLine = {
  /** Null for panels that judge for all. */
  country: string | null;
  names: Texts;
  step: ProgressStep;
  state: State;
  owed: number;
  dueAt: string | null;
  /** Governs the instant. */
  zone: string;
  /** Days of the country's calendar, none on the last day; below none once it is over. */
  daysLeft: number | null;
  late: boolean;
  matters: Matter[];
};
export type Found = { state: State; owed?: number; dueAt?: string | Date | null; matters?: Matter[] };

export function lineOf(
  { cycle, now }: Facts,
  lead: number,
  desk: Pick<CountryDesk, 'names' | 'ownZone'> & { iso2: string | null },
  step: ProgressStep,
  { state, owed = 0, dueAt = null, matters = [] }: Found,
): ProgressLine {
  const due = dueAt === null ? null : new Date(dueAt);
  const waits = state === 'waiting';
  const zone = findCountry(cycle.definition, desk.iso2 ?? '')?.zone ?? cycle.zone;
  return {
    ...{ country: desk.iso2, names: desk.names, step, state, owed, zone: desk.ownZone },
    dueAt: due?.toISOString() ?? null,
    daysLeft: due === null || !waits ? null : daysLeft(now, due, zone),
    late: waits && due !== null && due.getTime() - now.getTime() <= lead,
    matters: waits ? matters : [],
  };
}

export const judgesItself = ({ cycle }: Facts) => countryRunPhases(cycle.definition).includes('judging');

/** Of a step that a country takes by its phase or a dispensation: whether it is open, and what it is when it is not. */
export function phaseOf({ cycle }: Facts, desk: CountryDesk, step: CountryPhase, complete: boolean) {
  const late = desk.dispensations.find((one) => one.step === step);
  const open = desk.phase === step || late !== undefined;
  const dueAt = (desk.phase === step ? null : late?.until) ?? desk.closesAt[step] ?? null;
  const ended = complete ? 'done' : 'over';
  const closed = desk.closed.includes(step);
  const begun = cycle.phases[step].status !== 'pending';
  const still: State = closed ? ended : begun && cycle.status === 'suspended' ? 'paused' : 'upcoming';
  return { open, dueAt, still };
}

export const stepState = (phase: ReturnType<typeof phaseOf>, owed: number, matters: Matter[]): Found => {
  if (!phase.open) return { state: phase.still };
  return owed === 0 ? { state: 'done' } : { state: 'waiting', owed, dueAt: phase.dueAt, matters };
};
