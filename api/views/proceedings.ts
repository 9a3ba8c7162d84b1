// The shapes of proceedings, in requests and answers.
import { z } from 'zod';
import { ProceedingsContent } from '../../domain/proceedings/messages.ts';
import { TextsView } from './views.ts';

const SessionLine = z.object({
  session: z.string().describe('<block>~<room>'),
  block: z.string(),
  room: z.string(),
  theme: TextsView,
  roomName: TextsView,
  localStart: z.string(),
  localEnd: z.string(),
  draft: z.int().describe('The version of what is half-written; 0 where nothing is'),
  latest: z.int().describe('The version recorded last; 0 where none is'),
  published: z.int().nullable(),
  mayWrite: z.boolean(),
});
export const ProceedingsView = z
  .object({
    forumId: z.string(),
    name: TextsView,
    languages: z.array(z.string()),
    mayPublish: z.boolean(),
    sessions: z.array(SessionLine),
  })
  .meta({ id: 'Proceedings' });
export const ProceedingsDraft = z
  .object({
    version: z.int().describe('0 where nothing is written'),
    content: ProceedingsContent,
    savedAt: z.string().nullable(),
    savedBy: z.string().nullable(),
  })
  .meta({ id: 'ProceedingsDraft' });
export const SaveProceedings = z.strictObject({
  version: z.int().min(0).describe('The one that was read: another since then is not written over'),
  content: ProceedingsContent,
});
const Lines = z.record(z.string(), z.array(z.string()));
export const RolledUpView = z
  .object({
    forumId: z.string(),
    name: TextsView,
    venue: TextsView,
    day: z.string(),
    themes: z.array(
      z.object({
        theme: z.string(),
        title: TextsView,
        sessions: z.array(z.object({ block: z.string(), room: z.string() })),
        summary: Lines,
        points: Lines,
        recommendations: Lines,
      }),
    ),
  })
  .meta({ id: 'PublishedProceedings' });
