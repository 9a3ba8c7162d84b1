// Letters about awards: offered to each laureate's contact, with a link, and what is said of the name.

import { loadState } from '../../db/execute.ts';
import { makeAwardLink } from '../../db/links.ts';
import { cycleStream } from '../../domain/cycle/state.ts';
import type { Texts } from '../../domain/messages.ts';
import { answerEnd } from '../../domain/panel/awarding.ts';
import { panelStream } from '../../domain/panel/state.ts';
import { type CycleFacts, findDesks, findLaureate, findSecretariat, getCycleFacts } from './audience.ts';
import type { Desk, Draft, Told } from './letters.ts';
import { cycleUrl } from './letters-of-cycle.ts';

/** Where a country's focal point works on an award. */
const awardUrl = ({ publicUrl }: Desk, laureateId: string) => `${publicUrl}/app/laureates/${laureateId}`;

type Laureate = { laureateId: string; group: string; country: string; organisation: Texts };

/** Each contact gets a link; where nobody is named the country's focal point is asked for one. */
export async function lettersOfOffers(
  desk: Desk,
  event: Told<'EndorsementConcluded' | 'LaureateReplaced'>,
): Promise<Draft[]> {
  const cycle = await getCycleFacts(desk.db, event.data.cycleId);
  const { data } = event;
  const laureates =
    'endorsed' in data ? data.endorsed.filter(({ place }) => place === 'laureate') : [data.by ?? []].flat();
  const letters = laureates.map((laureate) => offerOf(desk, cycle, laureate));
  return (await Promise.all(letters)).flat();
}

/** Named before the offer, the contact hears of it with the offer. */
export async function lettersOfContact(desk: Desk, event: Told<'LaureateContactNamed'>): Promise<Draft[]> {
  const { cycleId, laureateId, group } = event.data;
  const [cycle, laureate] = await Promise.all([getCycleFacts(desk.db, cycleId), findLaureate(desk.db, laureateId)]);
  return laureate === undefined ? [] : offerOf(desk, cycle, { laureateId, group, ...laureate });
}

async function offerOf(desk: Desk, cycle: CycleFacts, laureate: Laureate): Promise<Draft[]> {
  const { db } = desk;
  const { laureateId, group, country, organisation } = laureate;
  const offer = await findOffer(desk, cycle.cycle_id, group, laureateId);
  if (offer === null) return [];
  const facts = { cycle: cycle.title, organisation, deadline: { at: offer.answerBy, zone: cycle.zone } };
  if (offer.contact === null) {
    const to = await findDesks(db, cycle, ['focal-point'], country);
    return [
      { kind: 'contact-needed', key: laureateId, to, facts: { ...facts, url: awardUrl(desk, laureateId) }, country },
    ];
  }
  const { contact: personId, answerBy } = offer;
  const { token } = await makeAwardLink(db, { personId, laureateId, cycleId: cycle.cycle_id, answerBy });
  return [{ kind: 'award-offered', key: laureateId, to: [personId], facts, country, secret: token }];
}

/** Null once it was answered, and before it is made. */
async function findOffer({ db }: Desk, cycleId: string, group: string, laureateId: string) {
  const [{ state: cycle }, { state: panel }] = await Promise.all([
    loadState(db, cycleStream(cycleId)),
    loadState(db, panelStream(cycleId, group)),
  ]);
  const award = panel.status === 'signed' ? panel.awards[laureateId] : undefined;
  if (cycle.status === 'none' || award === undefined || !cycle.endorsement?.concluded) return null;
  const answerBy = answerEnd(award, cycle);
  return answerBy === null ? null : { answerBy, contact: award.contact };
}

/** What is wrong with a name goes to the country, which alone corrects it; what was corrected goes back to be proofed. */
export async function lettersOfProof(
  desk: Desk,
  event: Told<'NameProofed' | 'LaureateNameCorrected'>,
): Promise<Draft[]> {
  const { cycleId, laureateId } = event.data;
  const [cycle, laureate] = await Promise.all([getCycleFacts(desk.db, cycleId), findLaureate(desk.db, laureateId)]);
  if (laureate === undefined) return [];
  const { country, organisation } = laureate;
  const facts = { cycle: cycle.title, organisation, url: awardUrl(desk, laureateId) };
  if (event.type === 'LaureateNameCorrected') {
    const { reason } = event.data;
    const to = [...(await findContact(desk, laureateId)), ...(await findSecretariat(desk.db, cycle))];
    return [{ kind: 'name-corrected', to, facts: { ...facts, reason }, country }];
  }
  const { text } = event.data;
  if (text === null) return [];
  const to = await findDesks(desk.db, cycle, ['focal-point'], country);
  return [{ kind: 'name-to-correct', to, facts: { ...facts, text }, country }];
}

export async function findContact({ db }: Desk, laureateId: string): Promise<string[]> {
  const row = await db.read
    .selectFrom('award_offers')
    .select('contact')
    .where('laureate_id', '=', laureateId)
    .executeTakeFirst();
  return row?.contact ? [row.contact] : [];
}

/** To the country, the laureate's contact and the office. */
export async function lettersOfCorrection(desk: Desk, event: Told<'AnnouncementCorrected'>): Promise<Draft[]> {
  const { cycleId, laureateId, text, reason } = event.data;
  const [cycle, laureate] = await Promise.all([getCycleFacts(desk.db, cycleId), findLaureate(desk.db, laureateId)]);
  if (laureate === undefined) return [];
  const { country, organisation } = laureate;
  const to = [
    ...(await findDesks(desk.db, cycle, ['focal-point'], country)),
    ...(await findContact(desk, laureateId)),
    ...(await findSecretariat(desk.db, cycle)),
  ];
  const facts = { cycle: cycle.title, organisation, text, reason, url: cycleUrl(desk, cycle) };
  return [{ kind: 'announcement-corrected', to, facts, country }];
}
