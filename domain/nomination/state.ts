// Where a nomination stands, folded from its events.
import { extended } from '../cycle/pauses.ts';
import type { Cycle } from '../cycle/state.ts';
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { Texts } from '../messages.ts';
import type { AmendmentKind, FieldMessage, NominationEvent, Submitted } from './messages.ts';
import { evolvePapers, noPapers, type Papers } from './papers.ts';

export type Check = { outcome: 'passed' | 'failed'; note: string; by: string };
/** Whether the secretariat has verified the dossier of one whom a signed decision names, and in which version. */
export type Verification =
  | { status: 'none' }
  | { status: 'verified'; version: number }
  | { status: 'with-country'; answerBy: string; setAt?: string; messages: FieldMessage[] }
  | { status: 'answered' };
/** What was handed in at one version, why, and the messages that it answers. */
export type Version = {
  version: number;
  kind: 'submitted' | 'corrected' | AmendmentKind | 'answered';
  dossier: string;
  answers: FieldMessage[];
};
export type Objection = { reason: string; by: string; upheld: boolean };
export type Amendment = Submitted & { reason: string; by: string };
type Base = {
  nominationId: string;
  cycleId: string;
  country: string;
  category: string;
  organisation: Texts;
  organisationId: string;
  title: Texts;
  dossier: string;
  files: string[];
  version: number;
  draftVersion: number;
  /** The newest outcome of each checklist item on this version: a newer version starts without. */
  checks: { [item: string]: Check };
  /** Everyone who ever recorded a check, on any version. */
  checkedBy: string[];
  /** How often it was given back. What is submitted after that is a correction. */
  returns: number;
  verification: Verification;
  /** Readmitted, and not given back since: it may be, once more, after the close of screening too. */
  readmitted: boolean;
  versions: Version[];
  /** The secretariat's, where one officer is all that the country has; of one version, and before a new proposal. */
  counterCheck: { version: number; subject: 'forwarding' | 'rejection' } | null;
  papers: Papers;
};
export type Nomination =
  | (Base & { status: 'submitted' })
  | (Base & { status: 'returned'; correctBy: string; setAt?: string | undefined; messages: FieldMessage[] })
  | (Base & { status: 'rejection-proposed'; proposedBy: string; reason: string })
  | (Base & {
      status: 'rejected';
      because: 'screening' | 'not-corrected';
      /** Who proposed and who confirmed it. */
      decidedBy: string[];
      /** Null for a rejection of before there were objections. */
      objectUntil: string | null;
      setAt: string | undefined;
      objection: Objection | null;
    })
  | (Base & { status: 'withdrawn' })
  | (Base & { status: 'disqualified' })
  /** `binding` is the newest version that judges must have read; clerical ones may follow it. */
  | (Base & { status: 'forwarded'; forwardedAt: number; binding: number; amendment: Amendment | null });
export type NominationState = { status: 'none' } | Nomination;

export const nominationFold: Fold<NominationState, NominationEvent> = {
  kind: 'nomination',
  initial: { status: 'none' },
  evolve: (state, event) => {
    const next = stand(state, event);
    return next.status === 'none' ? next : { ...next, papers: evolvePapers(next.papers, event) };
  },
};

function stand(state: NominationState, event: NominationEvent): NominationState {
  if (event.type === 'NominationSubmitted' || event.type === 'NominationCorrected') return submitted(state, event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'CheckRecorded': {
      const { item, outcome, note, by } = event.data;
      const checkedBy = [...new Set([...state.checkedBy, by])];
      return { ...state, checks: { ...state.checks, [item]: { outcome, note, by } }, checkedBy };
    }
    case 'NominationReturned': {
      const { correctBy, setAt, messages } = event.data;
      const returns = state.returns + 1;
      return { ...state, status: 'returned', correctBy, setAt, messages, returns, readmitted: false };
    }
    case 'RejectionProposed': {
      const { by, reason } = event.data;
      return { ...state, status: 'rejection-proposed', proposedBy: by, reason, counterCheck: null };
    }
    case 'CounterChecked': {
      const { version, subject } = event.data;
      return { ...state, counterCheck: { version, subject } };
    }
    case 'NominationRejected':
      return rejected(state, event.data);
    case 'RejectionObjected': {
      const { reason, by } = event.data;
      return state.status === 'rejected' ? { ...state, objection: { reason, by, upheld: false } } : state;
    }
    case 'RejectionUpheld':
      return state.status === 'rejected' && state.objection !== null
        ? { ...state, objection: { ...state.objection, upheld: true } }
        : state;
    case 'NominationReadmitted':
      return { ...state, status: 'submitted', readmitted: true };
    case 'NominationWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'NominationDisqualified':
      return { ...state, status: 'disqualified' };
    case 'NominationForwarded': {
      const { version } = event.data;
      return { ...state, status: 'forwarded', forwardedAt: version, binding: version, amendment: null };
    }
    case 'AmendmentRequested':
      return state.status === 'forwarded' ? { ...state, amendment: requested(event.data) } : state;
    case 'AmendmentRefused':
      return state.status === 'forwarded' ? { ...state, amendment: null } : state;
    case 'DossierAmended':
      return amended(state, event.data);
    case 'DossierVerified':
      return { ...state, verification: { status: 'verified', version: event.data.version } };
    case 'DossierReturned': {
      const { answerBy, messages, setAt } = event.data;
      const verification = { status: 'with-country' as const, answerBy, messages };
      return { ...state, verification: setAt === undefined ? verification : { ...verification, setAt } };
    }
    case 'ReturnAnswered':
      return answered(state, event.data);
    case 'DocumentAttached':
    case 'ConsentRequested':
    case 'ConsentConfirmed':
    case 'ConsentRefused':
      return state;
    default:
      return unreachable(event);
  }
}

