// Letters about the dossiers of those whom a signed decision names.
import { findCountry } from '../../domain/definition-queries.ts';
import { findDesks, findEditors, findSecretariat, getCycleFacts } from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';
import { findOrganisation } from './letters-of-nomination.ts';

export async function lettersOfDossier(
  desk: Desk,
  event: Told<'DossierReturned' | 'ReturnAnswered'>,
): Promise<Draft[]> {
  const { cycleId, nominationId, country } = event.data;
  const cycle = await getCycleFacts(desk.db, cycleId);
  const organisation = await findOrganisation(desk, nominationId);
  const facts = { organisation, cycle: cycle.title, url: `${desk.publicUrl}/nominations/${nominationId}` };
  if (event.type === 'ReturnAnswered') {
    const to = await findSecretariat(desk.db, cycle);
    return [{ kind: 'dossier-answered', to, facts: { ...facts, version: String(event.data.version) }, country }];
  }
  const to = [
    ...(await findDesks(desk.db, cycle, ['focal-point'], country)),
    ...(await findEditors(desk.db, nominationId)),
  ];
  const { reason, answerBy } = event.data;
  const messages = event.data.messages.map(({ field, message }) => `${field}: ${message}`).join('\n');
  const deadline = { at: answerBy, zone: findCountry(cycle.definition, country)?.zone ?? cycle.zone };
  return [{ kind: 'dossier-returned', to, facts: { ...facts, reason, messages, deadline }, country }];
}
