// Where a panel stands, folded from its events.
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { KeptLetter, KeptSignature, Texts, Winner } from '../messages.ts';
import type { TallyResult } from '../tally/tally.ts';
import { type Access, evolveAccess } from './access.ts';
import { type Assignment, evolveAssignment, withoutEntry, withPairs } from './assignment.ts';
import { type Award, type AwardEvent, type Awards, evolveAwards, offered, rename } from './awards.ts';
import { type Calibration, evolveCalibration } from './calibration.ts';
import type { Entry, Pair, PanelEvent, ReasonOf } from './messages.ts';
import { evolveCalled } from './reserves.ts';
import { type EndedRound, openToSettle, standingEntries } from './rounds.ts';

export type Decision = {
  number: number;
  outside: boolean;
  winners: Winner[];
  reasons: string;
  reasonsOf?: ReasonOf[];
  departure?: string;
  source: string | null;
  minutes: string | null;
  letter?: KeptLetter;
  by: string;
  /** By letter; waits for a second person. */
  recorded?: { signature: KeptSignature; by: string };
};
export type Vote = { entries: string[]; votes: { judgeId: string; choice: string | null }[] };
/** What the panel voted on beside ties: it moves no rank. */
export type Motion = Vote & { itemId: string; text: string; left: string[] };
type Base = {
  cycleId: string;
  group: string;
  country: string | null;
  category: string;
  entries: Entry[];
  judges: string[];
  reserves: string[];
  chair: string | null;
  deputyChair: string | null;
  round: string;
  /** How many decisions were recorded so far. */
  decisions: number;
  /** What has been released; grows when a later assignment is released. */
  assigned: Pair[];
  assignment: Assignment;
  /** Why the last signed decision was opened again; null until then, and once a new one is signed. */
  reopened: { laureateId: string } | null;
  /** Entries that an upheld objection has ruled out. */
  barred: string[];
  /** Entries whose nominations have left since the panel was formed: they are in `entries` no more. */
  removed: string[];
  /** The least number of sheets of single entries, where it was lowered. */
  lowered?: { [nominationId: string]: number };
  /** What was published of signed decisions, for whom. */
  published?: { audience: string; hash: string }[];
  withdrawn?: { audience: string; hash: string }[];
  /** In the order in which they were voted on. */
  motions?: Motion[];
  /** Reserves who were called, to which entry, and in whose place. */
  called?: { nominationId: string; judgeId: string; insteadOf: string }[];
  /** Who was to be let in to which entry in spite of a conflict. */
  access?: Access[];
  calibration?: Calibration;
  /** When the present round ends, where it ends before judging does. */
  roundEnd?: RoundEnd;
  /** Those that are over, in their order; missing in the first. */
  rounds?: EndedRound[];
};
/** `setAt` where the cycle had been suspended by then. */
export type RoundEnd = { closesAt: string; setAt?: string };
type Tallied = { tally: TallyResult; votes: Vote[] };
/** `tally` is null after a decision taken outside. */
type Decided = { decision: Decision; tally: TallyResult | null; votes: Vote[] };
export type Panel =
  | (Base & { status: 'formed' })
  | (Base & { status: 'scoring' })
  | (Base & { status: 'closed' })
  | (Base & Tallied & { status: 'sealed' })
  | (Base & Decided & { status: 'decided' })
  | (Base & Decided & { status: 'signed'; awards: Awards });
export type PanelState = { status: 'none' } | Panel;
export type SignedPanel = Extract<Panel, { status: 'signed' }>;

type Shortlisted = Extract<PanelEvent, { type: 'EntriesShortlisted' }>['data'];

export const panelFold: Fold<PanelState, PanelEvent> = { kind: 'panel', initial: { status: 'none' }, evolve };

export const panelStream = (cycleId: string, group: string): StreamRef<PanelState> => ({
  fold: panelFold,
  id: `panel/${cycleId}/${group}`,
  cycleId,
});

