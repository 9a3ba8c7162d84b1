// Endorsement: signed decisions go before the countries, and what comes of it.
import { addDuration, cutOff } from '../deadlines.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Winner } from '../messages.ts';
import { notDue } from '../not-due.ts';
import { currentWinners, type SignedPanel } from '../panel/state.ts';
import type { CycleGuards } from './guards.ts';
import type { CirculatedNotes, CycleCommand, CycleEvent } from './messages.ts';
import { setWhen } from './pauses.ts';
import type { Cycle, Endorsement } from './state.ts';

type Data<Type extends CycleCommand['type']> = Extract<CycleCommand, { type: Type }>['data'];

/** A group that is before the endorsers goes there again only with a newer decision. */
export function requestEndorsement(
  state: Cycle,
  data: Data<'RequestEndorsement'>,
  guards: CycleGuards,
  meta: Meta,
): Decision<CycleEvent> {
  const { cycleId, countries, endorsement } = state;
  if (endorsement?.concluded) throw new Refusal('endorsement-concluded', 'Endorsement is concluded.');
  if (state.phases.decision.status !== 'closed')
    throw new Refusal('phase-order', 'The decision phase is not closed yet.', { before: 'decision' });
  const signed = signedPanels([...new Set(data.groups)], guards);
  const fresh = signed.filter(({ group, decision }) => endorsement?.decisions[group] !== decision.number);
  const closesAt = closing(state, data.closesAt, meta).toISOString();
  if (fresh.length === 0) return unchanged(endorsement, data.closesAt, closesAt);
  const groups = fresh.map(({ group }) => group);
  const decisions = Object.fromEntries(fresh.map(({ group, decision }) => [group, decision.number]));
  const winners = fresh.flatMap((panel) => currentWinners(panel));
  requireVerified(winners, data.verified);
  const fingerprints = data.notes && fingerprintsOf(data.notes, decisions);
  const requested: CycleEvent = {
    type: 'EndorsementRequested',
    data: { cycleId, groups, decisions, winners, closesAt, ...(fingerprints && { fingerprints }) },
  };
  if (endorsement !== null) return { events: [requested] };
  return {
    events: [{ type: 'PhaseOpened', data: { cycleId, phase: 'endorsement', closesAt, countries } }, requested],
  };
}

/** A note tells of the decision that was signed when it was written: it must be the one that is requested. */
function fingerprintsOf(notes: CirculatedNotes, decisions: { [group: string]: number }): { [group: string]: string } {
  const groups = Object.keys(decisions).filter((group) => notes[group]?.decision !== decisions[group]);
  if (groups.length > 0)
    throw new Refusal('note-outdated', `Decided anew while the note was written: ${groups.join(', ')}.`, { groups });
  return Object.fromEntries(Object.keys(decisions).map((group) => [group, notes[group]?.fingerprint ?? '']));
}

function signedPanels(groups: string[], guards: CycleGuards): SignedPanel[] {
  const panels = groups.flatMap((group) => {
    const panel = guards[`panel/${group}`];
    return panel?.status === 'signed' ? [panel] : [];
  });
  const unsigned = groups.filter((group) => !panels.some((panel) => panel.group === group));
  if (unsigned.length > 0)
    throw new Refusal('decision-not-signed', `No signed decision: ${unsigned.join(', ')}.`, { groups: unsigned });
  return panels;
}

function requireVerified(winners: Winner[], verified: string[]): void {
  const laureates = winners.map(({ laureateId }) => laureateId).filter((id) => !verified.includes(id));
  if (laureates.length > 0)
    throw new Refusal('dossier-not-verified', `Dossiers still to be verified: ${laureates.join(', ')}.`, { laureates });
}

/** A supplementary request never shortens the time that was given. */
function closing(state: Cycle, text: string | undefined, meta: Meta): Date {
  const wanted =
    text === undefined ? addDuration(meta.at, state.settings.endorsement, state.zone) : cutOff(text, state.zone);
  if (wanted <= meta.at)
    throw new Refusal('deadline-past', 'Endorsement would be over already.', { now: meta.at.toISOString() });
  const given = new Date(state.endorsement?.closesAt ?? wanted);
  return given > wanted ? given : wanted;
}

