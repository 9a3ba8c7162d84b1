// How a judge's points on reference entries lie beside the reference and the panel: to talk about, never to count.
import { add, compare, display, divide, type Fraction, fraction, subtract, zero } from './fraction.ts';
import { pointsOn, type Sheet, sheetTotal, type TallyRubric } from './sheets.ts';

export type Spread = { criterion: string; lowest: number; median: number; highest: number; judges: number };
/** Of 100. `lean` is how much milder than the reference; `distance`, how far off on each criterion, whichever way. */
export type Standing = { references: number; lean: string; distance: string; far: boolean };

/** More than one point of five on every criterion. */
const farOff = fraction(20);

/** Of one reference entry, criterion by criterion; nothing where nobody has scored it. */
export const spreadOf = ({ criteria }: TallyRubric, sheets: readonly Sheet[]): Spread[] =>
  criteria.flatMap(({ key: criterion }) => {
    const points = pointsOn(sheets, criterion).sort((a, b) => a - b);
    const [lowest, highest] = [points[0], points.at(-1)];
    if (lowest === undefined || highest === undefined) return [];
    const middle = (points.length - 1) / 2;
    const median = ((points[Math.floor(middle)] ?? 0) + (points[Math.ceil(middle)] ?? 0)) / 2;
    return [{ criterion, lowest, median, highest, judges: points.length }];
  });

type Pair = { own: Pick<Sheet, 'points'>; reference: Pick<Sheet, 'points'> };

/** Over the reference entries that a judge has scored; null for none. */
export function standingOf(rubric: TallyRubric, pairs: readonly Pair[]): Standing | null {
  if (pairs.length === 0) return null;
  const outOf100 = (value: Fraction) => divide(value, fraction(rubric.scale.max * pairs.length));
  const sum = (of: (pair: Pair) => Fraction) => pairs.map(of).reduce(add, zero);
  const lean = outOf100(sum(({ own, reference }) => subtract(sheetTotal(rubric, own), sheetTotal(rubric, reference))));
  const distance = outOf100(sum((pair) => gapOf(rubric, pair)));
  return {
    references: pairs.length,
    ...{ lean: display(lean), distance: display(distance), far: compare(distance, farOff) > 0 },
  };
}

/** As a sheet whose points are how far the two lie apart. */
function gapOf(rubric: TallyRubric, { own, reference }: Pair): Fraction {
  const points = Object.fromEntries(
    rubric.criteria.flatMap(({ key }) => {
      const [given, right] = [own.points[key], reference.points[key]];
      return given === undefined || right === undefined ? [] : [[key, Math.abs(given - right)]];
    }),
  );
  return sheetTotal(rubric, { points });
}
