// What a draft amounts to when it is submitted, and the commands that are given to its nomination.
import { findDraft, storeDossier } from '../db/drafts.ts';
import { execute } from '../db/execute.ts';
import { uuidv5 } from '../db/ids.ts';
import { findSettled } from '../db/settled-questions.ts';
import { fieldsOf } from '../domain/definition-queries.ts';
import { nomination } from '../domain/nomination/decider.ts';
import { checkDossier, organisationOf, titleOf } from '../domain/nomination/dossier.ts';
import type { NominationCommand, Submitted } from '../domain/nomination/messages.ts';
import { originalsOf, readContent } from '../domain/nomination/questions.ts';
import { nominationStream } from '../domain/nomination/state.ts';
import { hashOf } from '../domain/verify/canonical.ts';
import { done } from './answer.ts';
import type { Services } from './app.ts';
import { attachArrived } from './documents.ts';
import { promisedLetters } from './letters-asked.ts';
import { HttpProblem, notFound } from './problem.ts';
import type { Context } from './route.ts';
import type { nominationTarget } from './targets.ts';

type Found = Awaited<ReturnType<typeof nominationTarget>>;
export type Asked = Pick<Context<unknown, unknown, unknown, Found>, 'db' | 'meta' | 'target'>;

/** Gives a command to a nomination. */
export async function tellNomination({ db, meta, target }: Asked, command: NominationCommand) {
  const { nominationId, cycleId } = target;
  return done(nominationId, await execute(db, nomination, nominationStream(nominationId, cycleId), command, meta));
}

/** And puts on record which of its files have come already. */
export async function tellSubmitted(context: Asked, command: NominationCommand) {
  const reply = await tellNomination(context, command);
  await attachArrived(context.db, context.target);
  return reply;
}

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
  const promised = await promisedLetters(db, nominationId, definition, category ?? '');
  const problems = checkDossier(definition, category ?? '', draft.content, [...draft.files, ...promised], settled);
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
    documents: draft.files.map(({ fileId, hash, field }) => ({ fileId, hash, field })),
    draftVersion,
  };
}
