// The register of organisations: found, named, told apart, merged.
import { z } from 'zod';
import { idOf } from '../../db/ids.ts';
import { getOrganisation } from '../../db/read-models/organisation-record.ts';
import { findMatches, findOrganisations, getKnown } from '../../db/read-models/organisation-views.ts';
import { Iso2 } from '../../domain/messages.ts';
import {
  DistinguishOrganisation,
  MergeOrganisations,
  type OrganisationCommand,
  RecordRegistration,
  RegisterOrganisation,
  RenameOrganisation,
  SeparateOrganisation,
} from '../../domain/organisation/messages.ts';
import { zawgyiIn } from '../../domain/zawgyi.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import {
  ensureRegistered,
  entryTarget,
  organisationTarget,
  sightOf,
  tellOrganisation,
} from '../organisation-register.ts';
import { badFields } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import type { Target } from '../targets.ts';
import type { Viewer } from '../viewer.ts';
import { MatchView, OrganisationRow, OrganisationView } from '../views/organisations.ts';
import { QuestionView } from '../views/views.ts';

type Found = Target & { organisationId: string };
type Asked = Pick<Context<unknown, unknown, unknown, Found>, 'db' | 'meta' | 'target'>;

const one = ({ db }: Services, { organisationId }: { organisationId: string }, _body: unknown, viewer: Viewer | null) =>
  organisationTarget(db, organisationId, viewer);
/** The very entry that is named, whatever it is part of; it is kept by the award and the country that it came by. */
const entry = ({ db }: Services, { organisationId }: { organisationId: string }) => entryTarget(db, organisationId);

async function tell({ db, meta, target }: Asked, command: OrganisationCommand) {
  await ensureRegistered(db, target.organisationId, meta);
  return done(target.organisationId, await tellOrganisation(db, command, meta));
}

const Filter = Paging.extend({ search: z.string().trim().min(2).max(200).optional(), country: Iso2.optional() });

export const organisationRoutes = [
  get({
    path: '/organisations',
    operation: 'ListOrganisations',
    summary: 'The organisations that you know of, by the beginnings of their names in any script, present or former',
    query: Filter,
    response: page(OrganisationRow),
    run: async ({ db, query, viewer }) => {
      const rows = await findOrganisations(db, sightOf(viewer), {
        search: query.search ?? null,
        country: query.country ?? null,
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['uuid'])?.[0],
      });
      return { body: paged(rows, query.limit, (row) => [row.organisationId]) };
    },
  }),
  get({
    path: '/organisations/:organisationId',
    operation: 'ViewOrganisation',
    summary: 'An organisation with its names, awards and the nominations that you may see',
    response: OrganisationView,
    target: one,
    run: async ({ db, target, viewer }) => ({
      body: await getOrganisation(db, target.organisationId, sightOf(viewer)),
    }),
  }),
  get({
    path: '/organisations/:organisationId/matches',
    operation: 'ListOrganisationMatches',
    summary: 'Organisations that may be the same, the surest first; at most ten, without those it was told apart from',
    response: page(MatchView),
    target: one,
    run: async ({ db, target: { organisationId }, viewer }) => {
      const known = await getKnown(db, organisationId);
      return { body: { items: await findMatches(db, sightOf(viewer), known, organisationId), next: null } };
    },
  }),
  post({
    path: '/awards/:award/organisations',
    operation: 'RegisterOrganisation',
    summary:
      'Enter an organisation in the register; `matches` are those that it may be already, `questions` ask about its name',
    body: RegisterOrganisation,
    response: CommandDone.extend({ matches: z.array(MatchView), questions: z.array(QuestionView) }),
    status: 201,
    target: (_services, { award }, body) => ({ award, country: body.country }),
    run: async ({ db, meta, params, body, viewer }) => {
      const organisationId = idOf(meta.commandId);
      const data = { ...body, organisationId, award: params.award, nominationId: null };
      const { headers, body: told } = done(
        organisationId,
        await tellOrganisation(db, { type: 'RegisterOrganisation', data }, meta),
      );
      const known = { names: [body.names], registration: body.registration };
      const matches = await findMatches(db, sightOf(viewer), known, organisationId);
      return {
        headers: { ...headers, Location: `/api/v1/organisations/${organisationId}` },
        body: { ...told, matches, questions: zawgyiIn(body.names) },
      };
    },
  }),
  post({
    path: '/organisations/:organisationId/rename',
    operation: 'RenameOrganisation',
    summary: 'Give it the name that it has now; the former name is kept, with the day of the change',
    body: RenameOrganisation,
    response: CommandDone.extend({ questions: z.array(QuestionView) }),
    target: entry,
    run: async (context) => {
      const data = { ...context.params, ...context.body };
      const { headers, body } = await tell(context, { type: 'RenameOrganisation', data });
      return { headers, body: { ...body, questions: zawgyiIn(data.names) } };
    },
  }),
  post({
    path: '/organisations/:organisationId/registration',
    operation: 'RecordRegistration',
    summary: 'Record under which number it is registered, and where',
    body: RecordRegistration,
    response: CommandDone,
    target: entry,
    run: (context) => tell(context, { type: 'RecordRegistration', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/organisations/:organisationId/merge',
    operation: 'MergeOrganisations',
    summary: 'Say that it is the same as another one, which stays',
    body: MergeOrganisations,
    response: CommandDone,
    target: entry,
    run: async (context) => {
      const { db, body, meta, viewer, params } = context;
      await requireKnown(db, [body.into], viewer, 'into');
      await ensureRegistered(db, body.into, meta);
      return tell(context, { type: 'MergeOrganisations', data: { ...params, ...body, nominationId: null } });
    },
  }),
  post({
    path: '/organisations/:organisationId/separate',
    operation: 'SeparateOrganisation',
    summary: 'Take back that it was merged into another one',
    body: SeparateOrganisation,
    response: CommandDone,
    target: entry,
    run: (context) =>
      tell(context, { type: 'SeparateOrganisation', data: { ...context.params, ...context.body, nominationId: null } }),
  }),
  post({
    path: '/organisations/:organisationId/distinguish',
    operation: 'DistinguishOrganisation',
    summary: 'Tell it apart from others that look alike: it is not asked again',
    body: DistinguishOrganisation,
    response: CommandDone,
    target: entry,
    run: async (context) => {
      await requireKnown(context.db, context.body.notTheSame, context.viewer, 'notTheSame');
      return tell(context, { type: 'DistinguishOrganisation', data: { ...context.params, ...context.body } });
    },
  }),
];

/** Ids in a body that the viewer knows of. */
export async function requireKnown(
  db: Services['db'],
  ids: string[],
  viewer: Viewer | null,
  field: string,
): Promise<void> {
  for (const id of ids)
    await organisationTarget(db, id, viewer).catch(() => {
      throw badFields([{ field, rule: `names ${id}, which is no organisation that you know of` }]);
    });
}
