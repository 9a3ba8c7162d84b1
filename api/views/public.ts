// The shapes of what anybody may read.
import { z } from 'zod';
import { Block, Room, Theme } from '../../domain/forum/messages.ts';
import { Topic } from '../../domain/talk/messages.ts';
import { PlaceView } from './forums.ts';
import { TextsView } from './views.ts';

export const PublicCycleView = z
  .object({
    cycleId: z.string(),
    slug: z.string(),
    award: z.string(),
    awardNames: TextsView,
    number: z.int(),
    year: z.int(),
    title: TextsView,
    host: z.string().nullable(),
    zone: z.string(),
    categories: z.array(z.object({ key: z.string(), names: TextsView })),
    countries: z.array(z.object({ iso2: z.string(), names: TextsView })),
    published: z.boolean().describe('Whether laureates are published to everybody'),
    forums: z.array(
      z.object({
        forumId: z.string(),
        number: z.int(),
        name: TextsView,
        day: z.string(),
        released: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'PublicCycle' });

export const PublicLaureateView = z
  .object({
    laureateId: z.string(),
    country: z.string(),
    category: z.string(),
    organisation: TextsView,
    publishedAt: z.string(),
    note: TextsView.nullable(),
    correctedAt: z.string().nullable().describe('When the name or the note was corrected after it was published'),
    revoked: z.object({ at: z.string(), note: TextsView.nullable() }).nullable(),
  })
  .meta({ id: 'PublicLaureate' });

export const PublicTalkView = z
  .object({
    publicId: z.string().describe('What the talk is known by in public: it stays when the laureate is announced'),
    laureateId: z.string().nullable(),
    country: z.string(),
    category: z.string(),
    organisation: TextsView.nullable(),
    presenter: z.string().nullable(),
    topics: z.array(Topic).nullable(),
  })
  .meta({
    id: 'PublicTalk',
    description: 'What is null is under embargo until the laureate is published, or not known.',
  });

const RunningView = z
  .object({
    late: z.int().describe('Minutes, by what was said on the day'),
    note: z.string().describe('What was said with it; left out while it names somebody under embargo'),
    sequence: z.int().describe('As in calendars: it rises with each change of time or place'),
    ...{ startsAt: z.string(), endsAt: z.string(), localStart: z.string(), localEnd: z.string() },
  })
  .meta({ id: 'RunningTalk', description: 'When a talk takes place by now; its place says when it should.' });

const SessionView = z.object({
  session: z.string(),
  moderator: z.string().nullable().describe('Null where nobody is known'),
  interpretation: z.array(z.string()).describe('Languages'),
});

export const PublicScheduleView = z
  .object({
    forumId: z.string(),
    number: z.int(),
    name: TextsView,
    host: z.string(),
    venue: TextsView,
    zone: z.string(),
    day: z.string(),
    opensAt: z.string().describe('UTC'),
    closesAt: z.string().describe('UTC'),
    localOpening: z.string(),
    localClosing: z.string(),
    languages: z.array(z.string()),
    themes: z.array(Theme),
    rooms: z.array(Room),
    blocks: z.array(Block),
    release: z.object({ number: z.int(), name: z.string(), note: z.string(), releasedAt: z.string() }),
    placements: z.array(
      z.object({
        talk: PublicTalkView,
        place: PlaceView,
        changed: z.int().describe('The release that gave it this place'),
        session: z.string().describe('The keys of its block and its room, as in first~main'),
        running: RunningView,
      }),
    ),
    sessions: z
      .array(SessionView)
      .describe('Who moderates each session and into what it is interpreted; none of whom nothing is said'),
    unplaced: z.array(PublicTalkView),
  })
  .meta({ id: 'PublicSchedule' });

const Change = z.object({
  talk: PublicTalkView,
  change: z.enum(['new', 'moved', 'gone']),
  from: PlaceView.nullable(),
  to: PlaceView.nullable(),
});

export const PublicChangesView = z
  .object({
    forumId: z.string(),
    zone: z.string(),
    day: z.string(),
    releases: z
      .array(
        z.object({
          ...{ number: z.int(), name: z.string(), note: z.string(), releasedAt: z.string() },
          changes: z.array(Change),
        }),
      )
      .describe('The newest first, each against the one before it'),
  })
  .meta({ id: 'PublicChanges' });
