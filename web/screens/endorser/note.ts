// The circulation note as the screens of this area hand it on.
import type { Contract } from '../../../api/contract.ts';

export type Note = Contract<'get', '/cycles/:cycleId/endorsement/note'>['answer'];
export type Group = Note['groups'][number];
export type Line = Group['laureates'][number];
/** What one country has answered, and still owes. */
export type Voice = Note['replies'][number];
export type Standing = 'endorsed' | 'objected' | 'owed' | 'free' | 'none';

/** Who has taken an objection back is free to answer anew, and owes it no more. */
export function standingOf({ endorsed, objections, owed }: Voice, laureateId: string): Standing {
  if (endorsed.includes(laureateId)) return 'endorsed';
  const status = objections.findLast((one) => one.laureateId === laureateId)?.status;
  if (status === 'withdrawn') return 'free';
  if (status !== undefined) return 'objected';
  return owed.includes(laureateId) ? 'owed' : 'none';
}
