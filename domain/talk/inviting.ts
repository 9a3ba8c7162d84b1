// Who gives a talk: invitation, answer, silence, and another presenter instead.
import { durationMs } from '../deadlines.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Forum } from '../forum/state.ts';
import { notDue } from '../not-due.ts';
import type { TalkCommand, TalkEvent } from './messages.ts';
import { idsOf, requirePresenter, requireStanding } from './standing.ts';
import type { Talk, TalkState } from './state.ts';

type Data<Type extends TalkCommand['type']> = Extract<TalkCommand, { type: Type }>['data'];

/** Unless the invitation or the award says otherwise: seven days. */
function answerInstant(given: string | undefined, { at }: Meta, answerTime = 'P7D'): string {
  const answerBy = given === undefined ? new Date(at.getTime() + durationMs(answerTime)) : new Date(given);
  if (answerBy <= at)
    throw new Refusal('deadline-past', 'The time to answer would be over already.', { now: at.toISOString() });
  return answerBy.toISOString();
}

export function invitePresenter(
  data: Data<'InvitePresenter'>,
  state: TalkState,
  { cycleId }: Forum,
  meta: Meta,
): Decision<TalkEvent> {
  const { forumId, laureateId, personId, country, category, organisation } = data;
  if (state.status !== 'none') {
    const asked = state.status === 'invited' || state.status === 'confirmed';
    if (asked && state.personId === personId) return { events: [] };
    throw new Refusal('presenter-named', `A presenter was named before and is ${state.status}: name another instead.`, {
      status: state.status,
    });
  }
  const answerBy = answerInstant(data.answerBy, meta, data.answerTime);
  const invited = { forumId, laureateId, cycleId, personId, country, category, organisation, answerBy };
  return { events: [{ type: 'PresenterInvited', data: invited }] };
}

export function confirmTalk(state: Talk, meta: Meta): Decision<TalkEvent> {
  requirePresenter(state, meta);
  if (state.status === 'confirmed') return { events: [] };
  const { personId, answerBy } = requireStanding(state);
  return {
    events: [{ type: 'TalkConfirmed', data: { ...idsOf(state), personId } }],
    notAfter: requireInTime(answerBy, meta),
  };
}

/** A confirmed presenter may still have to decline, whatever the invitation's time. */
export function declineTalk(reason: string, state: Talk, meta: Meta): Decision<TalkEvent> {
  requirePresenter(state, meta);
  if (state.status === 'declined') return { events: [] };
  const { status, personId, answerBy } = requireStanding(state);
  const declined: TalkEvent = { type: 'TalkDeclined', data: { ...idsOf(state), personId, reason } };
  if (status === 'confirmed') return { events: [declined] };
  return { events: [declined], notAfter: requireInTime(answerBy, meta) };
}

function requireInTime(answerBy: string, { at }: Meta): Date {
  if (at > new Date(answerBy)) throw new Refusal('too-late', 'The time to answer is over.', { closedAt: answerBy });
  return new Date(answerBy);
}

export function lapseInvitation(state: Talk, meta: Meta): Decision<TalkEvent> {
  if (meta.role !== 'process') throw new Refusal('process-only', 'An invitation lapses by itself.');
  if (state.status === 'lapsed') return { events: [] };
  if (state.status !== 'invited')
    throw new Refusal('already-answered', `The presenter has answered: the talk is ${state.status}.`);
  if (meta.at < new Date(state.answerBy)) throw notDue('The end of the invitation', state.answerBy);
  return { events: [{ type: 'InvitationLapsed', data: { ...idsOf(state), personId: state.personId } }] };
}

/** The one who declined or kept silent may be asked again, too. */
export function replacePresenter(data: Data<'ReplacePresenter'>, state: Talk, meta: Meta): Decision<TalkEvent> {
  const { personId, reason } = data;
  const given = state.status !== 'declined' && state.status !== 'lapsed';
  if (given && requireStanding(state).personId === personId) return { events: [] };
  const answerBy = answerInstant(data.answerBy, meta, data.answerTime);
  return {
    events: [
      { type: 'PresenterReplaced', data: { ...idsOf(state), from: state.personId, personId, answerBy, reason } },
    ],
  };
}
