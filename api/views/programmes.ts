// The shapes of a forum's programme as its makers see it: with every name.
import { z } from 'zod';
import { Topic } from '../../domain/talk/messages.ts';
import { PlaceView } from './forums.ts';
import { TextsView } from './views.ts';

export const ProgrammeTalkView = z
  .object({
    publicId: z.string(),
    laureateId: z.string().nullable(),
    country: z.string(),
    category: z.string(),
    organisation: TextsView.nullable(),
    topics: z.array(Topic).nullable(),
    speaker: z.object({ name: z.string() }).nullable(),
    status: z.string().nullable(),
    isPublic: z.boolean().describe('Whether the public sees its names'),
  })
  .meta({ id: 'ProgrammeTalk' });

export const ProgrammeView = z
  .object({
    forumId: z.string(),
    release: z
      .object({ number: z.int(), name: z.string(), note: z.string(), releasedAt: z.string() })
      .nullable()
      .describe('Null: the working copy, which nobody else sees'),
    entries: z.array(
      z.object({
        talk: ProgrammeTalkView,
        place: PlaceView,
        session: z.string(),
        changed: z.int().describe('The release that gave it this place'),
      }),
    ),
    gone: z.array(z.object({ talk: ProgrammeTalkView, place: PlaceView, changed: z.int() })),
    unplaced: z.array(ProgrammeTalkView),
  })
  .meta({ id: 'Programme', description: 'Not public: with the names that are under embargo.' });

export const RevealingView = z
  .object({
    named: z.array(ProgrammeTalkView).describe('Shown by name to everybody'),
    hidden: z.array(ProgrammeTalkView).describe('Shown as "Laureate, country, category"'),
    told: z.array(ProgrammeTalkView).describe('Whose presenters get a mail'),
    leaks: z
      .array(z.object({ talk: ProgrammeTalkView, word: z.string() }))
      .describe('Under embargo, and named in the name or the note of the release'),
  })
  .meta({ id: 'Revealing' });