function evolve(state: PanelState, event: PanelEvent): PanelState {
  if (event.type === 'PanelFormed') return formed(event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'PanelChanged': {
      const { judges, reserves, chair, deputyChair } = event.data;
      return { ...state, judges, reserves, chair, deputyChair };
    }
    case 'AssignmentRequested':
    case 'AssignmentProposed':
      return { ...state, assignment: evolveAssignment(state.assignment, event) };
    case 'AssignmentReleased': {
      const assigned = withPairs(state.assigned, event.data.pairs);
      const { closesAt, setAt } = event.data;
      const roundEnd = closesAt === undefined ? {} : { roundEnd: { closesAt, ...(setAt !== undefined && { setAt }) } };
      return { ...base(state), ...roundEnd, status: 'scoring', assigned, assignment: { status: 'none' } };
    }
    case 'ScoringClosed':
      return { ...base(state), status: 'closed' };
    case 'TallySealed':
      return { ...base(state), status: 'sealed', tally: event.data.result, votes: [] };
    case 'EntriesShortlisted':
      return event.data.anew === undefined ? nextRound(state, event.data) : settledAnew(state, event.data);
    case 'ReferenceAdded':
    case 'ReferenceRemoved':
    case 'ReferenceScored':
      return { ...state, calibration: evolveCalibration(state.calibration, event) };
    case 'MinimumLowered':
      return { ...state, lowered: { ...state.lowered, [event.data.nominationId]: event.data.minimum } };
    case 'PanelVoteRecorded': {
      const { entries, votes, motion, left = [] } = event.data;
      if (motion !== undefined)
        return { ...state, motions: [...(state.motions ?? []), { ...motion, entries, votes, left }] };
      return state.status === 'sealed' ? { ...state, votes: [...state.votes, { entries, votes }] } : state;
    }
    case 'DecisionRecorded': {
      const { cycleId: _cycle, group: _group, ...decision } = event.data;
      return { ...base(state), ...scores(state), status: 'decided', decisions: decision.number, decision };
    }
    case 'DecisionSignatureRecorded': {
      if (state.status !== 'decided') return state;
      const { signature, by } = event.data;
      return { ...state, decision: { ...state.decision, recorded: { signature, by } } };
    }
    case 'DecisionSigned':
      return signed(state, event.data.winners);
    case 'DecisionReopened':
      return reopened(state, event.data);
    case 'LaureateNameCorrected':
      return awarded(renamed(state, event.data), event);
    case 'AwardAccepted':
    case 'AwardDeclined':
    case 'AwardLapsed':
    case 'AwardRevoked':
    case 'LaureateContactNamed':
    case 'NameProofed':
    case 'LaureateReplaced':
      return awarded(state, event);
    case 'BundlePublished': {
      const { audience, hash } = event.data;
      return { ...state, published: [...(state.published ?? []), { audience, hash }] };
    }
    case 'BundleWithdrawn': {
      const { audience, hash } = event.data;
      const published = (state.published ?? []).filter((one) => one.audience !== audience || one.hash !== hash);
      return { ...state, published, withdrawn: [...(state.withdrawn ?? []), { audience, hash }] };
    }
    case 'ReserveCalled':
      return evolveCalled(state, event.data);
    case 'AccessRequested':
    case 'AccessGranted':
    case 'AccessRefused':
    case 'AccessEnded':
      return { ...state, access: evolveAccess(state.access, event) };
    case 'EntryRemoved':
      return without(state, event.data.nominationId);
    case 'EntryAmended': {
      const { nominationId, version, organisation } = event.data;
      const entries = state.entries.map((entry) =>
        entry.nominationId === nominationId ? { ...entry, version, organisation } : entry,
      );
      return { ...state, entries };
    }
    default:
      return unreachable(event);
  }
}

function formed(data: Extract<PanelEvent, { type: 'PanelFormed' }>['data']): PanelState {
  return {
    ...data,
    status: 'formed',
    decisions: 0,
    assigned: [],
    assignment: { status: 'none' },
    reopened: null,
    barred: [],
    removed: [],
  };
}

/** What holds in every status, without what the present one adds. */
function base(state: Panel): Base {
  const { cycleId, group, country, category, entries, judges, reserves, chair, deputyChair, round } = state;
  const { decisions, assigned, assignment, reopened, barred, removed, lowered } = state;
  const { published, withdrawn, motions, access, called, calibration, rounds, roundEnd } = state;
  return {
    ...(withdrawn !== undefined && { withdrawn }),
    ...(called !== undefined && { called }),
    ...(access !== undefined && { access }),
    ...(calibration !== undefined && { calibration }),
    ...(rounds !== undefined && { rounds }),
    ...(roundEnd !== undefined && { roundEnd }),
    ...(motions !== undefined && { motions }),
    ...(published !== undefined && { published }),
    ...{ cycleId, group, country, category, entries, judges, reserves, chair, deputyChair, round },
    ...{ decisions, assigned, assignment, reopened, barred, removed },
    ...(lowered !== undefined && { lowered }),
  };
}

