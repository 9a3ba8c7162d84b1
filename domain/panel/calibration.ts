// The calibration of a panel: reference entries that its judges score before the real ones, and that never count.
import type { Abstaining, PanelEvent, Points } from './messages.ts';

export type Calibration = {
  references: { referenceId: string; points: Points[] }[];
  /** By judge, the references that were scored: once each, before the panel's spread is shown. */
  scored: { [judgeId: string]: string[] };
};
type CalibrationEvent = Extract<PanelEvent, { type: 'ReferenceAdded' | 'ReferenceRemoved' | 'ReferenceScored' }>;
export type ReferenceSheet = Abstaining & { referenceId: string; judgeId: string };

const none: Calibration = { references: [], scored: {} };

export function evolveCalibration(before: Calibration = none, event: CalibrationEvent): Calibration {
  const { references, scored } = before;
  const { referenceId } = event.data;
  switch (event.type) {
    case 'ReferenceAdded':
      return { ...before, references: [...references, { referenceId, points: event.data.points }] };
    case 'ReferenceRemoved':
      return { ...before, references: references.filter((one) => one.referenceId !== referenceId) };
    case 'ReferenceScored': {
      const { judgeId } = event.data;
      return { ...before, scored: { ...scored, [judgeId]: [...(scored[judgeId] ?? []), referenceId] } };
    }
  }
}

/** How many reference entries a judge has still to score: before the first round, never before a later one. */
export function leftToCalibrate(
  { calibration, rounds }: { calibration?: Calibration; rounds?: object[] },
  judgeId: string,
): number {
  if (calibration === undefined || rounds !== undefined) return 0;
  const done = calibration.scored[judgeId] ?? [];
  return calibration.references.filter(({ referenceId }) => !done.includes(referenceId)).length;
}
