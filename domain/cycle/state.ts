// Where a cycle stands, folded from its events.
import type { AwardDefinition } from '../award-definition.ts';
import { type Fold, type StreamRef, unreachable } from '../decider.ts';
import type { Texts, Winner } from '../messages.ts';
import type { Phase, Stage } from '../phases.ts';
import type { CycleEvent, CyclePlan } from './messages.ts';
import type { Pause } from './pauses.ts';

export type PhaseState =
  | { status: 'pending'; opensAt: string | null; closesAt: string | null }
  | { status: 'open'; closesAt: string | null }
  | { status: 'closed' };
export type Objection = {
  country: string;
  laureateId: string;
  group: string;
  reason: string;
  /** `lapsed`: a newer decision of the panel no longer names the laureate. */
  status: 'open' | 'upheld' | 'dismissed' | 'withdrawn' | 'lapsed';
};
export type Endorsement = {
  groups: string[];
  /** The number of the decision that each group put forward. */
  decisions: { [group: string]: number };
  winners: Winner[];
  closesAt: string;
  /** laureate ids by the country that endorsed them */
  replies: { [country: string]: string[] };
  objections: Objection[];
  /** The hash of each group's note; of none that was requested before notes had one. */
  fingerprints: { [group: string]: string };
  concluded: {
    endorsed: Winner[];
    held: string[];
    answerBy: string | null;
    setAt?: string;
    /** That decided it, where one did. */
    meeting?: { reference: string; date: string | null };
  } | null;
};
/** `laureates` are those who were announced, once it is published. */
export type PlannedStage = {
  stage: Stage;
  at: string;
  published: boolean;
  laureates?: string[];
  /** What was corrected last, by laureate and field. */
  corrections?: { [what: string]: Texts };
};
/** `timetable` is as planned; what holds now stands in `phases`. */
export type Cycle = CyclePlan & {
  status: 'running' | 'suspended' | 'cancelled' | 'archived';
  cycleId: string;
  /** Since when, while it is suspended. */
  suspendedAt: string | null;
  /** The suspensions that are over, in their order. */
  pauses: Pause[];
  definition: AwardDefinition;
  phases: { [phase in Phase]: PhaseState };
  endorsement: Endorsement | null;
  announcement: PlannedStage[];
};
export type CycleState = { status: 'none' } | Cycle;

export const cycleFold: Fold<CycleState, CycleEvent> = { kind: 'cycle', initial: { status: 'none' }, evolve };

function evolve(state: CycleState, event: CycleEvent): CycleState {
  if (event.type === 'CyclePlanned') return planned(event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'PhaseOpened': {
      const { closesAt } = event.data;
      return withPhase(state, event.data.phase, { status: 'open', closesAt });
    }
    case 'PhaseClosed':
      return withPhase(state, event.data.phase, { status: 'closed' });
    case 'DeadlineMoved':
      return moved(state, event.data);
    case 'CycleSuspended':
      return { ...state, status: 'suspended', suspendedAt: event.data.at };
    case 'CycleResumed':
      return resumed(state, event.data);
    case 'CycleCancelled':
      return { ...state, status: 'cancelled' };
    case 'CycleArchived':
      return { ...state, status: 'archived' };
    case 'EndorsementRequested':
      return {
        ...withPhase(state, 'endorsement', { status: 'open', closesAt: event.data.closesAt }),
        endorsement: requested(state, event.data),
      };
    case 'ResultsEndorsed':
      return onEndorsement(state, (endorsement) => {
        const before = endorsement.replies[event.data.country] ?? [];
        const given = [...new Set([...before, ...event.data.laureates])];
        return { ...endorsement, replies: { ...endorsement.replies, [event.data.country]: given } };
      });
    case 'ResultObjected': {
      const { country, laureateId, group, reason } = event.data;
      return onEndorsement(state, (endorsement) => ({
        ...endorsement,
        objections: [...endorsement.objections, { country, laureateId, group, reason, status: 'open' }],
      }));
    }
    case 'ObjectionSettled': {
      const { country, laureateId, outcome } = event.data;
      return onEndorsement(state, (endorsement) => ({
        ...endorsement,
        objections: endorsement.objections.map((objection) =>
          objection.country === country && objection.laureateId === laureateId && objection.status === 'open'
            ? { ...objection, status: outcome }
            : objection,
        ),
      }));
    }
    case 'EndorsementConcluded': {
      const {
        endorsed,
        held,
        answerBy = null,
        setAt,
        meetingReference: reference,
        meetingDate: date = null,
      } = event.data;
      const meeting = reference !== null && { meeting: { reference, date } };
      const concluded = { endorsed, held, answerBy, ...(setAt !== undefined && { setAt }), ...meeting };
      return onEndorsement(state, (endorsement) => ({ ...endorsement, concluded }));
    }
    case 'AnnouncementPlanned': {
      const published = state.announcement.filter((stage) => stage.published);
      const stages = event.data.stages.map(
        (planned) => published.find(({ stage }) => stage === planned.stage) ?? { ...planned, published: false },
      );
      return { ...state, announcement: stages };
    }
    case 'StagePublished':
      return {
        ...state,
        announcement: state.announcement.map((stage) =>
          stage.stage === event.data.stage
            ? { ...stage, published: true, laureates: event.data.laureates.map(({ laureateId }) => laureateId) }
            : stage,
        ),
      };
    case 'AnnouncementCorrected':
      return { ...state, announcement: state.announcement.map((stage) => corrected(stage, event.data)) };
    default:
      return unreachable(event);
  }
}

