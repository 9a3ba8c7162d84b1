// Who is asked to judge what, and the judge's answer.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { groupOf } from '../definition-queries.ts';
import type { JudgeCommand, JudgeEvent } from './messages.ts';
import { idsOf } from './rules.ts';
import type { Judge, JudgeState } from './state.ts';

type Invitation = Extract<JudgeCommand, { type: 'InviteJudge' }>['data'];

/** Asking again adds groups. Under another country it begins anew, once the first one has no claim any more. */
export function invite(
  { cycleId, judgeId, groups, country: asked }: Invitation,
  state: JudgeState,
  cycle: Cycle,
  meta: Meta,
): Decision<JudgeEvent> {
  if (meta.actor === judgeId) throw new Refusal('self-invitation', 'Nobody invites themselves to judge.');
  requireGroups(groups, asked, cycle);
  // A regional judge may have said since where they are from.
  const serves = state.status === 'invited' || state.status === 'accepted';
  const country = asked === null && serves ? state.country : asked;
  const before = state.status !== 'none' && state.country === country ? state.groups : [];
  const all = [...new Set([...before, ...groups])];
  if (serves) {
    if (state.country !== country)
      throw new Refusal('country-differs', 'The judge is invited for another country already.', {
        country: state.country,
      });
    if (all.length === state.groups.length) return { events: [] };
  }
  return { events: [{ type: 'JudgeInvited', data: { cycleId, judgeId, groups: all, country } }] };
}

/** Where judging is national, a judge serves one country, in that country's groups. */
function requireGroups(groups: string[], country: string | null, { definition, countries }: Cycle): void {
  const national = definition.judging.scope === 'national';
  if (national && country === null)
    throw new Refusal('country-missing', 'Judging is national: name the country that the judge serves.', { countries });
  if (national && country !== null && !countries.includes(country))
    throw new Refusal('country-not-entitled', `${country} takes no part in this cycle.`, { countries });
  const known = definition.categories.map(({ key }) => groupOf(definition, country ?? '', key));
  const unknown = groups.filter((group) => !known.includes(group));
  if (unknown.length > 0)
    throw new Refusal('group-unknown', `The judge cannot serve in ${unknown.join(', ')}.`, { groups: known });
}

export function accept(state: Judge): Decision<JudgeEvent> {
  if (state.status === 'accepted') return { events: [] };
  requireInvited(state);
  return { events: [{ type: 'InvitationAccepted', data: idsOf(state) }] };
}

export function decline(reason: string, state: Judge): Decision<JudgeEvent> {
  if (state.status === 'declined') return { events: [] };
  requireInvited(state);
  return { events: [{ type: 'InvitationDeclined', data: { ...idsOf(state), reason } }] };
}

function requireInvited({ status }: Judge): void {
  if (status !== 'invited')
    throw new Refusal('not-invited', `The invitation is ${status}: there is nothing to answer.`, { status });
}

export function release(reason: string, state: Judge): Decision<JudgeEvent> {
  const { status } = state;
  if (status === 'released') return { events: [] };
  if (status === 'declined') throw new Refusal('invitation-declined', 'The judge has declined and does not serve.');
  return { events: [{ type: 'JudgeReleased', data: { ...idsOf(state), reason } }] };
}
