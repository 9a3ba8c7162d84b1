// Nominations: from the draft through screening to the forwarding.
import { z } from 'zod';
import { startDraft } from '../../db/drafts.ts';
import { idOf } from '../../db/ids.ts';
import { findDocuments, missingOf } from '../../db/read-models/document-views.ts';
import { getNominationAsOf } from '../../db/read-models/nomination-as-of.ts';
import { findNominations, getNomination } from '../../db/read-models/nomination-views.ts';
import { Id, Iso2, Key } from '../../domain/messages.ts';
import {
  CorrectNomination,
  ForwardNomination,
  RecordCheck,
  RejectNomination,
  ReturnNomination,
  SubmitNomination,
  WithdrawNomination,
} from '../../domain/nomination/messages.ts';
import { isJudging } from '../../domain/roles.ts';
import { CommandDone, cursorKey, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { attachArrived } from '../documents.ts';
import { withMatches, withWaits } from '../nominee.ts';
import { keepFormOpened } from '../openings.ts';
import { badFields, notFound, notThereYet } from '../problem.ts';
import { get, post } from '../route.ts';
import { submittedOf, tellNomination, tellSubmitted } from '../submitting.ts';
import { countryTarget, listTarget, nominationTarget } from '../targets.ts';
import { AsOf, InZone, maybeDeadline, readerZone } from '../views/deadline.ts';
import { Received } from '../views/organisations.ts';
import { NominationRow, NominationView } from '../views/views.ts';

const one = ({ db }: Services, { nominationId }: { nominationId: string }) => nominationTarget(db, nominationId);

export const StartNomination = z.strictObject({ country: Iso2, category: Key });
const Filter = Paging.extend({ country: Iso2.optional(), category: Key.optional(), status: Key.optional() });

export const nominationRoutes = [
  post({
    path: '/cycles/:cycleId/nominations',
    operation: 'StartNomination',
    summary: 'Start a nomination: makes its draft and its id',
    body: StartNomination,
    response: z.object({ id: Id, draft: z.string() }),
    status: 201,
    target: ({ db }, { cycleId }, body) => countryTarget(db, cycleId, body.country),
    run: async ({ db, meta, params, body, role }) => {
      const nominationId = idOf(meta.commandId);
      const { categories } = await db.read
        .selectFrom('cycles')
        .select('categories')
        .where('cycle_id', '=', params.cycleId)
        .executeTakeFirstOrThrow();
      if (!categories.includes(body.category))
        throw badFields([{ field: 'category', rule: `must be one of ${categories.join(', ')}` }]);
      await startDraft(db, {
        form: 'nomination',
        subjectId: nominationId,
        cycleId: params.cycleId,
        ...body,
        personId: meta.actor,
        inHouse: role === 'focal-point',
      });
      const draft = `/api/v1/drafts/nomination/${nominationId}`;
      return { headers: { Location: draft }, body: { id: nominationId, draft } };
    },
  }),
  get({
    path: '/cycles/:cycleId/nominations',
    operation: 'ListNominations',
    summary: "The nominations that you may see: your country's, or your own",
    query: Filter,
    response: page(NominationRow),
    target: ({ db }, { cycleId }, _body, viewer, query) => listTarget(db, cycleId, query.country, viewer),
    run: async ({ db, params, query, viewer, role, target }) => {
      const rows = await findNominations(db, params.cycleId, {
        country: target.country ?? null,
        category: query.category ?? null,
        status: query.status ?? null,
        editor: role === 'applicant' ? (viewer?.personId ?? null) : null,
        viewer: viewer?.personId ?? null,
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['uuid'])?.[0],
      });
      return { body: paged(rows, query.limit, (row) => [row.nominationId]) };
    },
  }),
  get({
    path: '/nominations/:nominationId',
    operation: 'ViewNomination',
    summary: 'A nomination with its form as submitted, checks and messages; with `asOf` as it stood then',
    query: InZone.extend(AsOf),
    response: NominationView,
    target: one,
    run: async ({ db, params, role, target, viewer, query }) => {
      const blindFor = isJudging(role) ? target.cycleId : null;
      const eyes = { blindFor, reader: viewer?.personId ?? null, applicant: role === 'applicant' };
      const { asOf = null } = query;
      const view =
        asOf === null
          ? await getNomination(db, params.nominationId, eyes)
          : await getNominationAsOf(db, params.nominationId, eyes, asOf);
      if (view === undefined) throw asOf === null ? notFound() : notThereYet();
      if (isJudging(role) && viewer !== null)
        await keepFormOpened(db, { ...target, judgeId: viewer.personId }, view.category);
      // Judges see no names of files where the policy is blind, nor what is missing. What was missing once is not kept.
      const documents = isJudging(role) || asOf !== null ? [] : await findDocuments(db, params.nominationId);
      const reader = (await readerZone(db, viewer, query.zone)) ?? view.zone;
      const objectionEnds = maybeDeadline(view.objectUntil, view.zone, reader);
      const correction = maybeDeadline(view.correctBy, view.zone, reader);
      const isEditor = viewer !== null && target.editors?.includes(viewer.personId) === true;
      const writes = isEditor || (role === 'focal-point' && target.inHouse === true);
      return { body: { ...view, asOf, writes, missing: missingOf(documents), correction, objectionEnds } };
    },
  }),
  post({
    path: '/nominations/:nominationId/submit',
    operation: 'SubmitNomination',
    summary: 'Submit the draft as it was seen; submitting again replaces, until the cut-off',
    body: SubmitNomination,
    response: Received,
    target: one,
    run: async (context) => {
      const { nominationId, cycleId, country, category } = context.target;
      const submitted = await submittedOf(context.db, context.target, context.body.draftVersion);
      const told = await tellSubmitted(context, {
        type: 'SubmitNomination',
        data: { nominationId, cycleId, country, category: category ?? '', ...submitted },
      });
      return withMatches(context, told, submitted);
    },
  }),
  post({
    path: '/nominations/:nominationId/correct',
    operation: 'CorrectNomination',
    summary: 'Submit a returned nomination again',
    body: CorrectNomination,
    response: Received,
    target: one,
    run: async (context) => {
      const submitted = await submittedOf(context.db, context.target, context.body.draftVersion);
      const told = await tellSubmitted(context, {
        type: 'CorrectNomination',
        data: { nominationId: context.params.nominationId, ...submitted },
      });
      return withMatches(context, told, submitted);
    },
  }),
  post({
    path: '/nominations/:nominationId/withdraw',
    operation: 'WithdrawNomination',
    summary: 'Withdraw a nomination',
    body: WithdrawNomination,
    response: CommandDone,
    target: one,
    run: (context) =>
      tellNomination(context, { type: 'WithdrawNomination', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/nominations/:nominationId/checks',
    operation: 'RecordCheck',
    summary: 'Record one item of the screening checklist',
    body: RecordCheck,
    response: CommandDone,
    target: one,
    run: async (context) => tellNomination(context, { type: 'RecordCheck', data: await withWaits(context) }),
  }),
  post({
    path: '/nominations/:nominationId/return',
    operation: 'ReturnNomination',
    summary: 'Return a nomination for correction, field by field',
    body: ReturnNomination,
    response: CommandDone,
    target: one,
    run: (context) =>
      tellNomination(context, { type: 'ReturnNomination', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/nominations/:nominationId/reject',
    operation: 'RejectNomination',
    summary: 'Propose a rejection; a second person asking the same confirms it',
    body: RejectNomination,
    response: CommandDone,
    target: one,
    run: (context) =>
      tellNomination(context, { type: 'RejectNomination', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/nominations/:nominationId/forward',
    operation: 'ForwardNomination',
    summary: 'Forward a screened nomination to its panel, within the quota',
    body: ForwardNomination,
    response: CommandDone,
    target: one,
    run: async (context) => {
      // An arrival whose record broke off is put on record first.
      await attachArrived(context.db, context.target);
      return tellNomination(context, { type: 'ForwardNomination', data: await withWaits(context) });
    },
  }),
];
