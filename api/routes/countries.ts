// A country's own part in a cycle: its desk, timetable, ranking, forwarding and signing.
import { z } from 'zod';
import { execute } from '../../db/execute.ts';
import { getCountry, listCountries } from '../../db/read-models/country-views.ts';
import { findDispensations } from '../../db/read-models/dispensations.ts';
import { country } from '../../domain/country/decider.ts';
import {
  type CountryCommand,
  DeclareNoNominee,
  GrantDispensation,
  RankNominations,
  SetCountryTimetable,
} from '../../domain/country/messages.ts';
import { countryStream } from '../../domain/country/state.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import { languageOf, Reading } from '../reader.ts';
import { type Context, get, post } from '../route.ts';
import { countryTarget, cycleTarget, type Target } from '../targets.ts';
import { CountryView, countryView, DispensationView, dispensationView } from '../views/cycles.ts';
import { InZone, readerZone } from '../views/deadline.ts';

export async function tellCountry(
  { db, meta }: Pick<Context<unknown, unknown, unknown, Target>, 'db' | 'meta'>,
  command: CountryCommand,
) {
  const { cycleId, iso2 } = command.data;
  return done(`${cycleId}~${iso2}`, await execute(db, country, countryStream(cycleId, iso2), command, meta));
}

/** Protocol order, or by name as the reader's language sorts. */
const Order = InZone.extend({ order: z.enum(['protocol', 'name']).default('protocol'), ...Reading });

export const countryRoutes = [
  get({
    path: '/cycles/:cycleId/countries',
    operation: 'ListCountries',
    summary: 'Who is late: every country in protocol order with its phase, quota and what is missing',
    query: Order,
    response: page(CountryView),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, query, viewer }) => {
      const language = await languageOf({ db }, viewer, query.language);
      const reader = await readerZone(db, viewer, query.zone);
      const desks = await listCountries(db, params.cycleId, {
        ...{ language, order: query.order, officer: viewer?.personId ?? null },
      });
      return { body: { items: desks.map((desk) => countryView(desk, reader)), next: null } };
    },
  }),
  get({
    path: '/cycles/:cycleId/countries/:iso2',
    operation: 'ViewCountry',
    summary: 'The country desk: phase, deadlines in both zones, quota left, screening queue',
    query: InZone,
    response: CountryView,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: async ({ db, params, viewer, query }) => {
      const desk = await getCountry(db, params.cycleId, params.iso2, { officer: viewer?.personId ?? null });
      return { body: countryView(desk, await readerZone(db, viewer, query.zone)) };
    },
  }),
  post({
    path: '/cycles/:cycleId/countries/:iso2/timetable',
    operation: 'SetCountryTimetable',
    summary: "Set the country's own instants, never after the cycle's",
    body: SetCountryTimetable,
    response: CommandDone,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: (context) =>
      tellCountry(context, { type: 'SetCountryTimetable', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/countries/:iso2/dispensations',
    operation: 'GrantDispensation',
    summary: 'Open one step again for one country until an end of its own, with the reason and the authority for it',
    body: GrantDispensation,
    response: CommandDone,
    status: 201,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: (context) => tellCountry(context, { type: 'GrantDispensation', data: { ...context.params, ...context.body } }),
  }),
  get({
    path: '/cycles/:cycleId/dispensations',
    operation: 'ListDispensations',
    summary: 'The dispensations of all countries, the newest first, for everyone at a country desk',
    query: Paging.extend(InZone.shape),
    response: page(DispensationView),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, query, viewer }) => {
      const reader = await readerZone(db, viewer, query.zone);
      const after = cursorKey(query.cursor, ['instant', 'uuid']);
      const rows = await findDispensations(db, params.cycleId, { limit: query.limit + 1, after });
      return {
        body: paged(
          rows,
          query.limit,
          (row) => [row.grantedAt, row.dispensationId],
          (row) => dispensationView(row, reader),
        ),
      };
    },
  }),
  post({
    path: '/cycles/:cycleId/countries/:iso2/phases/:countryPhase/close',
    operation: 'CloseCountryPhase',
    summary: "Close the country's phase, early and for good",
    response: CommandDone,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: (context) => {
      const { cycleId, iso2, countryPhase } = context.params;
      return tellCountry(context, { type: 'CloseCountryPhase', data: { cycleId, iso2, phase: countryPhase } });
    },
  }),
  post({
    path: '/cycles/:cycleId/countries/:iso2/rank',
    operation: 'RankNominations',
    summary: "Put the country's nominations of a category in order",
    body: RankNominations,
    response: CommandDone,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: (context) => tellCountry(context, { type: 'RankNominations', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/cycles/:cycleId/countries/:iso2/declare-no-nominee',
    operation: 'DeclareNoNominee',
    summary: 'Say that the country has no nominee in a category',
    body: DeclareNoNominee,
    response: CommandDone,
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: (context) => tellCountry(context, { type: 'DeclareNoNominee', data: { ...context.params, ...context.body } }),
  }),
];
