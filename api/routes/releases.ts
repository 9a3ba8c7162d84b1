// Releases of a schedule: made with their warnings ticked, listed, and compared.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { hasConflictIn } from '../../db/read-models/officer-conflicts.ts';
import { findDifference, findReleaseFacts, findReleasePreview, findReleases } from '../../db/read-models/releases.ts';
import { Refusal } from '../../domain/decider.ts';
import { ReleaseSchedule } from '../../domain/forum/messages.ts';
import { CommandDone } from '../answer.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { DifferenceView, ReleasePreviewView, ReleaseView } from '../views/releases.ts';
import { oneForum, tellForum } from './forums.ts';

const ReleaseNumber = z.coerce.number().int().min(1);
const Compared = z.strictObject({
  from: ReleaseNumber.optional().describe('A release; the last one where nothing is said'),
  to: ReleaseNumber.optional().describe('A release; the working copy where nothing is said'),
});

/**
 * A release shows in its warnings how every talk stands. Whoever has a conflict is refused in the same words, whether or not
 * anything would be hidden: what was refused tells nothing.
 */
async function requireUnconflicted(db: Db, officer: string, cycleId: string | null): Promise<void> {
  if (await hasConflictIn(db, officer, cycleId))
    throw new Refusal(
      'release-by-another',
      'You have declared a conflict with an entry of this cycle: its schedule is released by somebody without one.',
    );
}

export const releaseRoutes = [
  post({
    path: '/forums/:forumId/schedule/release',
    operation: 'ReleaseSchedule',
    summary:
      'Release the working copy, with the warnings of its preview ticked: the public sees it, and presenters whose talk is new, moved or gone are told',
    body: ReleaseSchedule,
    response: CommandDone,
    target: oneForum,
    run: async (context) => {
      const { db, body, params, target } = context;
      const forum = { ...params, cycleId: target.cycleId ?? null };
      await requireUnconflicted(db, context.meta.actor, forum.cycleId);
      const facts = await findReleaseFacts(db, forum, `${body.name}\n${body.note}`);
      const command = { type: 'ReleaseSchedule' as const, data: { ...body, ...params, ...facts } };
      return tellForum(context, command);
    },
  }),
  get({
    path: '/forums/:forumId/schedule/preview',
    operation: 'PreviewRelease',
    summary: 'What a release of the working copy would change, and the warnings that are to be ticked before',
    query: z.strictObject({
      written: z.string().max(2_000).default('').describe('The name and the note of the release'),
    }),
    response: ReleasePreviewView,
    target: oneForum,
    run: async ({ db, params, query, viewer, target }) => {
      const reader = viewer?.personId ?? null;
      const [found, byAnother] = await Promise.all([
        findReleasePreview(db, params.forumId, { written: query.written, viewer: reader }),
        hasConflictIn(db, reader, target.cycleId ?? null),
      ]);
      if (found === undefined) throw notFound();
      return { body: { ...found, byAnother } };
    },
  }),
  get({
    path: '/forums/:forumId/schedule/difference',
    operation: 'CompareReleases',
    summary: 'How two releases differ, or a release and the working copy: new, moved, gone and unchanged talks',
    query: Compared,
    response: DifferenceView,
    target: oneForum,
    run: async ({ db, params, query: { from = null, to = null }, viewer }) => {
      const body = await findDifference(db, params.forumId, { from, to, viewer: viewer?.personId ?? null });
      if (body === undefined) throw notFound();
      return { body };
    },
  }),
  get({
    path: '/forums/:forumId/releases',
    operation: 'ListReleases',
    summary: 'The releases of the schedule, the newest first: who released what, when, and what each changed',
    response: z.object({ items: z.array(ReleaseView) }),
    target: oneForum,
    run: async ({ db, params }) => ({ body: { items: await findReleases(db, params.forumId) } }),
  }),
];
