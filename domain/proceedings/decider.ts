// The rules of proceedings: recorded in versions by whoever wrote them, public on a decision.
import { isPublic } from '../cycle/announced.ts';
import { type CycleState, cycleStream } from '../cycle/state.ts';
import type { Decider, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { type ForumState, forumStream } from '../forum/state.ts';
import type { ProceedingsCommand, ProceedingsEvent } from './messages.ts';
import { type ProceedingsState, proceedingsFold } from './state.ts';

export type ProceedingsGuards = { forum: ForumState; cycle?: CycleState };
type Refs = { forum: StreamRef<ForumState>; cycle?: StreamRef<CycleState> };

export const proceedings: Decider<ProceedingsState, ProceedingsCommand, ProceedingsEvent, ProceedingsGuards> = {
  ...proceedingsFold,
  guards: ({ type, data }): Refs => ({
    forum: forumStream(data.forumId),
    ...(type === 'PublishProceedings' && data.cycleId !== null && { cycle: cycleStream(data.cycleId) }),
  }),
  decide: (command, { versions, published }, { forum, cycle }) => {
    if (forum.status === 'none') throw new Refusal('forum-unknown', 'There is no such forum.');
    const { forumId, block, room } = command.data;
    const { blocks, rooms } = forum.plan;
    if (!blocks.some(({ key }) => key === block) || !rooms.some(({ key }) => key === room))
      throw new Refusal('session-unknown', 'The programme has no such session.');
    const ids = { forumId, block, room, cycleId: forum.cycleId };
    switch (command.type) {
      case 'RecordProceedings': {
        const { hash } = command.data;
        if (versions.at(-1) === hash) return { events: [] };
        return { events: [{ type: 'ProceedingsRecorded', data: { ...ids, version: versions.length + 1, hash } }] };
      }
      case 'PublishProceedings': {
        const { version } = command.data;
        const hash = versions[version - 1];
        if (hash === undefined || version !== versions.length)
          throw new Refusal('proceedings-moved', 'Another version is the newest: read it before it is published.', {
            version: versions.length,
          });
        if (cycle !== undefined && !isPublic(cycle))
          throw new Refusal('proceedings-embargoed', 'The laureates are not public yet: publish afterwards.');
        if (published === version) return { events: [] };
        return { events: [{ type: 'ProceedingsPublished', data: { ...ids, version, hash } }] };
      }
      case 'WithdrawProceedings': {
        if (published === null) return { events: [] };
        const { reason } = command.data;
        return { events: [{ type: 'ProceedingsWithdrawn', data: { ...ids, version: published, reason } }] };
      }
      default:
        return unreachable(command);
    }
  },
};
