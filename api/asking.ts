// Before a route is looked at: who asks, and how far the views must have come.
import type { Request } from 'express';
import type { Db } from '../db/database.ts';
import type { Place } from '../db/event-store.ts';
import { waitFor } from '../db/projections.ts';
import { asyncProjections } from '../db/registry.ts';
import type { Services } from './app.ts';
import { linkOf } from './link.ts';
import { HttpProblem } from './problem.ts';
import { type Viewer, viewerByLink, viewerOf } from './viewer.ts';

/** By `Authorization: Link <token>`, else whoever is signed in. Throws `HttpProblem` for a link that is over. */
export async function viewerFor({ db, personOf }: Services, req: Request): Promise<Viewer | null> {
  const link = await linkOf(db, req);
  if (link !== null) return viewerByLink(link);
  const personId = await personOf(req);
  return personId === null ? null : viewerOf(db, personId);
}

/** Of `<tx>.<position>`, as places are told outside; undefined where it is none. */
export function placeOf(text: unknown): Place | undefined {
  const match = typeof text === 'string' ? /^(\d{1,19})\.(\d{1,15})$/.exec(text) : null;
  return match?.[1] && match[2] ? { tx: match[1], position: Number(match[2]) } : undefined;
}

/** `?after=<tx>.<position>`: the read models have passed this place before the answer is made. */
export async function waitForPlace(db: Db, req: Request): Promise<void> {
  const { after } = req.query;
  if (after === undefined) return;
  const place = placeOf(after);
  if (place === undefined)
    throw new HttpProblem(400, 'invalid', 'after: must be <tx>.<position>, as Laureate-Position gave it', {
      errors: [{ field: 'after', rule: 'must be <tx>.<position>, as Laureate-Position gave it' }],
    });
  const names = asyncProjections.map((projection) => projection.name);
  if (!(await waitFor(db, names, place, 5_000)))
    throw new HttpProblem(503, 'not-caught-up', 'The views have not caught up with that change yet. Try again.');
}