/** Begins as the first one did: nothing is assigned, and the panel may change for it. What was lowered or called was for one round. */
function nextRound(state: Panel, { cycleId: _cycle, group: _group, ...shortlist }: Shortlisted): Panel {
  if (state.status !== 'sealed') return state;
  const { lowered: _lowered, called: _called, roundEnd: _end, ...kept } = base(state);
  const { entries, judges, assigned, tally, votes, rounds = [] } = state;
  const ended = { ...shortlist, allEntries: entries, judges, assigned, tally, votes };
  return {
    ...kept,
    status: 'formed',
    round: shortlist.next,
    entries: entries.filter(({ nominationId }) => shortlist.entries.includes(nominationId)),
    assigned: [],
    assignment: { status: 'none' },
    rounds: [...rounds, ended],
  };
}

/** The round begins once more with those who go on now: what was proposed or lowered for the others falls. */
function settledAnew(state: Panel, { cycleId: _cycle, group: _group, ...shortlist }: Shortlisted): Panel {
  const ended = openToSettle(state);
  if (ended === undefined) return state;
  const { lowered: _lowered, ...kept } = base(state);
  return {
    ...kept,
    status: 'formed',
    entries: standingEntries(ended, state).filter(({ nominationId }) => shortlist.entries.includes(nominationId)),
    assignment: { status: 'none' },
    rounds: [...(state.rounds ?? []).slice(0, -1), { ...ended, ...shortlist }],
  };
}

const scores = (state: Panel): { tally: TallyResult | null; votes: Vote[] } =>
  'votes' in state ? { tally: state.tally, votes: state.votes } : { tally: null, votes: [] };

/** What was released stays as it was, so that "finished" still means what it meant. */
function without(state: Panel, nominationId: string): Panel {
  const others = <T extends { nominationId: string }>(list: T[]) =>
    list.filter((item) => item.nominationId !== nominationId);
  const removed = [...state.removed, nominationId];
  return { ...state, entries: others(state.entries), removed, assignment: withoutEntry(state.assignment, others) };
}

/** The entries that a ranking passes over. */
export const ruledOut = ({ barred, removed }: Panel): string[] => [...barred, ...removed];

function signed(state: Panel, winners: Winner[]): PanelState {
  if (state.status !== 'decided') return state;
  const laureates = winners.filter((winner) => winner.place === 'laureate');
  const awards = Object.fromEntries(laureates.map((winner): [string, Award] => [winner.laureateId, offered(winner)]));
  return { ...state, status: 'signed', reopened: null, awards };
}

function reopened(state: Panel, { laureateId, upheld }: { laureateId: string; upheld: boolean }): PanelState {
  if (state.status !== 'signed') return state;
  const { tally, votes } = state;
  const barred = upheld ? [...state.barred, laureateId] : state.barred;
  const again = { ...base(state), reopened: { laureateId }, barred };
  return tally === null ? { ...again, status: 'formed' } : { ...again, status: 'sealed', tally, votes };
}

const awarded = (state: Panel, event: AwardEvent): PanelState =>
  state.status === 'signed' ? { ...state, awards: evolveAwards(state.awards, event) } : state;

function renamed(state: Panel, named: { laureateId: string; organisation: Texts }): Panel {
  if (state.status !== 'signed') return state;
  const winners = state.decision.winners.map((winner) => rename(winner, named));
  return { ...state, decision: { ...state.decision, winners } };
}

/** How many entries were released to a judge so far. */
export const entriesOf = (state: PanelState, judgeId: string): number =>
  state.status === 'none' ? 0 : state.assigned.filter((pair) => pair.judgeId === judgeId).length;

/** Who is laureate now, in order: as signed, less those who declined, were silent or lost it, with those who replaced them. Empty unless signed. */
export function currentLaureates(state: PanelState | undefined): Winner[] {
  if (state?.status !== 'signed') return [];
  return Object.values(state.awards)
    .filter((award) => award.status === 'offered' || award.status === 'accepted')
    .map((award) => award.winner)
    .sort((a, b) => a.order - b.order);
}

/** Runners-up who have not followed a laureate yet, in order. */
export function waitingRunnersUp(state: PanelState | undefined): Winner[] {
  if (state?.status !== 'signed') return [];
  return state.decision.winners.filter(
    (winner) => winner.place === 'runner-up' && state.awards[winner.laureateId] === undefined,
  );
}

/** All whom the signed decision names, as they stand now: the laureates, then the runners-up who wait. */
export const currentWinners = (state: PanelState | undefined): Winner[] => [
  ...currentLaureates(state),
  ...waitingRunnersUp(state),
];
