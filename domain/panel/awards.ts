// What becomes of each award of a signed decision, folded from the panel's events.
import { unreachable } from '../decider.ts';
import type { Texts, Winner } from '../messages.ts';
import type { PanelEvent } from './messages.ts';

/** `winner` is as whom the award is offered: a runner-up who follows takes the place of the one before. */
export type Award = {
  winner: Winner;
  /** Who answers for the laureate. */
  contact: string | null;
  /** What was last said of the name. */
  proof: { outcome: 'approved' | 'correction'; text: string | null } | null;
} & (
  | Offer
  | { status: 'accepted' }
  | { status: 'declined' }
  | { status: 'lapsed' }
  | { status: 'revoked' }
  | { status: 'replaced'; by: string | null }
);
/** `answerBy` is null where the end of endorsement sets it. */
type Offer = { status: 'offered'; answerBy: string | null; setAt?: string };
export type Awards = { [laureateId: string]: Award };

export type AwardEvent = Extract<
  PanelEvent,
  {
    type:
      | 'AwardAccepted'
      | 'AwardDeclined'
      | 'AwardLapsed'
      | 'AwardRevoked'
      | 'LaureateContactNamed'
      | 'NameProofed'
      | 'LaureateNameCorrected'
      | 'LaureateReplaced';
  }
>;

export const offered = (winner: Winner, answerBy: string | null = null, setAt?: string): Award => ({
  ...{ winner, contact: null, proof: null, status: 'offered', answerBy },
  ...(setAt !== undefined && { setAt }),
});

export function evolveAwards(awards: Awards, event: AwardEvent): Awards {
  const { laureateId } = event.data;
  const award = awards[laureateId];
  if (award === undefined) return awards;
  const after = { ...awards, [laureateId]: awardAfter(award, event) };
  if (event.type !== 'LaureateReplaced' || event.data.by === null) return after;
  const { by, answerBy = null, setAt } = event.data;
  return { ...after, [by.laureateId]: offered(by, answerBy, setAt) };
}

function awardAfter(award: Award, event: AwardEvent): Award {
  const { winner, contact, proof } = award;
  const kept = { winner, contact, proof };
  switch (event.type) {
    case 'AwardAccepted':
      return { ...kept, status: 'accepted' };
    case 'AwardDeclined':
      return { ...kept, status: 'declined' };
    case 'AwardLapsed':
      return { ...kept, status: 'lapsed' };
    case 'AwardRevoked':
      return { ...kept, status: 'revoked' };
    case 'LaureateReplaced':
      return { ...kept, status: 'replaced', by: event.data.by?.laureateId ?? null };
    case 'LaureateContactNamed':
      return { ...award, contact: event.data.personId };
    case 'NameProofed':
      return { ...award, proof: { outcome: event.data.outcome, text: event.data.text } };
    // What was proofed before is another name: it is to be proofed anew.
    case 'LaureateNameCorrected':
      return { ...award, winner: rename(winner, event.data), proof: null };
    default:
      return unreachable(event);
  }
}

export const rename = (winner: Winner, named: { laureateId: string; organisation: Texts }): Winner =>
  winner.laureateId === named.laureateId ? { ...winner, organisation: named.organisation } : winner;
