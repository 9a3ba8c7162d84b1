// What a judge does who has accepted: terms, profile, and the word "finished".
import type { Cycle } from '../cycle/state.ts';
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { finishedKey, laterRound } from '../panel/rounds.ts';
import { entriesOf, type PanelState } from '../panel/state.ts';
import type { JudgeCommand, JudgeEvent } from './messages.ts';
import { idsOf, requireAccepted, requireTerms } from './rules.ts';
import type { Judge } from './state.ts';

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

/** Where a judge is from is said once: entries of that country may be in conflict by it. */
export function setProfile(
  { languages, themes, capacity, country, wishes }: Data<'SetProfile'>,
  state: Judge,
): Decision<JudgeEvent> {
  requireAccepted(state);
  if (country !== undefined && state.country !== null && country !== state.country)
    throw new Refusal('country-differs', 'Where the judge is from was said already.', { country: state.country });
  const home = country !== undefined && state.country === null ? { country } : {};
  const profile = { languages, themes, capacity, ...home, ...(wishes !== undefined && { wishes }) };
  const { profile: before } = state;
  const same =
    before !== null &&
    home.country === undefined &&
    before.capacity === capacity &&
    sameList(before.languages, languages) &&
    sameList(before.themes, themes) &&
    sameList(before.wishes ?? [], wishes ?? before.wishes ?? []);
  if (same) return { events: [] };
  return { events: [{ type: 'ProfileSet', data: { ...idsOf(state), ...profile } }] };
}

const sameList = (a: string[], b: string[]) => a.length === b.length && a.every((item, index) => item === b[index]);

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
  const round = panel.status === 'none' ? undefined : laterRound(panel);
  if (finished[finishedKey(group, round)] === entries) return { events: [] };
  if (panel.status === 'none' || panel.status === 'formed')
    throw new Refusal('scoring-not-started', `Scoring in ${group} has not begun.`);
  if (panel.status !== 'scoring') throw new Refusal('scoring-closed', `Scoring in ${group} has ended.`);
  const said = { ...idsOf(state), group, entries, ...(round !== undefined && { round }) };
  return { events: [{ type: 'ScoringFinished', data: said }] };
}
