// What was done by hand to a schedule since its last proposal: by whom, when, and what can be taken back.
import type { ForumEvent, HowStepped, Place } from '../../domain/forum/messages.ts';
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
  pins: { talk: string; held: boolean }[];
  moderators: { block: string; room: string; name: string | null; held: boolean }[];
};
const most = 30;

/** The newest first. */
export async function findMoves(db: Db, forumId: string): Promise<MoveLine[]> {
  const events = await readStreams(db.readPool, [forumStream(forumId).id]);
  const lines = events.reduce<MoveLine[]>(withEvent, []).slice(-most).reverse();
  const people = lines.flatMap(({ by, moderators }) => [by ?? [], ...moderators.map(({ name }) => name ?? [])].flat());
  const names = await findNames(db, [...new Set(people)]);
  const nameOf = (person: string | null) => (person === null ? null : (names.get(person) ?? null));
  return lines.map((line) => ({
    ...line,
    by: nameOf(line.by),
    moderators: line.moderators.map((one) => ({ ...one, name: nameOf(one.name) })),
  }));
}

type Data<Type extends ForumEvent['type']> = Extract<ForumEvent, { type: Type }>['data'];
type Done = Pick<MoveLine, 'changes' | 'pins' | 'moderators'>;

/** What an event did by hand; of pins from before they could be taken back nothing is said. */
function doneBy({ type, data }: StreamEvent): (Done & HowStepped & { reason?: string }) | null {
  const none: Done = { changes: [], pins: [], moderators: [] };
  switch (type) {
    case 'TalkMoved': {
      const { talk, from, to, ...how } = data as Data<'TalkMoved'>;
      return { ...none, ...how, changes: [{ talk, from, to }] };
    }
    case 'TalkPinned':
    case 'TalkUnpinned': {
      const { talk, step, act, of } = data as Data<'TalkUnpinned'>;
      if (step === undefined && act === undefined) return null;
      return { ...none, ...stepped({ step, act, of }), pins: [{ talk, held: type === 'TalkPinned' }] };
    }
    case 'ModeratorSet': {
      const { block, room, person, held, step, act, of } = data as Data<'ModeratorSet'>;
      return { ...none, ...stepped({ step, act, of }), moderators: [{ block, room, name: person, held }] };
    }
    default:
      return null;
  }
}

const stepped = ({ step, act, of }: { [Key in keyof HowStepped]: HowStepped[Key] | undefined }): HowStepped => ({
  ...(step !== undefined && { step }),
  ...(act !== undefined && { act }),
  ...(of !== undefined && { of }),
});

/** Changes of one act make one line. */
function withEvent(lines: MoveLine[], event: StreamEvent): MoveLine[] {
  if (event.type === 'ScheduleProposed') return [];
  const done = doneBy(event);
  if (done === null) return lines;
  const { step = null, act = 'move', of = null, reason = null, changes, pins, moderators } = done;
  const { at, actor } = event;
  const last = lines.at(-1);
  const isOne = last !== undefined && last.at === at && last.act === act && last.of === of && last.step === step;
  if (isOne && (step !== null || act !== 'move')) {
    const both = {
      changes: [...last.changes, ...changes],
      pins: [...last.pins, ...pins],
      moderators: [...last.moderators, ...moderators],
    };
    return [...lines.slice(0, -1), { ...last, ...both }];
  }
  return [...lines, { step, act, of, at, by: actor, reason, changes, pins, moderators }];
}
