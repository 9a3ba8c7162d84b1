// The shapes of forums, schedules and talks in answers.
import { z } from 'zod';
import { SetAvailability, Topic } from '../../domain/talk/messages.ts';
import { slidesStates } from '../../domain/talk/slides.ts';
import { Deadline } from './deadline.ts';
import { PlanView } from './forum-plans.ts';
import { LaureateFileView } from './laureate-files.ts';
import { TextsView } from './views.ts';

const Minutes = z.object({ from: z.int(), to: z.int() });

export const ForumLineView = z
  .object({
    forumId: z.string(),
    cycleId: z.string().nullable(),
    number: z.int(),
    name: TextsView,
    host: z.string(),
    venue: TextsView,
    zone: z.string(),
    day: z.string(),
    releases: z.int().describe('How many releases the schedule has had'),
  })
  .meta({ id: 'ForumLine' });

export const PlaceView = z
  .object({
    block: z.string(),
    room: z.string(),
    slot: z.int(),
    startsAt: z.string().describe('UTC'),
    endsAt: z.string().describe('UTC'),
    localStart: z.string().describe('What the clocks at the venue show'),
    localEnd: z.string(),
  })
  .meta({ id: 'Place' });

export const TalkRow = z
  .object({
    id: z.string(),
    forumId: z.string(),
    laureateId: z.string(),
    country: z.string(),
    category: z.string(),
    organisation: TextsView,
    status: z.enum(['invited', 'confirmed', 'declined', 'lapsed', 'presented', 'absent']),
    presenter: z.object({ personId: z.string(), name: z.string() }).nullable(),
    answerBy: z.string(),
    zone: z.string(),
    topics: z.array(Topic),
    theme: z.string().nullable(),
    language: z.string(),
    mode: z.enum(['in-person', 'remote']),
    windows: z.array(Minutes).describe('When the presenter can speak; none means the whole day'),
    reconfirmed: z.int().nullable().describe('The release whose place the presenter has confirmed'),
    speaker: z.object({ personId: z.string(), name: z.string() }).nullable().describe('Who speaks instead'),
    insteadOf: z.string().nullable().describe('The laureate whose talk fell out, where a reserve was asked'),
    ownZone: z.string().nullable().describe('Of one who speaks from afar'),
    busy: SetAvailability.shape.busy.unwrap().describe('Other meetings of the week, by the clock of the venue'),
    wish: z.int().nullable().describe('The part of the day one would like: 0 the first, 1 the middle, 2 the last'),
    needsInterpretation: z.boolean().nullable().describe('Null: as the language has it'),
    fit: z.record(z.string(), z.int()).describe('How well it fits further themes, 0 to 3'),
    refused: z
      .object({ release: z.int(), reason: z.string() })
      .nullable()
      .describe('The release whose place does not suit the presenter, and why'),
    slidesState: z.enum(slidesStates).describe('Copy asked: a presentation is there, and no PDF beside it'),
  })
  .meta({ id: 'TalkRow' });
export const SpeakerProfileView = z
  .object({ position: TextsView, biography: TextsView, printedName: z.string().nullable() })
  .meta({ id: 'SpeakerProfile' });
export const TalkView = TalkRow.extend({
  slides: z.array(LaureateFileView),
  as: z.enum(['presenter', 'speaker']).nullable().describe('What the reader is in it, if anything'),
  profile: SpeakerProfileView.nullable().describe('What is printed of whoever speaks'),
  forum: z.object({
    name: TextsView,
    venue: TextsView,
    day: z.string(),
    opensAt: z.int().describe('Minutes from midnight at the venue'),
    closesAt: z.int(),
    languages: z.array(z.string()),
    slidesDue: z.string().describe('Until when slides are asked for'),
    themes: z.array(z.object({ key: z.string(), title: TextsView })),
    rooms: z.array(z.object({ key: z.string(), name: TextsView })),
  }),
  answerEnds: Deadline.describe('Until when the invitation is answered, by the venue’s clock and the reader’s'),
  slot: z
    .object({
      release: z.int(),
      name: z.string(),
      place: PlaceView,
      moved: z.int().describe('The last release that gave the talk a new place'),
      late: z.int().describe('By how many minutes it is late, as was said on the day'),
      nowStarts: z.string().describe('When it begins by that, UTC'),
    })
    .nullable(),
}).meta({ id: 'Talk' });

export const OwnTalk = z
  .object({
    id: z.string(),
    organisation: TextsView,
    status: TalkRow.shape.status,
    forum: z.object({ name: TextsView, day: z.string(), zone: z.string() }),
  })
  .meta({ id: 'OwnTalk' });

const AnyPlace = z.object({ block: z.string(), room: z.string(), slot: z.int() }).nullable();
/** What a place is checked by. */
export const TalkFactsView = z
  .object({
    talk: z.string(),
    person: z.string(),
    country: z.string(),
    category: z.string(),
    theme: z.string().nullable(),
    available: z.array(Minutes),
    mode: TalkRow.shape.mode.optional(),
    zone: z.string().nullable().optional(),
    language: z.string().optional(),
    needsInterpretation: z.boolean().optional(),
    busy: z.array(Minutes.extend({ what: z.string() })).optional(),
    fit: z.record(z.string(), z.number()).optional(),
    wish: z.int().nullable().optional(),
  })
  .meta({ id: 'TalkFacts' });
export const MoveView = z
  .object({
    step: z.int().nullable(),
    act: z.enum(['move', 'undo', 'redo', 'restore']),
    of: z.int().nullable().describe('The step that was taken back or done again, or the release that was gone back to'),
    at: z.string(),
    by: z.string().nullable().describe('Whose act it was; null where the person was erased'),
    reason: z.string().nullable(),
    changes: z.array(z.object({ talk: z.string(), from: AnyPlace, to: AnyPlace })),
    pins: z.array(z.object({ talk: z.string(), held: z.boolean() })),
    moderators: z.array(
      z.object({
        block: z.string(),
        room: z.string(),
        name: z.string().nullable().describe('Null for nobody, and where the person was erased'),
        held: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ForumMove' });

export const WorkingForumView = ForumLineView.extend({
  plan: PlanView,
  requested: z.string().nullable().describe('The proposal that is being worked out'),
  placements: z.array(z.object({ talk: TalkRow, place: PlaceView, pinned: z.boolean() })),
  unplaced: z.array(
    z.object({
      talk: TalkRow,
      reasons: z.array(z.string()),
      slots: z.int().optional(),
      excluded: z
        .array(z.object({ rule: z.string(), slots: z.int() }))
        .optional()
        .describe('The reasons as data: how many of all slots each rule excludes'),
    }),
  ),
  facts: z.array(TalkFactsView).describe('What is known of each talk now, by which its place is checked'),
  overrides: z.array(z.object({ talk: z.string(), rules: z.array(z.string()), reason: z.string() })),
  moderators: z.record(z.string(), z.string().nullable()).describe('By session, `<block>/<room>`'),
  chairs: z
    .array(
      z.object({
        block: z.string(),
        room: z.string(),
        person: z.string().nullable(),
        held: z.boolean().describe('Whether a person has set it, against proposals'),
      }),
    )
    .describe('Who moderates each session of the working copy'),
  staff: z.array(z.object({ person: z.string(), name: z.string().nullable() })).describe('Those who may moderate'),
  undo: z.int().nullable().describe('The step that can be taken back'),
  redo: z.int().nullable().describe('The step that can be done again'),
  moves: z.array(MoveView).describe('What was done by hand since the last proposal, the newest first'),
}).meta({ id: 'Forum' });
