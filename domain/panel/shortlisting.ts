// Who goes on to the next round: settled by who leads the panel, by the award's rule or with reasons beside it.
import type { AwardDefinition } from '../award-definition.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { findRound, nextRoundOf } from '../definition-queries.ts';
import type { TallyResult } from '../tally/tally.ts';
import type { Departure, Entry, PanelCommand, PanelEvent } from './messages.ts';
import { proposeShortlist } from './proposing-shortlist.ts';
import { type EndedRound, openToSettle, standingEntries } from './rounds.ts';
import { type Panel, ruledOut } from './state.ts';
import { type Calendar, isOver, requirePhase } from './timing.ts';

type Data = Extract<PanelCommand, { type: 'ShortlistEntries' }>['data'];
/** A round with its tally, and those of its entries that still stand. */
type Judged = { round: string; tally: TallyResult; entries: Entry[] };

export function shortlistEntries(data: Data, state: Panel, calendar: Calendar, meta: Meta): Decision<PanelEvent> {
  const { round } = state;
  const before = (state.rounds ?? []).find((one) => one.round === data.round);
  if (before !== undefined) return settleAnew(data, before, state, calendar, meta);
  if (data.round !== round)
    throw new Refusal('round-ended', 'The panel judges in another round by now: look at it again.', { round });
  if (nextRoundOf(calendar.cycle.definition, round) === undefined)
    throw new Refusal('no-round-follows', 'No round follows this one: the panel decides on its tally.');
  if (state.status !== 'sealed')
    throw new Refusal('not-sealed', 'Who goes on is settled once the tally of the round is sealed.');
  const { anew: _anew, ...first } = data;
  return settle(first, state, state, calendar, meta);
}

/** Until something of the next round is released: then its judges have begun with those who went on. */
function settleAnew(
  data: Data,
  before: EndedRound,
  state: Panel,
  calendar: Calendar,
  meta: Meta,
): Decision<PanelEvent> {
  if (sameList(before.entries, data.entries)) return { events: [] };
  if (openToSettle(state) !== before)
    throw new Refusal('round-ended', 'The next round has begun with those who went on: it stands who they are.', {
      round: state.round,
    });
  if (data.anew === undefined)
    throw new Refusal('anew-unexplained', 'Who goes on was settled before: say why it is settled anew.');
  const judged = { round: before.round, tally: before.tally, entries: standingEntries(before, state) };
  return settle(data, judged, state, calendar, meta);
}

function settle(data: Data, judged: Judged, state: Panel, calendar: Calendar, meta: Meta): Decision<PanelEvent> {
  const { cycleId, group } = state;
  const { round } = judged;
  const phase = requirePhase(calendar, ['judging'], meta);
  const proposed = proposedOf(judged, state, calendar.cycle.definition);
  const entries = requireEntries(data.entries, judged);
  const departures = departuresOf(data, judged, proposed);
  const next = nextRoundOf(calendar.cycle.definition, round)?.key ?? state.round;
  const anew = data.anew === undefined ? {} : { anew: data.anew };
  const settled = { round, next, entries, proposed, departures, by: meta.actor, ...anew };
  return { events: [{ type: 'EntriesShortlisted', data: { cycleId, group, ...settled } }], ...phase };
}

/** Nobody in a round that is not followed by another. */
export function proposedOf(
  { round, tally }: Omit<Judged, 'entries'>,
  state: Panel,
  definition: Pick<AwardDefinition, 'judging'>,
): string[] {
  const goesOn = findRound(definition, round)?.goesOn;
  return goesOn === undefined ? [] : proposeShortlist(goesOn, tally.entries, ruledOut(state));
}

/** In the order in which they are before the panel. */
function requireEntries(named: string[], { entries }: Judged): string[] {
  const twice = named.find((id, index) => named.indexOf(id) !== index);
  if (twice !== undefined) throw new Refusal('entry-twice', `${twice} is named twice.`);
  const all = entries.map(({ nominationId }) => nominationId);
  const strange = named.find((id) => !all.includes(id));
  if (strange !== undefined) throw new Refusal('entry-unknown', `${strange} is not before this panel.`);
  return all.filter((id) => named.includes(id));
}

/** Each with its reason, and no reason without a departure. */
function departuresOf({ entries, departures }: Data, judged: Judged, proposed: string[]): Departure[] {
  const reasons = new Map(departures.map(({ nominationId, reason }) => [nominationId, reason]));
  const differ = judged.entries
    .map(({ nominationId }) => nominationId)
    .filter((id) => entries.includes(id) !== proposed.includes(id));
  const unsaid = differ.filter((id) => !reasons.has(id));
  if (unsaid.length > 0)
    throw new Refusal('departure-unexplained', 'Say why, for each entry where you depart from the proposal.', {
      entries: unsaid,
    });
  const stray = [...reasons.keys()].find((id) => !differ.includes(id));
  if (stray !== undefined || reasons.size < departures.length)
    throw new Refusal('no-departure', 'A reason is given where nothing departs from the proposal.', {
      entries: stray === undefined ? [] : [stray],
    });
  return differ.map((nominationId) => ({
    nominationId,
    goesOn: entries.includes(nominationId),
    reason: reasons.get(nominationId) ?? '',
  }));
}

const sameList = (a: string[], b: string[]) => a.length === b.length && a.every((id) => b.includes(id));

/**
 * A decision rests on the last round. Where nobody can go on, or judging has ended before that could be held, it may rest on an
 * earlier one: it says why.
 */
export function requireLastRound(state: Panel, calendar: Calendar, departure: string | undefined, meta: Meta): void {
  const next = nextRoundOf(calendar.cycle.definition, state.round);
  if (next === undefined) return;
  const nobody = state.status === 'sealed' && state.tally.entries.every(({ rank }) => rank === null);
  if (nobody || (departure !== undefined && isOver(calendar, 'judging', meta.at))) return;
  throw new Refusal('round-follows', 'Another round follows this one: settle who goes on, and decide after it.', {
    next: next.key,
  });
}
