// The forwarding signed, on one sheet: in person with a second factor, or by letter with a second person.
import type { Cycle } from '../cycle/state.ts';
import type { Decision, Meta } from '../decider.ts';
import { Refusal } from '../decider.ts';
import type { KeptSignature } from '../messages.ts';
import { requireSecondLook } from '../nomination/counter-checking.ts';
import type { Nomination } from '../nomination/state.ts';
import { requireSecondReader, requireSigned } from '../signatures.ts';
import { closedByLast, sameOrder } from './forwarding.ts';
import type { CountryCommand, CountryEvent } from './messages.ts';
import { type CountryGuards, requireCategory, requireOpenCategory, requireStep } from './rules.ts';
import { type CategorySheet, categoryHash, inOrder, sheetHash } from './sheet.ts';
import type { CountryState } from './state.ts';

type Data<Type extends CountryCommand['type']> = Extract<CountryCommand, { type: Type }>['data'];
type Desk = { state: CountryState; cycle: Cycle; guards: CountryGuards };
type Forwarded = Extract<Nomination, { status: 'forwarded' }>;

/** What is forwarded, in the order of the country's ranking where there is one. The last category closes screening. */
export function signForwarding(data: Data<'SignForwarding'>, desk: Desk, meta: Meta): Decision<CountryEvent> {
  const { state, cycle } = desk;
  const { signature } = data;
  if (data.category !== undefined) requireCategory(cycle, data.category);
  if (isSigned(data, state)) return { events: [] };
  if (data.category !== undefined) requireOpen(data, [data.category], desk, meta);
  const nominations = forwardedOf(data, desk);
  const sheets = sheetsOf(data, nominations, desk);
  if (sheets.length === 0) throw nothingForwarded(data);
  const settled = sheets.map(({ category }) => category);
  const inTime = requireOpen(data, settled, desk, meta);
  if (data.sheet !== undefined && data.sheet !== hashSigned(data, sheets)) throw moved(hashSigned(data, sheets));
  requireRanked(sheets, nominations);
  requireSigner(data, nominations, meta);
  const { cycleId, iso2 } = data;
  const facts = sheets.map((sheet) => ({ cycleId, iso2, ...onSheet(sheet, data), signature, by: meta.actor }));
  if (signature.kind === 'on-behalf') {
    const known = facts.every((one) => isRecorded(one, state));
    const recorded = facts.map((one): CountryEvent => ({ type: 'ForwardingSignatureRecorded', data: one }));
    return known ? { events: [] } : { events: recorded, ...inTime };
  }
  const signed = facts.map((one): CountryEvent => ({ type: 'ForwardingSigned', data: one }));
  return { events: [...signed, ...closedByLast(data, settled, state, cycle)], ...inTime };
}

/** A second person has seen the letter; what it signs is still what is forwarded. */
export function confirmForwardingSignature(
  data: Data<'ConfirmForwardingSignature'>,
  desk: Desk,
  meta: Meta,
): Decision<CountryEvent> {
  const { state, cycle } = desk;
  const { cycleId, iso2 } = data;
  if (data.category !== undefined && state.forwarding[data.category]?.status === 'signed') return { events: [] };
  const waiting = Object.keys(state.recorded).filter((one) => data.category === undefined || one === data.category);
  if (waiting.length === 0) throw new Refusal('no-signature-recorded', 'No signature by letter waits here.');
  const inTime = requireOpen(data, waiting, desk, meta);
  const nominations = forwardedOf(data, desk).filter(({ category }) => waiting.includes(category));
  const sheets = sheetsOf(data, nominations, desk);
  requireUnchecked(nominations, meta);
  const signed = waiting.map((category): CountryEvent => {
    const recorded = state.recorded[category];
    const sheet = sheets.find((one) => one.category === category);
    const now = categoryHash(data, sheet ?? { category, nominations: [] });
    if (recorded === undefined || recorded.sheet !== now) throw moved(now);
    requireSecondReader(recorded.by, meta);
    return {
      type: 'ForwardingSigned',
      data: { cycleId, iso2, category, ...recorded, confirmedBy: meta.actor },
    };
  });
  return { events: [...signed, ...closedByLast(data, waiting, state, cycle)], ...inTime };
}

/** What the read model shows is held against the nominations themselves. */
function forwardedOf({ forwarded, iso2 }: { forwarded: string[]; iso2: string }, { guards }: Desk): Forwarded[] {
  return forwarded.map((id) => {
    const nomination = guards[`nomination/${id}`];
    if (nomination?.status !== 'forwarded' || nomination.country !== iso2) throw moved(null);
    return nomination;
  });
}

