// Which roles a person holds, folded from the grants.
import type { Fold, StreamRef } from '../decider.ts';
import type { GrantableRole } from '../roles.ts';
import type { MemberEvent, Scope } from './messages.ts';

export type Grant = { grantId: string; role: GrantableRole; scope: Scope; from: string; until: string | null };
export type MemberState = { grants: Grant[] };

export const memberFold: Fold<MemberState, MemberEvent> = {
  kind: 'member',
  initial: { grants: [] },
  evolve: (state) => state,
};

export const memberStream = (personId: string): StreamRef<MemberState> => ({
  fold: memberFold,
  id: `member/${personId}`,
  cycleId: null,
});
