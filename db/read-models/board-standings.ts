// What a board says of each entry: how far its sheets are, where it stands, and why to talk about it before deciding.
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { rubricOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import type { CountedSheet } from '../../domain/panel/messages.ts';
import { display, fraction } from '../../domain/tally/fraction.ts';
import { sheetTotal, type TallyRubric } from '../../domain/tally/sheets.ts';
import type { EntryResult, TallyResult } from '../../domain/tally/tally.ts';

type Seen = {
  nominationId: string;
  country: string;
  organisation: Texts;
  dossierVersion: number;
  newestVersion: number;
};
type Coverage = { assigned: number; submitted: number; recused: number; conflicts: number; late: number };
/** A panel with those of its entries that the viewer may see. */
export type BoardRow = {
  id: string;
  cycleId: string;
  group: string;
  country: string | null;
  category: string;
  status: string;
  tally: TallyResult | null;
  sheets: CountedSheet[] | null;
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
  | 'changed-since';
type Standing = Pick<EntryResult, 'shown' | 'shownMean' | 'score' | 'rank' | 'unranked'> & {
  lowest: string | null;
  highest: string | null;
  spread: string | null;
};
export type Board = Omit<BoardRow, 'tally' | 'sheets' | 'entries'> & {
  method: string | null;
  minimumSheets: number;
  needsVote: string[][];
  flags: { flag: string; detail: string }[];
  entries: (Seen & Coverage & Standing & { group: string; flags: EntryFlag[] })[];
};

/** Points out of 100 between two neighbours in the ranking that should be talked about. */
const nearTie = 1;

export function boardOf({ tally, sheets, entries, ...panel }: BoardRow, definition: AwardDefinition): Board {
  const rubric = rubricOf(definition, panel.category);
  const isSeen = (id: string) => entries.some((entry) => entry.nominationId === id);
  const unseen = (tally?.entries ?? []).map(({ nominationId }) => nominationId).filter((id) => !isSeen(id));
  const standings = new Map(
    entries.map(({ nominationId }) => [nominationId, standingOf(rubric, tally, sheets, nominationId)]),
  );
  const ranks = ranksAmong([...standings.values()], unseen.length > 0);
  const ranked = entries.map((entry) => {
    const standing = standings.get(entry.nominationId) ?? none;
    const flags = flagsOf(entry, standing, { panel, tally, standings, minimum: definition.judging.minimumSheets });
    return { group: panel.group, ...entry, ...standing, rank: ranks(standing.rank), flags };
  });
  return {
    ...panel,
    method: tally?.method ?? null,
    minimumSheets: definition.judging.minimumSheets,
    needsVote: (tally?.needsVote ?? []).map((tie) => tie.filter(isSeen)).filter((tie) => tie.length > 1),
    flags: (tally?.flags ?? []).filter((flag) => unseen.length === 0 || speaksOf(flag, entries)),
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

/** A flag about one entry that is seen; what is said of the whole ranking would tell of entries that are not. */
const speaksOf = ({ flag, detail }: { flag: string; detail: string }, entries: Seen[]): boolean =>
  flag === 'method-refused' ||
  (flag === 'wide-gap' && entries.some(({ nominationId }) => detail.startsWith(`${nominationId}:`)));

const none: Standing = {
  ...{ shown: null, shownMean: null, score: null, rank: null, unranked: null },
  ...{ lowest: null, highest: null, spread: null },
};

function standingOf(
  rubric: TallyRubric,
  tally: TallyResult | null,
  sheets: CountedSheet[] | null,
  entry: string,
): Standing {
  const found = tally?.entries.find(({ nominationId }) => nominationId === entry);
  const { shown = null, shownMean = null, score = null, rank = null, unranked = null } = found ?? {};
  return { shown, shownMean, score, rank, unranked, ...spreadOf(rubric, sheets, entry) };
}

/** Out of 100, the lowest and the highest of the sheets that were counted, and how far they lie apart. */
function spreadOf(rubric: TallyRubric, sheets: CountedSheet[] | null, entry: string) {
  const totals = (sheets ?? [])
    .filter(({ nominationId }) => nominationId === entry)
    .map((sheet) => sheetTotal(rubric, sheet))
    .sort((a, b) => a - b);
  const outOf100 = (total: number | undefined) =>
    total === undefined ? null : display(fraction(total, rubric.scale.max));
  const [lowest, highest] = [totals[0], totals.at(-1)];
  const spread = lowest === undefined || highest === undefined ? undefined : highest - lowest;
  return { lowest: outOf100(lowest), highest: outOf100(highest), spread: outOf100(spread) };
}

type Around = {
  panel: { status: string };
  tally: TallyResult | null;
  standings: Map<string, Standing>;
  minimum: number;
};

function flagsOf(entry: Seen & Coverage, standing: Standing, { panel, tally, standings, minimum }: Around) {
  const { nominationId } = entry;
  const isScoring = panel.status === 'formed' || panel.status === 'scoring';
  const isTied = (tally?.needsVote ?? []).some((tie) => tie.includes(nominationId));
  const told: [EntryFlag, boolean][] = [
    ['missing-sheets', isScoring && entry.submitted < entry.assigned - entry.recused],
    ['below-minimum', !isScoring && tally !== null && standing.unranked === 'not-enough-sheets'],
    ['below-minimum', isScoring && entry.assigned > 0 && entry.assigned - entry.recused < minimum],
    ['wide-spread', hasWideGap(tally, nominationId)],
    ['tie', isTied],
    ['near-tie', !isTied && isNear(tally, nominationId, standings)],
    ['conflict', entry.conflicts > 0],
    ['late-sheet', entry.late > 0],
    ['changed-since', entry.newestVersion > entry.dossierVersion],
  ];
  return told.flatMap(([flag, holds]) => (holds ? [flag] : []));
}

const hasWideGap = (tally: TallyResult | null, entry: string) =>
  (tally?.flags ?? []).some(({ flag, detail }) => flag === 'wide-gap' && detail.startsWith(`${entry}:`));

/** Less than one of 100 from a neighbour that is seen; ranks have no such measure. */
function isNear(tally: TallyResult | null, entry: string, standings: Map<string, Standing>): boolean {
  const own = standings.get(entry);
  if (tally === null || tally.method === 'ranks' || own?.shown == null || own.rank === null) return false;
  const score = Number(own.shown);
  return [...standings].some(
    ([other, { shown, rank }]) =>
      other !== entry && shown !== null && rank !== null && Math.abs(Number(shown) - score) < nearTie,
  );
}
