// Awards as they are offered: until when, to whom, and what is said of the name.
import type { AwardsEvent } from '../../domain/events.ts';
import { kysely } from '../database.ts';
import type { Recorded } from '../event-store.ts';
import type { Compilable } from '../projections.ts';

export function projectAwardOffers(event: Recorded<AwardsEvent>): Compilable[] {
  const { at } = event.meta;
  switch (event.type) {
    case 'EndorsementConcluded': {
      const { cycleId, endorsed, answerBy = null, setAt = null } = event.data;
      return endorsed
        .filter(({ place }) => place === 'laureate')
        .map(({ laureateId, group }) =>
          keep({ cycleId, laureateId, group }, { offered_at: at, answer_by: answerBy, set_at: setAt }),
        );
    }
    case 'LaureateReplaced': {
      const { cycleId, group, by, answerBy = null, setAt = null } = event.data;
      if (by === null) return [];
      const offer = { offered_at: at, answer_by: answerBy, set_at: setAt };
      return [keep({ cycleId, group, laureateId: by.laureateId }, offer)];
    }
    case 'LaureateContactNamed':
      return [keep(event.data, { contact: event.data.personId })];
    case 'NameProofed':
      return [keep(event.data, { proof: event.data.outcome, proof_text: event.data.text })];
    case 'LaureateNameCorrected':
      return [keep(event.data, { proof: null, proof_text: null })];
    case 'AwardRevoked': {
      const { publicNote } = event.data;
      return [keep(event.data, { revoked_at: at, public_note: publicNote && JSON.stringify(publicNote) })];
    }
    default:
      return [];
  }
}

type Facts = {
  offered_at?: string;
  answer_by?: string | null;
  set_at?: string | null;
  contact?: string;
  proof?: 'approved' | 'correction' | null;
  proof_text?: string | null;
  revoked_at?: string;
  public_note?: string | null;
};
type Of = { cycleId: string; group: string; laureateId: string };
const keep = ({ cycleId, group, laureateId }: Of, facts: Facts) =>
  kysely
    .insertInto('award_offers')
    .values({ laureate_id: laureateId, cycle_id: cycleId, panel_group: group, ...facts })
    .onConflict((conflict) => conflict.column('laureate_id').doUpdateSet(facts));
