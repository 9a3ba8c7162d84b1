// Who speaks in which block, whatever the room: sessions of a block are alike for nearly all that counts, and a model that does not tell them apart is small.
import { addColumn, addRow, emptyModel, type Model } from '../assignment/model.ts';
import { type Board, isFree, mayStand, none } from './board.ts';
import { chairMisfitOf, misfitOf, wishMissedBy } from './cost.ts';
import { boothsIn, hasDecided, teamsIn } from './hindrances.ts';

export type BlockModel = {
  model: Model;
  talks: { talk: number; block: number; column: number }[];
  chairs: { chair: number; block: number; column: number }[];
};
type Block = { sessions: number[]; slots: number; longest: number; used: number; total: number };
type Making = BlockModel & { board: Board; blocks: Block[] };
type In = Making['talks'];

const free = Number.POSITIVE_INFINITY;
const ones = (own: In, value = 1) => own.map(({ column }) => [column, value] as const);

/** Sessions by block, in their order. */
export const blocksOf = ({ sessions }: Board): number[][] => [
  ...Map.groupBy(sessions.keys(), (session) => sessions[session]?.block ?? '').values(),
];

/** It asks no more than the sessions would: its bound holds for every schedule that stood nowhere before. */
export function buildBlocks(board: Board): BlockModel {
  const model = emptyModel();
  const blocks = blocksOf(board).map((sessions) => blockColumns(board, model, sessions));
  const talks = blocks.flatMap((block, at) => talkColumns(board, model, block, at));
  const making: Making = { model, board, blocks, talks, chairs: [] };
  const ofTalk = Map.groupBy(talks, ({ talk }) => talk);
  for (const talk of board.talks.keys()) {
    const out = addColumn(model, board.file.rules.points.unplaced, 1);
    addRow(model, 1, 1, [...ones(ofTalk.get(talk) ?? []), [out, 1]]);
  }
  const ofBlock = Map.groupBy(talks, ({ block }) => block);
  for (const [number, block] of blocks.entries()) blockRows(making, block, ofBlock.get(number) ?? []);
  chairRows(making);
  return { model, talks, chairs: making.chairs };
}

function blockColumns({ file, sessions: all, places, pins }: Board, model: Model, sessions: number[]): Block {
  // A person may pin a talk even to a slot in which nobody speaks.
  const slots = places.filter(
    ({ session, open }, place) => (open || pins.includes(place)) && sessions.includes(session),
  ).length;
  const lower = file.rules.emptySession === 'charged' ? sessions.length : 0;
  return {
    ...{ sessions, slots, longest: Math.max(...sessions.map((session) => all[session]?.slots ?? 0)) },
    used: addColumn(model, 0, sessions.length, { whole: true, lower }),
    total: addColumn(model, 0, slots),
  };
}

function talkColumns(board: Board, model: Model, { sessions }: Block, block: number): In {
  const { points } = board.file.rules;
  const [session = none] = sessions;
  return board.talks.flatMap((_, talk) => {
    const pin = board.pins[talk] ?? none;
    const isOpen = board.places.some(
      (place, at) => sessions.includes(place.session) && mayStand(board, talk, at) && (pin === none || pin === at),
    );
    if (!isOpen) return [];
    const cost = points.themeMisfit * misfitOf(board, talk, session) + points.wish * wishMissedBy(board, talk, session);
    return [{ talk, block, column: addColumn(model, cost, 1, { whole: true, lower: pin === none ? 0 : 1 }) }];
  });
}

