// The history of each kind of thing beside nominations and cycles: panels, countries, judges, organisations, forums, roles.
import { type RawBuilder, sql } from 'kysely';
import { getDefinition } from '../../db/read-models/cycle-views.ts';
import {
  findLedHistory,
  findStreamHistory,
  type HistoryPage,
  panelStreams,
} from '../../db/read-models/history-views.ts';
import { findMemberHistory } from '../../db/read-models/member-history.ts';
import { Iso2, Key } from '../../domain/messages.ts';
import { isJudging } from '../../domain/roles.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { organisationTarget } from '../organisation-register.ts';
import { type Context, get } from '../route.ts';
import {
  countryTarget,
  cycleTarget,
  forumTarget,
  judgeTarget,
  panelTarget,
  type Target,
  talkTarget,
} from '../targets.ts';
import { HistoryLineView } from '../views/records.ts';
import { listed } from './members.ts';

type Asked = { limit: number; cursor?: string | undefined };
type Reading = Pick<Context<unknown, Asked, unknown, Target>, 'db' | 'query' | 'meta' | 'role'>;

/** What a list of lines is asked with. */
export const lineOf = ({ query: { limit, cursor } }: { query: Asked }) => ({
  limit: limit + 1,
  after: cursorKey(cursor, ['number', 'number']),
});
export const linesOf = (rows: HistoryPage, { query }: { query: Asked }) => ({
  body: paged(
    rows,
    query.limit,
    ({ place }) => place,
    ({ place: _place, ...line }) => line,
  ),
});

/** Who keeps what it is of reads it whole; who reads of the own part reads no names but the own. */
async function ofStreams(context: Reading, streams: RawBuilder<unknown>) {
  const audience = context.role === 'judge' || context.role === 'presenter' ? 'applicant' : 'office';
  const asked = { ...lineOf(context), audience, viewer: context.meta.actor } as const;
  return linesOf(await findStreamHistory(context.db, streams, asked), context);
}

/** Where names are hidden a judge reads what was said of conflicts, and never of which entry. */
function withoutEntries({ body }: Awaited<ReturnType<typeof ofStreams>>) {
  const items = body.items.map((line) => {
    const { nominationIds: _, ...detail } = line.detail;
    return { ...line, nominationId: null, detail, changes: [], names: {} };
  });
  return { body: { ...body, items } };
}
const stream = (id: string) => sql`${id}::text`;

const list = { query: Paging, response: page(HistoryLineView) };

export const historiesRoutes = [
  get({
    ...list,
    path: '/panels/:panel/history',
    operation: 'ViewPanelHistory',
    summary:
      'What happened to a panel and its scorecards, newest first; never points, and nothing in conflict with the viewer',
    target: ({ db }, { panel }) => panelTarget(db, panel),
    run: async (context) => {
      const { cycleId, group } = context.target;
      if (!isJudging(context.role)) return ofStreams(context, panelStreams(cycleId, group));
      const asked = { ...lineOf(context), viewer: context.meta.actor };
      return linesOf(await findLedHistory(context.db, { cycleId, group }, asked), context);
    },
  }),
  get({
    ...list,
    path: '/cycles/:cycleId/countries/:iso2/history',
    operation: 'ViewCountryHistory',
    summary: 'What a country did in a cycle, newest first: its instants, rankings, signatures, dispensations',
    target: ({ db }, { cycleId, iso2 }) => countryTarget(db, cycleId, iso2),
    run: (context) => ofStreams(context, stream(`country/${context.params.cycleId}/${context.params.iso2}`)),
  }),
  get({
    ...list,
    path: '/cycles/:cycleId/judges/:judgeId/history',
    operation: 'ViewJudgeHistory',
    summary: 'What happened with a judge of a cycle, newest first: invitation, terms, conflicts, release',
    target: ({ db }, { cycleId, judgeId }) => judgeTarget(db, cycleId, judgeId),
    run: async (context) => {
      const { cycleId, judgeId } = context.params;
      const reply = await ofStreams(context, stream(`judge/${cycleId}/${judgeId}`));
      const { definition } = await getDefinition(context.db, cycleId);
      return context.role === 'judge' && definition.judging.blind.nominee ? withoutEntries(reply) : reply;
    },
  }),
  get({
    ...list,
    path: '/organisations/:organisationId/history',
    operation: 'ViewOrganisationHistory',
    summary: 'What happened to an organisation in the register and to those merged into it, newest first',
    target: ({ db }, { organisationId }, _body, viewer) => organisationTarget(db, organisationId, viewer),
    run: (context) =>
      ofStreams(
        context,
        sql`select 'organisation/' || o.organisation_id from organisations o where o.survivor = ${context.target.organisationId}`,
      ),
  }),
  get({
    ...list,
    path: '/forums/:forumId/history',
    operation: 'ViewForumHistory',
    summary: "What happened to a forum's programme, newest first",
    target: ({ db }, { forumId }) => forumTarget(db, forumId),
    run: (context) => ofStreams(context, stream(`forum/${context.params.forumId}`)),
  }),
  get({
    ...list,
    path: '/talks/:talk/history',
    operation: 'ViewTalkHistory',
    summary: 'What happened to a talk, newest first',
    target: ({ db }, { talk }) => talkTarget(db, talk),
    run: (context) => ofStreams(context, stream(`talk/${context.target.forumId}/${context.target.laureateId}`)),
  }),
  get({
    ...list,
    path: '/cycles/:cycleId/ceremony/history',
    operation: 'ViewCeremonyHistory',
    summary: 'What happened to the ceremony of a cycle, newest first',
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: (context) => ofStreams(context, stream(`ceremony/${context.params.cycleId}`)),
  }),
  get({
    path: '/members/:personId/history',
    operation: 'ViewMemberHistory',
    summary: 'Which roles a person was given, handed over and lost, newest first, where you may see who holds them',
    query: Paging.extend({ award: Key.optional(), country: Iso2.optional() }),
    response: page(HistoryLineView),
    target: (_services, _params, _body, viewer, query) => listed(viewer, query),
    run: async (context) => {
      const { award = null, country = null } = context.target;
      const asked = { ...lineOf(context), award, country, viewer: context.meta.actor };
      return linesOf(await findMemberHistory(context.db, context.params.personId, asked), context);
    },
  }),
];
