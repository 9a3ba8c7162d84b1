// What anybody may read, without signing in: cycles, published laureates, released schedules.
import { z } from 'zod';
import { type ChangelogLine, findChangelog } from '../../db/read-models/changelogs.ts';
import { timeOfDay } from '../../db/read-models/places.ts';
import type { ProgrammeTalk } from '../../db/read-models/programme-talks.ts';
import { findProgramme, type ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { findPublicCycles, findPublicLaureates } from '../../db/read-models/public-views.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { notFound } from '../problem.ts';
import { languageOf, Reading } from '../reader.ts';
import { get } from '../route.ts';
import { PublicChangesView, PublicCycleView, PublicLaureateView, PublicScheduleView } from '../views/public.ts';

const talkView = ({ publicId, laureateId, country, category, organisation, speaker, topics }: ProgrammeTalk) => ({
  ...{ publicId, laureateId, country, category, organisation, topics },
  presenter: speaker?.name ?? null,
});

const placementView = ({ talk, place, session, sequence, running }: ProgrammeEntry) => {
  const { late, note, changes, now } = running;
  const by = { late, note, sequence: sequence + changes, ...now };
  return { talk: talkView(talk), place, changed: sequence, session, running: by };
};

const changeOf = ({ from, to }: ChangelogLine): 'new' | 'moved' | 'gone' =>
  from === null ? 'new' : to === null ? 'gone' : 'moved';

export const publicRoutes = [
  get({
    path: '/public/cycles',
    operation: 'ListPublicCycles',
    summary: 'The cycles whose call has opened, newest first, with their forums',
    query: Paging,
    response: page(PublicCycleView),
    run: async ({ db, query }) => {
      const rows = await findPublicCycles(db, {
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['instant', 'uuid']),
      });
      const keyOf = ({ plannedAt, cycleId }: (typeof rows)[number]) => [plannedAt, cycleId];
      return { body: paged(rows, query.limit, keyOf, ({ plannedAt: _key, ...cycle }) => cycle) };
    },
  }),
  get({
    path: '/public/cycles/:slug/laureates',
    operation: 'ViewPublicLaureates',
    summary: 'The laureates of a cycle, by its slug or id, once they are published to everybody',
    query: z.strictObject(Reading),
    response: page(PublicLaureateView),
    run: async ({ db, params, query, viewer }) => {
      const items = await findPublicLaureates(db, params.slug, await languageOf({ db }, viewer, query.language));
      if (items === null) throw notFound();
      return { body: { items, next: null } };
    },
  }),
  get({
    path: '/public/forums/:forumId/schedule',
    operation: 'ViewPublicSchedule',
    summary: 'The released schedule, in local time and UTC; names stay hidden until their laureates are published',
    response: PublicScheduleView,
    run: async ({ db, params }) => {
      const programme = await findProgramme(db, params.forumId, 'public');
      if (programme?.release == null) throw notFound();
      const { plan, forumId, release, entries, unplaced, sessions } = programme;
      const { number, name, host, venue, zone, day, languages, themes, rooms, blocks } = plan;
      const hours = timeOfDay(plan, plan.opensAt, plan.closesAt);
      return {
        body: {
          ...{ forumId, number, name, host, venue, zone, day, languages, themes, rooms, blocks, release },
          placements: entries.map(placementView),
          sessions: Object.entries(sessions).map(([session, staff]) => ({ session, ...staff })),
          unplaced: unplaced.map(talkView),
          opensAt: hours.startsAt,
          closesAt: hours.endsAt,
          localOpening: hours.localStart,
          localClosing: hours.localEnd,
        },
      };
    },
  }),
  get({
    path: '/public/forums/:forumId/changes',
    operation: 'ViewPublicSchedule',
    summary: 'What each release of the schedule changed: talks that are new, stand elsewhere or have fallen out',
    response: PublicChangesView,
    run: async ({ db, params }) => {
      const changelog = await findChangelog(db, params.forumId);
      if (changelog === null) throw notFound();
      const { forumId, plan, releases } = changelog;
      const said = releases.map(({ changes, ...release }) => ({
        ...release,
        changes: changes.map((line) => ({ ...line, talk: talkView(line.talk), change: changeOf(line) })),
      }));
      return { body: { forumId, zone: plan.zone, day: plan.day, releases: said } };
    },
  }),
];
