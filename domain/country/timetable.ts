// A country's own instants, and the end of the phases it runs.
import { setWhen } from '../cycle/pauses.ts';
import type { Cycle } from '../cycle/state.ts';
import { cutOff } from '../deadlines.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { countryRunPhases, findCountry, groupOf, isPast } from '../definition-queries.ts';
import { notDue } from '../not-due.ts';
import type { CountryPhase } from '../phases.ts';
import type { CountryCommand, CountryEvent } from './messages.ts';
import { type CountryGuards, openCategories, requirePhase, signedCategories } from './rules.ts';
import { type CountryState, countryClosesAt, countryFold, countryPhase, ownClosesAt } from './state.ts';

type Data<Type extends CountryCommand['type']> = Extract<CountryCommand, { type: Type }>['data'];
type Instants = CountryState['closesAt'];

/** A country's instants precede the cycle's or equal them; what is named again as it stands is left alone. */
export function setTimetable(
  { cycleId, iso2, closesAt }: Data<'SetCountryTimetable'>,
  state: CountryState,
  cycle: Cycle,
  meta: Meta,
): Decision<CountryEvent> {
  const run = countryRunPhases(cycle.definition);
  const foreign = Object.keys(closesAt).find((phase) => !run.some((own) => own === phase));
  if (foreign !== undefined) throw notNational(foreign, run);
  const zone = findCountry(cycle.definition, iso2)?.zone ?? cycle.zone;
  const set: Instants = {};
  for (const phase of run) {
    const text = closesAt[phase];
    const at = text === undefined ? undefined : cutOff(text, zone);
    if (at === undefined || at.getTime() === ownClosesAt(cycle, state, phase)?.getTime()) continue;
    requireInstant(phase, at, state, cycle, meta);
    set[phase] = at.toISOString();
  }
  if (Object.keys(set).length === 0) return { events: [] };
  const timetable: CountryEvent = {
    type: 'CountryTimetableSet',
    data: { cycleId, iso2, closesAt: set, ...setWhen(cycle, meta) },
  };
  requireOrder(countryFold.evolve(state, timetable), cycle, run);
  return { events: [timetable] };
}

const notNational = (phase: string, run: CountryPhase[]) =>
  new Refusal('phase-not-national', `The ${phase} phase is not run by each country.`, { phases: run });

function requireInstant(phase: CountryPhase, at: Date, state: CountryState, cycle: Cycle, meta: Meta): void {
  const ofCycle = cycle.phases[phase];
  if (ofCycle.status === 'closed' || state.closed.includes(phase))
    throw new Refusal('phase-closed', `The ${phase} phase is closed.`);
  if (ofCycle.closesAt !== null && at > new Date(ofCycle.closesAt))
    throw new Refusal(
      'after-cycle',
      `The ${phase} phase of the cycle closes at ${ofCycle.closesAt}: a country's own instant is not later.`,
      { latest: ofCycle.closesAt },
    );
  if (at <= meta.at)
    throw new Refusal('deadline-past', `The ${phase} phase would be over already.`, { now: meta.at.toISOString() });
  const now = countryClosesAt(cycle, state, phase);
  if (now !== null && countryPhase(cycle, state) === phase && at < now)
    throw new Refusal('deadline-not-later', 'The deadline of an open phase only moves later.', {
      after: now.toISOString(),
    });
}

/** Of what is not closed yet, the country's own instants and the cycle's together. */
function requireOrder(state: CountryState, cycle: Cycle, run: CountryPhase[]): void {
  const open = run.filter((phase) => !state.closed.includes(phase));
  const instants = open.flatMap((phase) => countryClosesAt(cycle, state, phase)?.getTime() ?? []);
  if (instants.some((at, index) => index > 0 && at <= (instants[index - 1] ?? 0)))
    throw new Refusal('timetable-order', 'Each phase closes after the one before it.', { order: run });
}

export function closePhase(
  { cycleId, iso2, phase }: Data<'CloseCountryPhase'>,
  state: CountryState,
  cycle: Cycle,
  guards: CountryGuards,
  meta: Meta,
): Decision<CountryEvent> {
  const run = countryRunPhases(cycle.definition);
  if (!run.includes(phase)) throw notNational(phase, run);
  if (state.closed.includes(phase) || cycle.phases[phase].status === 'closed') return { events: [] };
  requirePhase(state, cycle, phase);
  const closesAt = countryClosesAt(cycle, state, phase);
  const due = closesAt !== null && meta.at >= closesAt;
  const because = due ? 'deadline' : whyEarlier(phase, iso2, closesAt, state, cycle, guards, meta);
  return { events: [{ type: 'CountryPhaseClosed', data: { cycleId, iso2, phase, because } }] };
}

function whyEarlier(
  phase: CountryPhase,
  iso2: string,
  closesAt: Date | null,
  state: CountryState,
  cycle: Cycle,
  guards: CountryGuards,
  meta: Meta,
): 'approver' | 'panels-done' {
  const judged = phase === 'judging' || phase === 'decision';
  const working = judged ? panelsAtWork(phase, iso2, state, cycle, guards) : [];
  if (judged && working.length === 0) return 'panels-done';
  if (meta.role === 'process' && closesAt !== null) throw notDue(`The close of the ${phase} phase`, closesAt);
  if (judged)
    throw new Refusal(
      'panels-not-done',
      `${phase === 'judging' ? 'No sealed tally' : 'No signed decision'} yet: ${working.join(', ')}.`,
      { groups: working },
    );
  if (phase === 'nomination' && findCountry(cycle.definition, iso2)?.nominationMode === 'open-call')
    throw new Refusal('open-call-published', 'An open call that was published ends at its instant.', {
      closesAt: closesAt?.toISOString() ?? null,
    });
  return 'approver';
}

/** None for a country that has declared that it forwards nobody; a category that was left open is waited for. */
function panelsAtWork(
  phase: 'judging' | 'decision',
  iso2: string,
  state: CountryState,
  cycle: Cycle,
  guards: CountryGuards,
): string[] {
  const done = phase === 'judging' ? ['sealed', 'decided', 'signed'] : ['signed'];
  return [...signedCategories(state), ...openCategories(state, cycle)]
    .map((category) => groupOf(cycle.definition, iso2, category))
    .filter((group) => !isPast(cycle.definition, guards[`panel/${group}`], done));
}
