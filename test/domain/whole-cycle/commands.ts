// The commands of a whole cycle, each with the people who may give it: legal or not depends on when and by whom.
import { country } from '../../../domain/country/decider.ts';
import type { CountryCommand } from '../../../domain/country/messages.ts';
import { countryStream } from '../../../domain/country/state.ts';
import { cycle } from '../../../domain/cycle/decider.ts';
import type { CycleCommand } from '../../../domain/cycle/messages.ts';
import { cycleStream } from '../../../domain/cycle/state.ts';
import { rubricOf } from '../../../domain/definition-queries.ts';
import { judge } from '../../../domain/judge/decider.ts';
import type { JudgeCommand } from '../../../domain/judge/messages.ts';
import { judgeStream } from '../../../domain/judge/state.ts';
import { nomination } from '../../../domain/nomination/decider.ts';
import type { NominationCommand } from '../../../domain/nomination/messages.ts';
import { nominationStream } from '../../../domain/nomination/state.ts';
import { panel } from '../../../domain/panel/decider.ts';
import type { CountedSheet, Entry, PanelCommand } from '../../../domain/panel/messages.ts';
import { panelStream } from '../../../domain/panel/state.ts';
import { scorecard } from '../../../domain/scorecard/decider.ts';
import type { ScorecardCommand } from '../../../domain/scorecard/messages.ts';
import { scorecardStream } from '../../../domain/scorecard/state.ts';
import { hashOf } from '../../../domain/verify/canonical.ts';
import * as cast from './cast.ts';
import { type Act, act, type Store, type Who } from './store.ts';

const { cycleId, definition } = cast;
export const criteria = rubricOf(definition, 'ngo').criteria.map(({ key }) => key);

export const toCycle = (command: CycleCommand, who: Who): Act => act(cycle, cycleStream(cycleId), command, who);
export const toCountry = (command: CountryCommand, who: Who): Act =>
  act(country, countryStream(cycleId, command.data.iso2), command, who);
export const toNomination = (command: NominationCommand, who: Who): Act =>
  act(nomination, nominationStream(command.data.nominationId, cycleId), command, who);
export const toJudge = (command: JudgeCommand, who: Who): Act =>
  act(judge, judgeStream(cycleId, command.data.judgeId), command, who);
export const toPanel = (command: PanelCommand, who: Who): Act =>
  act(panel, panelStream(cycleId, command.data.group), command, who);
export const toSheet = (nominationId: string, judgeId: string, command: ScorecardCommand, who: Who): Act =>
  act(scorecard, scorecardStream(nominationId, judgeId, 'main', cycleId), command, who);

export const plan = (): Act =>
  toCycle(
    {
      type: 'PlanCycle',
      data: {
        ...{
          cycleId,
          definition,
          definitionHash: hashOf(definition),
          award: definition.key,
          slug: 'sample-6',
          number: 6,
        },
        ...{ year: 2025, title: { en: '6th sample award' }, host: 'SG', zone: 'Asia/Jakarta' },
        ...{ countries: [...cast.countries], timetable: { opensAt: '2025-01-01', closesAt: {} } },
      },
    },
    cast.secretary,
  );

/** `version` makes another content of it. */
export function submitted({ nominationId, organisationId, country, category }: cast.Subject, version: number) {
  const content = hashOf({ nominationId, version });
  const facts = { organisationId, organisation: { en: `Sample ${nominationId}` }, title: { en: 'Sample title' } };
  return { nominationId, cycleId, country, category, ...facts, dossier: content, files: [], draftVersion: version };
}

/** What the read model shows as forwarded to a group, once screening is closed. */
export function entriesFor(store: Store, country: string, category: string): Entry[] | null {
  const closed = cast.theCycle(store).phases.screening.status === 'closed';
  if (!closed && !cast.theCountry(store, country).closed.includes('screening')) return null;
  return cast
    .forwardedIn(store, country, category)
    .map(({ nominationId, organisation, version }) => ({ nominationId, country, category, organisation, version }));
}

export const scoresOf = (points: number) =>
  criteria.map((criterion, index) => ({ criterion, points: (points + index) % 6, commented: true }));

/** What the read model shows as handed in, where nothing stands between judge and entry. */
export function sheetsOf(store: Store, group: string): CountedSheet[] {
  const panelState = cast.panelOf(store, group);
  return (panelState?.assigned ?? []).flatMap(({ nominationId, judgeId }) => {
    const sheet = cast.sheetOf(store, nominationId, judgeId);
    const person = cast.theJudge(store, judgeId);
    const conflict = person.status === 'none' ? undefined : person.conflicts[nominationId];
    if (sheet.status !== 'submitted' || conflict === 'declared' || conflict === 'upheld') return [];
    const points = Object.fromEntries(sheet.scores.map((score) => [score.criterion, score.points]));
    return [{ nominationId, judgeId, round: 'main', version: 1, points }];
  });
}
