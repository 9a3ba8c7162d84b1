// The rule book of one talk: its presenter answers, confirms a new place after a move, and speaks.
import { reads } from './activities.ts';
import type { Input, SlotRef } from './messages.ts';
import { runProcess } from './process.ts';

export async function presentationSlot(input: Input<SlotRef>): Promise<void> {
  const { forumId, laureateId } = input;
  const slot = { forumId, laureateId };
  await runProcess(
    input,
    () => reads.loadSlot(slot),
    async ({ until }) => {
      for (;;) {
        await until('invitation answered', ({ status }) => status !== 'invited', {
          by: ({ answerBy }) => answerBy,
          issue: () => ({ type: 'LapseInvitation', data: slot }),
          remind: ({ answerBy }) => ({ what: 'talk-answer', closesAt: answerBy }),
          phase: 'forum',
        });
        // Over once the talk was given or missed; another presenter may be named until then.
        await until('talk given', ({ status }) => status === 'invited', {
          remind: ({ movedAt, opensAt, slidesDue = null }) => {
            if (movedAt !== null) return { what: 'talk-place', opensAt: movedAt, closesAt: opensAt };
            return slidesDue === null ? null : { what: 'talk-slides', closesAt: slidesDue };
          },
          phase: 'forum',
        });
      }
    },
  );
}
