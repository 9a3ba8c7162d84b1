// Which organisation a nomination puts forward: what the record says of it, and the question whether it is one that is known.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { findNominee, findRepeated, getOrganisation } from '../../db/read-models/organisation-record.ts';
import { findQuestions, findSurvivor } from '../../db/read-models/organisation-views.ts';
import { Id } from '../../domain/messages.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { follows, type HttpMeta } from '../meta.ts';
import { draftedNominee, ownEntry, questionsOf } from '../nominee.ts';
import { ensureRegistered, sightOf, tellOrganisation } from '../organisation-register.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { listTarget, nominationTarget } from '../targets.ts';
import type { Viewer } from '../viewer.ts';
import { MatchView, NomineeView, QuestionView, RepeatedView } from '../views/organisations.ts';
import { requireKnown } from './organisations.ts';

const one = ({ db }: Services, { nominationId }: { nominationId: string }) => nominationTarget(db, nominationId);

/** The same organisation as another one, or none of those that look alike. */
export const IdentifyOrganisation = z.union([
  z.strictObject({ sameAs: Id }),
  z.strictObject({ notTheSame: z.array(Id).min(1).max(50) }),
]);

export const nomineeRoutes = [
  get({
    path: '/nominations/:nominationId/organisation',
    operation: 'ViewNominee',
    summary: 'What the record says of the organisation: earlier awards, waiting period, and others that it may be',
    response: NomineeView,
    target: one,
    run: async ({ db, params, viewer, target }) => {
      const nominee = await findNominee(db, params.nominationId);
      if (nominee === undefined) {
        // A draft is its editors' own.
        if (target.editors?.includes(viewer?.personId ?? '') !== true) throw notFound();
        return { body: await draftedNominee(db, params.nominationId, target.cycleId, viewer) };
      }
      const { organisationId } = nominee;
      const sight = sightOf(viewer);
      const [matches, { nominations }] = await Promise.all([
        questionsOf(db, params.nominationId, viewer),
        getOrganisation(db, organisationId, sight),
      ]);
      const also = nominations
        .filter((other) => other.cycleId === target.cycleId && other.nominationId !== params.nominationId)
        .map(({ cycleId: _same, ...other }) => other);
      return { body: { ...nominee, matches, also } };
    },
  }),
  post({
    path: '/nominations/:nominationId/organisation',
    operation: 'IdentifyOrganisation',
    summary: 'Answer whether the organisation is one that is known; the answer is kept, and may be changed',
    body: IdentifyOrganisation,
    response: CommandDone.extend({ matches: z.array(MatchView) }),
    target: one,
    run: async ({ db, params: { nominationId }, body, meta, viewer }) => {
      const own = await ownEntry(db, nominationId);
      if (own === undefined) throw notFound();
      await ensureRegistered(db, own, meta);
      if ('sameAs' in body) await requireKnown(db, [body.sameAs], viewer, 'sameAs');
      else await requireKnown(db, body.notTheSame, viewer, 'notTheSame');
      const { headers, body: told } = done(
        own,
        'sameAs' in body
          ? await joinTo(db, { own, nominationId, sameAs: body.sameAs }, viewer, meta)
          : await tellOrganisation(
              db,
              { type: 'DistinguishOrganisation', data: { organisationId: own, notTheSame: body.notTheSame } },
              meta,
            ),
      );
      return { headers, body: { ...told, matches: await questionsOf(db, nominationId, viewer) } };
    },
  }),
  get({
    path: '/cycles/:cycleId/repeated-organisations',
    operation: 'ListRepeatedOrganisations',
    summary: "Organisations nominated more than once in the cycle; a country's desk sees its own nominations alone",
    query: Paging,
    response: page(RepeatedView),
    target: ({ db }, { cycleId }, _body, viewer) => listTarget(db, cycleId, undefined, viewer),
    run: async ({ db, params, query, target, viewer }) => {
      const rows = await findRepeated(db, params.cycleId, {
        country: target.country ?? null,
        viewer: viewer?.personId ?? null,
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['uuid'])?.[0],
      });
      return { body: paged(rows, query.limit, (row) => [row.organisationId]) };
    },
  }),
  get({
    path: '/cycles/:cycleId/organisation-matches',
    operation: 'ListOrganisationQuestions',
    summary: "A cycle's nominations whose organisation may be another one that you know of; a page may hold none",
    query: Paging,
    response: page(QuestionView),
    target: ({ db }, { cycleId }, _body, viewer) => listTarget(db, cycleId, undefined, viewer),
    run: async ({ db, params, query, target, viewer }) => {
      const rows = await findQuestions(db, sightOf(viewer), params.cycleId, {
        country: target.country ?? null,
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['uuid'])?.[0],
      });
      const { items, next } = paged(rows, query.limit, (row) => [row.nominationId]);
      return { body: { items: items.filter(({ matches }) => matches.length > 0), next } };
    },
  }),
];

type Joining = { own: string; nominationId: string; sameAs: string };

/** An answer that is changed takes the earlier one back first. */
async function joinTo(db: Db, { own, nominationId, sameAs }: Joining, viewer: Viewer | null, meta: HttpMeta) {
  const stands = await findSurvivor(db, sightOf(viewer), sameAs);
  const into = stands?.organisationId ?? sameAs;
  await ensureRegistered(db, into, meta);
  const entry = await db.read
    .selectFrom('organisations')
    .select('merged_into')
    .where('organisation_id', '=', own)
    .executeTakeFirstOrThrow();
  const reason = 'Said by those who put it forward.';
  if (entry.merged_into !== null && entry.merged_into !== into)
    await tellOrganisation(
      db,
      { type: 'SeparateOrganisation', data: { organisationId: own, reason, nominationId } },
      follows(meta, 'separate'),
    );
  const data = { organisationId: own, into, reason, nominationId };
  return tellOrganisation(db, { type: 'MergeOrganisations', data }, meta);
}
