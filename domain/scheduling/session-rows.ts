// What a session has and lacks: categories, countries, its share of talks, languages; and what it can hold at all.
import { addColumn, addRow } from '../assignment/model.ts';
import { type Board, mayStand, none } from './board.ts';
import { boothsIn, hasDecided, teamsIn } from './hindrances.ts';
import type { Built, TalkColumn } from './model.ts';

const free = Number.POSITIVE_INFINITY;
const ones = (columns: readonly TalkColumn[], value = 1) => columns.map(({ column }) => [column, value] as const);

export function sessionRows(board: Board, built: Built): void {
  const ofSession = Map.groupBy(built.talks, ({ session }) => session);
  for (const [session] of board.sessions.entries()) {
    const own = ofSession.get(session) ?? [];
    shareRows(board, built, session);
    lackRows(board, built, session, own);
    languageColumns(board, built, session, own);
  }
  teamRows(board, built);
}

/** A session that is held has room for its share, above which each talk costs; one that is not has no talk. */
function shareRows(board: Board, { model, used, totals, aboves }: Built, session: number): void {
  const [total, held] = [totals[session] ?? 0, used[session] ?? 0];
  const beyond = Math.max(0, (board.sessions[session]?.slots ?? 0) - board.evenShare);
  const above = addColumn(model, board.file.rules.points.aboveShare, beyond);
  aboves[session] = above;
  addRow(model, -free, 0, [
    [total, 1],
    [above, -1],
    [held, -board.evenShare],
  ]);
  addRow(model, -free, 0, [
    [above, 1],
    [held, -beyond],
  ]);
}

function lackRows(board: Board, { model, used }: Built, session: number, own: TalkColumn[]): void {
  const { points, countries } = board.file.rules;
  const held = used[session] ?? 0;
  for (const category of board.categories) {
    const missing = addColumn(model, points.missingCategory, 1);
    const inIt = own.filter(({ talk }) => board.talks[talk]?.category === category);
    addRow(model, 0, free, [...ones(inIt), [missing, 1], [held, -1]]);
  }
  const present = [...Map.groupBy(own, ({ talk }) => board.talks[talk]?.country ?? '').values()].map((inIt) => {
    const column = addColumn(model, 0, 1);
    addRow(model, 0, free, [...ones(inIt), [column, -1]]);
    return column;
  });
  const short = addColumn(model, points.countryShort, countries);
  addRow(model, 0, free, [...present.map((column) => [column, 1] as const), [short, 1], [held, -countries]]);
}

function languageColumns(board: Board, { model, languages }: Built, session: number, own: TalkColumn[]): void {
  const { points } = board.file.rules;
  const cells: [number, number][] = [];
  for (const [language, inIt] of Map.groupBy(own, ({ talk }) => board.needs[talk] ?? '')) {
    if (language === '') continue;
    const column = addColumn(model, points.interpretation, 1, { whole: true });
    for (const talk of Map.groupBy(inIt, (one) => one.talk).values())
      addRow(model, -free, 0, [...ones(talk), [column, -1]]);
    languages.push({ language, session, column });
    cells.push([column, 1]);
  }
  if (cells.length > 0) addRow(model, -free, boothsIn(board, session), cells);
}

function teamRows(board: Board, { model, languages }: Built): void {
  const inBlock = Map.groupBy(languages, ({ language, session }) => `${board.sessions[session]?.block}\n${language}`);
  for (const [key, columns] of inBlock) {
    const [block = '', language = ''] = key.split('\n');
    const teams = teamsIn(board, block, language);
    if (columns.length > teams)
      addRow(
        model,
        -free,
        teams,
        columns.map(({ column }) => [column, 1]),
      );
  }
}

