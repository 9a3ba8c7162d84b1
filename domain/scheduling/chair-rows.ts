// Who moderates: one for each session that is held or nobody, free then, in one room at a time and not too often.
import { addColumn, addRow } from '../assignment/model.ts';
import { type Board, isFree, none, speakerOf, vacant } from './board.ts';
import { chairMisfitOf } from './cost.ts';
import type { Built } from './model.ts';
import { overlap } from './readings.ts';

const free = Number.POSITIVE_INFINITY;

export function chairColumns(board: Board, built: Built, asked: (chair: number, session: number) => boolean): void {
  const { model, used, chairs } = built;
  const { points } = board.file.rules;
  for (const [session] of board.sessions.entries()) {
    const pin = board.moderatorPins[session] ?? none;
    const may = board.moderators.flatMap((_, chair) =>
      isFree(board, chair, session) && (pin === chair || (pin === none && asked(chair, session))) ? [chair] : [],
    );
    const own = may.map((chair) => {
      const lower = pin === chair && board.file.rules.emptySession === 'charged' ? 1 : 0;
      const cost = points.moderatorMisfit * chairMisfitOf(board, chair, session);
      return { chair, session, column: addColumn(model, cost, 1, { whole: true, lower }) };
    });
    chairs.push(...own);
    const nobody = addColumn(model, points.vacantModerator, pin === none || pin === vacant ? 1 : 0);
    addRow(model, 0, 0, [...own.map(({ column }) => [column, 1] as const), [nobody, 1], [used[session] ?? 0, -1]]);
  }
  for (const own of Map.groupBy(chairs, ({ chair }) => chair).values()) onePlaceRows(board, built, own);
  if (board.file.forum.moderatorOwnCountry !== 'allowed') countryRows(board, built);
  speakingRows(board, built);
}

/** Who moderates a session speaks in no other room meanwhile. */
function speakingRows(board: Board, { model, chairs, talks }: Built): void {
  const speakers = new Set(board.talks.map(speakerOf));
  for (const { chair, session, column } of chairs) {
    const id = board.moderators[chair]?.id ?? '';
    if (!speakers.has(id)) continue;
    const elsewhere = talks.filter((one) => {
      // Where slots come later, this does too: a bound must not ask for more than it takes.
      const given = board.talks[one.talk];
      const at = board.places[one.place];
      const own = board.sessions[session];
      return (
        given !== undefined &&
        at !== undefined &&
        own !== undefined &&
        speakerOf(given) === id &&
        one.session !== session &&
        overlap(at, own)
      );
    });
    for (const columns of Map.groupBy(elsewhere, ({ talk }) => talk).values())
      addRow(model, -free, 1, [[column, 1], ...columns.map((one) => [one.column, 1] as const)]);
  }
}

function onePlaceRows(board: Board, { model }: Built, own: Built['chairs']): void {
  const most = board.file.forum.moderatorMaxSessions;
  const cells = own.map(({ column }) => [column, 1] as const);
  if (own.length > most) addRow(model, -free, most, cells);
  const span = ({ session }: { session: number }) => board.sessions[session] ?? { from: 0, to: 0 };
  for (const { from } of new Map(own.map((one) => [span(one).from, span(one)])).values()) {
    const meanwhile = own.filter((one) => span(one).from <= from && from < span(one).to);
    if (meanwhile.length > 1)
      addRow(
        model,
        -free,
        1,
        meanwhile.map(({ column }) => [column, 1]),
      );
  }
}

/** With a talk of the moderator's country in it, a session has another country's too. */
function countryRows(board: Board, { model, chairs, talks }: Built): void {
  const ofSession = Map.groupBy(talks, ({ session }) => session);
  for (const { chair, session, column } of chairs) {
    const country = board.moderators[chair]?.country;
    const own = ofSession.get(session) ?? [];
    const others = own.filter(({ talk }) => board.talks[talk]?.country !== country);
    for (const [talk, columns] of Map.groupBy(own, (one) => one.talk)) {
      if (board.talks[talk]?.country !== country) continue;
      addRow(model, -1, free, [
        ...others.map((one) => [one.column, 1] as const),
        ...columns.map((one) => [one.column, -1] as const),
        [column, -1],
      ]);
    }
  }
}
