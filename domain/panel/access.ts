// Letting somebody see an entry in spite of a conflict, in an emergency: asked for by one, granted by another, for a time.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import { hasConflict, type JudgeState } from '../judge/state.ts';
import type { MemberState } from '../member/state.ts';
import { entryOf } from './entries.ts';
import type { AccessCommand, AccessEvent, PanelEvent } from './messages.ts';
import { everyEntry } from './rounds.ts';
import type { Panel } from './state.ts';

export type Access = {
  requestId: string;
  nominationId: string;
  personId: string;
  hours: number;
  by: string;
  status: 'waiting' | 'granted' | 'refused' | 'ended';
  until: string | null;
};
export type AccessGuards = {
  [name: `judge/${string}`]: JudgeState;
  [name: `member/${string}`]: MemberState;
};
type Data<Type extends AccessCommand['type']> = Extract<AccessCommand, { type: Type }>['data'];
type Asking = { panel: Panel; cycle: Cycle; guards: AccessGuards; meta: Meta };

export const isAccess = <Command extends { type: string }>(
  command: Command,
): command is Extract<Command, { type: AccessCommand['type'] }> =>
  ['RequestAccess', 'GrantAccess', 'RefuseAccess', 'EndAccess'].includes(command.type);

/** Whose conflicts are asked about: of who would be let in, and of who lets in. */
export const askedAbout = (command: AccessCommand): string =>
  command.type === 'RequestAccess' ? command.data.personId : command.data.by;

export function evolveAccess(all: Access[] = [], event: AccessEvent): Access[] {
  const { requestId } = event.data;
  const changed = (change: Partial<Access>) =>
    all.map((one) => (one.requestId === requestId ? { ...one, ...change } : one));
  switch (event.type) {
    case 'AccessRequested': {
      const { nominationId, personId, hours, by } = event.data;
      return [...all, { requestId, nominationId, personId, hours, by, status: 'waiting', until: null }];
    }
    case 'AccessGranted':
      return changed({ status: 'granted', until: event.data.until });
    case 'AccessRefused':
      return changed({ status: 'refused' });
    case 'AccessEnded':
      return changed({ status: 'ended' });
    default:
      return unreachable(event);
  }
}

export function decideAccess(command: AccessCommand, asking: Asking): Decision<PanelEvent> {
  switch (command.type) {
    case 'RequestAccess':
      return requestAccess(command.data, asking);
    case 'GrantAccess':
      return grantAccess(command.data, asking);
    case 'RefuseAccess':
      return refuseAccess(command.data, asking);
    case 'EndAccess':
      return endAccess(command.data, asking);
    default:
      return unreachable(command);
  }
}

const byDefault = 24;
/** The longest time for which the award lets somebody in. */
export const hoursAllowed = ({ definition }: Pick<Cycle, 'definition'>): number =>
  definition.judging.emergencyHours ?? byDefault;

function requestAccess(data: Data<'RequestAccess'>, asking: Asking): Decision<PanelEvent> {
  const { panel, cycle, meta } = asking;
  const { cycleId, group, requestId, nominationId, personId, reason } = data;
  entryIn(panel, nominationId);
  const most = hoursAllowed(cycle);
  const { hours = most } = data;
  if (hours > most)
    throw new Refusal('access-too-long', `Nobody is let in for longer than ${most} hours.`, { hours: most });
  if (!isKeptAway(personId, nominationId, asking))
    throw new Refusal('not-kept-away', 'No conflict stands between this person and the entry.');
  if ((panel.access ?? []).some((one) => isOpen(one, { nominationId, personId }, meta)))
    throw new Refusal('access-open', 'This is asked for, or granted, already.');
  const ids = { cycleId, group, requestId, nominationId, personId };
  return { events: [{ type: 'AccessRequested', data: { ...ids, hours, reason, by: meta.actor } }] };
}

/** By a second person, who is neither the one who asked nor the one to be let in, and has no conflict with the entry. */
function grantAccess(data: Data<'GrantAccess'>, asking: Asking): Decision<PanelEvent> {
  const one = requestOf(data.requestId, asking.panel);
  if (one.status === 'granted') return { events: [] };
  requireWaiting(one);
  requireSecond(one, asking);
  const until = new Date(asking.meta.at.getTime() + one.hours * 3_600_000).toISOString();
  return { events: [{ type: 'AccessGranted', data: { ...about(one, asking), until } }] };
}

function refuseAccess({ requestId, reason }: Data<'RefuseAccess'>, asking: Asking): Decision<PanelEvent> {
  const one = requestOf(requestId, asking.panel);
  if (one.status === 'refused') return { events: [] };
  requireWaiting(one);
  requireSecond(one, asking);
  return { events: [{ type: 'AccessRefused', data: { ...about(one, asking), reason } }] };
}

/** By anybody whom the route lets: what gives less needs no second person. */
function endAccess({ requestId, reason }: Data<'EndAccess'>, asking: Asking): Decision<PanelEvent> {
  const one = requestOf(requestId, asking.panel);
  if (!isOpen(one, one, asking.meta)) return { events: [] };
  return { events: [{ type: 'AccessEnded', data: { ...about(one, asking), reason } }] };
}

const about = ({ requestId, nominationId, personId }: Access, { panel: { cycleId, group }, meta }: Asking) => ({
  ...{ cycleId, group, requestId, nominationId, personId, by: meta.actor },
});

function requestOf(requestId: string, { access = [] }: Panel): Access {
  const found = access.find((one) => one.requestId === requestId);
  if (found === undefined) throw new Refusal('access-unknown', 'Nobody has asked for this.');
  return found;
}

function requireWaiting({ status }: Access): void {
  if (status !== 'waiting')
    throw new Refusal('access-answered', `What was asked for is ${status} already.`, { outcome: status });
}

function requireSecond(one: Access, asking: Asking): void {
  const { actor } = asking.meta;
  if (actor === one.by || actor === one.personId)
    throw new Refusal('access-needs-another', 'Somebody else answers what one has asked for.');
  if (isKeptAway(actor, one.nominationId, asking))
    throw new Refusal('access-by-conflicted', 'Who is in conflict with the entry lets nobody in.');
}

const isOpen = (one: Access, at: { nominationId: string; personId: string }, { at: now }: Meta): boolean =>
  one.nominationId === at.nominationId &&
  one.personId === at.personId &&
  (one.status === 'waiting' || (one.status === 'granted' && one.until !== null && new Date(one.until) > now));

/** As an officer, as a judge, or as a compatriot where the award says so. */
function isKeptAway(personId: string, nominationId: string, { panel, cycle, guards }: Asking): boolean {
  const judge = guards[`judge/${personId}`];
  if (guards[`member/${personId}`]?.conflicts.includes(nominationId) || hasConflict(judge, nominationId)) return true;
  const { scope, conflictScope } = cycle.definition.judging;
  const home = judge === undefined || judge.status === 'none' ? null : judge.country;
  return (
    scope === 'regional' &&
    conflictScope === 'country' &&
    home !== null &&
    home === entryIn(panel, nominationId).country
  );
}

/** Also one that did not go on to the present round. */
const entryIn = (panel: Panel, nominationId: string) => entryOf({ entries: everyEntry(panel) }, nominationId);
