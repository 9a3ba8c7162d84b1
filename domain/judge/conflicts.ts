// What keeps a judge from an entry: declared by the judge, found by the system, and settled by the desk.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Found, JudgeCommand, JudgeEvent } from './messages.ts';
import { idsOf, requireAccepted, requireTerms } from './rules.ts';
import { hasConflict, type Judge } from './state.ts';

type Data<Type extends JudgeCommand['type']> = Extract<JudgeCommand, { type: Type }>['data'];

/** Declared is enough to keep judge and entry apart, at any time of the judge's service. */
export function declareConflict(
  { nominationId, kind, reason }: Data<'DeclareConflict'>,
  state: Judge,
): Decision<JudgeEvent> {
  requireAccepted(state);
  const before = state.conflicts[nominationId];
  if (before === 'dismissed')
    throw new Refusal('conflict-settled', 'This conflict was dismissed: recuse yourself from the entry instead.', {
      outcome: before,
    });
  if (before !== undefined) return { events: [] };
  return { events: [{ type: 'ConflictDeclared', data: { ...idsOf(state), nominationId, kind, reason } }] };
}

/** What was said before is not said twice; what stands in conflict is not talked away. */
export function declareNoConflict(
  { nominationIds }: Data<'DeclareNoConflict'>,
  state: Judge,
  cycle: Cycle,
): Decision<JudgeEvent> {
  requireAccepted(state);
  requireTerms(state, cycle);
  const standing = nominationIds.filter((id) => hasConflict(state, id));
  if (standing.length > 0)
    throw new Refusal('conflict-declared', 'The judge has declared a conflict with some of these entries.', {
      nominations: standing,
    });
  const fresh = [...new Set(nominationIds)].filter((id) => !state.cleared.includes(id));
  if (fresh.length === 0) return { events: [] };
  return { events: [{ type: 'NoConflictDeclared', data: { ...idsOf(state), nominationIds: fresh } }] };
}

export function settleConflict(
  { nominationId, outcome, reason }: Data<'SettleConflict'>,
  state: Judge,
  meta: Meta,
): Decision<JudgeEvent> {
  const before = state.conflicts[nominationId];
  if (before === undefined)
    throw new Refusal('conflict-unknown', 'The judge has declared no such conflict.', {
      nominations: Object.keys(state.conflicts),
    });
  if (before === outcome) return { events: [] };
  if (before !== 'declared') throw new Refusal('conflict-settled', `This conflict was ${before}.`, { outcome: before });
  if (meta.actor === state.judgeId) throw new Refusal('own-conflict', 'Nobody settles a conflict of their own.');
  return { events: [{ type: 'ConflictSettled', data: { ...idsOf(state), nominationId, outcome, reason } }] };
}

/** What stands in conflict already, declared or found, stays so; what was dismissed is not declared again by a list. */
export function answerNameList(
  { declared, cleared }: Data<'AnswerNameList'>,
  state: Judge,
  cycle: Cycle,
): Decision<JudgeEvent> {
  requireAccepted(state);
  requireTerms(state, cycle);
  const known = (id: string) => state.conflicts[id] !== undefined;
  const said = new Map(
    declared.filter(({ nominationId }) => !known(nominationId)).map((one) => [one.nominationId, one]),
  );
  const nominationIds = [...new Set(cleared)].filter(
    (id) => !known(id) && !said.has(id) && !state.cleared.includes(id),
  );
  return {
    events: [
      ...[...said.values()].map((one): JudgeEvent => ({ type: 'ConflictDeclared', data: { ...idsOf(state), ...one } })),
      ...(nominationIds.length === 0
        ? []
        : [{ type: 'NoConflictDeclared' as const, data: { ...idsOf(state), nominationIds } }]),
    ],
  };
}

/** What is known of a pair already, declared or settled, stays as it is: nobody is asked twice. */
export function recordFound({ found }: Data<'RecordFoundConflicts'>, state: Judge, meta: Meta): Decision<JudgeEvent> {
  if (meta.role !== 'process') throw new Refusal('process-only', 'What the system finds is recorded by it alone.');
  const fresh = new Map(
    found
      .filter(({ nominationId }) => state.conflicts[nominationId] === undefined)
      .map((one) => [one.nominationId, one]),
  );
  return {
    events: [...fresh.values()].map(({ nominationId, because }) => ({
      type: 'ConflictDeclared',
      data: { ...idsOf(state), nominationId, ...words[because], found: because },
    })),
  };
}

const words = {
  'same-name': { kind: 'own-body', reason: 'The judge’s own body bears the name of the nominee.' },
  'nominating-body': { kind: 'nominator', reason: 'The judge’s own body nominates the entry.' },
  'put-forward': { kind: 'nominator', reason: 'The judge has put the entry forward.' },
} as const satisfies { [because in Found['because']]: { kind: 'own-body' | 'nominator'; reason: string } };
