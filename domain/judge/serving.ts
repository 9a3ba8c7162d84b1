// What a judge does who has accepted: terms, profile, conflicts, and the word "finished".
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { entriesOf, type PanelState } from '../panel/state.ts';
import type { JudgeCommand, JudgeEvent } from './messages.ts';
import { idsOf, requireAccepted } from './rules.ts';
import { hasConflict, type Judge } from './state.ts';

type Data<Type extends JudgeCommand['type']> = Extract<JudgeCommand, { type: Type }>['data'];

export function acceptTerms(
  { version }: Data<'AcceptTerms'>,
  state: Judge,
  { definition }: Cycle,
): Decision<JudgeEvent> {
  requireAccepted(state);
  const { terms } = definition.judging;
  if (version !== terms.version)
    throw new Refusal('terms-outdated', `The terms are version ${terms.version}.`, { version: terms.version });
  if (state.terms === version) return { events: [] };
  return { events: [{ type: 'TermsAccepted', data: { ...idsOf(state), version } }] };
}

export function setProfile({ languages, themes, capacity }: Data<'SetProfile'>, state: Judge): Decision<JudgeEvent> {
  requireAccepted(state);
  const profile = { languages, themes, capacity };
  const { profile: before } = state;
  const same =
    before !== null &&
    before.capacity === capacity &&
    sameList(before.languages, languages) &&
    sameList(before.themes, themes);
  if (same) return { events: [] };
  return { events: [{ type: 'ProfileSet', data: { ...idsOf(state), ...profile } }] };
}

const sameList = (a: string[], b: string[]) => a.length === b.length && a.every((item, index) => item === b[index]);

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

function requireTerms({ terms }: Judge, { definition }: Cycle): void {
  const { version } = definition.judging.terms;
  if (terms !== version) throw new Refusal('terms-not-accepted', 'Accept the terms first.', { version });
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

/** While the panel scores; said again for entries that came later, and withdrawn by nothing else. */
export function finishScoring(
  { group }: Data<'FinishScoring'>,
  state: Judge,
  cycle: Cycle,
  panel: PanelState,
): Decision<JudgeEvent> {
  requireAccepted(state);
  const { groups, finished, judgeId } = state;
  if (!groups.includes(group)) throw new Refusal('not-in-group', `The judge does not serve in ${group}.`, { groups });
  requireTerms(state, cycle);
  const entries = entriesOf(panel, judgeId);
  if (finished[group] === entries) return { events: [] };
  if (panel.status === 'none' || panel.status === 'formed')
    throw new Refusal('scoring-not-started', `Scoring in ${group} has not begun.`);
  if (panel.status !== 'scoring') throw new Refusal('scoring-closed', `Scoring in ${group} has ended.`);
  return { events: [{ type: 'ScoringFinished', data: { ...idsOf(state), group, entries } }] };
}