/** One sheet for each category that is to be signed, in the definition's order. */
function sheetsOf(
  { category: only }: { category?: string | undefined },
  nominations: Forwarded[],
  { state, cycle }: Desk,
): CategorySheet[] {
  const wanted = cycle.definition.categories
    .map(({ key }) => key)
    .filter((key) => (only === undefined ? state.forwarding[key] === undefined : key === only));
  return wanted.flatMap((category) => {
    const own = nominations.filter((one) => one.category === category);
    const order = inOrder(
      own.map(({ nominationId }) => nominationId),
      state.ranking[category],
    );
    const entries = order.flatMap((id) => own.filter(({ nominationId }) => nominationId === id));
    return own.length === 0 && only === undefined ? [] : [{ category, nominations: entries }];
  });
}

const hashSigned = (
  data: { cycleId: string; iso2: string; category?: string | undefined },
  sheets: CategorySheet[],
) => {
  const [only] = sheets;
  return data.category !== undefined && only !== undefined ? categoryHash(data, only) : sheetHash(data, sheets);
};

const onSheet = (sheet: CategorySheet, ids: { cycleId: string; iso2: string }) => ({
  category: sheet.category,
  nominations: sheet.nominations.map(({ nominationId }) => nominationId),
  sheet: categoryHash(ids, sheet),
});

function isSigned({ category, forwarded }: Data<'SignForwarding'>, { forwarding, ranking }: CountryState): boolean {
  const signed = Object.values(forwarding).flatMap((one) => (one.status === 'signed' ? one.nominations : []));
  if (category === undefined) return forwarded.length > 0 && forwarded.every((id) => signed.includes(id));
  const before = forwarding[category];
  return before?.status === 'signed' && sameOrder(before.nominations, inOrder(forwarded, ranking[category]));
}

type Asked = { category?: string | undefined; forwarded: string[] };

/** Each category in its own time, which a dispensation may have made longer for one of them. */
function requireOpen(data: Asked, categories: string[], { state, cycle }: Desk, meta: Meta): { notAfter?: Date } {
  const ends = categories.flatMap((category) => {
    requireOpenCategory(state, category);
    return requireStep(state, cycle, category, meta, 'screening').notAfter ?? [];
  });
  if (data.forwarded.length === 0) throw nothingForwarded(data);
  const [first] = ends.sort((a, b) => a.getTime() - b.getTime());
  return first === undefined ? {} : { notAfter: first };
}

const nothingForwarded = ({ category }: Asked) =>
  new Refusal(
    'nothing-forwarded',
    `Nothing is forwarded${category === undefined ? '' : ` in ${category}`}: forward a nomination, or declare that there is no nominee.`,
  );

/** Who ranks forgets nobody: what is forwarded and not in the ranking would be signed unseen. */
function requireRanked(sheets: CategorySheet[], nominations: Forwarded[]): void {
  const listed = sheets.flatMap((sheet) => sheet.nominations.map(({ nominationId }) => nominationId));
  const categories = sheets.map(({ category }) => category);
  const unranked = nominations
    .filter(({ category, nominationId }) => categories.includes(category) && !listed.includes(nominationId))
    .map(({ nominationId }) => nominationId);
  if (unranked.length > 0)
    throw new Refusal('not-ranked', `Forwarded and not in the ranking: ${unranked.join(', ')}.`, { unranked });
}

function requireSigner({ signature }: Data<'SignForwarding'>, nominations: Forwarded[], meta: Meta): void {
  if (signature.kind === 'in-person' && meta.role === 'focal-point')
    throw new Refusal('approver-signs', 'The approver signs in person; as focal point you record a signed letter.');
  if (signature.kind === 'in-person') requireUnchecked(nominations, meta);
  requireSigned(signature, meta);
}

const requireUnchecked = (nominations: Forwarded[], meta: Meta) => {
  for (const nomination of nominations) requireSecondLook(nomination, meta);
};

function isRecorded(
  { category, sheet, signature }: { category: string; sheet: string; signature: KeptSignature },
  { recorded }: CountryState,
): boolean {
  const before = recorded[category];
  if (before?.signature.kind !== 'on-behalf' || signature.kind !== 'on-behalf') return false;
  const { letter, reference, date } = before.signature;
  const same = letter === signature.letter && reference === signature.reference && date === signature.date;
  return same && before.sheet === sheet;
}

const moved = (sheet: string | null) =>
  new Refusal('sheet-moved', 'What is forwarded has changed since: look at the sheet again.', { sheet });
