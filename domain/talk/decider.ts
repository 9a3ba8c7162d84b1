// The rules of a talk: who is invited to give it, their answer, what it is about, and whether it was given.
import { type CycleState, cycleStream } from '../cycle/state.ts';
import type { Decider, Decision, Meta, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { type Forum, type ForumState, forumStream } from '../forum/state.ts';
import {
  describeTalk,
  markAbsent,
  markPresented,
  nameSpeaker,
  reconfirmSlot,
  refuseSlot,
  setAvailability,
} from './giving.ts';
import { confirmTalk, declineTalk, invitePresenter, lapseInvitation, replacePresenter } from './inviting.ts';
import type { TalkCommand, TalkEvent } from './messages.ts';
import { dropReserve, nameReserve } from './reserves.ts';
import { type Talk, type TalkState, talkFold } from './state.ts';

/** The cycle stands here where the talk has one. */
export type TalkGuards = { forum: ForumState; cycle?: CycleState };
type GuardRefs = { forum: StreamRef<ForumState>; cycle?: StreamRef<CycleState> };

export const talk: Decider<TalkState, TalkCommand, TalkEvent, TalkGuards> = {
  ...talkFold,
  guards: (command, state): GuardRefs => {
    const cycleId = cycleOf(command, state);
    return { forum: forumStream(command.data.forumId), ...(cycleId !== null && { cycle: cycleStream(cycleId) }) };
  },
  decide: (command, state, { forum, cycle }, meta) => {
    if (forum.status === 'none') throw new Refusal('forum-unknown', 'There is no such forum.');
    requireGoingOn(command, state, cycle);
    if (command.type === 'InvitePresenter') return invitePresenter(command.data, state, forum, cycle, meta);
    if (command.type === 'NameReserve') return nameReserve(command.data, state, forum);
    if (command.type === 'DropReserve') return dropReserve(command.data, state);
    if (state.status === 'none' || state.status === 'reserve')
      throw new Refusal('talk-unknown', 'Nobody has been invited to give this talk.');
    return decideInvited(command, state, { forum, ...(cycle && { cycle }) }, meta);
  },
};

function cycleOf(command: TalkCommand, state: TalkState): string | null {
  if (state.status !== 'none') return state.cycleId;
  return command.type === 'InvitePresenter' || command.type === 'NameReserve' ? command.data.cycleId : null;
}

const timed: TalkCommand['type'][] = ['InvitePresenter', 'ConfirmTalk', 'LapseInvitation', 'ReplacePresenter'];

/** With its cycle cancelled a talk is off. A suspension stops what has a deadline: invitations and the answers to them. */
function requireGoingOn({ type }: TalkCommand, { status }: TalkState, cycle: CycleState | undefined): void {
  if (cycle?.status === 'cancelled')
    throw new Refusal('cycle-cancelled', 'This cycle was cancelled: there is no talk.');
  const isTimed = timed.includes(type) || (type === 'DeclineTalk' && status === 'invited');
  if (cycle?.status === 'suspended' && isTimed) throw new Refusal('cycle-suspended', 'This cycle is suspended.');
}

type InvitedCommand = Exclude<TalkCommand, { type: 'InvitePresenter' | 'NameReserve' | 'DropReserve' }>;
type Around = { forum: Forum; cycle?: CycleState };

function decideInvited(command: InvitedCommand, state: Talk, around: Around, meta: Meta): Decision<TalkEvent> {
  const { forum, cycle } = around;
  switch (command.type) {
    case 'ConfirmTalk':
      return confirmTalk(state, cycle, meta);
    case 'DeclineTalk':
      return declineTalk(command.data.reason, state, cycle, meta);
    case 'LapseInvitation':
      return lapseInvitation(state, cycle, meta);
    case 'ReplacePresenter':
      return replacePresenter(command.data, state, cycle, meta);
    case 'DescribeTalk':
      return describeTalk(command.data, state, forum, meta);
    case 'SetAvailability':
      return setAvailability(command.data, state, meta);
    case 'NameSpeaker':
      return nameSpeaker(command.data, state, meta);
    case 'ReconfirmSlot':
      return reconfirmSlot(command.data.release, state, forum, meta);
    case 'RefuseSlot':
      return refuseSlot(command.data, state, forum, meta);
    case 'MarkPresented':
      return markPresented(state);
    case 'MarkAbsent':
      return markAbsent(command.data.reason, state);
    default:
      return unreachable(command);
  }
}
