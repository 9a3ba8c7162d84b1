// What a talk is about, when its presenter can speak, and whether it was given.
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { Forum } from '../forum/state.ts';
import type { TalkCommand, TalkEvent } from './messages.ts';
import { idsOf, requirePresenter, requireResponsible, requireStanding } from './standing.ts';
import type { Talk } from './state.ts';

type Data<Type extends TalkCommand['type']> = Extract<TalkCommand, { type: Type }>['data'];

export function describeTalk(data: Data<'DescribeTalk'>, state: Talk, forum: Forum, meta: Meta): Decision<TalkEvent> {
  const { topics, theme, language, needsInterpretation = null, fit = {} } = data;
  requirePresenter(state, meta);
  const now = requireStanding(state);
  const themes = forum.plan.themes.map(({ key }) => key);
  const strange = [...(theme === null ? [] : [theme]), ...Object.keys(fit)].find((key) => !themes.includes(key));
  if (strange !== undefined) throw new Refusal('theme-unknown', `The forum has no theme ${strange}.`, { themes });
  const same =
    JSON.stringify([topics, theme, language, needsInterpretation, fit]) ===
    JSON.stringify([now.topics, now.theme, now.language, now.needsInterpretation, now.fit]);
  if (same) return { events: [] };
  const more = {
    ...(needsInterpretation !== null && { needsInterpretation }),
    ...(Object.keys(fit).length > 0 && { fit }),
  };
  return { events: [{ type: 'TalkDescribed', data: { ...idsOf(state), topics, theme, language, ...more } }] };
}

export function setAvailability(data: Data<'SetAvailability'>, state: Talk, meta: Meta): Decision<TalkEvent> {
  const { mode, windows, zone = null, busy = [], wish = null } = data;
  requirePresenter(state, meta);
  const now = requireStanding(state);
  if ([...windows, ...busy].some(({ from, to }) => from >= to))
    throw new Refusal('window-empty', 'A time to speak ends after it starts.');
  const same =
    JSON.stringify([mode, windows, zone, busy, wish]) ===
    JSON.stringify([now.mode, now.windows, now.zone, now.busy, now.wish]);
  if (same) return { events: [] };
  const more = { ...(zone !== null && { zone }), ...(busy.length > 0 && { busy }), ...(wish !== null && { wish }) };
  return { events: [{ type: 'AvailabilitySet', data: { ...idsOf(state), mode, windows, ...more } }] };
}

/** Whoever was asked names another to speak, and answers for the talk all the same. */
export function nameSpeaker({ speakerId }: Data<'NameSpeaker'>, state: Talk, meta: Meta): Decision<TalkEvent> {
  requireResponsible(state, meta);
  const { personId, speaker } = requireStanding(state);
  const named = speakerId === personId ? null : speakerId;
  if ((speaker?.personId ?? null) === named) return { events: [] };
  return { events: [{ type: 'SpeakerNamed', data: { ...idsOf(state), personId: named } }] };
}

export function reconfirmSlot(release: number, state: Talk, forum: Forum, meta: Meta): Decision<TalkEvent> {
  requirePresenter(state, meta);
  requireConfirmed(state);
  if (state.reconfirmed === release) return { events: [] };
  requirePlaced(release, state, forum);
  return { events: [{ type: 'SlotReconfirmed', data: { ...idsOf(state), release } }] };
}

/** The talk stays confirmed, and where it stands, until those who arrange the forum have found another place. */
export function refuseSlot(
  { release, reason }: Data<'RefuseSlot'>,
  state: Talk,
  forum: Forum,
  meta: Meta,
): Decision<TalkEvent> {
  requirePresenter(state, meta);
  requireConfirmed(state);
  if (state.refused?.release === release && state.refused.reason === reason) return { events: [] };
  requirePlaced(release, state, forum);
  return { events: [{ type: 'SlotRefused', data: { ...idsOf(state), release, reason } }] };
}

function requireConfirmed(state: Talk): void {
  if (requireStanding(state).status !== 'confirmed')
    throw new Refusal('talk-not-confirmed', 'The talk itself is not confirmed yet: confirm it first.');
}

/** Only the newest release can be answered: the others no longer hold. */
function requirePlaced(release: number, state: Talk, { released }: Forum): void {
  if (released === null || released.number !== release)
    throw new Refusal('release-unknown', `Release ${release} is not the schedule that holds.`, {
      release: released?.number ?? null,
    });
  if (!released.placements.some(({ talk }) => talk === state.laureateId))
    throw new Refusal('talk-not-placed', `The talk has no slot in release ${release}.`);
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
