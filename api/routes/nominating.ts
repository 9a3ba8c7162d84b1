// What one who nominates has to know of the own country: the categories, until when each takes forms, what is left of the quota.
import { z } from 'zod';
import { getCountry } from '../../db/read-models/country-views.ts';
import { nominatingEnds } from '../../db/read-models/draft-standing.ts';
import { findCountry } from '../../domain/definition-queries.ts';
import { Iso2 } from '../../domain/messages.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';
import { listTarget } from '../targets.ts';
import { TextsView } from '../views/views.ts';

const NominatingView = z
  .object({
    country: z.string(),
    names: TextsView,
    languages: z.array(z.string()).describe('In which texts are written, beside English'),
    categories: z.array(
      z.object({
        category: z.string(),
        names: TextsView,
        until: z.string().nullable().describe('UTC; null where no instant is set'),
        zone: z.string().describe('The zone that governs that instant'),
        open: z.boolean().describe('Whether forms are taken now'),
        quota: z
          .object({ used: z.int(), cap: z.int() })
          .nullable()
          .describe('How many may be forwarded, for the desks alone'),
      }),
    ),
  })
  .meta({ id: 'Nominating' });

export const nominatingRoutes = [
  get({
    path: '/cycles/:cycleId/nominating',
    operation: 'ViewNominating',
    summary: 'Nominating in a country: its categories, until when each takes forms, and for the desk what is left',
    query: z.strictObject({ country: Iso2.optional() }),
    response: NominatingView,
    target: ({ db }, { cycleId }, _body, viewer, query) => listTarget(db, cycleId, query.country, viewer),
    run: async ({ db, params, target, role, meta }) => {
      const { country } = target;
      const cycle = await db.read
        .selectFrom('cycles')
        .select(['definition', 'countries'])
        .where('cycle_id', '=', params.cycleId)
        .executeTakeFirstOrThrow();
      if (!country || !cycle.countries.includes(country)) throw notFound();
      const desk = await getCountry(db, params.cycleId, country, { officer: meta.actor });
      const namesOf = (category: string) =>
        cycle.definition.categories.find(({ key }) => key === category)?.names ?? {};
      const categories = desk.categories.map(({ category, quota }) => {
        const shown = role === 'applicant' ? null : quota;
        return { category, names: namesOf(category), ...nominatingEnds(desk, category), quota: shown };
      });
      const languages = findCountry(cycle.definition, country)?.languages ?? [];
      return { body: { country, names: desk.names, languages, categories } };
    },
  }),
];
