// Files that arrive: until when they may, and which must have come before a nomination is forwarded.
import { extended } from '../cycle/pauses.ts';
import type { Cycle } from '../cycle/state.ts';
import { addDuration } from '../deadlines.ts';
import type { Decision } from '../decider.ts';
import { Refusal } from '../decider.ts';
import { attachmentsOf, filesGraceOf } from '../definition-queries.ts';
import type { Document, NominationEvent } from './messages.ts';
import { type CommandData, type Desk, idsOf, type Undecided } from './rules.ts';
import type { Nomination } from './state.ts';

/** When a file was registered, and the instants before which that had to be; null while there is none. */
export type Registered = {
  registeredAt: Date;
  cutOff: Date | null;
  correctBy: Date | null;
  /** Forwarded: a new file can only belong to an amendment, and follows at once. */
  amending: boolean;
};

/**
 * Until when a registered file may go on arriving: the grace after the last of the instants that it was registered before.
 * @returns null where nothing ends yet. @throws Refusal for a file that was registered after them.
 */
export function arrivesBy(
  { registeredAt, cutOff, correctBy, amending }: Registered,
  grace: string,
  zone: string,
): Date | null {
  if (cutOff === null) return null;
  const ends = [cutOff, correctBy, amending ? registeredAt : null].flatMap((end) =>
    end !== null && registeredAt <= end ? [end.getTime()] : [],
  );
  if (ends.length === 0) throw tooLate('The time for registering files', cutOff);
  return addDuration(new Date(Math.max(...ends)), grace, zone);
}

/** @throws Refusal for bytes that come after that instant. */
export function requireInGrace(at: Date, end: Date | null): void {
  if (end !== null && at > end) throw tooLate('The time in which registered files may arrive', end);
}

const tooLate = (what: string, end: Date) =>
  new Refusal('too-late', `${what} ended at ${end.toISOString()}.`, { closedAt: end.toISOString() });

/** Until when the newest return can be answered, with the suspensions since it was made. */
export const lastReturnEnd = ({ papers: { lastReturn } }: Nomination, cycle: Pick<Cycle, 'pauses'>): Date | null =>
  lastReturn === null ? null : extended(cycle, lastReturn.by, lastReturn.setAt);

/** A file of the form as submitted, or a letter that another person sent for it before it was forwarded. */
export function attach(
  data: CommandData<'AttachDocument'>,
  state: Nomination,
  { cycle }: Desk,
): Decision<NominationEvent> {
  const { fileId, hash, field, kind } = data;
  const { papers } = state;
  if (papers.arrived.some((document) => document.fileId === fileId)) return { events: [] };
  requireReceiving(kind, state);
  const isOwn = papers.documents?.some((document) => document.fileId === fileId) === true;
  if (kind === 'attachment' && !isOwn)
    throw new Refusal('document-unknown', 'This file is no part of what was submitted: submit again with it.');
  const registered = {
    registeredAt: new Date(data.registeredAt),
    cutOff: kind === 'attachment' && data.cutOff !== null ? new Date(data.cutOff) : null,
    correctBy: lastReturnEnd(state, cycle),
    amending: state.status === 'forwarded',
  };
  requireInGrace(new Date(data.arrivedAt), arrivesBy(registered, filesGraceOf(cycle.definition), cycle.zone));
  const attached = { ...idsOf(state), version: state.version, fileId, hash, field, kind };
  return { events: [{ type: 'DocumentAttached', data: attached }] };
}

/** Supporting letters come before the forwarding; files of the form also after it, within their grace. */
export const isReceiving = (kind: string, { status }: Nomination): boolean =>
  ['submitted', 'returned', 'rejection-proposed', ...(kind === 'attachment' ? ['forwarded'] : [])].includes(status);

export function requireReceiving(kind: string, state: Nomination): void {
  const { status } = state;
  if (!isReceiving(kind, state))
    throw new Refusal('nomination-closed', `The nomination is ${status}: nothing is added to it.`, { status });
}

/** Every required attachment has come, whole; what was submitted before files could be uploaded is taken as it is. */
export function requireDocuments({ papers, category }: Undecided, { cycle }: Desk): void {
  const { documents, arrived } = papers;
  if (documents === null) return;
  const required = attachmentsOf(cycle.definition, category).filter((attachment) => attachment.required);
  const missing = required.filter(({ key }) => !isComplete(key, documents, arrived)).map(({ key }) => key);
  if (missing.length > 0)
    throw new Refusal('documents-missing', `Not arrived yet: ${missing.join(', ')}.`, { fields: missing });
}

const isComplete = (field: string, documents: Document[], arrived: Document[]): boolean =>
  arrived.some((document) => document.field === field) &&
  documents.every(({ field: own, fileId }) => own !== field || arrived.some((document) => document.fileId === fileId));
