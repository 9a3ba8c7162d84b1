// What was done by hand to a schedule since its last proposal: by whom, when, and what can be taken back.
import type { ForumEvent, Place } from '../../domain/forum/messages.ts';
import { forumStream } from '../../domain/forum/state.ts';
import type { Db } from '../database.ts';
import { readStreams, type StreamEvent } from '../event-store.ts';
import { findNames } from '../people.ts';

export type MoveLine = {
  step: number | null;
  act: 'move' | 'undo' | 'redo' | 'restore';
  of: number | null;
  at: string;
  by: string | null;
  reason: string | null;
  changes: { talk: string; from: Place | null; to: Place | null }[];
};
const most = 30;

/** The newest first. */
export async function findMoves(db: Db, forumId: string): Promise<MoveLine[]> {
  const events = await readStreams(db.readPool, [forumStream(forumId).id]);
  const lines = events.reduce<MoveLine[]>(withEvent, []).slice(-most).reverse();
  const names = await findNames(db, [...new Set(lines.flatMap(({ by }) => by ?? []))]);
  return lines.map((line) => ({ ...line, by: line.by === null ? null : (names.get(line.by) ?? null) }));
}

type Moved = Extract<ForumEvent, { type: 'TalkMoved' }>['data'];

/** Moves of one act make one line. */
function withEvent(lines: MoveLine[], { type, data, at, actor }: StreamEvent): MoveLine[] {
  if (type === 'ScheduleProposed') return [];
  if (type !== 'TalkMoved') return lines;
  const { talk, from, to, step = null, act = 'move', of = null, reason = null } = data as Moved;
  const change = { talk, from, to };
  const last = lines.at(-1);
  const isOne = last !== undefined && last.at === at && last.act === act && last.of === of && last.step === step;
  if (isOne && (step !== null || act !== 'move'))
    return [...lines.slice(0, -1), { ...last, changes: [...last.changes, change] }];
  return [...lines, { step, act, of, at, by: actor, reason, changes: [change] }];
}
