// Letters about what becomes of a rejection, of a disqualified nomination, and of a dossier that is changed late.
import { findApart } from '../../db/read-models/access-views.ts';
import {
  findChairs,
  findDesks,
  findEditors,
  findEntry,
  findReaders,
  findSecretariat,
  getCountryZone,
  getCycleFacts,
} from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';

type OfRejection = Told<
  'NominationRejected' | 'RejectionObjected' | 'RejectionUpheld' | 'NominationReadmitted' | 'NominationDisqualified'
>;

/** To those who work on it and to its country's desk; an objection to who settles it, too. */
export async function lettersOfRejection(desk: Desk, event: OfRejection): Promise<Draft[]> {
  const { db } = desk;
  const { cycleId, nominationId, country, reason } = event.data;
  const [cycle, { organisation }, editors] = await Promise.all([
    getCycleFacts(db, cycleId),
    findEntry(db, nominationId),
    findEditors(db, nominationId),
  ]);
  const desks = await findDesks(db, cycle, ['focal-point', 'approver'], country);
  const url = `${desk.publicUrl}/nominations/${nominationId}`;
  const facts = { organisation, cycle: cycle.title, reason, url };
  const to = [...editors, ...desks];
  switch (event.type) {
    case 'NominationRejected': {
      const { objectUntil } = event.data;
      if (objectUntil === undefined) return [{ kind: 'nomination-closed', to, facts, country }];
      const deadline = { at: objectUntil, zone: getCountryZone(cycle, country) };
      return [{ kind: 'nomination-rejected', to, facts: { ...facts, deadline }, country }];
    }
    case 'RejectionObjected':
      return [{ kind: 'rejection-objected', to: [...to, ...(await findSecretariat(db, cycle))], facts, country }];
    case 'RejectionUpheld':
      return [{ kind: 'rejection-upheld', to, facts, country }];
    case 'NominationReadmitted': {
      const screeners = await findDesks(db, cycle, ['screener'], country);
      return [{ kind: 'nomination-readmitted', to: [...to, ...screeners], facts, country }];
    }
    case 'NominationDisqualified':
      return [{ kind: 'nomination-disqualified', to, facts, country }];
  }
}

type OfAmendment = Told<'AmendmentRequested' | 'AmendmentRefused' | 'DossierAmended'>;

/** Who leads the panel hears of the title only: an award may be judged without names. */
export async function lettersOfAmendment(desk: Desk, event: OfAmendment): Promise<Draft[]> {
  const { db } = desk;
  const { cycleId, nominationId, country, reason } = event.data;
  const [cycle, entry, editors] = await Promise.all([
    getCycleFacts(db, cycleId),
    findEntry(db, nominationId),
    findEditors(db, nominationId),
  ]);
  const facts = { cycle: cycle.title, reason, url: `${desk.publicUrl}/nominations/${nominationId}` };
  const own = { ...facts, organisation: entry.organisation };
  if (event.type === 'AmendmentRequested') {
    const to = await withoutConflict(desk, event, await findChairs(db, cycleId, entry.group));
    return [{ kind: 'amendment-requested', to, facts: { ...facts, entry: entry.title } }];
  }
  if (event.type === 'AmendmentRefused') return [{ kind: 'amendment-refused', to: editors, facts: own, country }];
  const version = String(event.data.version);
  return [{ kind: 'dossier-amended', to: editors, facts: { ...own, version }, country }];
}

/** A letter that tells of an entry goes to nobody who keeps away from it. */
async function withoutConflict({ db }: Desk, { data }: { data: Entry }, people: string[]): Promise<string[]> {
  const apart = await findApart(db, data, people);
  return people.filter((person) => !apart.includes(person));
}
type Entry = { cycleId: string; nominationId: string };

/** To the judges who read the entry and to who leads the panel. */
export async function lettersOfEntry(desk: Desk, event: Told<'EntryRemoved' | 'EntryAmended'>): Promise<Draft[]> {
  const { db } = desk;
  const { cycleId, group, nominationId } = event.data;
  const [cycle, { title }, readers, chairs] = await Promise.all([
    getCycleFacts(db, cycleId),
    findEntry(db, nominationId),
    findReaders(db, cycleId, nominationId),
    findChairs(db, cycleId, group),
  ]);
  const facts = { cycle: cycle.title, entry: title, url: `${desk.publicUrl}/panels/${cycleId}~${group}` };
  const to = await withoutConflict(desk, event, [...readers, ...chairs]);
  return event.type === 'EntryRemoved'
    ? [{ kind: 'entry-removed', to, facts }]
    : [{ kind: 'entry-amended', to, facts: { ...facts, version: String(event.data.version) } }];
}
