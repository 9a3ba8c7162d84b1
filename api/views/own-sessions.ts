// The shape of the sessions that somebody helps with.
import { z } from 'zod';
import { Topic } from '../../domain/talk/messages.ts';
import { PlaceView } from './forums.ts';
import { LaureateFileView } from './laureate-files.ts';
import { TextsView } from './views.ts';

const Talk = z.object({
  place: PlaceView,
  organisation: TextsView.nullable(),
  country: z.string(),
  topics: z.array(Topic),
  speaker: z.object({ name: z.string(), position: TextsView.nullable() }).nullable(),
  language: z.string().nullable(),
  mode: z.enum(['in-person', 'remote']).nullable(),
  slides: z.array(LaureateFileView),
});
export const OwnForumView = z
  .object({
    forum: z.object({
      forumId: z.string(),
      name: TextsView,
      venue: TextsView,
      day: z.string(),
      zone: z.string(),
      released: z
        .boolean()
        .describe(
          'Whether a schedule is released: before that, sessions are those of the working copy, which may change',
        ),
    }),
    sessions: z.array(
      z.object({
        session: z.string(),
        theme: TextsView,
        room: TextsView,
        localStart: z.string().describe('What the clocks at the venue show'),
        localEnd: z.string(),
        startsAt: z.string(),
        parts: z.array(z.enum(['moderator', 'rapporteur', 'interpreter'])),
        talks: z.array(Talk),
      }),
    ),
  })
  .meta({ id: 'OwnForum' });
