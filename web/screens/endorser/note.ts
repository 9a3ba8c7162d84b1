// The circulation note as the screens of this area hand it on.
import type { Contract } from '../../../api/contract.ts';

export type Note = Contract<'get', '/cycles/:cycleId/endorsement/note'>['answer'];
export type Group = Note['groups'][number];
export type Line = Group['laureates'][number];
/** What one country has answered, and still owes. */
export type Voice = Note['replies'][number];
export type Standing = 'endorsed' | 'objected' | 'owed' | 'none';

export function standingOf({ endorsed, objections, owed }: Voice, laureateId: string): Standing {
  if (objections.some((one) => one.laureateId === laureateId && one.status !== 'withdrawn')) return 'objected';
  if (endorsed.includes(laureateId)) return 'endorsed';
  return owed.includes(laureateId) ? 'owed' : 'none';
}
