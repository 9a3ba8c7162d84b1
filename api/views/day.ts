// The shape of a forum's day as it runs.
import { z } from 'zod';
import { TextsView } from './views.ts';

const DayTalk = z
  .object({
    id: z
      .string()
      .nullable()
      .describe('The talk, for those who may act on it; null while its laureate is under embargo'),
    publicId: z.string(),
    country: TextsView,
    category: TextsView,
    organisation: TextsView.nullable().describe('Null while it is under embargo'),
    title: TextsView.nullable(),
    speaker: z.string().nullable(),
    status: z.string().nullable().describe('For the makers of the programme alone'),
    startsAt: z.string().describe('By the release, UTC'),
    localStart: z.string().describe('What the clocks at the venue show'),
    localEnd: z.string(),
    minute: z.int().describe('When it begins by the release, in minutes of the day'),
    late: z.int().describe('Minutes'),
    nowStarts: z.string().describe('By what was said on the day, UTC'),
    nowLocalStart: z.string(),
    nowLocalEnd: z.string(),
  })
  .meta({ id: 'DayTalk' });

export const DayView = z
  .object({
    forumId: z.string(),
    name: TextsView,
    venue: TextsView,
    zone: z.string(),
    day: z.string(),
    release: z.int().nullable().describe('Null while nothing is released'),
    mayReport: z.boolean(),
    mayMark: z.boolean(),
    sessions: z.array(
      z.object({
        block: z.string(),
        room: z.string(),
        theme: TextsView,
        roomName: TextsView,
        late: z.int().describe('Of what begins last in it'),
        note: z.string().describe('What was said with the delay'),
        talks: z.array(DayTalk),
      }),
    ),
  })
  .meta({ id: 'ForumDay' });
