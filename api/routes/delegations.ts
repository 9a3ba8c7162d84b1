// The delegations to a forum: which there are, who belongs to them, and whom a country registers.
import { z } from 'zod';
import { idOf } from '../../db/ids.ts';
import {
  countDelegations,
  type Filter,
  type ForumFacts,
  findForumFacts,
  findForumsOfCycle,
  findParticipants,
} from '../../db/read-models/delegation-views.ts';
import { findCountry } from '../../domain/definition-queries.ts';
import { noCountry } from '../../domain/delegation/messages.ts';
import type { Texts } from '../../domain/messages.ts';
import { CommandDone, cursorKey, page, paged } from '../answer.ts';
import { delegationTarget, enter, showParticipant } from '../delegations.ts';
import { notFound } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { cycleTarget, forumTarget, type Target } from '../targets.ts';
import {
  DelegationView,
  ForumOfDelegation,
  ForumParticipantQuery,
  NewParticipant,
  ParticipantQuery,
  ParticipantRow,
} from '../views/delegations.ts';

type Asked = z.infer<typeof ParticipantQuery> & { country?: string | undefined };
type Listing = Pick<Context<unknown, Asked, unknown, Target>, 'db' | 'query' | 'role'>;

async function listed({ db, query, role }: Listing, forumId: string, filter: Filter) {
  const { limit, cursor, q, capacity, attendance, status } = query;
  const after = cursorKey(cursor, ['text', 'number', 'text', 'uuid']);
  const asked = { ...filter, q, capacity, attendance, all: status === 'all' };
  const rows = await findParticipants(db, forumId, asked, { limit: limit + 1, after });
  return {
    body: paged(
      rows,
      limit,
      ({ place }) => place,
      ({ place: _place, ...row }) => showParticipant(row, role),
    ),
  };
}

export const forumOf = ({
  cycle: _cycle,
  cycleId: _id,
  award: _award,
  countries: _all,
  host: _host,
  ...forum
}: ForumFacts) => forum;

const countryIn = ({ countries, zone }: ForumFacts, iso2: string) => {
  const known = countries.find((one) => one.iso2 === iso2);
  const { names = unsent[iso2] ?? { en: iso2 }, languages = ['en'] } = known ?? {};
  return { iso2, names, languages, zone: known?.zone ?? zone };
};

/** What stands in a country's place where none sends somebody. */
const unsent: { [iso2: string]: Texts } = { [noCountry]: { en: 'Guests and organisers', th: 'แขกและผู้จัดงาน' } };

const none = { registered: 0, present: 0, absent: 0, head: false };

export const delegationRoutes = [
  get({
    path: '/cycles/:cycleId/countries/:iso2/delegations',
    operation: 'ListDelegations',
    summary: "The country's delegation to each forum of the cycle",
    response: z.object({ items: z.array(DelegationView) }),
    target: async ({ db }, { cycleId, iso2 }) => ({ ...(await cycleTarget(db, cycleId)), country: iso2 }),
    run: async ({ db, params }) => {
      const { cycleId, iso2 } = params;
      const { definition } = await db.read
        .selectFrom('cycles')
        .select('definition')
        .where('cycle_id', '=', cycleId)
        .executeTakeFirstOrThrow();
      const country = findCountry(definition, iso2);
      if (country === undefined) throw notFound();
      const { names, languages, zone } = country;
      const forums = await findForumsOfCycle(db, cycleId);
      const items = forums.map(async ({ host: _host, ...forum }) => {
        const counts = await countDelegations(db, forum.forumId);
        const { country: _iso2, ...found } = counts.find((one) => one.country === iso2) ?? { country: iso2, ...none };
        return { forum, country: { iso2, names, languages, zone }, ...found };
      });
      return { body: { items: await Promise.all(items) } };
    },
  }),
  get({
    path: '/forums/:forumId/delegations',
    operation: 'ListParticipants',
    summary: 'Every country of the award with how many it sends to the forum, and how many came',
    response: z.object({ forum: ForumOfDelegation, items: z.array(DelegationView.omit({ forum: true })) }),
    target: ({ db }, { forumId }) => forumTarget(db, forumId),
    run: async ({ db, params }) => {
      const [facts, counts] = await Promise.all([
        findForumFacts(db, params.forumId),
        countDelegations(db, params.forumId),
      ]);
      if (facts === undefined) throw notFound();
      const known = [...facts.countries.map(({ iso2 }) => iso2), noCountry];
      const others = counts.map(({ country }) => country).filter((iso2) => !known.includes(iso2));
      const items = [...known, ...others].map((iso2) => {
        const { country: _iso2, ...found } = counts.find((one) => one.country === iso2) ?? { country: iso2, ...none };
        return { country: countryIn(facts, iso2), ...found };
      });
      return { body: { forum: forumOf(facts), items } };
    },
  }),
  get({
    path: '/forums/:forumId/participants',
    operation: 'ListParticipants',
    summary: 'The participants of all delegations, by country, the heads first',
    query: ForumParticipantQuery,
    response: page(ParticipantRow),
    target: ({ db }, { forumId }) => forumTarget(db, forumId),
    run: (context) => listed(context, context.params.forumId, { country: context.query.country }),
  }),
  get({
    path: '/forums/:forumId/delegations/:iso2/participants',
    operation: 'ViewDelegation',
    summary: 'The participants of one delegation, the head first',
    query: ParticipantQuery,
    response: page(ParticipantRow),
    target: ({ db }, { forumId, iso2 }) => delegationTarget(db, forumId, iso2),
    run: (context) => listed(context, context.params.forumId, { country: context.params.iso2 }),
  }),
  post({
    path: '/forums/:forumId/delegations/:iso2/participants',
    operation: 'RegisterParticipant',
    summary: "Register a participant in the country's delegation",
    body: NewParticipant,
    response: CommandDone,
    status: 201,
    target: ({ db }, { forumId, iso2 }) => delegationTarget(db, forumId, iso2),
    run: (context) => {
      const { email, language, capacity, ...content } = context.body;
      const { forumId, country } = context.target;
      const participantId = idOf(context.meta.commandId);
      const contact = { email, language, name: content.name };
      return enter(context, { contact, content, participantId }, (personId) => ({
        type: 'RegisterParticipant',
        data: { forumId, country, participantId, personId, capacity },
      }));
    },
  }),
];
