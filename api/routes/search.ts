// One search over all that an office or a desk handles.
import { z } from 'zod';
import { type Eyes, findHits } from '../../db/read-models/search-views.ts';
import { page } from '../answer.ts';
import { sightOf } from '../organisation-register.ts';
import { get } from '../route.ts';
import type { Viewer } from '../viewer.ts';
import { TextsView } from '../views/views.ts';

const HitView = z
  .object({
    kind: z.enum(['organisation', 'nomination', 'person']),
    id: z.string(),
    names: TextsView.describe('Of a person under `und`: the language of a name is not known'),
    country: z.string().nullable(),
    cycleId: z.string().nullable(),
    detail: z.string().nullable().describe('The status of a nomination; the roles of a person, with commas'),
  })
  .meta({ id: 'SearchHit' });

/** Offices see the people of their awards, a focal point those of the own country. */
function eyesOf(viewer: Viewer | null): Eyes {
  const people = (viewer?.roles ?? []).flatMap(({ role, award, country }): Eyes['people'] => {
    if (award === null) return [];
    if (role === 'secretariat' || role === 'auditor') return [{ award, country: null }];
    return role === 'focal-point' && country !== null ? [{ award, country }] : [];
  });
  return { ...sightOf(viewer), people };
}

export const searchRoutes = [
  get({
    path: '/search',
    operation: 'Search',
    summary: 'Nominations, organisations and people by name, of those that you handle; at most twenty of each',
    query: z.strictObject({ text: z.string().trim().min(2).max(200) }),
    response: page(HitView),
    run: async ({ db, query, viewer }) => ({
      body: { items: await findHits(db, eyesOf(viewer), query.text), next: null },
    }),
  }),
];
