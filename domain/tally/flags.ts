// Why a result is sensitive: reasons to talk before deciding. Flags never change a score.
import { compare, type Fraction, format, fraction, subtract } from './fraction.ts';
import { type Standing, standings } from './ladder.ts';
import { type Method, refusalOf, scoresOf } from './methods.ts';
import { judgesOf, minimumOf, pointsOn, type Table, type TallyInput, withoutJudge } from './sheets.ts';

export type Flag = {
  flag: 'close-lead' | 'one-judge-decides' | 'adjusted-differs' | 'wide-gap' | 'few-scored' | 'method-refused';
  /** The lead, the judge, the entries, the entry and criterion, or the method and why. */
  detail: string;
};
/** The ranked entries as they stand, by the method that was used. */
export type Outcome = { ranked: Table; method: Method; scores: ReadonlyMap<string, Fraction>; order: Standing[] };

/** Of a policy that does not say: less than one of 100 before the next, and more than two points between two assessors on a criterion. */
const usual = { leadHundredths: 100, gap: 2 };

export function flagsOf(input: TallyInput, outcome: Outcome): Flag[] {
  const { ranked } = outcome;
  const gaps = [...wideGaps(input, ranked), ...fewScored(input, ranked)];
  if (ranked.size < 2) return gaps;
  return [...gaps, ...closeLead(input, outcome), ...adjustedDiffers(input, ranked), ...oneJudgeDecides(input, outcome)];
}

function wideGaps({ rubric, policy }: TallyInput, ranked: Table): Flag[] {
  const { gap: least } = policy.sensitive ?? usual;
  return [...ranked].flatMap(([entry, sheets]) =>
    rubric.criteria.flatMap(({ key }): Flag[] => {
      const points = pointsOn(sheets, key);
      const gap = Math.max(...points) - Math.min(...points);
      return gap > least ? [{ flag: 'wide-gap', detail: `${entry}:${key}` }] : [];
    }),
  );
}

/** So many abstained from a criterion that fewer have scored it than an entry needs sheets. */
const fewScored = (input: TallyInput, ranked: Table): Flag[] =>
  [...ranked].flatMap(([entry, sheets]) =>
    input.rubric.criteria
      .filter(({ key }) => pointsOn(sheets, key).length < minimumOf(input, entry))
      .map(({ key }): Flag => ({ flag: 'few-scored', detail: `${entry}:${key}` })),
  );

/** Less before the next than the policy wants; ranks have no such measure. */
function closeLead({ rubric, policy }: TallyInput, { method, scores }: Outcome): Flag[] {
  if (method === 'ranks') return [];
  const [first, second] = [...scores.values()].sort((a, b) => compare(b, a));
  if (first === undefined || second === undefined) return [];
  const lead = subtract(first, second);
  const { leadHundredths } = policy.sensitive ?? usual;
  return compare(lead, fraction(leadHundredths * rubric.scale.max, 100)) < 0
    ? [{ flag: 'close-lead', detail: format(lead) }]
    : [];
}

/** Who would stand first: only the best scores go down the ladder. */
function winners({ policy }: TallyInput, table: Table, method: Method): string {
  if (table.size === 0) return '';
  const scores = scoresOf(method, table);
  const best = [...scores.values()].reduce((a, b) => (compare(a, b) < 0 ? b : a));
  const top = new Map([...scores].filter(([, score]) => compare(score, best) === 0));
  return namesOf(standings(table, top, policy.tieLadder));
}

const namesOf = ([first]: Standing[]) => [...(first?.members ?? [])].sort().join(' ');

function adjustedDiffers(input: TallyInput, ranked: Table): Flag[] {
  if (refusalOf('judge-adjusted', ranked) !== null) return [];
  const adjusted = winners(input, ranked, 'judge-adjusted');
  return adjusted === winners(input, ranked, 'mean') ? [] : [{ flag: 'adjusted-differs', detail: adjusted }];
}

/** Judges without whom another would win. Where the method does not fit the sheets that are left, by the plain mean. */
function oneJudgeDecides(input: TallyInput, { ranked, method, order }: Outcome): Flag[] {
  const now = namesOf(order);
  return judgesOf(ranked).flatMap((judge): Flag[] => {
    const left = withoutJudge(ranked, judge);
    const usable = method === 'trimmed' || refusalOf(method, left) === null ? method : 'mean';
    return winners(input, left, usable) === now ? [] : [{ flag: 'one-judge-decides', detail: judge }];
  });
}
