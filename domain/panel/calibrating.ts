// Before a panel judges: reference entries laid down for it, and scored by each of its judges.
import type { AwardDefinition, Rubric } from '../award-definition.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { calibrationRoundOf, rubricOf } from '../definition-queries.ts';
import { requireAnswers } from '../scorecard/points.ts';
import type { PanelCommand, PanelEvent } from './messages.ts';
import type { Panel } from './state.ts';
import type { JudgeGuards } from './tallying.ts';
import { type Calendar, requirePhase } from './timing.ts';

type Data<Type extends PanelCommand['type']> = Extract<PanelCommand, { type: Type }>['data'];

const criteriaOf = ({ criteria }: Rubric) => criteria.map(({ key }) => key);

/** With points on every criterion, which are kept with their reasons: nobody sees them before having scored it. */
export function addReference(data: Data<'AddReference'>, state: Panel, { cycle }: Calendar): Decision<PanelEvent> {
  const { definition } = cycle;
  const { cycleId, group, referenceId, points, content, earlier } = data;
  const references = state.calibration?.references ?? [];
  if (references.some((one) => one.referenceId === referenceId)) return { events: [] };
  const round = requireRound(definition);
  requireBefore(state);
  const scores = points.map((score) => ({ ...score, commented: true }));
  const rubric = rubricOf(definition, state.category, state.round);
  requireAnswers({ scores }, criteriaOf(rubric), rubric);
  const added = { cycleId, group, round, referenceId, points, content, ...(earlier !== undefined && { earlier }) };
  return { events: [{ type: 'ReferenceAdded', data: added }] };
}

export function removeReference({ referenceId }: Data<'RemoveReference'>, state: Panel): Decision<PanelEvent> {
  const { cycleId, group, calibration } = state;
  if (calibration?.references.some((one) => one.referenceId === referenceId) !== true) return { events: [] };
  requireBefore(state);
  return { events: [{ type: 'ReferenceRemoved', data: { cycleId, group, referenceId } }] };
}

function requireRound(definition: AwardDefinition): string {
  const round = calibrationRoundOf(definition);
  if (round === undefined)
    throw new Refusal('no-calibration', 'The award has no calibration round: its judges score no reference entries.');
  return round.key;
}

function requireBefore({ status, rounds }: Panel): void {
  if (status !== 'formed' || rounds !== undefined)
    throw new Refusal('assignment-released', 'The assignment is released: what judges calibrate on stays as it is.');
}

/** Where the award calibrates, judges get something to calibrate on before they get their entries. */
export function requireReferences({ definition }: Calendar['cycle'], { calibration }: Panel): void {
  if (calibrationRoundOf(definition) !== undefined && (calibration?.references ?? []).length === 0)
    throw new Refusal('references-needed', 'The award has a calibration round: add a reference entry first.');
}

/** Once each: a second look, when the points of others are known, would calibrate nobody. */
export function scoreReference(
  data: Data<'ScoreReference'>,
  state: Panel,
  calendar: Calendar,
  judges: JudgeGuards,
  meta: Meta,
): Decision<PanelEvent> {
  const { cycleId, group, calibration, category } = state;
  const { referenceId, judgeId, comments } = data;
  const { definition } = calendar.cycle;
  if (calibration?.references.some((one) => one.referenceId === referenceId) !== true)
    throw new Refusal('reference-unknown', 'The panel has no such reference entry.');
  if (!state.judges.includes(judgeId))
    throw new Refusal('not-on-panel', `The judge sits on the panel ${group} no more.`);
  if (state.status !== 'scoring' || state.rounds !== undefined)
    throw new Refusal('scoring-closed', 'Reference entries are scored while the panel scores, in its first round.');
  const phase = requirePhase(calendar, ['judging'], meta);
  const judge = judges[`judge/${judgeId}`];
  if (judge?.status !== 'accepted')
    throw new Refusal('invitation-not-accepted', 'The judge has not accepted, or serves no more.');
  const { version } = definition.judging.terms;
  if (judge.terms !== version) throw new Refusal('terms-not-accepted', 'Accept the terms first.', { version });
  if (calibration.scored[judgeId]?.includes(referenceId) === true)
    throw new Refusal('reference-scored', 'This reference entry was scored already: its first score stands.');
  const rubric = rubricOf(definition, category, state.round);
  const criteria = criteriaOf(rubric);
  requireAnswers(data, criteria, rubric);
  const scores = criteria.flatMap((criterion) =>
    data.scores.filter((score) => score.criterion === criterion).map(({ points }) => ({ criterion, points })),
  );
  const abstained = criteria.filter((criterion) => data.abstained?.includes(criterion));
  const said = { scores, ...(abstained.length > 0 && { abstained }), comments };
  const round = requireRound(definition);
  return {
    events: [{ type: 'ReferenceScored', data: { cycleId, group, round, referenceId, judgeId, ...said } }],
    ...phase,
  };
}
