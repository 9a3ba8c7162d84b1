// The rules of the day: only what is released runs late, and no delay changes the release.
import type { Decider } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { type ForumState, forumStream } from '../forum/state.ts';
import type { DayCommand, DayEvent } from './messages.ts';
import { type DayState, dayFold, latenessAt } from './state.ts';

export const day: Decider<DayState, DayCommand, DayEvent, { forum: ForumState }> = {
  ...dayFold,
  guards: (command) => ({ forum: forumStream(command.data.forumId) }),
  decide: ({ data }, { delays }, { forum }) => {
    if (forum.status === 'none') throw new Refusal('forum-unknown', 'There is no such forum.');
    if (forum.released === null)
      throw new Refusal('nothing-released', 'No schedule is released yet: there is nothing that could be late.');
    const { blocks, rooms } = forum.plan;
    const block = blocks.find(({ key }) => key === data.block);
    if (block === undefined || !rooms.some(({ key }) => key === data.room))
      throw new Refusal('session-unknown', 'The programme has no such session.');
    const { from, minutes, note, scope, room } = data;
    const last = delays.findLast((delay) => delay.room === room);
    const isSaidAgain = last !== undefined && last.minutes === minutes && last.from === from && last.note === note;
    if (isSaidAgain && last.scope === scope && last.block === data.block) return { events: [] };
    const isOnTime = latenessAt(delays, { block: data.block, room, startsAt: Math.max(from, block.startsAt) }) === 0;
    if (minutes === 0 && isOnTime) return { events: [] };
    return { events: [{ type: 'DelayReported', data: { ...data, cycleId: forum.cycleId } }] };
  },
};
