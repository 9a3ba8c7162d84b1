// The secretariat's look at the dossiers of those whom a signed decision names: verified, or given back to the country.
import { extended, setWhen } from '../cycle/pauses.ts';
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { NominationEvent } from './messages.ts';
import { type CommandData, type Desk, idsOf, type NominationGuards, sameContent, workingDays } from './rules.ts';
import { requireKnownFields } from './screening.ts';
import type { Nomination, Verification } from './state.ts';

type WithCountry = Extract<Verification, { status: 'with-country' }>;

/** Speaks of one version: a newer one is verified anew. */
export function verifyDossier(
  { note }: CommandData<'VerifyDossier'>,
  state: Nomination,
  desk: Desk,
  guards: NominationGuards,
  meta: Meta,
): Decision<NominationEvent> {
  const { verification, version } = state;
  requireNamed(state, desk.cycle, guards);
  if (verification.status === 'verified' && verification.version === version) return { events: [] };
  if (verification.status === 'with-country') requireAnswerOver(verification, desk, meta);
  return { events: [{ type: 'DossierVerified', data: { ...idsOf(state), version, note, by: meta.actor } }] };
}

/** What is verified may be given back too, until the endorsers are asked. A return that was not answered may be made again. */
export function returnToCountry(
  { messages, reason }: CommandData<'ReturnToCountry'>,
  state: Nomination,
  desk: Desk,
  guards: NominationGuards,
  meta: Meta,
): Decision<NominationEvent> {
  const { verification, version } = state;
  requireNamed(state, desk.cycle, guards);
  requireKnownFields(messages, state, desk);
  if (verification.status === 'with-country') requireAnswerOver(verification, desk, meta);
  const { cycle } = desk;
  const answerBy = workingDays(state, desk, meta, cycle.settings.correctionWorkingDays);
  const data = { ...idsOf(state), version, messages, reason, answerBy, by: meta.actor, ...setWhen(cycle, meta) };
  return { events: [{ type: 'DossierReturned', data }] };
}

/** By the country, which alone changes a dossier. */
export function answerReturn(
  data: CommandData<'AnswerReturn'>,
  state: Nomination,
  desk: Desk,
  meta: Meta,
): Decision<NominationEvent> {
  const { verification } = state;
  if (verification.status === 'answered' && sameContent(state, data)) return { events: [] };
  if (verification.status !== 'with-country')
    throw new Refusal('not-with-country', 'The secretariat has not given this dossier back.');
  const answerBy = extended(desk.cycle, verification.answerBy, verification.setAt);
  if (meta.at > answerBy)
    throw new Refusal('too-late', `The time for the answer ended at ${answerBy.toISOString()}.`, {
      closedAt: answerBy.toISOString(),
    });
  return {
    events: [{ type: 'ReturnAnswered', data: { ...data, ...idsOf(state), version: state.version + 1 } }],
    notAfter: answerBy,
  };
}

function requireAnswerOver(verification: WithCountry, { cycle }: Desk, meta: Meta): void {
  const end = extended(cycle, verification.answerBy, verification.setAt);
  const answerBy = end.toISOString();
  if (meta.at <= end)
    throw new Refusal('with-country', `The dossier is with the country, which may answer until ${answerBy}.`, {
      answerBy,
    });
}

/** By a signed decision that is not before the endorsers yet. */
function requireNamed(state: Nomination, { endorsement }: Cycle, guards: NominationGuards): void {
  const { nominationId, country, category } = state;
  const panel = [category, `${country}-${category}`]
    .flatMap((name) => guards[`panel/${name}`] ?? [])
    .filter((guard) => guard.status === 'signed')
    .find(({ decision }) => decision.winners.some(({ laureateId }) => laureateId === nominationId));
  if (panel === undefined) throw new Refusal('not-named', 'No signed decision names this nomination.');
  const { group, decision } = panel;
  if (endorsement?.decisions[group] === decision.number)
    throw new Refusal('endorsement-requested', 'The decision is before the endorsers: its dossiers stand.', { group });
}
