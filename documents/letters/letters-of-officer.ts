// Letters about files that an officer of the secretariat keeps away from.
import { findHolders } from '../../db/read-models/holders.ts';
import { getCycleFacts } from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';
import { findOrganisation } from './letters-of-nomination.ts';

/** To those who stand in for the secretariat with the power to take such files. */
export async function lettersOfOfficer(desk: Desk, event: Told<'OfficerConflictDeclared'>): Promise<Draft[]> {
  const { cycleId, nominationId, country } = event.data;
  const cycle = await getCycleFacts(desk.db, cycleId);
  const to = await findHolders(desk.db, ['standby'], { award: cycle.award, power: 'conflicted-files' });
  const organisation = await findOrganisation(desk, nominationId);
  const url = `${desk.publicUrl}/nominations/${nominationId}`;
  return [{ kind: 'file-taken-over', to, facts: { organisation, cycle: cycle.title, url }, country }];
}
