// Which roles a person holds, folded from the grants.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { GrantableRole, Power } from '../roles.ts';
import type { MemberEvent, Scope } from './messages.ts';

export type Grant = {
  grantId: string;
  role: GrantableRole;
  scope: Scope;
  from: string;
  until: string | null;
  powers: Power[];
};
/** `until` is how long the role was given for before it was handed over. */
export type HandedOver = Omit<Grant, 'from'> & { to: string };
export type MemberState = { grants: Grant[]; revoked: string[]; conflicts: string[]; handedOver: HandedOver[] };

export const memberFold: Fold<MemberState, MemberEvent> = {
  kind: 'member',
  initial: { grants: [], revoked: [], conflicts: [], handedOver: [] },
  evolve,
};

function evolve(state: MemberState, event: MemberEvent): MemberState {
  switch (event.type) {
    case 'RoleGranted': {
      const { grantId, role, scope, from, until, powers = [] } = event.data;
      return { ...state, grants: [...state.grants, { grantId, role, scope, from, until, powers }] };
    }
    case 'RoleRevoked': {
      const { grantId } = event.data;
      return {
        ...state,
        grants: state.grants.filter((grant) => grant.grantId !== grantId),
        revoked: [...state.revoked, grantId],
      };
    }
    case 'RoleHandedOver': {
      const { grantId, role, scope, to, until } = event.data;
      const held = state.grants.find((grant) => grant.grantId === grantId);
      const before = { until: held?.until ?? null, powers: held?.powers ?? [] };
      const grants = state.grants.map((grant) => (grant.grantId === grantId ? { ...grant, until } : grant));
      return { ...state, grants, handedOver: [...state.handedOver, { grantId, role, scope, to, ...before }] };
    }
    case 'OfficerConflictDeclared':
      return { ...state, conflicts: [...state.conflicts, event.data.nominationId] };
    default:
      return unreachable(event);
  }
}

export const memberStream = (personId: string): StreamRef<MemberState> => ({
  fold: memberFold,
  id: `member/${personId}`,
  cycleId: null,
});
