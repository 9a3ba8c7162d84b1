// Problems of assignment of any size, made from a seed.
import type { ProblemInput } from '../../domain/assignment/messages.ts';

const themes = ['digital', 'education', 'environment', 'finance', 'governance', 'health', 'inclusion', 'livelihoods'];
const countries = ['BN', 'ID', 'KH', 'LA', 'MM', 'MY', 'PH', 'SG', 'TH', 'TL', 'VN'];
const own = ['ms', 'id', 'km', 'lo', 'my', 'ms', 'fil', 'en', 'th', 'pt', 'vi'];

type Draw = (below: number) => number;

/** Park and Miller's numbers: the same for everybody. */
function drawFrom(seed: number): Draw {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
const some = (draw: Draw, from: readonly string[], count: number): string[] =>
  [...new Set(Array.from({ length: count }, () => from[draw(from.length)] ?? ''))].sort();
const numbered = (letter: string, place: number) => `${letter}${String(place + 1).padStart(4, '0')}`;

/** Of a regional award: entries with one or two themes, some in their own language; judges with room for half as much again. */
export function assignmentProblem(entries: number, judges: number, { seats = 3, seed = 7 } = {}) {
  const draw = drawFrom(seed);
  const capacity = Math.ceil((1.5 * entries * seats) / judges);
  return {
    kind: 'assignment' as const,
    id: `made-${entries}x${judges}`,
    round: { scope: 'regional' as const, conflictScope: 'country' as const },
    rules: {} as NonNullable<ProblemInput['rules']>,
    entries: Array.from({ length: entries }, (_, place) => {
      const from = draw(countries.length);
      const languages = draw(5) === 0 ? [own[from] ?? 'en'] : ['en'];
      return {
        id: numbered('E', place),
        country: countries[from] ?? '',
        languages,
        themes: some(draw, themes, 2),
        seats,
      };
    }),
    judges: Array.from({ length: judges }, (_, place) => {
      const from = draw(countries.length);
      const body = draw(3) === 0 ? `institute-${draw(5)}` : null;
      const languages = [...new Set(['en', own[from] ?? 'en', own[draw(own.length)] ?? 'en'])];
      const wishes = some(draw, themes, 1);
      const judge = { id: numbered('J', place), country: countries[from] ?? '', body, languages, wishes, capacity };
      return { ...judge, themes: some(draw, themes, 3) } as typeof judge & { themes: string[]; minLoad?: number };
    }),
  };
}
