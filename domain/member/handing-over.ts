// A role handed over: it ends for its holder on a date, and another person has it from now on.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { GrantableRole } from '../roles.ts';
import type { MemberCommand, MemberEvent } from './messages.ts';
import type { Grant, MemberState } from './state.ts';

type Data<Type extends MemberCommand['type']> = Extract<MemberCommand, { type: Type }>['data'];

/** By whoever gives and ends the role; and a focal point by the holder, within the country. */
export function handOver(
  data: Data<'HandOverRole'>,
  state: MemberState,
  meta: Meta,
  requireGiver: (role: GrantableRole, meta: Meta) => void,
): Decision<MemberEvent> {
  const { personId, grantId, to, reason } = data;
  const done = state.handedOver.find((one) => one.grantId === grantId);
  if (done?.to === to) return { events: [] };
  if (done !== undefined) throw new Refusal('handed-over', 'The role is handed over to somebody else.');
  const held = requireHeld(state, grantId, meta);
  const isOwn = held.role === 'focal-point' && meta.role === 'focal-point' && meta.actor === personId;
  if (!isOwn) requireGiver(held.role, meta);
  if (to === personId) throw new Refusal('self-grant', 'A role is handed over to another person.');
  if (to === meta.actor && meta.role !== 'administrator')
    throw new Refusal('self-grant', 'Nobody gives a role to themselves.');
  const { role, scope } = held;
  const until = endOf(data, held, meta);
  return {
    events: [{ type: 'RoleHandedOver', data: { personId, grantId, role, scope, to, until, reason, by: meta.actor } }],
  };
}

function requireHeld(state: MemberState, grantId: string, meta: Meta): Grant {
  const held = state.grants.find((one) => one.grantId === grantId);
  if (held === undefined || (held.until !== null && held.until <= meta.at.toISOString()))
    throw new Refusal('grant-unknown', 'The person has no such role.', {
      grants: state.grants.map((one) => one.grantId),
    });
  return held;
}

/** Never later than it would have ended anyway. */
function endOf({ endsAt }: Data<'HandOverRole'>, { until }: Grant, { at }: Meta): string {
  const wanted = endsAt === undefined ? at : new Date(endsAt);
  if (wanted < at) throw new Refusal('deadline-past', 'The role would be over already.', { now: at.toISOString() });
  return until !== null && until < wanted.toISOString() ? until : wanted.toISOString();
}

/** What the other one's stream says was handed over to this person. */
export function takeOver(
  { personId, grantId, fromGrantId }: Data<'TakeOverRole'>,
  state: MemberState,
  from: MemberState | undefined,
  meta: Meta,
): Decision<MemberEvent> {
  if (state.grants.some((held) => held.grantId === grantId)) return { events: [] };
  const handed = from?.handedOver.find((one) => one.grantId === fromGrantId && one.to === personId);
  if (handed === undefined) throw new Refusal('not-handed-over', 'This role was not handed over to the person.');
  const { role, scope, until, powers } = handed;
  const granted = { personId, grantId, role, scope, from: meta.at.toISOString(), until, by: meta.actor };
  return {
    events: [
      { type: 'RoleGranted', data: { ...granted, ...(powers.length > 0 && { powers }), handedOver: fromGrantId } },
    ],
  };
}
