// Letters about roles: given, given for a time to one who stands in, handed over.
import { findHolders } from '../../db/read-models/holders.ts';
import { findZoneOf } from '../../db/read-models/member-zones.ts';
import { roleWords } from '../mail-words.ts';
import type { Desk, Draft, Told } from './letters.ts';

export async function lettersOfRole(desk: Desk, event: Told<'RoleGranted' | 'RoleHandedOver'>): Promise<Draft[]> {
  const { personId, scope, until } = event.data;
  const { award, country = null } = scope;
  const facts = { role: roleWords[event.data.role], url: desk.publicUrl };
  if (until === null) return [{ kind: 'role-granted', to: [personId], facts, country }];
  const zone = await findZoneOf(desk.db, scope);
  const deadline = { at: until, zone };
  if (event.type === 'RoleGranted') {
    const begin = { at: event.data.from, zone };
    return [{ kind: 'role-granted-for-a-time', to: [personId], facts: { ...facts, begin, deadline }, country }];
  }
  // Who speaks for a country is for the secretariat to know.
  const isSpeaker = event.data.role === 'focal-point' && award !== undefined;
  const office = isSpeaker ? await findHolders(desk.db, ['secretariat'], { award }) : [];
  const place = country ?? '–';
  const said = { ...facts, deadline, place, reason: event.data.reason };
  return [{ kind: 'role-handed-over', to: [personId, ...office], facts: said, country }];
}