type Data<Type extends CycleEvent['type']> = Extract<CycleEvent, { type: Type }>['data'];

/** What a correction is about, within its stage. */
export const correctionOf = ({ laureateId, field }: { laureateId: string; field: string }) => `${laureateId} ${field}`;

const corrected = (stage: PlannedStage, data: Data<'AnnouncementCorrected'>): PlannedStage =>
  stage.stage === data.stage
    ? { ...stage, corrections: { ...stage.corrections, [correctionOf(data)]: data.text } }
    : stage;

function planned({ capacities: _, ...plan }: Data<'CyclePlanned'>): Cycle {
  const { nomination, screening, judging, decision } = plan.timetable;
  const pending = (dates: { opensAt: string | null; closesAt: string | null }): PhaseState => ({
    status: 'pending',
    opensAt: dates.opensAt,
    closesAt: dates.closesAt,
  });
  const later = pending({ opensAt: null, closesAt: null });
  const phases = {
    nomination: pending(nomination),
    screening: pending(screening),
    judging: pending(judging),
    decision: pending(decision),
    endorsement: later,
    announcement: later,
    forum: later,
  };
  const progress = { phases, endorsement: null, announcement: [] };
  return { ...plan, ...progress, status: 'running', suspendedAt: null, pauses: [] };
}

const withPhase = (state: Cycle, phase: Phase, as: PhaseState): Cycle => ({
  ...state,
  phases: { ...state.phases, [phase]: as },
});

function resumed(state: Cycle, { suspendedAt, resumedAt, moves, stages }: Data<'CycleResumed'>): Cycle {
  const pauses = [...state.pauses, { from: suspendedAt, to: resumedAt }];
  const announcement = state.announcement.map((planned) => ({
    ...planned,
    at: stages.find(({ stage }) => stage === planned.stage)?.at ?? planned.at,
  }));
  const running: Cycle = { ...state, status: 'running', suspendedAt: null, pauses, announcement };
  return moves.reduce(moved, running);
}

function moved(state: Cycle, { phase, closesAt }: { phase: Phase; closesAt: string }): Cycle {
  const now = state.phases[phase];
  const next = now.status === 'closed' ? state : withPhase(state, phase, { ...now, closesAt });
  return phase === 'endorsement' ? onEndorsement(next, (endorsement) => ({ ...endorsement, closesAt })) : next;
}

const onEndorsement = (state: Cycle, change: (endorsement: Endorsement) => Endorsement): Cycle =>
  state.endorsement === null ? state : { ...state, endorsement: change(state.endorsement) };

/** A group put forward again starts anew: its earlier winners and the replies to them are gone. What was said of others stands. */
function requested({ endorsement }: Cycle, data: Data<'EndorsementRequested'>): Endorsement {
  const { groups, decisions, winners, closesAt, fingerprints = {} } = data;
  if (endorsement === null)
    return { groups, decisions, winners, closesAt, replies: {}, objections: [], fingerprints, concluded: null };
  const kept = endorsement.winners.filter((winner) => !groups.includes(winner.group));
  const replies = Object.entries(endorsement.replies).map(([country, laureates]) => [
    country,
    laureates.filter((id) => kept.some((winner) => winner.laureateId === id)),
  ]);
  const all = [...kept, ...winners];
  return {
    ...endorsement,
    groups: [...new Set([...endorsement.groups, ...groups])],
    decisions: { ...endorsement.decisions, ...decisions },
    fingerprints: { ...endorsement.fingerprints, ...fingerprints },
    winners: all,
    closesAt,
    replies: Object.fromEntries(replies),
    objections: endorsement.objections.map((objection) => lapse(objection, all)),
  };
}

const lapse = (objection: Objection, winners: Winner[]): Objection =>
  objection.status === 'open' && !winners.some((winner) => winner.laureateId === objection.laureateId)
    ? { ...objection, status: 'lapsed' }
    : objection;

export const cycleStream = (cycleId: string): StreamRef<CycleState> => ({
  fold: cycleFold,
  id: `cycle/${cycleId}`,
  cycleId,
});

/** For how many working days a rejection may be objected to. */
export const objectionDays = ({ settings }: Cycle): number => settings.objectionWorkingDays ?? 5;
