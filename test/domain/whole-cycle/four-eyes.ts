// Whether something that takes two persons was done by one.
import { all, beforeOf, type Logged, type Of } from './log.ts';

/** What one person did alone that takes two, or null. */
export function findDoneAlone(log: Logged[], event: Logged): string | null {
  const before = beforeOf(log, event);
  switch (event.type) {
    case 'NominationForwarded':
      return isUnseen(before, event.data.nominationId, event.actor) ? 'forwarded by who checked' : null;
    case 'NominationRejected':
      return event.role === 'process' ? null : rejectedAlone(before, event);
    case 'ForwardingSigned':
      return forwardingSignedAlone(before, event);
    case 'DecisionSigned':
      return decisionSignedAlone(before, event);
    default:
      return null;
  }
}

const checkedBy = (before: Logged[], nominationId: string, actor: string): boolean =>
  all(before, 'CheckRecorded').some(({ data, actor: by }) => data.nominationId === nominationId && by === actor);

const versions = [
  'NominationSubmitted',
  'NominationCorrected',
  'ReturnAnswered',
  'DossierAmended',
  'RejectionProposed',
];

/** The secretariat has looked at what the single officer of a country did, in its present version. */
function isCounterChecked(before: Logged[], nominationId: string, subject: 'forwarding' | 'rejection'): boolean {
  const own = before.filter(({ stream }) => stream === `nomination/${nominationId}`);
  const done = own.findLastIndex((one) => one.type === 'CounterChecked' && one.data.subject === subject);
  return done >= 0 && !own.slice(done).some(({ type }) => versions.includes(type));
}

const isUnseen = (before: Logged[], nominationId: string, actor: string): boolean =>
  checkedBy(before, nominationId, actor) && !isCounterChecked(before, nominationId, 'forwarding');

function rejectedAlone(before: Logged[], { data: { nominationId }, actor }: Of<'NominationRejected'>): string | null {
  if (isCounterChecked(before, nominationId, 'rejection')) return null;
  const proposed = all(before, 'RejectionProposed').findLast(({ data }) => data.nominationId === nominationId);
  if (proposed === undefined || proposed.actor === actor) return 'rejected by one person';
  return checkedBy(before, nominationId, actor) ? 'rejected by who checked' : null;
}

function forwardingSignedAlone(before: Logged[], { data, actor }: Of<'ForwardingSigned'>): string | null {
  const byLetter = data.signature.kind === 'on-behalf';
  if (byLetter && (data.confirmedBy === undefined || data.confirmedBy === data.by))
    return 'a letter seen by one person';
  const unseen = data.nominations.some((nominationId) => isUnseen(before, nominationId, actor));
  return unseen ? 'signed by who checked' : null;
}

function decisionSignedAlone(before: Logged[], { data, actor }: Of<'DecisionSigned'>): string | null {
  const byLetter = data.signature.kind === 'on-behalf';
  if (byLetter && (data.confirmedBy === undefined || data.confirmedBy === data.by))
    return 'a letter seen by one person';
  const recorded = all(before, 'DecisionRecorded').findLast((one) => one.data.group === data.group);
  const alone = recorded === undefined || (recorded.data.outside && recorded.actor === actor);
  return alone ? 'signed by who recorded it' : null;
}
