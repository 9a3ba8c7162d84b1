// The dossier of a laureate or runner-up at the secretariat: verified, or given back to the country and answered.
import { describe, it } from 'vitest';
import type { CycleEvent } from '../../domain/cycle/messages.ts';
import { nomination } from '../../domain/nomination/decider.ts';
import type { NominationCommand, NominationEvent } from '../../domain/nomination/messages.ts';
import { given } from '../support/given.ts';
import {
  answerBy,
  askedFor,
  content,
  dossierReturned,
  dossierVerified,
  nominationForwarded,
  nominationSubmitted,
  returnAnswered,
  subject,
} from '../support/nomination-samples.ts';
import {
  decidedCycle,
  endorsementClosesAt,
  endorsementRequested,
  ids,
  moments,
  panelFormed,
  phaseOpened,
  signedPanel,
  winner,
} from '../support/samples.ts';

const { nominationId } = subject;
const during = { at: moments.endorsement, role: 'secretariat', actor: ids.person(1) } as const;
const afterAnswer = { ...during, at: '2025-06-20T00:00:00.000Z' };
const verify = (note = ''): NominationCommand => ({ type: 'VerifyDossier', data: { nominationId, note } });
const giveBack = (messages = askedFor, reason = 'A page is missing.'): NominationCommand => ({
  type: 'ReturnToCountry',
  data: { nominationId, messages, reason },
});
const answer = (number = 2): NominationCommand => ({
  type: 'AnswerReturn',
  data: { nominationId, ...content(number) },
});

const forwarded = [nominationSubmitted(), nominationForwarded()];
const decided = (...events: NominationEvent[]) =>
  given(nomination, ...forwarded, ...events)
    .guard('cycle', ...decidedCycle())
    .guard('panel/TH-ngo', ...signedPanel('TH-ngo', [winner(1)]));
const circulated: CycleEvent[] = [
  ...decidedCycle(),
  phaseOpened('endorsement', endorsementClosesAt),
  endorsementRequested([winner(1)]),
];
const asked = (...events: NominationEvent[]) =>
  given(nomination, ...forwarded, ...events)
    .guard('cycle', ...circulated)
    .guard('panel/TH-ngo', ...signedPanel('TH-ngo', [winner(1)]));

describe('VerifyDossier', () => {
  it('names the version that was verified', () => {
    decided().when(verify('Read in full.'), during).then(dossierVerified(1, 'Read in full.'));
  });

  it('is already so when that version is verified', () => {
    decided(dossierVerified()).when(verify(), during).nothing();
  });

  it('is said anew of the version with which the country has answered', () => {
    decided(dossierReturned(), returnAnswered()).when(verify(), during).then(dossierVerified(2));
  });

  it('waits while the country may answer', () => {
    decided(dossierReturned()).when(verify(), during).refused('with-country', { answerBy });
  });

  it('may follow a return that was never answered', () => {
    decided(dossierReturned()).when(verify(), afterAnswer).then(dossierVerified());
  });

  it('is refused for a nomination that no signed decision names', () => {
    given(nomination, ...forwarded)
      .guard('cycle', ...decidedCycle())
      .guard('panel/TH-ngo', ...signedPanel('TH-ngo', [winner(2)]))
      .when(verify(), during)
      .refused('not-named');
  });

  it('is refused before the decision is signed', () => {
    given(nomination, ...forwarded)
      .guard('cycle', ...decidedCycle())
      .guard('panel/TH-ngo', panelFormed('TH-ngo'))
      .when(verify(), during)
      .refused('not-named');
  });

  it('is refused once the decision is before the endorsers', () => {
    asked().when(verify(), during).refused('endorsement-requested', { group: 'TH-ngo' });
  });
});

describe('ReturnToCountry', () => {
  it('gives the country its working days to answer', () => {
    decided().when(giveBack(), during).then(dossierReturned());
  });

  it('may take back what was verified', () => {
    decided(dossierVerified()).when(giveBack(), during).accepted();
  });

  it('is refused while the country may still answer the last one', () => {
    decided(dossierReturned()).when(giveBack(), during).refused('with-country', { answerBy });
  });

  it('may be made again when the time to answer is over', () => {
    decided(dossierReturned()).when(giveBack(), afterAnswer).accepted();
  });

  it('names fields of the form only', () => {
    decided()
      .when(giveBack([{ field: 'shoe-size', message: 'Which?' }]), during)
      .refused('field-unknown');
  });

  it('is refused once the decision is before the endorsers', () => {
    asked(dossierVerified()).when(giveBack(), during).refused('endorsement-requested', { group: 'TH-ngo' });
  });
});

describe('AnswerReturn', () => {
  const byCountry = { ...during, role: 'focal-point', actor: ids.person(7) } as const;

  it('makes a new version, until the time that was given', () => {
    returned(dossierReturned()).when(answer(), byCountry).then(returnAnswered()).notAfter(answerBy);
  });

  it('is already so when the same content was answered', () => {
    returned(dossierReturned(), returnAnswered()).when(answer(), byCountry).nothing();
  });

  it('is refused when nothing was given back', () => {
    returned().when(answer(), byCountry).refused('not-with-country');
    returned(dossierVerified()).when(answer(), byCountry).refused('not-with-country');
  });

  it('is refused after its time', () => {
    returned(dossierReturned())
      .when(answer(), { ...byCountry, at: afterAnswer.at })
      .refused('too-late', { closedAt: answerBy });
  });

  it('leaves the nomination before its panel', () => {
    decided(dossierReturned(), returnAnswered(), dossierVerified(2)).when(verify(), during).nothing();
  });
});

/** An answer rests on no panel. */
function returned(...events: NominationEvent[]) {
  return given(nomination, ...forwarded, ...events).guard('cycle', ...decidedCycle());
}
