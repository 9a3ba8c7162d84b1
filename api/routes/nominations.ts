// Nominations: from the draft through screening to the forwarding.
import { z } from 'zod';
import { findDraft, startDraft, storeDossier } from '../../db/drafts.ts';
import { execute } from '../../db/execute.ts';
import { idOf, uuidv5 } from '../../db/ids.ts';
import { findNominations, getNomination } from '../../db/read-models/nomination-views.ts';
import { findSettled } from '../../db/settled-questions.ts';
import { fieldsOf } from '../../domain/definition-queries.ts';
import { Id, Iso2, Key } from '../../domain/messages.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import { checkDossier, organisationOf, titleOf } from '../../domain/nomination/dossier.ts';
import {
  CorrectNomination,
  ForwardNomination,
  type NominationCommand,
  RecordCheck,
  RejectNomination,
  ReturnNomination,
  SubmitNomination,
  type Submitted,
  WithdrawNomination,
} from '../../domain/nomination/messages.ts';
import { originalsOf, readContent } from '../../domain/nomination/questions.ts';
import { nominationStream } from '../../domain/nomination/state.ts';
import { isJudging } from '../../domain/roles.ts';
import { hashOf } from '../../domain/verify/canonical.ts';
import { CommandDone, cursorKey, done, Paging, page, paged } from '../answer.ts';
import type { Services } from '../app.ts';
import { withMatches, withWaits } from '../nominee.ts';
import { badFields, HttpProblem, notFound } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { countryTarget, listTarget, nominationTarget } from '../targets.ts';
import { MatchView } from '../views/organisations.ts';
import { NominationRow, NominationView } from '../views/views.ts';

type Found = Awaited<ReturnType<typeof nominationTarget>>;
export type Asked = Pick<Context<unknown, unknown, unknown, Found>, 'db' | 'meta' | 'target'>;
/** It is received whatever the matches: they are a question. */
const Received = CommandDone.extend({
  matches: z.array(MatchView).describe('Organisations that this one may be: say so at /nominations/{id}/organisation'),
});

/** Gives a command to a nomination. */
export async function tellNomination({ db, meta, target }: Asked, command: NominationCommand) {
  const { nominationId, cycleId } = target;
  return done(nominationId, await execute(db, nomination, nominationStream(nominationId, cycleId), command, meta));
}

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
        limit: query.limit + 1,
        after: cursorKey(query.cursor, ['uuid'])?.[0],
      });
      return {
        body: paged(
          rows,
          query.limit,
          (row) => [row.nominationId],
          (row) => row,
        ),
      };
    },
  }),
  get({
    path: '/nominations/:nominationId',
    operation: 'ViewNomination',
    summary: 'A nomination with its form as submitted, checks and messages',
    response: NominationView,
    target: one,
    run: async ({ db, params, role, target, viewer }) => {
      const blindFor = isJudging(role) ? target.cycleId : null;
      const view = await getNomination(db, params.nominationId, { blindFor, reader: viewer?.personId ?? null });
      if (view === undefined) throw notFound();
      return { body: view };
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
      const told = await tellNomination(context, {
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
      const told = await tellNomination(context, {
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
    run: async (context) => tellNomination(context, { type: 'ForwardNomination', data: await withWaits(context) }),
  }),
];

/** What the draft amounts to, checked field by field; the form's text is stored by its hash first. */
export async function submittedOf(
  db: Services['db'],
  { nominationId, cycleId, category }: Found,
  draftVersion: number,
): Promise<Submitted> {
  const draft = await findDraft(db, 'nomination', nominationId);
  if (draft === undefined) throw notFound();
  if (draft.version !== draftVersion)
    throw new HttpProblem(409, 'draft-moved', 'The draft has been saved since you read it.', {
      allowed: { draftVersion: draft.version },
    });
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const settled = await findSettled(db, 'nomination', nominationId);
  const problems = checkDossier(definition, category ?? '', draft.content, draft.files, settled);
  if (problems.length > 0) {
    const detail = problems.map(({ field, message }) => `${field}: ${message}`).join('; ');
    throw new HttpProblem(400, 'form-incomplete', detail, {
      errors: problems.map(({ field, rule, message }) => ({ field, rule: message, code: rule })),
    });
  }
  const fields = fieldsOf(definition, category ?? '');
  const originals = originalsOf(fields, draft.content, settled);
  const content = {
    ...{ form: 'nomination', content: readContent(fields, draft.content), files: draft.files },
    ...(Object.keys(originals).length > 0 && { originals }),
  };
  const dossier = hashOf(content);
  await storeDossier(db, dossier, content);
  const organisation = organisationOf(definition, draft.content);
  return {
    // An entry of its own in the register, until somebody says which organisation it is.
    organisationId: uuidv5(`organisation:${nominationId}`),
    organisation,
    title: titleOf(definition, draft.content),
    dossier,
    files: draft.files.map(({ hash }) => hash),
    draftVersion,
  };
}