/** What slots would ask of a session before they are given: room, room within each interval, no hole, and space between neighbours. */
export function sessionBalance(board: Board, built: Built): void {
  const ofSession = Map.groupBy(built.talks, ({ session }) => session);
  for (const [session, { first, slots }] of board.sessions.entries()) {
    const own = ofSession.get(session) ?? [];
    const open = Array.from({ length: slots }, (_, slot) => first + slot).filter((place) => board.places[place]?.open);
    const spans = own.map((column) => ({ ...column, ...hullOf(board, open, column.talk) }));
    intervalRows(built, spans, open.length);
    behindRows(board, built, spans, session);
    countryRows(board, built, own, open, session);
  }
  meanwhileRows(board, built);
}

type Hull = TalkColumn & { low: number; high: number };

/** The first and the last of the open slots that the talk may have, counted among the open ones. */
function hullOf(board: Board, open: number[], talk: number): { low: number; high: number } {
  const pin = board.pins[talk] ?? none;
  const may = open.flatMap((place, number) =>
    (pin === none || pin === place) && mayStand(board, talk, place) ? [number] : [],
  );
  return { low: may[0] ?? 0, high: may.at(-1) ?? -1 };
}

function intervalRows({ model }: Built, spans: Hull[], size: number): void {
  const lows = [...new Set(spans.map(({ low }) => low))];
  const highs = [...new Set(spans.map(({ high }) => high))];
  for (const low of new Set([...lows, 0]))
    for (const high of new Set([...highs, size - 1])) {
      if (high < low) continue;
      // Pinned to a slot in which nobody speaks, a talk takes none of those.
      const inside = spans.filter((span) => span.low <= span.high && low <= span.low && span.high <= high);
      if (inside.length > high - low + 1) addRow(model, -free, high - low + 1, ones(inside));
    }
}

/** A talk that can only speak late needs others before it. */
function behindRows(board: Board, { model, totals }: Built, spans: Hull[], session: number): void {
  if (hasDecided(board, [session])) return;
  for (const { column, low } of spans)
    if (low > 0)
      addRow(model, 0, free, [
        [totals[session] ?? 0, 1],
        [column, -low - 1],
      ]);
}

/** Among n talks in a row at most half, rounded up, are of one country; each gap between open slots lets one more in. */
function countryRows(board: Board, built: Built, own: TalkColumn[], open: number[], session: number): void {
  const { model, totals } = built;
  if (board.file.rules.adjacency === 'off' || hasDecided(board, [session])) return;
  const gaps = open.filter((place, number) => number > 0 && open[number - 1] !== place - 1).length;
  for (const [country, inIt] of Map.groupBy(own, ({ talk }) => board.talks[talk]?.country ?? '')) {
    if (country === '' || inIt.length < 2) continue;
    addRow(model, -free, 1 + gaps, [...ones(inIt, 2), [totals[session] ?? 0, -1]]);
  }
}

/** Of one country or one speaker, no more talks in a block than the longest of its sessions has one after the other. */
function meanwhileRows(board: Board, { model, talks, aboves }: Built): void {
  const blocks = Map.groupBy(talks, ({ session }) => board.sessions[session]?.block ?? '');
  for (const inBlock of blocks.values()) {
    const sessions = [...new Set(inBlock.map(({ session }) => session))];
    const slots = Math.max(...sessions.map((session) => board.sessions[session]?.slots ?? 0));
    const isDecided = hasDecided(board, sessions);
    const share = isDecided ? slots : Math.min(slots, board.evenShare);
    const above = sessions.flatMap((session) => (isDecided ? [] : [[aboves[session] ?? 0, -1] as const]));
    const groups = [Map.groupBy(inBlock, ({ talk }) => `speaker ${board.speakers[talk]}`)];
    if (board.file.rules.adjacency !== 'off' && !isDecided)
      groups.push(Map.groupBy(inBlock, ({ talk }) => `country ${board.talks[talk]?.country}`));
    for (const [key, group] of groups.flatMap((one) => [...one])) {
      const many = new Set(group.map(({ talk }) => talk)).size;
      if (key !== 'country ' && many > share) addRow(model, -free, share, [...ones(group), ...above]);
    }
  }
}
