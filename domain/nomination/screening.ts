// What a country's desk does with a nomination: check it, give it back, forward it.
import { requireOpenCategory, requireStep } from '../country/rules.ts';
import { setWhen } from '../cycle/pauses.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { attachmentsOf, fieldsOf } from '../definition-queries.ts';
import { requireDocuments } from './arriving.ts';
import { requireConsent } from './consenting.ts';
import { requireSecondLook } from './counter-checking.ts';
import type { FieldMessage, NominationEvent } from './messages.ts';
import {
  type CommandData,
  type Desk,
  idsOf,
  type NominationGuards,
  requireNoPanel,
  requireScreeningTime,
  requireUndecided,
  workingDays,
} from './rules.ts';
import { correctionEnd, type Nomination } from './state.ts';

const checklistOf = ({ cycle }: Desk): string[] => cycle.definition.checklist.map(({ key }) => key);

export function recordCheck(
  { item, outcome, note }: CommandData<'RecordCheck'>,
  state: Nomination,
  desk: Desk,
  meta: Meta,
): Decision<NominationEvent> {
  requireUndecided(state);
  const items = checklistOf(desk);
  if (!items.includes(item))
    throw new Refusal('checklist-item-unknown', `The checklist has no item ${item}.`, { items });
  const by = meta.actor;
  const before = state.checks[item];
  if (before?.outcome === outcome && before.note === note && before.by === by) return { events: [] };
  const inTime = requireScreeningTime(state, desk, meta);
  const data = { ...idsOf(state), version: state.version, item, outcome, note, by };
  return { events: [{ type: 'CheckRecorded', data }], ...inTime };
}

/** Not after the close of screening: a correction after it is the last one. */
export function giveBack(
  { messages }: CommandData<'ReturnNomination'>,
  state: Nomination,
  desk: Desk,
  meta: Meta,
): Decision<NominationEvent> {
  if (state.status === 'returned') return againReturned(messages, state, desk);
  if (state.status === 'rejection-proposed')
    throw new Refusal('rejection-proposed', 'A rejection is proposed: confirm it, or forward the nomination.');
  requireUndecided(state);
  const inTime = requireReturnTime(state, desk, meta);
  requireKnownFields(messages, state, desk);
  const { cycle } = desk;
  const correctBy = workingDays(state, desk, meta, cycle.settings.correctionWorkingDays);
  return {
    events: [{ type: 'NominationReturned', data: { ...idsOf(state), messages, correctBy, ...setWhen(cycle, meta) } }],
    ...inTime,
  };
}

/** What was readmitted has had no time for its correction: it may be given back after the close too, once. */
function requireReturnTime(state: Nomination, { cycle, country }: Desk, meta: Meta): { notAfter?: Date } {
  requireOpenCategory(country, state.category);
  if (state.readmitted) return {};
  return requireStep(country, cycle, state.category, meta, 'screening');
}

function againReturned(
  messages: FieldMessage[],
  state: Extract<Nomination, { status: 'returned' }>,
  { cycle }: Desk,
): Decision<NominationEvent> {
  const same =
    messages.length === state.messages.length &&
    messages.every(({ field, message }, index) => {
      const before = state.messages[index];
      return field === before?.field && message === before.message;
    });
  if (same) return { events: [] };
  throw new Refusal('already-returned', 'The nomination is with its editors already.', {
    correctBy: correctionEnd(state, cycle).toISOString(),
  });
}

/** Those that the nomination's category asks for. */
export function requireKnownFields(messages: FieldMessage[], { category }: Nomination, desk: Desk): void {
  const { definition } = desk.cycle;
  const keys = [...fieldsOf(definition, category), ...attachmentsOf(definition, category)].map(({ key }) => key);
  const fields = [...keys, ...checklistOf(desk)];
  const unknown = messages.map(({ field }) => field).filter((field) => !fields.includes(field));
  if (unknown.length > 0)
    throw new Refusal('field-unknown', `The form has no field ${unknown.join(', ')}.`, { fields });
}

export function forward(
  state: Nomination,
  desk: Desk,
  guards: NominationGuards,
  meta: Meta,
): Decision<NominationEvent> {
  if (state.status === 'forwarded') return { events: [] };
  requireUndecided(state);
  const inTime = requireScreeningTime(state, desk, meta);
  requireNoPanel(state, desk, guards);
  requireChecks(state, desk);
  requireSecondLook(state, meta);
  requireDocuments(state, desk);
  requireConsent(state, desk);
  const { organisation, version } = state;
  const data = { ...idsOf(state), organisation, version, by: meta.actor };
  return { events: [{ type: 'NominationForwarded', data }], ...inTime };
}

function requireChecks({ checks }: Nomination, desk: Desk): void {
  const of = (outcome: 'failed' | undefined) => checklistOf(desk).filter((item) => checks[item]?.outcome === outcome);
  const missing = of(undefined);
  const failed = of('failed');
  if (missing.length > 0 || failed.length > 0)
    throw new Refusal('checks-missing', `Not passed: ${[...failed, ...missing].join(', ')}.`, { missing, failed });
}
