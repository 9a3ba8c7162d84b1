// What a board says of each entry: how far its sheets are, where it stands, and why to talk about it before deciding.
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { judgingOf, nextRoundOf, rubricOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import type { CountedSheet } from '../../domain/panel/messages.ts';
import { compare, display, divide, type Fraction, fraction, parse, subtract } from '../../domain/tally/fraction.ts';
import { sheetTotal, type TallyRubric } from '../../domain/tally/sheets.ts';
import type { EntryResult, TallyResult } from '../../domain/tally/tally.ts';
import type { Lowered } from './lowered-minimums.ts';

type Seen = {
  nominationId: string;
  country: string;
  organisation: Texts;
  dossierVersion: number;
  newestVersion: number;
};
type Coverage = {
  assigned: number;
  submitted: number;
  recused: number;
  conflicts: number;
  late: number;
  called: number;
};
/** A panel with those of its entries that the viewer may see. */
export type BoardRow = {
  id: string;
  cycleId: string;
  group: string;
  country: string | null;
  category: string;
  status: string;
  round: string;
  /** Who went on from a round that is over. */
  wentOn: string[] | null;
  tally: TallyResult | null;
  sheets: CountedSheet[] | null;
  lowered: Lowered;
  entries: (Seen & Coverage)[];
};
export type EntryFlag =
  | 'missing-sheets'
  | 'below-minimum'
  | 'wide-spread'
  | 'near-tie'
  | 'tie'
  | 'conflict'
  | 'late-sheet'
  | 'reserve-called'
  | 'changed-since';
type Standing = Pick<EntryResult, 'shown' | 'shownMean' | 'score' | 'rank' | 'unranked' | 'decidedBy'> & {
  shownAdjusted: string | null;
  lowest: string | null;
  highest: string | null;
  spread: string | null;
};
export type Board = Omit<BoardRow, 'tally' | 'sheets' | 'entries' | 'lowered' | 'wentOn'> & {
  method: string | null;
  soleNominee: boolean;
  minimumSheets: number;
  needsVote: string[][];
  flags: { flag: string; detail: string; shown: string | null }[];
  entries: (Seen &
    Coverage &
    Standing & {
      group: string;
      minimum: number;
      loweredBecause: string | null;
      goesOn: boolean | null;
      flags: EntryFlag[];
    })[];
};

export function boardOf(row: BoardRow, definition: AwardDefinition): Board {
  const { tally, sheets, entries, lowered, wentOn, ...panel } = row;
  const { minimumSheets, sensitive } = judgingOf(definition, panel.round);
  const seen = new Set(entries.map(({ nominationId }) => nominationId));
  const isSeen = (id: string) => seen.has(id);
  const some = (tally?.entries ?? []).some(({ nominationId }) => !isSeen(nominationId));
  const rubric = rubricOf(definition, panel.category, panel.round);
  const standings = standingsOf(rubric, tally, sheets, entries, some);
  const ranks = ranksAmong([...standings.values()], some);
  const near = nearOf(tally, standings, sensitive?.leadHundredths ?? 100, rubric);
  // Who stands equal in a round that another follows goes on together: there is nothing to vote on.
  const equal = nextRoundOf(definition, panel.round) === undefined ? (tally?.needsVote ?? []) : [];
  const ties = equal.map((tie) => tie.filter(isSeen)).filter((tie) => tie.length > 1);
  const ranked = entries.map((entry) => {
    const standing = standings.get(entry.nominationId) ?? none;
    const { minimum, reason } = lowered[entry.nominationId] ?? { minimum: minimumSheets, reason: null };
    const flags = flagsOf(entry, standing, { panel, tally, ties, near, minimum });
    return {
      group: panel.group,
      ...entry,
      ...standing,
      minimum,
      loweredBecause: reason,
      goesOn: wentOn?.includes(entry.nominationId) ?? null,
      rank: ranks(standing.rank),
      flags,
    };
  });
  return {
    ...panel,
    method: tally?.method ?? null,
    soleNominee: tally?.soleNominee ?? false,
    minimumSheets,
    needsVote: ties,
    flags: (tally?.flags ?? [])
      .filter((flag) => !some || speaksOf(flag, isSeen))
      .map((flag) => ({ ...flag, shown: leadOf(flag, rubric) })),
    entries: ranked.sort((a, b) => place(a) - place(b)),
  };
}

const place = ({ rank }: { rank: number | null }) => rank ?? Number.MAX_SAFE_INTEGER;

/** To one who does not see every entry the places are those among what is seen: a gap would tell where the others stand. */
function ranksAmong(standings: Standing[], some: boolean): (rank: number | null) => number | null {
  if (!some) return (rank) => rank;
  const seen = standings.flatMap(({ rank }) => rank ?? []);
  return (rank) => (rank === null ? null : 1 + seen.filter((other) => other < rank).length);
}

const leadOf = ({ flag, detail }: { flag: string; detail: string }, { scale }: TallyRubric) =>
  flag === 'close-lead' ? display(divide(parse(detail), fraction(scale.max))) : null;

/** A flag about one entry that is seen; what is said of the whole ranking would tell of entries that are not. */
const speaksOf = ({ flag, detail }: { flag: string; detail: string }, isSeen: (id: string) => boolean): boolean =>
  flag === 'method-refused' || ((flag === 'wide-gap' || flag === 'few-scored') && isSeen(detail.split(':')[0] ?? ''));

const none: Standing = {
  ...{ shown: null, shownMean: null, shownAdjusted: null, score: null, rank: null, unranked: null, decidedBy: null },
  ...{ lowest: null, highest: null, spread: null },
};

/** Where some entries are not seen, nothing is told that was made of their sheets too: adjusted scores, ranks by points, rungs. */
function standingsOf(
  rubric: TallyRubric,
  tally: TallyResult | null,
  sheets: CountedSheet[] | null,
  entries: Seen[],
  some: boolean,
): Map<string, Standing> {
  const results = new Map((tally?.entries ?? []).map((result) => [result.nominationId, result]));
  const sheetsOf = Map.groupBy(sheets ?? [], ({ nominationId }) => nominationId);
  const isOwn = !some || tally?.method === 'mean' || tally?.method === 'trimmed';
  return new Map(
    entries.map(({ nominationId }) => {
      const { shown, shownMean, shownAdjusted, score, rank, unranked, decidedBy } = results.get(nominationId) ?? none;
      const own = isOwn ? { shown, score } : { shown: null, score: null };
      const among = some
        ? { shownAdjusted: null, decidedBy: null }
        : { shownAdjusted: shownAdjusted ?? null, decidedBy };
      const spread = spreadOf(rubric, sheetsOf.get(nominationId) ?? []);
      return [nominationId, { ...own, ...among, shownMean, rank, unranked, ...spread }];
    }),
  );
}

/** Out of 100, the lowest and the highest of the sheets that were counted, and how far they lie apart. */
function spreadOf(rubric: TallyRubric, sheets: CountedSheet[]) {
  const totals = sheets.map((sheet) => sheetTotal(rubric, sheet)).sort(compare);
  const outOf100 = (total: Fraction | undefined) =>
    total === undefined ? null : display(divide(total, fraction(rubric.scale.max)));
  const [lowest, highest] = [totals[0], totals.at(-1)];
  const spread = lowest === undefined || highest === undefined ? undefined : subtract(highest, lowest);
  return { lowest: outOf100(lowest), highest: outOf100(highest), spread: outOf100(spread) };
}

type Around = {
  panel: { status: string };
  tally: TallyResult | null;
  /** Equals of which two at least are seen. */
  ties: string[][];
  near: ReadonlySet<string>;
  minimum: number;
};

function flagsOf(entry: Seen & Coverage, standing: Standing, { panel, tally, ties, near, minimum }: Around) {
  const { nominationId } = entry;
  const isScoring = panel.status === 'formed' || panel.status === 'scoring';
  const isTied = ties.some((tie) => tie.includes(nominationId));
  const told: [EntryFlag, boolean][] = [
    ['missing-sheets', isScoring && entry.submitted < entry.assigned - entry.recused],
    ['below-minimum', !isScoring && tally !== null && standing.unranked === 'not-enough-sheets'],
    ['below-minimum', isScoring && entry.assigned > 0 && entry.assigned - entry.recused < minimum],
    ['wide-spread', hasWideGap(tally, nominationId)],
    ['tie', isTied],
    ['near-tie', !isTied && near.has(nominationId)],
    ['conflict', entry.conflicts > 0],
    ['late-sheet', entry.late > 0],
    ['reserve-called', isScoring && entry.called > 0],
    ['changed-since', entry.newestVersion > entry.dossierVersion],
  ];
  return told.flatMap(([flag, holds]) => (holds ? [flag] : []));
}

const hasWideGap = (tally: TallyResult | null, entry: string) =>
  (tally?.flags ?? []).some(({ flag, detail }) => flag === 'wide-gap' && detail.startsWith(`${entry}:`));

/** Those less than a close lead from a neighbour that is seen; ranks have no such measure. */
function nearOf(
  tally: TallyResult | null,
  standings: ReadonlyMap<string, Standing>,
  leadHundredths: number,
  { scale }: TallyRubric,
): ReadonlySet<string> {
  if (tally === null || tally.method === 'ranks') return new Set();
  const least = fraction(leadHundredths * scale.max, 100);
  const scored = [...standings].flatMap(([entry, { score, rank }]) =>
    score === null || rank === null ? [] : [{ entry, score: parse(score) }],
  );
  const order = scored.sort((a, b) => compare(b.score, a.score));
  const isNear = (above: (typeof order)[number] | undefined, below: (typeof order)[number] | undefined) =>
    above !== undefined && below !== undefined && compare(subtract(above.score, below.score), least) < 0;
  const near = order.filter((one, at) => isNear(order[at - 1], one) || isNear(one, order[at + 1]));
  return new Set(near.map(({ entry }) => entry));
}
