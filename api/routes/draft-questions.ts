// What a form asks back about an answer: said by its editors, with what was typed kept.
import { z } from 'zod';
import type { Db } from '../../db/database.ts';
import { type Draft, findDraft, saveDraft } from '../../db/drafts.ts';
import { findSettled, recordSettled } from '../../db/settled-questions.ts';
import { fieldsOf } from '../../domain/definition-queries.ts';
import { type Question, questionsOf, settle } from '../../domain/nomination/questions.ts';
import { currentDraft } from '../draft-view.ts';
import { badFields, HttpProblem, notFound } from '../problem.ts';
import { post } from '../route.ts';
import { nominationTarget } from '../targets.ts';
import { DraftView } from '../views/views.ts';

const AnswerQuestions = z.strictObject({
  /** The version that was read with the questions. */
  baseVersion: z.int().min(1),
  answers: z
    .array(
      z.strictObject({
        field: z.string().min(1).max(200),
        /** What is meant: the suggestion, or just what was typed. */
        take: z.enum(['suggested', 'typed']),
      }),
    )
    .min(1)
    .max(500),
});
type Answers = z.infer<typeof AnswerQuestions>['answers'];

async function openQuestions(db: Db, draft: Draft): Promise<Question[]> {
  const { definition } = await db.read
    .selectFrom('cycles')
    .select('definition')
    .where('cycle_id', '=', draft.cycleId ?? '')
    .executeTakeFirstOrThrow();
  const settled = await findSettled(db, draft.form, draft.subjectId);
  return questionsOf(fieldsOf(definition, draft.category ?? ''), draft.content, settled);
}

function pair(answers: Answers, questions: Question[]) {
  const paired = answers.map(({ field, take }) => ({
    field,
    take,
    question: questions.find((one) => one.field === field),
  }));
  const strange = paired.flatMap(({ field, question }, index) =>
    question === undefined ? [{ field: `answers.${index}.field`, rule: `${field} has no open question` }] : [],
  );
  if (strange.length > 0) throw badFields(strange);
  return paired.flatMap(({ question, take }) => (question === undefined ? [] : [{ question, take }]));
}

export const draftQuestionRoutes = [
  post({
    path: '/drafts/:form/:subjectId/answers',
    operation: 'SaveDraft',
    summary: 'Answer what the form asks back (Zawgyi, Buddhist Era): what was typed is kept beside what is taken',
    body: AnswerQuestions,
    response: DraftView,
    target: ({ db }, { subjectId }) => nominationTarget(db, subjectId),
    run: async ({ db, params, body, meta }) => {
      const draft = await findDraft(db, params.form, params.subjectId);
      if (draft === undefined) throw notFound();
      if (draft.version !== body.baseVersion) throw moved(draft.version);
      const paired = pair(body.answers, await openQuestions(db, draft));
      const personId = meta.actor;
      // First what was typed: an answer without its draft does nothing, a draft without its answer has lost the original.
      const settled = paired.map(({ question: { field, kind, typed }, take }) => [field, { kind, typed, taken: take }]);
      await recordSettled(db, { ...params, personId }, Object.fromEntries(settled));
      const content = paired.reduce((so, { question, take }) => settle(so, question, take), draft.content);
      if (!(await saveDraft(db, { ...params, content, baseVersion: body.baseVersion, personId })))
        throw moved(body.baseVersion + 1);
      return currentDraft(db, params);
    },
  }),
];

const moved = (draftVersion: number) =>
  new HttpProblem(409, 'draft-moved', 'The draft has been saved since you read it.', { allowed: { draftVersion } });
