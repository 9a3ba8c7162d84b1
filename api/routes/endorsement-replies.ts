// Who has said what of each laureate while results are before the endorsers: a line for each country and laureate.
import { z } from 'zod';
import { loadState } from '../../db/execute.ts';
import { findKeptResults } from '../../db/read-models/officer-conflicts.ts';
import { cycleStream, type Endorsement } from '../../domain/cycle/state.ts';
import { Iso2 } from '../../domain/messages.ts';
import { cursorKey, Paging, page, paged } from '../answer.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';
import { cycleTarget } from '../targets.ts';
import { TextsView } from '../views/views.ts';

const ReplyView = z
  .object({
    country: z.string().describe('Who endorses'),
    laureateId: z.string(),
    laureateCountry: z.string(),
    category: z.string(),
    organisation: TextsView,
    place: z.enum(['laureate', 'runner-up']),
    order: z.int(),
    reply: z.enum(['none', 'endorsed', 'objected']),
    objection: z.enum(['open', 'upheld', 'dismissed', 'withdrawn', 'lapsed']).nullable(),
    reason: z.string().nullable().describe('Of the objection'),
  })
  .meta({ id: 'EndorsementReply' });

const Filter = Paging.extend({ country: Iso2.optional(), reply: ReplyView.shape.reply.optional() });

function repliesTo(endorsement: Endorsement | null, countries: string[]): z.infer<typeof ReplyView>[] {
  const { winners = [], replies = {}, objections = [] } = endorsement ?? {};
  return countries.flatMap((country) =>
    winners.map(({ laureateId, country: laureateCountry, category, organisation, place, order }) => {
      const objection = objections.findLast((one) => one.country === country && one.laureateId === laureateId);
      const endorsed = replies[country]?.includes(laureateId) ?? false;
      const isStanding = objection?.status === 'open' || objection?.status === 'upheld';
      return {
        ...{ country, laureateId, laureateCountry, category, organisation, place, order },
        reply: isStanding ? ('objected' as const) : endorsed ? ('endorsed' as const) : ('none' as const),
        objection: objection?.status ?? null,
        reason: objection?.reason ?? null,
      };
    }),
  );
}

export const endorsementReplyRoutes = [
  get({
    path: '/cycles/:cycleId/endorsement/replies',
    operation: 'ViewEndorsement',
    summary: 'What each country has said of each laureate, objections with their reasons',
    query: Filter,
    response: page(ReplyView),
    target: ({ db }, { cycleId }) => cycleTarget(db, cycleId),
    run: async ({ db, params, query, viewer }) => {
      const { state } = await loadState(db, cycleStream(params.cycleId));
      if (state.status === 'none') throw notFound();
      const kept = await findKeptResults(db, viewer?.personId ?? null);
      const { country, reply } = query;
      const all = repliesTo(state.endorsement, country === undefined ? state.countries : [country]).filter(
        (row) => !kept.has(row.laureateId) && (reply === undefined || row.reply === reply),
      );
      const from = Number(cursorKey(query.cursor, ['number'])?.[0] ?? 0);
      const rows = all.slice(from, from + query.limit + 1).map((row, index) => ({ ...row, next: from + index + 1 }));
      const show = ({ next: _place, ...row }: (typeof rows)[number]) => row;
      return { body: paged(rows, query.limit, ({ next }) => [String(next)], show) };
    },
  }),
];
