// An award with two rounds of judging, and a panel of it that has come to its first tally: four entries, three judges.
import { AwardDefinition, type Round } from '../../domain/award-definition.ts';
import { judgingOf, rubricOf } from '../../domain/definition-queries.ts';
import type { EventOf } from '../../domain/events.ts';
import type { CountedSheet, PanelEvent } from '../../domain/panel/messages.ts';
import type { GoesOn } from '../../domain/scorecard/messages.ts';
import { tally } from '../../domain/tally/tally.ts';
import { assignmentReleased, entry, pair, pairsOf } from './judging-samples.ts';
import { ids, panelFormed, plannedCycle, sampleDefinition } from './samples.ts';

/** Of the second round: one criterion more, and a scale of its own. */
export const finalRubric = {
  criteria: [
    { key: 'impact', label: { en: 'Impact' }, weight: 50 },
    { key: 'reach', label: { en: 'Reach' }, weight: 20 },
    { key: 'lasting', label: { en: 'Lasting' }, weight: 30 },
  ],
  scale: {
    max: 10,
    anchors: [
      { points: 0, label: { en: 'None' } },
      { points: 10, label: { en: 'Outstanding' } },
    ],
  },
  commentAt: [],
};

export function twoRounds(
  goesOn: GoesOn = { atMost: 2 },
  final: object = { rubric: finalRubric },
  scope: 'national' | 'regional' = 'national',
): AwardDefinition {
  const { judging, ...rest } = sampleDefinition(scope);
  return AwardDefinition.parse({
    ...rest,
    quota: 6,
    judging: {
      ...judging,
      rounds: [
        { key: 'first', names: { en: 'First round' }, kind: 'scoring', goesOn },
        { key: 'final', names: { en: 'Final' }, kind: 'scoring', ...final },
      ],
    },
  });
}

/** A calibration before both; the first round has the longer form, the final that of the category. */
export function calibratedRounds(): AwardDefinition {
  const { judging, ...rest } = twoRounds({ atMost: 2 }, {});
  const [first, final] = judging.rounds;
  const calibration = { key: 'calibration', names: { en: 'Calibration' }, kind: 'calibration' };
  const rounds = [calibration, { ...(first as Round), rubric: finalRubric }, final];
  return AwardDefinition.parse({ ...rest, judging: { ...judging, rounds } });
}

/** By all three judges, for each entry. */
export const sheetsOf = (points: { [nomination: number]: number }, round = 'first'): CountedSheet[] =>
  Object.entries(points).flatMap(([nomination, given]) =>
    [1, 2, 3].map((judge) => ({
      ...pair(Number(nomination), judge),
      ...{ round, version: 2 },
      points: { impact: given, reach: given, ...(round === 'final' && { lasting: given }) },
    })),
  );

export function sealedIn(
  sheets: CountedSheet[],
  { round = 'first', entries = [1, 2, 3, 4], definition = twoRounds() } = {},
): EventOf<'TallySealed'> {
  const input = { rubric: rubricOf(definition, 'ngo', round), policy: judgingOf(definition, round), sheets };
  const result = tally({ ...input, entries: entries.map(ids.nomination) });
  const about = { cycleId: ids.cycle, group: 'TH-ngo', definitionHash: plannedCycle(definition).data.definitionHash };
  return { type: 'TallySealed', data: { ...about, sheets, result, round } };
}

export const closedIn = (round = 'first'): EventOf<'ScoringClosed'> => ({
  type: 'ScoringClosed',
  data: { cycleId: ids.cycle, group: 'TH-ngo', because: 'all-finished', round },
});

export const releasedIn = (entries: number[], round = 'first', judges = [1, 2, 3]): EventOf<'AssignmentReleased'> => {
  const released = assignmentReleased(pairsOf(entries, judges));
  return { ...released, data: { ...released.data, round } };
};

export const shortlisted = (
  changes: Partial<EventOf<'EntriesShortlisted'>['data']> = {},
): EventOf<'EntriesShortlisted'> => {
  const entries = [1, 2].map(ids.nomination);
  const about = { cycleId: ids.cycle, group: 'TH-ngo', round: 'first', next: 'final', by: ids.judge(1) };
  return { type: 'EntriesShortlisted', data: { ...about, entries, proposed: entries, departures: [], ...changes } };
};

/** Entry 1 is the best, entry 4 the last. */
export const clearFirst = { 1: 5, 2: 4, 3: 3, 4: 2 };

export const firstScoring = (): PanelEvent[] => [
  panelFormed('TH-ngo', { entries: [1, 2, 3, 4].map((number) => entry(number)), round: 'first' }),
  releasedIn([1, 2, 3, 4]),
];

export const firstSealed = (
  points: { [nomination: number]: number } = clearFirst,
  definition: AwardDefinition = twoRounds(),
): PanelEvent[] => [...firstScoring(), closedIn(), sealedIn(sheetsOf(points), { definition })];

/** The first two have gone on. */
export const finalFormed = (): PanelEvent[] => [...firstSealed(), shortlisted()];
export const finalScoring = (): PanelEvent[] => [...finalFormed(), releasedIn([1, 2], 'final')];
export const finalSealed = (points: { [nomination: number]: number } = { 1: 6, 2: 9 }): PanelEvent[] => [
  ...finalScoring(),
  closedIn('final'),
  sealedIn(sheetsOf(points, 'final'), { round: 'final', entries: [1, 2] }),
];
