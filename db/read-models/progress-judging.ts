// The progress of panels: of each country's own, or of those that judge for all.
import { groupOf } from '../../domain/definition-queries.ts';
import type { CountryDesk } from './country-views.ts';
import type { Facts, PanelFacts } from './progress-facts.ts';
import {
  type Found,
  judgesItself,
  lineOf,
  type Matter,
  type ProgressLine,
  phaseOf,
  type State,
  stepState,
} from './progress-lines.ts';

/** The panels of what was signed, formed or not. */
function panelsOf({ cycle, panels }: Facts, desk: CountryDesk): { group: string; panel: PanelFacts | undefined }[] {
  const signed = desk.categories.filter(({ status }) => status === 'signed');
  return signed.map(({ category }) => {
    const group = groupOf(cycle.definition, desk.iso2, category);
    return { group, panel: panels.find((panel) => panel.group === group) };
  });
}

export function judging(facts: Facts, desk: CountryDesk): Found {
  const { cycleId } = facts.cycle;
  const owing = panelsOf(facts, desk).flatMap(({ group, panel }) => scoringIn(cycleId, group, panel));
  const owed = owing.reduce((sum, one) => sum + one.owed, 0);
  const phase = phaseOf(facts, desk, 'judging', owed === 0);
  return stepState(
    phase,
    owed,
    owing.map(({ matter }) => matter),
  );
}

/** A panel to be formed, entries to be assigned, or sheets to be handed in; a panel without judges decides on paper. */
function scoringIn(cycleId: string, group: string, panel: PanelFacts | undefined): { owed: number; matter: Matter }[] {
  const about = { cycleId, group };
  if (panel === undefined) return [{ owed: 1, matter: { what: 'assignment', about } }];
  if (panel.status === 'formed' && panel.judges > 0) return [{ owed: 1, matter: { what: 'assignment', about } }];
  if (panel.status === 'scoring' && panel.open > 0) return [{ owed: panel.open, matter: { what: 'scoring', about } }];
  return [];
}

export function deciding(facts: Facts, desk: CountryDesk): Found {
  const { cycleId } = facts.cycle;
  const groups = panelsOf(facts, desk);
  const owing = groups.filter(({ panel }) => panel?.status !== 'signed');
  const phase = phaseOf(facts, desk, 'decision', owing.length === 0);
  if (groups.length > 0 && owing.length === 0) return { state: 'done' };
  return stepState(
    phase,
    owing.length,
    owing.map(({ group, panel }) => decisionIn(cycleId, group, panel)),
  );
}

const decisionIn = (cycleId: string, group: string, panel: PanelFacts | undefined): Matter => ({
  what: panel === undefined ? 'assignment' : 'decision',
  about: { cycleId, group },
});

/** Judging and decision of panels that judge for all. */
export function ofRegion(facts: Facts, lead: number): ProgressLine[] {
  if (judgesItself(facts)) return [];
  const { cycle, panels } = facts;
  const { cycleId, definition } = cycle;
  const groups = definition.categories.map(({ key }) => ({
    group: key,
    panel: panels.find((one) => one.group === key),
  }));
  const scoring = groups.flatMap(({ group, panel }) => scoringIn(cycleId, group, panel));
  const unsigned = groups.filter(({ panel }) => panel?.status !== 'signed');
  const desk = { iso2: null, names: definition.names, ownZone: cycle.zone };
  const line = (step: 'judging' | 'decision', owed: number, matters: Matter[]) => {
    const phase = cycle.phases[step];
    const open = phase.status === 'open' && cycle.status === 'running';
    const still: State =
      phase.status === 'closed'
        ? owed === 0
          ? 'done'
          : 'over'
        : cycle.status === 'suspended' && phase.status === 'open'
          ? 'paused'
          : 'upcoming';
    const dueAt = phase.status === 'closed' ? null : phase.closesAt;
    return lineOf(facts, lead, desk, step, stepState({ open, dueAt, still }, owed, matters));
  };
  return [
    line(
      'judging',
      scoring.reduce((sum, { owed }) => sum + owed, 0),
      scoring.map(({ matter }) => matter),
    ),
    line(
      'decision',
      unsigned.length,
      unsigned.map(({ group, panel }) => decisionIn(cycleId, group, panel)),
    ),
  ];
}