function unchanged(
  endorsement: Endorsement | null,
  wanted: string | undefined,
  closesAt: string,
): Decision<CycleEvent> {
  if (wanted !== undefined && endorsement !== null && endorsement.closesAt !== closesAt)
    throw new Refusal('endorsement-requested', 'These decisions are before the endorsers: move the deadline instead.', {
      closesAt: endorsement.closesAt,
    });
  return { events: [] };
}

export function concludeEndorsement(state: Cycle, data: Data<'ConcludeEndorsement'>, meta: Meta): Decision<CycleEvent> {
  const { cycleId, endorsement } = state;
  if (endorsement === null) throw new Refusal('endorsement-not-requested', 'Nothing is before the endorsers yet.');
  if (endorsement.concluded !== null) return { events: [] };
  const because = whyConcluded(state, endorsement, data.meetingReference, meta);
  const meetingReference = data.meetingReference ?? null;
  const meetingDate = data.meetingDate && { meetingDate: data.meetingDate };
  const endorsed = endorsement.winners.filter((winner) => isEndorsed(state, endorsement, winner));
  const held = endorsement.winners.filter((winner) => !endorsed.includes(winner)).map((winner) => winner.laureateId);
  const answerBy = addDuration(meta.at, state.settings.answers.laureate, state.zone).toISOString();
  const silent = state.countries.filter((country) => !hasAnswered(endorsement, country));
  return {
    events: [
      {
        type: 'EndorsementConcluded',
        data: {
          cycleId,
          because,
          meetingReference,
          ...meetingDate,
          endorsed,
          held,
          silent,
          answerBy,
          ...setWhen(state, meta),
        },
      },
      { type: 'PhaseClosed', data: { cycleId, phase: 'endorsement', because: 'concluded' } },
    ],
  };
}

function whyConcluded(
  state: Cycle,
  endorsement: Endorsement,
  meetingReference: string | undefined,
  meta: Meta,
): 'meeting' | 'all-answered' | 'deadline' {
  const { route } = state.definition.endorsement;
  if (meetingReference !== undefined) {
    if (route === 'meeting') return 'meeting';
    throw new Refusal('route-not-meeting', 'This award is endorsed by correspondence, not by a meeting.', { route });
  }
  if (meta.at >= new Date(endorsement.closesAt)) return 'deadline';
  const all = state.countries.every((country) => hasAnsweredAll(endorsement, country));
  if (all && !isUnsettled(endorsement)) return 'all-answered';
  throw notDue('The end of endorsement', endorsement.closesAt);
}

const stops = (endorsement: Endorsement, laureateId: string): boolean =>
  endorsement.objections.some(
    ({ status, ...objection }) => objection.laureateId === laureateId && (status === 'open' || status === 'upheld'),
  );

/** An objection waits to be settled, and one that was upheld for the panel's next decision. */
const isUnsettled = (endorsement: Endorsement): boolean =>
  endorsement.winners.some(({ laureateId }) => stops(endorsement, laureateId));

const objected = (endorsement: Endorsement, country: string, laureateId: string) =>
  endorsement.objections.some((objection) => objection.country === country && objection.laureateId === laureateId);

const hasAnsweredAll = (endorsement: Endorsement, country: string): boolean =>
  endorsement.winners.every(
    ({ laureateId }) =>
      endorsement.replies[country]?.includes(laureateId) || objected(endorsement, country, laureateId),
  );

const hasAnswered = (endorsement: Endorsement, country: string): boolean =>
  (endorsement.replies[country]?.length ?? 0) > 0 ||
  endorsement.objections.some((objection) => objection.country === country);

/** An objection that is open or was upheld holds the laureate; silence counts as the award says. */
function isEndorsed(state: Cycle, endorsement: Endorsement, { laureateId }: Winner): boolean {
  if (stops(endorsement, laureateId)) return false;
  const { silence, quorum } = state.definition.endorsement;
  if (silence === 'assent') return true;
  return Object.values(endorsement.replies).filter((laureates) => laureates.includes(laureateId)).length >= quorum;
}
