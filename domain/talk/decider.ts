// The rules of a talk: who is invited to give it, their answer, what it is about, and whether it was given.
import type { Decider, Decision, Meta } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { type Forum, type ForumState, forumStream } from '../forum/state.ts';
import { describeTalk, markAbsent, markPresented, reconfirmSlot, setAvailability } from './giving.ts';
import { confirmTalk, declineTalk, invitePresenter, lapseInvitation, replacePresenter } from './inviting.ts';
import type { TalkCommand, TalkEvent } from './messages.ts';
import { type Talk, type TalkState, talkFold } from './state.ts';

export const talk: Decider<TalkState, TalkCommand, TalkEvent, { forum: ForumState }> = {
  ...talkFold,
  guards: (command) => ({ forum: forumStream(command.data.forumId) }),
  decide: (command, state, { forum }, meta) => {
    if (forum.status === 'none') throw new Refusal('forum-unknown', 'There is no such forum.');
    if (command.type === 'InvitePresenter') return invitePresenter(command.data, state, forum, meta);
    if (state.status === 'none') throw new Refusal('talk-unknown', 'Nobody has been invited to give this talk.');
    return decideInvited(command, state, forum, meta);
  },
};

type InvitedCommand = Exclude<TalkCommand, { type: 'InvitePresenter' }>;

function decideInvited(command: InvitedCommand, state: Talk, forum: Forum, meta: Meta): Decision<TalkEvent> {
  switch (command.type) {
    case 'ConfirmTalk':
      return confirmTalk(state, meta);
    case 'DeclineTalk':
      return declineTalk(command.data.reason, state, meta);
    case 'LapseInvitation':
      return lapseInvitation(state, meta);
    case 'ReplacePresenter':
      return replacePresenter(command.data, state, meta);
    case 'DescribeTalk':
      return describeTalk(command.data, state, forum, meta);
    case 'SetAvailability':
      return setAvailability(command.data, state, meta);
    case 'ReconfirmSlot':
      return reconfirmSlot(command.data.release, state, forum, meta);
    case 'MarkPresented':
      return markPresented(state);
    case 'MarkAbsent':
      return markAbsent(command.data.reason, state);
    default:
      return unreachable(command);
  }
}
