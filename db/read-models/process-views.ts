// What the processes of a cycle look at: where its phases, its countries and its panels stand. Ids, counts and instants only.

import { openCategories, signedCategories } from '../../domain/country/rules.ts';
import { type CountryState, countryClosesAt, countryStream, ownClosesAt } from '../../domain/country/state.ts';
import { type Cycle, cycleStream } from '../../domain/cycle/state.ts';
import { durationMs } from '../../domain/deadlines.ts';
import { countryRunPhases, groupOf, isPast } from '../../domain/definition-queries.ts';
import { type CountryPhase, countryPhases, type Phase, phases } from '../../domain/phases.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';

export type PhaseView = {
  status: 'pending' | 'open' | 'closed';
  /** For the first phase only: every other opens when the one before it is closed. */
  opensAt: number | null;
  closesAt: number | null;
  /** Nobody is at work in it any more: it may close before its instant. */
  everyoneIsDone: boolean;
};
export type CycleView = {
  reminders: number[];
  paused?: true;
  phases: { [phase in Phase]: PhaseView };
  endorsement: 'none' | 'open' | 'concluded';
  stages: { stage: string; at: number; published: boolean }[];
  decidedAt: number | null;
  endorsedAt: number | null;
};
export type CountryPhaseView = {
  closed: boolean;
  opensAt: number;
  closesAt: number | null;
  /** The country's own instant, where it is before the cycle's. */
  ownClosesAt: number | null;
  everyoneIsDone: boolean;
};
export type CountryView = { reminders: number[]; paused?: true; phases: { [phase in CountryPhase]: CountryPhaseView } };

export const ms = (at: string | Date | null): number | null => (at === null ? null : new Date(at).getTime());
/** What every process looks at first: while its cycle is suspended it only waits. */
export const pausedBy = ({ status }: Cycle): { paused?: true } => (status === 'suspended' ? { paused: true } : {});
export const remindersOf = ({ settings }: Cycle): number[] => settings.reminders.map(durationMs);

/** The cycle, while it runs or is suspended: then its processes wait. */
export async function findRunningCycle(db: Db, cycleId: string): Promise<Cycle | null> {
  const { state } = await loadState(db, cycleStream(cycleId));
  return state.status === 'running' || state.status === 'suspended' ? state : null;
}

export async function findCycleView(db: Db, cycleId: string): Promise<CycleView | null> {
  const cycle = await findRunningCycle(db, cycleId);
  if (cycle === null) return null;
  const [done, closedAt] = await Promise.all([phasesThatAreDone(db, cycle), closings(db, cycleId)]);
  const { endorsement } = cycle;
  return {
    reminders: remindersOf(cycle),
    ...pausedBy(cycle),
    phases: byPhase(phases, (phase) => phaseView(cycle, phase, done.includes(phase))),
    endorsement: endorsement === null ? 'none' : endorsement.concluded === null ? 'open' : 'concluded',
    stages: cycle.announcement.map(({ stage, at, published }) => ({ stage, at: new Date(at).getTime(), published })),
    decidedAt: closedAt.get('decision') ?? null,
    endorsedAt: closedAt.get('endorsement') ?? null,
  };
}

function byPhase<P extends Phase, V>(names: readonly P[], view: (phase: P) => V): { [phase in P]: V } {
  return Object.fromEntries(names.map((phase) => [phase, view(phase)])) as { [phase in P]: V };
}

function phaseView(cycle: Cycle, phase: Phase, everyoneIsDone: boolean): PhaseView {
  const now = cycle.phases[phase];
  return {
    status: now.status,
    opensAt: phase === 'nomination' && now.status === 'pending' ? ms(now.opensAt) : null,
    closesAt: now.status === 'closed' ? null : ms(now.closesAt),
    everyoneIsDone,
  };
}

async function closings(db: Db, cycleId: string): Promise<Map<string, number>> {
  const rows = await db.read
    .selectFrom('cycle_phases')
    .select(['phase', 'closed_at'])
    .where('cycle_id', '=', cycleId)
    .execute();
  return new Map(rows.flatMap(({ phase, closed_at }) => (closed_at === null ? [] : [[phase, closed_at.getTime()]])));
}

