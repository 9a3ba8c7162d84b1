// Dossiers of those whom a signed decision names: verified by the secretariat, or given back to the country, which alone changes them.
import { AnswerReturn, ReturnToCountry, VerifyDossier } from '../../domain/nomination/messages.ts';
import { CommandDone } from '../answer.ts';
import { post } from '../route.ts';
import { submittedOf, tellNomination, tellSubmitted } from '../submitting.ts';
import { nominationTarget } from '../targets.ts';

export const dossierRoutes = [
  post({
    path: '/nominations/:nominationId/verify-dossier',
    operation: 'VerifyDossier',
    summary: 'Say that the dossier of a laureate or runner-up is in order, before the endorsers are asked',
    body: VerifyDossier,
    response: CommandDone,
    target: ({ db }, { nominationId }) => nominationTarget(db, nominationId),
    run: (context) => tellNomination(context, { type: 'VerifyDossier', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/nominations/:nominationId/return-to-country',
    operation: 'ReturnToCountry',
    summary: 'Give the dossier of a laureate or runner-up back to its country, field by field',
    body: ReturnToCountry,
    response: CommandDone,
    target: ({ db }, { nominationId }) => nominationTarget(db, nominationId),
    run: (context) =>
      tellNomination(context, { type: 'ReturnToCountry', data: { ...context.params, ...context.body } }),
  }),
  post({
    path: '/nominations/:nominationId/answer-return',
    operation: 'AnswerReturn',
    summary: 'Answer with a corrected version of the dossier',
    body: AnswerReturn,
    response: CommandDone,
    target: ({ db }, { nominationId }) => nominationTarget(db, nominationId),
    run: async (context) => {
      const submitted = await submittedOf(context.db, context.target, context.body.draftVersion);
      const { nominationId } = context.params;
      return tellSubmitted(context, { type: 'AnswerReturn', data: { nominationId, ...submitted } });
    },
  }),
];
