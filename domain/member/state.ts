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
export type MemberState = { grants: Grant[]; revoked: string[]; conflicts: string[] };

export const memberFold: Fold<MemberState, MemberEvent> = {
  kind: 'member',
  initial: { grants: [], revoked: [], conflicts: [] },
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