/** Until when a returned nomination may be corrected, with the suspensions since it was returned. */
export const correctionEnd = (
  { correctBy, setAt }: Extract<Nomination, { status: 'returned' }>,
  cycle: Pick<Cycle, 'pauses'>,
): Date => extended(cycle, correctBy, setAt);

type DataOf<Type extends NominationEvent['type']> = Extract<NominationEvent, { type: Type }>['data'];

/** Replaced until the cut-off, or corrected after a return, whose messages it answers. */
function submitted(state: NominationState, data: DataOf<'NominationSubmitted' | 'NominationCorrected'>): Nomination {
  const kept = state.status === 'none' ? nothingYet : keptOf(state);
  const answers = state.status === 'returned' ? state.messages : [];
  const kind = state.status === 'returned' ? 'corrected' : 'submitted';
  const { version, dossier } = data;
  const versions = [...kept.versions, { version, dossier, kind, answers } as const];
  return {
    ...data,
    ...kept,
    status: 'submitted',
    checks: {},
    versions,
    verification: { status: 'none' },
    counterCheck: null,
  };
}

/** The country's answer to the secretariat, which returned the dossier after the decision. */
function answered(state: Nomination, data: DataOf<'ReturnAnswered'>): Nomination {
  const { verification, versions } = state;
  const answers = verification.status === 'with-country' ? verification.messages : [];
  const { version, dossier } = data;
  const newest: Version = { version, dossier, kind: 'answered', answers };
  return { ...state, ...data, versions: [...versions, newest], verification: { status: 'answered' } };
}

/** Until when a rejection may be objected to, with the suspensions since; null for one of before there were objections. */
export const objectionEnd = (
  { objectUntil, setAt }: Extract<Nomination, { status: 'rejected' }>,
  cycle: Pick<Cycle, 'pauses'>,
): Date | null => (objectUntil === null ? null : extended(cycle, objectUntil, setAt));

const keptOf = ({ checkedBy, returns, readmitted, versions, papers }: Base) => ({
  ...{ checkedBy, returns, readmitted, versions, papers },
});
const nothingYet: ReturnType<typeof keptOf> = {
  ...{ checkedBy: [], returns: 0, readmitted: false, versions: [], papers: noPapers },
};

function rejected(state: Nomination, data: DataOf<'NominationRejected'>): Nomination {
  const proposedBy = state.status === 'rejection-proposed' ? [state.proposedBy] : [];
  const { because, objectUntil = null, setAt } = data;
  const decidedBy = [...proposedBy, ...(data.by === undefined ? [] : [data.by])];
  return { ...state, status: 'rejected', because, decidedBy, objectUntil, setAt, objection: null };
}

function requested(data: DataOf<'AmendmentRequested'>): Amendment {
  const { organisationId, organisation, title, dossier, files, draftVersion, reason, by } = data;
  return { organisationId, organisation, title, dossier, files, draftVersion, reason, by };
}

function amended(state: Nomination, data: DataOf<'DossierAmended'>): Nomination {
  if (state.status !== 'forwarded') return state;
  const { organisationId, organisation, title, dossier, files, draftVersion, version, kind } = data;
  const content = { organisationId, organisation, title, dossier, files, draftVersion, version };
  const versions = [...state.versions, { version, dossier, kind, answers: [] }];
  const binding = kind === 'substantive' ? version : state.binding;
  return { ...state, ...content, versions, binding, amendment: null };
}

export const nominationStream = (nominationId: string, cycleId: string | null = null): StreamRef<NominationState> => ({
  fold: nominationFold,
  id: `nomination/${nominationId}`,
  cycleId,
});
