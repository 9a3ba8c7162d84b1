// The rules of the ceremony: when and where it is, who receives for each laureate, and that an award was conferred.
import { type Cycle, type CycleState, cycleFold, cycleStream } from '../cycle/state.ts';
import type { Decider, Decision, Meta, StreamRef } from '../decider.ts';
import { Refusal, unreachable } from '../decider.ts';
import type { Winner } from '../messages.ts';
import { notDue } from '../not-due.ts';
import { currentLaureates, type PanelState, panelStream } from '../panel/state.ts';
import type { CeremonyCommand, CeremonyEvent, How, Mode } from './messages.ts';
import { runningOrder } from './running-order.ts';
import { type CeremonyState, ceremonyFold, type Plan } from './state.ts';

export type CeremonyGuards = { cycle: CycleState; panel?: PanelState };
type Data<Type extends CeremonyCommand['type']> = Extract<CeremonyCommand, { type: Type }>['data'];
type Decided = Decision<CeremonyEvent>;
type Refs = { cycle: StreamRef<CycleState>; panel?: StreamRef<PanelState> };

export const ceremony: Decider<CeremonyState, CeremonyCommand, CeremonyEvent, CeremonyGuards> = {
  ...ceremonyFold,
  guards: ({ type, data }): Refs => ({
    cycle: cycleStream(data.cycleId),
    ...(type !== 'PlanCeremony' && { panel: panelStream(data.cycleId, data.group) }),
  }),
  decide: (command, state, guards, meta) => {
    const cycle = requireEndorsed(guards.cycle ?? cycleFold.initial, command);
    switch (command.type) {
      case 'PlanCeremony':
        return plan(command.data, state, cycle);
      case 'NameReceiver':
        return nameReceiver(command.data, state, requireLaureate(command.data.laureateId, cycle, guards.panel));
      case 'ConferAward':
        return confer(command.data, state, requireLaureate(command.data.laureateId, cycle, guards.panel), meta);
      default:
        return unreachable(command);
    }
  },
};

/** The ceremony may follow the archive, which does not wait for it. While the cycle is suspended it is arranged, and no more. */
function requireEndorsed(cycle: CycleState, { type }: CeremonyCommand): Cycle {
  if (cycle.status === 'none') throw new Refusal('cycle-unknown', 'There is no such cycle.');
  if (cycle.status === 'cancelled') throw new Refusal('cycle-cancelled', 'This cycle is cancelled.');
  if (cycle.status === 'suspended' && type === 'ConferAward')
    throw new Refusal('cycle-suspended', 'This cycle is suspended: nothing is conferred until it is resumed.');
  if (!cycle.endorsement?.concluded)
    throw new Refusal('phase-order', 'The ceremony is planned once endorsement is concluded.');
  return cycle;
}

const endorsedIn = ({ endorsement }: Cycle): Winner[] => endorsement?.concluded?.endorsed ?? [];

function plan(data: Data<'PlanCeremony'>, state: CeremonyState, cycle: Cycle): Decided {
  const { cycleId, zone, venue, mode } = data;
  const startsAt = new Date(data.startsAt).toISOString();
  requireVenue(data);
  const order = orderOf(data.order, cycle);
  const planned: Plan = { startsAt, zone, venue, mode, order };
  if (JSON.stringify(planned) === JSON.stringify(state.plan)) return { events: [] };
  if (Object.keys(state.conferred).length > 0)
    throw new Refusal('ceremony-begun', 'An award was conferred: the plan stands as it is.');
  return { events: [{ type: 'CeremonyPlanned', data: { cycleId, ...planned, first: state.plan === null } }] };
}

function requireVenue({ mode, venue }: Data<'PlanCeremony'>): void {
  if (mode !== 'virtual' && venue === null)
    throw new Refusal('venue-missing', 'A ceremony that people come to has a venue.', { mode });
}

/** A runner-up who followed stands in no plan made before: who is left out is called after the others, by protocol. */
function orderOf(asked: string[], cycle: Cycle): string[] {
  const endorsed = endorsedIn(cycle);
  const strange = asked.filter((id) => !endorsed.some(({ laureateId }) => laureateId === id));
  if (strange.length > 0 || new Set(asked).size < asked.length)
    throw new Refusal('order-unsound', 'The order names a laureate twice, or one who was not endorsed.', {
      laureates: endorsed.map(({ laureateId }) => laureateId),
    });
  const called = endorsed.filter(({ place, laureateId }) => place === 'laureate' || asked.includes(laureateId));
  return runningOrder(cycle.definition, asked, called).map(({ laureateId }) => laureateId);
}

/** Endorsed, and neither declined nor replaced. */
function requireLaureate(id: string, cycle: Cycle, panel: PanelState | undefined): Winner {
  const endorsed = endorsedIn(cycle);
  const laureates = currentLaureates(panel).filter((one) =>
    endorsed.some(({ laureateId }) => laureateId === one.laureateId),
  );
  const found = laureates.find(({ laureateId }) => laureateId === id);
  if (found === undefined)
    throw new Refusal('not-laureate', `${id} is not a laureate now.`, {
      laureates: laureates.map(({ laureateId }) => laureateId),
    });
  return found;
}

function requirePlan({ plan }: CeremonyState): Plan {
  if (plan === null) throw new Refusal('ceremony-not-planned', 'The ceremony has no date and place yet.');
  return plan;
}

function nameReceiver(data: Data<'NameReceiver'>, state: CeremonyState, laureate: Winner): Decided {
  const { cycleId, laureateId, group, how, personId, office } = data;
  const { startsAt, zone, mode } = requirePlan(state);
  if (state.conferred[laureateId] !== undefined)
    throw new Refusal('award-conferred', 'The award was conferred already.', { at: state.conferred[laureateId] });
  requireFitting(how, mode);
  if ((how === 'absent') !== (personId === null))
    throw new Refusal('receiver-missing', 'Somebody receives for a laureate unless the laureate is absent.', { how });
  const before = state.receivers[laureateId];
  if (before?.how === how && before.personId === personId && before.office === office) return { events: [] };
  const { country, category } = laureate;
  const named = { cycleId, laureateId, group, country, category, how, personId, office, startsAt, zone };
  return { events: [{ type: 'ReceiverNamed', data: named }] };
}

const impossible: { [mode in Mode]?: How } = { 'in-person': 'remote', virtual: 'in-person' };

function requireFitting(how: How, mode: Mode): void {
  if (impossible[mode] === how)
    throw new Refusal('mode-unfit', `The ceremony is ${mode}: nobody receives ${how}.`, { mode });
}

/** At the ceremony or after it, never before: a talk may precede it. */
function confer(data: Data<'ConferAward'>, state: CeremonyState, laureate: Winner, meta: Meta): Decided {
  const { cycleId, laureateId, group } = data;
  const { startsAt } = requirePlan(state);
  if (state.conferred[laureateId] !== undefined) return { events: [] };
  if (meta.at < new Date(startsAt)) throw notDue('The ceremony', startsAt);
  const at = new Date(data.at ?? meta.at);
  if (at < new Date(startsAt) || at > meta.at)
    throw new Refusal('outside-ceremony', 'An award is conferred between the start of the ceremony and now.', {
      from: startsAt,
      until: meta.at.toISOString(),
    });
  const { country, category } = laureate;
  const how = state.receivers[laureateId]?.how ?? null;
  const conferred = { cycleId, laureateId, group, country, category, at: at.toISOString(), how };
  return { events: [{ type: 'AwardConferred', data: conferred }] };
}
