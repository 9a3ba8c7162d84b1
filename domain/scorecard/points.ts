// Whether points answer a rubric: each criterion once, on the scale or left out with leave, with a comment where the rubric wants one.
import type { Rubric } from '../award-definition.ts';
import { Refusal } from '../decider.ts';

type Score = { criterion: string; points: number; commented: boolean };
type Said = { scores: Score[]; abstained?: string[] };

/**
 * @throws Refusal criterion-unknown, criterion-twice, criteria-missing, abstention-not-allowed, all-abstained,
 * points-outside-scale or comment-required
 */
export function requireAnswers({ scores, abstained = [] }: Said, criteria: string[], rubric: Rubric): void {
  const { scale, commentAt } = rubric;
  const named = [...scores.map((score) => score.criterion), ...abstained];
  const unknown = named.filter((name) => !criteria.includes(name));
  if (unknown.length > 0) throw new Refusal('criterion-unknown', `The rubric has no ${list(unknown)}.`, { criteria });
  const twice = named.filter((name, index) => named.indexOf(name) !== index);
  if (twice.length > 0) throw new Refusal('criterion-twice', `Scored twice: ${list(twice)}.`, { criteria: twice });
  const missing = criteria.filter((name) => !named.includes(name));
  if (missing.length > 0) throw new Refusal('criteria-missing', `No points for ${list(missing)}.`, { missing });
  requireLeave(abstained, criteria, rubric);
  const outside = namesOf(scores.filter(({ points }) => !isOnScale(points, scale.max)));
  if (outside.length > 0)
    throw new Refusal('points-outside-scale', `Points go from 0 to ${scale.max}: ${list(outside)}.`, {
      min: 0,
      max: scale.max,
      criteria: outside,
    });
  const silent = namesOf(scores.filter(({ points, commented }) => commentAt.includes(points) && !commented));
  if (silent.length > 0)
    throw new Refusal('comment-required', `These points need a comment: ${list(silent)}.`, { criteria: silent });
}

/** Who has nothing to say on any criterion steps back from the entry. */
function requireLeave(abstained: string[], criteria: string[], rubric: Rubric): void {
  const leave = criteria.filter((name) => mayAbstain(rubric, name));
  const without = abstained.filter((name) => !leave.includes(name));
  if (without.length > 0)
    throw new Refusal('abstention-not-allowed', `Every judge scores ${list(without)}.`, { criteria: leave });
  if (abstained.length === criteria.length)
    throw new Refusal('all-abstained', 'Who abstains from every criterion steps back from the entry instead.');
}

export const mayAbstain = ({ criteria }: Pick<Rubric, 'criteria'>, criterion: string): boolean =>
  criteria.some(({ key, mayAbstain: may }) => key === criterion && may === true);

export const isOnScale = (points: number, max: number): boolean =>
  Number.isInteger(points) && points >= 0 && points <= max;

const namesOf = (scores: Score[]) => scores.map((score) => score.criterion);
const list = (names: string[]) => names.join(', ');
