// The rule book of a forum's programme: presenters invited, all answers in, a schedule released, the day held.
import { commands, reads } from './activities.ts';
import type { ForumRef, Input } from './messages.ts';
import { runProcess } from './process.ts';

export async function forumProgramme(input: Input<ForumRef>): Promise<void> {
  const { forumId } = input;
  await runProcess(
    input,
    () => reads.loadForum({ forumId }),
    async ({ until, boundary }) => {
      await until('presenters answered', ({ speakers, unanswered }) => speakers > 0 && unanswered === 0, {
        remind: ({ speakers, plannedAt, opensAt }) =>
          speakers === 0 ? null : { what: 'presenters', opensAt: plannedAt, closesAt: opensAt },
        phase: 'forum',
      });
      const ready = await until('ready for a schedule', () => true);
      if (ready.releases === 0) {
        const { plannedAt: at, opensAt: closesAt } = ready;
        await commands.remind({ what: 'release', about: { forumId }, at, closesAt, overdue: false });
      }
      await until('schedule released', ({ releases }) => releases > 0, {
        remind: ({ plannedAt, opensAt }) => ({ what: 'release', opensAt: plannedAt, closesAt: opensAt }),
        phase: 'forum',
      });
      await boundary();
      await until('forum held', ({ held }) => held, { phase: 'forum' });
    },
  );
}
