// How reliable a panel's sheets are: measures of the whole, of each judge, and why some of them say nothing.
import { type Fraction, toNumber } from '../tally/fraction.ts';
import { judgesOf, type Sheet, type Table, type TallyRubric, tableOf, unitOf } from '../tally/sheets.ts';
import { krippendorffAlpha } from './alpha.ts';
import { icc, iccInterval, judgesNeeded, type MeanSquares, meanSquares } from './anova.ts';
import { kendallW } from './concordance.ts';
import { islandsOf } from './islands.ts';
import { type JudgeMeasures, measuresOf, type Tied } from './judges.ts';

export type ReliabilityInput = {
  rubric: TallyRubric;
  entries: readonly string[];
  sheets: readonly Sheet[];
  tied: Tied;
  /** The entries were chosen for being good: they differ less than all would, and every measure comes out lower. */
  shortlist: boolean;
};
/** Why nothing is shown: what so small a group says is chance, and would be held against people. */
export type Hidden = 'few-entries' | 'few-judges';
export type Agreement = {
  /** ICC(2,k): of the panel's mean; complete panels only. */
  ofMean: {
    value: number;
    from: number | null;
    to: number | null;
    reading: 'poor' | 'moderate' | 'good' | 'excellent';
  } | null;
  /** ICC(2,1): of one judge. */
  ofOne: number | null;
  /** Judges an entry would need for a reliability of 0.80; null where no number would do. */
  judgesNeeded: number | null;
  alpha: { value: number; reading: 'reliable' | 'tentative' | 'not-reliable' } | null;
  concordance: { w: number; chiSquare: number; freedom: number; p: number } | null;
};
export type Reliability = {
  entries: number;
  judges: number;
  sheets: number;
  /** Every judge read every entry. */
  complete: boolean;
  indicative: 'few-entries' | 'shortlist' | null;
  /** More than one group: no entry links them, so that nobody can say which is stricter. */
  islands: string[][];
  hidden: Hidden | null;
  panel: Agreement | null;
  perJudge: JudgeMeasures[];
};

const least = { entries: 5, judges: 3, firm: 10 };
const wantedHundredths = 80;

export function reliabilityOf({ rubric, entries, sheets, tied, shortlist }: ReliabilityInput): Reliability {
  const all = tableOf({ rubric, entries, sheets });
  const table: Table = new Map([...all].filter(([, own]) => own.length > 0));
  const judges = judgesOf(table);
  const islands = islandsOf([...table.values()].map((own) => own.map(({ judgeId }) => judgeId)));
  const compared = [...table.values()].filter((own) => own.length > 1).length;
  const hidden = compared < least.entries ? 'few-entries' : judges.length < least.judges ? 'few-judges' : null;
  const complete = [...table.values()].every((own) => own.length === judges.length);
  return {
    ...{ entries: table.size, judges: judges.length, complete, islands, hidden },
    sheets: [...table.values()].reduce((sum, own) => sum + own.length, 0),
    indicative: shortlist ? 'shortlist' : table.size < least.firm ? 'few-entries' : null,
    panel: hidden === null ? agreementOf(table, complete) : null,
    perJudge: hidden === null ? measuresOf(table, rubric, islands.length === 1, tied) : [],
  };
}

function agreementOf(table: Table, complete: boolean): Agreement {
  const rows = wholeTotals(table);
  const squares = complete ? meanSquares(rows) : null;
  const one = squares && icc('2,1', squares);
  const alpha = numberOf(krippendorffAlpha(rows, 'interval'));
  const concordance = complete ? kendallW((rows[0] ?? []).map((_, judge) => rows.map((row) => row[judge] ?? 0))) : null;
  return {
    ofMean: squares && ofMean(squares),
    ofOne: numberOf(one),
    judgesNeeded: one === null ? null : judgesNeeded(one, wantedHundredths),
    alpha: alpha === null ? null : { value: alpha, reading: alphaReading(alpha) },
    concordance: concordance && {
      ...concordance,
      w: toNumber(concordance.w),
      chiSquare: toNumber(concordance.chiSquare),
    },
  };
}

/** Where none of these measures is moved by the unit: above this many parts they are rounded, which shows in none. */
const finest = 10n ** 9n;

function wholeTotals(table: Table): number[][] {
  const exact = unitOf(table);
  const unit = exact > finest ? finest : exact;
  return [...table.values()].map((own) => own.map(({ total: { n, d } }) => Number((2n * n * unit + d) / (2n * d))));
}

const numberOf = (value: Fraction | null) => (value === null ? null : toNumber(value));

function ofMean(squares: MeanSquares): Agreement['ofMean'] {
  const value = numberOf(icc('2,k', squares));
  if (value === null) return null;
  const [from, to] = iccInterval('2,k', squares) ?? [null, null];
  return {
    value,
    from,
    to,
    reading: value < 0.5 ? 'poor' : value < 0.75 ? 'moderate' : value < 0.9 ? 'good' : 'excellent',
  };
}

const alphaReading = (alpha: number) => (alpha >= 0.8 ? 'reliable' : alpha >= 0.667 ? 'tentative' : 'not-reliable');
