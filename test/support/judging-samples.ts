// Judges, entries and a scoring panel of the sample cycle, which tests of judge, panel, scorecard and nomination start from.
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import type { EventOf } from '../../domain/events.ts';
import type { JudgeEvent } from '../../domain/judge/messages.ts';
import type { CountedSheet, Entry, Pair, PanelEvent } from '../../domain/panel/messages.ts';
import type { ScorecardEvent } from '../../domain/scorecard/messages.ts';
import { tally } from '../../domain/tally/tally.ts';
import { ids, panelFormed, plannedCycle, sampleDefinition } from './samples.ts';

export const homeOf = (group: string): string | null => (/^[A-Z]{2}-/.test(group) ? group.slice(0, 2) : null);

export const judgeInvited = (number: number, groups: string[] = ['TH-ngo']): EventOf<'JudgeInvited'> => ({
  type: 'JudgeInvited',
  data: { cycleId: ids.cycle, judgeId: ids.judge(number), groups, country: homeOf(groups[0] ?? '') },
});

/** A judge who has accepted the invitation, and nothing else yet. */
export function acceptedJudge(number: number, groups: string[] = ['TH-ngo']): JudgeEvent[] {
  const about = { cycleId: ids.cycle, judgeId: ids.judge(number), groups };
  return [judgeInvited(number, groups), { type: 'InvitationAccepted', data: about }];
}

/** A judge who has accepted the invitation and the terms. */
export function servingJudge(number: number, groups: string[] = ['TH-ngo']): JudgeEvent[] {
  const about = { cycleId: ids.cycle, judgeId: ids.judge(number), groups };
  return [...acceptedJudge(number, groups), { type: 'TermsAccepted', data: { ...about, version: '1' } }];
}

export const conflictDeclared = (judge: number, nomination: number): EventOf<'ConflictDeclared'> => ({
  type: 'ConflictDeclared',
  data: {
    cycleId: ids.cycle,
    judgeId: ids.judge(judge),
    groups: ['TH-ngo'],
    nominationId: ids.nomination(nomination),
    kind: 'adviser',
    reason: 'Advised them in 2023.',
  },
});

export const conflictSettled = (
  judge: number,
  nomination: number,
  outcome: 'upheld' | 'dismissed',
): EventOf<'ConflictSettled'> => ({
  type: 'ConflictSettled',
  data: {
    cycleId: ids.cycle,
    judgeId: ids.judge(judge),
    groups: ['TH-ngo'],
    nominationId: ids.nomination(nomination),
    outcome,
    reason: 'The chair has looked into it.',
  },
});

export const judgeReleased = (number: number): EventOf<'JudgeReleased'> => ({
  type: 'JudgeReleased',
  data: { cycleId: ids.cycle, judgeId: ids.judge(number), groups: ['TH-ngo'], reason: 'Has fallen ill.' },
});

/** A nomination as a panel gets it. */
export const entry = (number: number, changes: Partial<Entry> = {}): Entry => ({
  nominationId: ids.nomination(number),
  country: 'TH',
  category: 'ngo',
  organisation: { en: `Sample organisation ${number}` },
  version: 1,
  ...changes,
});

export const pair = (nomination: number, judge: number): Pair => ({
  nominationId: ids.nomination(nomination),
  judgeId: ids.judge(judge),
});

/** Each of these entries with each of these judges. */
export const pairsOf = (nominations: number[], judges: number[]): Pair[] =>
  nominations.flatMap((nomination) => judges.map((judge) => pair(nomination, judge)));

export const assignmentReleased = (
  pairs: Pair[] = pairsOf([1, 2], [1, 2, 3]),
  group = 'TH-ngo',
): EventOf<'AssignmentReleased'> => ({
  type: 'AssignmentReleased',
  data: { cycleId: ids.cycle, group, pairs, round: 'main' },
});

/** Judges 1 to 3 score the entries 1 and 2; the first judge leads. */
export const scoringPanel = (changes: Partial<EventOf<'PanelFormed'>['data']> = {}): PanelEvent[] => [
  panelFormed('TH-ngo', { entries: [entry(1), entry(2)], ...changes }),
  assignmentReleased(),
];

export const scoringClosed = (because: 'all-finished' | 'deadline' = 'deadline'): EventOf<'ScoringClosed'> => ({
  type: 'ScoringClosed',
  data: { cycleId: ids.cycle, group: 'TH-ngo', because },
});

/** A counted sheet with these points on impact and reach. */
export const sheet = (nomination: number, judge: number, impact: number, reach = impact): CountedSheet => ({
  ...pair(nomination, judge),
  round: 'main',
  version: 2,
  points: { impact, reach },
});

/** The sample award, whose judges may abstain from these criteria. */
export function lenientDefinition(...keys: string[]): AwardDefinition {
  const { rubrics, ...rest } = sampleDefinition();
  const lenient = rubrics.map(({ criteria, ...rubric }) => ({
    ...rubric,
    criteria: criteria.map((one) => (keys.includes(one.key) ? { ...one, mayAbstain: true } : one)),
  }));
  return { ...rest, rubrics: lenient };
}

/** The first entry ahead of the second, by all three judges. */
export const clear: CountedSheet[] = [1, 2, 3].flatMap((judge) => [sheet(1, judge, 5), sheet(2, judge, 3)]);
/** Both entries equal to the end of the ladder. */
export const even: CountedSheet[] = [1, 2, 3].flatMap((judge) => [sheet(1, judge, 4), sheet(2, judge, 4)]);

/** The tally of a panel's sheets, by the sample award's own rules. */
export function tallySealed(
  sheets: CountedSheet[],
  { group = 'TH-ngo', entries = [1, 2] }: { group?: string; entries?: number[] } = {},
): EventOf<'TallySealed'> {
  const { definition, definitionHash } = plannedCycle().data;
  const input = { rubric: rubricOf(definition, 'ngo'), policy: definition.judging, sheets };
  const result = tally({ ...input, entries: entries.map(ids.nomination) });
  return { type: 'TallySealed', data: { cycleId: ids.cycle, group, definitionHash, sheets, result } };
}

const sheetIds = (nomination: number, judge: number) => ({
  cycleId: ids.cycle,
  group: 'TH-ngo',
  ...pair(nomination, judge),
  round: 'main',
});

export const scorecardAssigned = (nomination = 1, judge = 2): EventOf<'ScorecardAssigned'> => ({
  type: 'ScorecardAssigned',
  data: {
    ...sheetIds(nomination, judge),
    dossierVersion: 1,
    country: 'TH',
    category: 'ngo',
    criteria: ['impact', 'reach'],
  },
});

export const scorecardSubmitted = (
  impact: number,
  reach: number,
  comments: string | null = null,
): Extract<ScorecardEvent, { type: 'ScorecardSubmitted' }> => ({
  type: 'ScorecardSubmitted',
  data: {
    ...sheetIds(1, 2),
    dossierVersion: 1,
    scores: [
      { criterion: 'impact', points: impact },
      { criterion: 'reach', points: reach },
    ],
    comments,
  },
});
