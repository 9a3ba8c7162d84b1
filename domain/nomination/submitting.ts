// What those who put a nomination forward do with it: submit, correct, withdraw.
import { requireCategory, requireOpenCategory, requireStep } from '../country/rules.ts';
import { countryPhase } from '../country/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { isSigned } from './disqualifying.ts';
import type { NominationEvent } from './messages.ts';
import { type CommandData, type Desk, type Ids, idsOf, sameContent } from './rules.ts';
import { correctionEnd, type Nomination, type NominationState } from './state.ts';

/** What is submitted may be replaced until the cut-off: the last version counts, all stay. */
export function submit(
  data: CommandData<'SubmitNomination'>,
  state: NominationState,
  desk: Desk,
  meta: Meta,
): Decision<NominationEvent> {
  if (state.status !== 'none') requireSameSubject(data, state);
  if (state.status === 'submitted' && state.returns === 0 && sameContent(state, data)) return { events: [] };
  requireReplaceable(state);
  requireCategory(desk.cycle, data.category);
  requireOpenCategory(desk.country, data.category);
  const inTime = requireStep(desk.country, desk.cycle, data.category, meta, 'nomination');
  const version = state.status === 'none' ? 1 : state.version + 1;
  return { events: [{ type: 'NominationSubmitted', data: { ...data, version } }], ...inTime };
}

function requireSameSubject({ cycleId, country, category }: Ids, state: Nomination): void {
  if (cycleId !== state.cycleId || country !== state.country || category !== state.category)
    throw new Refusal('nomination-exists', 'This nomination belongs to another cycle, country or category.', {
      cycleId: state.cycleId,
      country: state.country,
      category: state.category,
    });
}

function requireReplaceable({ status }: NominationState): void {
  if (status === 'none' || status === 'submitted') return;
  const hint = status === 'returned' ? ': correct it instead' : '';
  throw new Refusal('nomination-closed', `The nomination is ${status}${hint}.`, { status });
}

const tooLate = (what: string, at: Date) =>
  new Refusal('too-late', `${what} ended at ${at.toISOString()}.`, { closedAt: at.toISOString() });

/** Until `correctBy`, which may lie after the close of screening. */
export function correct(
  data: CommandData<'CorrectNomination'>,
  state: Nomination,
  { cycle }: Desk,
  meta: Meta,
): Decision<NominationEvent> {
  if (state.status === 'submitted' && state.returns > 0 && sameContent(state, data)) return { events: [] };
  if (state.status !== 'returned')
    throw new Refusal('not-returned', `The nomination is ${state.status}: only a returned one is corrected.`, {
      status: state.status,
    });
  const correctBy = correctionEnd(state, cycle);
  if (meta.at > correctBy) throw tooLate('The time for the correction', correctBy);
  return {
    events: [{ type: 'NominationCorrected', data: { ...data, ...idsOf(state), version: state.version + 1 } }],
    notAfter: correctBy,
  };
}

/** Until it is decided; once screening is over, what was forwarded is before its panel. */
export function withdraw(
  { reason }: CommandData<'WithdrawNomination'>,
  state: Nomination,
  desk: Desk,
): Decision<NominationEvent> {
  const { status } = state;
  if (status === 'withdrawn') return { events: [] };
  if (status === 'rejected' || status === 'disqualified')
    throw new Refusal('nomination-closed', `The nomination is ${status}.`, { status });
  const wasForwarded = status === 'forwarded';
  const phase = countryPhase(desk.cycle, desk.country);
  if (wasForwarded && phase !== 'nomination' && phase !== 'screening')
    throw new Refusal('judging-begun', 'What was forwarded is withdrawn before screening is closed only.', { phase });
  const keepsSlot = wasForwarded && isSigned(state, desk);
  const data = { ...idsOf(state), reason, wasForwarded, ...(keepsSlot && { keepsSlot }) };
  return { events: [{ type: 'NominationWithdrawn', data }] };
}
