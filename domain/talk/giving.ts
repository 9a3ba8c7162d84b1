// What a talk is about, when its presenter can speak, and whether it was given.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Forum } from '../forum/state.ts';
import type { TalkCommand, TalkEvent } from './messages.ts';
import { idsOf, requirePresenter, requireStanding } from './standing.ts';
import type { Talk } from './state.ts';

type Data<Type extends TalkCommand['type']> = Extract<TalkCommand, { type: Type }>['data'];

export function describeTalk(data: Data<'DescribeTalk'>, state: Talk, forum: Forum, meta: Meta): Decision<TalkEvent> {
  const { topics, theme, language } = data;
  requirePresenter(state, meta);
  const now = requireStanding(state);
  const themes = forum.plan.themes.map(({ key }) => key);
  if (theme !== null && !themes.includes(theme))
    throw new Refusal('theme-unknown', `The forum has no theme ${theme}.`, { themes });
  const same = JSON.stringify([topics, theme, language]) === JSON.stringify([now.topics, now.theme, now.language]);
  return same
    ? { events: [] }
    : { events: [{ type: 'TalkDescribed', data: { ...idsOf(state), topics, theme, language } }] };
}

export function setAvailability(data: Data<'SetAvailability'>, state: Talk, meta: Meta): Decision<TalkEvent> {
  const { mode, windows } = data;
  requirePresenter(state, meta);
  const now = requireStanding(state);
  if (windows.some(({ from, to }) => from >= to))
    throw new Refusal('window-empty', 'A time to speak ends after it starts.');
  if (JSON.stringify([mode, windows]) === JSON.stringify([now.mode, now.windows])) return { events: [] };
  return { events: [{ type: 'AvailabilitySet', data: { ...idsOf(state), mode, windows } }] };
}

/** Only the newest release can be confirmed: the others no longer hold. */
export function reconfirmSlot(release: number, state: Talk, { released }: Forum, meta: Meta): Decision<TalkEvent> {
  requirePresenter(state, meta);
  if (requireStanding(state).status !== 'confirmed')
    throw new Refusal('talk-not-confirmed', 'The talk itself is not confirmed yet: confirm it first.');
  if (state.reconfirmed === release) return { events: [] };
  if (released === null || released.number !== release)
    throw new Refusal('release-unknown', `Release ${release} is not the schedule that holds.`, {
      release: released?.number ?? null,
    });
  if (!released.placements.some(({ talk }) => talk === state.laureateId))
    throw new Refusal('talk-not-placed', `The talk has no slot in release ${release}.`);
  return { events: [{ type: 'SlotReconfirmed', data: { ...idsOf(state), release } }] };
}

/** Marks can be corrected, from one to the other. */
export function markPresented(state: Talk): Decision<TalkEvent> {
  if (state.status === 'presented') return { events: [] };
  requireMarkable(state);
  return { events: [{ type: 'TalkPresented', data: idsOf(state) }] };
}

export function markAbsent(reason: string, state: Talk): Decision<TalkEvent> {
  if (state.status === 'absent' && state.reason === reason) return { events: [] };
  requireMarkable(state);
  return { events: [{ type: 'PresenterAbsent', data: { ...idsOf(state), reason } }] };
}

function requireMarkable(state: Talk): void {
  if (state.status === 'presented' || state.status === 'absent') return;
  if (requireStanding(state).status !== 'confirmed')
    throw new Refusal('talk-not-confirmed', 'Only a confirmed talk can be marked as given or missed.');
}
