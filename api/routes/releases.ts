// Releases of a schedule: their list, and the working copy put back to one of them.
import { z } from 'zod';
import { findReleases } from '../../db/read-models/releases.ts';
import { get } from '../route.ts';
import { ReleaseView } from '../views/releases.ts';
import { oneForum } from './forums.ts';

export const releaseRoutes = [
  get({
    path: '/forums/:forumId/releases',
    operation: 'ListReleases',
    summary: 'The releases of the schedule, the newest first: who released what, when, and what each changed',
    response: z.object({ items: z.array(ReleaseView) }),
    target: oneForum,
    run: async ({ db, params }) => ({ body: { items: await findReleases(db, params.forumId) } }),
  }),
];
