// Suggested conflicts: seen by the judge and the desk, each where they may, and accepted or dismissed once.
import { z } from 'zod';
import { execute } from '../../db/execute.ts';
import { findSuggestions } from '../../db/read-models/conflict-suggestions.ts';
import { getDefinition } from '../../db/read-models/cycle-views.ts';
import { judge } from '../../domain/judge/decider.ts';
import { AcceptSuggestion, DismissSuggestion, type JudgeCommand, suggested } from '../../domain/judge/messages.ts';
import { judgeStream } from '../../domain/judge/state.ts';
import { CommandDone, done, page } from '../answer.ts';
import type { Services } from '../app.ts';
import { recuseFromWhatWasRead } from '../openings.ts';
import { badFields } from '../problem.ts';
import { type Context, get, post } from '../route.ts';
import { judgeTarget, listTarget, type Target } from '../targets.ts';
import { TextsView } from '../views/views.ts';

const SuggestionView = z
  .object({
    judgeId: z.string(),
    judge: z.string().describe('Empty once the person was erased'),
    nominationId: z.string(),
    organisation: TextsView,
    because: z.enum(suggested),
    judgeSays: z.string().nullable().describe('Why the judge says that there is no conflict'),
  })
  .meta({ id: 'ConflictSuggestion' });

const one = ({ db }: Services, { cycleId, judgeId }: { cycleId: string; judgeId: string }) =>
  judgeTarget(db, cycleId, judgeId);
type Asked = Pick<
  Context<unknown, unknown, unknown, Target & { cycleId: string; judgeId: string }>,
  'db' | 'role' | 'meta' | 'target'
>;

/** None for a judge who is not to know whose an entry is. */
async function suggestionsFor({ db, role, meta, target: { cycleId, judgeId } }: Asked) {
  if (role !== 'judge')
    return findSuggestions(db, { cycleId, judgeId, reader: 'desk', officer: meta.actor, country: null });
  const { definition } = await getDefinition(db, cycleId);
  if (definition.judging.blind.nominee) return [];
  return findSuggestions(db, { cycleId, judgeId, reader: 'judge', officer: null, country: null });
}

/** @throws HttpProblem 400 for what is not suggested to the one who answers */
async function requireSuggested(context: Asked, { nominationId, because }: z.infer<typeof AcceptSuggestion>) {
  const all = await suggestionsFor(context);
  if (!all.some((one) => one.nominationId === nominationId && one.because === because))
    throw badFields([{ field: 'nominationId', rule: 'is no entry of which this is suggested' }]);
}

async function tell({ db, meta, target }: Asked, command: JudgeCommand) {
  const { cycleId, judgeId } = target;
  return done(`${cycleId}~${judgeId}`, await execute(db, judge, judgeStream(cycleId, judgeId), command, meta));
}

export const suggestionRoutes = [
  get({
    path: '/cycles/:cycleId/conflict-suggestions',
    operation: 'ListSuggestions',
    summary: 'What may stand between judges and entries, each with its reason, until it is accepted or dismissed',
    response: page(SuggestionView),
    target: ({ db }, { cycleId }, _body, viewer) => listTarget(db, cycleId, undefined, viewer),
    run: async ({ db, role, meta, target }) => {
      const country = role === 'focal-point' ? (target.country ?? null) : null;
      const { cycleId } = target;
      return {
        body: {
          items: await findSuggestions(db, { cycleId, reader: 'desk', officer: meta.actor, country }),
          next: null,
        },
      };
    },
  }),
  get({
    path: '/cycles/:cycleId/judges/:judgeId/suggestions',
    operation: 'ViewSuggestions',
    summary: 'The same of one judge; to the judge where the award shows whose an entry is',
    response: page(SuggestionView),
    target: one,
    run: async (context) => ({ body: { items: await suggestionsFor(context), next: null } }),
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/suggestions/accept',
    operation: 'AnswerSuggestion',
    summary: 'Declare the conflict that is suggested',
    body: AcceptSuggestion,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { body, target, db } = context;
      const { cycleId, judgeId } = target;
      await requireSuggested(context, body);
      const reply = await tell(context, { type: 'AcceptSuggestion', data: { cycleId, judgeId, ...body } });
      await recuseFromWhatWasRead(
        { db, meta: context.meta },
        { nominationId: body.nominationId, judgeId },
        'Suggested and accepted.',
      );
      return reply;
    },
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/suggestions/dismiss',
    operation: 'AnswerSuggestion',
    summary: 'Dismiss what is suggested, with the reason; by the desk it is not asked about again',
    body: DismissSuggestion,
    response: CommandDone,
    target: one,
    run: async (context) => {
      const { body, target, role } = context;
      const { cycleId, judgeId } = target;
      await requireSuggested(context, body);
      const by = role === 'judge' ? 'judge' : 'desk';
      return tell(context, { type: 'DismissSuggestion', data: { cycleId, judgeId, ...body, by } });
    },
  }),
];
