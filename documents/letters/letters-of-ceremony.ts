// Letters about a ceremony: its plan and every change of it, and who receives.
import { howWords, modeWords } from '../mail-words.ts';
import { findDesks, findLaureate, findLaureateContacts, getCycleFacts } from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';

export async function lettersOfCeremony(
  desk: Desk,
  event: Told<'CeremonyPlanned' | 'ReceiverNamed'>,
): Promise<Draft[]> {
  const { db, publicUrl } = desk;
  const { cycleId, startsAt, zone } = event.data;
  const cycle = await getCycleFacts(db, cycleId);
  const facts = {
    cycle: cycle.title,
    start: { at: startsAt, zone },
    url: `${publicUrl}/cycles/${cycleId}/ceremony`,
  };
  if (event.type === 'CeremonyPlanned') {
    const { venue, mode, first, order } = event.data;
    const told = await findTold(desk, order);
    const to = [...(await findDesks(db, cycle, ['focal-point'])), ...(await findLaureateContacts(db, told))];
    const kind = first ? 'ceremony-planned' : 'ceremony-changed';
    return [{ kind, to, facts: { ...facts, venue: venue ?? '–', mode: modeWords[mode] } }];
  }
  const { laureateId, personId, how, country } = event.data;
  const laureate = await findLaureate(db, laureateId);
  const desks = await findDesks(db, cycle, ['focal-point'], country);
  const to = personId === null ? desks : [...desks, personId];
  const organisation = laureate?.organisation ?? '–';
  return [{ kind: 'receiver-named', to, facts: { ...facts, organisation, how: howWords[how] }, country }];
}

/** Laureates who know that they are: nobody else hears of a result by the plan of its ceremony. */
async function findTold({ db }: Desk, laureates: string[]): Promise<string[]> {
  if (laureates.length === 0) return [];
  const rows = await db.read
    .selectFrom('laureates')
    .leftJoin('published_laureates', 'published_laureates.laureate_id', 'laureates.laureate_id')
    .select('laureates.laureate_id')
    .where('laureates.laureate_id', 'in', laureates)
    .where((eb) =>
      eb.or([
        eb('laureates.answer', '=', 'accepted'),
        eb('published_laureates.stage', 'in', ['laureate', 'press', 'public']),
      ]),
    )
    .execute();
  return rows.map((row) => row.laureate_id);
}
