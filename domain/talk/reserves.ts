// Who may be asked to speak where a laureate cannot: named beforehand, asked when it comes to it.
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Forum } from '../forum/state.ts';
import type { TalkCommand, TalkEvent } from './messages.ts';
import type { TalkState } from './state.ts';

type Data<Type extends TalkCommand['type']> = Extract<TalkCommand, { type: Type }>['data'];

export function nameReserve(data: Data<'NameReserve'>, state: TalkState, { cycleId }: Forum): Decision<TalkEvent> {
  const named = { ...data, cycleId };
  if (state.status === 'reserve' && state.order === data.order) return { events: [] };
  if (state.status !== 'none' && state.status !== 'reserve')
    throw new Refusal('presenter-named', `This one was asked to speak already and is ${state.status}.`, {
      status: state.status,
    });
  return { events: [{ type: 'ReserveNamed', data: named }] };
}

export function dropReserve({ reason }: Data<'DropReserve'>, state: TalkState): Decision<TalkEvent> {
  if (state.status === 'none') return { events: [] };
  if (state.status !== 'reserve')
    throw new Refusal('presenter-named', `This one was asked to speak already and is ${state.status}.`, {
      status: state.status,
    });
  const { forumId, laureateId, cycleId } = state;
  return { events: [{ type: 'ReserveDropped', data: { forumId, laureateId, cycleId, reason } }] };
}
