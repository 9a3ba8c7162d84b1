// Where names are hidden from judges: they say on a list of names, linked to no entry, to whom they are tied.
import { z } from 'zod';
import { execute } from '../../db/execute.ts';
import { idOf } from '../../db/ids.ts';
import { getDefinition } from '../../db/read-models/cycle-views.ts';
import { findNameList, findSaid, keepListAnswer } from '../../db/read-models/name-list.ts';
import { judge } from '../../domain/judge/decider.ts';
import { AnswerNameList } from '../../domain/judge/messages.ts';
import { judgeStream } from '../../domain/judge/state.ts';
import { done } from '../answer.ts';
import type { Services } from '../app.ts';
import { recordFoundConflicts } from '../found-conflicts.ts';
import { recuseFromWhatWasRead } from '../openings.ts';
import { badFields, HttpProblem } from '../problem.ts';
import { get, post } from '../route.ts';
import { judgeTarget } from '../targets.ts';
import { NameListView } from '../views/judges.ts';

const one = ({ db }: Services, { cycleId, judgeId }: { cycleId: string; judgeId: string }) =>
  judgeTarget(db, cycleId, judgeId);

export const nameListRoutes = [
  get({
    path: '/cycles/:cycleId/judges/:judgeId/names',
    operation: 'ViewNameList',
    summary:
      'The names of bodies, heads, partners and nominators in the own groups, in alphabetical order, linked to no entry',
    response: NameListView,
    target: one,
    run: async ({ db, target }) => {
      const { definition } = await getDefinition(db, target.cycleId);
      const [list, said] = await Promise.all([findNameList(db, target), findSaid(db, target)]);
      const hidden = definition.judging.blind.nominee;
      const names = hidden ? list.names.map(({ entries: _, ...name }) => name) : [];
      return { body: { hidden, list: list.key, fresh: hidden ? list.fresh : 0, names, said } };
    },
  }),
  post({
    path: '/cycles/:cycleId/judges/:judgeId/names',
    operation: 'AnswerNameList',
    summary: 'Say to which of the names one is tied; all other entries open by it. Which entry is whose is not told',
    body: AnswerNameList,
    response: z.object({ named: z.int(), position: z.string().describe('See the answers of other commands') }),
    target: one,
    run: async ({ db, target, body, meta }) => {
      const { cycleId, judgeId } = target;
      const list = await findNameList(db, target);
      if (list.key !== body.list)
        throw new HttpProblem(409, 'list-moved', 'Names have come or gone since you read the list: read it again.', {
          allowed: { list: list.key },
        });
      const unknown = body.named.flatMap(({ key }, index) =>
        list.names.some((name) => name.key === key)
          ? []
          : [{ field: `named.${index}.key`, rule: 'is on no line of the list' }],
      );
      if (unknown.length > 0) throw badFields(unknown);
      await recordFoundConflicts(db, target);
      const declared = body.named.flatMap(({ key, kind, reason }) =>
        (list.names.find((name) => name.key === key)?.entries ?? []).map((nominationId) => ({
          nominationId,
          kind,
          reason,
        })),
      );
      const data = { cycleId, judgeId, declared, cleared: list.entries };
      const stream = judgeStream(cycleId, judgeId);
      const { headers, body: reply } = done(
        judgeId,
        await execute(db, judge, stream, { type: 'AnswerNameList', data }, meta),
      );
      for (const { nominationId, reason } of declared)
        await recuseFromWhatWasRead({ db, meta }, { nominationId, judgeId }, reason);
      const listed = list.names.map(({ key }) => key);
      await keepListAnswer(db, { answerId: idOf(meta.commandId), cycleId, judgeId, named: body.named, listed });
      // The stream's version would count the entries behind the names.
      const position = headers['Laureate-Position'] ?? '';
      return {
        headers: { 'Laureate-Position': position },
        body: { named: body.named.length, position: reply.position },
      };
    },
  }),
];
