// What a sheet still lacks before it is handed in; the server holds to the same rules.
import type { Score } from '../../offline/store.ts';
import type { Rubric } from './judging.ts';

export type Lack = { criterion: string; why: 'points' | 'comment' | 'reason' };

/** As few letters as a reason takes, here and on the server. */
const shortestReason = 3;

/** In the order of the rubric. */
export const lacksIn = ({ criteria, commentAt }: Pick<Rubric, 'criteria' | 'commentAt'>, scores: Score[]): Lack[] =>
  criteria.flatMap(({ key: criterion }): Lack[] => {
    const score = scores.find((one) => one.criterion === criterion);
    if (score?.abstains) return score.comment.trim().length < shortestReason ? [{ criterion, why: 'reason' }] : [];
    if (score === undefined || score.points === null) return [{ criterion, why: 'points' }];
    return commentAt.includes(score.points) && score.comment.trim() === '' ? [{ criterion, why: 'comment' }] : [];
  });
