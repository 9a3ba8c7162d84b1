// Who gives a talk: invitation, answer, silence, and another presenter instead.
import { setWhen } from '../cycle/pauses.ts';
import type { CycleState } from '../cycle/state.ts';
import { durationMs } from '../deadlines.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Forum } from '../forum/state.ts';
import { notDue } from '../not-due.ts';
import type { TalkCommand, TalkEvent } from './messages.ts';
import { idsOf, requireResponsible, requireStanding } from './standing.ts';
import { answerEnd, type Talk, type TalkState } from './state.ts';

/** None where the talk belongs to no cycle. */
type MaybeCycle = CycleState | undefined;
type Data<Type extends TalkCommand['type']> = Extract<TalkCommand, { type: Type }>['data'];

/** Unless the invitation or the award says otherwise: seven days. */
function answerInstant(given: string | undefined, { at }: Meta, answerTime = 'P7D'): string {
  const answerBy = given === undefined ? new Date(at.getTime() + durationMs(answerTime)) : new Date(given);
  if (answerBy <= at)
    throw new Refusal('deadline-past', 'The time to answer would be over already.', { now: at.toISOString() });
  return answerBy.toISOString();
}

const since = (cycle: MaybeCycle, meta: Meta) =>
  cycle === undefined || cycle.status === 'none' ? {} : setWhen(cycle, meta);

export function invitePresenter(
  data: Data<'InvitePresenter'>,
  state: TalkState,
  { cycleId }: Forum,
  cycle: MaybeCycle,
  meta: Meta,
): Decision<TalkEvent> {
  const { forumId, laureateId, personId, country, category, organisation, insteadOf } = data;
  if (state.status !== 'none' && state.status !== 'reserve') {
    const asked = state.status === 'invited' || state.status === 'confirmed';
    if (asked && state.personId === personId) return { events: [] };
    throw new Refusal('presenter-named', `A presenter was named before and is ${state.status}: name another instead.`, {
      status: state.status,
    });
  }
  const answerBy = answerInstant(data.answerBy, meta, data.answerTime);
  const invited = {
    forumId,
    laureateId,
    cycleId,
    personId,
    country,
    category,
    organisation,
    answerBy,
    ...since(cycle, meta),
    ...(insteadOf !== undefined && { insteadOf }),
  };
  return { events: [{ type: 'PresenterInvited', data: invited }] };
}

export function confirmTalk(state: Talk, cycle: MaybeCycle, meta: Meta): Decision<TalkEvent> {
  requireResponsible(state, meta);
  if (state.status === 'confirmed') return { events: [] };
  const standing = requireStanding(state, cycle);
  return {
    events: [{ type: 'TalkConfirmed', data: { ...idsOf(state), personId: standing.personId } }],
    notAfter: requireInTime(answerEnd(standing, cycle), meta),
  };
}

/** A confirmed presenter may still have to decline, whatever the invitation's time. */
export function declineTalk(reason: string, state: Talk, cycle: MaybeCycle, meta: Meta): Decision<TalkEvent> {
  requireResponsible(state, meta);
  if (state.status === 'declined') return { events: [] };
  const standing = requireStanding(state, cycle);
  const { status, personId } = standing;
  const declined: TalkEvent = { type: 'TalkDeclined', data: { ...idsOf(state), personId, reason } };
  if (status === 'confirmed') return { events: [declined] };
  return { events: [declined], notAfter: requireInTime(answerEnd(standing, cycle), meta) };
}

function requireInTime(answerBy: Date, { at }: Meta): Date {
  if (at > answerBy) throw new Refusal('too-late', 'The time to answer is over.', { closedAt: answerBy.toISOString() });
  return answerBy;
}

export function lapseInvitation(state: Talk, cycle: MaybeCycle, meta: Meta): Decision<TalkEvent> {
  if (meta.role !== 'process') throw new Refusal('process-only', 'An invitation lapses by itself.');
  if (state.status === 'lapsed') return { events: [] };
  if (state.status !== 'invited')
    throw new Refusal('already-answered', `The presenter has answered: the talk is ${state.status}.`);
  const answerBy = answerEnd(state, cycle);
  if (meta.at < answerBy) throw notDue('The end of the invitation', answerBy);
  return { events: [{ type: 'InvitationLapsed', data: { ...idsOf(state), personId: state.personId } }] };
}

/** The one who declined or kept silent may be asked again, too. */
export function replacePresenter(
  data: Data<'ReplacePresenter'>,
  state: Talk,
  cycle: MaybeCycle,
  meta: Meta,
): Decision<TalkEvent> {
  const { personId, reason } = data;
  const given = state.status !== 'declined' && state.status !== 'lapsed';
  if (given && requireStanding(state).personId === personId) return { events: [] };
  const answerBy = answerInstant(data.answerBy, meta, data.answerTime);
  return {
    events: [
      {
        type: 'PresenterReplaced',
        data: { ...idsOf(state), from: state.personId, personId, answerBy, ...since(cycle, meta), reason },
      },
    ],
  };
}
