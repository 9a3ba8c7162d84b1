// Whether those who are put forward agree to it: they are asked by link, before anything is forwarded.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { findCountry } from '../definition-queries.ts';
import type { NominationCommand, NominationEvent } from './messages.ts';
import { type CommandData, type Desk, idsOf } from './rules.ts';
import type { Nomination } from './state.ts';

export function requestConsent(
  { contact, text }: CommandData<'RequestConsent'>,
  state: Nomination,
  desk: Desk,
): Decision<NominationEvent> {
  requireAsked(state, desk);
  if (state.papers.consent?.answer === 'given')
    throw new Refusal('consent-given', 'The nominee has consented already: nothing is left to ask.');
  return { events: [{ type: 'ConsentRequested', data: { ...idsOf(state), contact, text } }] };
}

type Answer = Extract<NominationCommand, { type: 'ConfirmConsent' | 'RefuseConsent' }>;

/** By the nominee, who may think again until the forwarding; for an organisation that nominates itself, by its applicant. */
export function answerConsent(
  { type, data: { text, note } }: Answer,
  state: Nomination,
  desk: Desk,
  meta: Meta,
): Decision<NominationEvent> {
  const answer = type === 'ConfirmConsent' ? 'given' : 'refused';
  if (state.papers.consent?.answer === answer && state.papers.consent.text === text) return { events: [] };
  requireAsked(state, desk);
  if (meta.role !== 'nominee') requireSelfNomination(state, desk);
  const data = { ...idsOf(state), by: meta.actor, text, note };
  return { events: [{ type: type === 'ConfirmConsent' ? 'ConsentConfirmed' : 'ConsentRefused', data }] };
}

function requireAsked({ status }: Nomination, { cycle }: Desk): void {
  if (cycle.definition.form.consent === undefined)
    throw new Refusal('consent-not-asked', 'This award asks no nominee for consent.');
  if (!['submitted', 'returned', 'rejection-proposed'].includes(status))
    throw new Refusal('nomination-closed', `The nomination is ${status}: consent is settled.`, { status });
}

function requireSelfNomination({ country }: Nomination, { cycle }: Desk): void {
  if (findCountry(cycle.definition, country)?.selfNomination !== true)
    throw new Refusal('consent-by-nominee', 'Here the nominee answers: ask by link.');
}

export function requireConsent({ papers: { consent } }: Nomination, { cycle }: Desk): void {
  if (cycle.definition.form.consent?.required !== true || consent?.answer === 'given') return;
  const refused = consent?.answer === 'refused';
  throw new Refusal('consent-missing', `The nominee has ${refused ? 'refused' : 'not given'} consent.`, {
    answer: consent?.answer ?? 'not-asked',
  });
}