/** The open phases in which every country, or every panel of a regional award, has finished. */
async function phasesThatAreDone(db: Db, cycle: Cycle): Promise<Phase[]> {
  const open = countryPhases.filter((phase) => cycle.phases[phase].status === 'open');
  if (open.length === 0) return [];
  const [closed, panels] = await Promise.all([closedByCountries(db, cycle), panelStatuses(db, cycle.cycleId)]);
  const byCountries = countryRunPhases(cycle.definition);
  return open.filter((phase) => {
    if (byCountries.includes(phase)) return cycle.countries.every((iso2) => closed.has(`${iso2} ${phase}`));
    const past = phase === 'judging' ? ['closed', 'sealed', 'decided', 'signed'] : ['signed'];
    return cycle.definition.categories.every(({ key }) => isPast(cycle.definition, panels.get(key), past));
  });
}

async function closedByCountries(db: Db, { cycleId }: Cycle): Promise<Set<string>> {
  const rows = await db.read
    .selectFrom('country_phases')
    .select(['iso2', 'phase'])
    .where('cycle_id', '=', cycleId)
    .where('closed_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ iso2, phase }) => `${iso2} ${phase}`));
}

type PanelAt = { status: string; round: string };

async function panelStatuses(db: Db, cycleId: string): Promise<Map<string, PanelAt>> {
  const rows = await db.read
    .selectFrom('panels')
    .select(['panel_group', 'status', 'round'])
    .where('cycle_id', '=', cycleId)
    .execute();
  return new Map(rows.map(({ panel_group, status, round }) => [panel_group, { status, round }]));
}

/** Null once the country has no phase of its own left. */
export async function findCountryView(db: Db, cycleId: string, iso2: string): Promise<CountryView | null> {
  const cycle = await findRunningCycle(db, cycleId);
  if (cycle === null || !cycle.countries.includes(iso2)) return null;
  const [{ state }, panels] = await Promise.all([
    loadState(db, countryStream(cycleId, iso2)),
    panelStatuses(db, cycleId),
  ]);
  const views = byPhase(countryPhases, (phase) => countryPhaseView(cycle, state, phase, panels, iso2));
  if (countryPhases.every((phase) => views[phase].closed)) return null;
  return { reminders: remindersOf(cycle), ...pausedBy(cycle), phases: views };
}

function countryPhaseView(
  cycle: Cycle,
  country: CountryState,
  phase: CountryPhase,
  panels: Map<string, PanelAt>,
  iso2: string,
): CountryPhaseView {
  const closed =
    country.closed.includes(phase) ||
    cycle.phases[phase].status === 'closed' ||
    !countryRunPhases(cycle.definition).includes(phase);
  const ofCycle = cycle.phases[phase];
  const own = ms(ownClosesAt(cycle, country, phase));
  const latest = ofCycle.status === 'closed' ? null : ms(ofCycle.closesAt);
  return {
    closed,
    opensAt: new Date(cycle.timetable[phase].opensAt).getTime(),
    closesAt: ms(countryClosesAt(cycle, country, phase)),
    ownClosesAt: own !== null && (latest === null || own < latest) ? own : null,
    everyoneIsDone: !closed && panelsAreDone(cycle, country, phase, panels, iso2),
  };
}

/** Of what the country forwards; so a country that has declared that it forwards nobody is done. */
function panelsAreDone(
  cycle: Cycle,
  country: CountryState,
  phase: CountryPhase,
  panels: Map<string, PanelAt>,
  iso2: string,
): boolean {
  if (phase !== 'judging' && phase !== 'decision') return false;
  const done = phase === 'judging' ? ['sealed', 'decided', 'signed'] : ['signed'];
  if (openCategories(country, cycle).length > 0) return false;
  const groups = signedCategories(country).map((category) => groupOf(cycle.definition, iso2, category));
  return groups.every((group) => isPast(cycle.definition, panels.get(group), done));
}
