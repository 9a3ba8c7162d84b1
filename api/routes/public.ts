// What anybody may read, without signing in: cycles, published laureates, released schedules.
import { z } from 'zod';
import { timeOfDay } from '../../db/read-models/places.ts';
import { findPublicCycles, findPublicLaureates, findPublicSchedule } from '../../db/read-models/public-views.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { notFound } from '../problem.ts';
import { languageOf, Reading } from '../reader.ts';
import { get } from '../route.ts';
import { PublicCycleView, PublicLaureateView, PublicScheduleView } from '../views/public.ts';

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
      const found = await findPublicSchedule(db, params.forumId);
      if (found === null) throw notFound();
      const { plan, cycleId: _of, ...schedule } = found;
      const { number, name, host, venue, zone, day, languages, themes, rooms, blocks } = plan;
      const hours = timeOfDay(plan, plan.opensAt, plan.closesAt);
      return {
        body: {
          ...{ number, name, host, venue, zone, day, languages, themes, rooms, blocks, ...schedule },
          opensAt: hours.startsAt,
          closesAt: hours.endsAt,
          localOpening: hours.localStart,
          localClosing: hours.localEnd,
        },
      };
    },
  }),
];
