// Standing in for the secretariat: with which powers, until when, and for the files that an officer keeps away from.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { type GrantableRole, isOffice, type Power, powers } from '../roles.ts';
import type { MemberCommand, MemberEvent } from './messages.ts';
import type { MemberState } from './state.ts';

type Data<Type extends MemberCommand['type']> = Extract<MemberCommand, { type: Type }>['data'];

/** A standby has powers and an end; no other role has powers. */
export function requirePowers(role: GrantableRole, given: Power[] | undefined, until: string | null): Power[] {
  if (role !== 'standby') {
    if (given !== undefined)
      throw new Refusal('powers-of-standby', `The role ${role} is given whole: powers are a standby's.`);
    return [];
  }
  if (given === undefined) throw new Refusal('powers-missing', 'Say what the standby may do.', { powers: [...powers] });
  if (until === null)
    throw new Refusal('end-missing', 'A standby stands in for a time: say until when.', { needed: ['until'] });
  return powers.filter((power) => given.includes(power));
}

/** By the officer alone, and for good: from then on the file is not there for that officer. */
export function declareOfficerConflict(
  data: Data<'DeclareOfficerConflict'>,
  state: MemberState,
  meta: Meta,
): Decision<MemberEvent> {
  if (!isOffice(meta.role) || meta.actor !== data.personId)
    throw new Refusal('not-your-conflict', 'An officer of the secretariat declares the own conflicts alone.');
  if (state.conflicts.includes(data.nominationId)) return { events: [] };
  return { events: [{ type: 'OfficerConflictDeclared', data }] };
}
