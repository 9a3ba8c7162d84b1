// The rules of a nomination: from its submission to its forwarding, or to one of its side exits.

import { type CountryState, countryStream } from '../country/state.ts';
import { type CycleState, cycleStream } from '../cycle/state.ts';
import type { Decider, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { forwardKey } from '../definition-queries.ts';
import { type PanelState, panelStream } from '../panel/state.ts';
import { allowAmendment, amend, refuseAmendment } from './amending.ts';
import { attach } from './arriving.ts';
import { answerConsent, requestConsent } from './consenting.ts';
import { counterCheck } from './counter-checking.ts';
import { disqualify } from './disqualifying.ts';
import type { NominationCommand, NominationEvent } from './messages.ts';
import { objectToRejection, readmit, upholdRejection } from './objecting.ts';
import { reject } from './rejecting.ts';
import { deskOf, type Ids, type NominationGuards } from './rules.ts';
import { forward, giveBack, recordCheck } from './screening.ts';
import { type NominationState, nominationFold } from './state.ts';
import { correct, submit, withdraw } from './submitting.ts';
import { answerReturn, returnToCountry, verifyDossier } from './verifying.ts';
import { requireNotedCheck, requireNotedWaiting } from './waiting.ts';

type PanelRefs = { [name: `panel/${string}`]: StreamRef<PanelState> };
type GuardRefs = PanelRefs & { cycle?: StreamRef<CycleState>; country?: StreamRef<CountryState> };

export const nomination: Decider<NominationState, NominationCommand, NominationEvent, NominationGuards> = {
  ...nominationFold,
  guards: (command, state): GuardRefs => {
    const about = subjectOf(command, state);
    if (about === null) return {};
    const { cycleId, country } = about;
    return {
      cycle: cycleStream(cycleId),
      country: countryStream(cycleId, country),
      ...(restsOnPanels.includes(command.type) && panelsOf(about)),
    };
  },
  decide: (command, state, guards, meta) => {
    const about = subjectOf(command, state);
    if (about === null) throw new Refusal('nomination-unknown', 'There is no such nomination.');
    const desk = deskOf(guards, about.country);
    if (command.type === 'SubmitNomination') return submit(command.data, state, desk, meta);
    if (state.status === 'none') throw new Refusal('nomination-unknown', 'There is no such nomination.');
    switch (command.type) {
      case 'CorrectNomination':
        return correct(command.data, state, desk, meta);
      case 'WithdrawNomination':
        return withdraw(command.data, state, desk);
      case 'RecordCheck':
        requireNotedCheck(command.data);
        return recordCheck(command.data, state, desk, meta);
      case 'ReturnNomination':
        return giveBack(command.data, state, desk, meta);
      case 'RejectNomination':
        return reject(command.data, state, desk, meta);
      case 'ForwardNomination':
        requireNotedWaiting(command.data, state);
        return forward(state, desk, guards, meta);
      case 'VerifyDossier':
        return verifyDossier(command.data, state, desk, guards, meta);
      case 'ReturnToCountry':
        return returnToCountry(command.data, state, desk, guards, meta);
      case 'AnswerReturn':
        return answerReturn(command.data, state, desk, meta);
      case 'ObjectToRejection':
        return objectToRejection(command.data, state, desk, meta);
      case 'UpholdRejection':
        return upholdRejection(command.data, state, meta);
      case 'ReadmitNomination':
        return readmit(command.data, state, desk, guards, meta);
      case 'DisqualifyNomination':
        return disqualify(command.data, state, desk, guards, meta);
      case 'AmendNomination':
        return amend(command.data, state, desk, guards, meta);
      case 'AllowAmendment':
        return allowAmendment(state, desk, guards, meta);
      case 'RefuseAmendment':
        return refuseAmendment(command.data, state, desk, guards, meta);
      case 'RecordCounterCheck':
        return counterCheck(command.data, state, meta);
      case 'AttachDocument':
        return attach(command.data, state, desk);
      case 'RequestConsent':
        return requestConsent(command.data, state, desk);
      case 'ConfirmConsent':
      case 'RefuseConsent':
        return answerConsent(command, state, desk, meta);
      default:
        return unreachable(command);
    }
  },
  capacity: (event) => {
    if (event.type === 'NominationForwarded') return slot(event.data, 1);
    if (event.type !== 'NominationWithdrawn' && event.type !== 'NominationDisqualified') return undefined;
    const { wasForwarded, keepsSlot = false } = event.data;
    return wasForwarded && !keepsSlot ? slot(event.data, -1) : undefined;
  },
};

/** What a panel may stand in the way of, or must give leave to. */
const restsOnPanels: NominationCommand['type'][] = [
  ...(['ForwardNomination', 'VerifyDossier', 'ReturnToCountry', 'ReadmitNomination', 'DisqualifyNomination'] as const),
  ...(['AmendNomination', 'AllowAmendment', 'RefuseAmendment'] as const),
];

/** What is known stays where it is, whatever a command says. */
function subjectOf(command: NominationCommand, state: NominationState): Ids | null {
  if (state.status !== 'none') return state;
  return command.type === 'SubmitNomination' ? command.data : null;
}

/** Only the definition, which the cycle holds, knows which of the two the nomination is judged in. */
const panelsOf = ({ cycleId, country, category }: Ids): PanelRefs =>
  Object.fromEntries(
    [category, `${country}-${category}`].map((group) => [`panel/${group}` as const, panelStream(cycleId, group)]),
  );

const slot = ({ cycleId, country, category }: Ids, delta: 1 | -1) => ({
  key: forwardKey(cycleId, country, category),
  delta,
  full: 'quota-full',
});
