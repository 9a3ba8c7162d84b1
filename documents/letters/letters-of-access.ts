// Letters about seeing an entry in spite of a conflict: to those who may answer, and to whom it concerns. None names the entry.
import { findApart } from '../../db/read-models/access-views.ts';
import { findHolders } from '../../db/read-models/holders.ts';
import { findChairs, findSecretariat, getCycleFacts } from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';

type OfAccess = Told<'AccessRequested' | 'AccessGranted' | 'AccessRefused' | 'AccessEnded'>;

export async function lettersOfAccess(desk: Desk, event: OfAccess): Promise<Draft[]> {
  const { db } = desk;
  const { cycleId, group, personId, by, nominationId } = event.data;
  const cycle = await getCycleFacts(db, cycleId);
  const url = `${desk.publicUrl}/panels/${cycleId}~${group}/access`;
  const facts = { cycle: cycle.title, panels: group, url };
  if (event.type === 'AccessRequested') {
    const standby = await findHolders(db, ['standby'], { award: cycle.award, power: 'conflicted-files' });
    const all = [...(await findSecretariat(db, cycle)), ...standby, ...(await findChairs(db, cycleId, group))];
    const apart = await findApart(db, { cycleId, nominationId }, all);
    const to = all.filter((person) => person !== by && person !== personId && !apart.includes(person));
    return [{ kind: 'access-asked', to, facts: { ...facts, reason: event.data.reason } }];
  }
  const to = [personId, ...(await findAskers(desk, event.data.requestId))].filter((person) => person !== by);
  if (event.type !== 'AccessGranted')
    return [{ kind: 'access-over', to, facts: { ...facts, reason: event.data.reason } }];
  return [{ kind: 'access-granted', to, facts: { ...facts, until: { at: event.data.until, zone: cycle.zone } } }];
}

async function findAskers({ db }: Desk, requestId: string): Promise<string[]> {
  const rows = await db.read
    .selectFrom('access_requests')
    .select('requested_by')
    .where('request_id', '=', requestId)
    .execute();
  return rows.map((row) => row.requested_by);
}
