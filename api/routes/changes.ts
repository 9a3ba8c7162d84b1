// The stream of changes: server-sent events of what the viewer may see, from where the reader left off.
import { once } from 'node:events';
import type { Response } from 'express';
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { isBefore, type Place } from '../../db/event-store.ts';
import { type Change, findChanges, placeAgo } from '../../db/read-models/change-views.ts';
import { placeOf } from '../asking.ts';
import { HttpProblem } from '../problem.ts';
import { type Context, get } from '../route.ts';
import { viewerOf } from '../viewer.ts';

const heartbeatMs = 15_000;
const atOnce = 200;

const EventStream = z
  .string()
  .describe(
    'One event each: `id` its place, `event` its type, `data` JSON with at, type, cycleId, country, category, group, nominationId, forumId.',
  );

export const changeRoutes = [
  get({
    path: '/changes',
    operation: 'FollowChanges',
    summary:
      'Server-sent events: what changed of what you may see. Last-Event-ID or ?after= resumes; it ends with the session',
    query: z.strictObject({
      untyped: z.enum(['true']).optional().describe('Without `event`: what EventSource takes by one listener'),
      seconds: z.coerce
        .number()
        .int()
        .min(0)
        .max(86_400)
        .optional()
        .describe('Begins with what came in so many seconds before: for who has read before listening'),
    }),
    response: EventStream,
    json: false,
    run: async (context) => {
      const from = await placeToBegin(context);
      context.res.status(200).set({
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      context.res.flushHeaders();
      await stream(context, from);
      context.res.end();
      return { body: '' };
    },
  }),
];

type Following = Pick<
  Context<unknown, unknown, unknown, object>,
  'db' | 'news' | 'personOf' | 'stopping' | 'req' | 'res'
> & { query: { untyped?: 'true' | undefined; seconds?: number | undefined } };

async function placeToBegin({ db, news, req, query }: Following): Promise<Place> {
  const resumed = placeNamed(req.get('Last-Event-ID')) ?? placeOf(req.query.after);
  if (resumed !== undefined) return resumed;
  return query.seconds === undefined ? news.place() : placeAgo(db, query.seconds);
}

/** Looks when there may be news and at each heartbeat; each time the session and its roles are looked up again. */
async function stream({ db, news, personOf, stopping, req, res, query }: Following, from: Place): Promise<void> {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, stopping]);
  for (let place = from; !signal.aborted; ) {
    const personId = await personOf(req);
    if (personId === null) return;
    // First where the history stands, then what is in it: nothing comes between the two unseen.
    const now = await news.place();
    place = later(await tellAll({ db, res, signal, isTyped: query.untyped === undefined }, personId, place), now);
    await write(res, ': all told so far\n\n', signal);
    await news.after(place, heartbeatMs, signal);
  }
}

type Telling = { db: Db; res: Response; signal: AbortSignal; isTyped: boolean };
/** @returns the place of the last change that was told. */
async function tellAll({ db, res, signal, isTyped }: Telling, personId: string, from: Place): Promise<Place> {
  const viewer = await viewerOf(db, personId);
  let place = from;
  for (;;) {
    const changes = await findChanges(db, viewer, place, atOnce);
    for (const change of changes) {
      if (signal.aborted) return place;
      await write(res, eventOf(change, isTyped), signal);
      place = change.place;
    }
    if (changes.length < atOnce) return place;
  }
}

const later = (a: Place, b: Place): Place => (isBefore(a, b) ? b : a);

const eventOf = ({ place, ...change }: Change, isTyped: boolean): string =>
  `id: ${place.tx}.${place.position}\n${isTyped ? `event: ${change.type}\n` : ''}data: ${JSON.stringify(change)}\n\n`;

/** Waits for a slow reader. */
async function write(res: Response, text: string, signal: AbortSignal): Promise<void> {
  if (!res.write(text) && !signal.aborted) await once(res, 'drain', { signal }).catch(() => {});
}

function placeNamed(id: string | undefined): Place | undefined {
  if (id === undefined || id === '') return undefined;
  const place = placeOf(id);
  if (place !== undefined) return place;
  const rule = 'must be the id of an event of this stream';
  throw new HttpProblem(400, 'invalid', `Last-Event-ID: ${rule}`, { errors: [{ field: 'Last-Event-ID', rule }] });
}
