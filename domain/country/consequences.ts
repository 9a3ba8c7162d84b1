// What a change does to instants and to what is accepted: a cycle and its countries before it, beside the same after it.
import type { Cycle } from '../cycle/state.ts';
import { countryRunPhases } from '../definition-queries.ts';
import { type CountryPhase, type Phase, phases } from '../phases.ts';
import { type CountryState, countryClosesAt, countryFold, countryPhase, dispensedUntil } from './state.ts';

/** Null before the cycle is planned. A country that is not named has nothing set. */
export type Standing = { cycle: Cycle | null; countries: { [iso2: string]: CountryState } };
/** `country` null is for all; `keeping` are those that have an earlier instant of their own, and keep it. */
export type Move = {
  what: 'opens' | 'closes' | 'publishes';
  /** A phase, or a stage of the announcement. */
  of: string;
  country: string | null;
  before: string | null;
  after: string | null;
  keeping: string[];
};
/** Something that is accepted of these countries, of all categories where none is named; `until` null has no end. */
export type Step = { step: Phase; category: string | null; countries: string[]; until: string | null };

const countryOf = ({ countries }: Standing, iso2: string): CountryState => countries[iso2] ?? countryFold.initial;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The instants that are others afterwards: the cycle's, then those of single countries. */
export function movesBetween(before: Standing, after: Standing): Move[] {
  return [...cycleMoves(before, after), ...countryMoves(before, after), ...stageMoves(before, after)];
}

const closing = ({ cycle }: Standing, phase: Phase): string | null => {
  const state = cycle?.phases[phase];
  return state === undefined || state.status === 'closed' ? null : state.closesAt;
};
const opening = ({ cycle }: Standing): string | null => {
  const state = cycle?.phases.nomination;
  return state?.status === 'pending' ? state.opensAt : null;
};
const effective = (standing: Standing, iso2: string, phase: Phase): string | null =>
  standing.cycle === null ? null : iso(countryClosesAt(standing.cycle, countryOf(standing, iso2), phase));

function cycleMoves(before: Standing, after: Standing): Move[] {
  const isRunBy = (phase: Phase) =>
    after.cycle !== null && countryRunPhases(after.cycle.definition).some((name) => name === phase);
  const kept = (phase: Phase) =>
    before.cycle === null || after.cycle === null || !isRunBy(phase)
      ? []
      : after.cycle.countries.filter((iso2) => effective(before, iso2, phase) === effective(after, iso2, phase));
  const opens = { what: 'opens' as const, of: 'nomination', country: null, keeping: [] };
  const closes = phases.map((phase) => {
    const [from, to] = [closing(before, phase), closing(after, phase)];
    const keeping = from === to ? [] : kept(phase);
    return { what: 'closes' as const, of: phase, country: null, before: from, after: to, keeping };
  });
  return [{ ...opens, before: opening(before), after: opening(after) }, ...closes].filter(isMove);
}

const isMove = (move: { before: string | null; after: string | null }) => move.before !== move.after;

/** Where the instant that holds for a country moves by itself, and not just with the cycle's. */
function countryMoves(before: Standing, after: Standing): Move[] {
  if (before.cycle === null || after.cycle === null) return [];
  const run = countryRunPhases(after.cycle.definition);
  const found = after.cycle.countries.flatMap((iso2) =>
    run.map((phase): Move => {
      const [from, to] = [effective(before, iso2, phase), effective(after, iso2, phase)];
      return { what: 'closes', of: phase, country: iso2, before: from, after: to, keeping: [] };
    }),
  );
  return found.filter((move) => isMove(move) && !movesWithCycle(move, before, after));
}

const movesWithCycle = ({ of, after: to }: Move, before: Standing, after: Standing) => {
  const phase = phases.find((name) => name === of) ?? 'nomination';
  return closing(before, phase) !== closing(after, phase) && closing(after, phase) === to;
};

function stageMoves(before: Standing, after: Standing): Move[] {
  const planned = before.cycle?.announcement ?? [];
  const stages = (after.cycle?.announcement ?? []).map(({ stage, at }): Move => {
    const from = planned.find((one) => one.stage === stage)?.at ?? null;
    return { what: 'publishes', of: stage, country: null, before: from, after: at, keeping: [] };
  });
  return stages.filter(isMove);
}

/** What is accepted in the one, and not in the other. */
export function stepsGained(before: Standing, after: Standing, at: Date): Step[] {
  const had = openSteps(before, at);
  const gained = openSteps(after, at).filter(
    (one) => !had.some((old) => old.step === one.step && old.country === one.country && covers(old, one)),
  );
  const rows = new Map<string, Step>();
  for (const { country, ...step } of gained) {
    const key = JSON.stringify(step);
    rows.set(key, { ...step, countries: [...(rows.get(key)?.countries ?? []), country] });
  }
  return [...rows.values()];
}

type OpenStep = Omit<Step, 'countries'> & { country: string };
const covers = (old: OpenStep, one: OpenStep) => old.category === null || old.category === one.category;

function openSteps(standing: Standing, at: Date): OpenStep[] {
  const { cycle } = standing;
  if (cycle === null || cycle.status !== 'running') return [];
  const isAhead = (end: Date | null) => end === null || at <= end;
  return cycle.countries.flatMap((iso2) => {
    const country = countryOf(standing, iso2);
    return phases.flatMap((step): OpenStep[] => {
      const run = countryRunPhases(cycle.definition).find((name) => name === step);
      const isOpen = run === undefined ? cycle.phases[step].status === 'open' : countryPhase(cycle, country) === step;
      const end = countryClosesAt(cycle, country, step);
      if (isOpen && isAhead(end)) return [{ step, category: null, country: iso2, until: iso(end) }];
      return run === undefined ? [] : dispensed(cycle, country, run, at).map((one) => ({ ...one, country: iso2 }));
    });
  });
}

function dispensed(cycle: Cycle, country: CountryState, step: CountryPhase, at: Date): Omit<OpenStep, 'country'>[] {
  const found = cycle.definition.categories.flatMap(({ key: category }) => {
    const until = dispensedUntil(cycle, country, [step], category, at);
    return until === null ? [] : [{ step, category, until: until.toISOString() }];
  });
  const [first] = found;
  const isForAll = found.length === cycle.definition.categories.length && new Set(found.map((f) => f.until)).size === 1;
  return first !== undefined && isForAll ? [{ ...first, category: null }] : found;
}