function blockRows({ model, board, ...making }: Making, block: Block, own: In): void {
  const { points, countries, adjacency } = board.file.rules;
  const { used, total, sessions, longest } = block;
  addRow(model, 0, 0, [...ones(own), [total, -1]]);
  const beyond = Math.max(0, longest - board.evenShare);
  const above = addColumn(model, points.aboveShare, beyond * sessions.length);
  addRow(model, -free, 0, [
    [total, 1],
    [above, -1],
    [used, -board.evenShare],
  ]);
  addRow(model, -free, 0, [
    [above, 1],
    [used, -beyond],
  ]);
  for (const category of board.categories) {
    const missing = addColumn(model, points.missingCategory, sessions.length);
    const inIt = own.filter(({ talk }) => board.talks[talk]?.category === category);
    addRow(model, 0, free, [...ones(inIt), [missing, 1], [used, -1]]);
  }
  const ofCountry = Map.groupBy(own, ({ talk }) => board.talks[talk]?.country ?? '');
  const present = [...ofCountry].map(([country, inIt]) => {
    const column = addColumn(model, 0, sessions.length);
    addRow(model, 0, free, [...ones(inIt), [column, -1]]);
    addRow(model, -free, 0, [
      [column, 1],
      [used, -1],
    ]);
    // One country speaks in one room at a time, and no room has a talk behind an empty slot.
    const share = Math.min(longest, board.evenShare);
    if (country !== '' && adjacency !== 'off' && inIt.length > share && !hasDecided(board, sessions))
      addRow(model, -free, share, [...ones(inIt), [above, -1]]);
    return [column, 1] as const;
  });
  const short = addColumn(model, points.countryShort, countries * sessions.length);
  addRow(model, 0, free, [...present, [short, 1], [used, -countries]]);
  languageRows({ model, board, ...making }, block, own, above);
}

function languageRows({ model, board }: Making, block: Block, own: In, above: number): void {
  const { sessions } = block;
  const cells: [number, number][] = [];
  const id = board.sessions[sessions[0] ?? none]?.block ?? '';
  for (const [language, inIt] of Map.groupBy(own, ({ talk }) => board.needs[talk] ?? '')) {
    if (language === '') continue;
    const most = Math.min(sessions.length, teamsIn(board, id, language));
    const column = addColumn(model, board.file.rules.points.interpretation, most, { whole: true });
    for (const one of inIt)
      addRow(model, -free, 0, [
        [one.column, 1],
        [column, -1],
      ]);
    addRow(model, -free, 0, [...ones(inIt), [column, -roomFor(board, inIt, block)], [above, -1]]);
    cells.push([column, 1]);
  }
  const booths = sessions.reduce((all, session) => all + boothsIn(board, session), 0);
  if (cells.length > 0) addRow(model, -free, booths, cells);
}

/** How many talks of a language a session of its share can have: those of one country alone stand in every other slot at most. */
function roomFor(board: Board, inIt: In, { sessions, longest }: Block): number {
  const { file, talks, places, evenShare } = board;
  const share = Math.min(longest, evenShare);
  const countries = new Set(inIt.map(({ talk }) => talks[talk]?.country ?? ''));
  const isApart = file.rules.adjacency !== 'off' && !hasDecided(board, sessions) && places.every(({ open }) => open);
  return isApart && countries.size === 1 && !countries.has('') ? Math.ceil(share / 2) : share;
}

function chairRows({ model, board, blocks, chairs }: Making): void {
  const { points } = board.file.rules;
  for (const [block, { sessions, used }] of blocks.entries()) {
    const may = [...board.moderators.keys()].filter((chair) =>
      sessions.some((session) => isFree(board, chair, session)),
    );
    const own = may.map((chair) => {
      const cost = points.moderatorMisfit * chairMisfitOf(board, chair, sessions[0] ?? none);
      return { chair, block, column: addColumn(model, cost, 1, { whole: true }) };
    });
    const nobody = addColumn(model, points.vacantModerator, sessions.length);
    addRow(model, 0, 0, [...own.map(({ column }) => [column, 1] as const), [nobody, 1], [used, -1]]);
    chairs.push(...own);
  }
  for (const own of Map.groupBy(chairs, ({ chair }) => chair).values())
    addRow(
      model,
      -free,
      board.file.forum.moderatorMaxSessions,
      own.map(({ column }) => [column, 1]),
    );
}
