// Which roles a person holds, folded from the grants.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { GrantableRole } from '../roles.ts';
import type { MemberEvent, Scope } from './messages.ts';

export type Grant = { grantId: string; role: GrantableRole; scope: Scope; from: string; until: string | null };
export type MemberState = { grants: Grant[]; revoked: string[] };

export const memberFold: Fold<MemberState, MemberEvent> = {
  kind: 'member',
  initial: { grants: [], revoked: [] },
  evolve,
};

function evolve(state: MemberState, event: MemberEvent): MemberState {
  switch (event.type) {
    case 'RoleGranted': {
      const { grantId, role, scope, from, until } = event.data;
      return { ...state, grants: [...state.grants, { grantId, role, scope, from, until }] };
    }
    case 'RoleRevoked': {
      const { grantId } = event.data;
      return {
        grants: state.grants.filter((grant) => grant.grantId !== grantId),
        revoked: [...state.revoked, grantId],
      };
    }
    default:
      return unreachable(event);
  }
}

export const memberStream = (personId: string): StreamRef<MemberState> => ({
  fold: memberFold,
  id: `member/${personId}`,
  cycleId: null,
});
